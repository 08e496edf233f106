"""Who may do what: every route, asked by everybody."""

import asyncio
import uuid

import pytest

from simulator.room.seats import FACILITATOR, PLAYERS, Keys, Seat
from tests.room.asking import in_a_house

OTHERS = ("nobody", "forged", "gone")
WHO = ("facilitator", *PLAYERS, "other-team", "observer", "wall", "other-exercise", *OTHERS)
TEAM = (*PLAYERS,)


def key():
    return str(uuid.uuid4())


def at(path, drill):
    """Return a path with the exercise in it."""
    return path.replace("/E/", f"/{drill.id}/").replace("=E", f"={drill.id}")


def note(team="team-1"):
    return {"team": team, "decision": {"do": "take_note", "text": "seen"}}


def direct(teams=None):
    decision = {"do": "ring_team", "outlet": "depeche-agence", "question": "Well?", "patience": 5}
    return {"teams": teams, "decision": decision}


# Route, body, and who gets something else than 403 (strangers: 401).
ROUTES = [
    ("GET", "/api/me", None, dict.fromkeys(WHO, 200)),
    ("GET", "/api/scenarios", None, {"facilitator": 200}),
    ("GET", "/api/exercises", None, {"facilitator": 200}),
    ("POST", "/api/exercises", {}, {"facilitator": 400}),
    ("GET", "/api/exercises/E/links", None, {"facilitator": 200}),
    ("GET", "/api/stream?exercise=E", None,
     {**dict.fromkeys(WHO, 200), "other-exercise": 403}),
    ("GET", "/api/stream?exercise=E&team=team-1", None,
     {**dict.fromkeys(WHO, 200), "other-team": 403, "other-exercise": 403}),
    ("POST", "/api/decisions", {"decision": {"do": "activate_cell"}},
     dict.fromkeys((*TEAM, "other-team", "other-exercise"), 200)),
    ("POST", "/api/decisions?team=team-1&exercise=E", {"decision": {"do": "monitor_media"}},
     dict.fromkeys(TEAM, 200)),
    *(
        ("POST", "/api/decisions", {"decision": {"do": do}}, {})
        for do in ("take_calls", "give_inject", "skip_inject", "add_inject", "ring_team",
                   "take_note", "overrule", "end_exercise")
    ),
    ("PUT", "/api/draft", {"draft": {"text": "a"}},
     dict.fromkeys((*TEAM, "other-team", "other-exercise"), 200)),
    ("POST", "/api/reading", {"text": "We know.", "language": "en"},
     {**dict.fromkeys((*TEAM, "other-team"), 200), "facilitator": 404}),
    ("POST", "/api/hotwash", {"answers": {}},
     dict.fromkeys((*TEAM, "other-team", "other-exercise"), 409)),
    ("POST", "/api/exercises/E/clock", {"action": "dance"}, {"facilitator": 400}),
    ("POST", "/api/exercises/E/clock", {"action": "resume"}, {"facilitator": 200}),
    ("POST", "/api/exercises/E/direct", direct(["team-1"]), {"facilitator": 200}),
    ("POST", "/api/exercises/E/notes", note(), {"facilitator": 200, "observer": 200}),
    ("POST", "/api/exercises/E/branch", {"at": -1}, {"facilitator": 400}),
    ("POST", "/api/exercises/E/settings", {"coaching": True}, {"facilitator": 200}),
    ("GET", "/api/replay?exercise=E&at=10", None, {"facilitator": 200, "observer": 200}),
    ("GET", "/api/replay?exercise=E&at=10&team=team-2", None,
     {"facilitator": 200, "observer": 200}),
    ("GET", "/api/exercises/E/comparison", None, {"facilitator": 200, "observer": 200}),
    *(
        ("GET", f"/api/exercises/E/teams/team-1/{name}", None,
         {"facilitator": 200, "observer": 200})
        for name in ("journal.jsonl", "decisions.yaml", "scorecard.json")
    ),
    ("GET", "/api/exercises/E/teams/team-1/key", None, {"facilitator": 404, "observer": 404}),
    ("POST", "/api/exercises/E/report", {"team": "team-9", "language": "en"},
     {"facilitator": 404, "observer": 404}),
    ("GET", "/api/exercises/nowhere/links", None, {"facilitator": 404}),
]  # fmt: skip


def tokens(house, drill, other):
    """Return everybody's token by name."""
    found = {role: house.token(Seat(drill.id, "team-1", role)) for role in (*PLAYERS, "wall")}
    return found | {
        "facilitator": house.token(FACILITATOR),
        "other-team": house.token(Seat(drill.id, "team-2", "head")),
        "observer": house.token(Seat(drill.id, "", "observer")),
        "other-exercise": house.token(Seat(other.id, "team-1", "head")),
        "nobody": None,
        "forged": Keys(b"o" * 32).token(FACILITATOR),
        "gone": house.token(Seat("deleted", "team-1", "head")),
    }


