"""Partners: what they help with, what they accept, and what it costs to leave them in the dark."""

import math
from collections.abc import Collection

# Two teams see both ends of the intrusion: a joint diagnosis goes so many times faster. That it is
# to be made together is the advice given to franchisees (Morizot, Gitakos); the size is a
# judgement, 1.2-2. A second partner on the same investigation adds nothing.
JOINT_SPEED = 1.5
# Through shared systems an intrusion reaches a partner who was not told, on the mean after so long
# from awareness on (the same advice warns of it; the time is a judgement, 10-80 h).
CLIMBS_AFTER = 30 * 60.0
CLIMB_NEWS, CLIMB_RESENTED, CLIMB_LOSS, CLIMB_COST = 0.4, 0.3, 0.06, 1.5  # judgements
# A partner blamed in public answers in public. Nothing is gained: who holds the data answers for
# its processor (GDPR art. 24, 28). Time and sizes are judgements.
ANSWERS_BLAME_AFTER = 6 * 60.0
ANSWER_NEWS, ANSWER_RESENTED, ANSWER_LOSS = 0.15, 0.2, 0.05
# Who is told late pays less, and so does who was blamed; judgements.
TOLD_IN_TIME, GENEROSITY_HALF_LIFE, BLAMED_LESS = 2 * 60.0, 24 * 60.0, 0.2
UNSOUND_COST = 1.5  # the wrong people repair: half as much again, judgement
# An insurer's crisis cell trains who speaks; its proofreaders close a tenth of what a message
# lacks. Judgements.
CELL_STANDING, ALIGNED_QUALITY = 0.05, 0.1

_SOUND = {
    True: ("together", "partner"),
    False: ("us", "together"),
}


def promptness(waited: float | None, blamed: bool) -> float:
    """Return how much of its generosity a partner keeps, 0 to 1.

    `waited` is how many minutes after awareness it was told, None when never; `blamed` whether we
    blamed it in public.
    """
    if waited is None:
        return 0.0
    late = max(0.0, waited - TOLD_IN_TIME)
    return max(0.0, math.exp2(-late / GENEROSITY_HALF_LIFE) - BLAMED_LESS * blamed)


def least_share(pays: float, prompt: float) -> float:
    """Return the smallest share of the bill, 0 to 1, that a partner lets us pay.

    `pays` is what it would take on when told in time, `prompt` its promptness. In whole per cent:
    nobody bargains over less.
    """
    return math.ceil(100 * (1 - pays * prompt) - 1e-6) / 100


def is_sound(shared_systems: bool, who_acts: str) -> bool:
    """Return whether those who act can put it right.

    Of linked systems the partner must take its part; of separate ones it cannot repair ours alone
    (advice to franchisees, Morizot, Gitakos).
    """
    return who_acts in _SOUND[shared_systems]


def repair_cost(repair: float, shares: Collection[float], sound: bool, climbed: bool) -> float:
    """Return what the repair costs us, in euros.

    `shares` are those of the bill that we pay by each agreement signed: what one partner takes on
    comes off what the others leave, and with none we pay all.
    """
    left = max(0.0, 1 - sum(1 - share for share in shares))
    factor = (1.0 if sound else UNSOUND_COST) * (CLIMB_COST if climbed else 1.0)
    return repair * left * factor
