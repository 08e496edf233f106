"""Hundreds of broken files: each loads, or says in two languages and with a line what is wrong."""

import copy
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import perf_counter

import pytest

from simulator.errors import DrillError
from simulator.scenario import Scenario, check_file, load, load_decisions, shipped
from simulator.scenario.files import DECISIONS as FOLDER
from simulator.scenario.files import SCENARIO as FILE
from simulator.scenario.files import SHIPPED
from tests.builders import DECISIONS, SCENARIO, a_scenario, document, yaml_text

SECONDS = 5.0
VALUES = {
    "nothing": None,
    "true": True,
    "number": -1,
    "decimal": 1e300,
    "digits": 10**14,
    "word": "unknown-id",
    "empty": "",
    "blank": " ",
    "maths": r"$\frac{1}{0}$ {en.__class__} {0} %s",
    "emoji": "🔥👩‍🚒",
    "right-to-left": "\u202eabc\u2066\u200f",
    "time": "T+999999d",
    "date": "9999-12-31 23:59",
    "local": "2015-03-29 02:30",
    "list": [],
    "long list": [1] * 5000,
    "group": {},
    "text": {"fr": "a", "en": "a"},
    "deep": [[[[[[[[[[]]]]]]]]]],
    "megabyte": "x" * 1_000_000,
}
WHOLE = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "indented": "\n".join(" " * n + "a:" for n in range(2000)),
    "aliases": "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a,*a]\n" for n in range(99)),
    "bomb": "a0: &a0 x\n"
    + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)),
    "itself": "a: &a [*a]",
    "object": "!!python/object/apply:os.system ['true']",
    "set": "!!set {a, b}",
    "empty": "",
    "comment": "# nothing",
    "null": "~",
    "text": "just a text",
    "list": "[1, 2]",
    "number": "12",
    "documents": "a: 1\n---\nb: 2",
    "directive": "%YAML 9.9\n---\na: 1",
    "tag directive": "%TAG ! tag:x,2000:\n---\na: 1",
    "merge": "<<: [{a: 1}, {b: 2}]",
    "long key": "k" * 1_000_000 + ": 1",
    "long keys": "".join(f"{'k' * 500}{n}: 1\n" for n in range(2000)),
    "key of braces": "{[a]: b}",
    "integer": "format: " + "9" * 1_000_000,
    "nan": "format: .nan",
    "infinity": "format: .inf",
    "hexadecimal": "format: 0xFF",
    "sexagesimal": "format: 190:20:30",
    "quote": 'format: "',
    "escape": r'format: "\x"',
    "nul": 'format: "\\0"',
    "block": "format: |\n x\ny",
}


def variants(text: str) -> Iterator[tuple[str, bytes]]:
    """Yield many ways to break a valid file, each with its name."""
    for name, whole in WHOLE.items():
        yield name, whole.encode()
    yield from _bytes_broken(text.encode())
    data = document(text)
    for path in sorted({_model(path): path for path in _paths(data)}.values(), key=str):
        for name, changed in _parts_broken(data, path):
            yield f"{'.'.join(map(str, path))} {name}", yaml_text(changed).encode()


def _bytes_broken(content: bytes) -> Iterator[tuple[str, bytes]]:
    chance = random.Random(1)
    yield "tabs", content.replace(b"  ", b"\t")
    yield "carriage returns", content.replace(b"\n", b"\r\n")
    yield "old carriage returns", content.replace(b"\n", b"\r")
    yield "byte-order mark", b"\xef\xbb\xbf" + content
    yield "utf-16", content.decode().encode("utf-16")
    yield "latin-1", content.decode().encode("latin-1", "replace")
    yield "twice", content + content
    yield "many documents", (b"---\n" + content) * 3
    yield "garbage", chance.randbytes(5000)
    for cut in range(1, 40):
        yield f"truncated {cut}", content[: cut * len(content) // 40]
    for turn in range(40):
        at = chance.randrange(len(content))
        yield f"byte {turn}", content[:at] + chance.randbytes(1) + content[at + 1 :]


def _parts_broken(data: object, path: tuple[str | int, ...]) -> Iterator[tuple[str, dict]]:
    for name in ("dropped", "misspelt", *VALUES):
        changed = copy.deepcopy(data)
        holder = changed
        for step in path[:-1]:
            holder = holder[step]
        if name == "misspelt" and isinstance(holder, dict):
            holder[f"{path[-1]}x"] = holder.pop(path[-1])
        elif name in VALUES:
            holder[path[-1]] = VALUES[name]
        else:
            del holder[path[-1]]
        yield name, changed


def _paths(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in items:
        yield (*path, step)
        if isinstance(value, dict | list):
            yield from _paths(value, (*path, step))


def _model(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return a path without its ranks: one item of each list is broken, not all."""
    return tuple("*" if isinstance(step, int) else step for step in path)


def unfair(file: Path, scenario: Scenario | None) -> str:
    """Load a file, as a scenario or for one; return what was not as promised, or nothing."""
    started = perf_counter()
    said: list[str] = []
    try:
        load_decisions(scenario, file) if scenario else load(file)
    except DrillError as error:
        said = [
            str(problem)[:200]
            for problem in [*error.problems, *check_file(file)]
            if problem.line < 1 or not problem.message.fr or not problem.message.en
        ]
        said += [line[:200] for line in error.say("fr").splitlines() if len(line) > 2000]
    taken = perf_counter() - started
    return "; ".join(said) + (f" took {taken:.1f} s" if taken > SECONDS else "")


def broken(
    folder: Path, text: str, scenario: Scenario | None, every: int = 1
) -> tuple[int, list[str]]:
    """Return how many variants were tried, one in `every`, and which were treated unfairly."""
    file, tried, unfairly = folder / "x.yaml", 0, []
    for name, content in islice(variants(text), None, None, every):
        file.write_bytes(content)
        tried += 1
        try:
            problem = unfair(file, scenario)
        except Exception as error:
            problem = repr(error)[:300]
        if problem:
            unfairly.append(f"{name}: {problem}")
    return tried, unfairly


@pytest.mark.slow
def test_broken_scenario_is_explained(tmp_path):
    """Whatever an author does to a file, the answer is a line number and a sentence."""
    tried, unfairly = broken(tmp_path, SCENARIO, None, every=3)
    assert tried > 200
    assert unfairly == []


@pytest.mark.slow
def test_broken_decision_set_is_explained(tmp_path):
    """The same for the plans."""
    tried, unfairly = broken(tmp_path, DECISIONS, a_scenario())
    assert tried > 200
    assert unfairly == []


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped()[:1])
def test_broken_shipped_scenario_is_explained(tmp_path, name):
    """The real ones are longer, and are what people copy."""
    scenario = load(name)
    for plan in sorted((SHIPPED / name / FOLDER).glob("*.yaml"))[:1]:
        assert broken(tmp_path, plan.read_text("utf-8"), scenario, every=13)[1] == []
    assert broken(tmp_path, (SHIPPED / name / FILE).read_text("utf-8"), None, every=13)[1] == []


@pytest.mark.parametrize("name", WHOLE)
def test_hostile_file_is_explained(tmp_path, name):
    """The worst of them, in every run."""
    file = tmp_path / "x.yaml"
    file.write_text(WHOLE[name], encoding="utf-8")
    assert unfair(file, None) == ""
    assert unfair(file, a_scenario()) == ""
