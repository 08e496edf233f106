"""Broken files from the command line: a clear error with a line, or a whole exercise."""

import json
import re
from itertools import islice

import pytest

from simulator.cli.start import status_of
from tests.builders import DECISIONS, SCENARIO, a_scenario_file
from tests.scenario.test_hostile_files import variants

_PLACED = re.compile(r"^\S.*:\d+:\d+: ", re.MULTILINE)


def played(capsys, *arguments: str) -> str:
    """Replay and return 'played', or what was said when it was refused; fail on anything else."""
    status = status_of(["replay", *arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    if status == 0:
        assert said.out
        return "played"
    assert status == 1
    assert said.err.strip()
    return said.err


@pytest.mark.slow
def test_broken_scenario_plays_or_is_explained(tmp_path, capsys):
    """Whatever loads can be played to its scorecard; whatever does not says where."""
    file, out = a_scenario_file(tmp_path), tmp_path / "out"
    outcomes = []
    for _name, content in islice(variants(SCENARIO), 0, None, 5):
        file.write_bytes(content)
        answer = played(capsys, str(file), "--decisions", "plan", "--no-report", "--out", str(out))
        assert answer == "played" or _PLACED.search(answer), answer[:300]
        outcomes.append(answer == "played")
    assert len(outcomes) > 200
    assert any(outcomes)


@pytest.mark.slow
def test_broken_plan_plays_or_is_explained(tmp_path, capsys):
    """The same for decisions."""
    file, out = a_scenario_file(tmp_path), tmp_path / "out"
    plan = tmp_path / "decisions" / "plan.yaml"
    outcomes = []
    for _name, content in islice(variants(DECISIONS), 0, None, 3):
        plan.write_bytes(content)
        answer = played(capsys, str(file), "--decisions", "plan", "--no-report", "--out", str(out))
        assert answer == "played" or _PLACED.search(answer), answer[:300]
        outcomes.append(answer == "played")
    assert len(outcomes) > 200
    assert any(outcomes)


HOSTILE = [
    r"$\frac{1}{0}$ {en.__class__} {0} %s #let x = 1 @a *b* _c_ `d` <script>alert(1)</script>",
    "🔥👩‍🚒 \u202eabc\u2066\u200f 東京 ก้ \u0301\u0301",
    "x" * 19_000,
    "a b " * 4_000,
]


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE, ids=["markup", "scripts", "word", "words"])
def test_hostile_texts_reach_a_whole_report(tmp_path, capsys, text):
    """Markup is shown, scripts are boxed, and no length breaks a page."""
    both, short = {"fr": text, "en": text}, {"fr": text[:190].strip(), "en": text[:190].strip()}
    file = a_scenario_file(tmp_path, brief=both, title=short, subtitle=short)
    data = json.loads(file.read_text(encoding="utf-8"))
    data["organisation"]["about"] = both
    for item in (*data["facts"], *data["claims"], *data["injects"]):
        item["text"] = both
    for item in (*data["audiences"], *data["organisation"]["spokespeople"]):
        item["name"] = short
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    out = tmp_path / "out"
    assert played(capsys, str(file), "--decisions", "plan", "--out", str(out)) == "played"
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF")
    assert "<script>alert" not in (out / "report.html").read_text(encoding="utf-8")
