"""What breaks around a page: the line, the room, the tab, the words people write."""

import json
import re
import socket

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.room.browser import hands
from tests.room.browser.hands import part, press
from tests.room.served import Served

pytestmark = pytest.mark.slow

PAGES = ("/", "/console", "/desk", "/wall", "/observe", "/replay", "/compare")
MARKUP = "<img src=x onerror=alert(1)>{{7*7}}<script>alert(2)</script>"


def desk(opened, room, exercise, role="head", **more):
    """Open a desk and wait until it shows the exercise."""
    page = opened(hands.urls(room, exercise)[role, "team-1"], **more)
    expect(page.get_by_text("Rhône").locator("visible=true").first).to_be_visible()
    return page


def decided(room, exercise, do):
    """Return the decisions of this kind in the first team's journal."""
    path = f"/api/exercises/{exercise}/teams/team-1/journal.jsonl"
    lines = room.facilitator.http.get(path).text.splitlines()
    taken = [entry for entry in map(json.loads, lines) if entry["kind"] == "decision_taken"]
    return [entry for entry in taken if entry["decision"]["do"] == do]


def noted(page, text):
    """Write a line into the team's log."""
    log = part(page, "Team log")
    press(log, "Note")
    log.get_by_role("textbox").fill(text)
    log.get_by_role("textbox").press("Control+Enter")


def unsent(page, text):
    """Write a line that does not reach the room."""
    page.route("**/api/decisions", lambda route: route.abort())
    noted(page, text)
    expect(part(page, "Team log").get_by_text("Waiting to be sent:")).to_be_visible()
    page.unroute("**/api/decisions")