def expected(who, allowed):
    return 401 if who in OTHERS else allowed.get(who, 403)


@pytest.mark.parametrize(
    ("method", "path", "body", "allowed"), ROUTES, ids=[f"{r[1]}-{i}" for i, r in enumerate(ROUTES)]
)
def test_each_role_does_what_it_may(tmp_path, method, path, body, allowed):
    """Every link opens its own doors and no others."""

    async def story(house):
        drill = await house.exercise(settings={"coaching": True})
        other = await house.exercise()
        found = {}
        for who, token in tokens(house, drill, other).items():
            sent = None if body is None else {"key": key(), **body}
            answer = await house.ask(
                method, at(path, drill),
                None, sent, token=token,
            )  # fmt: skip
            found[who] = answer.status
        return found

    found = in_a_house(tmp_path, story)
    assert found == {who: expected(who, allowed) for who in WHO}


ENDED = [
    ("POST", "/api/decisions", {"decision": {"do": "activate_cell"}}, 409, 403),
    ("POST", "/api/hotwash", {"answers": {"ready": 4}}, 200, 403),
    ("GET", "/api/replay?at=10", None, 200, 403),
    ("GET", "/api/replay?at=10&team=team-2", None, 403, 403),
    ("GET", "/api/exercises/E/comparison", None, 200, 403),
    ("GET", "/api/exercises/E/teams/team-1/journal.jsonl", None, 200, 403),
    ("GET", "/api/exercises/E/teams/team-1/decisions.yaml", None, 200, 403),
    ("GET", "/api/exercises/E/teams/team-1/scorecard.json", None, 200, 403),
    ("GET", "/api/exercises/E/teams/team-2/journal.jsonl", None, 403, 403),
    ("POST", "/api/exercises/E/report", {"team": "team-2"}, 403, 403),
    ("GET", "/api/stream", None, 200, 200),
]


def test_after_the_end_players_look_back_on_their_own(tmp_path):
    """Their journal, their files, the comparison; nothing of another team; the wall only looks."""

    async def story(house):
        drill = await house.exercise()
        await drill.end(FACILITATOR, key())
        seats = [Seat(drill.id, "team-1", role) for role in ("head", "wall")]
        found = []
        for method, path, body, *_ in ENDED:
            sent = None if body is None else {"key": key(), **body}
            place = at(path, drill)
            found.append([(await house.ask(method, place, seat, sent)).status for seat in seats])
        return found

    assert in_a_house(tmp_path, story) == [list(row[3:]) for row in ENDED]


def test_a_team_never_reads_anothers_words(tmp_path):
    """What one team writes stands in no section of the other's stream."""

    async def story(house):
        drill = await house.exercise()
        head, other = (Seat(drill.id, team, "head") for team in ("team-1", "team-2"))
        await house.ask("PUT", "/api/draft", head, {"draft": {"text": "XYZZY"}})
        said = {"do": "write_log", "text": "XYZZY"}
        await house.post("/api/decisions", {"key": key(), "decision": said}, head)
        mine, theirs = [(await house.get("/api/stream", seat)).body for seat in (head, other)]
        return mine.count(b"XYZZY") > 0, b"XYZZY" in theirs

    assert in_a_house(tmp_path, story) == (True, False)


def test_an_observers_note_stays_in_its_exercise(tmp_path):
    """An observer of one exercise writes into no other."""

    async def story(house):
        drill, other = await house.exercise(), await house.exercise()
        seat = Seat(other.id, "", "observer")
        body = {"key": key(), **note()}
        return (await house.post(f"/api/exercises/{drill.id}/notes", body, seat)).status

    assert in_a_house(tmp_path, story) == 403


# Replayed requests


def test_the_same_request_five_times_at_once_makes_one_exercise(tmp_path):
    """An impatient finger on the button makes one exercise."""

    async def story(house):
        body = {"key": key(), "scenario": "gemalto-2015", "teams": ["A"]}
        answers = await asyncio.gather(*(house.post("/api/exercises", body) for _ in range(5)))
        return {a.json["id"] for a in answers}, set(house.room.drills)

    ids, drills = in_a_house(tmp_path, story)
    assert ids == drills
    assert len(ids) == 1


