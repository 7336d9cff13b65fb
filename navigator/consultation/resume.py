"""A consultation as a short code for the patient's record, and back: trials, answers, findings, factors, reading.

The code holds numbers only: every id stands for its place in the lists of codes.yaml, which are only ever appended
to, so that a code stays readable by later content. It carries no name, no date and no free text.
Knows nothing of pages; the letters and their checks live in `code_symbols`, the bits in `code_bits`, the order of the
parts in `resume_writing` and `resume_reading`.
"""

from navigator.consultation.code_bits import BitReader, Unreadable
from navigator.consultation.code_symbols import Mistyped, read, spelled
from navigator.consultation.entry import Refused
from navigator.consultation.resume_names import (
    FORMAT,
    FORMAT_BITS,
)
from navigator.consultation.resume_reading import Resumed, read_moment
from navigator.consultation.resume_writing import written
from navigator.consultation.steps import Moment
from navigator.guideline.model import Guideline
from navigator.language import Sentence, _

__all__ = ["Resumed", "code_of", "resumed"]


def code_of(guideline: Guideline, moment: Moment) -> str:
    """The resume code of a moment, in groups of four characters."""
    return spelled(written(guideline, moment))


def resumed(guideline: Guideline, code: str) -> Resumed:
    """What `code` restores, as far as this content still knows it; a note pasted whole ends in its code after a colon.

    Raises `Refused` with the likely place of the error for a code that does not check, and for one that a later version
    of the app or of the content made.
    """
    try:
        bits = read(code.rpartition(":")[2])
    except Mistyped as wrong:
        raise Refused(_mistyped(wrong)) from None
    reader = BitReader(bits)
    try:
        if reader.fixed(FORMAT_BITS) != FORMAT:
            raise Unreadable
        found = read_moment(guideline, reader)
        whole = not found.unknown and _same_bits(written(guideline, found.moment, found.version), bits)
    except (Unreadable, ValueError):
        raise Refused(Sentence(_("Ce code ne se lit pas ici : il vient d’une version plus récente."))) from None
    if not whole and not found.unknown:
        raise Refused(_mistyped(Mistyped()))
    return found


def _same_bits(written: list[int], bits: list[int]) -> bool:
    """Whether a code is exactly what would be written: nothing was left out, added or spelled another way."""
    fill = len(bits) - len(written)
    return 0 <= fill < 5 and bits[: len(written)] == written and not any(bits[len(written) :])


def _mistyped(wrong: Mistyped) -> Sentence:
    if wrong.letter:
        sentence = _("Ce code a un signe qui n’existe pas (« {letter} »), dans le groupe {group} : recopiez ce groupe.")
        return Sentence(sentence, letter=wrong.letter, group=wrong.group)
    if wrong.group:
        sentence = _("Ce code n’est pas juste : l’erreur est sans doute dans le groupe {group}. Recopiez ce groupe.")
        return Sentence(sentence, group=wrong.group)
    return Sentence(_("Ce code n’est pas entier : recopiez-le du premier au dernier groupe."))
