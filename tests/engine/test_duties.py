"""Legal clocks in a run: what starts them, meets them, and misses them."""

from typing import Any

import pytest

from simulator import run
from simulator.journal import Journal
from simulator.journal.entries import (
    ArticlePublished,
    BecameAware,
    CallRang,
    ClockMet,
    ClockMissed,
    ClockStarted,
    DecisionMissing,
    DecisionRefused,
    FactKnown,
    News,
    OutletDecided,
    StatementIssued,
    TrustMoved,
)
from simulator.journal.names import Names
from simulator.journal.tell import tell
from simulator.scenario import Scenario
from simulator.score import score
from tests.builders import a_scenario, decided, document

HOUR, DAY = 60.0, 1440.0
LEARNT = HOUR  # the nature is known one hour after StartEx: from then on the team is aware
NAMES = {"fr": "…", "en": "…"}
FACTS = [
    *document()["facts"],
    {"id": "harm", "topic": "consequences", "text": NAMES, "known_at": "T+2h"},
    {"id": "closed", "topic": "measures", "text": NAMES, "known_at": "T+2h"},
    {"id": "call-us", "topic": "contact", "text": NAMES, "known_at": 0},
    {"id": "serious", "topic": "scope", "text": NAMES, "known_at": "T+10h"},
]
AUDIENCES = [
    *document()["audiences"],
    {"id": "cnil", "name": NAMES, "kind": "authorities", "people": 10},
    {"id": "funds", "name": NAMES, "kind": "investors", "people": 50},
]
ALL = ["leaked", "harm", "closed", "call-us"]


def case(*rules: str, **more: Any) -> Scenario:
    """Return the small scenario, five days long, with a duty of each rule, named after it."""
    audience = {"gdpr33": "cnil", "gdpr34": "customers"}
    duties = [
        {"id": rule, "rule": rule} | ({"audience": audience[rule]} if rule in audience else {})
        for rule in rules
    ]
    changes = {"facts": FACTS, "audiences": AUDIENCES, "horizon": "5 d", "duties": duties}
    return a_scenario(**changes | more)


def played(scenario: Scenario, *given: dict[str, object], seed: int = 7) -> Journal:
    """Return the run of these decisions, written as in a file."""
    return run(scenario, decided(scenario, *given) if given else (), seed)


def notice(duty: str, at: str, *facts: str, **more: object) -> dict[str, object]:
    """Return a notice to the authority."""
    return {"do": "notify_authority", "at": at, "duty": duty, "facts": list(facts), **more}


def word(at: str, channel: str, *facts: str, **more: object) -> dict[str, object]:
    """Return a message on one channel."""
    return {"do": "publish", "at": at, "channels": [channel], "facts": list(facts), **more}


def refusals(journal: Journal) -> list[str]:
    """Return why decisions were refused, in English."""
    return [entry.reason["en"] for entry in journal.of(DecisionRefused)]


def test_clock_starts_with_awareness():
    """From the minute the team knows, nobody can stop the 72 hours."""
    journal = played(case("gdpr33"))
    (started,), (aware,) = journal.of(ClockStarted), journal.of(BecameAware)
    assert (started.at, started.due) == (LEARNT, LEARNT + 72 * HOUR)
    assert started.causes == (aware.id,)


def test_clock_starts_with_its_fact():
    """High risk is a finding, not a feeling."""
    duty = {"id": "warn", "rule": "gdpr34", "starts_with": "serious", "audience": "customers"}
    journal = played(case(duties=[duty]))
    (started,) = journal.of(ClockStarted)
    (known,) = (entry for entry in journal.of(FactKnown) if entry.fact == "serious")
    assert (started.at, started.causes) == (10 * HOUR, (known.id,))


def test_clock_that_never_starts_never_shows():
    """What does not apply is not on the wall."""
    duty = {"id": "warn", "rule": "gdpr34", "starts_with": "informant", "audience": "customers"}
    journal = played(case(duties=[duty]))
    assert not [entry for entry in journal if entry.kind.startswith("clock")]
    assert "clocks" not in {each.id for each in score(journal, case()).reactivity.criteria}


def test_notice_in_time_meets_the_clock():
    """Everything owed was given: nothing more to do."""
    journal = played(case("gdpr33"), notice("gdpr33", "T+12h", *ALL, "serious"))
    (met,) = journal.of(ClockMet)
    assert (met.late, met.lacking, met.complete) == (0, (), True)
    assert not journal.of(ClockMissed)


def test_last_minute_is_in_time():
    """Seventy-two hours are seventy-two hours."""
    journal = played(case("gdpr33"), notice("gdpr33", "T+73h", "leaked"))
    assert [met.late for met in journal.of(ClockMet)] == [0]
    assert not journal.of(ClockMissed)


