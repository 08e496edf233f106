"""A whole drill in browsers: a facilitator, two teams, an observer and a wall."""

import re
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.room.browser import hands
from tests.room.browser.hands import part, press, ticked

pytestmark = pytest.mark.slow

HEAD, SPEAKER = "Olivier Piou, chief executive", "Head of communication"
OUTLET, QUESTION = "Actu en continu", "Were your keys stolen?"
NEWS = "American and British agencies"
WORDS = "We know of the article. We are looking into it with our operators, and speak again at ten."
NOTE = "They answered before they knew"
WENT_WELL = "The first statement went out early"


def test_two_teams_play_gemalto(opened, room):
    """From the lobby to the report: every hand that touches a drill does its part."""
    drill = _joined(opened, room)
    _started(drill)
    _crisis_breaks(drill)
    _answered(drill)
    _acted(drill)
    _coached(drill)
    _published(drill)
    _missed(drill)
    _played_now(drill)
    _added(drill)
    _noted(drill)
    _overruled(drill)
    _branched(drill, opened)
    _ended(drill)
    _washed(drill)
    _reported(drill)
    _looked_back(drill, opened)


def _joined(opened, room):
    """Make the exercise in the lobby; everybody comes by the links that its page shows."""
    console = _created(opened, room)
    rhone = opened(_link(console, "head of the cell, Rhône"))
    seine = opened(_link(console, "spokesperson, Seine"), size=hands.PHONE, has_touch=True)
    wall = opened(_link(console, "wall, Rhône"), size=(1920, 1080))
    observer = opened(_link(console, "evaluator"))
    console.get_by_role("link", name="Open the console").click()
    expect(console.get_by_role("rowheader", name=re.compile("Rhône 1 seat"))).to_be_visible()
    return SimpleNamespace(console=console, rhone=rhone, seine=seine, wall=wall, observer=observer)


def _created(opened, room):
    page = opened(room.link, size=(1440, 900))
    page.get_by_role("radio", name=re.compile("Gemalto")).check()
    page.get_by_role("textbox", name="Title of the exercise").fill("Two rivers")
    press(page, "Add a team")
    page.get_by_role("textbox", name="Name of team 2").fill("Seine")
    page.get_by_role("radio", name="English").check()
    ticked(page, "Coaching of texts")
    press(page, "Create the exercise")
    expect(page.get_by_role("heading", name="The links of “Two rivers”")).to_be_visible()
    return page


def _link(page, whose):
    """Return the address that a seat's card shows, beside its QR code."""
    expect(page.get_by_role("img", name=f"QR code: {whose}")).to_be_visible()
    copy = page.get_by_role("button", name=f"Copy the link: {whose}", exact=True)
    return page.get_by_role("listitem").filter(has=copy).get_by_role("link").get_attribute("href")


