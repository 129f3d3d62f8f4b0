"""Cases marked against the annotations: each found case with the annotated one that it agrees with best."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schema import Predicate, Triple
from service.evaluation.alignment import best_pairs
from service.evaluation.annotations import UNNAMED, Frame, Penalty
from service.evaluation.found import SLOTS, FoundFrame, Item
from service.evaluation.marking import Marking
from service.evaluation.wording import bare, same_offence

#: a party that fits says more about which case is meant than anything else that fits
_WEIGHTS = {slot: 3 if slot in ("plaintiffs", "defendants") else 1 for slot in SLOTS}


@dataclass(frozen=True)
class Comparison:
    """Of one slot. What may stand for a party that the article does not name is in none of the lists."""

    right: list[tuple[str | Penalty, Item]]
    missed: list[str | Penalty]
    invented: list[Item]


def compare(slot: str, wanted: Iterable[str | Penalty], found: Iterable[Item]) -> Comparison:
    """Each wanted value with the first item left that says the same."""
    left, right, missed, unnamed = list(found), [], [], 0
    for value in wanted:
        if isinstance(value, str) and value.startswith(UNNAMED):
            unnamed += 1
        elif item := next((item for item in left if _same(slot, value, item.value)), None):
            left.remove(item)
            right.append((value, item))
        else:
            missed.append(value)
    return Comparison(right, missed, left[unnamed:])


def _same(slot: str, wanted: str | Penalty, found: str | Penalty) -> bool:
    if isinstance(wanted, Penalty) or isinstance(found, Penalty):
        return isinstance(wanted, Penalty) and isinstance(found, Penalty) and _same_penalty(wanted, found)
    if slot == "offences":
        return same_offence(wanted, found)
    return wanted == found if slot == "events" else bare(wanted) == bare(found)


def _same_penalty(wanted: Penalty, found: Penalty) -> bool:
    anyone = _borne_by_anyone(wanted)
    unborne = {"on": None}
    if wanted.model_copy(update=unborne) != found.model_copy(update=unborne):
        return False
    return anyone or bare(wanted.on) == bare(found.on)


def _borne_by_anyone(penalty: Penalty) -> bool:
    """Whether the annotations name nobody, so that whoever is found cannot be checked."""
    return (penalty.on or UNNAMED).startswith(UNNAMED)


def mark_cases(marking: Marking, wanted: Sequence[Frame], found: Sequence[FoundFrame]) -> None:
    pairs = best_pairs([[_agreement(frame, case) for case in found] for frame in wanted])
    for number, frame in enumerate(wanted):
        if number in pairs:
            marking.hit("case")
            _mark_slots(marking, frame, found[pairs[number]])
            continue
        if _has_named_side(frame):
            marking.miss("case", frame, _named(frame))
        _mark_slots(marking, frame, None)
    for number, case in enumerate(found):
        if number not in pairs.values():
            marking.invent("case", case, case.triples(), case.node.name)
            _mark_slots(marking, Frame(), case)


def _agreement(frame: Frame, case: FoundFrame) -> int:
    return sum(
        len(compare(slot, getattr(frame, slot), case.slots[slot]).right) * weight for slot, weight in _WEIGHTS.items()
    )


def _has_named_side(frame: Frame) -> bool:
    return bool(_named(frame))


def _named(frame: Frame) -> str:
    """A plaintiff or defendant that the article names."""
    return next((name for name in (*frame.plaintiffs, *frame.defendants) if not name.startswith(UNNAMED)), "")


def _mark_slots(marking: Marking, frame: Frame, case: FoundFrame | None) -> None:
    for slot in SLOTS:
        comparison = compare(slot, getattr(frame, slot), case.slots[slot] if case else [])
        name = f"case.{slot}"
        for value, item in comparison.right:
            marking.hit(name)
            marking.judge(_checked(value, item), right=True)
        for item in comparison.invented:
            marking.invent(name, item.value, item.triples)
            marking.judge(item.triples, right=False)
        for value in comparison.missed:
            marking.miss(name, f"{value} in {frame}", value if isinstance(value, str) else "")


def _checked(wanted: str | Penalty, item: Item) -> Iterable[Triple]:
    """The item's triples without those that the annotations say nothing about."""
    unknown = isinstance(wanted, Penalty) and _borne_by_anyone(wanted)
    return [t for t in item.triples if not (unknown and t.predicate is Predicate.IMPOSED_ON)]
