"""How English says that somebody holds a position: before the name, behind it, or with a verb."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from extraction.names.words import is_calendar, titles
from extraction.positions.finding import Finding
from extraction.positions.implied import ImpliedHolders
from extraction.positions.phrases import (
    HOLDERS,
    TIMES,
    Held,
    TitlePhrase,
    holder_after,
    party_after,
    singular,
    title_ending_at,
)
from extraction.reading import Mention, MentionKind, Reading, Thing
from schema import NodeType

#: between a name and its title in "X has since been appointed a | justice"
COPULAR = frozenset({"is", "was", "became", "remains", "were", "are", "been", "appointed", "elected", "named", "as"})
AROUND_COPULA = frozenset(
    {
        "has",
        "had",
        "have",
        "who",
        "also",
        "now",
        "currently",
        "since",
        "long",
        "previously",
        "later",
        "served",
        "serves",
    }
    | {"serving", "worked", "works", "acts", "acted", "re-elected", "then", ",", "once", "previously"}
)
OPENING, CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")
#: a title in an apposition begins at most so many words behind the comma
LONGEST_APPOSITION = 14


class PositionRules:
    """Finds the positions of one article."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc, self.reading = doc, reading
        self.implied = ImpliedHolders(doc, reading)

    def findings(self) -> Iterator[Finding]:
        for person in self.reading.parties:
            if person.type is NodeType.PERSON:
                for mention in person.mentions:
                    if mention.kind is MentionKind.NAME and (paragraph := self.reading.paragraph_of(mention.start)):
                        before = list(self._before(person, mention, paragraph.start))
                        behind = list(self._behind(person, mention, paragraph.end))
                        yield from _joined(before, behind)

    def _before(self, person: Thing, mention: Mention, limit: int) -> Iterator[Finding]:
        """ "CPP spokesman X", "the party's spokesman, X", "a spokesman for the ministry, X"."""
        end = self._over_honorifics(mention.start, limit)
        comma = end > limit and self.doc[end - 1].text == ","
        end -= comma
        phrase = title_ending_at(self.doc, self.reading, end) if end > limit else None
        if phrase is None:
            yield from self._over_holder(person, mention, end, limit)
            yield from self._shared(person, mention, limit)
        elif phrase.start >= limit and not (comma and not self._is_definite(phrase)):
            _, after = holder_after(self.doc, self.reading, mention.end, min(mention.end + 8, len(self.doc)))
            holder = after if after and after[1].type is not NodeType.PLACE else self._owner(phrase)
            yield self._finding(person, mention, phrase, "title-before", holder or self.implied.holder(phrase, mention))

    def _over_honorifics(self, end: int, limit: int) -> int:
        while end > limit and (entry := titles().get(self.doc[end - 1].lower_)) and entry.kind == "honorific":
            end -= 1
        return end

    def _is_definite(self, phrase: TitlePhrase) -> bool:
        """With a comma in between, "her lawyer, X" is one person; "lawyers, X" may be two."""
        before = self.doc[phrase.start - 1] if phrase.start else None
        opens = before is not None and (before.lower_ in {"the", "a", "an"} or before.tag_ in {"PRP$", "POS"})
        return opens or phrase.owner is not None or bool(self.doc[phrase.start].is_sent_start)

    def _over_holder(self, person: Thing, mention: Mention, end: int, limit: int) -> Iterator[Finding]:
        """ "a spokesman for the | ministry, | X": the holder stands between title and name."""
        end = self._before_parenthesis(end, limit)
        holder = self.reading.party_at.get(end - 1)
        if holder is None or holder.type not in HOLDERS:
            return
        i = end - 1
        while i > limit and self.reading.party_at.get(i - 1) is holder:
            i -= 1
        first = i
        while i > limit and (self.doc[i - 1].tag_ in {"DT", "JJ", "NN"} or self.doc[i - 1].text in OPENING):
            i -= 1
        if i - 1 > limit and self.doc[i - 1].lower_ in {"of", "for", "at", "with"}:
            phrase = title_ending_at(self.doc, self.reading, i - 1)
            if phrase is not None and phrase.start >= limit and self._is_definite(phrase):
                yield self._finding(person, mention, phrase, "title-of-before", (first, holder))

    def _before_parenthesis(self, end: int, limit: int) -> int:
        """In front of the "(VDP)" or the closing mark behind a name."""
        if end - 3 > limit and self.doc[end - 1].text == ")" and self.doc[end - 3].text == "(":
            return end - 3
        return end - 1 if end - 1 > limit and self.doc[end - 1].text in CLOSING else end

    def _shared(self, person: Thing, mention: Mention, limit: int) -> Iterator[Finding]:
        """ "judges X and Y": the title before the first of several is everyone's."""
        i = mention.start - 1
        if i <= limit or self.doc[i].lower_ != "and":
            return
        while i > limit and (self.doc[i].lower_ in {"and", ","} or self._is_person(i)):
            i -= 1
        if i + 1 >= mention.start - 1 or not self._is_person(i + 1):
            return
        phrase = title_ending_at(self.doc, self.reading, i + 1)
        if phrase is not None and self.doc[i].tag_ in {"NNS", "NNPS"} and phrase.start >= limit:
            holder = self._owner(phrase) or self.implied.holder(phrase, mention)
            yield self._finding(person, mention, phrase, "title-shared", holder)

    def _is_person(self, i: int) -> bool:
        thing = self.reading.party_at.get(i)
        return thing is not None and thing.type is NodeType.PERSON

    def _behind(self, person: Thing, mention: Mention, limit: int) -> Iterator[Finding]:
        """ "X, spokesman of Y", "X of Y, Z's lawyer", "X is president of Y", "X, who chairs Y"."""
        i, of = self._over_of(mention.end, limit)
        rule, at = self._opening(i, limit)
        found = False
        while rule and (phrase := self._phrase_from(at, limit)):
            found = True
            end, after = holder_after(self.doc, self.reading, phrase.end, limit)
            phrase = TitlePhrase(phrase.start, end, phrase.entry, phrase.owner)
            holder = self._holder(phrase, after) or self._owner(phrase) or of
            yield self._finding(person, mention, phrase, rule, holder)
            at = self._past(after, end)
            if at >= limit or self.doc[at].lower_ not in {"and", "&"}:
                break
            at += 1
        if not found:
            yield from self._member(person, mention, of)

    def _over_of(self, i: int, limit: int) -> tuple[int, Held | None]:
        at = i + 1 if i + 1 < limit and self.doc[i].text == "," else i
        if at < limit and self.doc[at].lower_ in {"of", "from", "at"}:
            held = party_after(self.doc, self.reading, at, limit)
            if held is not None and held[1].type in {NodeType.ORGANIZATION, NodeType.COURT}:
                return self._past(held, at), held
        return i, None

    def _past(self, held: Held | None, i: int) -> int:
        """The token behind the holder's words."""
        if held is None:
            return i
        at = held[0]
        while self.reading.party_at.get(at) is held[1]:
            at += 1
        return at

    def _opening(self, i: int, limit: int) -> tuple[str, int]:
        """What introduces a title behind the name, and where the title may begin."""
        if i >= limit:
            return "", i
        start = i
        while i < limit and i - start < 7 and self.doc[i].lower_ in COPULAR | AROUND_COPULA:
            i += 1
        if any(t.lower_ in COPULAR for t in self.doc[start:i]):
            return "copula", i
        if self.doc[start].text in {",", "(", "–", "—", "|", "-"}:
            at = self._over_age(start + 1, limit)
            rule, behind = self._opening(at, limit) if at > start + 1 else ("", at)
            return (rule, behind) if rule == "copula" else ("apposition", self._over_time(at, limit))
        return "", start

    def _over_age(self, i: int, limit: int) -> int:
        return i + 2 if i + 1 < limit and self.doc[i].like_num and self.doc[i + 1].text == "," else i

    def _over_time(self, i: int, limit: int) -> int:
        """ "once | director", "until this spring | director"."""
        start = i
        if i < limit and self.doc[i].lower_ == "until":
            i += 1
            while i < limit and (self.doc[i].lower_ in TIMES | {"this", "the"} or is_calendar(self.doc[i].text)):
                i += 1
            return i if i > start + 1 else start
        return i + 1 if i < limit and self.doc[i].lower_ in {"once", "formerly", "now", "then", "currently"} else i

    def _phrase_from(self, start: int, limit: int) -> TitlePhrase | None:
        """The title of the noun phrase that begins at `start`; None where that has another head."""
        for i in range(start, min(start + LONGEST_APPOSITION, limit)):
            if self._ends_phrase(self.doc[i], i > start):
                return None
            following = self.doc[i + 1] if i + 1 < limit else None
            goes_on = (
                following is not None and following.tag_ in {"NN", "NNS", "POS", "NNP"} and not following.is_sent_start
            )
            phrase = None if goes_on else title_ending_at(self.doc, self.reading, i + 1)
            if phrase is not None and phrase.start >= start:
                return phrase
        return None

    def _ends_phrase(self, token: Token, inside: bool) -> bool:
        if token.is_punct and token.text not in {"-", "’", "'", "/"}:
            return True
        if token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBG", "VBN"}:
            return True
        return (inside and bool(token.is_sent_start)) or token.tag_ in {"IN", "WP", "WDT", "TO", "PRP"}

    def _member(self, person: Thing, mention: Mention, of: Held | None) -> Iterator[Finding]:
        """ "X of Y", with no title: a member."""
        if of is not None and of[1].type is NodeType.ORGANIZATION:
            at = mention.end + (self.doc[mention.end].text == ",")
            if self.doc[at].lower_ == "of":
                yield Finding(person, mention, self.doc[at : at + 1], "member", of, "of-organization", 0.7)

    def _holder(self, phrase: TitlePhrase, after: Held | None) -> Held | None:
        """A lawyer "for Y" has Y as a client, one "at Y" works there."""
        is_client = phrase.entry.name == "bar" and after is not None and self.doc[phrase.end].lower_ == "for"
        return None if is_client else after

    def _owner(self, phrase: TitlePhrase) -> Held | None:
        """ "Y's lawyer" is no member of Y, "Y's general counsel" is."""
        is_client = phrase.entry.name == "bar" and "general" not in self.doc[phrase.start : phrase.end].text.lower()
        return None if is_client else phrase.owner

    def _finding(self, person: Thing, mention: Mention, phrase: TitlePhrase, rule: str, holder: Held | None) -> Finding:
        title = self.doc[phrase.start : phrase.end]
        sure = 0.9 if rule in {"apposition", "title-before"} else 0.8
        return Finding(person, mention, title, " ".join(singular(title).split()), holder, rule, sure)


def _joined(before: list[Finding], behind: list[Finding]) -> list[Finding]:
    """ "the lawyer X, of Y & Partners" is Y & Partners' lawyer, and no member of theirs besides."""
    if before and behind and behind[0].rule == "of-organization":
        titled = before[0] if before[0].holder else replace(before[0], holder=behind[0].holder)
        return [titled, *before[1:]]
    return before + behind
