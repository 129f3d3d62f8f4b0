"""All rules on one article, and what remains of their findings."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extraction.names.words import nationalities
from extraction.positions.before import TitlesBefore
from extraction.positions.behind import TitlesBehind
from extraction.positions.clauses import verb_findings
from extraction.positions.finding import Finding
from extraction.positions.holders import Holders
from extraction.positions.implied import ImpliedHolders
from extraction.positions.membership import Memberships
from extraction.positions.phrases import Held
from extraction.positions.predicates import Predicates
from extraction.positions.seats import name_seats
from extraction.reading import MentionKind, Reading
from schema import NodeType

#: lists of titles for what somebody does for a living
JOBS = frozenset({"learned-work", "media-work", "trades", "arts-and-sports"})
__all__ = ["findings_of"]


def findings_of(doc: Doc, reading: Reading) -> list[Finding]:
    """The positions of an article; implied holders only where nothing says whose a title is."""
    name_seats(doc, reading)
    named = _without_described_people(reading)
    holders = Holders(doc, named)
    before = TitlesBefore(doc, named, holders)
    behind = TitlesBehind(doc, named, holders, before)
    found: list[Finding] = []
    for person in reading.parties:
        if person.type is NodeType.PERSON:
            for mention in person.mentions:
                if mention.kind is MentionKind.NAME and (paragraph := reading.paragraph_of(mention.start)):
                    who = (person, mention)
                    left = list(before.findings(who, paragraph.start))
                    right = list(behind.findings(who, paragraph.end))
                    of = behind.over_of(mention.end, paragraph.end)[1]
                    found.extend(_joined(left, right, of))
                elif mention.kind is MentionKind.DESCRIPTION:
                    found.extend(behind.described((person, mention)))
    found.extend(Predicates(doc, reading, holders, before).findings())
    found.extend(verb_findings(doc, reading))
    found = _with_jobs(found)
    memberships = Memberships(reading)
    found = [one for each in found for one in memberships.of(each)]
    return _with_implied(found, ImpliedHolders(doc, reading))


def _without_described_people(reading: Reading) -> Reading:
    """The reading with titles as mere words: "the former Vela engineer" is no name, though it stands for somebody."""
    described = {
        i
        for thing in reading.parties
        if thing.type is NodeType.PERSON
        for mention in thing.mentions
        if mention.kind is MentionKind.DESCRIPTION
        for i in range(mention.start, mention.end)
    }
    return replace(reading, party_at={i: t for i, t in reading.party_at.items() if i not in described})


def _joined(left: list[Finding], right: list[Finding], of: Held | None) -> Iterator[Finding]:
    """ "the lawyer X, of Y & Partners" is Y & Partners' lawyer, and no member of theirs besides."""
    is_open = bool(left) and left[-1].holder is None and left[-1].rule == "title-before"
    if (
        is_open
        and of is not None
        and not _is_national(left[-1])
        and (of[1].type is NodeType.COURT or _is_member(right))
    ):
        yield from left[:-1]
        yield left[-1].held_by(of)
        yield from right[_is_member(right) :]
    else:
        yield from left
        yield from right


def _is_member(findings: list[Finding]) -> bool:
    return bool(findings) and findings[0].rule == "of-organization"


def _is_national(found: Finding) -> bool:
    """ "Polish | leader X of the party"."""
    before = found.title.doc[found.title.start - 1] if found.title.start else None
    return before is not None and before.lower_ in nationalities()


def _with_jobs(found: list[Finding]) -> list[Finding]:
    """ "The astronomer X … works at Y" is Y's astronomer."""
    jobs = {id(f.person): f for f in reversed(found) if f.holder is None and f.sort in JOBS}
    return [
        replace(f, words=jobs[id(f.person)].words) if f.rule == "works" and id(f.person) in jobs else f for f in found
    ]


def _with_implied(found: list[Finding], implied: ImpliedHolders) -> list[Finding]:
    """A title whose holder is said elsewhere needs none implied, and one is implied where it first stands."""
    said = {(id(f.person), f.sort) for f in found if f.holder is not None and f.sort}
    done = []
    for one in sorted(found, key=lambda f: f.title.start):
        if one.holder is None and (id(one.person), one.sort) not in said:
            said.add((id(one.person), one.sort))
            holder = implied.holder(one)
            if holder is not None:
                one = one.held_by(holder, "implied-court" if one.sort == "bench" else "implied-body")
        done.append(one)
    return done
