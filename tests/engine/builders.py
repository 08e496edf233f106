"""People concerned who call, are harmed, and leave or stay: a shop's two thousand, or millions."""

from simulator import run
from simulator.journal import Journal
from simulator.scenario import Scenario
from tests.builders import a_scenario, decided, document

TAKEN = {
    "id": "cards",
    "kind": "bank",
    "name": {"fr": "Les cartes", "en": "The cards"},
    "audience": "customers",
    "fact": "leaked",
}
MILLIONS = 15_000_000


def a_case(people: int = 2000, taken: bool = True, **changes: object) -> Scenario:
    """Return the small scenario over six days without its clients, and with so many customers."""
    audiences = [dict(a) for a in document()["audiences"] if a["kind"] != "clients"]
    audiences[1]["people"] = people
    data = [TAKEN] if taken else []
    return a_scenario(**{"audiences": audiences, "data_taken": data, "horizon": "6 d"} | changes)


SHOP, GIANT = a_case(), a_case(MILLIONS)


def played(scenario: Scenario, *given: dict[str, object], seed: int = 7) -> Journal:
    """Return the run of these decisions; with none, nobody says anything."""
    return run(scenario, decided(scenario, *given) if given else (), seed)


def mail(at: str = "T+16h", **more: object) -> dict[str, object]:
    """Return a message to every customer, on Friday at ten unless said otherwise."""
    told = {"facts": ["leaked", "change-password"]} | more
    return {"do": "publish", "at": at, "channels": ["direct_email"], **told}


def line(agents: int, at: str = "T+15h", **more: object) -> dict[str, object]:
    """Return a helpline that never closes unless said otherwise."""
    hours = {"opens": 0.0, "closes": 24.0, "weekends": True}
    return {"do": "open_helpline", "at": at, "agents": agents, **hours, **more}
