"""An evaluation as tables, as a list of what was missed and invented, and as JSON."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from rich import box
from rich.table import Table

from service.evaluation.calibration import Judged, by_rule, by_tenth, from_confidence
from service.evaluation.marking import Finding
from service.evaluation.scoring import SCORED, Evaluation

#: a triple of this confidence is meant to be relied on
SURE = 0.8
_LONGEST = 240  # characters of a sentence that are shown


def score_table(evaluation: Evaluation) -> Table:
    table = _table("slot", "precision", "recall", "F1", "right", "invented", "missed")
    for slot in SCORED:
        tally = evaluation.tally(slot)
        shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
        table.add_row(slot, *shares, *map(str, (tally.right, tally.invented, tally.missed)))
    table.add_section()
    table.add_row("mean", "", "", f"{evaluation.mean:.3f}", "", "", "")
    return table


def calibration_table(evaluation: Evaluation) -> Table:
    """Tenths that no triple has are left out."""
    table = _table("confidence", "precision", "right", "of triples")
    for tenth, counted in enumerate(by_tenth(evaluation.verdicts)):
        if counted.triples:
            table.add_row(f"{tenth / 10:.1f}–{(tenth + 1) / 10:.1f}", *_judged(counted))
    table.add_section()
    table.add_row(f"{SURE} and more", *_judged(from_confidence(evaluation.verdicts, SURE)))
    return table


def rule_table(evaluation: Evaluation) -> Table:
    """The rules by how often they are wrong."""
    table = _table("rule", "precision", "right", "of triples")
    for rule, counted in by_rule(evaluation.verdicts).items():
        table.add_row(rule, *_judged(counted))
    return table


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    return table


def _judged(counted: Judged) -> tuple[str, str, str]:
    share = "" if counted.precision is None else f"{counted.precision:.3f}"
    return share, str(counted.right), str(counted.triples)


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """For each article what was missed and invented: the slot, the thing, the rule, and the sentence below."""
    for article, of_article in groupby(findings, key=lambda finding: finding.article):
        yield article
        for finding in sorted(of_article, key=lambda finding: SCORED.index(finding.slot)):
            rule = f"  [{finding.rule} {finding.confidence:.2f}]" if finding.rule else ""
            yield f"  {finding.fault:<8}  {finding.slot}: {_shortened(finding.what)}{rule}"
            if finding.sentence:
                yield f"            {_shortened(finding.sentence)}"


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def as_json(evaluation: Evaluation, *, findings: bool) -> dict[str, Any]:
    """Everything that the tables say, unrounded; with `findings` also the list."""
    slots = {slot: evaluation.tally(slot) for slot in SCORED}
    answer: dict[str, Any] = {
        "articles": evaluation.articles,
        "slots": {
            slot: {"precision": t.precision, "recall": t.recall, "f1": t.f1, **asdict(t)} for slot, t in slots.items()
        },
        "mean": evaluation.mean,
        "calibration": [
            {"from": tenth / 10, **_counted(counted)} for tenth, counted in enumerate(by_tenth(evaluation.verdicts))
        ],
        "sure": {"from": SURE, **_counted(from_confidence(evaluation.verdicts, SURE))},
        "rules": {rule: _counted(counted) for rule, counted in by_rule(evaluation.verdicts).items()},
    }
    return answer | ({"findings": [asdict(finding) for finding in evaluation.findings]} if findings else {})


def _counted(counted: Judged) -> dict[str, Any]:
    return {"triples": counted.triples, "right": counted.right, "precision": counted.precision}
