"""What others send, on purpose or not: nothing breaks, nothing is kept that was not taken."""

import asyncio
import json
import re
import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape
from pypdf import PdfReader

from simulator.room.limits import BODY, Bucket
from simulator.room.routes import players
from simulator.room.seats import FACILITATOR, Seat
from tests.room.asking import ADDRESS, HOST, in_a_house

ODD = (
    "<script>alert(1)</script>", "{{7*7}}", "${7*7}", '#read("/etc/passwd")', "%s%n", "\\u0000",
    "'; DROP TABLE decision; --", "\u202eabc\u202c", "👩‍🚒 é ﷽", "]]>", "</textarea><img src=x>",
    "$ x^2 $", "*bold* _it_ @label <label>", "// comment", "{% raw %}", "a\u2028b\u2029c",
    "a\0b\x07c",
)  # fmt: skip


def key():
    return str(uuid.uuid4())


def head(drill, team="team-1"):
    return Seat(drill.id, team, "head")


def refused_well(answer, status):
    assert answer.status == status
    assert set(answer.json["error"]) == {"fr", "en"}
    assert all(answer.json["error"].values())
    for name in ("content-security-policy", "x-content-type-options", "referrer-policy",
                 "cross-origin-opener-policy", "cross-origin-resource-policy"):  # fmt: skip
        assert name in answer.headers


# Where a request comes from

ELSEWHERE = [
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": ""},
    {"origin": "http://["},
    {"origin": "http://127.0.0.1:9999"},
    {"origin": f"http://{HOST}.evil.example"},
    {"origin": f"http://user@evil.example/{HOST}"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "cross-site", "origin": ADDRESS},
]


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_another_sites_page_changes_nothing(tmp_path, headers):
    """A page the players visit beside must not play for them."""

    async def story(house):
        drill = await house.exercise()
        body = {"key": key(), "decision": {"do": "activate_cell"}}
        before = drill.teams["team-1"].number
        answer = await house.post("/api/decisions", body, head(drill), headers=headers)
        return answer, drill.teams["team-1"].number - before

    answer, more = in_a_house(tmp_path, story)
    refused_well(answer, 403)
    assert more == 0


@pytest.mark.parametrize("origin", [None, ADDRESS, ADDRESS.upper()])
def test_our_own_pages_and_programs_may(tmp_path, origin):
    """A page of the room says where it is from; a program says nothing."""

    async def story(house):
        drill = await house.exercise()
        body = {"key": key(), "decision": {"do": "activate_cell"}}
        headers = {"origin": origin, "sec-fetch-site": "same-origin"} if origin else {}
        return await house.post("/api/decisions", body, head(drill), headers=headers)

    assert in_a_house(tmp_path, story).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", "", "localhost:1"]
)
@pytest.mark.parametrize("path", ["/", "/api/me", "/static/common/api.js", "/nowhere"])
def test_another_name_gets_nothing(tmp_path, host, path):
    """A name that was made to point here (DNS rebinding) opens no page."""

    async def story(house):
        return await house.get(path, headers={"host": host})

    refused_well(in_a_house(tmp_path, story), 421)


# Bodies

MALFORMED = [
    b"", b"{", b"[]", b"null", b"1", b'"text"', b"{'a': 1}", b"\xff\xfe", b"\x00", b"{}" * 2,
    b'{"key": NaN}', b'{"key": Infinity}', b'{"key": 1e999}', b'{"draft": "\\ud800"}',
    b'{"\\udfff": 1}', b'{"draft": -Infinity}', b'{"draft": ' + b"9" * 5000 + b"}",
    b'{"draft":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
    b'{"draft":' + b'{"a":' * 9000 + b"1" + b"}" * 9000 + b"}",
]  # fmt: skip


