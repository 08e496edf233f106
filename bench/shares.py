"""Where time goes: a look at the stack for every millisecond of processor time."""

import signal
from collections import Counter
from collections.abc import Callable
from types import FrameType

EVERY = 0.001


def shares(work: Callable[[], object]) -> list[tuple[str, float]]:
    """Return our modules and their shares of the time, the largest first.

    What a library does counts for whoever called it. A stack is seen when Python goes on, so that
    what a compiled extension does counts for its caller too.
    """
    looks = Counter[str]()
    before = signal.signal(signal.SIGPROF, lambda _signal, frame: looks.update([_ours(frame)]))
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return [(module, number / looks.total()) for module, number in looks.most_common()]


def _ours(frame: FrameType | None) -> str:
    """Return the innermost module of ours on the stack."""
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith("simulator"):
            return name
        frame = frame.f_back
    return "elsewhere"