def test_first_notice_may_have_gaps():
    """The law prefers an early notice with holes to a late one without."""
    journal = played(
        case("gdpr33"),
        notice("gdpr33", "T+3h", "leaked", "call-us"),
        notice("gdpr33", "T+4d", "harm", "closed", "serious", phase="final"),
    )
    first, last = journal.of(ClockMet)
    assert (first.lacking, first.complete) == (("scope", "consequences", "measures"), False)
    assert (last.lacking, last.complete, last.late) == ((), True, 0)
    assert first.id in last.causes


def test_late_notice_after_the_clock_ran_out():
    """Late is better than never, with reasons better still."""
    journal = played(case("gdpr33"), notice("gdpr33", "T+4d", "leaked", reasons=True))
    (missed,), (met,) = journal.of(ClockMissed), journal.of(ClockMet)
    assert missed.at == LEARNT + 72 * HOUR
    assert (met.late, met.reasons) == (4 * DAY - missed.at, True)


def test_reasons_need_a_delay():
    """A notice in time has nothing to explain."""
    journal = played(case("gdpr33"), notice("gdpr33", "T+3h", "leaked", reasons=True))
    assert not journal.of(ClockMet)[0].reasons


def test_missed_clock_names_what_was_missing():
    """Whoever asks why finds the decision that nobody took."""
    journal = played(case("gdpr33"))
    (missed,) = journal.of(ClockMissed)
    (missing,) = (e for e in journal.of(DecisionMissing) if e.about == "gdpr33")
    assert missing.do == "notify_authority"
    assert missing.id in missed.causes
    assert not journal.of(ClockMet)


@pytest.mark.parametrize(
    ("bill", "exposure"),
    [({}, 10_000_000), ({"bill": {"repair": 1000, "revenue": 3_000_000_000}}, 60_000_000)],
)
def test_exposure_is_the_lower_tier(bill, exposure):
    """Two per cent of the revenue, or ten million when that is more."""
    scenario = case("gdpr33", "gdpr34", **bill)
    journal = played(scenario)
    assert {missed.exposure for missed in journal.of(ClockMissed)} == {exposure}
    outcome = score(journal, scenario).outcome
    assert (outcome.clocks_missed, outcome.sanction_exposure) == (2, exposure)


@pytest.mark.parametrize(
    ("entity", "exposure"), [({}, 10_000_000), ({"entity": "important"}, 7_000_000)]
)
def test_exposure_is_that_of_the_entity(entity, exposure):
    """NIS2 knows two tiers, and the scenario says which the organisation is in."""
    journal = played(case(duties=[{"id": "early", "rule": "nis2-early", **entity}]))
    assert [missed.exposure for missed in journal.of(ClockMissed)] == [exposure]


SWISS = [
    {
        "id": "swiss", "name": {"fr": "LPD", "en": "FADP"}, "who": NAMES, "length": {"hours": 48},
        "judged": True, "met_by": ["notice"], "contents": ["nature", "measures"],
        "phased": True, "source": "FADP art. 24",
    },
    {
        "id": "swiss-people", "name": {"fr": "LPD, personnes", "en": "FADP, people"}, "who": NAMES,
        "length": {"days": 2}, "after": "swiss", "met_by": ["telling"],
        "cap": {"euros": 260_000}, "source": "FADP art. 24(4)",
    },
]  # fmt: skip


def test_a_law_of_the_scenario_runs_like_any_other():
    """It starts, is met with gaps, starts the next, and is missed by its name."""
    duties = [
        {"id": "bern", "rule": "swiss"},
        {"id": "people", "rule": "swiss-people", "audience": "customers"},
    ]
    scenario = case(laws=SWISS, duties=duties)
    journal = played(scenario, notice("bern", "T+5h", "leaked"))
    starts = {entry.duty: (entry.at, entry.due) for entry in journal.of(ClockStarted)}
    assert starts == {"bern": (LEARNT, LEARNT + 48 * HOUR), "people": (5 * HOUR, 53 * HOUR)}
    assert [met.lacking for met in journal.of(ClockMet)] == [("measures",)]
    assert [missed.exposure for missed in journal.of(ClockMissed)] == [260_000]
    (mark,) = (c for c in score(journal, scenario).reactivity.criteria if c.id == "clocks")
    assert "FADP, people: never" in mark.explanation.en


def test_a_law_of_the_scenario_is_told_by_its_name():
    """The chronology reads like that of any other law."""
    scenario = case(laws=SWISS, duties=[{"id": "bern", "rule": "swiss"}])
    told = [tell(entry, Names(scenario)).en for entry in played(scenario)]
    assert "Clock missed: FADP" in told
    assert any(line.startswith("Legal clock open until") and "FADP" in line for line in told)


