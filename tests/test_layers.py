"""The house of DESIGN.md: who may import whom."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

ROWS = ("words", "parts", "engine", "judgement", "studies", "faces")
PLACES = {  # every other place directly in simulator/ is a part
    "simulator.errors": "words",
    "simulator.files": "words",
    "simulator.kept": "words",
    "simulator.text": "words",
    "simulator.times": "words",
    "simulator.streams": "words",
    "simulator.scenario": "words",
    "simulator.journal": "words",
    "simulator.engine": "engine",
    "simulator.score": "judgement",
    "simulator.study": "studies",
    "simulator.room": "faces",
    "simulator.cli": "faces",
    "reports": "faces",
}


@dataclass(frozen=True, slots=True)
class Import:
    """One module naming another, both of this project."""

    importer: str
    imported: str
    where: str
    in_function: bool


def modules(root: Path) -> dict[str, Path]:
    """Return every module of the two code packages by its dotted name."""
    found = {}
    for path in sorted([*root.glob("simulator/**/*.py"), *root.glob("reports/**/*.py")]):
        parts = path.relative_to(root).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(root: Path) -> list[Import]:
    """Return every import of one project module by another, wherever it stands in the file."""
    known = modules(root)
    return [found for name, path in known.items() for found in _imports_of(name, path, root, known)]


def _imports_of(name: str, path: Path, root: Path, known: dict[str, Path]) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    inner = {id(node) for function in functions for node in ast.walk(function)}
    package = name if path.stem == "__init__" else name.rpartition(".")[0]
    for node in ast.walk(tree):
        for target in _targets(node, package, known):
            where = f"{path.relative_to(root).as_posix()}:{getattr(node, 'lineno', 0)}"
            yield Import(name, target, where, id(node) in inner)


def _targets(node: ast.AST, package: str, known: dict[str, Path]) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names if alias.name in known]
    if not isinstance(node, ast.ImportFrom):
        return []
    base = node.module or ""
    if node.level:
        base = ".".join([*package.split(".")[: 1 - node.level or None], *filter(None, [base])])
    deeper = [f"{base}.{alias.name}" for alias in node.names]
    return sorted({name if name in known else base for name in deeper} & set(known))


def place(module: str) -> str:
    """Return the folder or file, directly in simulator/, that a module belongs to."""
    if module == "simulator.__main__":
        return "simulator.cli"
    return "reports" if module.startswith("reports") else ".".join(module.split(".")[:2])


def row(module: str) -> str:
    """Return the name of the row a module stands in."""
    return PLACES.get(place(module), "parts")


def fault(found: Import) -> str | None:
    """Return why this import breaks the house, or None."""
    ours, theirs = place(found.importer), place(found.imported)
    if ours == theirs or ours == "simulator":
        return None
    if theirs == "simulator":
        return "nothing inside imports the package that re-exports everything"
    rows = row(found.importer), row(found.imported)
    if rows == ("judgement", "engine"):
        return "the score reads the journal, never the engine"
    if rows == ("words", "words"):
        return None  # one vocabulary; the test of circles keeps it in order
    if ours == "simulator.cli" and rows == ("faces", "faces"):
        return None if found.in_function else "the command line imports faces in functions only"
    if ROWS.index(rows[0]) <= ROWS.index(rows[1]):
        return f"{rows[0]} import only from rows below, not {rows[1]}"
    return None


def violations(root: Path) -> list[str]:
    """Return every breach of the house as `file:line: what: why`."""
    broken = [
        f"{found.where}: {found.importer} imports {found.imported}: {why}"
        for found in imports(root)
        if (why := fault(found))
    ]
    code = [path for path in root.glob("scenarios/**/*.py") if path.name != "__init__.py"]
    return broken + [f"{path.relative_to(root)}:1: scenarios/ holds data only" for path in code]


def circles(root: Path) -> list[str]:
    """Return the modules that import each other in a ring, one ring a line."""
    edges: dict[str, set[str]] = {name: set() for name in modules(root)}
    for found in imports(root):
        edges[found.importer].add(found.imported)
    while free := [name for name, targets in edges.items() if not targets & edges.keys()]:
        for name in free:
            del edges[name]
    return [_ring(name, edges) for name in list(edges)[:1]]


def _ring(start: str, edges: dict[str, set[str]]) -> str:
    path = [start]
    while path[-1] not in path[:-1]:
        path.append(min(edges[path[-1]] & edges.keys()))
    return " -> ".join(path[path.index(path[-1]) :])


def test_imports_go_downwards():
    """A newcomer can read the house from the bottom up, and a change below has a known reach."""
    broken = violations(ROOT)
    assert not broken, "\n" + "\n".join(broken)


def test_no_import_circles():
    """Modules in a ring can only be understood all at once."""
    rings = circles(ROOT)
    assert not rings, "\n" + "\n".join(rings)


def test_the_house_is_found():
    """An empty walk would pass the two tests above."""
    assert "simulator.errors" in modules(ROOT)
    assert imports(ROOT)


@pytest.mark.parametrize(
    ("file", "line", "why"),
    [
        ("simulator/errors.py", "import simulator.engine", "words import only from rows below"),
        ("simulator/press.py", "from simulator.rumour import chain", "parts import only from rows"),
        ("simulator/press.py", "from .rumour import chain", "parts import only from rows"),
        ("simulator/score/letter.py", "from simulator import engine", "never the engine"),
        ("simulator/press.py", "from simulator import run", "the package that re-exports"),
        ("reports/pdf.py", "from simulator.cli import main", "faces import only from rows below"),
        ("simulator/cli.py", "from reports import pdf", "in functions only"),
        ("scenarios/case/case.py", "", "data only"),
    ],
)
def test_a_breach_is_caught(tmp_path, file, line, why):
    """A test of the house that cannot fail guards nothing."""
    _build(tmp_path, {file: f"'''One.'''\n{line}\n"})
    (found,) = violations(tmp_path)
    assert found.startswith(f"{file}:{2 if line else 1}: ")
    assert why in found


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("simulator/__init__.py", "from simulator.engine import run"),
        ("simulator/__main__.py", "from simulator.cli import main"),
        ("simulator/engine.py", "from simulator.rumour import chain"),
        ("simulator/errors.py", "from simulator.journal import book"),
        ("simulator/rumour/chain.py", "import simulator.rumour.kernel"),
        ("simulator/cli.py", "def report():\n    from reports import pdf"),
    ],
)
def test_a_sound_import_passes(tmp_path, file, line):
    """The house forbids nothing that the design allows."""
    _build(tmp_path, {file: line})
    assert violations(tmp_path) == []


def test_a_circle_is_caught(tmp_path):
    """Rings of three count too, and imports in functions as well."""
    ring = {
        "simulator/rumour/chain.py": "def f():\n    from simulator.rumour import kernel",
        "simulator/rumour/kernel.py": "from simulator.rumour.leap import leap",
        "simulator/rumour/leap.py": "import simulator.rumour.chain",
    }
    _build(tmp_path, ring)
    (found,) = circles(tmp_path)
    assert found.count("simulator.rumour.chain") == 2


def _build(root: Path, files: dict[str, str]) -> None:
    """Write a small sound house, with `files` in place of its own."""
    names = ("__init__", "engine", "cli", "errors", "press", "journal/book")
    names += ("rumour/__init__", "rumour/chain", "rumour/kernel", "score/letter")
    sound = {f"simulator/{name}.py": "" for name in names} | {"reports/pdf.py": ""}
    for name, text in (sound | files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
