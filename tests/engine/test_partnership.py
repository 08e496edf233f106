"""What partners do when they are told, left in the dark, or blamed; what an insurer lends."""

import pytest

from simulator import run, score
from simulator.journal import Journal
from simulator.journal.entries import (
    CallAnswered,
    Contradiction,
    DecisionMissing,
    DecisionRefused,
    FactKnown,
    IntrusionClimbed,
    News,
    OpinionMeasured,
    PartnerAnswered,
    PartnerBlamed,
    PartnerJoined,
    ServiceStarted,
    StatementIssued,
)
from tests.builders import a_scenario, decided


def named(name: str) -> dict[str, str]:
    return {"fr": name, "en": name}


PARTNERS = [
    {
        "id": "chain",
        "name": named("Chain"),
        "role": "franchisor",
        "shared_systems": True,
        "helps": ["logs"],
        "answers_after": "1h",
        "pays": 0.4,
    },
    {"id": "host", "name": named("Host"), "role": "host", "answers_after": "1h", "pays": 0.2},
    {
        "id": "insurer",
        "name": named("Insurer"),
        "role": "insurer",
        "answers_after": "1h",
        "pays": 0.5,
        "services": ["crisis_cell", "alignment", "call_centre"],
    },
]
CASE = a_scenario(partners=PARTNERS, bill={"repair": 10_000}, horizon="5 d")
LOOK = {"do": "investigate", "at": "T+1h", "investigation": "logs", "people": 2}
SPEAKERS = {"do": "name_spokespeople", "at": "T+50", "spokespeople": ["officer"]}


def played(*given: dict[str, object], seed: int = 7) -> Journal:
    return run(CASE, decided(CASE, *given) if given else (), seed)


def tell(partner: str = "chain", at: str = "T+1h30") -> dict[str, object]:
    return {"do": "inform_partner", "at": at, "partner": partner}


def offer(share: float, at: str = "T+4h", **more: object) -> dict[str, object]:
    plain = {"partner": "chain", "who_acts": "together", "our_share": share}
    return {"do": "agree_with_partner", "at": at, **plain, **more}


def use(service: str, at: str = "T+3h", partner: str = "insurer") -> dict[str, object]:
    return {"do": "use_service", "at": at, "partner": partner, "service": service}


def word(at: str = "T+4h", **more: object) -> dict[str, object]:
    return {"do": "publish", "at": at, "channels": ["press_release"], **more}


def found(journal: Journal) -> float:
    """Return when the investigation had its answer."""
    return next(entry.at for entry in journal.of(FactKnown) if entry.fact == "how-many")


def reasons(journal: Journal) -> list[str]:
    return [entry.reason["en"] for entry in journal.of(DecisionRefused)]


def trust(journal: Journal) -> float:
    """Return the trust of the bookshops at the end."""
    return journal.of(OpinionMeasured)[-1].trust[2]


def cost(journal: Journal) -> float:
    spent = score(journal, CASE).outcome.cost
    assert spent is not None
    return spent


def test_partner_joins_after_its_time():
    """Somebody must read the mail first."""
    joined = played(tell()).of(PartnerJoined)
    assert [(entry.at, entry.partner, entry.speed) for entry in joined] == [(150, "chain", 1.5)]


def test_joint_diagnosis_shortens_what_is_left():
    """The same luck: what remained when the partner joined takes two thirds of the time."""
    alone, joint = found(played(LOOK)), found(played(LOOK, tell()))
    assert joint == pytest.approx(150 + (alone - 150) / 1.5)


def test_orders_to_come_are_joint_too():
    """A partner at the table stays there."""
    late = LOOK | {"at": "T+5h"}
    alone, joint = found(played(late)), found(played(late, tell()))
    assert joint - 300 == pytest.approx((alone - 300) / 1.5)


def test_partner_too_late_helps_nothing():
    """What is known is known."""
    assert found(played(LOOK, tell(at="T+2d"))) == found(played(LOOK))


