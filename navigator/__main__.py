"""The door of `python -m navigator` and of the installed command.

Knows where the verbs are, and that a crash must not put the memory of this process on the disk.
"""

import sys
from collections.abc import Sequence

from navigator import cli


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one call; the exit code."""
    _leave_no_core()
    return cli.main(arguments)


def _leave_no_core() -> None:
    """No core file of this process: it would hold the whole consultation. Windows has none unless one is asked for."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has no such module

        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


if __name__ == "__main__":
    sys.exit(main())