@pytest.mark.parametrize("body", MALFORMED, ids=range(len(MALFORMED)))
@pytest.mark.parametrize("path", ["/api/decisions", "/api/draft"])
def test_what_is_no_json_object_is_refused(tmp_path, path, body):
    """Whatever comes, the answer says that an object is expected."""

    async def story(house):
        drill = await house.exercise()
        method = "PUT" if path == "/api/draft" else "POST"
        answer = await house.ask(method, path, head(drill), body)
        stream = await house.get("/api/stream", head(drill))
        return answer, stream, house.room.drafts

    answer, stream, drafts = in_a_house(tmp_path, story)
    refused_well(answer, 400)
    assert b"event: draft" in stream.body
    assert drafts == {}


@pytest.mark.parametrize("pieces", [[b"x" * (BODY + 1)], [b"x" * 1000] * 100, [b" " * BODY, b"{}"]])
def test_too_long_is_refused_however_it_comes(tmp_path, pieces):
    """In one piece or in many, declared or not."""

    async def story(house):
        drill = await house.exercise()
        return await house.post("/api/decisions", pieces, head(drill))

    refused_well(in_a_house(tmp_path, story), 413)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    | st.sampled_from([*ODD, -1, 0, 2**63, 10**30, "", "team-1", "now", True, "x" * 5000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner,
                                                               max_size=3),
    max_leaves=6,
)  # fmt: skip
DOES = (
    "activate_cell", "monitor_media", "investigate", "name_spokespeople", "open_press_line",
    "publish", "hold_conference", "brief_employees", "correct_claim", "inform_partner",
    "agree_with_partner", "use_service", "notify_authority", "file_complaint", "open_helpline",
    "resize_helpline", "close_helpline", "take_calls", "answer_call", "decline_call",
    "promise_call_back", "set_line", "write_log", "give_inject", "skip_inject", "add_inject",
    "ring_team", "take_note", "overrule", "end_exercise",
)  # fmt: skip
FIELDS = (
    "at", "id", "author", "note", "investigation", "people", "spokespeople", "channels", "facts",
    "if_known", "claims", "elements", "responsibility", "holding", "revises", "blames", "text",
    "next_update", "signed_by", "audiences", "speakers", "document", "claim", "partner",
    "who_acts", "our_share", "service", "duty", "phase", "reasons", "agents", "opens", "closes",
    "weekends", "call", "by", "inject", "replaces", "outlet", "question", "patience", "objective",
    "rating", "about", "criterion", "score", "reason",
)  # fmt: skip
DECISION = st.builds(
    lambda do, fields: {"do": do, **fields},
    st.sampled_from(DOES) | JSON,
    st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=5),
)
KEY = st.sampled_from(["", "k" * 8, "k" * 81]) | JSON
BODIES = {
    "/api/decisions": st.fixed_dictionaries({"decision": DECISION | JSON}),
    "/api/exercises/E/clock": st.fixed_dictionaries(
        {"action": st.sampled_from(["start", "pause", "resume", "pace", "step", "jump"]) | JSON},
        optional={"pace": JSON, "to": JSON},
    ),
    "/api/exercises/E/direct": st.fixed_dictionaries(
        {"decision": DECISION | JSON}, optional={"teams": JSON | st.just(["team-1"])}
    ),
    "/api/exercises/E/notes": st.fixed_dictionaries({"decision": DECISION | JSON}, optional={
        "team": JSON | st.just("team-1"), "teams": JSON}),
    "/api/exercises/E/branch": st.fixed_dictionaries({}, optional={"at": JSON, "title": JSON}),
    "/api/exercises/E/settings": st.fixed_dictionaries({}, optional={
        "coaching": JSON, "sound": JSON, "turns": JSON}),
    "/api/exercises/E/report": st.fixed_dictionaries({"language": JSON}, optional={"team": JSON}),
    "/api/exercises": st.fixed_dictionaries({"scenario": JSON | st.just("gemalto-2015")}, optional={
        "variant": JSON, "seed": JSON, "teams": JSON | st.lists(st.text(max_size=90), max_size=3),
        "title": JSON, "pace": JSON, "language": JSON, "coaching": JSON}),
    "/api/draft": st.fixed_dictionaries({"draft": JSON}),
    "/api/reading": st.fixed_dictionaries({"text": JSON, "language": JSON}),
    "/api/hotwash": st.fixed_dictionaries({"answers": JSON}),
}  # fmt: skip
ASKED_BY = {"/api/decisions": "head", "/api/draft": "head", "/api/reading": "head",
            "/api/hotwash": "head"}  # fmt: skip


