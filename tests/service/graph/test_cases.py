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
        ("D:rainsy O:defamation F:facebook", "D:rainsy O:defamation F:facebook", False),
        ("D:rainsy O:defamation H:municipal", "D:rainsy O:defamation H:municipal", True),
        ("D:rainsy H:municipal O:defamation", "D:rainsy H:appeal O:defamation", False),
        ("D:rainsy H:municipal O:defamation C:lim", "D:rainsy H:appeal O:defamation C:lim", True),
        ("D:rainsy O:defamation", "D:rainsy O:public_defamation J:kim", False),
        ("D:rainsy O:defamation J:kim", "D:rainsy O:public_defamation J:kim", True),
        ("D:rainsy", "D:rainsy", False),
        ("D:rainsy E:filed_2019-01-01", "D:rainsy E:filed_2019-01-01", False),
        ("D:rainsy O:defamation", "D:sokha O:defamation", False),
        ("D:rainsy D:sokha O:defamation", "D:sokha O:defamation", False),
        ("D:rainsy D:sokha O:defamation", "D:rainsy D:sokha O:defamation", True),
        ("D:rainsy O:defamation J:kim", "D:rainsy O:fraud J:kim", False),
        ("P:hun D:rainsy J:kim", "P:sok D:rainsy J:kim", False),
        ("P:hun D:rainsy O:defamation", "P:hun P:sok D:rainsy O:defamation", True),
        ("P:? D:rainsy J:kim", "P:sok D:rainsy J:kim", True),
        ("D:? O:defamation", "D:? O:defamation", False),
        ("D:rainsy J:kim F:facebook", "D:rainsy J:kim F:twitter", False),
        ("D:rainsy J:kim E:filed_2019-01-01", "D:rainsy J:kim E:filed_2018-03-01", False),
        ("D:rainsy J:kim E:filed_", "D:rainsy J:kim E:filed_2018-03-01", True),
        ("P:hun O:defamation", "P:hun O:defamation", False),
        ("P:hun O:defamation H:municipal", "P:hun O:defamation H:municipal", True),
        ("P:hun O:defamation", "P:hun", False),
        ("P:hun O:defamation", "P:hun D:rainsy O:defamation", False),
        ("D:rainsy S:fine|sought|5|USD|", "D:rainsy S:fine|sought|5|USD|", True),
    ],
)
def test_two_frames(one: str, other: str, same: bool) -> None:
    assert together(frame("a", one), frame("b", other)) == (["a b"] if same else ["a", "b"])


def test_two_frames_of_one_article_are_two_cases() -> None:
    said = "D:rainsy J:kim"
    assert together(frame("a", said, article="x"), frame("b", said, article="x")) == ["a", "b"]


def test_a_frame_that_may_be_of_two_cases_is_of_neither() -> None:
    clear = [frame("a", "P:hun D:rainsy J:kim"), frame("b", "P:sok D:rainsy J:kim")]
    vague = [frame("c", "D:rainsy J:kim"), frame("d", "D:rainsy J:kim", day=1)]
    assert together(*clear, *vague) == ["a", "b", "c", "d"]


def test_a_vague_frame_does_not_bring_two_cases_together() -> None:
    frames = [
        frame("a", "P:hun D:rainsy O:defamation C:lim"),
        frame("b", "D:rainsy C:lim"),
        frame("c", "P:hun D:rainsy O:defamation C:lim H:appeal", day=400),
        frame("d", "P:sok D:rainsy O:defamation H:appeal"),
    ]
    assert together(*frames) == ["a b c", "d"]


def test_the_order_of_the_frames_does_not_matter() -> None:
    chance = random.Random(5)
    for _ in range(30):
        frames = [
            frame(str(n), " ".join(f"{slot}:{chance.randrange(3)}" for slot in "PDDHOJ" if chance.random() < 0.6))
            for n in range(7)
        ]
        expected = together(*frames)
        for some in itertools.islice(itertools.permutations(frames), 0, 5040, 251):
            assert together(*some) == expected


def test_the_earliest_frame_gives_the_id() -> None:
    said = "D:rainsy J:kim"
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
