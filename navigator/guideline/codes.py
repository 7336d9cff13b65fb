"""Which ids a resume code can hold, by the list of codes.yaml in which each has its number.

Knows the guideline's nouns. Knows nothing of how a code is written.
"""

from collections.abc import Collection

from navigator.guideline.model import Guideline

KINDS = ("factors", "groups", "choices", "pain_types", "nodes", "moves", "treatments", "readings", "findings")
MOVES = ("content", "skip", "refer", "urgent", "stopped")  # of a walk, besides the answers of the nodes


def numbered_ids(guideline: Guideline) -> dict[str, Collection[str]]:
    """Every id of the content that a code can hold, by kind."""
    answers = [answer.id for node in guideline.nodes.values() for answer in node.answers]
    scored = [f"{score.id}.{item.id}" for score in guideline.scores.values() for item in score.items]
    return {
        "factors": guideline.factors,
        "groups": guideline.factor_groups,
        "choices": dict.fromkeys(c.id for factor in guideline.factors.values() for c in factor.choices),
        "pain_types": guideline.pain_types,
        "nodes": guideline.nodes,
        "moves": dict.fromkeys([*answers, *MOVES]),
        "treatments": guideline.treatments,
        "readings": [source.id for source in guideline.sources.values() if source.reading],
        "findings": [*scored, *(f"red-flags.{flag.id}" for flag in guideline.red_flags)],
    }
