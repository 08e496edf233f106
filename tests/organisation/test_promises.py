import pytest

from simulator.organisation.promises import EARLY, GRACE, Promise, Promises

DUE = 1000.0
NOBODY = frozenset()
STAFF, BOTH = frozenset({"staff"}), frozenset({"staff", "shops"})


def promised(*promises):
    return Promises(list(promises) or [Promise(1, DUE)])


def kept(number, news):
    return Promise(number, 100.0 * number, kept_at=100.0 * number, news=news)


@pytest.mark.parametrize(
    ("now", "waiting"), [(0, True), (DUE, True), (DUE + GRACE, True), (DUE + GRACE + 1, False)]
)
def test_promise_is_pending_until_its_grace_ends(now, waiting):
    """People give an announced hour half an hour."""
    assert promised().pending(now) is waiting


def test_kept_promise_is_not_pending():
    """Nobody waits for what came."""
    assert not promised(Promise(1, DUE, kept_at=500.0, news=True)).pending(600)


@pytest.mark.parametrize(
    ("news", "believed"), [((True, False), True), ((False, False), False), ((True, True), True)]
)
def test_hollow_promises_stop_counting(news, believed):
    """After two updates with nothing in them, a third announcement calms nobody."""
    earlier = [kept(n + 1, new) for n, new in enumerate(news)]
    assert promised(*earlier, Promise(9, DUE)).pending(500) is believed


def test_old_hollow_promises_are_forgotten():
    """Only the last three count."""
    hollow = [kept(1, False), kept(2, False)]
    later = [kept(3, True), kept(4, True), Promise(5, DUE)]
    assert promised(*hollow, *later).pending(500)


@pytest.mark.parametrize(
    ("now", "answers"), [(DUE - EARLY - 1, False), (DUE - EARLY, True), (DUE + 9999, True)]
)
def test_early_word_keeps_the_promise(now, answers):
    """Six hours ahead is early, a day ahead is another word; late is late, but kept."""
    assert bool(promised().due_by(now, public=True, met=NOBODY)) is answers


def test_kept_promise_is_not_due_again():
    """One update keeps one promise once."""
    assert promised(Promise(1, DUE, kept_at=900.0)).due_by(DUE, public=True, met=NOBODY) == []


@pytest.mark.parametrize(
    ("now", "comes_as_promised"),
    [(DUE - EARLY - 1, False), (DUE - EARLY, True), (DUE + GRACE, True), (DUE + GRACE + 1, False)],
)
def test_word_at_the_promised_hour_is_awaited(now, comes_as_promised):
    """An update without news at its hour is no empty word, even after an early one."""
    assert promised(Promise(1, DUE, kept_at=800.0)).awaited(now) is comes_as_promised


@pytest.mark.parametrize(
    ("to", "public", "met", "answers"),
    [
        (NOBODY, True, NOBODY, True),
        (NOBODY, False, STAFF, False),
        (STAFF, False, STAFF, True),
        (STAFF, True, NOBODY, False),
        (BOTH, False, STAFF, False),
        (STAFF, False, BOTH, True),
    ],
)
def test_promise_is_kept_where_it_was_made(to, public, met, answers):
    """A release does not keep what was promised to the staff, nor a staff note the public's."""
    assert bool(promised(Promise(1, DUE, to)).due_by(DUE, public, met)) is answers


def test_inside_promise_calms_nobody_outside():
    """The public cannot wait for a date it was never given."""
    inside = promised(Promise(1, DUE, STAFF))
    assert not inside.pending(500)
    assert not inside.awaited(DUE)