def test_attorney_general_is_told_after_the_residents():
    """California: the copy of the notice follows the notice."""
    duties = [
        {"id": "residents", "rule": "california", "audience": "customers"},
        {"id": "state", "rule": "california-ag"},
    ]
    journal = played(case(duties=duties), word("T+5h", "direct_email", *ALL))
    starts = {entry.duty: (entry.at, entry.due) for entry in journal.of(ClockStarted)}
    assert starts["state"] == (5 * HOUR, 5 * HOUR + 15 * DAY)


def test_steps_run_from_the_step_before():
    """The final report is due a month after the notification, whenever that was."""
    journal = played(
        case("nis2-early", "nis2-notification", "nis2-final"),
        notice("nis2-notification", "T+20h", "leaked", "harm"),
    )
    starts = {entry.duty: entry.at for entry in journal.of(ClockStarted)}
    assert starts == {"nis2-early": 60, "nis2-notification": 60, "nis2-final": 20 * HOUR}


def test_step_left_out_starts_the_next_with_awareness():
    """A scenario may be about the final report alone."""
    journal = played(case("nis2-final"))
    assert [entry.at for entry in journal.of(ClockStarted)] == [LEARNT]


def test_complaint_within_72_hours():
    """Without it the insurer does not pay."""
    journal = played(case("lopmi"), {"do": "file_complaint", "at": "T+2d", "duty": "lopmi"})
    assert [(met.late, met.complete) for met in journal.of(ClockMet)] == [(0, True)]


def test_complaint_filed_before_counts():
    """Who went to the police before knowing more has been there."""
    journal = played(case("lopmi"), {"do": "file_complaint", "at": 30})
    assert [met.at for met in journal.of(ClockMet)] == [LEARNT]


def test_people_are_told_by_mail():
    """Art. 34: nature, consequences, measures, contact, to the people themselves."""
    journal = played(case("gdpr34"), word("T+5h", "direct_email", *ALL))
    assert [(met.at, met.complete) for met in journal.of(ClockMet)] == [(5 * HOUR, True)]


def test_people_are_not_told_by_release():
    """What is in the paper has not been said to me."""
    journal = played(case("gdpr34"), word("T+5h", "press_release", *ALL))
    assert not journal.of(ClockMet)
    assert len(journal.of(ClockMissed)) == 1


def test_mail_with_gaps_can_be_completed():
    """A second mail brings what the first left out, even what the release already said."""
    journal = played(
        case("gdpr34"),
        word("T+5h", "direct_email", "leaked", "call-us"),
        word("T+6h", "press_release", "harm", "closed"),
        word("T+8h", "direct_email", "harm", "closed"),
    )
    assert [(met.at / HOUR, met.lacking) for met in journal.of(ClockMet)] == [
        (5, ("consequences", "measures")),
        (8, ()),
    ]


def test_people_told_before_the_clock_are_told():
    """Nobody owes twice what was said before it was owed."""
    duty = {"id": "warn", "rule": "gdpr34", "starts_with": "serious", "audience": "customers"}
    journal = played(case(duties=[duty]), word("T+5h", "direct_email", *ALL))
    assert [(met.at, met.late) for met in journal.of(ClockMet)] == [(10 * HOUR, 0)]


def test_empty_mail_tells_nobody():
    """A holding word is not a communication to the data subjects."""
    journal = played(case("gdpr34"), word("T+5h", "direct_email", holding=True))
    assert not journal.of(ClockMet)


@pytest.mark.parametrize("channel", ["press_release", "investor_note"])
def test_market_word_meets_mar(channel):
    """A public word of substance, or a note that tells the investors."""
    journal = played(case("mar17"), word("T+4h", channel, "leaked", "harm"))
    assert [(met.late, met.complete) for met in journal.of(ClockMet)] == [(0, True)]


def test_mail_to_customers_does_not_meet_mar():
    """Inside information goes to the whole market."""
    assert not played(case("mar17"), word("T+4h", "direct_email", "leaked")).of(ClockMet)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (notice("gdpr33", "T+10"), "not running yet"),
        (notice("gdpr33", "T+2h", "serious"), "not established yet: serious"),
        (notice("gdpr34", "T+5h", "leaked"), "not met this way: tell the people concerned"),
        ({"do": "file_complaint", "at": "T+5h", "duty": "gdpr33"}, "notify the authority"),
    ],
)
def test_notice_is_refused(given, reason):
    """A notice that cannot be made changes nothing, and says why."""
    journal = played(case("gdpr33", "gdpr34"), given)
    assert reason in refusals(journal)[0]
    assert not journal.of(ClockMet)


