"""How a dose is made up: which units of the market give a take, and how a day's dose is spread over its takes.

Knows strengths and arithmetic. Knows no schedule and no date. Exact: a dose that cannot be made up is never rounded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import gcd

from navigator.guideline.model import Treatment

FEW = 3  # units in one take, where it can be
SHARES = ("evening", "morning", "noon")  # who gets the larger share first
_SCALE = 1000  # doses are counted in thousandths of a mg
_FAR = 10**6  # more units than any take has

Composition = tuple[tuple[Decimal, int], ...]  # (mg of the unit, how many), the strongest first


@dataclass(frozen=True, slots=True)
class Units:
    """The units that a treatment exists in: `strengths` in mg, and `liquid`, the mg of one drop or mL."""

    strengths: tuple[Decimal, ...] = ()
    liquid: Decimal | None = None

    def __bool__(self) -> bool:
        return bool(self.strengths) or self.liquid is not None


def units_of(treatment: Treatment) -> Units:
    """The units of `treatment`; none where nothing on the market gives its dose."""
    if treatment.no_unit is not None:
        return Units()
    return Units(treatment.strengths_mg, treatment.liquid.mg if treatment.liquid is not None else None)


def compose(take_mg: Decimal, units: Units) -> Composition | None:
    """The fewest units that make up one take, or a volume of the liquid; None where nothing does."""
    if take_mg == 0:
        return ()
    made = _fewest(units.strengths, take_mg)
    if made is not None:
        return made
    if units.liquid is not None and take_mg % units.liquid == 0:
        return ((units.liquid, int(take_mg / units.liquid)),)
    return None


def split(total_mg: Decimal, takes: Sequence[str], units: Units) -> dict[str, Decimal] | None:
    """A day's dose over its takes, as evenly as the units allow, the larger share in the evening; None: impossible.

    Takes of at most 3 units are preferred to more even ones. Without units on the market, half a mg is the grain.
    """
    grain = grain_of(units)
    count = total_mg / grain
    if count != count.to_integral_value():
        return None
    order = [take for take in SHARES if take in takes]
    best: tuple[tuple[int, int, int], tuple[int, ...]] | None = None
    for shares in _spreads(int(count), len(order)):
        if best is not None and best[0] < (0, shares[0] - shares[-1], 0):
            break  # from here on it only gets less even
        cost = _cost(shares, grain, units)
        if cost is not None and (best is None or cost < best[0]):
            best = cost, shares
    if best is None:
        return None
    doses = dict(zip(order, (share * grain for share in best[1]), strict=True))
    return {take: doses[take] for take in takes}


def makes(total_mg: Decimal, takes: Sequence[str], units: Units) -> bool:
    """Whether a day's dose can be made up."""
    return split(total_mg, takes, units) is not None


@lru_cache(maxsize=256)
def grain_of(units: Units) -> Decimal:
    """The largest amount in mg of which every dose that can be made up is a multiple."""
    amounts = [*units.strengths, *([units.liquid] if units.liquid is not None else [])] or [Decimal("0.5")]
    return Decimal(gcd(*(int(amount * _SCALE) for amount in amounts))) / _SCALE


def _cost(shares: tuple[int, ...], grain: Decimal, units: Units) -> tuple[int, int, int] | None:
    """What makes a spread worse: takes of many units, then unevenness, then the number of units."""
    if not units:
        return 0, shares[0] - shares[-1], 0
    counts = []
    for share in shares:
        made = compose(share * grain, units)
        if made is None:
            return None
        liquid = bool(made) and made[0][0] == units.liquid and units.liquid not in units.strengths
        counts.append(min(1, len(made)) if liquid else sum(count for _mg, count in made))
    return sum(max(0, count - FEW) for count in counts), shares[0] - shares[-1], sum(counts)


def _spreads(total: int, takes: int) -> Iterator[tuple[int, ...]]:
    """Every way to part `total` into one to three shares, none larger than the one before, the most even first."""
    for unevenness in range(total + 1) if takes > 1 else (0,):
        if takes == 1:
            yield (total,)
        elif takes == 2:
            if (total - unevenness) % 2 == 0:
                yield (total + unevenness) // 2, (total - unevenness) // 2
        else:
            lowest = max(0, -(-(total - 2 * unevenness) // 3))
            for last in range(lowest, (total - unevenness) // 3 + 1):
                yield last + unevenness, total - 2 * last - unevenness, last


def _fewest(strengths: tuple[Decimal, ...], take_mg: Decimal) -> Composition | None:
    """The fewest of `strengths` that add up to `take_mg`."""
    if not strengths:
        return None
    grain = grain_of(Units(strengths))
    steps = take_mg / grain
    if steps != steps.to_integral_value():
        return None
    amount = int(steps)
    last = _last_units(strengths, 1 << amount.bit_length())
    counts: dict[int, int] = {}
    while amount:
        if not last[amount]:
            return None
        counts[last[amount]] = counts.get(last[amount], 0) + 1
        amount -= last[amount]
    return tuple((size * grain, counts[size]) for size in sorted(counts, reverse=True))


@lru_cache(maxsize=256)
def _last_units(strengths: tuple[Decimal, ...], most: int) -> tuple[int, ...]:
    """For each amount up to `most` grains the unit to take last for the fewest in all; 0 where none makes it up."""
    grain = grain_of(Units(strengths))
    sizes = sorted((int(strength / grain) for strength in strengths), reverse=True)
    fewest = [0] + [_FAR] * most
    last = [0] * (most + 1)
    for amount in range(1, most + 1):
        for size in sizes:
            if size <= amount and fewest[amount - size] + 1 < fewest[amount]:
                fewest[amount], last[amount] = fewest[amount - size] + 1, size
    return tuple(last)
