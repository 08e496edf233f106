"""HTML as it is pasted from a mail, made into lines of plain text.

A scanner of our own rather than html.parser: it never fails, and it reads each character a bounded
number of times whatever it is given.
"""

import re

_LOOKS = re.compile(
    r"<(?:!doctype|html|body|head|p|div|br|span|table|td|h[1-6]|ul|ol|li|a|b|strong)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b([^<>]{0,2000})>|<[!?][^<>]{0,2000}>")
_HREF = re.compile(r"href\s{0,3}=\s{0,3}[\"']?(mailto:|tel:|https?://)([^\"'\s>?]{1,80})", re.I)
_SPACES = re.compile(r"[ \t\n]+")

_UNSEEN = frozenset({"style", "script", "head", "title", "template", "blockquote"})
_LINES = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "table",
        "ul",
        "ol",
        "li",
        "hr",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "pre",
        "body",
        "html",
    ]
)


def is_html(text: str) -> bool:
    """Return whether `text` holds tags of a mail or a page."""
    return _LOOKS.search(text) is not None


def plain(text: str) -> str:
    """Return what a reader of the page would see, one block a line, headings marked with ##."""
    return unescaped("".join(_pieces(_without_comments(text))))


def unescaped(text: str) -> str:
    """Return `text` with the characters that `&…;` stands for."""
    # The names of all characters take a while to import; few messages need them.
    import html

    return html.unescape(text)


def _without_comments(text: str) -> str:
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        pieces.append(text[at:start])
        at = end + 3
    return "".join([*pieces, text[at:]])


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    at, hidden, link = 0, "", ""
    closing = {name: text.lower().rfind(f"</{name}") for name in _UNSEEN}
    for tag in _TAG.finditer(text):
        if not hidden:
            pieces.append(_SPACES.sub(" ", text[at : tag.start()]))
        at = tag.end()
        name, ends = (tag[2] or "").lower(), bool(tag[1])
        if hidden:
            hidden = "" if ends and name == hidden else hidden
        elif name in _UNSEEN and not ends and closing[name] > at:
            hidden = name
        elif name == "a":
            pieces.append(link if ends else "")
            link = _target(tag[3] or "")
        else:
            pieces.append(_in_place_of(name, ends))
    return pieces if hidden else [*pieces, _SPACES.sub(" ", text[at:])]


def _target(attributes: str) -> str:
    """Return where a link leads, to be written after its words."""
    found = _HREF.search(attributes)
    if found is None:
        return ""
    scheme = found[1] if found[1].lower().startswith("http") else ""
    return f" ({scheme}{found[2]})"


def _in_place_of(name: str, ends: bool) -> str:
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return "\n\n" if ends else "\n\n## "
    if name == "li":
        return "" if ends else "\n- "
    if name in _LINES:
        return "\n" if name == "br" else "\n\n"
    return " " if name in ("td", "th") else ""
