"""A pasted text made ready to be read: markup, quoted mails and small print taken away."""

import re
import unicodedata

from simulator.rubric import markup

MOST_GIVEN = 400_000
MOST_READ = 40_000

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ufe0f]")
_NEWLINE = re.compile("\r\n?|[\u2028\u2029\x85]")
_SPACES = re.compile("[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\t": " ", "\u2212": "-"})
_HEADER = re.compile(
    r"\s{0,5}(?:from|to|cc|bcc|date|sent|reply-to|de|à|envoyé|répondre à|cci) ?: ?\S", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\s{0,5}(?:-{2,} ?(?:original message|message d.origine|forwarded message|message transféré)"
    r"|(?:on|le) .{5,150}(?:wrote|a écrit) ?:\s{0,5}$)",
    re.IGNORECASE,
)
_SMALL_PRINT = re.compile(
    r"unsubscribe|désinscri|désabonn|you are receiving this|you received this e-?mail"
    r"|vous recevez ce (?:message|mail|courriel|e-mail)|view (?:this|it) in (?:your|a) browser"
    r"|version en ligne|all rights reserved|tous droits réservés|this e-?mail and any attachment"
    r"|ce message et (?:toutes les|ses) pièces|do not print this|n.imprimez ce",
    re.IGNORECASE,
)
_MOST_SMALL_PRINT = 400
# `**What happened?** On Monday …`: the marks go, the label stays. A line all bold is a heading.
_BOLD_LABEL = re.compile(
    r"^(\s{0,5})(?:\*\*|__)([^*_\n]{2,90}?)(?:\*\*|__)(?= ?[^\s*_])", re.MULTILINE
)


def clean(text: str) -> str:
    """Return the text a reader would see, at most `MOST_READ` characters of it."""
    text = _NEWLINE.sub("\n", text[:MOST_GIVEN])
    text = _CONTROL.sub(" ", text)
    if markup.is_html(text):
        text = markup.plain(text)
    elif _ENTITY.search(text):
        text = markup.unescaped(text)
    text = unicodedata.normalize("NFC", _CONTROL.sub(" ", text))
    text = _UNSEEN.sub("", text).translate(_HYPHENS)
    text = _BOLD_LABEL.sub(r"\1\2", _SPACES.sub(" ", text))
    return "\n".join(_own_lines(_NEWLINE.sub("\n", text).split("\n")))[:MOST_READ]


def _own_lines(lines: list[str]) -> list[str]:
    """Return the lines that are this message's own, without headers, earlier mails, small print."""
    kept: list[str] = []
    anything = False
    for line in lines:
        if anything and _EARLIER.match(line[:250]):
            break
        if not _foreign(line, anything=anything):
            kept.append(line)
            anything = anything or bool(line.strip())
    return kept


def _foreign(line: str, *, anything: bool) -> bool:
    start = line.lstrip()[:1]
    if start == ">" or (not anything and _HEADER.match(line[:100])):
        return True
    return len(line) <= _MOST_SMALL_PRINT and _SMALL_PRINT.search(line) is not None
