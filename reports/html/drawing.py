"""A figure's SVG made fit to stand in a page that allows no style of its own."""

import re
from xml.etree import ElementTree

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_DROPPED = {f"{{{_SVG}}}{name}" for name in ("metadata", "style", "script", "title", "desc")}
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_FONT = re.compile(r"(?P<before>.*?)(?P<size>[\d.]+)px(?:/[\d.]+)?\s+(?P<family>.+)")
# What a style attribute may say; each is also an attribute of SVG.
_KEPT = {
    "clip-path", "clip-rule", "fill", "fill-opacity", "fill-rule", "font-family", "font-size",
    "font-style", "font-weight", "opacity", "stroke", "stroke-dasharray", "stroke-dashoffset",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width",
    "text-anchor",
}  # fmt: skip
# Points: a figure wider than the text column of a page.
_WIDE = 400.0
# What matplotlib's own style sheet says of every element.
_DEFAULTS = {"stroke-linejoin": "round", "stroke-linecap": "butt"}


def inline(svg: str, name: str, alt: str) -> str:
    """Return an SVG element to put in a page: no style, no script, names of its own."""
    root = ElementTree.fromstring(svg)
    _clean(root, f"{name}-")
    for attribute in ("width", "height", "version"):
        root.attrib.pop(attribute, None)
    wide = float(root.get("viewBox", "0 0 0 0").split()[2]) > _WIDE
    root.attrib |= _DEFAULTS | {"role": "img", "aria-label": alt}
    root.attrib["class"] = "wide" if wide else "narrow"
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    return ElementTree.tostring(root, encoding="unicode")


def _clean(element: ElementTree.Element, prefix: str) -> None:
    for child in list(element):
        if child.tag in _DROPPED:
            element.remove(child)
        else:
            _clean(child, prefix)
    style = element.attrib.pop("style", "")
    for key, value in [*_said(style), *list(element.attrib.items())]:
        if key.startswith("on"):
            del element.attrib[key]
        else:
            element.attrib[key] = _renamed(key, value, prefix)


def _said(style: str) -> list[tuple[str, str]]:
    """Return what a style attribute says as attributes; others are left out."""
    pairs = [part.split(":", 1) for part in style.split(";") if ":" in part]
    plain = {key.strip(): value.strip() for key, value in pairs}
    if match := _FONT.fullmatch(plain.pop("font", "")):
        plain["font-size"] = f"{match['size']}px"
        plain["font-family"] = match["family"]
        for word in match["before"].split():
            plain["font-style" if word in ("italic", "oblique") else "font-weight"] = word
    return [(key, value) for key, value in plain.items() if key in _KEPT]


def _renamed(key: str, value: str, prefix: str) -> str:
    """Return an attribute's value with the names it uses made this figure's own."""
    if key == "id":
        return prefix + value
    if key in ("href", f"{{{_XLINK}}}href"):
        return f"#{prefix}{value[1:]}" if value.startswith("#") else ""
    return _REFERENCE.sub(rf"url(#{prefix}\1)", value)
