"""The verb `export`: the handbook or the wall chart, as the file asked for.

Knows which document is meant and makes the HTML. The PDF is made by who calls: this room knows no Qt.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from navigator.files import NotWritten, write
from navigator.language import Sentence, _
from navigator.pages.handbook import handbook, wall
from navigator.pages.scene import Document
from navigator.pages.self_contained import page
from navigator.terminal.call import FOUND_WRONG, OK, Call, Wrong


def export_verb(call: Call, today: date, pdf: Callable[[Document], bytes]) -> int:
    """Answer `navigator export FILE`; the exit code."""
    path = Path(call.words.file)
    made = (wall if call.words.wall else handbook)(call.guideline(), today, call.language)
    if path.suffix == ".pdf":
        data = pdf(made)
    elif path.suffix == ".html":
        data = page(made).encode("utf-8")
    else:
        raise Wrong(Sentence(_("« {path} » : écrivez un nom en .pdf ou en .html."), path=path))
    try:
        write(path, data)
    except NotWritten as refused:
        raise Wrong(refused.sentence, FOUND_WRONG) from None
    print(path)
    return OK