async def fuzzed(house, path, bodies):
    """Send bodies and hold each answer to its promise."""
    drill = await house.exercise(settings={"coaching": True})
    if path == "/api/hotwash":
        await drill.end(FACILITATOR, key())
    seat = head(drill) if path in ASKED_BY else FACILITATOR
    method = "PUT" if path == "/api/draft" else "POST"
    for body, name in bodies:
        before = [(len(t.decisions), t.number) for t in drill.teams.values()]
        sent = json.dumps({"key": name, **body}).encode()
        answer = await house.ask(method, path.replace("/E/", f"/{drill.id}/"), seat, sent)
        after = [(len(t.decisions), t.number) for t in drill.teams.values()]
        assert answer.status in (200, 400, 403, 404, 409), (answer.status, body)
        assert answer.status == 200 or before == after
        assert answer.status == 200 or set(answer.json["error"]) == {"fr", "en"}
    for page in (head(drill), FACILITATOR, Seat(drill.id, "team-1", "wall")):
        found = await house.get(f"/api/stream?exercise={drill.id}&team=team-1", page)
        assert b"event: clock" in found.body


def bodies_for(path):
    return st.lists(st.tuples(BODIES[path], KEY), min_size=1, max_size=4)


@pytest.mark.parametrize("path", BODIES)
@settings(max_examples=10)
@given(data=st.data())
def test_any_body_is_answered_and_only_what_is_taken_is_kept(tmp_path_factory, path, data):
    """Never a failure of ours; the journal changes with a 200 only."""
    bodies = data.draw(bodies_for(path))
    in_a_house(tmp_path_factory.mktemp("room"), lambda house: fuzzed(house, path, bodies))


@pytest.mark.slow
@pytest.mark.parametrize("path", BODIES)
@settings(max_examples=300)
@given(data=st.data())
def test_many_bodies_are_answered_and_only_what_is_taken_is_kept(tmp_path_factory, path, data):
    """The same, for longer."""
    bodies = data.draw(bodies_for(path))
    in_a_house(tmp_path_factory.mktemp("room"), lambda house: fuzzed(house, path, bodies))


# Names

NAMES = [
    ["A" * 80, "B" * 80], [*ODD[:10]], ["é", "e\u0301"], ["0", "00"], ["team-2", "team-1"],
    ["..", "../.."], ["a\nb", "c"],
]  # fmt: skip
WRONG_NAMES = [
    [], ["A"] * 2, ["A", " A "], ["A" * 81], [""], ["  "], [1], [None], "AB", {"a": 1}, None,
    ["x"] * 2001, [["A"]],
]  # fmt: skip


@pytest.mark.parametrize("names", NAMES, ids=range(len(NAMES)))
def test_any_name_of_a_team_is_shown_as_it_is(tmp_path, names):
    """Long, odd, or like an id: it is text, and the id is the room's own."""

    async def story(house):
        body = {"key": key(), "scenario": "gemalto-2015", "teams": names, "title": ODD[0]}
        made = (await house.post("/api/exercises", body)).json["id"]
        shown = (await house.get("/api/exercises")).json[0]["teams"]
        stream = await house.get("/api/stream", Seat(made, "team-1", "head"))
        return shown, stream.body.decode()

    shown, stream = in_a_house(tmp_path, story)
    assert [team["name"] for team in shown] == names
    assert [team["id"] for team in shown] == [f"team-{n}" for n in range(1, len(names) + 1)]
    assert json.dumps(names[0], ensure_ascii=False) in stream


