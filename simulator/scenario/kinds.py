"""The words a scenario may use: kinds of audience, outlet, channel, topic, element."""

from typing import Literal, get_args

AudienceKind = Literal[
    "public",
    "users",
    "customers",
    "clients",
    "employees",
    "investors",
    "authorities",
    "experts",
    "journalists",
]
OutletKind = Literal[
    "wire",
    "online",
    "daily",
    "business",
    "evening_news",
    "radio",
    "trade",
    "international",
    "investigative",
    "local",
]
Channel = Literal[
    "press_release",
    "social_account",
    "direct_email",
    "staff_note",
    "authority_note",
    "investor_note",
]
Topic = Literal["nature", "scope", "cause", "consequences", "measures", "advice", "contact"]
Element = Literal["acknowledgement", "empathy", "apology", "authorities_told", "not_concerned"]
Responsibility = Literal["owned", "neutral", "shifted"]
SpokespersonRole = Literal["communication", "chief_executive", "technical", "business", "legal"]
Medium = Literal["article", "broadcast", "call", "mail", "post", "note"]
DataKind = Literal["contact", "identity", "bank", "credentials", "health", "marketing", "technical"]
PartnerRole = Literal["franchisor", "host", "provider", "insurer"]
Service = Literal["crisis_cell", "alignment", "lawyers", "call_centre"]
WhoActs = Literal["us", "partner", "together"]
Phase = Literal["initial", "intermediate", "final"]
MetBy = Literal["notice", "complaint", "telling", "market"]
# The laws that come with the package; their lengths and contents are data of the clocks part.
Rule = Literal[
    "gdpr33",
    "gdpr33-processor",
    "gdpr34",
    "uk-gdpr33",
    "nis2-early",
    "nis2-notification",
    "nis2-final",
    "dora-initial",
    "dora-intermediate",
    "dora-final",
    "sec-8k",
    "lopmi",
    "mar17",
    "hipaa",
    "hipaa-hhs",
    "pci",
    "california",
    "california-ag",
]
# Those met only by telling people: somebody must be there to be told.
TOLD: frozenset[str] = frozenset({"gdpr34", "hipaa", "california"})
# How NIS2 sees the organisation: the fine of an important entity is lower.
Entity = Literal["essential", "important"]
Truth = Literal["true", "false", "unproven"]
# Where somebody who posts stands: believes the worst, doubts, holds the organisation's account, is
# angry at its silence, waits for an answer, feels betrayed.
Stance = Literal["worst", "doubts", "account", "silence", "waiting", "betrayed"]
DecisionKind = Literal[
    "activate_cell",
    "monitor_media",
    "investigate",
    "name_spokespeople",
    "open_press_line",
    "publish",
    "hold_conference",
    "brief_employees",
    "correct_claim",
    "inform_partner",
    "agree_with_partner",
    "use_service",
    "notify_authority",
    "file_complaint",
    "open_helpline",
    "resize_helpline",
    "close_helpline",
    "answer_call",
    "decline_call",
    "promise_call_back",
    "set_line",
]
# What those who run and watch a live exercise decide, and the team's own diary: recorded like the
# rest so that a replay has it all, but never an act of the team.
DirectionKind = Literal[
    "take_calls",
    "leave_calls",
    "write_log",
    "give_inject",
    "skip_inject",
    "add_inject",
    "ring_team",
    "take_note",
    "overrule",
    "end_exercise",
]
DIRECTION: frozenset[str] = frozenset(get_args(DirectionKind))
# The criteria that can be overruled: those of the score's data file.
CriterionId = Literal[
    "first_word",
    "set_up",
    "audiences_told",
    "press_calls",
    "clocks",
    "rhythm",
    "promises",
    "partner",
    "disclosure",
    "truthfulness",
    "content",
    "responsibility",
    "fit",
    "consistency",
    "discretion",
]
# As in exercise evaluation guides (HSEEP): performed, with some or major challenges, unable.
Rating = Literal["P", "S", "M", "U"]

PUBLIC_CHANNELS = frozenset({"press_release", "social_account"})
# A mass e-mail is public in its effects: someone forwards it to a journalist within the hour.
OPEN_CHANNELS = PUBLIC_CHANNELS | {"direct_email"}
TOPICS: tuple[Topic, ...] = get_args(Topic)
# What the public asks, and how much each answer weighs. A judgement, from the art. 34 contents.
TOPIC_WEIGHTS: dict[Topic, float] = {
    "nature": 3.0,
    "scope": 4.0,
    "cause": 2.0,
    "consequences": 3.0,
    "measures": 2.0,
    "advice": 2.0,
    "contact": 1.0,
}
# These come out by themselves if nobody says them; nobody "discovers" the firm's own advice.
DISCOVERABLE = frozenset({"nature", "scope", "cause", "consequences"})
PEOPLE_PER_FIRM = 20
