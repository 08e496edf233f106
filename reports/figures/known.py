"""What the team could know: when each fact was established, said, or came out elsewhere."""

from dataclasses import dataclass

from reports.figures.glyphs import shortened
from reports.figures.ink import INK, INK2, LABEL, PAPER, TEAM, WORLD, WORLD_PALE, fitted, width
from reports.figures.scene import Scene
from reports.figures.sheet import Sheet, Style
from reports.figures.timeline import Scale
from simulator.journal.entries import FactCameOut, FactKnown, StatementIssued
from simulator.text import Text

MOST_ROWS, PITCH = 8, 5.4
_LENGTHS, _AT_ONCE, _MARK_ROOM = range(72, 34, -4), 60.0, 1.9
_KEPT = Text(fr="{fact}, tu {length}", en="{fact}, kept back {length}")
_NEVER = Text(fr="{fact}, jamais dit", en="{fact}, never said")
_BEFORE = Text(fr="{fact}, sorti avant d’être établi", en="{fact}, out before it was established")
_REST = {
    "at_once": Text(fr="dits aussitôt : {n}", en="said at once: {n}"),
    "unknown": Text(fr="jamais établis : {n}", en="never established: {n}"),
    "more": Text(fr="moins longtemps tus : {n}", en="kept back for less: {n}"),
    "never": Text(fr="jamais dits : {n}", en="never said: {n}"),
}
_OTHERS = Text(fr="Autres faits · {list}", en="Other facts · {list}")
_ALL = Text(fr="Faits · {list}", en="Facts · {list}")


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact: the minutes at which it was known, said and out, None when it never was."""

    text: str
    weight: float
    known: float | None
    said: float | None
    out: float | None

    def kept(self, end: float) -> float:
        """Return for how many minutes it was known and not said, until `end` at most."""
        if self.known is None:
            return 0.0
        return max(0.0, (end if self.said is None else self.said) - self.known)


def fact_lines(scene: Scene) -> list[FactLine]:
    """Return every fact that need not be withheld, in the scenario's order."""
    said: dict[str, float] = {}
    for word in scene.journal.of(StatementIssued):
        for fact in word.disclosed if not word.inside or word.public else ():
            said.setdefault(fact, word.at)
    known = {entry.fact: entry.at for entry in scene.journal.of(FactKnown)}
    out = {entry.fact: entry.at for entry in scene.journal.of(FactCameOut)}
    weights = scene.scenario.weights
    return [
        FactLine(scene.of(f.text), weights[f.id], known.get(f.id), said.get(f.id), out.get(f.id))
        for f in scene.scenario.facts
        if f.id in weights
    ]


def shown_lines(scene: Scene) -> list[FactLine]:
    """Return the facts that get a row: out elsewhere or kept back, the longest and weightiest."""
    lines = [x for x in fact_lines(scene) if x.out is not None or x.kept(scene.end) > _AT_ONCE]
    chosen = sorted(lines, key=lambda x: -x.kept(scene.end) * x.weight - (x.out is not None))
    return sorted(chosen[:MOST_ROWS], key=_begins)


def _begins(line: FactLine) -> float:
    return min(at for at in (line.known, line.said, line.out) if at is not None)


def rest(scene: Scene) -> str:
    """Return one line that counts the facts without a row, empty when there are none."""
    lines = fact_lines(scene)
    rows = shown_lines(scene)
    left = [line for line in lines if line not in rows]
    unknown = sum(line.known is None and line.said is None for line in left)
    at_once = sum(
        (line.known is not None or line.said is not None) and line.kept(scene.end) <= _AT_ONCE
        for line in left
    )
    never = sum(line.said is None and line.kept(scene.end) > _AT_ONCE for line in left)
    more = len(left) - unknown - at_once - never
    counts = {"at_once": at_once, "more": more, "never": never, "unknown": unknown}
    words = [scene.say(_REST[what], n=n) for what, n in counts.items() if n]
    return scene.say(_OTHERS if rows else _ALL, list=" · ".join(words)) if words else ""


def draw_known(sheet: Sheet, scene: Scene, scale: Scale, top: float) -> None:
    """Draw a row for each fact from `top` downwards, then the count of the others."""
    lines = shown_lines(scene)
    for n, line in enumerate(lines):
        _draw_line(sheet, scene, scale, (line, top + (n + 0.7) * PITCH))
    y = top + (len(lines) + 0.65) * PITCH
    sheet.write(scale.right - 0.4, y, rest(scene), Style(LABEL, INK2, align="right"))


def _draw_line(sheet: Sheet, scene: Scene, scale: Scale, row: tuple[FactLine, float]) -> None:
    line, y = row
    left, right = _marks(sheet, scene, scale, row)
    for length in _LENGTHS:
        text = _label(scene, line, length)
        room = width(text, LABEL) + _MARK_ROOM
        if left - room >= scale.left:
            return sheet.write(left - _MARK_ROOM, y, text, Style(align="right"))
        if right + room <= scale.right:
            return sheet.write(right + _MARK_ROOM, y, text, Style())
    text = _label(scene, line, _LENGTHS[0])
    start = max(scale.left, min(left + 0.9, scale.right - width(text, LABEL)))
    sheet.write(start, y - 2.35, fitted(text, scale.right - start, LABEL), Style())


def _marks(
    sheet: Sheet, scene: Scene, scale: Scale, row: tuple[FactLine, float]
) -> tuple[float, float]:
    """Draw circle, bar, square and cross of one row; return its ends in mm."""
    line, y = row
    ends = [scale(at) for at in (line.known, line.said, line.out) if at is not None]
    inner = [min(max(x, scale.left + 0.9), scale.right - 0.9) for x in ends]
    if line.known is not None:
        stop = scale(scale.end if line.said is None else line.said)
        start = scale(line.known)
        if stop > start:
            sheet.block(start, y - 0.7, stop, y + 0.7, WORLD_PALE, layer=2)
            inner.append(stop)
        sheet.mark(max(start, scale.left + 0.9), y, "o", INK, 4.6, hollow=True)
    if line.out is not None and (line.said is None or line.out < line.said):
        x = min(max(scale(line.out), scale.left + 0.9), scale.right - 0.9)
        sheet.mark(x, y, "s", PAPER, 6.4, layer=5)
        sheet.mark(x, y, "x", WORLD, 4.4)
    if line.said is not None:
        sheet.mark(min(scale(line.said), scale.right - 0.9), y, "s", TEAM, 4.8)
    return min(inner), max(inner)


def _label(scene: Scene, line: FactLine, length: int) -> str:
    fact = shortened(line.text, length)
    if line.known is None or (line.out is not None and line.out < line.known):
        return scene.say(_BEFORE, fact=fact)
    if line.said is None:
        return scene.say(_NEVER, fact=fact)
    kept = line.kept(line.said)
    return scene.say(_KEPT, fact=fact, length=scene.length(kept)) if kept >= 1 else fact
