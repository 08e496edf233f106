"""The pages' shells: one template, with the sheets and the script of each page."""

from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

_TEXT = ("CelluleSans-Regular", "CelluleSans-SemiBold")
_HEADLINES = ("CelluleTitre-SemiBold", "CelluleSans-Regular")
_CURVES = ("vendor/uplot/uPlot.min", "curves/curves")


class Page(NamedTuple):
    """A page: where its script lies, its style sheets, and what it is painted with at once."""

    name: str
    sheets: tuple[str, ...]
    style: str = ""  # the class of its body, if not its name
    fonts: tuple[str, ...] = _TEXT
    early: str = "common"  # whose script runs before the first paint


PAGES = {
    "/": Page("lobby", ("console/parts", "lobby/lobby")),
    "/console": Page("console", ("console/console", "console/parts")),
    "/desk": Page("desk", ("desk/desk", "desk/composer", "desk/narrow")),
    "/wall": Page("wall", ("wall/wall", "wall/low", "wall/narrow"), "", _HEADLINES, "wall"),
    "/observe": Page("observe", ("console/console", "console/parts", "observe/observe"), "console"),
    "/replay": Page("replay", (*_CURVES, "replay/replay", "replay/bar")),
    "/compare": Page("compare", (*_CURVES, "compare/compare", "compare/wash")),
}


def pages() -> list[Route]:
    """Return the route of each page."""
    source = files("simulator.room").joinpath("page.html.j2").read_text(encoding="utf-8")
    shell = Environment(autoescape=True, undefined=StrictUndefined).from_string(source)
    return [_route(path, shell.render(page=page)) for path, page in PAGES.items()]


def _route(path: str, text: str) -> Route:
    async def page(_request: Request) -> Response:
        return HTMLResponse(text, headers={"cache-control": "no-cache"})

    return Route(path, page)
