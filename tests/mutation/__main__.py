"""`python -m tests.mutation [FILE]`: write docs/mutation-survivors.md anew; exit 1 where a hard one survives."""

import sys
from pathlib import Path

from navigator import paths
from navigator.guideline.loader import load
from tests.mutation.report import FILE, survey, written

loaded = load(paths.content())
assert loaded.guideline is not None, "run: navigator check"
found = survey(loaded.guideline)
(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE).write_text(written(found), encoding="utf-8")
for mutant in found.hard:
    print(f"not noticed: {mutant.name}")
print(f"{len(found.tried)} tried, {len(found.equivalent)} without a difference, {len(found.survivors)} not noticed")
sys.exit(bool(found.hard))
