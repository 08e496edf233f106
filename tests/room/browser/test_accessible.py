"""Every page can be used by everybody: axe finds nothing, and a keyboard is enough."""

import re

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.room.browser import hands
from tests.room.browser.hands import part, press

pytestmark = pytest.mark.slow

LOOKS = ("light", "dark")
LANGUAGES = ("en", "fr")


def violations(page):
    """Return what axe holds against a page as it stands."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:120]} ({node['failureSummary'].splitlines()[-1].strip()})"
        for each in found
        for node in each["nodes"]
    ]


def in_looks(page, language="en"):
    """Return what axe holds against a page, light and dark; contrasts ask no second language."""
    found = []
    for look in LOOKS if language == "en" else LOOKS[:1]:
        page.emulate_media(color_scheme=look, reduced_motion="reduce")
        found += [f"{look} {each}" for each in violations(page)]
    return found


@pytest.fixture(scope="module")
def exercises(room):
    """One exercise under way in each language, with calls, notes and lines in every list."""
    return {language: _lively(room, language) for language in LANGUAGES}


def _lively(room, language):
    exercise = hands.underway(room, language=language, coaching=True, sound=True)
    for do in ("activate_cell", "monitor_media"):
        room.seat(exercise, "head").decide(do)
    hands.rung(room, exercise, calls=3)
    room.facilitator.post(
        f"/api/exercises/{exercise}/notes",
        team="team-1",
        decision={"do": "take_note", "text": "Seen.", "author": "Odile", "rating": "S"},
    )
    return exercise


@pytest.fixture(scope="module")
def ended(room):
    """An exercise that has ended, in each language."""
    found = {language: _lively(room, language) for language in LANGUAGES}
    for exercise in found.values():
        room.clock(exercise, "end")
    return found


def _there(page):
    """Return what shows that the page has had its sections: the calls that were made."""
    return page.get_by_text("Actu en continu").locator("visible=true").first


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lobby_is_accessible(opened, room, language):
    """The lobby, its form and its list."""
    page = opened(room.link.replace("lang=en", f"lang={language}"))
    expect(page.get_by_role("radio").first).to_be_visible()
    assert in_looks(page, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_links_are_accessible(opened, room, exercises, language):
    """The links of an exercise with their QR codes."""
    page = opened(f"{room.address}/?lang={language}&links={exercises[language]}#{room.token}")
    expect(page.get_by_role("img").first).to_be_visible()
    assert in_looks(page, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["head", "wall", "observer"])
def test_a_seats_page_is_accessible(opened, room, exercises, language, role):
    """Desk, wall and notebook while the exercise runs."""
    team = None if role == "observer" else "team-1"
    page = opened(hands.urls(room, exercises[language])[role, team])
    expect(_there(page)).to_be_visible()
    assert in_looks(page, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_console_is_accessible(opened, room, exercises, language):
    """The console, with the truth and with what a team sees."""
    page = opened(_console(room, exercises, language), size=(1440, 900))
    expect(_there(page)).to_be_visible()
    assert in_looks(page, language) == []
    seen = page.get_by_role("button", name=re.compile("^(What the team sees|Ce que l.équipe voit)"))
    seen.click()
    assert in_looks(page, language) == []


def _console(room, exercises, language):
    address = hands.console_of(room, exercises[language])
    return address.replace("?", f"?lang={language}&")


def test_every_dialog_of_the_console_is_accessible(opened, room, exercises):
    """Each dialog, opened and closed again with Escape; focus comes back to its button."""
    page = opened(_console(room, exercises, "en"), size=(1440, 900))
    expect(_there(page)).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^First word"))).to_be_visible()
    openers = page.get_by_role("button").and_(page.locator("[aria-haspopup=dialog]"))
    names = dict.fromkeys(button.accessible_name for button in _named(openers))
    assert len(names) > 15
    for name in names:
        _opened_and_closed(page, name)


def _named(openers):
    return [Named(button) for button in openers.all() if button.is_visible()]


class Named:
    """A button and how it is called."""

    def __init__(self, button):
        self.button = button
        self.accessible_name = button.evaluate("node => node.ariaLabel || node.innerText")


def _opened_and_closed(page, name):
    opener = page.get_by_role("button").and_(page.locator("[aria-haspopup=dialog]"))
    button = next(each.button for each in _named(opener) if each.accessible_name == name)
    button.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == [], name
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body"), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_desk_is_accessible(opened, room, exercises, language):
    """Statement, conference, employees, correction, acts, each act's form, a call to answer."""
    page = opened(hands.urls(room, exercises[language])["head", "team-1"])
    expect(_there(page)).to_be_visible()
    kinds = page.get_by_role("group", name=re.compile("^(What we do|Ce que nous faisons)"))
    for kind in kinds.get_by_role("button").all():
        kind.click()
        _unfolded(page)
        assert in_looks(page, language) == []
    page.get_by_role("button", name=re.compile(r"^(Answer|Répondre)\s?: Actu")).first.click()
    expect(page.get_by_role("form").first).to_be_visible()
    assert in_looks(page, language) == []


