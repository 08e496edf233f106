"""The papers of studies: written whole, the same twice, right in both languages, at any edge."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reports.facts.shape import Block, Prose, ReportFacts, Table
from reports.figures.scene import Outlook
from reports.studies import write_comparison, write_ensemble, write_whatif
from reports.studies.comparison import comparison_told
from reports.studies.comparison_figure import comparison_figures
from reports.studies.ensemble import ensemble_told
from reports.studies.ensemble_figures import ensemble_figures
from reports.studies.paper import paper_facts
from reports.studies.study import study_of
from reports.studies.whatif import whatif_section, whatif_told
from reports.studies.whatif_figure import whatif_figures
from simulator.scenario import Scenario
from simulator.study.compare import Comparison, compare
from simulator.study.design import Design
from simulator.study.ensemble import Ensemble, ensemble, jobs
from simulator.study.replication import Replication
from simulator.study.whatif import Effect, WhatIf, every_change, explore, whatif
from simulator.study.workers import Alone
from simulator.text import LANGUAGES
from tests.builders import a_scenario, decided, document
from tests.reports.test_figures import check

ROOT = Path(__file__).parents[2]
KINDS = ("ensemble", "comparison", "whatif")
# A blank before ; : ? ! % » or after «, where French sets a fixed one.
BROKEN = re.compile(r" [;:?!%»]|« |\d (?=\d{3})")


@cache
def case() -> Scenario:
    """Return a day and a half of a firm that is not listed."""
    organisation = {k: v for k, v in document()["organisation"].items() if k != "listed"}  # type: ignore[attr-defined]
    return a_scenario(horizon="34 h", organisation=organisation, claims=[])


@cache
def runs(seeds: int, plans: int) -> tuple[Replication, ...]:
    plan = decided(case(), {"do": "activate_cell", "at": "T+1h"}, *_spoken())
    arms = dict(list({"historical": plan, "silence": (), "other": plan[:1]}.items())[:plans])
    design = Design(case(), arms)
    return tuple(Alone().play(design, jobs(design, "historical", range(1, seeds + 1))))


def _spoken() -> list[dict[str, object]]:
    said = {"do": "publish", "channels": ["press_release"], "facts": ["change-password"]}
    return [{**said, "at": f"T+{hours}h"} for hours in (4, 8)]


@cache
def many(seeds: int = 8, plans: int = 2) -> Ensemble:
    return ensemble("historical", runs(seeds, plans))


@cache
def compared(seeds: int = 8, plans: int = 3) -> Comparison:
    return compare(run for run in runs(seeds, plans) if not run.varied)


@cache
def changed(seeds: int = 4) -> WhatIf:
    plan = decided(case(), *_spoken())
    changes = every_change(case(), plan, 1)
    return whatif(changes, list(explore(case(), plan, changes, range(1, seeds + 1), Alone())))


def told(
    kind: str, language: Any, result: Any = None, scenario: Scenario | None = None
) -> ReportFacts:
    tell: dict[str, Any] = {
        "ensemble": ensemble_told, "comparison": comparison_told, "whatif": whatif_told,
    }  # fmt: skip
    result = result or {"ensemble": many, "comparison": compared, "whatif": changed}[kind]()
    study = study_of(case(), result.runs, language)
    return paper_facts(study, tell[kind](study, result))


def texts(facts: ReportFacts) -> Iterator[str]:
    yield from (facts.title, facts.footer, facts.cover.finding, *facts.cover.lead)  # type: ignore[union-attr]
    for section in facts.sections:
        yield from (section.topic, section.title)
        yield from filter(None, [section.lead])
        for block in section.blocks:
            yield from said_in(block)


def said_in(block: Block) -> Iterator[str]:
    if isinstance(block, Prose):
        yield from block.paragraphs
    if isinstance(block, Table):
        yield from (column.title for column in block.columns)
        yield from (cell.text for row in block.rows for cell in row)


def nothing() -> WhatIf:
    """Return changes that change nothing."""
    found = changed()
    zero = {name: replace(v, value=0.0, low=0.0, high=0.0)
            for name, v in found.effects[0].difference.values.items()}  # fmt: skip
    effects = (Effect(e.change, replace(e.difference, values=zero)) for e in found.effects)
    return WhatIf(found.runs, found.tried, tuple(effects))


@pytest.mark.parametrize("kind", KINDS)
def test_french_blanks_are_fixed(kind):
    """A colon alone at the start of a line is a fault in French."""
    broken = [text for text in texts(told(kind, "fr")) if BROKEN.search(text)]
    assert broken == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_is_empty_or_unfilled(kind, language):
    """A sentence that lost its number is worse than none."""
    for text in texts(told(kind, language)):
        assert text.strip()
        assert not re.search(r"[{}]|None|nan|  |\(\)", text), text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_seed_and_interval_are_explained(kind, language):
    """A board has never heard of a seed."""
    lead = " ".join(told(kind, language).cover.lead)  # type: ignore[union-attr]
    words = {"fr": ("Une graine fixe", "95\u00a0%"), "en": ("A seed fixes", "95%")}[language]
    assert all(word in lead for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_state_their_finding(language):
    """Whoever cannot see a figure hears its numbers; nothing in it overlaps."""
    study = study_of(case(), 8, language)
    check(ensemble_figures(Outlook(case(), language), many()))
    check(comparison_figures(study, compared()))
    check(whatif_figures(case(), changed(), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_seed_claims_nothing(language, tmp_path):
    """One run has no interval and no sure difference."""
    paths = [
        *write_ensemble(case(), many(1), tmp_path, language),
        *write_comparison(case(), compared(1), tmp_path, language),
        *write_whatif(case(), changed(1), tmp_path, language),
    ]
    assert all(path.stat().st_size for path in paths)
    for kind, result in (("comparison", compared(1)), ("whatif", changed(1))):
        blocks = [block for s in told(kind, language, result).sections for block in s.blocks]
        tables = [block for block in blocks if isinstance(block, Table)]
        assert all(cell.tone == "plain" for t in tables for row in t.rows for cell in row)


def test_one_plan_has_nothing_beside_it():
    """The title says so rather than naming a winner."""
    facts = told("comparison", "en", compared(8, 1))
    assert facts.cover.finding == "One plan only: nothing to compare"  # type: ignore[union-attr]


def test_no_effect_is_said():
    """Changes that change nothing are not a finding."""
    facts = told("whatif", "en", nothing())
    assert facts.cover.finding.startswith("No change that was tried")  # type: ignore[union-attr]
    check(whatif_figures(case(), nothing(), "en"))


def test_what_does_not_apply_is_left_out():
    """A firm that is not listed has no share price, and no data means nobody harmed."""
    said = " ".join(texts(told("ensemble", "en")))
    assert "Share price" not in said
    assert "People harmed" not in said
    assert "No legal clock runs" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_section_for_the_report(language):
    """The after-action report says what would have changed it in three sentences."""
    section = whatif_section(case(), changed(), language)
    prose = next(block for block in section.blocks if isinstance(block, Prose))
    assert len(prose.paragraphs) == 3
    assert {b.name for b in section.blocks if b.kind == "picture"} == set(  # type: ignore[union-attr]
        whatif_figures(case(), changed(), language)
    )