def _started(drill):
    press(drill.console, "Start")
    expect(drill.console.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    expect(drill.rhone.get_by_text("Running").first).to_be_visible()
    press(drill.console, "10 min")
    expect(drill.rhone.get_by_text("1 h = 10 min")).to_be_visible()


def _crisis_breaks(drill):
    for _ in range(2):
        press(drill.console, "Go to…")
        hands.sent(drill.console.get_by_role("dialog"), "Go there")
    expect(drill.wall.get_by_role("heading", name=NEWS)).to_be_visible()
    expect(drill.rhone.get_by_role("heading", name=NEWS)).to_be_visible()
    played = re.compile(f"{NEWS}.*played")
    expect(drill.observer.get_by_role("button", name=played)).to_be_visible()


def _answered(drill):
    hands.act(drill.rhone, "Name the spokespeople", "Name them", HEAD, SPEAKER)
    hands.ring(drill.console, OUTLET, QUESTION, patience=10, team="Rhône")
    phones = part(drill.rhone, "Press calls")
    expect(phones.get_by_text(QUESTION)).to_be_visible()
    expect(phones.get_by_text(re.compile(r"^\d:\d\d$"))).to_be_visible()
    expect(part(drill.wall, "The phone").get_by_text(OUTLET).first).to_be_visible()
    hands.answered(drill.rhone, OUTLET, by=HEAD)
    expect(part(drill.wall, "The phone").get_by_text("on the line")).to_be_visible()


def _acted(drill):
    hands.act(drill.rhone, "Activate the crisis cell", "Activate the cell")
    hands.act(drill.rhone, "Set up media monitoring", "Set up")
    expect(part(drill.rhone, "Press and networks").get_by_text("monitored")).to_be_visible()


def _coached(drill):
    hands.composed(
        drill.rhone,
        WORDS,
        channel="Press release",
        fact="Operators turn to their account manager",
        element="We take this seriously",
    )
    statement = part(drill.rhone, re.compile("^Statement"))
    expect(statement.get_by_text("Reading of the text")).to_be_visible()


def _published(drill):
    hands.published(drill.rhone)
    log = part(drill.rhone, "Team log")
    expect(log.get_by_text(re.compile("Press release: “We know")).first).to_be_visible()
    staff = drill.console.get_by_role("img", name=re.compile("[1-9] acts of the team"))
    expect(staff).to_be_visible()
    press(drill.console, "What the team sees")
    seen = part(drill.console, "Team log")
    expect(seen.get_by_text(re.compile("Press release: “We know"))).to_be_visible()
    press(drill.console, "The truth")


def _missed(drill):
    drill.seine.get_by_role("button", name=re.compile("Log$")).click()
    hands.ring(drill.console, OUTLET, "Is anybody there?", patience=4, team="Seine")
    drill.seine.get_by_role("button", name=re.compile(f"^{OUTLET} .*ringing")).click()
    phones = part(drill.seine, "Press calls")
    expect(phones.get_by_text("Is anybody there?")).to_be_visible()
    press(drill.console, "30 s")
    expect(phones.get_by_text(re.compile("^lost "))).to_be_visible()
    press(drill.console, "10 min")


def _played_now(drill):
    """The next line of the script is played before its hour."""
    line = drill.console.locator("[aria-current=step]")
    expect(line).to_contain_text("First look at the article")
    press(line, "Play")
    expect(drill.console.get_by_text("Inject played: First look at the article")).to_be_visible()
    letters = part(drill.rhone, "Inbox")
    expect(letters.get_by_role("button", name="First look at the article")).to_be_visible()


def _added(drill):
    press(drill.console, "New inject")
    sheet = drill.console.get_by_role("dialog")
    sheet.get_by_label("Title").fill("A minister calls")
    sheet.get_by_label("Sender").fill("The ministry")
    sheet.get_by_label("Text", exact=True).fill("The minister wants to be briefed tonight.")
    hands.sent(sheet, "Send the inject")
    letter = part(drill.rhone, "Inbox").get_by_role("button", name="A minister calls")
    letter.click()
    expect(drill.rhone.get_by_text("The minister wants to be briefed tonight.")).to_be_visible()


def _noted(drill):
    press(drill.console, "Take a note (N)")
    sheet = drill.console.get_by_role("dialog")
    sheet.get_by_label("What you saw").fill("The facilitator saw it too.")
    hands.sent(sheet, "Keep the note")
    drill.observer.get_by_label("What you saw").fill(NOTE)
    drill.observer.get_by_label("Your name").fill("Odile")
    drill.observer.get_by_label("Objective").select_option(index=1)
    drill.observer.get_by_role("radio", name="M", exact=True).check()
    press(drill.observer, "Keep the note")
    expect(drill.observer.get_by_text("Note kept.")).to_be_visible()
    expect(drill.console.get_by_text(NOTE)).to_be_visible()
    expect(drill.console.get_by_text("Odile · rated M")).to_be_visible()


def _overruled(drill):
    criterion = drill.console.get_by_role("button", name=re.compile("^First word"))
    criterion.click()
    sheet = drill.console.get_by_role("dialog")
    sheet.get_by_label("Your score, 0 to 100").fill("35")
    sheet.get_by_label("Reason").fill("The words came from outside.")
    hands.sent(sheet, "Overrule the score")
    expect(criterion).to_have_accessible_name(re.compile(r"\(overruled\)"))


def _branched(drill, opened):
    """A restart opens another exercise; the one it left goes on as it was."""
    page = opened(drill.console.url + "#" + _token(drill.console), size=(1440, 900))
    press(page, re.compile("^Restart from here: Thu 20:00"))
    hands.sent(page.get_by_role("dialog"), "Open the branch")
    expect(page.get_by_text("Two rivers, from Thu 20:00").first).to_be_visible()
    page.get_by_role("link", name="Links", exact=True).click()
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_text("Branch of “Two rivers”")).to_be_visible()
    log = part(drill.rhone, "Team log")
    expect(log.get_by_text(re.compile("Press release: “We know")).first).to_be_visible()


def _token(page):
    return page.evaluate("sessionStorage.getItem('cellule.token')")


def _ended(drill):
    press(drill.console, "End…")
    hands.sent(drill.console.get_by_role("dialog"), "End the exercise")
    expect(drill.console.get_by_text("The exercise has ended.").first).to_be_visible()
    for team in (drill.rhone, drill.seine):
        expect(team.get_by_text(re.compile(r"Reactivity \d+, transparency \d+"))).to_be_visible()


def _washed(drill):
    wash = part(drill.rhone, "Hot wash")
    for question in wash.get_by_role("radiogroup").all():
        question.get_by_role("radio", name="4", exact=True).check()
    wash.get_by_role("textbox", name="What worked well?").fill(WENT_WELL)
    press(wash, "Hand in my answers")
    expect(wash.get_by_text("Your answers are kept.")).to_be_visible()
    expect(drill.console.get_by_text(WENT_WELL)).to_be_visible()


def _reported(drill):
    """The report is a page of its own: it names the team, and holds the note and the answer."""
    press(drill.console, "Make the report: Rhône")
    link = drill.console.get_by_role("link", name="Save report.html (Rhône)")
    expect(link).to_be_visible(timeout=60_000)
    page = drill.console.context.new_page()
    page.goto(urljoin(drill.console.url, link.get_attribute("href")))
    for text in (NOTE, WENT_WELL):
        expect(page.get_by_text(text).locator("visible=true").first).to_be_visible()


def _looked_back(drill, opened):
    """The replay's slider shows the past, the comparison both teams."""
    query = drill.console.url.partition("?")[2] + "#" + _token(drill.console)
    replay = opened(urljoin(drill.console.url, f"/replay?{query}"), size=(1440, 900))
    slider = replay.get_by_role("slider")
    slider.focus()
    slider.press("Home")
    expect(replay.get_by_text("T+0 h 00").first).to_be_visible()
    slider.press("End")
    expect(replay.get_by_text(NEWS).locator("visible=true").first).to_be_visible()
    compare = opened(urljoin(drill.console.url, f"/compare?{query}"), size=(1440, 900))
    title = compare.get_by_role("heading", name=re.compile("^The same luck, two teams"))
    expect(title).to_be_visible()
    for team in ("Rhône", "Seine"):
        expect(compare.get_by_role("rowheader", name=team).first).to_be_visible()
