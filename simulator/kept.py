"""What is made from the package's own files, kept from one run to the next.

As Python does with modules, it is kept beside the sources, and made again when these change.
"""

import hashlib
import marshal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from simulator.files import write_whole

_Made = TypeVar("_Made")


def kept(folder: Path, name: str, sources: Iterable[bytes], make: Callable[[], _Made]) -> _Made:
    """Return what `make` makes of `sources`, plain data; read back when it was made before."""
    path = folder / "__pycache__" / f"{name}.{sys.implementation.cache_tag}.{_digest(sources)}"
    try:
        made: _Made = marshal.loads(path.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        made = make()
        with suppress(OSError):
            write_whole(path, marshal.dumps(made))  # type: ignore[arg-type]
    return made


def _digest(sources: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for content in sources:
        found.update(content)
    return found.hexdigest()[:16]
