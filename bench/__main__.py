"""``python -m bench [NAME …]``: measures, and prints each figure with its goal."""

import importlib
import sys

# In the order in which the README of a release would tell them.
FIGURES = (
    "footprint",
    "help_ratio",
    "wire_ceiling",
    "press_rate",
    "claiming",
    "open_posts",
    "quiz_rush",
    "answers",
    "answers_scale",
    "answers_heartbeat",
    "server_notes",
    "marking",
    "discussion_rush",
    "discussion_report",
    "discussions_open",
    "mixed_flight",
    "many_servers",
    "recovery",
    "steady",
)


def main() -> None:
    """Run the figures named on the command line, or all of them."""
    # A figure may have options of its own: `python -m bench answers_scale --largest`.
    names = [name for name in sys.argv[1:] if not name.startswith("--")] or FIGURES
    if unknown := set(names) - set(FIGURES):
        sys.exit(f"no figure called {', '.join(sorted(unknown))}; there are {', '.join(FIGURES)}")
    for name in names:
        print(f"\n== {name}: python -m bench {name}")
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
