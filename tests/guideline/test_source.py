"""The YAML reader: raw text with its place, a sentence for everything that is refused, and never a crash."""

import random
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from navigator.guideline.source import DEEPEST, MOST_BYTES, MOST_EVENTS, Block, Element, Listing, Scalar, read_yaml
from navigator.language import Language
from navigator.problems import Problem

from .small_content import files


def read(text: str | bytes) -> Element:
    element, problems = read_yaml(text.encode() if isinstance(text, str) else text, "x.yaml")
    assert problems == ()
    assert element is not None
    return element


def refused(data: str | bytes) -> list[tuple[str, int, int]]:
    element, problems = read_yaml(data.encode() if isinstance(data, str) else data, "x.yaml")
    assert element is None
    assert all(problem.text.in_(Language.FR) for problem in problems)
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems]


def field(element: Element, key: str) -> Element:
    assert isinstance(element, Block)
    return element.fields[key]


def test_values_stay_the_text_that_the_author_wrote() -> None:
    block = read("a: no\nb: 1.10\nc: 2026-11-23\nd: 'yes'\ne: ~\nf: 0x1F\n")
    assert isinstance(block, Block)
    assert [value.text for value in block.fields.values() if isinstance(value, Scalar)] == [
        "no",
        "1.10",
        "2026-11-23",
        "yes",
        "~",
        "0x1F",
    ]


def test_keys_and_values_remember_line_and_column_from_one() -> None:
    block = read("a: 1\nlist:\n  - x\n  - {deep: y}\n")
    assert isinstance(block, Block)
    listing = block.fields["list"]
    assert isinstance(listing, Listing)
    deep = field(listing.items[1], "deep")
    assert (block.keys["list"].line, block.keys["list"].column) == (2, 1)
    assert (deep.place.line, deep.place.column) == (4, 12)


@pytest.mark.parametrize(
    ("source", "column"),
    [("when: crcl < 30", 14), ("when: 'crcl < 30'", 15), ('when: "crcl < 30"', 15), ("when: |\n  crcl < 30", 7)],
)
def test_a_column_within_a_text_is_found_in_the_file(source: str, column: int) -> None:
    scalar = field(read(source), "when")
    assert isinstance(scalar, Scalar)
    assert scalar.at(8).column == column


def test_composed_and_decomposed_letters_are_the_same_text() -> None:
    scalar = field(read("a: Ne\u0301vralgie"), "a")
    assert isinstance(scalar, Scalar)
    assert scalar.text == "Névralgie"


def test_a_byte_order_mark_is_accepted() -> None:
    assert field(read(b"\xef\xbb\xbfa: 1"), "a").place.column == 4


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a: &x 1", ("anchor", 1, 4)),
        ("a: *x", ("alias", 1, 4)),
        ("a: !!python/object:os.system x", ("tag", 1, 4)),
        ("a: 1\n<<: {b: 2}", ("merge", 2, 1)),
        ("dose: 75\nb: 1\ndose: 750", ("duplicate-key", 3, 1)),
        ("a: 1\n---\nb: 2", ("documents", 2, 1)),
        ("%YAML 1.1\n---\na: 1", ("directive", 1, 1)),
        ("? [a]\n: b", ("key", 1, 3)),
        ("a: b: c", ("yaml", 1, 5)),
        ("a: 1\n\tb: 2", ("yaml", 2, 1)),
        ("a: 'x", ("yaml", 1, 6)),
        ("a: [1, 2", ("yaml", 1, 9)),
        ("", ("empty", 1, 1)),
        ("# only a comment", ("empty", 1, 1)),
        ("a: 1\nb: x\x00y", ("character", 2, 5)),
        ("a: 1\nb: 75\u202e0", ("character", 2, 6)),
        ('a: "\\0"', ("character", 1, 4)),
        ("a: 7\u200b5", ("character", 1, 5)),
        ("a: é\nb: ".encode() + b"\xe9", ("encoding", 2, 4)),
        ("a: 1".encode("utf-16"), ("encoding", 1, 1)),
        (b"\xfe\xff\x00a", ("encoding", 1, 1)),
        (b"a: " + b"x" * 1_048_576, ("too-large", 1, 1)),
        ("a: " + "x" * 40_000, ("too-long", 1, 4)),
        ("- x\n" * 50_000, ("too-many", 29_998, 3)),
    ],
)
def test_what_is_refused_is_told_at_its_place(data: str | bytes, expected: tuple[str, int, int]) -> None:
    found = refused(data)
    assert found[0][0] == expected[0]
    if expected[0] != "too-many":
        assert found[0] == expected


