"""The day on which something happened, where the text makes it certain."""

import datetime
import re
from bisect import bisect_left

from spacy.tokens import Span

from extraction.cases.frames import Frame
from extraction.cases.scan import Scan

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

_MONTH = r"(?P<{}>(?:jan|febr?|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ch|il|e|y|ust|ember|ober)?|may)\.?"
DAY_OF_MONTH = re.compile(
    rf"\b(?:{_MONTH.format('m1')} (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y1>\d{{4}}))?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH.format('m2')}(?:,? (?P<y2>\d{{4}}))?)(?![\w-])",
    re.IGNORECASE,
)
DAY_OF_WEEK = re.compile(rf"\b(?P<last>last |next )?(?P<weekday>{'|'.join(WEEKDAYS)})(?!s)\b", re.IGNORECASE)
NEAR_DAY = re.compile(r"\b(?P<day>today|yesterday)\b", re.IGNORECASE)
#: how far from the verb, in tokens, its date may stand
NEAR = 12
#: how much of the article's head may hold its own date, in characters
HEAD = 600


def date_frames(scan: Scan, frames: list[Frame]) -> None:
    """Give each frame the one date that stands near its trigger, in the same sentence."""
    reported = scan.reading.published_on or _dateline(scan.doc.text[:HEAD])
    triggers = sorted({f.trigger.i for f in frames})
    for frame in frames:
        if frame.trigger.pos_ not in {"VERB", "AUX"}:
            continue  # "the lawsuit … on Tuesday" need not have been filed on Tuesday
        dates = set(_dates(_clause(scan, frame, triggers), reported))
        frame.date = dates.pop() if len(dates) == 1 else None


def _clause(scan: Scan, frame: Frame, triggers: list[int]) -> Span:
    """The tokens around the trigger that are nearer to it than to another."""
    sentence = scan.sentences[frame.sentence]
    start = max(sentence.start, frame.trigger.i - NEAR)
    end = min(sentence.end, frame.trigger.i + NEAR)
    at = bisect_left(triggers, frame.trigger.i)
    before = triggers[at - 1] + 1 if at else 0
    after = triggers[at + 1] if at + 1 < len(triggers) else end
    return scan.doc[max(start, before) : min(end, after)]


def _dates(span: Span, reported: datetime.date | None) -> list[datetime.date]:
    text = span.text
    found = [_of_month(m, reported) for m in DAY_OF_MONTH.finditer(text)]
    if reported is not None:
        found += [last_weekday(m["weekday"], reported) for m in DAY_OF_WEEK.finditer(text) if not m["last"]]
        days = {"today": 0, "yesterday": 1}
        found += [reported - datetime.timedelta(days[m["day"].lower()]) for m in NEAR_DAY.finditer(text)]
    return [d for d in found if d is not None]


def _of_month(match: re.Match[str], reported: datetime.date | None) -> datetime.date | None:
    """ "March 9": of the year given, else the last one before the report."""
    day, month = int(match["d1"] or match["d2"]), _month(match["m1"] or match["m2"])
    year = match["y1"] or match["y2"]
    if year is None and reported is None:
        return None
    date = _date(int(year) if year else reported.year if reported else 0, month, day)
    if date is not None and year is None and reported is not None and date > reported:
        return _date(date.year - 1, month, day)
    return date


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, start=1) if month.startswith(name.lower()[:3]))


def last_weekday(name: str, reported: datetime.date) -> datetime.date:
    """The last such day up to the day of the report.

    >>> last_weekday("Tuesday", datetime.date(2024, 3, 14)).isoformat()
    '2024-03-12'
    """
    return reported - datetime.timedelta((reported.weekday() - WEEKDAYS.index(name.lower())) % 7)


def _dateline(head: str) -> datetime.date | None:
    """The day of the report as its first lines print it, with the year."""
    for match in DAY_OF_MONTH.finditer(head):
        if match["y1"] or match["y2"]:
            return _of_month(match, None)
    return None
