"""What the facilitator asks: to make exercises, to move their clock, to play the world."""

import asyncio
import secrets
from functools import cache
from typing import Any

from simulator.room.asked import Asked
from simulator.room.decided import DIRECTORS_DO, OBSERVERS_DO
from simulator.room.drill import Drill
from simulator.room.links import links
from simulator.room.problems import malformed
from simulator.scenario import load, shipped
from simulator.scenario.shapes import Scenario
from simulator.text import Language, Text

_MOST_TEAMS, _LONGEST_NAME = 2000, 80
_LARGEST_SEED = 2**63 - 1
_SETTINGS = ("coaching", "sound", "turns")


async def scenarios(asked: Asked) -> Any:
    """List the scenarios that come with the simulator."""
    asked.only_facilitator()
    return await asyncio.to_thread(_library)


@cache
def _library() -> list[dict[str, Any]]:
    """Return what is shipped, read once: it takes a while."""
    return [_described(load(name)) for name in shipped()]


def _described(scenario: Scenario) -> dict[str, Any]:
    return {
        "id": scenario.id,
        "title": _both(scenario.title),
        "subtitle": _both(scenario.subtitle),
        "brief": _both(scenario.brief),
        "horizon": scenario.horizon,
        "fictional": scenario.fictional,
        "variants": [
            {"id": v.id, "title": _both(v.title), "about": _both(v.about)}
            for v in scenario.variants
        ],
    }


def _both(text: Text) -> dict[str, str]:
    return {"fr": text.say("fr"), "en": text.say("en")}


async def exercises(asked: Asked) -> Any:
    """List the exercises of the room, the newest first."""
    asked.only_facilitator()
    return [summary(drill) for drill in reversed(asked.room.drills.values())]


def summary(drill: Drill) -> dict[str, Any]:
    """Return an exercise in a line."""
    row = drill.row
    return {
        "id": drill.id, "title": row.title, "scenario": drill.scenario.id,
        "scenario_title": _both(drill.scenario.full_title), "variant": drill.scenario.variant,
        "seed": row.seed, "language": row.language, "state": drill.state,
        "now": round(drill.minute, 3), "horizon": drill.scenario.horizon,
        "teams": [{"id": team.id, "name": team.name} for team in drill.teams.values()],
        "parent": row.parent, "branched_at": row.branched_at, "created": row.made,
    }  # fmt: skip


async def create(asked: Asked) -> Any:
    """Make an exercise."""
    asked.only_facilitator()
    body = await asked.body()
    key = _key(asked, body)
    return await asked.room.once(key, lambda: _create(asked, body, key))


def _key(asked: Asked, body: dict[str, Any]) -> str:
    """Return the key of something asked, here and nowhere else."""
    return f"{asked.request.url.path} {asked.key(body)}"


async def _create(asked: Asked, body: dict[str, Any], key: str) -> dict[str, str]:
    name, variant = _line(body, "scenario"), body.get("variant")
    if name not in shipped():
        raise malformed(f"aucun scénario « {name} »", f"no scenario '{name}'")
    scenario = await asyncio.to_thread(load, f"{name}:{variant}" if variant else name)
    seed = body.get("seed", secrets.randbelow(10**6))
    if type(seed) is not int or not 0 <= seed <= _LARGEST_SEED:
        raise malformed("« seed » : un entier positif", "'seed': a whole number, 0 or more")
    language: Language = "en" if body.get("language") == "en" else "fr"
    title = _line(body, "title", scenario.title.say(language))
    drill = await asked.room.create(
        scenario, seed, language, title, _teams(body), _rate(body), _settings(body), key
    )
    return {"id": drill.id}


def _line(body: dict[str, Any], key: str, usual: str | None = None) -> str:
    given = body.get(key) or usual
    if not isinstance(given, str) or not given.strip() or len(given) > 200:
        raise malformed(f"« {key} » : un texte court", f"'{key}': a short text")
    return given.strip()


