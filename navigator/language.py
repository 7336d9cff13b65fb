"""The two languages of the app: which there are, and how a sentence of the app's own is said in each.

Knows gettext catalogues (French is the msgid). Content is bilingual in place and does not pass through here,
but for `Text`, which holds both languages of one text.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from navigator import paths

if TYPE_CHECKING:
    from gettext import NullTranslations


class Language(StrEnum):
    """A language that the app speaks."""

    FR = "fr"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the content, in both languages."""

    fr: str
    en: str

    def in_(self, language: Language) -> str:
        """The text in `language`."""
        return self.fr if language is Language.FR else self.en


@cache
def _catalogue(language: Language) -> "NullTranslations":
    import gettext  # noqa: PLC0415 - a start in French needs none

    return gettext.translation("navigator", paths.resources() / "locale", languages=[language], fallback=True)


def say(message: str, language: Language) -> str:
    """The app's own sentence `message` (a French msgid) in `language`; the French where no translation stands."""
    return message if language is Language.FR or not message else _catalogue(language).gettext(message)


def _(message: str) -> str:
    """Mark `message` for extraction; it is translated where it is shown."""
    return message


@dataclass(frozen=True, slots=True, init=False)
class Sentence:
    """A sentence of the app's own with its values, said in a language only when it is shown.

    `Sentence(_("la clé « {key} » est inconnue"), key="dose")`. Values may be `Text` or `Sentence`.
    """

    message: str
    values: tuple[tuple[str, object], ...]

    def __init__(self, message: str, /, **values: object) -> None:
        object.__setattr__(self, "message", message)
        object.__setattr__(self, "values", tuple(values.items()))

    def in_(self, language: Language) -> str:
        """The sentence in `language`, its values put in."""
        spoken = {k: v.in_(language) if isinstance(v, Text | Sentence) else v for k, v in self.values}
        return say(self.message, language).format(**spoken)
