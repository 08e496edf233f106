"""Reading a journal back from its file, every line checked."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from simulator.errors import DrillError, Problem, wrong
from simulator.journal.book import Journal
from simulator.journal.entries import KINDS, Entry
from simulator.text import Text

LARGEST_FILE = 512 * 2**20


def read_journal(path: Path) -> Journal:
    """Return the journal that `path` holds.

    Raises:
        DrillError: when there is no such file, or a line that is not an entry of ours; every line
            is named.
    """
    journal: Journal = Journal()
    problems: list[Problem] = []
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            entry = _entry(line)
            if not problems:  # after a wrong line the ids and minutes cannot be held to it
                _append(journal, entry)
        except (ValueError, ValidationError, RecursionError) as error:
            problems.append(_problem(path, number, error))
            if len(problems) == 20:
                break
    if problems or not len(journal) or journal[1].kind != "started":
        raise DrillError(*(problems or [_not_a_journal(path)]))
    return journal


def _lines(path: Path) -> list[bytes]:
    try:
        if not path.is_file():
            raise FileNotFoundError
        if path.stat().st_size > LARGEST_FILE:
            raise wrong(
                "fichier trop grand pour un journal", "too large to be a journal", str(path)
            )
        return path.read_bytes().split(b"\n")
    except OSError:
        raise wrong(
            f"{path} : pas de fichier lisible à cet endroit ; donner le chemin d’un journal.jsonl",
            f"{path}: no readable file there; give the path of a journal.jsonl",
        ) from None


def _append(journal: Journal, entry: Entry) -> None:
    if len(journal) and entry.at < journal[len(journal)].at:
        raise ValueError("at")
    journal.append(entry)


def _entry(line: bytes) -> Entry:
    data = json.loads(line)
    if not isinstance(data, dict) or not isinstance(data.get("kind"), str):
        raise ValueError("kind")
    if data["kind"] not in KINDS:
        raise ValueError("kind")
    entry: Entry = _adapter(data.pop("kind")).validate_json(json.dumps(data))
    if any(cause >= entry.id or cause < 1 for cause in entry.causes):
        raise ValueError("causes")
    return entry


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    shape: Any = KINDS[kind]
    shape.__pydantic_config__ = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)
    return TypeAdapter(shape)


def _problem(path: Path, number: int, error: Exception) -> Problem:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        text = Text(
            fr=f"« {place} » n’est pas ce qu’une entrée contient ; rejouer pour le réécrire",
            en=f"'{place}' is not what an entry holds; write the journal again with a replay",
        )
    else:
        text = Text(
            fr="cette ligne n’est pas la prochaine entrée d’un journal ; rejouer pour le réécrire",
            en="this line is not the next entry of a journal; replay to write it again",
        )
    return Problem(text, file=str(path), line=number, column=1)


def _not_a_journal(path: Path) -> Problem:
    return Problem(
        Text(
            fr="ce fichier ne commence pas par l’entrée « started » d’un journal de Cellule",
            en="this file does not begin with the 'started' entry of a Cellule journal",
        ),
        file=str(path),
        line=1,
        column=1,
    )
