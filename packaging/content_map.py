"""Writes docs/content-map.md: pain type × stage, what stands there, and which source puts it there."""

import sys
from pathlib import Path

from navigator import paths
from navigator.consultation.placement import placed, treatments_of
from navigator.guideline.loader import load
from navigator.guideline.model import Guideline, Line

HEAD = """# What stands where

Made from the content by `make map`; do not edit. Each row is an option of a stage in the default reading (the source
article; where it is silent, the first guideline that speaks) with the source that puts it there.

"""


def cell(guideline: Guideline, pain_type: str, stage: str) -> str:
    node = guideline.nodes[f"{pain_type}.{stage}"]
    parts = []
    for treatment in treatments_of(guideline, node, guideline.reading):
        found = placed(guideline, treatment, pain_type, guideline.reading)
        assert found is not None
        source = guideline.sources[found.source].short.en
        others = sorted(
            {
                f"{guideline.sources[p.source].short.en}: {p.line.value}"
                for p in treatment.placements
                if p.pain_type == pain_type and p.source != found.source and p.line is not Line.NOT_ADDRESSED
            }
        )
        rest = f" ({'; '.join(others)})" if others else ""
        parts.append(f"| {stage} | {treatment.name.en} | {source}: {found.line.value} | {rest.strip(' ()') or '—'} |")
    return "\n".join(parts)


def content_map(guideline: Guideline) -> str:
    """The whole document."""
    text = HEAD
    for pain in guideline.pain_types.values():
        text += f"## {pain.title.en}\n\n| stage | option | placed by | other sources |\n|---|---|---|---|\n"
        text += "\n".join(filter(None, (cell(guideline, pain.id, stage) for stage in guideline.stages)))
        text += "\n\n"
    return text.rstrip() + "\n"


def main() -> int:
    guideline = load(paths.content()).guideline
    assert guideline is not None
    Path(sys.argv[1]).write_text(content_map(guideline), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
