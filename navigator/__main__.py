"""The door of `python -m navigator` and of the installed command.

Knows only where the verbs are.
"""

import sys

from navigator.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
