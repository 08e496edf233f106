"""What the report says: true, complete, and in good French and English."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from reports.facts import ReportFacts, annex, report_facts
from reports.facts.shape import Section, Table
from reports.facts.speech import Speech
from simulator import score
from simulator.text import LANGUAGES
from tests.builders import a_scenario
from tests.reports.test_report_runs import RUNS, SHOP, facts_of, played, stopped

HOUR, DAY = 60.0, 1440.0


def the(facts: ReportFacts, key: str) -> Section:
    return next(section for section in facts.sections if section.key == key)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else ():
        yield from texts(item)
    for item in value if isinstance(value, list | tuple) else ():
        yield from texts(item)


def own(facts: ReportFacts) -> Iterator[str]:
    """Yield the titles, leads and paragraphs of our own, without the annex and the brief."""
    yield from facts.cover.verdict
    for section in facts.sections:
        yield section.title
        if section.key not in ("case", "annex"):
            yield section.lead
            for block in section.blocks:
                yield from block.paragraphs if block.kind == "prose" else ()


def speech(language: Any) -> Speech:
    return Speech(language, a_scenario().clock)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RUNS)
def test_no_finding_is_empty(name, language):
    """A title without a sentence under it is a hole in the page."""
    facts = facts_of(name, language)
    assert len(facts.cover.verdict) == 3
    assert all(sentence.strip() for sentence in own(facts))
    assert all(section.blocks or section.key == "plan" for section in facts.sections)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in RUNS if name != SHOP])  # its names have braces
def test_sentences_are_well_written(name, language):
    """No brace left over, no double blank, no full stop twice, no lower case to begin with."""
    for sentence in own(facts_of(name, language)):
        assert not re.search(
            r"[{}]|  |\.\.|\bNone\b(?! of)|\bnan\b|, ,|\bde le\b|\bà le\b", sentence
        ), sentence
        assert not sentence[0].islower(), sentence


@pytest.mark.parametrize("name", RUNS)
def test_french_spaces_are_right(name):
    """A French reader sees a plain blank before a colon at once, and a line may break there."""
    for text in texts(facts_of(name, "fr").as_json()):
        assert not re.search(r" [:;?!%»]|« ", text), text


@pytest.mark.parametrize("name", RUNS)
def test_facts_are_plain_values(name):
    """Whoever renders them gets no object of ours."""
    values = facts_of(name).as_json()
    assert json.loads(json.dumps(values))["title"] == values["title"]


@pytest.mark.parametrize("name", ["historical", "silence", "lie"])
def test_both_languages_say_as_much(name):
    """The English report is the French one, not a summary of it."""
    fr, en = facts_of(name, "fr"), facts_of(name, "en")
    for one, other in zip(fr.sections, en.sections, strict=True):
        assert [block.kind for block in one.blocks] == [block.kind for block in other.blocks]


def test_the_first_word_is_dated():
    """The hours before the first word are what a board asks first."""
    title = the(facts_of("historical", "fr"), "chronology").title
    assert title.replace("\u00a0", " ") == (
        "La première parole est venue treize heures après l’article"
    )


def test_speaking_first_is_said():
    """Taking the initiative is the best a team can do."""
    facts = facts_of("first")
    assert "spoke first" in the(facts, "chronology").title
    assert "spoke before the article" in facts.cover.verdict[0]


def test_silence_is_said():
    """Nothing said is the first thing to say."""
    facts = facts_of("silence")
    assert the(facts, "chronology").title.replace("\u00a0", " ") == "Ten days without a public word"
    assert "stayed silent in public to the end" in facts.cover.verdict[1]
    assert "messages" not in [section.key for section in facts.sections]


def test_empty_words_are_not_silence():
    """Speaking without saying anything is another fault, and gets another title."""
    title = the(facts_of("empty words"), "chronology").title.replace("\u00a0", " ")
    assert title == "Public words, but nothing of substance in 46 hours"


def test_a_lie_is_called_false():
    """The gravest fault is never dressed up."""
    facts = facts_of("lie", "fr")
    assert "affirmé une" in facts.cover.verdict[1]
    assert "faux" in the(facts, "messages").title


def test_a_lie_taken_back_is_credited():
    """Correcting oneself is said in the same breath."""
    assert "then corrected it" in facts_of("taken back").cover.verdict[1]


def test_over_assurance_is_not_a_lie():
    """More than was known is not the same as false."""
    facts = facts_of("over-assured")
    assert "asserted more than was known" in facts.cover.verdict[1]
    assert "false" not in the(facts, "messages").title


def test_blame_is_said():
    """Shifting the blame shows in the title of the messages."""
    assert "blame" in the(facts_of("blame"), "messages").title


def test_numbers_agree_with_the_scorecard():
    """The cover, the plan and the score are one judgement."""
    scenario, journal = played("historical")
    card, facts = score(journal, scenario), facts_of("historical")
    assert facts.cover.overall == f"{card.overall.score:.0f} out of 100"
    plan = next(block for block in the(facts, "plan").blocks if isinstance(block, Table))
    wanting = [*card.reactivity.criteria, *card.transparency.criteria]
    assert len(plan.rows) == sum(mark.action is not None for mark in wanting)
    points = [float(row[-1].text) for row in plan.rows]
    assert points == sorted(points, reverse=True)
    assert sum(points) == pytest.approx(100 - card.overall.score, abs=3)


def test_lost_calls_add_up():
    """Title, lead and table count the same calls."""
    scenario, journal = played("historical")
    card, facts = score(journal, scenario), facts_of("historical")
    rows = facts.numbers["press_desk"].rows
    assert sum(int(row[1].text) for row in rows) == card.outcome.calls
    assert sum(int(row[2].text) for row in rows) == card.outcome.calls_lost
    assert f"{card.outcome.calls_lost} lost" in the(facts, "press").lead


def test_promises_are_listed_with_their_outcome():
    """Kept or missed is written, never only coloured."""
    table = next(b for b in the(facts_of("historical"), "press").blocks if b.kind == "table")
    assert [row[-1].text for row in table.rows] == ["kept"]


def test_without_promises_a_line_says_so():
    """A missing table would look forgotten."""
    prose = [b for b in the(facts_of("silence"), "press").blocks if b.kind == "prose"]
    assert prose[-1].paragraphs == ("No next update was announced.",)


def test_chains_are_short_and_real():
    """A turning point is a few entries of the journal, in order."""
    _, journal = played("historical")
    chains = [block for block in the(facts_of("historical"), "turning").blocks]
    assert 1 <= len(chains) <= 3
    for chain in chains:
        ids = [int(link.mark.split("\u00a0")[1]) for link in chain.links]
        assert 1 <= len(ids) <= 4
        assert ids == sorted(ids)
        assert all(journal[number] for number in ids)


def test_the_journal_is_nearly_whole():
    """The annex leaves out measures of opinion, and says so."""
    _, journal = played("historical")
    annex = the(facts_of("historical"), "annex")
    lines = next(block for block in annex.blocks if block.kind == "lines")
    kept = sum(len(rows) for _, rows in lines.days)
    assert kept == sum(entry.kind != "opinion_measured" for entry in journal)
    assert "Left out: measures of opinion" in annex.lead


def test_a_long_journal_says_what_it_leaves_out(monkeypatch):
    """Eight pages of small print are enough; what is missing is named."""
    monkeypatch.setattr(annex, "MOST_LINES", 200)
    scenario, journal = played("historical")
    lead = the(report_facts(scenario, journal, score(journal, scenario), "en"), "annex").lead
    assert "rings, newsrooms’ choices, calls answered and the end" in lead


def test_the_run_can_be_done_again():
    """The command given is the one that gave this journal."""
    table = next(b for b in the(facts_of("historical"), "again").blocks if isinstance(b, Table))
    said = {row[0].text: row[1].text for row in table.rows}
    assert said["Command"].startswith("cellule replay gemalto-2015 --decisions historical --seed 1")
    assert len(said["SHA-256 of the journal"].replace(" ", "")) == 64


def test_one_audience_has_no_range():
    """With one audience, nothing is worst or best among others."""
    assert "from" not in the(facts_of(SHOP), "rumour").lead


def test_a_run_stopped_early_has_a_report():
    """A facilitator may stop before the story breaks."""
    for minute in (0.0, 10.0, 3 * HOUR):
        scenario, journal = stopped(minute)
        for language in LANGUAGES:
            facts = report_facts(scenario, journal, score(journal, scenario), language)
            assert all(sentence.strip() for sentence in own(facts))


@pytest.mark.parametrize(
    ("minutes", "fr", "en"),
    [
        (0.4, "une minute", "one minute"),
        (40, "40 minutes", "40 minutes"),
        (58, "une heure", "one hour"),
        (72, "1 h 12", "1 h 12"),
        (180, "trois heures", "three hours"),
        (780, "treize heures", "thirteen hours"),
        (3850, "deux jours et demi", "two and a half days"),
        (5 * DAY, "cinq jours", "five days"),
    ],
)
def test_lengths_of_time_are_said(minutes, fr, en):
    """A title says 'treize heures', not '780 min'."""
    assert speech("fr").span(minutes).replace("\u00a0", " ") == fr
    assert speech("en").span(minutes).replace("\u00a0", " ") == en


@pytest.mark.parametrize(
    ("count", "fr", "en"),
    [(0, "aucun appel", "no calls"), (1, "un appel", "one call"), (43, "43 appels", "43 calls"),
     (1200, "1\u202f200 appels", "1,200 calls")],
)  # fmt: skip
def test_counts_agree_with_their_nouns(count, fr, en):
    """Plurals are where generated prose gives itself away."""
    assert speech("fr").n(count, "appel", "call").replace("\u00a0", " ") == fr
    assert speech("en").n(count, "appel", "call").replace("\u00a0", " ") == en


def test_hours_and_days_are_local():
    """19 February 2015, 18:00 in Paris is minute 0."""
    assert speech("fr").when(15 * HOUR) == "vendredi\u00a020 à 9\u00a0h"
    assert speech("en").when(15.5 * HOUR) == "Friday\u00a020 at 09:30"
    assert speech("fr").day(10 * DAY) == "dimanche 1er\u00a0mars"
