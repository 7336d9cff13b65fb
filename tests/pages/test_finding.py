"""Search results: grouped, with the status for this patient."""

from navigator.pages.scene import Mark
from navigator.pages.sitting import Sitting


def test_a_treatment_comes_with_its_status(fit: Sitting) -> None:
    fit.answer("maoi", "yes")
    hit = next(h for h in fit.search("duloxetine") if h.kind == "treatment")
    assert hit.status is not None
    assert hit.status.mark is Mark.CONTRAINDICATED


def test_groups_stay_together(fit: Sitting) -> None:
    groups = [h.group for h in fit.search("douleur")]
    assert len([g for i, g in enumerate(groups) if i == 0 or groups[i - 1] != g]) == len(set(groups))


def test_every_hit_can_be_opened(fit: Sitting) -> None:
    for words in ("gabapentine", "allodynie", "dn4", "sodique", "urine"):
        for hit in fit.search(words):
            fit.open_hit(hit.id)
            assert fit.scene.title
