"""The invariants of a whole guideline: all that can be said against a content that could be read.

Knows the list of checks. Each check_… of the checks_… modules takes a guideline (or all its texts) and yields
problems with a code, a place and a cure. Runs no cases: they need the consultation.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from navigator.guideline import (
    checks_bands,
    checks_codes,
    checks_dose,
    checks_evidence,
    checks_people,
    checks_said,
    checks_sources,
    checks_structure,
    checks_text,
)
from navigator.guideline.desk import WrittenText
from navigator.guideline.loader import Loaded
from navigator.guideline.model import Guideline
from navigator.guideline.standing_warnings import judge, read_accepted
from navigator.problems import Problem, Severity

OF_GUIDELINE: tuple[Callable[[Guideline], Iterable[Problem]], ...] = (
    checks_structure.check_tree_is_whole,
    checks_structure.check_nodes_are_reached,
    checks_structure.check_paths_end,
    checks_structure.check_exits_are_total,
    checks_structure.check_lines_have_one_stage,
    checks_structure.check_stages_offer_something,
    checks_structure.check_treatments_are_placed,
    checks_structure.check_ids_are_unique,
    checks_structure.check_combinations,
    checks_people.check_factors_to_compute_with_are_there,
    checks_people.check_factors_can_be_closed,
    checks_dose.check_doses_are_in_order,
    checks_dose.check_steps_lead_upwards,
    checks_dose.check_target_is_reached_in_time,
    checks_dose.check_units_exist,
    checks_bands.check_schedules_cover_everyone,
    checks_bands.check_bands_do_not_overlap,
    checks_bands.check_frailer_never_gets_more,
    checks_said.check_schedules_are_said,
    checks_said.check_prose_doses_are_fields,
    checks_said.check_thresholds_are_said,
    checks_evidence.check_rules_stand_on_their_sources,
    checks_evidence.check_unsure_statements_show_no_figure,
    checks_evidence.check_hard_stops_were_read,
    checks_evidence.check_figures_are_possible,
    checks_evidence.check_reviews_are_ahead,
    checks_sources.check_citations_name_their_place,
    checks_sources.check_what_ages_has_a_date,
    checks_sources.check_law_is_dated_on_its_page,
    checks_codes.check_everything_has_a_number,
)
OF_TEXTS: tuple[Callable[[Iterable[WrittenText]], Iterable[Problem]], ...] = (
    checks_text.check_numbers_agree,
    checks_text.check_texts_are_only_texts,
    checks_text.check_french_apostrophes,
    checks_text.check_quantities_are_safe,
    checks_text.check_texts_are_translated,
)


def check_guideline(loaded: Loaded, folder: Path | None = None) -> tuple[Problem, ...]:
    """What the invariants find, in the order of the files; without the problems of reading, which `loaded` has.

    A file with errors of reading is not judged further: its invariants would only echo them. Where `folder` is
    given and lists the warnings that stand (warnings.txt), a new warning is an error.
    """
    if loaded.unreadable:
        return ()
    wrong = {problem.place.file for problem in loaded.problems if problem.severity is Severity.ERROR}
    found = [problem for one_check in OF_GUIDELINE for problem in one_check(loaded.draft)]
    found += [problem for one_check in OF_TEXTS for problem in one_check(loaded.texts)]
    found += checks_structure.check_nothing_is_for_nothing(loaded)
    kept = dict.fromkeys(problem for problem in found if problem.place.file not in wrong)
    accepted = None if wrong or folder is None else read_accepted(folder)
    return tuple(sorted(judge(kept, accepted), key=lambda problem: (problem.place, problem.code)))
