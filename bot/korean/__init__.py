"""What we know about Korean text: spelling, jamo, keyboard, particles, transliteration."""
