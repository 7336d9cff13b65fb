"""What packaging/owner.toml says of the owner, and which of it is still a placeholder.

python packaging/owner.py: says so in one sentence. Knows no package format.
"""

import tomllib
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("owner.toml")
PLACEHOLDER = "example"


class Owner(NamedTuple):
    """Who answers for what is handed out, as owner.toml describes each value."""

    maintainer: str
    publisher: str
    appstream_id: str
    homepage: str

    def placeholders(self) -> list[str]:
        """The values that the owner has yet to fill in."""
        return [name for name, value in self._asdict().items() if PLACEHOLDER in value]


def read(file: Path = FILE) -> Owner:
    """The owner as the file says. Raises TypeError where a value is missing or one too many."""
    return Owner(**tomllib.loads(file.read_text(encoding="utf-8")))


def main() -> None:
    left = read().placeholders()
    if left:
        print(f"placeholders: {', '.join(left)} in packaging/{FILE.name}; the owner fills them in before a release")


if __name__ == "__main__":
    main()