def test_a_replayed_branch_note_and_call_happen_once(tmp_path):
    """What is asked again with its key changes nothing more."""

    async def story(house):
        drill = await house.exercise()
        base = f"/api/exercises/{drill.id}"
        for path, body in (
            (f"{base}/branch", {"at": 50}),
            (f"{base}/notes", note()),
            (f"{base}/direct", direct(["team-1"])),
        ):
            sent = {"key": key(), **body}
            answers = [(await house.post(path, sent)).json for _ in range(3)]
            assert answers[0] == answers[1] == answers[2]
        return len(house.room.drills), [d.do for d in drill.teams["team-1"].decisions]

    drills, decisions = in_a_house(tmp_path, story)
    assert drills == 2
    assert decisions[-2:] == ["take_note", "ring_team"]
    assert len(set(decisions)) == len(decisions) - decisions.count("take_calls") + 1


def test_a_replayed_creation_survives_a_restart(tmp_path):
    """The answer is kept with the exercise."""
    body = {"key": key(), "scenario": "gemalto-2015", "teams": ["A"]}

    async def story(house):
        return (await house.post("/api/exercises", body)).json["id"]

    assert in_a_house(tmp_path, story) == in_a_house(tmp_path, story)


def test_a_key_of_one_act_says_nothing_of_another(tmp_path):
    """A key is the page's for one thing it asks."""

    async def story(house):
        drill = await house.exercise(running=False)
        same = key()
        base = f"/api/exercises/{drill.id}"
        await house.post(f"{base}/clock", {"key": same, "action": "resume"})
        return (await house.post(f"{base}/branch", {"key": same, "at": 5})).json

    assert "id" in in_a_house(tmp_path, story)


# Files


def with_a_report(house, drill):
    """Lay a paper where the room lays them and return its sealed address."""
    team = drill.teams["team-1"]
    folder = house.house.papers.folder(drill, team, "en")
    folder.mkdir(parents=True)
    (folder / "report.html").write_text("<p>Paper</p>")
    (folder / "made-of").write_text("secret")
    (house.room.folder / "key.txt").write_text("secret")
    return house.house.papers.link(drill, team, "en", "report.html")


def test_a_sealed_link_opens_its_paper_without_a_token(tmp_path):
    """A browser that opens it in a tab sends none; the paper may do nothing but show itself."""

    async def story(house):
        drill = await house.exercise()
        return await house.get(with_a_report(house, drill), None)

    answer = in_a_house(tmp_path, story)
    assert (answer.status, answer.body) == (200, b"<p>Paper</p>")
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "bend",
    [
        lambda p: [*p[:5], "x" + p[5][1:], p[6]],
        lambda p: [*p[:5], "", p[6]],
        lambda p: [*p[:5], "é", p[6]],
        lambda p: [*p[:3], "team-2", *p[4:]],
        lambda p: [*p[:4], "fr", *p[5:]],
        lambda p: [*p[:2], "other", *p[3:]],
        lambda p: [*p[:6], "made-of"],
        lambda p: [*p[:6], "..", "made-of"],
        lambda p: [*p[:6], "../../../../../key"],
        lambda p: [*p[:6], "..\\..\\key"],
        lambda p: [*p[:6], "report.html\0"],
        lambda p: [*p[:6], "report.html/"],
        lambda p: [*p[:6], "REPORT.HTML"],
        lambda p: [*p[:6], "report.pdf"],
        lambda p: [*p[:2], "..", "..", *p[4:]],
        lambda p: [*p[:3], "", *p[4:]],
    ],
)
def test_nothing_but_the_sealed_paper_is_given(tmp_path, bend):
    """Another proof, team, language, name or way through the folders opens nothing."""

    async def story(house):
        drill = await house.exercise()
        parts = with_a_report(house, drill).split("/")
        return await house.get("/".join(bend(parts)), None)

    answer = in_a_house(tmp_path, story)
    assert answer.status == 404
    assert b"secret" not in answer.body
    assert set(answer.json["error"]) == {"fr", "en"}


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/..%2fapp.py", "/static/common/../../app.py",
        "/static//etc/passwd", "/static/..\\app.py", "/static/\0", "/static/common",
        "/static/common/", "/static/", "/static", "/static/fonts/../../../pyproject.toml",
        "/static/fonts/..\\..\\x", "/static/" + "a" * 5000, "/static/~root", "/static/\ud7ff",
        "/static/fonts/", "/static/common/nothing.js", "/nowhere", "/api/nowhere", "/API/me",
        "//etc/passwd", "/api/me/", "/desk/../console",
    ],
)  # fmt: skip
def test_no_file_outside_the_pages_is_served(tmp_path, path):
    """Whatever is typed after the address: 404, and in both languages."""

    async def story(house):
        return await house.get(path, None)

    answer = in_a_house(tmp_path, story)
    assert answer.status == 404
    assert set(answer.json["error"]) == {"fr", "en"}
    assert "content-security-policy" in answer.headers


def test_pages_and_modules_are_served_to_everybody(tmp_path):
    """Who has no link yet still sees a page that says so."""

    async def story(house):
        return await house.get("/static/common/api.js", None)

    assert in_a_house(tmp_path, story).status == 200
