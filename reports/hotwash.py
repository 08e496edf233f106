"""Reading the answers to the hot wash, which are kept in a file beside the journal."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from reports.facts.asked import Answer, Asked
from simulator.errors import DrillError, Problem
from simulator.errors import Path as Place
from simulator.scenario.base import Shape
from simulator.scenario.explain import explained
from simulator.scenario.wording import Finding, found, shown
from simulator.text import Text

NAME = "hotwash.json"
LOWEST, HIGHEST = 1, 5
_LARGEST, _LONGEST, _SHOWN = 16 * 2**20, 4000, 20


class _Sheet(Shape):
    questions: tuple[Asked, ...]


def hot_wash_beside(journal: Path) -> tuple[Asked, ...]:
    """Return the hot wash that lies beside a journal, empty where there is none.

    Raises:
        DrillError: when that file is not as it should be; everything wrong is named.
    """
    path = journal.parent / NAME
    return read_hot_wash(path) if path.exists() else ()


def read_hot_wash(path: Path) -> tuple[Asked, ...]:
    """Return the hot wash that `path` holds.

    Raises:
        DrillError: when it is not as it should be; everything wrong is named.
    """
    document = {"questions": _data(path)}
    try:
        sheet = _Sheet.model_validate_json(json.dumps(document))
    except ValidationError as error:
        raise _refused(path, list(explained(error, document, _Sheet))) from None
    if findings := list(_misfits(sheet)):
        raise _refused(path, findings)
    return sheet.questions


def _data(path: Path) -> Any:
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError
        data = json.loads(path.read_bytes())
        json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    except (OSError, ValueError, RecursionError):
        raise DrillError(Problem(_UNREADABLE, file=str(path))) from None
    return data


_UNREADABLE = Text(
    fr="ce fichier n’est pas du JSON lisible ; remettre celui que la salle a écrit, ou l’ôter",
    en="this file is not readable JSON; put back the one the room wrote, or take it away",
)


def _misfits(sheet: _Sheet) -> Iterator[Finding]:
    """Yield a finding for each answer that its question does not allow."""
    for number, asked in enumerate(sheet.questions):
        for place, answer in enumerate(asked.answers):
            if not _fits(asked, answer):
                path = ("questions", number, "answers", place, "value")
                yield found(path, *_MISFIT[asked.kind], given=shown(answer.value))


_MISFIT = {
    "scale": (
        f"{{given}} n’est pas sur l’échelle ; un nombre entier de {LOWEST} à {HIGHEST}",
        f"{{given}} is not on the scale; a whole number from {LOWEST} to {HIGHEST}",
    ),
    "text": (
        f"{{given}} n’est pas une réponse ; un texte de 1 à {_LONGEST} caractères",
        f"{{given}} is no answer; a text of 1 to {_LONGEST} characters",
    ),
}


def _fits(asked: Asked, answer: Answer) -> bool:
    if asked.kind == "scale":
        return type(answer.value) is int and LOWEST <= answer.value <= HIGHEST
    return isinstance(answer.value, str) and 0 < len(answer.value.strip()) <= _LONGEST


def _refused(path: Path, findings: list[Finding]) -> DrillError:
    return DrillError(
        *(Problem(f.sentence(), _within(f.path), str(path)) for f in findings[:_SHOWN])
    )


def _within(place: Place) -> Place:
    """Return a place in the file: the key around the list is ours."""
    return place[1:]
