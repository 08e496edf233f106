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


@pytest.fixture(scope="module")
def browser():
    """The system's Chromium, closed with its module: while it is driven no other loop can run."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = chromium()
    if path is None:
        pytest.skip("no Chromium here; install one, or name it in CELLULE_BROWSER")
    playwright.expect.set_options(timeout=30_000)
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=list(_QUIET))
        yield started
        started.close()


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """A room that English speakers opened; the tests of a module make their exercises in it."""
    with a_room(tmp_path_factory.mktemp("room") / "data") as served:
        yield served


@pytest.fixture
def opened(browser, room):
    """Opens pages, each of a visitor of its own; fails on whatever the browser complains of."""
    complaints, contexts = [], []

    def open_page(url, *, size=(1280, 720), locale="en-GB", beside=None, **more):
        width, height = size
        context = beside.context if beside else browser.new_context(
            viewport={"width": width, "height": height}, locale=locale, **more
        )  # fmt: skip
        contexts.append(context)
        context.on("dialog", lambda dialog: _spoke(dialog, complaints))
        page = context.new_page()
        page.set_default_timeout(40_000)
        listen(page, complaints)
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def listen(page, complaints):
    """Keep what a page is blamed for: errors, what the policy blocks, files that are not there."""
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("console", lambda said: _said(page, said, complaints))
    page.on("response", lambda answer: _answered(answer, complaints))


def _spoke(dialog, complaints):
    # Only a script that should not run opens one.
    complaints.append(f"a dialog opened: {dialog.message}")
    dialog.dismiss()


def _said(page, said, complaints):
    # The room may refuse, the line may break: the browser says so, and no page is to blame.
    if said.type == "error" and not said.text.startswith("Failed to load resource"):
        complaints.append(f"{page.url}: {said.text}")


def _answered(answer, complaints):
    if answer.status >= 400 and "/api/" not in answer.url:
        complaints.append(f"{answer.status} {answer.url}")