def _unfolded(page):
    """Open what is folded in the middle of the desk."""
    for button in page.get_by_role("button", expanded=False).all():
        if button.is_visible():
            button.click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tab_of_a_phone_is_accessible(opened, room, exercises, language):
    """The desk of a phone, tab by tab."""
    url = hands.urls(room, exercises[language])["spokesperson", "team-1"]
    page = opened(url, size=hands.PHONE, has_touch=True)
    tabs = page.get_by_role("navigation").locator("visible=true").get_by_role("button")
    expect(tabs).to_have_count(5)
    for tab in tabs.all():
        tab.click()
        assert in_looks(page, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["head", "wall", "observer"])
def test_a_seats_page_is_accessible_after_the_end(opened, room, ended, language, role):
    """Scores and hot wash; the wall and the notebook at the end."""
    team = None if role == "observer" else "team-1"
    page = opened(hands.urls(room, ended[language])[role, team])
    expect(page.get_by_text(re.compile("ended|terminé")).first).to_be_visible()
    assert in_looks(page, language) == []


LOOKED_BACK = {
    "/console": "The exercise has ended.",
    "/replay": "What was true",
    "/compare": "The same luck",
}


@pytest.mark.parametrize("path", LOOKED_BACK)
def test_what_is_read_after_the_end_is_accessible(opened, room, ended, path):
    """The console after the end, the replay and the comparison."""
    page = opened(f"{room.address}{path}?exercise={ended['en']}#{room.token}", size=(1440, 900))
    expect(page.get_by_text(LOOKED_BACK[path]).locator("visible=true").first).to_be_visible()
    assert in_looks(page) == []


def test_a_team_answers_a_call_without_a_mouse(opened, room):
    """From the first tab on: the skip link leads to the calls, Enter answers."""
    exercise = hands.underway(room)
    room.seat(exercise, "head").decide("name_spokespeople", spokespeople=["chief-executive"])
    hands.rung(room, exercise)
    page = opened(hands.urls(room, exercise)["head", "team-1"])
    expect(_there(page)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _tabbed_to(page, re.compile("Answer: Actu"))
    page.keyboard.press("Enter")
    _tabbed_to(page, "Pick up")
    page.keyboard.press("Enter")
    expect(part(page, "Press calls").get_by_text("on the line")).to_be_visible()


def _tabbed_to(page, name, most=60):
    """Press Tab until the button of this name has the focus, which is always to be seen."""
    button = page.get_by_role("button", name=name).or_(page.get_by_role("checkbox", name=name))
    for _ in range(most):
        page.keyboard.press("Tab")
        if button.first.evaluate("node => node === document.activeElement"):
            return
        assert page.evaluate(FOCUS_SHOWS), page.evaluate("document.activeElement.outerHTML")
    raise AssertionError(f"{name} is not reached with Tab")


# An outline on what has the focus, or on the label around it.
FOCUS_SHOWS = """() => {
  const node = document.activeElement;
  if (node === document.body) return true;
  return [node, node.closest("label")].filter(Boolean)
    .some((one) => getComputedStyle(one).outlineStyle !== "none");
}"""


def test_a_team_publishes_without_a_mouse(opened, room):
    """Channel with Space, text, Publish, and the question asked once."""
    exercise = hands.underway(room)
    page = opened(hands.urls(room, exercise)["head", "team-1"])
    expect(page.get_by_text("Running").first).to_be_visible()
    _tabbed_to(page, "Press release")
    page.keyboard.press("Space")
    page.get_by_role("textbox", name="Text of the message").focus()
    page.keyboard.type("We know of it.")
    _tabbed_to(page, "Publish the statement")
    page.keyboard.press("Enter")
    _tabbed_to(page, re.compile("^Publish$"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Published.", exact=True)).to_be_visible()


def test_the_facilitator_pauses_with_space(opened, room):
    """Space stands for Pause, then for Resume; in a field it writes a space."""
    exercise = hands.underway(room)
    page = opened(hands.console_of(room, exercise), size=(1440, 900))
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Resume", exact=True)).to_be_visible()
    page.keyboard.press("n")
    page.get_by_label("What you saw").press_sequentially("a b")
    expect(page.get_by_label("What you saw")).to_have_value("a b")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()


def test_focus_stays_when_a_call_arrives(opened, room):
    """Whatever has the focus keeps it while sections come anew."""
    exercise = hands.underway(room)
    page = opened(hands.urls(room, exercise)["head", "team-1"])
    expect(page.get_by_text("Running").first).to_be_visible()
    for name in ("Press release", "Direct e-mail"):
        box = page.get_by_role("checkbox", name=name)
        box.focus()
        hands.rung(room, exercise)
        expect(page.get_by_role("button", name=re.compile("^Answer"))).not_to_have_count(0)
        page.wait_for_timeout(300)
        expect(box).to_be_focused()


def test_focus_stays_in_the_console_when_rows_are_drawn_anew(opened, room):
    """The row of the script that was just played keeps the focus."""
    exercise = hands.underway(room)
    page = opened(hands.console_of(room, exercise), size=(1440, 900))
    press(page, "Play")
    expect(page.get_by_text(re.compile("^Inject played"))).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement !== document.body")
