"""How well extraction reads, measured against articles that a careful reader has annotated."""

from service.evaluation.calibration import Judged
from service.evaluation.folder import Annotated, GoldFolder
from service.evaluation.marking import Finding, Tally
from service.evaluation.report import as_json, calibration_table, finding_lines, rule_table, score_table
from service.evaluation.scoring import SCORED, Evaluation, mark

__all__ = [
    "SCORED",
    "Annotated",
    "Evaluation",
    "Finding",
    "GoldFolder",
    "Judged",
    "Tally",
    "as_json",
    "calibration_table",
    "finding_lines",
    "mark",
    "rule_table",
    "score_table",
]
