import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.shapes import Story
from simulator.story import LARGEST_NEWSWORTHINESS, NewsFlow, newsworthiness
from simulator.text import Text

HOUR = 60.0


def a_case(people=2000, sensitive=0.5, known=0.2):
    return Story(
        breaks_with="scoop",
        worst_version=Text(fr="tout", en="everything"),
        untrue_share=0.5,
        people_concerned=people,
        sensitive=sensitive,
        known=known,
    )


def a_flow(*items, worth=1.0):
    flow = NewsFlow(worth)
    for entry, (at, size) in enumerate(items, start=1):
        flow.add(at, size, entry)
    return flow


def test_case_is_worth_its_sum():
    """Two billion SIM cards, state spying, a listed maker: the 1.19 the calibration rests on."""
    assert newsworthiness(a_case(2 * 10**9, 1.0, 0.3)) == pytest.approx(1.19, abs=0.001)


def test_newsworthiness_is_capped():
    """Beyond the largest story there is no larger."""
    assert newsworthiness(a_case(8 * 10**9, 1.0, 1.0)) == LARGEST_NEWSWORTHINESS


@given(st.integers(1, 10**9), st.floats(0, 0.9), st.floats(0, 0.9))
def test_bigger_case_is_bigger_news(people, sensitive, known):
    """More people, more sensitive or better known never makes a story smaller."""
    worth = newsworthiness(a_case(people, sensitive, known))
    assert worth <= newsworthiness(a_case(people + 1, sensitive, known))
    assert worth <= newsworthiness(a_case(people, sensitive + 0.1, known))
    assert worth <= newsworthiness(a_case(people, sensitive, known + 0.1))


def test_nothing_new_is_cold():
    """Before the story breaks nobody calls."""
    flow = a_flow()
    assert (flow.heat(0), flow.attention(0), flow.warmest(0)) == (0, 0, None)


def test_the_break_is_as_hot_as_the_case():
    """A break has size 1, whatever the case is worth."""
    assert a_flow((10.0, 1.0), worth=0.8).heat(10.0) == pytest.approx(0.8)


def test_newsrooms_lose_interest_first():
    """Journalists stop calling days before readers stop looking."""
    flow = a_flow((0.0, 1.0))
    assert flow.heat(8 * HOUR) == pytest.approx(0.25)
    assert flow.attention(26 * HOUR) == pytest.approx(0.25)


def test_news_adds_up():
    """A contradiction a day later warms what was cooling."""
    first, second = a_flow((0.0, 1.0)), a_flow((500.0, 0.8))
    both = a_flow((0.0, 1.0), (500.0, 0.8))
    assert both.heat(900.0) == pytest.approx(first.heat(900.0) + second.heat(900.0))


def test_tomorrows_news_is_not_felt_today():
    """An effect before its cause would ruin every chain of causes."""
    assert a_flow((100.0, 1.0)).heat(99.0) == 0


def test_warmest_is_what_keeps_it_warm():
    """A call is blamed on the news that still weighs most, not on the oldest."""
    flow = a_flow((0.0, 1.0), (20 * HOUR, 0.4))
    assert [flow.warmest(at) for at in (HOUR, 20 * HOUR)] == [1, 2]
