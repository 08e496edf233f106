"""Where scenarios and decision sets are, and how their bytes are read without harm."""

import stat
from pathlib import Path

import scenarios
from simulator.errors import DrillError, wrong
from simulator.scenario.marks import MOST_BYTES
from simulator.scenario.shapes import Scenario
from simulator.scenario.wording import phrase, plain, quoted, suggested
from simulator.scenario.yaml_words import TOO_BIG

SHIPPED = Path(scenarios.__path__[0])
SCENARIO = "scenario.yaml"
DECISIONS = "decisions"


def shipped() -> tuple[str, ...]:
    """Return the ids of the scenarios that come with the simulator, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in SHIPPED.glob(f"*/{SCENARIO}")))


def sets_in(folder: Path) -> tuple[str, ...]:
    """Return the names of the decision sets of a scenario's folder, in alphabetical order."""
    return tuple(sorted(path.stem for path in (folder / DECISIONS).glob("*.yaml")))


def parted(given: str | Path) -> tuple[str | Path, str | None]:
    """Return what names a scenario, and the variant asked for after its last colon."""
    place, colon, variant = str(given).rpartition(":")
    if not colon or not place or "/" in variant or "\\" in variant:
        return given, None
    # A file whose name has a colon, or the drive of "C:my-case" on Windows.
    if _is_there(Path(given)) or Path(given).drive == f"{place}:":
        return given, None
    return (Path(place) if isinstance(given, Path) else place), variant


def scenario_file(given: str | Path) -> Path:
    """Return the file of a shipped id, a folder or a path.

    Raises:
        DrillError: when there is none; it names the nearest id.
    """
    if isinstance(given, str) and given in shipped():
        return SHIPPED / given / SCENARIO
    path = Path(given)
    if is_folder(path):
        return path / SCENARIO
    if isinstance(given, Path) or _is_there(path) or _looks_like_path(given):
        return path
    raise _unknown(
        "aucun scénario ne s'appelle {word}{hint}",
        "no scenario is called {word}{hint}",
        given,
        shipped(),
    )


def decision_file(folder: Path | None, given: str | Path) -> Path:
    """Return the file of a decision set: a name known in `folder`, or a path.

    Raises:
        DrillError: when there is none; it names the nearest set.
    """
    names = sets_in(folder) if folder else ()
    if folder and isinstance(given, str) and given in names:
        return folder / DECISIONS / f"{given}.yaml"
    path = Path(given)
    if isinstance(given, Path) or _is_there(path) or _looks_like_path(given):
        return path
    raise _unknown(
        "aucun jeu de décisions ne s'appelle {word}{hint}",
        "no decision set is called {word}{hint}",
        given,
        names,
    )


def folder_of(scenario: Scenario) -> Path | None:
    """Return where a scenario was read from, or where the shipped one of its id is."""
    if scenario.folder:
        return Path(scenario.folder)
    return SHIPPED / scenario.id if scenario.id in shipped() else None


def _unknown(fr: str, en: str, given: str, names: tuple[str, ...]) -> DrillError:
    sentence = phrase(fr, en, word=quoted(given), hint=suggested(given, names))
    return wrong(sentence.fr, sentence.en)


def _looks_like_path(given: str) -> bool:
    return "/" in given or "\\" in given or given.endswith((".yaml", ".yml"))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    # A name too long for the system, or with a NUL in it.
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Return whether a path is a folder; one the system cannot even name is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def content(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        DrillError: when it is missing, not a plain file, not readable, or too big.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _bad_file(path, *_NOT_PLAIN)
        if status.st_size > MOST_BYTES:
            raise _bad_file(path, *TOO_BIG)
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _bad_file(path, *_MISSING) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _bad_file(path, *_UNREADABLE, reason=plain(reason)) from None


_MISSING = (
    "le fichier {path} n'existe pas ; vérifier le chemin",
    "the file {path} does not exist; check the path",
)
_NOT_PLAIN = (
    "{path} n'est pas un fichier ordinaire ; donner un fichier YAML",
    "{path} is not an ordinary file; give a YAML file",
)
_UNREADABLE = (
    "le fichier {path} ne peut pas être lu ({reason}) ; vérifier le chemin et les droits",
    "the file {path} cannot be read ({reason}); check the path and the permissions",
)


def _bad_file(path: Path, fr: str, en: str, **values: object) -> DrillError:
    sentence = phrase(fr, en, path=plain(str(path)), **values)
    return wrong(sentence.fr, sentence.en)
