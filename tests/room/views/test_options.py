from simulator.clocks.rules import laws
from simulator.room.views.options import options
from simulator.room.views.seen import Seen
from simulator.scenario.decisions import Publish
from simulator.scenario.marks import read
from tests.builders import a_scenario
from tests.room.views.moments import CELL, EYES, VOICES, at, sight
from tests.scenario.test_check_others import OTHERS

RICH = a_scenario(**read(OTHERS.encode()).data)
LINE = {"do": "open_helpline", "at": 100, "agents": 8}
TOLD = {"do": "inform_partner", "at": 100, "partner": "host"}


def section(*given, until=200, scenario=RICH, language="en"):
    """Return the section at a minute."""
    return options(Seen(sight(*given, until=until, scenario=scenario, language=language)))


def ids(items):
    """Return the ids of a list of choices."""
    return [item["id"] for item in items]


def test_every_choice_can_be_decided():
    """What a form offers, the engine must take."""
    found = section()
    made = {"channels": ids(found["channels"]), "elements": ids(found["elements"])}
    made["audiences"] = ids(found["audiences"])
    for responsibility in ids(found["responsibilities"]):
        plain = {key: tuple(value) for key, value in made.items()}
        Publish(id="d", at=0.0, do="publish", responsibility=responsibility, **plain)


def test_every_choice_has_a_name():
    """In both languages."""
    for language in ("fr", "en"):
        found = section(language=language)
        for key in ("channels", "elements", "responsibilities", "topics", "duties", "partners"):
            assert all(item["name"] for item in found[key]), key


def test_what_is_done_is_said():
    """A cell that sits cannot be called in again."""
    assert section()["done"] == {"cell": False, "monitoring": False, "press_line": False}
    done = section(CELL, EYES, VOICES)["done"]
    assert done == {"cell": True, "monitoring": True, "press_line": True}


def test_those_named_are_marked():
    """The last decision counts."""
    only = {"do": "name_spokespeople", "at": 40, "spokespeople": ["chief"]}
    found = section(VOICES, only)["spokespeople"]
    assert {p["id"]: p["named"] for p in found} == {"officer": False, "chief": True}


def test_a_partner_told_is_marked():
    """And an insurer offers its services."""
    host, insurer = section(TOLD)["partners"]
    assert (host["informed"], insurer["informed"]) == (True, False)
    assert ids(insurer["services"]) == ["lawyers", "call_centre"]


def test_only_notices_have_phases():
    """People are told, not notified in stages."""
    found = {duty["id"]: ids(duty["phases"]) for duty in section()["duties"]}
    assert found["authority"] == ["initial", "intermediate", "final"]
    assert bool(found["people"]) == ("notice" in laws()["gdpr34"].met_by)


def test_the_helpline_is_as_last_set():
    """Where nobody's data were taken there is none to open."""
    assert section()["helpline"] == {"open": False, "agents": 0}
    more = {"do": "resize_helpline", "at": 120, "agents": 20}
    assert section(LINE, more)["helpline"] == {"open": True, "agents": 20}
    assert section(LINE, {"do": "close_helpline", "at": 120})["helpline"]["open"] is False
    assert options(Seen(at("gemalto-2015", "silence", 100)))["helpline"] is None