def test_untold_partner_is_reached_by_the_intrusion():
    """Linked systems carry it further, and the missing call is named as the cause."""
    climbs = [journal for seed in range(8) if (journal := played(seed=seed)).of(IntrusionClimbed)]
    assert len(climbs) > 4
    climbed = climbs[0].of(IntrusionClimbed)[0]
    missing = next(e for e in climbs[0].of(DecisionMissing) if e.do == "inform_partner")
    assert (climbed.partner, missing.about) == ("chain", "chain")
    assert missing.id in climbed.causes


def test_climbed_intrusion_is_told_and_dear():
    """Bad news, a partner that says whose fault it is, a repair half as dear again."""
    climbed = next(j for seed in range(8) if (j := played(seed=seed)).of(IntrusionClimbed))
    assert [news.size for news in climbed.of(News) if news.what == "climb"] == [0.4]
    assert [entry.partner for entry in climbed.of(PartnerBlamed)] == ["chain"]
    assert cost(climbed) == 15_000


def test_told_partner_is_not_reached():
    """That is what the call is for."""
    assert not any(played(tell(), seed=seed).of(IntrusionClimbed) for seed in range(8))


def test_agreement_shares_the_bill():
    """A partner told in time signs for what it can pay."""
    journal = played(tell(), offer(0.6))
    answer = journal.of(PartnerAnswered)[0]
    assert (answer.at, answer.agreed, answer.our_share, answer.cost) == (300, True, 0.6, 6000)
    assert cost(journal) == 6000


def test_greedy_offer_is_refused_with_its_price():
    """The price named is the price signed."""
    journal = played(tell(), offer(0.3), offer(0.6, "T+6h"))
    answers = [(entry.agreed, entry.our_share) for entry in journal.of(PartnerAnswered)]
    assert answers == [(False, 0.6), (True, 0.6)]


def test_partner_told_late_pays_less():
    """A day and more after awareness, half of the generosity is left."""
    late = played(tell(at="T+27h"), offer(0.6, "T+30h")).of(PartnerAnswered)[0]
    assert (late.agreed, late.our_share) == (False, 0.8)


def test_partner_never_told_pays_nothing():
    """Nobody pays for what they learn from the bill."""
    assert played(offer(0.9)).of(PartnerAnswered)[0].our_share == 1


def test_unsound_agreement_is_signed_and_dear():
    """The partner is glad to let us repair alone what we cannot repair alone."""
    journal = played(tell(), offer(0.6, who_acts="us"))
    assert cost(journal) == 9000


def test_blame_is_in_vain():
    """The partner answers, trust falls further, and the share of the bill grows."""
    blame = word(facts=["leaked"], responsibility="shifted", blames="chain", at="T+3h")
    deal = [tell(), offer(0.6, "T+20h")]
    blamed = played(*deal, blame)
    assert [entry.partner for entry in blamed.of(PartnerBlamed)] == ["chain"]
    assert [news.size for news in blamed.of(News) if news.what == "blamed_back"] == [0.15]
    answers = [played(*deal).of(PartnerAnswered)[0], blamed.of(PartnerAnswered)[0]]
    assert [(entry.agreed, entry.our_share) for entry in answers] == [(True, 0.6), (False, 0.68)]


def test_answered_blame_costs_more_than_blame():
    """Nobody to answer, only the blame itself; then a partner who does."""
    blame = word(facts=["leaked"], responsibility="shifted", at="T+3h")
    unanswered = a_scenario(horizon="5 d")
    alone = run(unanswered, decided(unanswered, blame), 7)
    answered = played(tell(), blame)
    assert answered.of(PartnerBlamed)
    assert trust(answered) < trust(alone)


def test_only_host_takes_a_nameless_blame_as_meant():
    """'Our supplier failed' names it well enough."""
    blamed = played(tell(), word(facts=["leaked"], responsibility="shifted"))
    assert [entry.partner for entry in blamed.of(PartnerBlamed)] == ["host"]


def test_blame_inside_is_not_answered_outside():
    """Nobody answers what they did not hear."""
    inside = {"do": "brief_employees", "at": "T+4h", "facts": ["leaked"]}
    blamed = played(tell(), inside | {"responsibility": "shifted", "blames": "chain"})
    assert not blamed.of(PartnerBlamed)


