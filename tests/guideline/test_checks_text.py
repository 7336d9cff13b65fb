"""Every fault planted in a text is caught, in either language."""

import pytest

from .planted import caught
from .small_content import SmallContent

FLAG = "finding: {fr: Selle insensible, en: Numb saddle}"


@pytest.mark.parametrize(
    ("french", "english", "code"),
    [
        ("Dose 75 mg", "Dose 750 mg", "numbers"),
        ("Deux fois 75 mg", "75 mg and 75 mg", "numbers"),
        ("Dose 75 mg", "A dose", "numbers"),
        ("Du <b>gras</b>", "Bold", "markup"),
        ("Un &amp; deux", "One and two", "markup"),
        ("Un **fort", "A strong", "markup"),
        ("Voir {drug}", "See {drug}", "placeholder"),
        ("Voir [[drug]]", "See [[drug]]", "placeholder"),
        ("L'insuline", "Insulin", "apostrophe"),
        ("Dose 37,50 mg", "Dose 37.50 mg", "quantity"),
        ("Dose ,5 mg", "Dose .5 mg", "quantity"),
        ("Dose 1 800 mg", "Dose 1 800 mg", "quantity"),
        ("Dose 37.5 mg", "Dose 37.5 mg", "quantity"),
        ("Dose 37,5 mg", "Dose 37,5 mg", "quantity"),
        ("Dose 1800 mg", "Dose 1,800 mg", "quantity"),
        ("One long sentence that nobody translated", "One long sentence that nobody translated", "untranslated"),
    ],
)
def test_a_text_that_differs_or_misleads_is_caught(content: SmallContent, french: str, english: str, code: str) -> None:
    line = content.swap("pathways.yaml", FLAG, f'finding: {{fr: "{french}", en: "{english}"}}')
    problems = caught(content, code)
    assert [(problem.place.file, problem.place.line) for problem in problems][:1] == [("pathways.yaml", line)]


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("De 37,5 à 75 mg, **2 fois** par jour", "From 37.5 to 75 mg, **2 times** a day"),
        ("HLA-B*15:02 positif, < 30 % de mieux", "HLA-B*15:02 positive, < 30 % better"),
        ("Canal Nav1.7", "Nav1.7 channel"),
        ("En 2024, 150 patients", "In 2024, 150 patients"),
    ],
)
def test_a_text_in_order_is_let_through(content: SmallContent, french: str, english: str) -> None:
    content.swap("pathways.yaml", FLAG, f'finding: {{fr: "{french}", en: "{english}"}}')
    assert content.codes() == []
