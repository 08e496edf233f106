"""What can be decided: the choices that each form of the desk offers."""

from collections.abc import Mapping
from typing import Any, get_args

from simulator.clocks.rules import laws_of
from simulator.journal.entries import ClockMet, PartnerInformed
from simulator.journal.names import CHANNELS, SERVICES, TOPICS
from simulator.room.views.calls import named
from simulator.room.views.seen import Seen
from simulator.scenario.kinds import Element, Phase, Responsibility
from simulator.text import Text

_ELEMENTS: Mapping[Element, Text] = {
    "acknowledgement": Text(fr="nous prenons l’affaire au sérieux", en="we take this seriously"),
    "empathy": Text(fr="un mot pour ceux que cela touche", en="a word for those affected"),
    "apology": Text(fr="des excuses", en="an apology"),
    "authorities_told": Text(fr="les autorités sont informées", en="the authorities are told"),
    "not_concerned": Text(fr="qui n’est pas concerné", en="who is not concerned"),
}
_RESPONSIBILITIES: Mapping[Responsibility, Text] = {
    "neutral": Text(fr="ne rien en dire", en="say nothing of it"),
    "owned": Text(fr="l’assumer", en="own it"),
    "shifted": Text(fr="la renvoyer à d’autres", en="put it on others"),
}
_PHASES: Mapping[Phase, Text] = {
    "initial": Text(fr="première notification", en="first notice"),
    "intermediate": Text(fr="complément", en="further notice"),
    "final": Text(fr="rapport final", en="final report"),
}


def options(seen: Seen) -> dict[str, Any]:
    """Return the section `options`."""
    scenario = seen.scenario
    return {
        "channels": _listed(seen, CHANNELS),
        "audiences": [
            {"id": a.id, "name": seen.say(a.name), "kind": a.kind, "headcount": a.headcount}
            for a in scenario.audiences
        ],
        "elements": _listed(seen, _ELEMENTS),
        "responsibilities": _listed(seen, _RESPONSIBILITIES),
        "spokespeople": _spokespeople(seen),
        "partners": _partners(seen),
        "duties": _duties(seen),
        "helpline": _helpline(seen),
        "done": {
            "cell": bool(seen.did("activate_cell")),
            "monitoring": seen.monitored is not None,
            "press_line": bool(seen.did("open_press_line") or seen.did("name_spokespeople")),
        },
        "topics": _listed(seen, TOPICS),
    }


def _listed(seen: Seen, names: Mapping[Any, Text]) -> list[dict[str, str]]:
    return [{"id": which, "name": seen.say(name)} for which, name in names.items()]


def _spokespeople(seen: Seen) -> list[dict[str, Any]]:
    now = named(seen)
    return [
        {"id": p.id, "name": seen.say(p.name), "role": p.role, "named": p.id in now}
        for p in seen.scenario.organisation.spokespeople
    ]


def _partners(seen: Seen) -> list[dict[str, Any]]:
    informed = {entry.partner for entry in seen.of(PartnerInformed)}
    return [
        {
            "id": partner.id,
            "name": seen.say(partner.name),
            "role": partner.role,
            "informed": partner.id in informed,
            "services": [{"id": s, "name": seen.say(SERVICES[s])} for s in partner.services],
        }
        for partner in seen.scenario.partners
    ]


def _duties(seen: Seen) -> list[dict[str, Any]]:
    """Return the legal clocks of the case; a complaint or a telling has no phases to choose."""
    met, laws = {entry.duty for entry in seen.of(ClockMet)}, laws_of(seen.scenario)
    return [
        {
            "id": duty.id,
            "name": seen.say(seen.names.of_law(duty.rule)),
            "phases": _phases(seen, laws[duty.rule].met_by),
            "met": duty.id in met,
        }
        for duty in seen.scenario.duties
    ]


def _phases(seen: Seen, met_by: tuple[str, ...]) -> list[dict[str, str]]:
    if "notice" not in met_by:
        return []
    return [{"id": phase, "name": seen.say(_PHASES[phase])} for phase in get_args(Phase)]


def _helpline(seen: Seen) -> dict[str, Any] | None:
    """Return the helpline as the team last set it, None when nobody's data are at stake."""
    changes = [*seen.did("open_helpline"), *seen.did("resize_helpline")]
    changes += seen.did("close_helpline")
    if not changes and not seen.scenario.data_taken:
        return None
    last = max(changes, key=lambda entry: entry.id, default=None)
    if last is None or last.do == "close_helpline":
        return {"open": False, "agents": 0}
    return {"open": True, "agents": last.decision.get("agents", 0)}