@pytest.mark.parametrize("names", WRONG_NAMES, ids=range(len(WRONG_NAMES)))
def test_names_that_tell_no_teams_apart_are_refused(tmp_path, names):
    """Empty, double, too long or no names at all."""

    async def story(house):
        body = {"key": key(), "scenario": "gemalto-2015", "teams": names}
        return await house.post("/api/exercises", body), len(house.room.drills)

    answer, drills = in_a_house(tmp_path, story)
    refused_well(answer, 400)
    assert drills == 0


@pytest.mark.parametrize("variant", ["../x", "/etc/passwd", "..", [], {}, 1, "x\0y", "é" * 300])
def test_no_variant_leads_out_of_the_scenarios(tmp_path, variant):
    """A variant is looked up, never opened."""

    async def story(house):
        body = {"key": key(), "scenario": "gemalto-2015", "teams": ["A"], "variant": variant}
        return await house.post("/api/exercises", body)

    assert in_a_house(tmp_path, story).status in (200, 400)


# Texts


def told(odd):
    """Return a decision of each kind that carries text, by players."""
    return [
        {"do": "write_log", "text": odd},
        {"do": "publish", "channels": ["press_release"], "holding": True,
         "text": {"fr": odd, "en": odd}},
    ]  # fmt: skip


def directed(odd):
    both = {"fr": odd, "en": odd}
    inject = {"id": "odd", "at": "T+110", "title": both, "text": both, "medium": "note",
              "sender": both}  # fmt: skip
    return [
        {"do": "ring_team", "outlet": "depeche-agence", "question": odd, "patience": 5},
        {"do": "add_inject", "inject": inject},
        {"do": "overrule", "criterion": "first_word", "score": 50, "reason": odd},
    ]


async def typed_everywhere(house, odd):
    """Return an exercise in which `odd` stands wherever somebody can type."""
    drill = await house.exercise(title=odd)
    base = f"/api/exercises/{drill.id}"
    for decision in told(odd):
        body = {"key": key(), "decision": decision}
        assert (await house.post("/api/decisions", body, head(drill))).status == 200
    for decision in directed(odd):
        body = {"key": key(), "teams": None, "decision": decision}
        answer = await house.post(f"{base}/direct", body)
        assert answer.status == 200, answer.body
    body = {"key": key(), "team": "team-1", "decision": {"do": "take_note", "text": odd}}
    assert (await house.post(f"{base}/notes", body)).status == 200
    await drill.jump(130.0)
    return drill


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_markup_stays_text_in_every_section(tmp_path, odd):
    """What is typed comes back as typed, in JSON, everywhere it is shown."""

    async def story(house):
        drill = await typed_everywhere(house, odd)
        pages = (head(drill), FACILITATOR, Seat(drill.id, "team-1", "wall"))
        asked = [house.get(f"/api/stream?exercise={drill.id}&team=team-1", p) for p in pages]
        return [sections(answer.body) for answer in await asyncio.gather(*asked)]

    desk, console, wall = in_a_house(tmp_path, story)
    assert odd in [item["text"] for item in desk["log"]]
    assert odd in [item["text"] for item in desk["inbox"]]
    assert odd in [item["text"] for item in console["notes"]]
    assert odd in [item["question"] for item in wall["phones"]["items"]]
    assert wall["who"]["title"] == odd


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "pieces"), [("fr", ODD[:9]), ("en", ODD[9:-1]), ("en", [*ODD[:2], ODD[-1]])]
)
def test_markup_stays_text_in_the_papers(tmp_path, language, pieces):
    """The page escapes it, the PDF is made and shows it: no file of ours is read by a text."""
    odd = " ".join(pieces)

    async def story(house):
        drill = await typed_everywhere(house, odd)
        await drill.end(FACILITATOR, key())
        answers = {"key": key(), "answers": {"well": odd, "badly": odd}}
        assert (await house.post("/api/hotwash", answers, head(drill))).status == 200
        body = {"team": "team-1", "language": language}
        path = f"/api/exercises/{drill.id}/report"
        while (made := (await house.post(path, body)).json)["state"] == "making":
            await asyncio.sleep(0.1)
        folder = house.house.papers.folder(drill, drill.teams["team-1"], language)
        return made["state"], folder

    state, folder = in_a_house(tmp_path, story)
    assert state == "ready"
    page = (folder / "report.html").read_text()
    text = "".join(sheet.extract_text() for sheet in PdfReader(folder / "report.pdf").pages)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert str(escape(pieces[0])) in page
    assert "root:" not in page + text
    assert re.sub(r"\s", "", pieces[1]) in re.sub(r"\s", "", text)


