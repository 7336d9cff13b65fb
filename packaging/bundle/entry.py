"""The script that the installed program runs: the same door as `python -m navigator`."""

import sys

from navigator.__main__ import main

sys.exit(main())
