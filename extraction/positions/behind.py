"""Titles behind a name: "X, spokesman of Y", "X of Y, Z's lawyer", "X is president of Y", "X, who was a judge"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extraction.names.words import is_calendar
from extraction.positions.before import TitlesBefore, is_client_of, is_portfolio
from extraction.positions.finding import Finding, Who, finding
from extraction.positions.holders import Holders
from extraction.positions.phrases import TIMES, Held, TitlePhrase, title_ending_at, with_of
from extraction.reading import BODIES, Reading
from schema import NodeType

#: between a name and its title in "X has since been appointed a | justice"
COPULAR = frozenset({"is", "was", "became", "remains", "were", "are", "been", "appointed", "elected", "named", "as"})
AROUND_COPULA = frozenset(
    {"has", "had", "have", "who", "also", "now", "currently", "since", "long", "previously", "later", "served"}
    | {"serves", "serving", "worked", "works", "acts", "acted", "re-elected", "then", ",", "once", "both", "still"}
)
LATELY = frozenset({"once", "formerly", "now", "then", "currently", "previously", "himself", "herself", "reportedly"})
NEGATIONS = frozenset({"not", "n't", "never", "no"})
CLOSERS = frozenset({"’", "'", '"', "”"})
#: a title in an apposition begins at most so many words behind the comma
LONGEST_APPOSITION = 14


class TitlesBehind:
    """Finds the titles behind one article's names."""

    def __init__(self, doc: Doc, reading: Reading, holders: Holders, before: TitlesBefore) -> None:
        self.doc, self.reading, self.holders, self.before = doc, reading, holders, before

    def findings(self, who: Who, limit: int) -> Iterator[Finding]:
        """The titles behind a mention, before the token `limit`."""
        i, of = self.over_of(who[1].end, limit)
        rule, at = self._opening(i, limit)
        found = list(self._listed(who, rule, at, limit, of)) if rule else []
        yield from found
        if not found:
            yield from self._of_several(who, limit)
            yield from self._member(who, of)

    def described(self, who: Who) -> Iterator[Finding]:
        """ "the Vela chairman", where that stands for somebody."""
        phrase = title_ending_at(self.doc, self.reading, who[1].end)
        held = self.before.owner(phrase) if phrase is not None else None
        is_office = phrase is not None and self.doc[phrase.end - 1].lower_ != "author"
        if phrase is not None and is_office and held is not None and held[1].type in BODIES:
            yield finding(who, phrase, "described", held)

    def _listed(self, who: Who, rule: str, at: int, limit: int, of: Held | None) -> Iterator[Finding]:
        """ "president of Y and director of Z"; of "president and director of Z" both are Z's."""
        waiting: list[Finding] = []
        while phrase := self._phrase_from(at, limit):
            end, after = self.holders.after(phrase.end, limit)
            held = self.before.preferred(phrase, self._holder(phrase, after))
            one = finding(who, phrase, rule, held or of, end)
            at = self._past(after, end)
            goes_on = at < limit and self.doc[at].lower_ in {"and", "&"}
            if held is None and goes_on and end == phrase.end:
                waiting.append(one)
            else:
                is_joined = held is not None and self.doc[phrase.start - 1].lower_ in {"and", "&"}
                yield from (w.held_by(held) if is_joined else w for w in waiting)
                waiting = []
                yield one
            if not goes_on:
                break
            at += 1
        yield from waiting

    def over_of(self, i: int, limit: int) -> tuple[int, Held | None]:
        """Behind the "of Y" that follows a name, and Y."""
        at = i + 1 if i + 1 < limit and self.doc[i].text == "," else i
        if at < limit and self.doc[at].lower_ in {"of", "from", "at"} | ({"with"} if at > i else set()):
            held = self.holders.party_after(at, limit)
            if held is not None and held[1].type in BODIES and self.reading.party_at.get(held[0]) is held[1]:
                return self._past(held, at), held
        return i, None

    def _past(self, held: Held | None, i: int) -> int:
        """The token behind the holder's words."""
        if held is None:
            return i
        at = held[0] + 1
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
            if start + 1 < limit and self._closes_quotation(start):
                return "", start
            at = self._over_age(start + 1, limit)
            rule, behind = self._opening(at, limit) if at > start + 1 else ("", at)
            return (rule, behind) if rule == "copula" else ("apposition", self._over_time(at, limit))
        if self.doc[start].text in CLOSERS and start + 1 < limit and self.doc[start + 1].text == ",":
            return "apposition", start + 2
        return "", start

    def _closes_quotation(self, comma: int) -> bool:
        """ "as did Ms X | ,” the editor said": what follows is the speaker."""
        return not self.doc[comma].whitespace_ and self.doc[comma + 1].text in CLOSERS

    def _over_age(self, i: int, limit: int) -> int:
        """ "54, | ", "54), | ", "left), | "."""
        if i + 1 >= limit or not (self.doc[i].like_num or self.doc[i].lower_ in {"left", "right", "centre", "center"}):
            return i
        closed = i + 1 + (self.doc[i + 1].text == ")")
        return closed + 1 if closed < limit and self.doc[closed].text == "," else closed if closed > i + 1 else i

    def _over_time(self, i: int, limit: int) -> int:
        """ "once | director", "until this spring | director"."""
        start = i
        if i < limit and self.doc[i].lower_ == "until":
            i += 1
            while i < limit and (self.doc[i].lower_ in TIMES | {"this", "the"} or is_calendar(self.doc[i].text)):
                i += 1
            return i if i > start + 1 else start
        return i + 1 if i < limit and self.doc[i].lower_ in LATELY else i

    def _phrase_from(self, start: int, limit: int) -> TitlePhrase | None:
        """The title of the noun phrase that begins at `start`; None where that has another head."""
        alias = self._alias_in(start, limit)
        for i in range(start, min(start + LONGEST_APPOSITION, limit)):
            if i in alias:
                continue
            if self._ends_phrase(self.doc[i], i > start):
                return None
            phrase = None if self._goes_on(i + 1, limit) else title_ending_at(self.doc, self.reading, i + 1)
            if phrase is not None and phrase.start >= start:
                return with_of(phrase)
        return None

    def _alias_in(self, start: int, limit: int) -> range:
        """The tokens of the "(VP)" in "a Valley Party (VP) member"."""
        for i in range(start, min(start + LONGEST_APPOSITION, limit - 2)):
            if self.doc[i].text == "(" and self.doc[i + 2].text == ")" and i + 1 in self.reading.party_at:
                return range(i, i + 3)
        return range(0)

    def _goes_on(self, i: int, limit: int) -> bool:
        if i >= limit or self.doc[i].is_sent_start:
            return False
        if self.doc[i].tag_ == "JJ" and i + 1 < limit:
            return self.doc[i + 1].tag_ in {"NN", "NNS"}
        return self.doc[i].tag_ in {"NN", "NNS", "POS", "NNP"} or self.doc[i].text == "-"

    def _ends_phrase(self, token: Token, inside: bool) -> bool:
        if token.is_punct and token.text not in {"-", "’", "'", "/", '"', "“", "”"}:
            return True
        if token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBG", "VBN"}:
            return True
        if token.lower_ in NEGATIONS:
            return True
        if token.i + 1 < len(self.doc) and self.doc[token.i + 1].text == "-":
            return False
        return (inside and bool(token.is_sent_start)) or token.tag_ in {"IN", "WP", "WDT", "TO", "PRP"}

    def _of_several(self, who: Who, limit: int) -> Iterator[Finding]:
        """ "X and Y, two members of Z": the title of several behind the last of them."""
        i, people = who[1].end, 0
        while i < limit and people < 6:
            at = i
            while at < limit and self.doc[at].lower_ in {"and", ",", "&"}:
                at += 1
            thing = self.reading.party_at.get(at)
            if at == i or thing is None or thing.type is not NodeType.PERSON:
                break
            people, i = people + 1, self._past((at, thing), at)
        if not people or i >= limit or self.doc[i].text not in {",", "(", "–", "—"}:
            return
        phrase = self._phrase_from(i + 1, limit)
        if phrase is not None and phrase.is_plural:
            end, after = self.holders.after(phrase.end, limit)
            held = self.before.preferred(phrase, self._holder(phrase, after))
            yield finding(who, phrase, "apposition-shared", held, end)

    def _member(self, who: Who, of: Held | None) -> Iterator[Finding]:
        """ "X of Y", with no title: a member."""
        if of is not None and of[1].type is NodeType.ORGANIZATION:
            at = who[1].end + (self.doc[who[1].end].text == ",")
            if self.doc[at].lower_ in {"of", "with", "from"}:
                yield Finding(*who, self.doc[at : at + 1], "member", of, "of-organization")

    def _holder(self, phrase: TitlePhrase, after: Held | None) -> Held | None:
        """A lawyer "for Y" has Y as a client, one "at Y" works there."""
        is_client = is_client_of(phrase) and after is not None and self.doc[phrase.end].lower_ == "for"
        return None if is_client or is_portfolio(phrase, after) else after
