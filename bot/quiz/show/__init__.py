"""Shows quizzes: the question, a member's own answer, the result, the look back, schedules."""
