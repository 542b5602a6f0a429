"""How long a text may be, how many of a thing there may be, and whose limit that is."""

# Discord's documentation is the source where a comment names a page of it: "Components"
# (Components reference), "Channel" (Channel resource), "Message" (Message resource).

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
MAX_ID = 40

MAX_BUTTON_LABEL = 80  # Components: button label
MAX_MODAL_LABEL = 45  # Components: label of a modal's text input
MAX_TEXT_INPUT = 4000  # Components: max_length of a text input
MAX_MODAL_PARTS = 5  # Components: parts of one modal; one of them is the reason itself
MAX_BUTTON_URL = 512  # Components: url of a link button
MAX_THREAD_NAME = 100  # Channel: thread name
MAX_ATTACHMENT_ALT = 1024  # Message: description of an attachment

# Ours: what reads well on a phone, and leaves room in an embed (6,000 characters, Message).
MAX_TITLE = 60
MAX_ALIAS = 60
MAX_ASKED_AS = 200
MAX_SHORT_ANSWER = 600
MAX_SECTION = 1500
MAX_HEADING = 80
MAX_LINE = 300
MAX_STEM = 300
MAX_REASON = 200
MAX_EXPLANATION = 500
MAX_QUESTION = 300
MAX_BACKGROUND = 1500
MAX_SHORT_KEY = 60
MAX_GOAL = 300

MAX_RELATED = 4
SINGLE_CHOICES = (3, 5)
MULTIPLE_CHOICES = (3, 6)
STANCES = (2, 5)
MAX_FIELDS = MAX_MODAL_PARTS - 1
MAX_STEP_MINUTES = 240
MAX_STEP_ITEMS = 20

MAX_TEXT_FILE = 1_000_000  # bytes; the whole first note has a tenth of it
MAX_FIGURE_FILE = 8_000_000  # bytes; below Discord's smallest upload limit (10 MiB, Message)
MAX_YAML_DEPTH = 12
