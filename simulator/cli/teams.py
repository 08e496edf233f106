"""The report of a room: the journals of several teams that played the same exercise."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from simulator.cli.outcome import Played
from simulator.errors import wrong
from simulator.journal import Journal
from simulator.journal.entries import Started
from simulator.text import Language


def write_room(
    results: Sequence[Played],
    journals: Sequence[Path],
    names: Sequence[str],
    out: Path,
    language: Language,
) -> list[Path]:
    """Write the room's report under `out` and return its files.

    Raises:
        DrillError: when the journals are not of one exercise, or names are not one each.
    """
    _same_exercise(results, journals)
    called = _named(journals, names)
    # Matplotlib and typst are heavy: only a command that draws pays for them.
    from reports.facts.run import Run
    from reports.hotwash import hot_wash_beside
    from reports.teams import Team, write_teams

    teams = [
        Team(name, Run(played.scenario, played.journal, played.card, language),
             hot_wash_beside(path))
        for name, played, path in zip(called, results, journals, strict=True)
    ]  # fmt: skip
    return write_teams(teams, out)


def _same_exercise(results: Sequence[Played], journals: Sequence[Path]) -> None:
    first = _start(results[0].journal)
    for played, path in zip(results, journals, strict=True):
        start = _start(played.journal)
        if (start.seed, start.scenario) != (first.seed, first.scenario):
            raise wrong(
                f"{path} : un autre scénario ou une autre graine que {journals[0]} ; ne donner que"
                " les journaux d’un même exercice",
                f"{path}: another scenario or another seed than {journals[0]}; give journals of one"
                " exercise only",
            )


def _start(journal: Journal) -> Started:
    return journal.of(Started)[0]


def _named(journals: Sequence[Path], names: Sequence[str]) -> list[str]:
    """Return a name for each team: those given, else where its journal lies."""
    if not names:
        return list(_places(journals))
    if len(names) != len(journals):
        raise wrong(
            f"{len(names)} noms d’équipe pour {len(journals)} journaux ; un --team par journal",
            f"{len(names)} team names for {len(journals)} journals; one --team a journal",
        )
    return list(names)


def _places(journals: Sequence[Path]) -> Iterable[str]:
    for path in journals:
        usual = path.stem == "journal"
        yield path.resolve().parent.name if usual else path.stem
