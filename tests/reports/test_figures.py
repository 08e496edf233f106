"""The figures: drawn for every run, no text on another, the same bytes each time."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.text import Text as DrawnText
from matplotlib.transforms import Bbox, IdentityTransform

from reports.figures import FIGURES, Drawn, Scene, draw_all, save
from reports.figures.glyphs import FONTS, shortened, shown
from reports.figures.ink import DPI, FAMILY, MEDIUM, MM_PER_INCH, SEMIBOLD, font
from reports.figures.sheet import Sheet
from reports.figures.strokes import Words
from simulator import load, load_decisions, run, score
from simulator.journal import Journal
from simulator.scenario import Scenario
from simulator.text import LANGUAGES
from tests.builders import a_scenario, decided, document

ROOT = Path(__file__).parent.parent.parent
STRANGE = "Un $\\frac{1}{2}$ {nom} 🔥 de \u202eרשת\u202c 東京 <b>&amp; \"style='x'\""
STRANGE += " si long qu’il ne tient nulle part, ni ici ni ailleurs"


@cache
def gemalto(decisions: str, seed: int) -> tuple[Scenario, Journal]:
    scenario = load("gemalto-2015")
    return scenario, run(scenario, load_decisions(scenario, decisions), seed)


def scene(scenario: Scenario, journal: Journal, language: str) -> Scene:
    return Scene(scenario, journal, score(journal, scenario), language)  # type: ignore[arg-type]


def played(language: str = "fr", decisions: str = "historical", seed: int = 1) -> Scene:
    return scene(*gemalto(decisions, seed), language)


def text(name: str) -> dict[str, str]:
    return {"fr": name, "en": name}


@cache
def crowded() -> tuple[Scenario, Journal]:
    """Sixty days, forty audiences with strange names, forty statements, one newspaper."""
    audience = {"kind": "public", "people": 2000}
    audiences = [{"id": f"a{n}", "name": text(f"{n} {STRANGE}"), **audience} for n in range(40)]
    scenario = a_scenario(
        horizon="60 d",
        audiences=audiences,
        outlets=[{"id": "gazette", "name": STRANGE, "kind": "local"}],
        injects=[
            {**inject, "sender": text(STRANGE), "title": text(STRANGE)}
            for inject in document()["injects"]  # type: ignore[attr-defined]
        ],
    )
    said = {"do": "publish", "channels": ["press_release"], "facts": ["change-password"]}
    said |= {"elements": ["empathy"], "responsibility": "owned", "signed_by": "chief"}
    statements = [{**said, "at": f"T+{3 + 2 * n * (1 + n // 30 * 15)}h"} for n in range(40)]
    return scenario, run(scenario, decided(scenario, *statements), 1)


@cache
def brief() -> tuple[Scenario, Journal]:
    """Three hours, one audience, not listed, nothing decided."""
    whole = document()
    organisation = {k: v for k, v in whole["organisation"].items() if k != "listed"}  # type: ignore[attr-defined]
    changes = {"organisation": organisation, "audiences": whole["audiences"][:1]}  # type: ignore[index]
    scenario = a_scenario(horizon="3 h", claims=[], **changes)
    return scenario, run(scenario, (), 1)


@cache
def small() -> tuple[Scenario, Journal]:
    scenario = a_scenario()
    return scenario, run(scenario, decided(scenario), 3)


def cut(journal: Journal, entries: int) -> Journal:
    short = Journal()
    for entry in list(journal)[:entries]:
        short.append(entry)
    return short


@cache
def add_fonts() -> None:
    """Make our fonts known to matplotlib, the fallbacks in every weight."""
    for path in sorted(FONTS.glob("*.ttf")):
        fontManager.addfont(path)
    entries = fontManager.ttflist
    only = [entry for entry in entries if entry.name in FAMILY[1:]]
    entries += [replace(entry, weight=heavy) for entry in only for heavy in (MEDIUM, SEMIBOLD)]


def extent(words: Words, sheet: Sheet) -> Bbox:
    """Return the box that matplotlib finds for a text, in pixels."""
    add_fonts()
    place, style = words.place, words.style
    said = DrawnText(place[0] / MM_PER_INCH * DPI, (sheet.height - place[1]) / MM_PER_INCH * DPI)
    said.set(text=words.text, parse_math=False, horizontalalignment=style.align)
    said.set(fontproperties=font(words.text, style.size, style.weight))
    said.set(transform=IdentityTransform(), figure=Figure(dpi=DPI))
    return said.get_window_extent(RendererAgg(8, 8, DPI))


def boxes(drawn: Drawn) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Return every text with its box in pixels, shrunk by the half pixel that hinting adds."""
    extents = [(words.text, extent(words, drawn.sheet)) for words in drawn.sheet.words]
    return [(words, (e.x0 + 0.5, e.y0 + 0.5, e.x1 - 0.5, e.y1 - 0.5)) for words, e in extents]


