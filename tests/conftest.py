"""What all tests share: the shipped content, read once."""

import pytest
from hypothesis import settings

from navigator import paths
from navigator.guideline.loader import load
from navigator.guideline.model import Guideline
from navigator.language import Language

settings.register_profile("house", deadline=None)  # timings are never asserted: a busy machine is no fault
settings.load_profile("house")


@pytest.fixture(scope="session")
def guideline() -> Guideline:
    """The guideline as it ships."""
    loaded = load(paths.content())
    assert loaded.guideline is not None, "\n".join(p.line(Language.EN) for p in loaded.problems)
    return loaded.guideline
