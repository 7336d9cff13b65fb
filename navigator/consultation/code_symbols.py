"""The letters of a resume code: how bits become characters that can be read out, copied and checked.

Crockford's base 32 (no I, L, O, U; case does not matter; I and L are read as 1, O as 0) in blocks of at most 29
characters, each with two check characters of a Reed–Solomon code over GF(32) (x⁵ + x² + 1, roots α and α²). Its
distance is 3: every wrong character and every pair of swapped characters is found, wherever they stand. A code is
never repaired, only refused with the place where it is likely wrong. Knows nothing of what the bits mean.
"""

from collections.abc import Iterator, Sequence

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_BETWEEN = frozenset(" -\u2010\u2011\u2013\u00a0\u202f\t\r\n")  # what mail and records put between groups
_GROUP = 4
_CHECKS = 2
_BLOCK = 31 - _CHECKS
_BITS = 5


class Mistyped(Exception):
    """The characters do not check. `group`: the group of four, from 1, that is likely wrong; 0 where none stands out.

    `letter`: a character that no code has, empty where all are letters of codes.
    """

    def __init__(self, group: int = 0, letter: str = "") -> None:
        super().__init__(group, letter)
        self.group = group
        self.letter = letter


def spelled(bits: Sequence[int]) -> str:
    """The code of `bits`, in groups of four: `3F7K-0M2Q-…`. The last character is filled up with zeros."""
    padded = [*bits, *([0] * (-len(bits) % _BITS))]
    symbols = [_number(padded[i : i + _BITS]) for i in range(0, len(padded), _BITS)]
    checked = [s for block in _blocks(symbols, _BLOCK) for s in (*block, *_checks(block))]
    return grouped("".join(LETTERS[s] for s in checked))


def grouped(letters: str) -> str:
    """`letters` in groups of four with a hyphen between them."""
    return "-".join(letters[i : i + _GROUP] for i in range(0, len(letters), _GROUP))


def read(code: str) -> list[int]:
    """The bits of a code, its fill included. Raises `Mistyped`."""
    symbols = _symbols(code)
    bits: list[int] = []
    start = 0
    for block in _blocks(symbols, _BLOCK + _CHECKS):
        if len(block) <= _CHECKS:
            raise Mistyped(start // _GROUP + 1)
        if any(_syndromes(block)):
            raise Mistyped((start + _likely(block)) // _GROUP + 1)
        for symbol in block[:-_CHECKS]:
            bits += [symbol >> place & 1 for place in range(_BITS - 1, -1, -1)]
        start += len(block)
    return bits


def _symbols(code: str) -> list[int]:
    letters = [c for c in code.upper().translate(_READ_AS) if c not in _BETWEEN]
    for place, letter in enumerate(letters):
        if letter not in LETTERS:
            raise Mistyped(place // _GROUP + 1, letter)
    if not letters:
        raise Mistyped()
    return [LETTERS.index(letter) for letter in letters]


def _blocks(symbols: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(symbols), size):
        yield symbols[start : start + size]


def _number(bits: Sequence[int]) -> int:
    value = 0
    for bit in bits:
        value = value << 1 | bit
    return value


# --- GF(32): α is a root of x⁵ + x² + 1; every number but 0 is a power of it


def _powers() -> Iterator[int]:
    value = 1
    for _ in range(31):
        yield value
        value = value << 1 ^ (0b100101 if value & 0b10000 else 0)


_POWER = tuple(_powers())
_LOG = {value: exponent for exponent, value in enumerate(_POWER)}


def _times(a: int, b: int) -> int:
    return _POWER[(_LOG[a] + _LOG[b]) % 31] if a and b else 0


def _checks(block: Sequence[int]) -> tuple[int, int]:
    """What is left of the block, followed by two zeros, by (x - α)(x - α²)."""
    linear, constant = _POWER[1] ^ _POWER[2], _POWER[3]
    first, second = 0, 0
    for symbol in block:
        lead = symbol ^ first
        first, second = second ^ _times(lead, linear), _times(lead, constant)
    return first, second


def _syndromes(block: Sequence[int]) -> tuple[int, int]:
    """The block as a polynomial at α and at α²; both 0 where it checks."""
    at_one, at_two = 0, 0
    for symbol in block:
        at_one, at_two = _times(at_one, _POWER[1]) ^ symbol, _times(at_two, _POWER[2]) ^ symbol
    return at_one, at_two


def _likely(block: Sequence[int]) -> int:
    """Where one wrong character, or two swapped neighbours, would explain the block; else its start."""
    for place in range(len(block) - 1):
        swapped = [*block[:place], block[place + 1], block[place], *block[place + 2 :]]
        if not any(_syndromes(swapped)):
            return place
    one, two = _syndromes(block)
    if one and two:
        from_end = (_LOG[two] - _LOG[one]) % 31
        if from_end < len(block):
            return len(block) - 1 - from_end
    return 0