@pytest.fixture
def mortal(tmp_path):
    """A room at a port of its own, to be killed and opened again."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    rooms = [Served(tmp_path / "data", port=port)]
    yield rooms
    for served in rooms:
        served.close()


def test_a_room_that_dies_and_comes_back_loses_nothing(opened, mortal):
    """The desk counts since when it is alone; what it could not send goes out once."""
    (room,) = mortal
    exercise = hands.underway(room)
    page = desk(opened, room, exercise)
    room.kill()
    expect(page.get_by_text(re.compile(r"Connection lost for 0:0[1-9]"))).to_be_visible()
    noted(page, "Written in the dark")
    expect(part(page, "Team log").get_by_text("Waiting to be sent:")).to_be_visible()
    mortal.append(Served(room.folder, port=int(room.address.rpartition(":")[2])))
    log = part(page, "Team log")
    expect(page.get_by_text("Deadlines have stopped.")).to_be_visible()
    expect(log.get_by_text("Waiting to be sent:")).to_be_visible()
    mortal[-1].clock(exercise, "resume")
    expect(log.get_by_text("Waiting to be sent:")).to_have_count(0)
    expect(log.get_by_text("Written in the dark")).to_have_count(1)
    assert len(decided(mortal[-1], exercise, "write_log")) == 1


def test_a_page_without_network_sends_once_when_it_is_back(opened, room):
    """The same, for a laptop that left the wireless network."""
    exercise = hands.underway(room)
    page = desk(opened, room, exercise)
    page.context.set_offline(True)
    noted(page, "Out of range")
    expect(part(page, "Team log").get_by_text("Waiting to be sent:")).to_be_visible()
    page.context.set_offline(False)
    expect(part(page, "Team log").get_by_text("Waiting to be sent:")).to_have_count(0)
    expect(part(page, "Team log").get_by_text("Out of range")).to_have_count(1)
    assert len(decided(room, exercise, "write_log")) == 1


def test_a_decision_not_sent_survives_a_reload(opened, room):
    """What still waits is kept by the tab, and sent by the page that comes after."""
    exercise = hands.underway(room)
    page = desk(opened, room, exercise)
    unsent(page, "Before the reload")
    page.reload()
    expect(part(page, "Team log").get_by_text("Before the reload")).to_be_visible()
    expect(part(page, "Team log").get_by_text("Waiting to be sent:")).to_have_count(0)
    assert len(decided(room, exercise, "write_log")) == 1


def test_a_refusal_after_a_reload_is_told(opened, room):
    """The button that asked is gone with its page: the log says what was refused, and why."""
    exercise = hands.underway(room)
    page = desk(opened, room, exercise)
    unsent(page, "Too late")
    why = {"fr": "trop tard", "en": "the exercise is over"}
    page.route("**/api/decisions", lambda route: route.fulfill(status=409, json={"error": why}))
    page.reload()
    log = part(page, "Team log")
    expect(log.get_by_text("Refused: Too late. the exercise is over")).to_be_visible()
    expect(log.get_by_text("Waiting to be sent:")).to_have_count(0)


def test_an_answer_that_got_lost_is_not_asked_for_twice(opened, room):
    """The room took the decision, its answer broke: the page asks again under the same key."""
    exercise = hands.underway(room)
    page = desk(opened, room, exercise)
    page.route("**/api/decisions", lambda route: (route.fetch(), route.abort()), times=1)
    noted(page, "Heard once")
    log = part(page, "Team log")
    expect(log.get_by_text("Heard once").first).to_be_visible()
    expect(log.get_by_text("Waiting to be sent:")).to_have_count(0)
    expect(log.get_by_text("Heard once")).to_have_count(1)
    assert len(decided(room, exercise, "write_log")) == 1


def test_a_draft_survives_a_reload(opened, room):
    """What was being written comes back, text and boxes."""
    page = desk(opened, room, hands.underway(room))
    hands.composed(page, "We know of it.", channel="Press release")
    expect(page.get_by_text(re.compile("^draft kept at"))).to_be_visible()
    page.reload()
    expect(page.get_by_role("textbox", name="Text of the message")).to_have_value("We know of it.")
    expect(page.get_by_role("checkbox", name="Press release")).to_be_checked()


def test_two_tabs_of_one_seat_agree(opened, room):
    """What one decides both show; a call taken in one is taken in the other."""
    exercise = hands.underway(room)
    one = desk(opened, room, exercise)
    other = desk(opened, room, exercise, beside=one)
    noted(one, "From the first tab")
    for page in (one, other):
        expect(part(page, "Team log").get_by_text("From the first tab")).to_have_count(1)


def test_who_joins_late_sees_the_same(opened, room):
    """Same calls, same letters, same log as who was there from the start."""
    exercise = hands.underway(room)
    first = desk(opened, room, exercise)
    hands.rung(room, exercise, calls=2)
    noted(first, "Said before")
    expect(part(first, "Team log").get_by_text("Said before")).to_be_visible()
    late = desk(opened, room, exercise, role="lawyer")
    expect(part(late, "Team log").get_by_text("Said before")).to_be_visible()
    for name in ("Inbox", "Team log", "What we know", "What we owe"):
        assert _words(late, name) == _words(first, name), name
    for number in (1, 2):
        expect(part(late, "Press calls").get_by_text(f"Question {number}:")).to_be_visible()


def _words(page, name):
    return sorted(part(page, name).get_by_role("listitem").all_inner_texts())


@pytest.fixture
def marked(room):
    """An exercise in which everybody wrote markup wherever one can write."""
    exercise = hands.underway(room, title=MARKUP, teams=[MARKUP[:60], "Seine"])
    head = room.seat(exercise, "head")
    head.decide("write_log", text=MARKUP)
    head.decide("monitor_media")
    head.decide("publish", channels=["press_release"], text={"fr": MARKUP, "en": MARKUP})
    call = {"outlet": "actu-en-continu", "question": MARKUP, "patience": 600}
    hands.direct(room, exercise, "ring_team", **call)
    both = {"fr": MARKUP, "en": MARKUP}
    inject = {"id": "live-x", "medium": "article", "sender": both, "title": both, "text": both}
    hands.direct(room, exercise, "add_inject", inject=inject)
    note = {"do": "take_note", "text": MARKUP, "author": MARKUP[:60], "rating": "S"}
    path = f"/api/exercises/{exercise}/notes"
    room.facilitator.post(path, team="team-1", decision=note)
    return exercise


def _as_text(page):
    """Whatever shows shows as text: nothing of it has become a part of the page."""
    expect(page.get_by_text("<img src=x onerror").locator("visible=true").first).to_be_visible()
    assert page.locator("img[src=x]").count() == 0
    assert page.get_by_text("49<script>").count() == 0


def test_markup_shows_as_text_on_every_page(opened, room, marked):
    """Desk, wall, notebook and console; no dialog opens, no script runs."""
    urls = hands.urls(room, marked)
    for url in (urls["head", "team-1"], urls["wall", "team-1"], urls["observer", None],
                hands.console_of(room, marked), room.link):  # fmt: skip
        page = opened(url)
        _as_text(page)


def test_markup_shows_as_text_in_the_report(opened, room, marked):
    """The report holds what was written, as text."""
    room.clock(marked, "end")
    page = opened(hands.urls(room, marked)["head", "team-1"])
    press(page, "Read the report")
    with page.context.expect_page(timeout=60_000) as report:
        page.get_by_role("link", name="HTML").click(timeout=60_000)
    report.value.wait_for_load_state()
    _as_text(report.value)


# The stream as a slow line brings it: the score waits until the test lets it come.
HOLDS_SCORE = """
const real = window.fetch;
window.fetch = async (url, init) => {
  const answer = await real(url, init);
  if (!String(url).includes("/api/stream")) return answer;
  const held = new Promise((resolve) => { window.letScoreCome = resolve; });
  const slow = new TransformStream({
    async transform(text, out) {
      const cut = text.indexOf("event: score");
      if (cut < 0) return out.enqueue(text);
      out.enqueue(text.slice(0, cut));
      await held;
      out.enqueue(text.slice(cut));
    },
  });
  const text = answer.body.pipeThrough(new TextDecoderStream()).pipeThrough(slow);
  return new Response(text.pipeThrough(new TextEncoderStream()), answer);
};
"""


def test_a_report_asked_for_before_the_score_comes(opened, room):
    """The button is there first: who presses it at once gets the report, and the score."""
    exercise = hands.underway(room)
    room.clock(exercise, "end")
    page = opened(f"{room.address}/static/common/icon.svg")
    page.add_init_script(HOLDS_SCORE)
    page.goto(hands.urls(room, exercise)["head", "team-1"])
    score = page.get_by_text(re.compile(r"Reactivity \d+, transparency \d+"))
    press(page, "Read the report")
    expect(
        page.get_by_text("is being made").or_(page.get_by_role("link", name="HTML"))
    ).to_be_visible()
    assert score.count() == 0
    page.evaluate("letScoreCome()")
    expect(score).to_be_visible()
    expect(page.get_by_role("link", name="HTML")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("path", PAGES)
def test_the_token_leaves_the_address_bar(opened, room, path):
    """A projector shows no token; a reload still opens the page."""
    exercise = room.exercise()
    urls = hands.urls(room, exercise)
    seats = {
        "/desk": ("head", "team-1"),
        "/wall": ("wall", "team-1"),
        "/observe": ("observer", None),
    }
    own = f"{room.address}{path}?exercise={exercise}#{room.token}"
    page = opened(urls[seats[path]] if path in seats else own)
    page.wait_for_function("!location.hash")
    page.reload()
    expect(page.locator("body")).to_contain_text("Rhône")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("token", ["#wrong.link", ""])
def test_a_wrong_link_is_explained(opened, room, path, token):
    """Not a blank page: what is wrong, and what to do."""
    page = opened(f"{room.address}{path}?exercise=none{token}")
    told = page.get_by_role("alert").or_(page.get_by_role("status"))
    told = told.or_(page.get_by_role("contentinfo"))
    expect(told.get_by_text(re.compile("link", re.I)).first).to_be_visible()
