"""Which frames are one case: one row, one question. Pure; no graph."""

import datetime
import itertools
import random

import pytest

from service.graph.cases import Frame, case_id, cluster, event_meant

DAY = datetime.date(2019, 1, 1)


def frame(id_: str, said: str, *, article: str = "", day: int | None = 0) -> Frame:
    """A frame from words like "D:rainsy O:defamation"."""
    facts = frozenset(f"{_SLOTS[word[0]]} {word[2:].replace('_', ' ')}" for word in said.split())
    published = None if day is None else DAY + datetime.timedelta(days=day)
    return Frame(id_, article or f"article of {id_}", published, facts)


_SLOTS = {
    "P": "PLAINTIFF_IN",
    "D": "DEFENDANT_IN",
    "C": "COUNSEL_IN",
    "J": "JUDGE_IN",
    "H": "HEARD_BY",
    "O": "CONCERNS",
    "F": "ON_PLATFORM",
    "S": "HAS_PENALTY",
    "E": "HAS_EVENT",
}


def together(*frames: Frame) -> list[str]:
    """The clusters as words, like ["a b", "c"]."""
    return sorted(" ".join(sorted(f.id for f in found.members)) for found in cluster(frames))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("D:rainsy O:defamation", "D:rainsy O:defamation", True),
        ("D:rainsy H:municipal O:defamation", "D:rainsy H:appeal O:defamation", True),
        ("D:rainsy O:defamation", "D:rainsy O:public_defamation J:kim", False),
        ("D:rainsy O:defamation J:kim", "D:rainsy O:public_defamation J:kim", True),
        ("D:rainsy", "D:rainsy", False),
        ("D:rainsy E:filed_2019-01-01", "D:rainsy E:filed_2019-01-01", False),
        ("D:rainsy O:defamation", "D:sokha O:defamation", False),
        ("D:rainsy D:sokha O:defamation", "D:sokha O:defamation", True),
        ("D:rainsy O:defamation H:municipal", "D:rainsy O:fraud H:municipal", False),
        ("P:hun D:rainsy O:defamation", "P:sok D:rainsy O:defamation", False),
        ("P:hun D:rainsy O:defamation", "P:hun P:sok D:rainsy O:defamation", True),
        ("P:? D:rainsy O:defamation", "P:sok D:rainsy O:defamation", True),
        ("D:? O:defamation", "D:? O:defamation", False),
        ("D:rainsy O:defamation F:facebook", "D:rainsy O:defamation F:twitter", False),
        ("D:rainsy O:defamation E:filed_2019-01-01", "D:rainsy O:defamation E:filed_2018-03-01", False),
        ("D:rainsy O:defamation E:filed_", "D:rainsy O:defamation E:filed_2018-03-01", True),
        ("P:hun O:defamation", "P:hun O:defamation", True),
        ("P:hun O:defamation", "P:hun", False),
        ("P:hun O:defamation", "P:hun D:rainsy O:defamation", False),
        ("D:rainsy S:fine|sought|5|USD|", "D:rainsy S:fine|sought|5|USD|", True),
    ],
)
def test_two_frames(one: str, other: str, same: bool) -> None:
    assert together(frame("a", one), frame("b", other)) == (["a b"] if same else ["a", "b"])


def test_two_frames_of_one_article_are_two_cases() -> None:
    said = "D:rainsy O:defamation"
    assert together(frame("a", said, article="x"), frame("b", said, article="x")) == ["a", "b"]


def test_a_frame_that_may_be_of_two_cases_is_of_neither() -> None:
    clear = [frame("a", "P:hun D:rainsy O:defamation"), frame("b", "P:sok D:rainsy O:defamation")]
    vague = [frame("c", "D:rainsy O:defamation"), frame("d", "D:rainsy O:defamation", day=1)]
    assert together(*clear, *vague) == ["a", "b", "c", "d"]


def test_a_vague_frame_does_not_bring_two_cases_together() -> None:
    frames = [
        frame("a", "P:hun D:rainsy O:defamation F:facebook"),
        frame("b", "D:rainsy O:defamation"),
        frame("c", "P:hun D:rainsy O:defamation F:facebook H:appeal", day=400),
    ]
    assert together(*frames) == ["a b c"]


def test_the_order_of_the_frames_does_not_matter() -> None:
    chance = random.Random(5)
    for _ in range(30):
        frames = [
            frame(str(n), " ".join(f"{slot}:{chance.randrange(3)}" for slot in "PDDHOF" if chance.random() < 0.6))
            for n in range(7)
        ]
        expected = together(*frames)
        for some in itertools.islice(itertools.permutations(frames), 0, 5040, 251):
            assert together(*some) == expected


def test_the_earliest_frame_gives_the_id() -> None:
    said = "D:rainsy O:defamation"
    early, late, undated = frame("b", said), frame("a", said, day=9), frame("0", said, day=None)
    (alone,) = cluster([early])
    (found,) = cluster([late, undated, early])
    assert case_id(found) == case_id(alone)


@pytest.mark.parametrize(
    ("events", "meant"),
    [
        (["filed "], "filed "),
        (["filed ", "filed 2019-01-01"], "filed 2019-01-01"),
        (["filed ", "filed 2019-01-01", "filed 2019-02-01"], "filed "),
        (["filed ", "convicted 2019-01-01"], "filed "),
    ],
)
def test_an_undated_event_is_the_only_dated_one_of_its_kind(events: list[str], meant: str) -> None:
    assert event_meant("filed ", frozenset(f"HAS_EVENT {event}" for event in events)) == meant
