"""A program that tells what its process had imported before it, and ends."""

import sys

if __name__ == "__main__":
    print(f"bot.app: {'bot.app' in sys.modules}, {sys.argv[1]},", end=" ", flush=True)
    print("and ends")
    sys.exit(3)
