"""The HTML report: one file, nothing fetched, nothing run, what was written shown as written."""

import base64
import hashlib
import html
import re
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from reports.facts.shape import Illustration
from reports.html.drawing import inline
from reports.html.page import html_page
from tests.reports.test_report_runs import HOSTILE, SHOP, facts_of

SVG = """<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 viewBox="0 0 480 40" width="480pt" height="40pt" version="1.1">
<metadata><x/></metadata><defs><style>*{stroke-linejoin: round}</style>
<clipPath id="p1"><rect width="4" height="4"/></clipPath><path id="m" d="M0 0"/></defs>
<g clip-path="url(#p1)"><use xlink:href="#m" style="fill: #B3360B; font: 600 9px 'Cellule Sans'"/>
<text onclick="x()" style="font: italic 9.5px 'Cellule Serif', serif; text-anchor: end">
a &lt; b</text>
</g></svg>"""


class Tags(HTMLParser):
    """Collects every tag with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@cache
def page(name: str, language: Any = "fr") -> str:
    figures = {name: Illustration(SVG, "Alt.", "Caption.") for name in ("staff", "rumour")}
    return html_page(facts_of(name, language), figures)


@pytest.mark.parametrize("name", ["historical", "silence", "hostile", SHOP])
def test_nothing_is_fetched(name):
    """The page is read on a train, or by somebody who must not be told about it."""
    for tag, attributes in Tags(page(name)).found:
        assert tag not in ("script", "link", "img", "iframe", "object", "embed", "base", "form")
        for key, value in attributes.items():
            assert key not in ("src", "action", "style")
            assert not key.startswith("on")
            if key in ("href", "xlink:href"):
                assert (value or "#").startswith("#")


def test_the_style_is_the_one_allowed():
    """The policy names the one style by its hash: a letter changed, and the page is bare."""
    style = re.search(r"<style>(.*?)</style>", page("silence"), re.S)
    policy = next(a for tag, a in Tags(page("silence")).found if a.get("http-equiv"))
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in str(policy["content"])
    assert "default-src 'none'" in str(policy["content"])
    assert page("silence").count("<style") == 1


def test_what_people_wrote_is_shown_as_written():
    """A tag in a text of theirs is text."""
    visible = html.unescape(page("hostile"))
    assert HOSTILE.replace("\u202e", "") in visible
    assert "<script>alert(1)</script>" not in page("hostile")


def test_every_section_is_there_in_order():
    """The page tells what the PDF tells."""
    found, facts = page("historical"), facts_of("historical", "fr")
    places = [found.index(html.escape(section.title)) for section in facts.sections]
    assert places == sorted(places)
    assert '<html lang="fr">' in found


def test_each_figure_has_its_numbers():
    """Who cannot see the curves can read them."""
    start = page("historical").index('<section id="rumour">')
    section = page("historical")[start : page("historical").index("</section>", start)]
    assert section.count("<details>") == 1
    assert "Opérateurs clients" in section[section.index("<details>") :]


def test_styles_become_attributes():
    """The policy forbids style attributes; a figure must not need them."""
    drawn = inline(SVG, "rumour", 'It says "more"')
    assert " style=" not in drawn
    assert "<style" not in drawn
    assert "metadata" not in drawn
    assert "onclick" not in drawn
    for part in (
        'fill="#B3360B"', 'font-weight="600"', 'font-size="9px"', 'font-style="italic"',
        'font-size="9.5px"', 'text-anchor="end"', 'role="img"', "a &lt; b",
    ):  # fmt: skip
        assert part in drawn, part


def test_names_of_two_figures_do_not_meet():
    """Two figures in one page both have a clip path called p1."""
    drawn = inline(SVG, "rumour", "")
    assert 'id="rumour-p1"' in drawn
    assert 'clip-path="url(#rumour-p1)"' in drawn
    assert 'href="#rumour-m"' in drawn