def test_service_starts_after_half_the_time():
    """A contract that is open works fast."""
    started = played(tell("insurer"), use("call_centre")).of(ServiceStarted)
    assert [(entry.at, entry.service) for entry in started] == [(210, "call_centre")]


def test_insurers_cell_is_a_cell():
    """Phones are answered in the evening, by somebody trained, and set-up counts it."""
    lent = played(SPEAKERS, tell("insurer"), use("crisis_cell"))
    assert {call.fit for call in lent.of(CallAnswered) if call.at > 210} == {0.75}
    said = next(c for c in score(lent, CASE).reactivity.criteria if c.id == "set_up")
    assert lent.of(ServiceStarted)[0].id in said.evidence
    again = {"do": "activate_cell", "at": "T+5h"}
    assert "already active" in reasons(played(tell("insurer"), use("crisis_cell"), again))[0]


def test_aligned_messages_are_better():
    """A second reader closes a tenth of the gap."""
    alone = played(tell("insurer"), word(facts=["leaked"])).of(StatementIssued)[0].quality
    helped = played(tell("insurer"), use("alignment"), word(facts=["leaked"]))
    quality = helped.of(StatementIssued)[0].quality
    assert quality == pytest.approx(alone + 0.1 * (1 - alone), abs=1e-4)


def test_aligned_messages_do_not_disagree():
    """Two claims that cannot both hold are caught before the second leaves."""
    claims = [word(claims=["nothing-stolen"]), word("T+6h", claims=["few-concerned"])]
    alone, helped = played(*claims), played(tell("insurer"), use("alignment"), *claims)
    assert len(alone.of(Contradiction)) == 1
    assert not helped.of(Contradiction)
    assert "'few-concerned' contradicts 'nothing-stolen'" in reasons(helped)[0]


def test_ten_times_the_people_do_not_pay():
    """Speed stops at twice, the hours are paid, and the press desk lends its people."""
    calm = [SPEAKERS, tell()]
    few, many = played(*calm, LOOK | {"people": 4}), played(*calm, LOOK | {"people": 20})
    assert found(many) > 0.75 * found(few)
    assert cost(many) > cost(few) + 2000


def test_press_desk_lends_its_people():
    """While an oversize investigation runs, each answer takes a quarter longer."""
    early = SPEAKERS | {"at": 10}, {"do": "activate_cell", "at": 20}
    for seed in range(40):
        usual = played(*early, LOOK | {"people": 4}, seed=seed).of(CallAnswered)
        short = played(*early, LOOK | {"people": 5}, seed=seed).of(CallAnswered)
        if usual and usual[0].at < 300:
            assert short[0].handled == pytest.approx(1.25 * usual[0].handled)
            return
    pytest.fail("no call that evening under any seed")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ([tell(), tell(at="T+2h")], "told already"),
        ([tell(), offer(0.6), offer(0.7, "T+4h30")], "has not yet answered"),
        ([tell(), offer(0.6), offer(0.7, "T+6h")], "already signed"),
        ([use("call_centre")], "must be told first, and takes 60 min"),
        ([tell("insurer"), use("call_centre", "T+2h")], "must be told first"),
        ([tell("insurer"), use("call_centre"), use("call_centre", "T+4h")], "called on already"),
    ],
)
def test_what_cannot_be_done_is_refused(given, reason):
    """A refusal says why, and changes nothing."""
    refused = played(*given)
    assert len(reasons(refused)) == 1
    assert reason in reasons(refused)[0]


@pytest.mark.parametrize(
    ("given", "change", "reason"),
    [
        (tell(), {"partner": "nobody"}, "unknown partner: 'nobody'; allowed: chain, host, insurer"),
        (use("call_centre"), {"service": "lawyers"}, "does not offer 'lawyers'"),
        (
            use("call_centre"),
            {"partner": "chain"},
            "does not offer 'call_centre'; possible: nothing",
        ),
    ],
)
def test_what_a_file_cannot_say_is_refused_live(given, change, reason):
    """A player may type anything; a file was checked when it was read."""
    strange = [each.model_copy(update=change) for each in decided(CASE, given)]
    assert reason in reasons(run(CASE, strange, 7))[0]
