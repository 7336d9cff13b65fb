from pathlib import Path

import pytest

from .small_content import SmallContent


@pytest.fixture
def content(tmp_path: Path) -> SmallContent:
    """A small content without a fault, on disk."""
    return SmallContent(tmp_path / "content").write()
