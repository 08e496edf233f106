"""What a user can put right, said so that they can."""

from collections.abc import Sequence
from typing import NamedTuple

from simulator.text import Language, Text

Path = tuple[str | int, ...]


class Problem(NamedTuple):
    """One thing wrong in a file: where it is and what to do.

    `path` is the place inside the document (("facts", 2, "weight")); `line` and `column` count
    from 1 and are 0 when the problem has no place (a file that is not there).
    """

    message: Text
    path: Path = ()
    file: str = ""
    line: int = 0
    column: int = 0

    def say(self, language: Language) -> str:
        """Return `file:line:col: where: message` in `language`."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        where = spell(self.path)
        return ": ".join(part for part in (place, where, self.message.say(language)) if part)


def spell(path: Path) -> str:
    """Return a path as people write it: facts[2].weight."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.removeprefix(".")


class DrillError(Exception):
    """Something a user can put right; the command line prints it alone and exits 1."""

    def __init__(self, *problems: Problem) -> None:
        """Keep every problem found, in the order of the file."""
        self.problems: Sequence[Problem] = problems
        super().__init__("\n".join(problem.say("en") for problem in problems))

    def say(self, language: Language) -> str:
        """Return all problems, a line each, in `language`."""
        return "\n".join(problem.say(language) for problem in self.problems)


def wrong(fr: str, en: str, file: str = "") -> DrillError:
    """Return an error with one problem and no place inside a file."""
    return DrillError(Problem(Text(fr=fr, en=en), file=file))
