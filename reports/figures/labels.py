"""Greedy placement of labels in lanes beside an axis: never touching, least important left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.figures.ink import LABEL, REGULAR, width
from reports.figures.strokes import Align

_GAP = 1.8
_LEADER_GAP = 0.6  # between a leader and the label it carries
_BESIDE = 0.4  # between two leaders, at least
_TURN = 0.8  # after this share of the width a label stands left of its leader


@dataclass(frozen=True, slots=True)
class Label:
    """A text for the place `x` mm; the greater its rank, the later it is given up."""

    x: float
    text: str
    rank: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A label in its lane, 0 nearest the axis, with the mm it takes, leader included."""

    label: Label
    lane: int
    left: float
    right: float
    leftward: bool

    @property
    def align(self) -> Align:
        """Return which side of its text stands at the leader."""
        return "right" if self.leftward else "left"

    @property
    def start(self) -> float:
        """Return where its text begins, or ends when it stands left of its leader."""
        return self.label.x + (-_LEADER_GAP if self.leftward else _LEADER_GAP)


def place(labels: Iterable[Label], most: int, lanes: int, right_edge: float) -> list[Placed]:
    """Return at most `most` labels, placed, highest ranks first; what does not fit gives way."""
    kept: list[Label] = []
    best: list[Placed] = []
    for label in sorted(labels, key=lambda label: (-label.rank, label.x, label.text)):
        if len(kept) == most or any(label.text == other.text for other in kept):
            continue
        tried = (_try([*kept, label], lanes, (right_edge, turn)) for turn in (_TURN, 1.0))
        placed = next((found for found in tried if found is not None), None)
        if placed is not None:
            kept, best = [*kept, label], placed
    return best


def _try(labels: Sequence[Label], lanes: int, room: tuple[float, float]) -> list[Placed] | None:
    """Return all labels placed, or None; `room` is the right edge and where labels turn."""
    right_edge, turn = room
    rightward = [x for x in labels if not _turned(x, right_edge, turn)]
    leftward = [x for x in labels if _turned(x, right_edge, turn)]
    order = sorted(rightward, key=lambda x: -x.x) + sorted(leftward, key=lambda x: x.x)
    placed: list[Placed] = []
    for label in order:
        side = _turned(label, right_edge, turn)
        options = (_box(label, lane, left) for left in (side, not side) for lane in range(lanes))
        found = next((box for box in options if _free(box, placed, right_edge)), None)
        if found is None:
            return None
        placed.append(found)
    return placed


def _turned(label: Label, right_edge: float, turn: float) -> bool:
    room = width(label.text, LABEL, REGULAR) + _LEADER_GAP
    late = label.x > turn * right_edge and label.x - room >= 0
    return late or label.x + room > right_edge


def _box(label: Label, lane: int, leftward: bool) -> Placed:
    room = width(label.text, LABEL, REGULAR) + _LEADER_GAP
    if leftward:
        return Placed(label, lane, label.x - room, label.x, leftward=True)
    return Placed(label, lane, label.x, label.x + room, leftward=False)


def _free(new: Placed, placed: Sequence[Placed], right_edge: float) -> bool:
    inside = new.left >= -0.01 and new.right <= right_edge + 0.01
    return inside and not any(_clash(new, old) for old in placed)


def _clash(new: Placed, old: Placed) -> bool:
    if new.lane == old.lane:
        return new.left < old.right + _GAP and old.left < new.right + _GAP
    far, near = (new, old) if new.lane > old.lane else (old, new)
    left, right = (_GAP / 2, _BESIDE) if near.leftward else (_BESIDE, _GAP / 2)
    return near.left - left < far.label.x < near.right + right and not _shared(far, near)


def _shared(far: Placed, near: Placed) -> bool:
    """Return whether the far leader runs along the near one, outside its text."""
    return abs(far.label.x - near.label.x) < 1e-6


def part(
    places: Sequence[float], widths: Sequence[float], limits: tuple[float, float]
) -> list[float]:
    """Return sorted centres moved as little as needed for blocks of `widths` not to touch.

    When they cannot all stand within `limits`, they run over its right end.
    """
    moved: list[float] = []
    for place_, size in zip(places, widths, strict=True):
        least = moved[-1] + (widths[len(moved) - 1] + size) / 2 if moved else limits[0] + size / 2
        moved.append(max(place_ - _lean(places, widths, len(moved)), least))
    edge = limits[1]
    for n in range(len(moved) - 1, -1, -1):
        moved[n] = min(moved[n], edge - widths[n] / 2)
        edge = moved[n] - widths[n] / 2
    return moved


def _lean(places: Sequence[float], widths: Sequence[float], n: int) -> float:
    """Return how far a block leans left so that a crowd parts symmetrically."""
    crowd, lean = places[n], 0.0
    for after in range(n + 1, len(places)):
        if places[after] - crowd >= widths[after]:
            break
        lean += (widths[after] - (places[after] - crowd)) / 2
        crowd = places[after]
    return lean
