"""The lines of a notice: which are headings, which are items of a list, which run on."""

import re
from itertools import pairwise
from typing import NamedTuple

_BULLET = re.compile(r"\s{0,12}(?:[-*•·–—▪►➜→👉✅❌⚠]|\(?\d{1,2}[.)]|[a-h]\))\s+(?=\S)")
_MARKED = re.compile(r"\s{0,5}(?:#{1,6}\s+\S|(?:\*\*|__)[^*_]{2,90}(?:\*\*|__)\s{0,3}$)")
_NUMBERED = re.compile(r"\s{0,5}(?:[1-9]|[IVX]{1,4})\s?[.)–-]\s+[^\W\d_]")
_GREETING = re.compile(
    r"\W{0,5}(?:dear|hello|hi|hey|bonjour|cher|chère|chers|chères|madame|monsieur|mesdames|salut"
    r"|to (?:our|all|whom)|à tous|à nos)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:what|how|who|for|que|ce|comment|quel|pourquoi|pour|en savoir)", re.IGNORECASE
)
_ORNAMENTS = "➤►▶■●◆✔🔒🔐📌⚠️❓ "
_MOST_HEADING = 80
_MOST_HEADING_WORDS = 11
_LEAST_BODY_WORDS = 5
# A line this long that ends without a full stop was cut by its width, not by its author.
_WIDTH = 45


class Line(NamedTuple):
    """One line: where it stands and what it looks like."""

    start: int
    text: str
    heading: bool = False
    bullet: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing on it."""
        return not self.text.strip()

    @property
    def end(self) -> int:
        """Where it ends, the newline left out."""
        return self.start + len(self.text)


def lines(text: str) -> list[Line]:
    """Return the lines of `text`, headings and items marked."""
    raw = text.split("\n")
    starts = _starts(raw)
    filled = [index for index, line in enumerate(raw) if line.strip()]
    after = {index: raw[following] for index, following in pairwise(filled)}
    return [
        Line(start, line, _is_heading(line, after.get(index, "")), bool(_BULLET.match(line)))
        for index, (start, line) in enumerate(zip(starts, raw, strict=True))
    ]


def _starts(raw: list[str]) -> list[int]:
    starts, at = [], 0
    for line in raw:
        starts.append(at)
        at += len(line) + 1
    return starts


def _is_heading(line: str, following: str) -> bool:
    """Return whether a line announces what follows it: short, no sentence of its own, a body."""
    if _MARKED.match(line):
        return True
    bare = line.strip().lstrip(_ORNAMENTS)
    if not bare or len(bare) > _MOST_HEADING or len(bare.split()) > _MOST_HEADING_WORDS:
        return False
    if _GREETING.match(bare) or bare[-1] in ".,;!…" or _is_contact(bare):
        return False
    if _BULLET.match(line) and not _NUMBERED.match(line):
        return False
    if not (bare[0].isupper() or _NUMBERED.match(line)) or _opens_list(bare, following):
        return False
    if "," in bare and "@" in following:
        return False
    return _is_body(following) or (bare[-1] == "?" and following.rstrip()[-1:] == ".")


def _opens_list(bare: str, following: str) -> bool:
    """Return whether a line is the beginning of a sentence that a list goes on with."""
    return bool(bare.endswith(":") and _BULLET.match(following) and not _ASKS.match(bare))


def _is_contact(bare: str) -> bool:
    return "@" in bare or (bare.endswith(":") is False and sum(c.isdigit() for c in bare) > 8)


def _is_body(following: str) -> bool:
    if _MARKED.match(following):
        return False
    ends = following.rstrip()[-1:] in (".", ":", ";", "!", "…")
    return bool(
        _BULLET.match(following)
        or len(following.split()) > _MOST_HEADING_WORDS
        or (ends and len(following.split()) >= _LEAST_BODY_WORDS)
        or "@" in following
    )


def paragraphs(found: list[Line]) -> list[list[Line]]:
    """Return the lines in groups that run on; a list is one group with the line that opens it."""
    groups: list[list[Line]] = []
    open_list = broken = False
    for line in found:
        if line.blank:
            broken = True
            continue
        joins = _joins(groups[-1] if groups else [], line, broken=broken, open_list=open_list)
        if joins:
            groups[-1].append(line)
        else:
            groups.append([line])
        open_list = line.text.rstrip().endswith(":") or (open_list and line.bullet)
        broken = False
    return groups


def _joins(group: list[Line], line: Line, *, broken: bool, open_list: bool) -> bool:
    if not group or line.heading or group[-1].heading:
        return False
    if line.bullet:
        return open_list
    return not broken and _runs_on(group[-1].text, line.text)


def _runs_on(before: str, line: str) -> bool:
    """Return whether a line goes on with the sentence of the one before it."""
    start = line.lstrip()[:1]
    if start.islower() or start in "(«,;":
        return True
    ended = before.rstrip()[-1:] in ".!?:…"
    return len(before.rstrip()) >= _WIDTH and not ended