def test_too_deep_is_told_where_it_becomes_so() -> None:
    assert refused("[" * 10_000)[0] == ("depth", 1, 25)


def test_all_duplicates_and_anchors_of_a_file_are_told_at_once() -> None:
    assert [code for code, _line, _column in refused("a: &x 1\nb: 2\nb: 3\nc: *x\n")] == [
        "anchor",
        "duplicate-key",
        "alias",
    ]


@pytest.fixture
def events_taken(monkeypatch: pytest.MonkeyPatch) -> list[yaml.Event]:
    """The events that the reader has pulled out of the parser: all the work that a file can ask of us."""
    taken: list[yaml.Event] = []
    parse = yaml.parse

    def counted(text: str, Loader: type[yaml.SafeLoader]) -> Iterator[yaml.Event]:  # noqa: N803 (PyYAML's own name)
        for event in parse(text, Loader=Loader):
            taken.append(event)
            yield event

    monkeypatch.setattr(yaml, "parse", counted)
    return taken


NESTED = DEEPEST + 3  # the start of the stream, the document, and the level too many
REPEATED = 160  # three events a line until the fifty problems that are told


@pytest.mark.parametrize(
    ("data", "most"),
    [
        (b"[" * 1_000_000, NESTED),
        (b"{" * 1_000_000, NESTED),
        (b"- " * 500_000, NESTED),
        (b"? " * 500_000, NESTED),
        (b"[\n" * 500_000, NESTED),
        (b"&a " * 300_000, NESTED),
        (b"---\n" * 250_000, NESTED),
        (b"a: {a: " * 100_000, NESTED),
        (b'"' + b"\\x41" * 250_000 + b'"', NESTED),
        (b"a: b\n" * 200_000, REPEATED),
        (b"[a" + b",a" * 500_000, MOST_EVENTS + 1),
        (b"\n" * 1_000_000, NESTED),
        (b"!a " * 300_000, NESTED),
        (b"*a " * 300_000, NESTED),
        (b"a:\n" + b" " * 1_000_000 + b"]", NESTED),
        (b"[" * (MOST_BYTES + 1), 0),
    ],
    ids=lambda value: value[:8].decode() if isinstance(value, bytes) else str(value),
)
def test_hostile_files_are_refused_with_little_work(data: bytes, most: int, events_taken: list[yaml.Event]) -> None:
    element, problems = read_yaml(data, "x.yaml")
    assert element is None
    assert 1 <= len(problems) <= 50
    assert len(events_taken) <= most


@given(st.binary(max_size=300))
def test_any_bytes_give_an_element_or_problems(data: bytes) -> None:
    element, problems = read_yaml(data, "x.yaml")
    assert (element is None) == bool(problems)


@given(st.text(alphabet="ab:- \n\t[]{}'\"|>&*!%#?,é\u202e0", max_size=80))
def test_any_text_gives_an_element_or_problems(text: str) -> None:
    element, problems = read_yaml(text.encode(), "x.yaml")
    assert (element is None) == bool(problems)
    lines = text.count("\n") + 1
    assert all(1 <= problem.place.line <= lines + 1 for problem in problems)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file with a few bytes changed, dropped, doubled or put in."""
    changed = bytearray(data)
    signs = (b"[", b"{", b"'", b"&a ", b"*a", b"\t", b"\xff", b"\x00", b"---\n", b"<<: ", b": ", b"\n  - ", b"|")
    for _time in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[at:at] = chance.choice(signs)
            case 1:
                del changed[at : at + chance.randrange(1, 40)]
            case 2:
                changed[at:at] = changed[at : at + chance.randrange(1, 200)]
            case _:
                changed[at : at + 1] = bytes((chance.randrange(256),))
    return bytes(changed)


def read_mutations(seeds: range) -> int:
    refusals = 0
    originals = [text.encode() for text in files().values()]
    for seed in seeds:
        chance = random.Random(seed)
        element, problems = read_yaml(mutated(chance.choice(originals), chance), "x.yaml")
        assert (element is None) == bool(problems)
        assert all(isinstance(problem, Problem) and "\n" not in problem.line(Language.FR) for problem in problems)
        refusals += bool(problems)
    return refusals


def test_mutated_files_never_crash_the_reader() -> None:
    assert read_mutations(range(300)) > 100


@pytest.mark.sweep
def test_many_mutated_files_never_crash_the_reader() -> None:
    assert read_mutations(range(1000, 21_000)) > 5_000
