"""The pages visited: back, forward, what lies ahead, where each was scrolled to."""

from navigator.pages.desk import WALK, View
from navigator.pages.visits import Visits

A, B = View("treatment", "a"), View("treatment", "b")


def test_going_somewhere_forgets_what_lay_ahead() -> None:
    visits = Visits().visit(A).travel(-1).visit(B)
    assert [v.view for v in visits.all] == [WALK, B]
    assert not visits.can_forward


def test_a_page_keeps_where_it_was_scrolled_to() -> None:
    visits = Visits().left(120).visit(A).left(40).travel(-1)
    assert visits.here.view == WALK
    assert visits.here.scroll == 120
    assert visits.travel(1).here.scroll == 40


def test_there_is_nothing_before_the_first_nor_after_the_last() -> None:
    visits = Visits()
    assert visits.travel(-1) == visits.travel(1) == visits
    assert not visits.can_back


def test_the_same_page_is_one_visit() -> None:
    assert Visits().visit(A).visit(A) == Visits().visit(A)
