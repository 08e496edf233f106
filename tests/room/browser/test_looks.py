"""Everything fits, at every size and in both languages, and nothing moves under a hand."""

import re
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.room.browser import hands
from tests.room.browser.hands import part

pytestmark = pytest.mark.slow

SIZES = ((1280, 720), (1440, 900), (390, 844), (320, 640))
LANGUAGES = ("en", "fr")

FLAWS = Path(__file__).with_name("flaws.js").read_text()


def flaws(page):
    """Return what does not fit on a page."""
    page.evaluate("document.fonts.ready.then(() => true)")
    return page.evaluate(FLAWS.partition("\n")[2])


def test_what_does_not_fit_is_seen(browser):
    """A page made to be wrong: the eye of these tests is open."""
    page = browser.new_page()
    page.set_content(
        "<button style='width:40px;white-space:nowrap'>A long word</button>"
        "<button style='margin-left:-20px'>Over</button><p style='width:200vw'>Wide</p>"
    )
    assert len(flaws(page)) == 3
    page.close()


@pytest.fixture(scope="module")
def busy(room):
    """An exercise in each language in which forty calls have come."""
    return {language: _busy(room, language) for language in LANGUAGES}


def _busy(room, language):
    exercise = hands.underway(room, language=language, sound=True, coaching=True)
    head = room.seat(exercise, "head")
    head.decide("activate_cell")
    head.decide("publish", channels=["press_release"], next_update=400, text={"fr": "A", "en": "A"})
    hands.rung(room, exercise, calls=40)
    return exercise


def _page(opened, room, exercise, face, size):
    """Open one face of an exercise and wait for its calls."""
    urls = hands.urls(room, exercise)
    address = {
        "desk": urls["spokesperson", "team-1"],
        "wall": urls["wall", "team-1"],
        "observe": urls["observer", None],
        "console": hands.console_of(room, exercise),
    }
    return opened(address[face], size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_desk_fits(opened, room, busy, language, size):
    """No words cut, no control over another, nothing to scroll sideways; tab by tab on a phone."""
    page = _page(opened, room, busy[language], "desk", size)
    expect(page.get_by_text("Actu en continu").locator("visible=true").first).to_be_visible()
    tabs = page.get_by_role("navigation").locator("visible=true").get_by_role("button")
    assert flaws(page) == []
    for tab in tabs.all():
        tab.click()
        assert flaws(page) == [], tab.inner_text()
    kinds = page.get_by_role("group", name=re.compile("^(What we do|Ce que nous faisons)"))
    for kind in [each for each in kinds.get_by_role("button").all() if each.is_visible()]:
        kind.click()
        assert flaws(page) == [], kind.inner_text()


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("face", ["console", "observe", "wall"])
def test_a_wide_page_fits(opened, room, busy, language, face, size):
    """Console, notebook and wall, at the sizes of laptops."""
    address = _page(opened, room, busy[language], face, size)
    if face == "console":
        address.goto(hands.console_of(room, busy[language]).replace("?", f"?lang={language}&"))
    expect(address.get_by_text("Actu en continu").locator("visible=true").first).to_be_visible()
    assert flaws(address) == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lobby_and_the_links_fit(opened, room, busy, language, size):
    """The lobby and an exercise's links, also on a phone."""
    page = opened(room.link.replace("lang=en", f"lang={language}"), size=size)
    expect(page.get_by_role("radio").first).to_be_visible()
    assert flaws(page) == []
    page.goto(f"{room.address}/?lang={language}&links={busy[language]}#{room.token}")
    expect(page.get_by_role("img").first).to_be_visible()
    assert flaws(page) == []


def boxes(page, *names):
    """Return where the controls of these names stand."""
    controls = [page.get_by_role("button", name=name).or_(page.get_by_role("checkbox", name=name))
                for name in names]  # fmt: skip
    return [control.first.bounding_box() for control in controls]


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: "x".join(map(str, size)))
def test_nothing_moves_when_a_call_arrives(opened, room, size):
    """What a hand is about to press stays where it is: slots, channels, Publish."""
    exercise = hands.underway(room)
    hands.rung(room, exercise)
    page = opened(hands.urls(room, exercise)["head", "team-1"], size=size)
    phones = part(page, "Press calls")
    expect(phones.get_by_role("button", name=re.compile("^Answer"))).to_have_count(1)
    names = ("Answer: Actu", "Decline: Actu", "Press release", "Publish the statement", "Act")
    before = boxes(page, *names)
    for calls in (2, 3, 4):
        hands.rung(room, exercise)
        expect(phones.get_by_role("button", name=re.compile("^Answer"))).to_have_count(calls)
        assert boxes(page, *names) == before
    hands.rung(room, exercise, calls=3)
    expect(phones.get_by_text(re.compile("3 others"))).to_be_visible()
    assert boxes(page, *names) == before
