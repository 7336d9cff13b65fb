"""The ten kinds of content file, each with the shape of its block. Knows which files are of which kind."""

from navigator.guideline.shapes import FileKind
from navigator.guideline.shapes_library import BACKGROUND, CODES, GLOSSARY, INTERACTIONS, SCORES, SOURCES_FILE
from navigator.guideline.shapes_pathways import PATHWAYS
from navigator.guideline.shapes_people import CASES, FACTORS
from navigator.guideline.shapes_treatment import TREATMENT

FILE_KINDS: tuple[FileKind, ...] = (
    FileKind("pathways", "pathways.yaml", PATHWAYS),
    FileKind("treatment", "treatments/*.yaml", TREATMENT),
    FileKind("factors", "factors.yaml", FACTORS),
    FileKind("sources", "sources.yaml", SOURCES_FILE),
    FileKind("interactions", "interactions.yaml", INTERACTIONS),
    FileKind("background", "background.yaml", BACKGROUND),
    FileKind("scores", "scores.yaml", SCORES),
    FileKind("glossary", "glossary.yaml", GLOSSARY),
    FileKind("cases", "cases/*.yaml", CASES),
    FileKind("codes", "codes.yaml", CODES),
)


def kind_of(file: str) -> FileKind | None:
    """The kind of a file by its name in the content folder."""
    folder, slash, _name = file.partition("/")
    return next((kind for kind in FILE_KINDS if kind.files in {file, f"{folder}{slash}*.yaml"}), None)
