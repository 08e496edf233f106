"""The report on others: legal clocks, the people concerned, the helpline, partners."""

import re
from functools import cache
from typing import Any

import pytest

from reports.facts import ReportFacts, report_facts
from reports.facts.shape import Section
from reports.figures import Scene, draw_all
from reports.figures.helpline import helpline
from reports.figures.world import happenings
from reports.write import write_report
from simulator import load, load_decisions, run, score
from simulator.journal import Journal
from simulator.journal.entries import HelplineCounted, PartnerAnswered
from simulator.scenario import Scenario
from simulator.scenario.laws import Cap, Length, OwnLaw
from simulator.scenario.others import Duty
from simulator.score.scorecard import Scorecard
from simulator.text import LANGUAGES, Text
from tests.reports.test_figures import check, cut
from tests.reports.test_report_facts import own, the

BREACH, SHOP = "hosting-breach", "franchisee-theft"
RUNS = [(case, plan) for case in (BREACH, SHOP) for plan in ("exemplary", "typical", "silence")]
NEW = {"clocks", "people", "partners"}


@cache
def played(case: str, plan: str) -> tuple[Scenario, Journal, Scorecard]:
    scenario = load(case)
    journal = run(scenario, load_decisions(scenario, plan), 1)
    return scenario, journal, score(journal, scenario)


@cache
def facts_of(case: str, plan: str, language: Any = "en") -> ReportFacts:
    return report_facts(*played(case, plan), language)


def scene(case: str, plan: str, language: Any = "en") -> Scene:
    return Scene(*played(case, plan), language)


def paragraphs(section: Section) -> str:
    return " ".join(p for b in section.blocks if b.kind == "prose" for p in b.paragraphs)


def table(section: Section, name: str) -> Any:
    return next(b for b in section.blocks if b.kind == "table" and b.name == name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("case", "plan"), RUNS)
def test_new_sections_are_well_written(case, plan, language):
    """A board reads the titles: every one is there, whole, and without a hole."""
    facts = facts_of(case, plan, language)
    assert {section.key for section in facts.sections} >= NEW
    for sentence in own(facts):
        assert sentence.strip()
        assert not sentence[0].islower(), sentence
        assert not re.search(
            r"[{}]|  |\.\.|\bNone\b(?! of)|\bnan\b|\binf\b|, ,|\bde le\b|\bà le\b", sentence
        ), sentence
        if language == "fr":
            assert not re.search(r" [:;?!%»]|« ", sentence), sentence


@pytest.mark.parametrize(("case", "plan"), RUNS)
def test_both_languages_have_the_same_blocks(case, plan):
    """The English report is the French one, not a summary of it."""
    fr, en = facts_of(case, plan, "fr"), facts_of(case, plan, "en")
    for one, other in zip(fr.sections, en.sections, strict=True):
        assert [block.kind for block in one.blocks] == [block.kind for block in other.blocks]


def test_nothing_new_where_nothing_new_applies():
    """A case without clocks, partners or data taken keeps the report it had."""
    facts = facts_of("gemalto-2015", "historical")
    assert not NEW & {section.key for section in facts.sections}
    assert "helpline" not in facts.numbers
    assert helpline(scene("gemalto-2015", "historical")) is None


@pytest.mark.parametrize(("case", "plan"), RUNS)
def test_clocks_agree_with_the_scorecard(case, plan):
    """A clock that ran out is written as missed or late, and no other is."""
    _, _, card = played(case, plan)
    words = [row[-1].text for row in table(the(facts_of(case, plan), "clocks"), "clocks").rows]
    over = [word for word in words if word == "missed" or word.startswith("late by")]
    assert len(over) == card.outcome.clocks_missed


def test_silence_misses_every_clock():
    """The title says it, the cover says it, and the fine is a maximum, not a prediction."""
    facts = facts_of(BREACH, "silence")
    section = the(facts, "clocks")
    assert section.title.startswith("None of the")
    assert "legal clocks run out" in facts.cover.verdict[1]
    assert "a legal maximum, not a prediction" in paragraphs(section)
    assert "€10\u00a0million" in paragraphs(section)
    assert "insurer need not pay" in paragraphs(section)


@pytest.mark.parametrize(("language", "share"), [("en", "1.4%"), ("fr", "1,4\u00a0%")])
def test_fine_is_in_the_tier_of_the_entity(language, share):
    """An important entity reads its own ceiling, not that of an essential one."""
    duty = Duty(id="early", rule="nis2-early", entity="important")
    scenario = load(BREACH).model_copy(update={"duties": (duty,)})
    journal = run(scenario, (), 1)
    facts = report_facts(scenario, journal, score(journal, scenario), language)
    told = paragraphs(the(facts, "clocks"))
    assert share in told
    assert "NIS2 art. 34(5)" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_law_of_the_scenario_is_reported(language):
    """Its name, its length when that is a judgement, its fine without a share of the revenue."""
    law = OwnLaw(
        id="mar-own", name=Text(fr="Loi suisse", en="Swiss law"), who=Text(fr="…", en="…"),
        length=Length(hours=48), judged=True, met_by=("notice",), phased=True,
        cap=Cap(euros=260_000), source="FADP art. 24",
    )  # fmt: skip
    duty = Duty(id="bern", rule="mar-own")
    scenario = load(BREACH).model_copy(update={"laws": (law,), "duties": (duty,)})
    journal = run(scenario, (), 1)
    section = the(report_facts(scenario, journal, score(journal, scenario), language), "clocks")
    told, name = paragraphs(section), law.name.say(language)
    fine = {"en": "At most €260,000 (Swiss law)", "fr": "Au plus 260\u202f000\u00a0€ (Loi suisse)"}
    assert fine[language] in told
    assert name in table(section, "clocks").note


