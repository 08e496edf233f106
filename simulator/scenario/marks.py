"""A strict reader of YAML: plain data, and the line and column of every part of it.

Stock YAML reads `12:30` as 750 and `no` as false, lets a duplicate key pass, and can be made to
explode (aliases) or to crash (depth). This reads the events itself, counts as it goes, and knows
only nothing, yes or no, numbers and text.
"""

from dataclasses import dataclass, field

import yaml

import simulator.scenario.yaml_words as yaml_words
from simulator.errors import DrillError, Path, Problem
from simulator.scenario.scalars import BadScalarError, Scalar, forbidden, meaning
from simulator.scenario.wording import Finding, found, plain, quoted
from simulator.text import Text

Data = Scalar | list["Data"] | dict[str, "Data"]
Place = tuple[int, int]

MOST_BYTES = 8_000_000
MOST_NODES = 200_000
MOST_DEPTH = 40
_LOADER = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(slots=True)
class Marked:
    """A document as plain data, where its parts are, and what was wrong with its YAML."""

    data: Data = None
    places: dict[Path, Place] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """Return the line and column of a path, or of the nearest part above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


@dataclass(slots=True)
class _Open:
    """A list or a group of keys being read; `key` waits for its value."""

    items: list[Data] | dict[str, Data]
    path: Path
    key: str | None = None


def read(content: bytes, file: str = "") -> Marked:
    """Return the only document in `content`.

    Raises:
        DrillError: when it is not UTF-8 text, not YAML, too large, too deep, or several documents.
            What can be read past (a duplicate key, a tag) is in `findings`.
    """
    text = _decoded(content, file)
    reader = _Reader(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
    except yaml.YAMLError as error:
        raise _unreadable(error, text, file) from None
    # Pure-Python PyYAML stumbles over "\UFFFFFFFF" in quotes.
    except (ValueError, OverflowError):
        raise _stop(file, (1, 1), *yaml_words.BAD_ESCAPE) from None
    return reader.marked


def _decoded(content: bytes, file: str) -> str:
    if len(content) > MOST_BYTES:
        raise _stop(file, (1, 1), *yaml_words.TOO_BIG)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _stop(file, (line, 1), *yaml_words.NOT_UTF8) from None
    index = forbidden(text)
    if index is not None:
        raise _stop(file, _position(text, index), *_unwanted(text[index]))
    return text


def _position(text: str, index: int) -> Place:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _unwanted(character: str) -> tuple[str, str]:
    if character == "\t":
        return yaml_words.TAB
    if character == "\ufeff":
        return yaml_words.BYTE_ORDER_MARK
    name = f"U+{ord(character):04X}"
    return (
        f"le caractère de contrôle {name} n'a pas sa place dans un fichier ; le supprimer",
        f"the control character {name} has no place in a file; delete it",
    )


def _unreadable(error: yaml.YAMLError, text: str, file: str) -> DrillError:
    mark = getattr(error, "problem_mark", None)
    last = text.count("\n") + 1
    place = (min(mark.line + 1, last), mark.column + 1) if mark else (1, 1)
    return _stop(file, place, *yaml_words.explained(str(getattr(error, "problem", None) or error)))


def _stop(file: str, place: Place, fr: str, en: str) -> DrillError:
    return DrillError(Problem(Text(fr=fr, en=en), file=file, line=place[0], column=place[1]))


class _Reader:
    """Builds data from YAML events, without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.marked = Marked()
        self.stack: list[_Open] = []
        self.nodes = self.documents = 0

    def take(self, event: yaml.Event) -> None:
        """Add one event to what was read."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, *yaml_words.ALIAS)
            self._add(None, event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _stop(self.file, _start(event), *yaml_words.SECOND_DOCUMENT)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        top = self.stack[-1] if self.stack else None
        if top and top.key is None and isinstance(top.items, dict):
            self._count(event)
            top.key = self._key(event, top)
        else:
            self._add(self._value(event), event)

    def _key(self, event: yaml.ScalarEvent, top: _Open) -> str:
        """Return the key an event stands for, with its place; it must be new, and text."""
        path = (*top.path, event.value)
        if event.value in top.items:
            first = self.marked.places[path][0]
            self._refuse(event, *yaml_words.DUPLICATE, key=plain(event.value), line=first)
        elif not event.style and not self._is_text(event.value):
            self._refuse(event, *yaml_words.KEY_NOT_TEXT, key=quoted(event.value))
        self.marked.places[path] = _start(event)
        return str(event.value)

    def _is_text(self, word: str) -> bool:
        try:
            return isinstance(meaning(word), str) and word != "<<"
        except BadScalarError:
            return False

    def _value(self, event: yaml.ScalarEvent) -> Scalar:
        if event.style:
            return str(event.value)
        try:
            return meaning(event.value)
        except BadScalarError as error:
            sentence = error.sentence
            self.marked.findings.append(Finding(self._path(), lambda: sentence, _start(event)))
            return None

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        items: list[Data] | dict[str, Data] = [] if _is_list(event) else {}
        path = self._add(items, event)
        self.stack.append(_Open(items, path))
        if len(self.stack) > MOST_DEPTH:
            raise _stop(self.file, _start(event), *yaml_words.TOO_DEEP)

    def _add(self, value: Data, event: yaml.NodeEvent) -> Path:
        """Put a value where it belongs; return its path."""
        self._count(event)
        path = self._path()
        self.marked.places.setdefault(path, _start(event))
        if not self.stack:
            self.marked.data = value
            return path
        top = self.stack[-1]
        if isinstance(top.items, list):
            top.items.append(value)
        elif top.key is None:
            raise _stop(self.file, _start(event), *yaml_words.KEY_IS_GROUP)
        else:
            top.items[top.key], top.key = value, None
        return path

    def _path(self) -> Path:
        """Return where the next value goes."""
        if not self.stack:
            return ()
        top = self.stack[-1]
        return (*top.path, len(top.items) if isinstance(top.items, list) else top.key or "")

    def _count(self, event: yaml.NodeEvent) -> None:
        """Refuse what is too much, anchored, tagged, or holds a hidden character."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise _stop(self.file, _start(event), *yaml_words.TOO_MANY)
        tag = getattr(event, "tag", None)
        if (event.anchor is not None or tag is not None) and not isinstance(event, yaml.AliasEvent):
            self._judge(event, tag)
        if isinstance(event, yaml.ScalarEvent) and event.style == '"':
            self._look_inside(event)

    def _judge(self, event: yaml.NodeEvent, tag: object) -> None:
        """Refuse an anchor and a tag."""
        if event.anchor is not None:
            self._refuse(event, *yaml_words.ANCHOR, name=plain(event.anchor))
        if tag is not None:
            self._refuse(event, *yaml_words.TAG, tag=plain(str(tag)))

    def _look_inside(self, event: yaml.ScalarEvent) -> None:
        index = forbidden(event.value.replace("\t", " "))
        if index is not None:
            raise _stop(self.file, _start(event), *_unwanted(event.value[index]))

    def _refuse(self, event: yaml.NodeEvent, fr: str, en: str, **values: object) -> None:
        finding = found(self._path(), fr, en, **values)
        self.marked.findings.append(Finding(finding.path, finding.sentence, _start(event)))


def _is_list(event: yaml.CollectionStartEvent) -> bool:
    return isinstance(event, yaml.SequenceStartEvent)


def _start(event: yaml.Event) -> Place:
    mark = event.start_mark
    assert mark is not None, event
    return mark.line + 1, mark.column + 1
