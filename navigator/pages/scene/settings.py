"""The page of the settings. Frozen values, in words ready to show."""

from dataclasses import dataclass

from navigator.pages.scene.basics import Move, Option


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose. `few`: all answers side by side, else a list. `locked`: why it cannot be chosen."""

    id: str
    title: str
    help: str
    options: tuple[Option, ...]
    selected: str
    few: bool
    locked: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices under a heading."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """Everything that can be chosen. `kept` says where the choices stay."""

    title: str
    lead: str
    groups: tuple[ChoiceGroup, ...]
    kept: str
    restore_label: str
    restore_help: str
    moves: tuple[Move, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: its kind and what it is about."""
        return "settings", ""
