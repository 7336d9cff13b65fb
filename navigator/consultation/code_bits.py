"""Bits one after the other: how the small numbers of a resume code are written, and read back strictly.

Knows numbers only. Reading past the end, or a number longer than any that is written, raises `Unreadable`.
"""

from collections.abc import Sequence
from decimal import Decimal

_CHUNK = 4
_MOST_CHUNKS = 8
_DECIMALS = 2  # bits for the number of decimals, 0 to 3


class Unreadable(Exception):
    """The bits are not those of a code."""


class BitWriter:
    """Bits being written."""

    def __init__(self) -> None:
        self.bits: list[int] = []

    def fixed(self, value: int, width: int) -> None:
        """`value` in `width` bits, the highest first."""
        if not 0 <= value < 1 << width:
            raise ValueError(value)
        self.bits += [value >> place & 1 for place in range(width - 1, -1, -1)]

    def count(self, value: int) -> None:
        """A number from 0 on: chunks of four bits, the lowest first, each after a bit that says whether more come."""
        while True:
            low, value = value & 15, value >> _CHUNK
            self.fixed(1 if value else 0, 1)
            self.fixed(low, _CHUNK)
            if not value:
                return

    def decimal(self, value: Decimal) -> None:
        """A decimal number from 0 on with at most 3 decimals: how many, then its digits as a number."""
        plain = value.normalize()
        exponent = plain.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 4
        if decimals > 3 or value < 0:
            raise ValueError(value)
        self.fixed(decimals, _DECIMALS)
        self.count(int(plain.scaleb(decimals)))


class BitReader:
    """Bits being read."""

    def __init__(self, bits: Sequence[int]) -> None:
        self._bits = bits
        self._at = 0

    def fixed(self, width: int) -> int:
        """A number of `width` bits."""
        if self._at + width > len(self._bits):
            raise Unreadable
        value = 0
        for bit in self._bits[self._at : self._at + width]:
            value = value << 1 | bit
        self._at += width
        return value

    def count(self) -> int:
        """A number as `BitWriter.count` wrote it."""
        value = 0
        for chunk in range(_MOST_CHUNKS):
            more = self.fixed(1)
            value |= self.fixed(_CHUNK) << (_CHUNK * chunk)
            if not more:
                return value
        raise Unreadable

    def decimal(self) -> Decimal:
        """A number as `BitWriter.decimal` wrote it."""
        decimals = self.fixed(_DECIMALS)
        return Decimal(self.count()).scaleb(-decimals)