def test_unknown_clock_is_refused():
    """The room may send any name."""
    scenario = case("gdpr33")
    (wrong,) = decided(scenario, notice("gdpr33", "T+5h", "leaked"))
    journal = run(scenario, [wrong.model_copy(update={"duty": "icpe"})], 7)
    assert refusals(journal) == ["unknown legal clock: 'icpe'; allowed: gdpr33"]


@pytest.mark.parametrize(
    ("rule", "reason"), [("gdpr33", "by phase intermediate or final"), ("nis2-early", "once only")]
)
def test_second_first_notice_is_refused(rule, reason):
    """What is done is completed, not begun again."""
    again = (notice(rule, at, "leaked") for at in ("T+5h", "T+6h"))
    assert reason in refusals(played(case(rule), *again))[0]


def test_notice_answers_the_authority():
    """Its questions, its trust: the public hears nothing."""
    journal = played(case("gdpr33"), notice("gdpr33", "T+12h", "leaked", if_known=["serious"]))
    (told,) = journal.of(StatementIssued)
    assert told.answered == {"cnil": ("leaked", "serious")}
    assert list(told.told) == ["cnil"]
    assert not told.disclosed
    gains = [entry for entry in journal.of(TrustMoved) if told.id in entry.causes]
    assert [list(gain.change) for gain in gains] == [["cnil"]]


def test_withheld_fact_told_to_authority_is_not_given_away():
    """The police know what the papers must not."""
    facts = [{**f, "known_at": 0} if f["id"] == "informant" else f for f in FACTS]
    journal = played(case("gdpr33", facts=facts), notice("gdpr33", "T+5h", "leaked", "informant"))
    assert journal.of(StatementIssued)[0].given_away == ()


def test_processor_may_write_to_its_controllers():
    """A formal notice, or a letter to each firm."""
    duty = {"id": "tell-them", "rule": "gdpr33-processor", "audience": "shops"}
    for given in (
        notice("tell-them", "T+12h", "leaked", "serious"),
        word("T+12h", "direct_email", "leaked", "serious"),
    ):
        (met,) = played(case(duties=[duty]), given).of(ClockMet)
        assert (met.late, met.complete) == (0, True)


def test_what_was_given_stays_given():
    """A shorter mail after a full notice opens no gap."""
    taken = {"id": "d", "kind": "contact", "name": NAMES, "audience": "shops", "fact": "leaked"}
    duty = {"id": "tell-them", "rule": "gdpr33-processor"}
    journal = played(
        case(duties=[duty], data_taken=[taken]),
        notice("tell-them", "T+12h", "leaked", "serious"),
        word("T+14h", "direct_email", "leaked"),
    )
    assert [met.complete for met in journal.of(ClockMet)] == [True]


def test_lawyers_complete_the_notice():
    """They speak the authority's language: all that is known and owed is in it."""
    insurer = {
        "id": "insurer", "name": NAMES, "role": "insurer",
        "answers_after": "1h", "services": ["lawyers"],
    }  # fmt: skip
    journal = played(
        case("gdpr33", partners=[insurer]),
        {"do": "inform_partner", "at": "T+1h", "partner": "insurer"},
        {"do": "use_service", "at": "T+3h", "partner": "insurer", "service": "lawyers"},
        notice("gdpr33", "T+12h", "leaked"),
    )
    assert [met.lacking for met in journal.of(ClockMet)] == [()]


def test_notice_changes_nothing_else():
    """Same luck: with and without a notice, the press lives the same days."""
    with_notice = played(case("gdpr33"), notice("gdpr33", "T+5h", "leaked"))
    without = played(case("gdpr33"))
    for kind in (News, OutletDecided, CallRang, ArticlePublished, FactKnown):
        seen, unseen = with_notice.of(kind), without.of(kind)
        assert [_said(entry) for entry in seen] == [_said(entry) for entry in unseen]


def test_duties_change_nothing_else():
    """A clock on the wall does not move the world."""
    with_clock, without = played(case("gdpr33")), played(case())
    clocks = (ClockStarted, ClockMissed)
    kept = [
        e for e in with_clock if not isinstance(e, clocks) and getattr(e, "about", "") != "gdpr33"
    ]
    assert [_said(e) for e in kept][1:] == [_said(e) for e in without][1:]


def _said(entry: Any) -> dict[str, Any]:
    """Return an entry without what numbers it."""
    plain = entry.as_dict()
    return {key: plain[key] for key in plain if key not in ("id", "causes")}
