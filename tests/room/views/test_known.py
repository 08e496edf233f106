from simulator.room.views.known import known
from simulator.room.views.seen import Seen
from tests.room.views.moments import WORD, at, sight

LOOK = {"do": "investigate", "at": 30, "investigation": "logs", "people": 2}
DENY = {"do": "publish", "at": 200, "channels": ["press_release"], "claims": ["nothing-stolen"]}
BACK = {"do": "correct_claim", "at": 300, "claim": "nothing-stolen", "channels": ["press_release"]}


def section(*given, until, language="en"):
    """Return the section at a minute."""
    return known(Seen(sight(*given, until=until, language=language)))


def claim(name, *given, until):
    """Return one claim as the section shows it."""
    return next(c for c in section(*given, until=until)["claims"] if c["id"] == name)


def test_only_established_facts_are_shown():
    """In the order in which the team learnt them."""
    assert [f["id"] for f in section(until=59)["facts"]] == ["change-password"]
    assert [f["id"] for f in section(until=61)["facts"]] == ["change-password", "leaked"]


def test_a_fact_said_is_marked():
    """What is not said yet is what the desk wants to see."""
    said = {f["id"]: f["said"] for f in section(WORD, until=200)["facts"]}
    assert said == {"change-password": False, "leaked": True}


def test_an_inquiry_goes_from_open_to_finished():
    """Its size is what it usually takes until somebody decides otherwise."""
    states = []
    for minute in (20, 40, 500):
        (inquiry,) = section(LOOK, until=minute)["investigations"]
        states.append((inquiry["state"], inquiry["ordered"], inquiry["facts_found"]))
    assert states == [("open", None, 0), ("ordered", 30, 0), ("finished", 30, 1)]


def test_a_claim_says_what_it_rests_on():
    """It warns before a certainty is asserted that nobody has."""
    before, after = (claim("few-concerned", LOOK, until=minute) for minute in (40, 500))
    assert (before["established"], before["rests"], before["uncertain"]) == (False, 1, 1)
    assert (after["established"], after["rests"], after["uncertain"]) == (True, 1, 0)


def test_a_claim_has_a_life():
    """Free, standing, then taken back, or contradicted by others."""
    assert claim("nothing-stolen", until=100)["state"] == "free"
    assert claim("nothing-stolen", DENY, until=250)["state"] == "standing"
    assert claim("nothing-stolen", DENY, BACK, until=350)["state"] == "corrected"
    assert claim("nothing-stolen", DENY, until=1900)["state"] == "contradicted"


def test_what_is_out_shows_to_who_listens():
    """The team learns from the press that the world has it."""
    look = at("gemalto-2015", "exemplary", 5400)
    facts = {fact["id"]: fact["out"] for fact in known(Seen(look))["facts"]}
    assert facts["only-2g-exposed"]
    assert not facts["where-to-ask"]


def test_what_must_be_withheld_says_why():
    """The reason stands beside the fact."""
    facts = {
        f["id"]: f["withhold"] for f in known(Seen(at("gemalto-2015", "silence", 300)))["facts"]
    }
    assert facts["detection-methods"].startswith("Describing")
    assert facts["where-to-ask"] is None
