"""One page of the report does not say otherwise than another."""

import pytest

from reports.figures.calls import busiest
from reports.figures.known import rest
from reports.figures.world import happenings
from simulator.text import LANGUAGES
from tests.reports.test_report_facts import the
from tests.reports.test_report_others import facts_of, paragraphs, scene, table


def test_a_fact_established_hours_before_it_came_out_is_no_surprise():
    """The chronology shows its circle before its cross: the text says so too."""
    said = paragraphs(the(facts_of("gemalto-2015", "historical"), "chronology"))
    assert "The team had just established one of them." in said


def test_a_team_that_knew_all_knew_them_all():
    """'Three facts came out. The team knew three of them' is one count too many."""
    said = paragraphs(the(facts_of("franchisee-theft:independent", "typical"), "chronology"))
    assert "The team knew all three, among them this one" in said


def test_facts_without_a_row_are_not_said_to_be_told():
    """In silence nothing was 'kept back for less'."""
    said = rest(scene("linkedin-2016", "silence"))
    assert "never said: 2" in said
    assert "kept back for less" not in said


def test_the_chronology_counts_lost_calls_as_the_press_desk_does():
    """A day has one number of lost calls, wherever it is written."""
    drawn = scene("linkedin-2016", "historical")
    lost = max(day.lost for day in busiest(drawn))
    said = [h.text for h in happenings(drawn) if h.about == "calls"]
    assert f"{lost} calls lost that day" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_are_named_in_the_reports_language(language):
    """A French board reads of a 'Règlement', an English one of a 'Regulation'."""
    sources = table(
        the(facts_of("small-business:prepared", "typical", language), "annex"), "sources"
    )
    said = " ".join(row[0].text for row in sources.rows)
    assert ("Règlement" in said) == (language == "fr")
    assert ("Regulation" in said) == (language == "en")