def sections(body):
    """Return the sections that a stream sent, by name."""
    found = {}
    for block in body.decode().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line[:9])
        if "event" in lines:
            found[lines["event"]] = json.loads(lines["data"])
    return found


# Too much


def test_a_seat_that_asks_too_often_waits(tmp_path):
    """Forty at once, then fifteen a second; other seats are not concerned."""

    async def story(house):
        drill = await house.exercise()
        house.house.seats = Bucket(40, 15)
        answers = [
            await house.ask("PUT", "/api/draft", head(drill), {"draft": n}) for n in range(80)
        ]
        other = await house.ask("PUT", "/api/draft", head(drill, "team-2"), {"draft": 1})
        return answers, other.status

    answers, other = in_a_house(tmp_path, story)
    assert answers[0].status == other == 200
    refused_well(next(a for a in answers if a.status != 200), 429)


def test_a_stranger_that_tries_tokens_waits(tmp_path):
    """Nobody guesses a link by trying; who has one is not concerned."""

    async def story(house):
        house.house.strangers = Bucket(20, 0.5)
        answers = [await house.get("/api/me", None, token=f"x.{n}") for n in range(40)]
        return answers, (await house.get("/api/me")).status

    answers, ours = in_a_house(tmp_path, story)
    refused_well(answers[0], 401)
    refused_well(answers[-1], 429)
    assert ours == 200


def test_a_link_opens_so_many_streams_and_no_more(tmp_path):
    """One page that reconnects without end must not fill the room."""

    async def story(house):
        drill = await house.exercise()
        house.house.hub._seats[head(drill).name] = 60
        return await house.get("/api/stream", head(drill))

    refused_well(in_a_house(tmp_path, story), 429)


def test_a_team_takes_as_many_decisions_as_a_set_holds(tmp_path):
    """Its plan must still be one that can be replayed."""

    async def story(house):
        drill = await house.exercise()
        drill.teams["team-1"].number = 1900
        body = {"key": key(), "decision": {"do": "activate_cell"}}
        return await house.post("/api/decisions", body, head(drill))

    refused_well(in_a_house(tmp_path, story), 409)


# What we did not foresee


def test_a_bug_of_ours_is_an_answer_too(tmp_path, monkeypatch, caplog):
    """500 with the headers and a sentence; logged, without what was sent."""

    def broken(_given):
        raise RuntimeError("boom")

    monkeypatch.setattr(players, "accepted", broken)

    async def story(house):
        drill = await house.exercise()
        await drill.end(FACILITATOR, key())
        return await house.post("/api/hotwash", {"key": key(), "answers": "SECRET"}, head(drill))

    refused_well(in_a_house(tmp_path, story), 500)
    assert "boom" in caplog.text
    assert "SECRET" not in caplog.text


@pytest.mark.parametrize("path", ["/", "/desk", "/nowhere", "/static/common/api.js", "/api/me"])
def test_headers_are_on_every_answer(tmp_path, path):
    """Pages, files, errors: no browser runs or frames anything else."""

    async def story(house):
        return [await house.ask(method, path) for method in ("GET", "HEAD", "POST", "TRACE")]

    for answer in in_a_house(tmp_path, story):
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
