"""What a process plays with: version, Python, NumPy, sources; and where that is not as here."""

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from simulator.engine.model import VERSION
from simulator.errors import DrillError, Problem, wrong
from simulator.text import Text

Release = dict[str, str]
_SOURCES = Path(__file__).parents[1]
_KINDS = (".py", ".yaml")
_FACES = ("cli", "room")  # they show what a run came to, and change nothing of it
_SHOWN = 3


@cache
def release() -> Release:
    """Return what runs of this process depend on, beside the design.

    Read once: a process goes on with the sources it has loaded, whatever is edited later. Plain
    text, that processes with another release can exchange.
    """
    return {
        "cellule": VERSION,
        "python": ".".join(platform.python_version_tuple()[:2]),
        "numpy": np.__version__,
        "sources": digest(_SOURCES),
    }


def digest(root: Path) -> str:
    """Return what tells two trees of sources apart, in 12 characters; ends of line aside.

    Constants of the model are sources, so a moved constant is another digest.
    """
    found = hashlib.sha256()
    files = (path for path in root.rglob("*") if path.suffix in _KINDS)
    names = ((path.relative_to(root).as_posix(), path) for path in files)
    for name, path in sorted(pair for pair in names if pair[0].partition("/")[0] not in _FACES):
        text = path.read_bytes().replace(b"\r\n", b"\n")
        found.update(f"{name} {len(text)}\n".encode() + text)
    return found.hexdigest()[:12]


def refuse_others(address: str, here: Release, reports: Mapping[str, Release | Exception]) -> None:
    """Check that every process, by the place where it runs, would play what this one plays.

    Raises:
        DrillError: when one would not; it says what differs, and where.
    """
    places: dict[Text, list[str]] = {}
    for place, report in sorted(reports.items()):
        if report != here:
            places.setdefault(what_differs(here, report), []).append(place)
    if places:
        problems = (_told(what, at) for what, at in places.items())
        raise DrillError(*_advice(address).problems, *problems)


def what_differs(here: Release, report: Release | Exception) -> Text:
    """Return in words where another release is not as here."""
    if isinstance(report, Exception):
        return Text(fr=f"Cellule n’y répond pas ({report})", en=f"no answer of Cellule ({report})")
    names = [name for name in {**here, **report} if report.get(name) != here.get(name)]
    pairs = [(name, report.get(name, "–"), here.get(name, "–")) for name in names]
    return Text(
        fr=", ".join(f"{name} {there} (ici {ours})" for name, there, ours in pairs),
        en=", ".join(f"{name} {there} (here {ours})" for name, there, ours in pairs),
    )


def _told(what: Text, places: list[str]) -> Problem:
    shown, more = ", ".join(places[:_SHOWN]), len(places) - _SHOWN
    others_fr, others_en = (f" et {more} autres", f" and {more} more") if more > 0 else ("", "")
    return Problem(Text(fr=f"{shown}{others_fr} : {what.fr}", en=f"{shown}{others_en}: {what.en}"))


def _advice(address: str) -> DrillError:
    return wrong(
        f"{address} : des workers ne joueraient pas ce qui se joue ici. Y"
        " installer le même Cellule, avec les mêmes versions, puis les redémarrer :",
        f"{address}: some workers would not play what is played here. Install"
        " the same Cellule there, with the same versions, then restart them:",
    )