def test_clocks_met_are_credited():
    """Nothing ran out: no exposure, and the cover says so first."""
    facts = facts_of(BREACH, "exemplary", "fr")
    assert "délais légaux" in facts.cover.verdict[0]
    assert "aucune sanction" in paragraphs(the(facts, "clocks"))


def test_lengths_of_ours_are_said():
    """Where the law gives no number, the reader is told whose number it is."""
    note = table(the(facts_of(SHOP, "silence"), "clocks"), "clocks").note
    assert "judgement" in note


@pytest.mark.parametrize(("case", "plan"), RUNS)
def test_harm_is_an_order_of_magnitude(case, plan):
    """A number of victims with five figures would be believed."""
    section = the(facts_of(case, plan), "people")
    assert "order of magnitude that rests on a judgement" in paragraphs(section)
    order = re.compile(r"—|none|fewer than ten|about [1-9][0,]*|about [1-9]\xa0million")
    harmed = [row[4].text for row in table(section, "people").rows]
    assert all(order.fullmatch(text) for text in harmed), harmed


def test_nobody_warned_is_said():
    """Silence leaves those whose data were taken without a word."""
    section = the(facts_of(BREACH, "silence"), "people")
    assert section.title == "Nobody was warned directly of what had been taken from them"
    assert "No helpline was opened" in paragraphs(section)


def test_those_most_at_risk_come_first():
    """Whose bank details were taken cannot wait for the others."""
    section = the(facts_of(SHOP, "exemplary"), "people")
    assert table(section, "taken").rows[0][1].text == "bank"
    assert "before the others" in paragraphs(section)


@pytest.mark.parametrize(("case", "plan"), [(SHOP, "exemplary"), (BREACH, "typical")])
def test_helpline_counts_the_same_calls(case, plan):
    """Title, table and figure add up to the scorecard, for a shop and for millions."""
    _, _, card = played(case, plan)
    drawn = helpline(scene(case, plan))
    assert drawn is not None
    said = int(drawn.alt.partition(" calls")[0].replace(",", ""))
    rows = facts_of(case, plan).numbers["helpline"].rows
    counted = sum(int(row[1].text.replace(",", "")) for row in rows)
    assert said == counted == card.outcome.helpline_calls


def test_hours_of_the_helpline_leave_the_annex():
    """A hundred lines that each say how many called would bury the journal."""
    _, journal, _ = played(SHOP, "exemplary")
    annex = the(facts_of(SHOP, "exemplary"), "annex")
    hours = {str(entry.id) for entry in journal.of(HelplineCounted)}
    lines = next(block for block in annex.blocks if block.kind == "lines")
    assert hours
    assert not hours & {number for _, rows in lines.days for _, number, _ in rows}
    assert "hours of the helpline" in annex.lead


def test_partners_left_in_the_dark():
    """Nobody told: title, cover and table agree."""
    facts = facts_of(SHOP, "silence")
    section = the(facts, "partners")
    assert section.title == "No partner was told"
    assert {row[2].text for row in table(section, "partners").rows} == {"never"}
    assert "partners in the dark" in facts.cover.verdict[1]


def test_agreements_are_listed_with_their_outcome():
    """Signed or refused is written, never only coloured."""
    _, journal, _ = played(SHOP, "typical")
    rows = table(the(facts_of(SHOP, "typical"), "partners"), "agreements").rows
    answers = journal.of(PartnerAnswered)
    assert [row[-1].text for row in rows] == [
        "signed" if answer.agreed else "refused" for answer in answers
    ]


def test_a_climb_is_on_the_cover_and_in_the_chronology():
    """Through shared systems the silent shop takes its franchisor with it."""
    networked = f"{SHOP}:networked"
    facts = facts_of(networked, "silence")
    assert "let the intrusion reach a partner" in facts.cover.verdict[1]
    labels = [h.text for h in happenings(scene(networked, "silence"))]
    assert any(label.startswith("The intrusion reaches") for label in labels)
    assert any("legal clock" in label or "Clock missed" in label for label in labels)


def test_a_variant_is_named():
    """Two variants of one file must not be taken for one another."""
    facts = facts_of(f"{SHOP}:networked", "silence")
    assert "Networked system" in facts.title
    rows = {row[0].text: row[1].text for row in table(the(facts, "again"), "again").rows}
    assert f"cellule replay {SHOP}:networked " in rows["Command"]


@pytest.mark.parametrize("entries", [1, 3, 12, 60, 200, 400])
def test_an_unfinished_run_has_a_report(entries):
    """A room that stops in the middle has clocks still running and partners not yet told."""
    scenario, journal, _ = played(SHOP, "typical")
    short = cut(journal, entries)
    card = score(short, scenario)
    facts = report_facts(scenario, short, card, "fr")
    assert all(sentence.strip() for sentence in own(facts))
    check(draw_all(Scene(scenario, short, card, "fr")))


@pytest.mark.parametrize(
    ("case", "plan", "language"),
    [(SHOP, "exemplary", "fr"), (BREACH, "typical", "en"), (BREACH, "silence", "fr")],
)
def test_the_figures_are_legible(case, plan, language):
    """Eleven calls or a hundred thousand, no text stands on another."""
    check(draw_all(scene(case, plan, language)))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("case", "plan"), [*RUNS, (f"{SHOP}:networked", "typical")])
def test_the_whole_report_comes_out(case, plan, language, tmp_path):
    """Every shipped plan of the new cases can be printed."""
    paths = write_report(*played(case, plan), tmp_path, language)
    names = {path.name for path in paths}
    assert {"report.pdf", "report.html"} <= names
    assert ("helpline.svg" in names) == (plan != "silence")