def _teams(body: dict[str, Any]) -> list[str]:
    given = body.get("teams")
    if not isinstance(given, list) or not 1 <= len(given) <= _MOST_TEAMS:
        raise malformed("« teams » : de 1 à 2 000 noms", "'teams': 1 to 2,000 names")
    names = [name.strip() for name in given if isinstance(name, str)]
    if not all(0 < len(name) <= _LONGEST_NAME for name in names) or len(names) < len(given):
        raise malformed(
            "« teams » : des noms de 1 à 80 caractères", "'teams': names of 1 to 80 characters"
        )
    if len(set(names)) < len(names):
        raise malformed(
            "« teams » : chaque équipe a un nom à elle", "'teams': each team has a name of its own"
        )
    return names


def _rate(body: dict[str, Any]) -> float:
    """Return minutes of the exercise a real second; real time unless told."""
    given = body.get("pace", 1 / 60)
    if type(given) not in (int, float) or not 1 / 61 <= given <= 120:
        raise malformed("« pace » : de 1/60 à 120", "'pace': from 1/60 to 120")
    return float(given)


def _settings(body: dict[str, Any]) -> dict[str, Any]:
    return {name: body[name] for name in _SETTINGS if type(body.get(name)) is bool}


async def join_links(asked: Asked) -> Any:
    """Give the links of an exercise."""
    asked.only_facilitator()
    # A thousand teams have six thousand QR codes to draw: meanwhile the room goes on.
    return await asyncio.to_thread(links, asked.room, asked.drill(), asked.house.address)


async def clock(asked: Asked) -> Any:
    """Move an exercise's clock."""
    asked.only_facilitator()
    body, drill = await asked.body(), asked.drill()
    key = asked.key(body)
    return await asked.room.once(_key(asked, body), lambda: _move(asked, drill, key, body))


async def _move(asked: Asked, drill: Drill, key: str, body: dict[str, Any]) -> dict[str, Any]:
    action = body.get("action")
    if action == "end":
        await drill.end(asked.seat, key)
    elif action in ("start", "resume"):
        await drill.start()
    elif action == "pause":
        await drill.suspend()
    elif action == "step":
        await drill.step()
    elif action == "pace":
        await drill.hurry(_rate(body))
    elif action == "jump":
        await drill.jump(_minute(body.get("to")))
    else:
        raise malformed(
            "« action » : start, pause, resume, pace, step, jump ou end",
            "'action': start, pause, resume, pace, step, jump or end",
        )
    return {"state": drill.state, "now": drill.minute}


def _minute(given: Any) -> float | None:
    if given is None:
        return None
    if type(given) not in (int, float) or not 0 <= given < 1e9:
        raise malformed("« to » : une minute de l’exercice", "'to': a minute of the exercise")
    return float(given)


async def direct(asked: Asked) -> Any:
    """Play the world: an inject, a journalist, a grade overruled."""
    asked.only_facilitator()
    return await _to_teams(asked, DIRECTORS_DO)


async def note(asked: Asked) -> Any:
    """Note what was observed in a team."""
    asked.only(asked.seat.watches_all)
    return await _to_teams(asked, OBSERVERS_DO)


async def _to_teams(asked: Asked, allowed: frozenset[str]) -> Any:
    body, drill = await asked.body(), asked.drill()
    given = body.get("decision")
    asked.only(isinstance(given, dict) and str(given.get("do")) in allowed)
    teams = body.get("teams", [body["team"]] if body.get("team") else None)
    if teams is not None and not isinstance(teams, list):
        raise malformed("« teams » : une liste, ou null", "'teams': a list, or null")
    chosen = [drill.team(str(name)) for name in (drill.teams if teams is None else teams)]
    who = str(given.pop("author", "") or asked.seat.role)[:80] if given else asked.seat.role
    return await drill.direct(chosen, asked.seat, who, asked.key(body), given)


async def branch(asked: Asked) -> Any:
    """Open a new exercise from a past moment of this one."""
    asked.only_facilitator()
    body, drill = await asked.body(), asked.drill()
    key, at = _key(asked, body), _minute(body.get("at"))
    if at is None:
        raise malformed("« at » : une minute de l’exercice", "'at': a minute of the exercise")
    title = _line(body, "title", drill.row.title)

    async def make() -> dict[str, str]:
        return {"id": (await asked.room.branch(drill, at, title, key)).id}

    return await asked.room.once(key, make)


async def settings(asked: Asked) -> Any:
    """Allow or forbid coaching, sound, decisions while time stands."""
    asked.only_facilitator()
    drill = asked.drill()
    await drill.change(_settings(await asked.body()))
    return drill.settings
