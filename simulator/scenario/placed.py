"""From findings to problems: their places in the file, in its order, the first hundred."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from simulator.errors import Path, Problem
from simulator.scenario.marks import Marked
from simulator.scenario.variants import Resolved
from simulator.scenario.wording import Finding, phrase, plain
from simulator.text import Text

MOST_SHOWN = 100


def placed(
    findings: Iterable[Finding], marked: Marked, document: Resolved, file: str
) -> Sequence[Problem]:
    """Return findings in `document`, which was read from `marked`, as problems of the file."""
    there = [finding._replace(path=document.origin(finding.path)) for finding in findings]
    ordered = sorted(_once([*marked.findings, *there], marked), key=lambda pair: pair[0])
    problems = [_problem(finding, place, file) for place, finding in ordered[:MOST_SHOWN]]
    if len(ordered) > MOST_SHOWN:
        problems.append(_more(len(ordered) - MOST_SHOWN, file, ordered[MOST_SHOWN][0]))
    return problems


def merged(by_variant: Mapping[str | None, Sequence[Problem]]) -> Sequence[Problem]:
    """Return the problems of all variants of a file, each once; one of some variants says so."""
    lists = list(by_variant.values())
    longest = max(lists, key=len, default=())
    if len(lists) < 2 or len(longest) > MOST_SHOWN:
        return longest
    problems = dict.fromkeys(problem for problems in lists for problem in problems)
    told = [_told(problem, by_variant) for problem in problems]
    told.sort(key=lambda problem: (problem.file, problem.line, problem.column))
    rest = told[MOST_SHOWN:]
    more = [_more(len(rest), rest[0].file, (rest[0].line, rest[0].column))] if rest else []
    return [*told[:MOST_SHOWN], *more]


def _told(problem: Problem, by_variant: Mapping[str | None, Sequence[Problem]]) -> Problem:
    names = [name for name, problems in by_variant.items() if problem in problems]
    if len(names) == len(by_variant):
        return problem
    where = ", ".join(plain(name) for name in names if name)
    message = Text(
        fr=f"{problem.message.fr} (variante {where})",
        en=f"{problem.message.en} (variant {where})",
    )
    return problem._replace(message=message)


def _more(number: int, file: str, place: tuple[int, int]) -> Problem:
    more = phrase("… et {n} autres problèmes", "… and {n} more problems", n=number)
    return Problem(more, (), file, *place)


def _once(findings: Iterable[Finding], marked: Marked) -> Iterator[tuple[tuple[int, int], Finding]]:
    """Yield findings with their places; where the file was wrong, nothing else is said."""
    unreadable = {finding.path for finding in marked.findings}
    for finding in findings:
        if finding.place is not None:
            yield finding.place, finding
        elif finding.path not in unreadable:
            yield marked.place(finding.path), finding


def _problem(finding: Finding, place: tuple[int, int], file: str) -> Problem:
    path: Path = tuple(plain(step) if isinstance(step, str) else step for step in finding.path)
    return Problem(finding.sentence(), path, file, *place)
