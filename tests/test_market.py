from zoneinfo import ZoneInfo

import numpy as np
import pytest

from simulator.market import Market
from simulator.scenario.shapes import Listing
from simulator.times import Clock

PARIS = ZoneInfo("Europe/Paris")
HOUR = 60.0
OPEN = 10 * HOUR  # T+10h is ten in the morning


class Silent:
    """A stream without noise."""

    def normal(self, _mean, _spread):
        return 0.0


def a_market(start="2015-02-19 00:00", share=0.9, rng=None):
    clock = Clock.starting(start, PARIS)
    return Market(Listing(share_in_question=share), clock, rng or Silent())


def shown(market, now=OPEN, minutes=1e-9):
    """Return the price's move after trading a moment."""
    market.pass_time(now, minutes)
    return market.shown


def test_break_costs_what_is_in_question():
    """Gemalto, nine tenths of its value in question, fell 7.7 % by midday."""
    market = a_market()
    market.broke(spoke_first=False)
    assert shown(market) == pytest.approx(-7.2)


def test_ordinary_breach_costs_little():
    """Most leaks move a price by less than half a per cent (Gay 2015; Rosati 2017)."""
    market = a_market(share=0.05)
    market.broke(spoke_first=False)
    assert shown(market) == pytest.approx(-0.4)


def test_speaking_first_costs_less():
    """Investors fear less what the company said itself."""
    first, second = a_market(), a_market()
    first.broke(spoke_first=True)
    second.broke(spoke_first=False)
    assert shown(first) == pytest.approx(7.2 * -(0.35 + 0.65 * 0.6))
    assert shown(first) > shown(second)


@pytest.mark.parametrize(
    ("hour", "trades"), [(8.9, False), (9.1, True), (17.4, True), (17.6, False), (0.5, False)]
)
def test_price_moves_in_trading_hours_only(hour, trades):
    """A statement at ten in the evening is priced the next morning."""
    market = a_market()
    market.broke(spoke_first=False)
    assert (shown(market, hour * HOUR) != 0) is trades


def test_nobody_trades_at_the_weekend():
    """A Friday night release has two days before it is priced."""
    market = a_market("2015-02-21 00:00")
    market.broke(spoke_first=False)
    assert shown(market) == 0
    assert shown(market, 48 * HOUR + OPEN) < 0


def test_substance_reassures():
    """Facts take fear away; what lasts stays."""
    market = a_market()
    market.broke(spoke_first=False)
    market.reassured(0.5, trust=0.4)
    assert shown(market) == pytest.approx(-7.2 * (0.35 + 0.65 * 0.5))


def test_trusted_word_reassures_more():
    """The same facts weigh more from a company that investors believe."""
    trusted, doubted = a_market(), a_market()
    for market, trust in ((trusted, 0.8), (doubted, 0.2)):
        market.broke(spoke_first=False)
        market.reassured(0.3, trust)
    assert shown(trusted) > shown(doubted)


def test_fear_relaxes_over_trading_hours():
    """Sixty hours of trading take away two thirds of the uncertainty, nights nothing."""
    market = a_market()
    market.broke(spoke_first=False)
    for day in range(3):
        for cell in range(144):
            market.pass_time((day * 24 * 60) + 10 * (cell + 1), 10)
    assert market.uncertain == pytest.approx(7.2 * 0.65 * np.exp(-2 * 8.5 / 60), rel=0.01)


def test_discovery_costs_more_than_disclosure():
    """Withheld and discovered -3.6 %, disclosed -0.7 % (Amir et al. 2018): the order is the law."""
    disclosed, discovered = a_market(share=0.05), a_market(share=0.05)
    disclosed.broke(spoke_first=True)
    disclosed.reassured(0.4, trust=0.5)
    discovered.broke(spoke_first=False)
    discovered.disappointed(0.4)
    assert shown(discovered) < 2 * shown(disclosed) < 0


def test_disappointment_lasts():
    """No later word gives back what a lie cost."""
    market = a_market()
    market.disappointed(1.0)
    market.reassured(0.9, trust=1.0)
    assert shown(market) == pytest.approx(-5 * np.sqrt(0.9))


def test_noise_is_a_daily_one():
    """A quiet stock wanders, but within what a day's trading allows: 0.8 % a day, remembered."""
    rng = np.random.default_rng(1)
    ends = []
    for _ in range(400):
        market = a_market(rng=rng)
        for cell in range(51):
            market.pass_time(9 * HOUR + 10 * (cell + 1), 10)
        ends.append(market.shown)
    memory = 0.97 ** (2 * np.arange(51))
    expected = 0.8 * np.sqrt(memory.sum() / 51)
    assert abs(np.mean(ends)) < 4 * expected / np.sqrt(400)
    assert abs(np.std(ends) / expected - 1) < 4 / np.sqrt(800)
