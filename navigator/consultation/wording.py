"""Numbers as they stand in a sentence of the app: a comma in French, a point in English.

Knows how a figure is written. Never rounds and never converts.
"""

from decimal import Decimal

from navigator.language import Text


def figure(value: Decimal | int) -> Text:
    """`value` as read in each language, without a trailing zero: 37,5 in French, 37.5 in English."""
    plain = f"{Decimal(value):f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return Text(fr=plain.replace(".", ","), en=plain)
