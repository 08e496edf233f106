"""The report as one page of HTML, its fonts and figures inside."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from reports.characters import all_plain
from reports.facts.shape import Illustration, ReportFacts
from reports.html.drawing import inline

_FACES = (
    ("Cellule Sans", 400, "normal", "CelluleSans-Regular"),
    ("Cellule Sans", 500, "normal", "CelluleSans-Medium"),
    ("Cellule Sans", 600, "normal", "CelluleSans-SemiBold"),
    ("Cellule Serif", 400, "normal", "CelluleSerif-Regular"),
    ("Cellule Serif", 600, "normal", "CelluleSerif-SemiBold"),
    ("Cellule Titre", 600, "normal", "CelluleTitre-SemiBold"),
)


def html_page(facts: ReportFacts, figures: Mapping[str, Illustration]) -> str:
    """Return the whole report as one HTML text that loads nothing from anywhere."""
    style = _style()
    drawn = {name: _figure(name, figure) for name, figure in figures.items()}
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; font-src data:; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    report = all_plain(facts.as_json())
    return _template().render(report=report, figures=drawn, style=Markup(style), policy=policy)


def _figure(name: str, figure: Illustration) -> dict[str, str]:
    return {"svg": Markup(inline(figure.svg, name, figure.alt)), "caption": figure.caption}


def _digest(style: str) -> str:
    return b64encode(sha256(style.encode()).digest()).decode()


@cache
def _style() -> str:
    """Return the style sheet with the fonts in it."""
    rules = files("reports.html").joinpath("report.css").read_text(encoding="utf-8")
    return "\n".join([*(_face(*face) for face in _FACES), rules])


def _face(family: str, weight: int, slant: str, file: str) -> str:
    content = files("reports").joinpath(f"fonts/{file}.woff2").read_bytes()
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{slant};'
        f"src:url(data:font/woff2;base64,{b64encode(content).decode()}) format('woff2')}}"
    )


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                              lstrip_blocks=True)  # fmt: skip
    source = files("reports.html").joinpath("report.html.j2").read_text(encoding="utf-8")
    return environment.from_string(source)
