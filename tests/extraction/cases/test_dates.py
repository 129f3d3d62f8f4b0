from collections.abc import Callable
from datetime import date

import pytest

from extraction.cases.dates import last_weekday
from schema import Document, EventProperties, NodeType

#: published on Thursday, 14 March 2024
DATES = [
    ("The court convicted Ana Reis of fraud on Tuesday.", date(2024, 3, 12)),
    ("The court convicted Ana Reis of fraud on Thursday.", date(2024, 3, 14)),
    ("The court convicted Ana Reis of fraud yesterday.", date(2024, 3, 13)),
    ("The court convicted Ana Reis of fraud on March 9.", date(2024, 3, 9)),
    ("The court convicted Ana Reis of fraud on 9 December.", date(2023, 12, 9)),
    ("The court convicted Ana Reis of fraud on 9 December 2019.", date(2019, 12, 9)),
    ("The court convicted Ana Reis of fraud in March.", None),
    ("The court convicted Ana Reis of fraud last year.", None),
]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "day"), DATES, ids=[t.removeprefix("The court convicted Ana Reis of fraud ") for t, _ in DATES]
)
def test_an_event_bears_its_day(text: str, day: date | None, document_of: Callable[[str], Document]) -> None:
    events = [n.properties for n in document_of(text).nodes if n.type is NodeType.EVENT]
    assert [e.date for e in events if isinstance(e, EventProperties)] == [day]


def test_the_same_weekday_is_today() -> None:
    assert last_weekday("thursday", date(2024, 3, 14)) == date(2024, 3, 14)
