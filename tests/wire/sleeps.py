"""A program that does nothing, for an hour."""

import time

if __name__ == "__main__":
    time.sleep(3600)