def overlaps(drawn: Drawn) -> list[tuple[str, str]]:
    return [
        (one, two)
        for (one, a), (two, b) in combinations(boxes(drawn), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def outside(drawn: Drawn) -> list[str]:
    width = drawn.sheet.width / MM_PER_INCH * DPI
    return [words for words, box in boxes(drawn) if box[0] < -1.5 or box[2] > width + 1.5]


def check(drawings: dict[str, Drawn]) -> None:
    for name, drawn in drawings.items():
        assert (name, overlaps(drawn)) == (name, [])
        assert (name, outside(drawn)) == (name, [])
        assert re.search(r"\d", drawn.alt), name
        assert drawn.caption, name
        assert "{" not in drawn.caption + drawn.alt or "{nom}" in drawn.caption + drawn.alt, name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("decisions", ["historical", "silence", "exemplary"])
def test_every_figure_is_legible(decisions, language):
    """A board reads the figures only if no text stands on another or runs off the sheet."""
    drawings = draw_all(played(language, decisions))
    assert set(drawings) == set(FIGURES) - {"helpline"}  # nobody opened one
    check(drawings)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("decisions", ["historical", "silence", "exemplary"])
def test_other_seeds_are_legible(decisions, seed):
    """Labels are placed from what happened, which another seed changes."""
    for language in LANGUAGES:
        check(draw_all(played(language, decisions, seed)))


@pytest.mark.parametrize(
    ("case", "language"), [(crowded, "fr"), (brief, "en"), (small, "fr"), (small, "en")]
)
def test_any_scenario_is_legible(case, language, tmp_path):
    """Scenarios come from anyone: short or long, with two audiences or forty, with any letters."""
    drawings = draw_all(scene(*case(), language))
    check(drawings)
    for name, drawn in drawings.items():
        svg = save(drawn, tmp_path, name)
        assert ElementTree.fromstring(svg.read_bytes()).tag.endswith("svg")


@pytest.mark.parametrize("entries", [1, 2, 3, 12, 60])
def test_an_unfinished_run_can_be_drawn(entries):
    """A facilitator may stop after a minute and still ask for the report."""
    scenario, journal = gemalto("historical", 1)
    check(draw_all(scene(scenario, cut(journal, entries), "fr")))


def test_no_market_without_listing():
    """A curve of nothing would only puzzle."""
    assert "market" not in draw_all(scene(*brief(), "fr"))


def test_at_most_nine_numbers():
    """More blocks than that cannot be told apart on a page; close ones share a number."""
    drawn = draw_all(scene(*crowded(), "fr"))["rumour"]
    assert "1–" in drawn.caption


def test_french_writes_as_french():
    """Decimal comma and fixed spaces, in the figure as under it."""
    drawn = draw_all(played("fr"))
    assert re.search(r"\d,\d\u00a0%", drawn["market"].alt)
    assert " :" not in drawn["chronology"].caption + drawn["press_desk"].alt


def test_a_missing_glyph_is_a_box():
    """What no font of ours can set is shown as □, and control marks not at all."""
    assert shown("東\u202eA\n B\u200f") == "□A B"
    assert shortened("Un mot de trop ici", 12) == "Un mot…"


def test_svg_has_no_style(tmp_path):
    """The HTML report forbids inline styles, and several figures stand in one page."""
    ids: list[str] = []
    for name, drawn in draw_all(played()).items():
        svg = save(drawn, tmp_path, name).read_text(encoding="utf-8")
        tags = "".join(re.findall(r"<[^<>]+>", svg))
        assert "style" not in tags
        assert "Cellule Sans" in tags
        ids += re.findall(r' id="([^"]+)"', tags)
    assert len(ids) == len(set(ids))


def test_nothing_half_written(tmp_path):
    """A report that fails half-way leaves whole files or none."""
    save(draw_all(played())["staff"], tmp_path, "staff")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["staff.svg"]


SCRIPT = """
import sys
from hashlib import sha256
from pathlib import Path
from reports.figures import Scene, draw_all, save
from simulator import load, load_decisions, run, score
scenario = load("gemalto-2015")
journal = run(scenario, load_decisions(scenario, "historical"), 1)
scene = Scene(scenario, journal, score(journal, scenario), "fr")
for name, drawn in draw_all(scene).items():
    path = save(drawn, Path(sys.argv[1]), name)
    print(path.name, sha256(path.read_bytes()).hexdigest())
"""


@pytest.mark.slow
def test_same_bytes_anywhere(tmp_path):
    """The report can be made again, to the byte, on another day in another place."""
    told = []
    for place in ("Pacific/Auckland", "America/New_York"):
        folder = tmp_path / place.replace("/", "-")
        folder.mkdir()
        seed = str(len(told) + 1)
        env = {**os.environ, "TZ": place, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", SCRIPT, str(folder)]
        done = subprocess.run(
            command, env=env, cwd=folder, capture_output=True, text=True, check=True
        )
        assert done.stderr == ""
        told.append(done.stdout)
    assert len(told[0].splitlines()) == len(FIGURES) - 1
    assert told[0] == told[1]
