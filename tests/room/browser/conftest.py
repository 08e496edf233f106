"""A browser, where there is one, and a room for it to open."""

import os
import shutil

import pytest

from tests.room.served import a_room

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# It asks nobody anything: neither updates nor accounts.
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--mute-audio",
)


def chromium():
    """Return where the system's browser is, or None."""
    named = os.environ.get("CELLULE_BROWSER")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = chromium()
    if path is None:
        pytest.skip("no Chromium here; install one, or name it in CELLULE_BROWSER")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=list(_QUIET))
        yield started
        started.close()


@pytest.fixture
def room(tmp_path):
    """A room that English speakers opened."""
    with a_room(tmp_path / "data") as served:
        yield served


@pytest.fixture
def opened(browser):
    """Opens pages, each of a visitor of its own; fails on whatever the browser complains of."""
    complaints, contexts = [], []

    def open_page(url, *, size=(1280, 720), locale="en-GB", **more):
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale=locale, **more
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: complaints.append(f"{url}: {error}"))
        page.on("console", lambda said: _complaint(said, complaints))
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _complaint(said, complaints):
    """Keep what a page was blamed for; a request refused on purpose is no blame."""
    if said.type == "error" and "status of 4" not in said.text:
        complaints.append(said.text)
