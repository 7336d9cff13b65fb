"""A reader for calendar files, just strict enough for RFC 5545: line ends, folding, the properties of each event."""


def unfolded(text: str) -> list[str]:
    """The content lines of a file; what lies between two line ends is checked on the way."""
    assert text.endswith("\r\n")
    pieces = text[:-2].split("\r\n")
    assert not any("\n" in p or "\r" in p for p in pieces)
    assert all(len(p.encode("utf-8")) <= 75 for p in pieces)
    lines: list[str] = []
    for piece in pieces:
        if piece.startswith(" "):
            lines[-1] += piece[1:]
        else:
            lines.append(piece)
    return lines


def events(text: str) -> list[dict[str, str]]:
    """The events in their order, property by property, as they are written."""
    found: list[dict[str, str]] = []
    for line in unfolded(text):
        name, _colon, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("END",):
            found[-1][name] = value
    return found
