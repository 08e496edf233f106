"""Data taken, partners and legal clocks must mean something in their scenario."""

import pytest

from simulator.errors import DrillError
from simulator.scenario import load
from tests.builders import SCENARIO, a_scenario_file

OTHERS = """\
data_taken:
  - {id: file, kind: contact, name: {fr: Nom, en: Name}, audience: customers, fact: leaked}
  - {id: pay, kind: bank, name: {fr: La paie, en: Pay}, audience: staff, share: 0.5, fact: how-many}
partners:
  - id: host
    name: {fr: L'hébergeur, en: The host}
    role: host
    shared_systems: true
    helps: [logs]
    pays: 0.3
  - id: insurer
    name: {fr: L'assureur, en: The insurer}
    role: insurer
    services: [lawyers, call_centre]
duties:
  - {id: authority, rule: gdpr33}
  - {id: people, rule: gdpr34, starts_with: leaked, audience: customers}
bill: {repair: 18000, revenue: 1400000}
"""


def said(folder, old, new):
    """Return what is said, in English, of the scenario with a passage changed."""
    text = SCENARIO + OTHERS
    assert old in text, old
    with pytest.raises(DrillError) as caught:
        load(a_scenario_file(folder, text.replace(old, new, 1)))
    return str(caught.value)


def test_valid_others_load(tmp_path):
    """The case the others below are mistakes in."""
    scenario = load(a_scenario_file(tmp_path, SCENARIO + OTHERS))
    assert [partner.id for partner in scenario.partners] == ["host", "insurer"]
    assert scenario.bill
    assert scenario.bill.repair == 18000


LAWS = """\
laws:
  - id: swiss-fadp
    name: {fr: LPD suisse art. 24, en: Swiss FADP art. 24}
    who: {fr: préposé fédéral, en: federal commissioner}
    length: {hours: 72}
    judged: true
    met_by: [notice]
    contents: [nature, consequences, measures]
    source: FADP art. 24(1), (2), as quickly as possible
  - id: swiss-people
    name: {fr: "LPD suisse, personnes", en: "Swiss FADP, people"}
    who: {fr: personnes concernées, en: people concerned}
    length: {days: 7}
    after: swiss-fadp
    met_by: [telling]
    cap: {euros: 260000}
    source: FADP art. 24(4)
duties:
  - {id: bern, rule: swiss-fadp}
  - {id: people, rule: swiss-people, audience: customers}
"""


def test_a_scenario_brings_its_own_laws(tmp_path):
    """The law of the case need not be one that the package knows."""
    scenario = load(a_scenario_file(tmp_path, SCENARIO + LAWS))
    assert [law.id for law in scenario.laws] == ["swiss-fadp", "swiss-people"]
    assert [duty.rule for duty in scenario.duties] == ["swiss-fadp", "swiss-people"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("id: swiss-fadp", "id: gdpr33", "laws[0].id: 'gdpr33' is a law that comes with the pac"),
        ("id: swiss-people", "id: swiss-fadp", "laws[1].id: 'swiss-fadp' is already given above"),
        ("after: swiss-fadp", "after: swiss-people", "laws[1].after: 'swiss-people' must be given"),
        ("after: swiss-fadp", "after: swiss-fapd", "laws[1].after: 'swiss-fapd' is not among the"),
        ("rule: swiss-fadp", "rule: swiss", "duties[0].rule: 'swiss' is not among the laws; did"),
        ("hours: 72", "hours: 72, days: 3", "laws[0].length: a length has exactly one unit"),
        ("{hours: 72}", "{}", "laws[0].length: a length has exactly one unit"),
        ("hours: 72", "hours: 72000", "laws[0].length.hours: 72000 is too large"),
        ("[nature, c", "[nature, nature, c", "contents[1]: 'nature' is already given above"),
        ("[notice]", "[notice, notice]", "laws[0].met_by[1]: 'notice' is already given above"),
        ("[notice]", "[letter]", "laws[0].met_by[0]: 'letter' is not allowed here"),
        ("judged: true", "zone: Berne", "laws[0].zone: 'Berne' is not a time zone"),
        ("    source: FADP art. 24(4)\n", "", "laws[1].source: this key is missing"),
        (", audience: customers}", "}", "duties[1]: this law asks for people to be told"),
        (
            "audience: customers}",
            "audience: customers, entity: important}",
            "duties[1].entity: 'swiss-people' does not tell",
        ),
        ("rule: swiss-people, audience: customers", "rule: hipaa", "asks for people to be told"),
    ],
)
def test_own_laws_make_sense(tmp_path, old, new, words):
    """A law that could never start, or never be met, is found before the exercise."""
    text = SCENARIO + LAWS
    assert old in text, old
    with pytest.raises(DrillError) as caught:
        load(a_scenario_file(tmp_path, text.replace(old, new, 1)))
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "audience: customers, fact",
            "audience: customer, fact",
            "data_taken[0].audience: 'customer' is not among the audiences; did you",
        ),
        ("fact: leaked", "fact: leak", "data_taken[0].fact: 'leak' is not among the facts"),
        ("helps: [logs]", "helps: [log]", "partners[0].helps[0]: 'log' is not among the inves"),
        ("starts_with: leaked", "starts_with: x", "duties[1].starts_with: 'x' is not among the f"),
        ("leaked, audience: customers", "leaked, audience: x", "duties[1].audience: 'x' is not"),
        (", audience: customers}\nbill", "}\nbill", "article 34 asks for people to be told"),
        ("role: insurer", "role: provider", "partners[1].services: only an insurer offers"),
        ("helps: [logs]", "helps: [logs, logs]", "helps[1]: 'logs' is already given above"),
        ("[lawyers, call_centre]", "[lawyers, lawyers]", "'lawyers' is already given above"),
        ("id: pay", "id: file", "data_taken[1].id: 'file' is already given above"),
        ("id: insurer", "id: host", "partners[1].id: 'host' is already given above"),
        ("id: people", "id: authority", "duties[1].id: 'authority' is already given above"),
        ("share: 0.5", "share: 0", "data_taken[1].share: 0 is too small"),
        ("rule: gdpr33", "rule: gdpr35", "duties[0].rule: 'gdpr35' is not among the laws; did you"),
        (
            "rule: gdpr33",
            "rule: gdpr33, entity: important",
            "duties[0].entity: 'gdpr33' does not tell",
        ),
        ("kind: bank", "kind: banks", "did you mean 'bank'"),
        ("repair: 18000", "repair: 0", "bill.repair: 0 is too small"),
        ("name: {fr: La paie,", "name: {fr: ' ',", "data_taken[1].name.fr: the text is empty"),
    ],
)
def test_others_make_sense(tmp_path, old, new, words):
    """A partner or a clock that means nothing would only show in the middle of an exercise."""
    assert words in said(tmp_path, old, new)


def test_all_about_others_comes_at_once(tmp_path):
    """Authors mend a file in one go."""
    text = SCENARIO + OTHERS.replace("fact: leaked", "fact: x").replace("[logs]", "[x]")
    with pytest.raises(DrillError) as caught:
        load(a_scenario_file(tmp_path, text.replace("rule: gdpr33}", "rule: gdpr34}")))
    assert len(caught.value.problems) == 3


def test_listed_firm_may_have_no_investors(tmp_path):
    """The market moves whether or not its people are played."""
    assert load(a_scenario_file(tmp_path, SCENARIO + OTHERS)).organisation.listed
