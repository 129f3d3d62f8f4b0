"""Titles in front of a name: "CPP spokesman X", "the party's spokesman, X", "a spokesman for the ministry, X"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extraction.coreference.sorts import is_description
from extraction.names.spans import APOSTROPHES
from extraction.names.words import nationalities, titles
from extraction.positions.bodies import HOLDERS
from extraction.positions.finding import Finding, Who, finding
from extraction.positions.holders import Holders
from extraction.positions.phrases import DROPPED, Held, TitlePhrase, title_ending_at
from extraction.reading import BODIES, Mention, Reading, Thing
from schema import NodeType, OrganizationKind

#: people may share a title in so many words
LONGEST_LIST = 40
#: "Vale Party leader and prime minister" is no prime minister of the party
OF_STATES = frozenset({"minister", "premier", "governor", "mayor", "senator", "chancellor", "congressman", "judge"})
#: between "and" and the second title
BEFORE_NEXT = frozenset({"former", "ex", "-", "current", "then"})
#: so many words may stand between "of" and the holder
FARTHEST = 8
OPENERS = frozenset({"the", "a", "an", "former", "then", "current"})
OPENING, CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")


class TitlesBefore:
    """Finds the titles in front of one article's names."""

    def __init__(self, doc: Doc, reading: Reading, holders: Holders) -> None:
        self.doc, self.reading, self.holders = doc, reading, holders

    def findings(self, who: Who, limit: int) -> Iterator[Finding]:
        """The titles in front of a mention, not before the token `limit`."""
        start = who[1].start
        end = self._over_honorifics(start, limit)
        comma = end > limit and self.doc[end - 1].text == ","
        end -= comma
        phrase = self._over_of(title_ending_at(self.doc, self.reading, end) if end > limit else None, limit)
        topic = 0
        if phrase is None and comma:
            phrase, topic = self._over_topic(end, limit)
        if phrase is None:
            yield from self._over_holder(who, end, limit)
            yield from self._shared(who, limit)
            yield from self._possessed(who, limit)
        elif phrase.start >= limit and not (comma and not self._is_definite(self._first_of(phrase, limit))):
            yield from self._titled(who, phrase, limit, topic)

    def _titled(self, who: Who, phrase: TitlePhrase, limit: int, topic: int) -> Iterator[Finding]:
        owner = self.owner(phrase)
        left = self._left_of(phrase, owner, limit)
        if owner is None and left is not None:
            owner = self._shared_owner(phrase, left)
        if phrase.entry.name == "military" and owner is None:
            yield from self._over_holder(who, phrase.start - (self.doc[phrase.start - 1].text == ","), limit)
        if left is not None:
            yield finding(who, left, "title-joined", self.owner(left))
        yield finding(who, phrase, "title-before", owner, topic)

    def _first_of(self, phrase: TitlePhrase, limit: int) -> TitlePhrase:
        """The first title of "the firm's founder and | president, X"."""
        return self._left_of(phrase, self.owner(phrase), limit) or phrase

    def _over_of(self, phrase: TitlePhrase | None, limit: int) -> TitlePhrase | None:
        """ "Secretary of | Justice X" is a secretary."""
        if phrase is None or phrase.start - 1 <= limit or self.doc[phrase.start - 1].lower_ != "of":
            return phrase
        left = title_ending_at(self.doc, self.reading, phrase.start - 1)
        return replace(left, end=phrase.end) if left is not None else phrase

    def _left_of(self, phrase: TitlePhrase, owner: Held | None, limit: int) -> TitlePhrase | None:
        """ "the CNN reporter and | former Vela spokesman X"."""
        i = phrase.start - 1 if owner is None else self._start_of(owner[0], owner[1], limit) - 1
        while i > limit and (self.doc[i].tag_ == "NNP" or self.doc[i].lower_ in BEFORE_NEXT):
            i -= 1
        if i <= limit + 1 or self.doc[i].lower_ not in {"and", "&", "-", "/"}:
            return None
        left = title_ending_at(self.doc, self.reading, i)
        return left if left is not None and left.start >= limit and not left.is_plural else None

    def _shared_owner(self, phrase: TitlePhrase, left: TitlePhrase) -> Held | None:
        """Of "Vela's founder and chief executive" both are Vela's."""
        is_close = self.doc[phrase.start - 1].lower_ in {"and", "&", "-", "/"}
        return self.owner(left) if is_close and self.doc[phrase.end - 1].lower_ not in OF_STATES else None

    def owner(self, phrase: TitlePhrase) -> Held | None:
        """ "Y's lawyer" is no member of Y, "Y's general counsel" is; a minister's "Health" is no body."""
        held = self.holders.before(phrase)
        if held is None or (is_client_of(phrase) and held[1].type is NodeType.ORGANIZATION):
            return None
        return None if is_portfolio(phrase, held) else held

    def preferred(self, phrase: TitlePhrase, after: Held | None) -> Held | None:
        """The holder behind rather than the one in front, but a body rather than a place: "Y's director for Asia"."""
        if after is not None and after[1].type in BODIES:
            return after
        owner = self.owner(phrase)
        return owner if owner is not None and (after is None or owner[1].type in BODIES) else after

    def _over_honorifics(self, end: int, limit: int) -> int:
        while end > limit and (entry := titles().get(self.doc[end - 1].lower_)) and entry.kind == "honorific":
            end -= 1
        while end > limit + 1 and self.doc[end - 1].text in OPENING:
            end -= 1
        return end

    def _is_definite(self, phrase: TitlePhrase) -> bool:
        """With a comma in between, "her lawyer, X" is one person; "lawyers, X" may be two."""
        i = phrase.start - 1
        while i > 0 and self.doc[i].lower_ in nationalities():
            i -= 1
        before = self.doc[i] if i >= 0 else None
        opens = before is not None and (before.lower_ in OPENERS or before.tag_ in {"PRP$", "POS", "CD"})
        return opens or self.holders.before(phrase) is not None or bool(self.doc[phrase.start].is_sent_start)

    def _over_holder(self, who: Who, end: int, limit: int) -> Iterator[Finding]:
        """ "a spokesman for the | ministry, | X": the holder stands between title and name."""
        end = self._before_noun(self._before_parenthesis(end, limit), limit)
        if end <= limit:
            return
        holder = self.holders.standing(end - 1)
        if holder is None or holder.type not in HOLDERS:
            return
        i = self._start_of(end - 1, holder, limit)
        first = i
        while i > max(limit, first - FARTHEST) and self._may_precede(i - 1):
            i -= 1
        if i - 1 > limit and self.doc[i - 1].lower_ in {"of", "for", "at", "with", "from"}:
            phrase, topic = self._title_of(i - 1, limit)
            if phrase is not None and phrase.start >= limit and self._opens(phrase, who):
                is_none = is_client_of(phrase) or is_portfolio(phrase, (first, holder))
                held = None if is_none else (first, holder)
                yield finding(who, phrase, "title-of-before", held, topic)

    def _may_precede(self, i: int) -> bool:
        """Whether the word may stand between "of" and the holder: "of Spain's privately owned | Vale TV"."""
        thing = self.reading.party_at.get(i)
        is_place = thing is not None and thing.type is NodeType.PLACE
        token = self.doc[i]
        return is_place or token.tag_ in {"DT", "JJ", "NN", "PRP$"} or token.text in OPENING | CLOSING | APOSTROPHES

    def _start_of(self, i: int, holder: Thing, limit: int) -> int:
        while i > limit and self.reading.party_at.get(i - 1) is holder:
            i -= 1
        return i

    def _title_of(self, preposition: int, limit: int) -> tuple[TitlePhrase | None, int]:
        """The title in front of "of", with what it is about: "head | of research | at"."""
        phrase = title_ending_at(self.doc, self.reading, preposition)
        return (phrase, 0) if phrase is not None else self._over_topic(preposition, limit)

    def _over_topic(self, end: int, limit: int) -> tuple[TitlePhrase | None, int]:
        """ "head | of research": the title, and where its topic ends."""
        i = end
        while i - 1 > limit and end - i < 4 and self.doc[i - 1].tag_ in {"NN", "NNS", "JJ"}:
            i -= 1
        is_topic = i < end and i - 1 > limit and self.doc[i - 1].lower_ in {"of", "for"}
        return (title_ending_at(self.doc, self.reading, i - 1), end) if is_topic else (None, 0)

    def _opens(self, phrase: TitlePhrase, who: Who) -> bool:
        """A comma behind the holder asks for an article in front, and for nobody before: "Ana Roy, head of Y, X …"."""
        if self.doc[who[1].start - 1].text != ",":
            return True
        i = phrase.start - 1
        while i > 0 and (self.doc[i].lower_ in DROPPED or self.doc[i].lower_ in nationalities()):
            i -= 1
        is_anothers = (
            i > 1 and self.doc[i].text == "," and (self._is_person(i - 1) or self.doc[i - 1].text in {"]", ")"})
        )
        return not is_anothers and (self._is_definite(phrase) or not phrase.is_plural)

    def _before_noun(self, end: int, limit: int) -> int:
        """In front of the "party" of "of the Valley | party, X"."""
        if end - 2 <= limit or self.doc[end - 1].tag_ != "NN" or not is_description(self.doc[end - 1].lower_):
            return end
        body = self.reading.party_at.get(end - 2)
        return end - 1 if body is not None and body.type in BODIES and end - 1 not in self.reading.party_at else end

    def _before_parenthesis(self, end: int, limit: int) -> int:
        """In front of the "(VDP)" or the closing mark behind a name."""
        if end - 3 > limit and self.doc[end - 1].text == ")" and self.doc[end - 3].text == "(":
            return end - 3
        return end - 1 if end - 1 > limit and self.doc[end - 1].text in CLOSING else end

    def _shared(self, who: Who, limit: int) -> Iterator[Finding]:
        """ "judges X and Y": the title before the first of several is everyone's."""
        start = who[1].start
        i, first = start - 1, max(limit, start - LONGEST_LIST)
        while i > first and (self.doc[i].lower_ in {"and", ",", "&"} or self._is_person(i)):
            i -= 1
        if not any(self._is_person(j) for j in range(i + 1, start - 1)) or self.doc[start - 1].lower_ not in {
            "and",
            ",",
            "&",
        }:
            return
        while not self._is_person(i + 1):
            i += 1
        end = i + (self.doc[i].text != ",")
        phrase = title_ending_at(self.doc, self.reading, end) if end > limit else None
        if phrase is not None and phrase.is_plural and phrase.start >= limit:
            yield finding(who, phrase, "title-shared", self.owner(phrase))
        elif phrase is None:
            all_of_them = (who[0], Mention(i + 1, who[1].end, who[1].kind))
            for one in self._over_holder(all_of_them, end, limit):
                if one.title[0].tag_ in {"NNS", "NNPS"}:
                    yield replace(one, mention=who[1], rule="title-shared")

    def _is_person(self, i: int) -> bool:
        thing = self.reading.party_at.get(i)
        return thing is not None and thing.type is NodeType.PERSON

    def _possessed(self, who: Who, limit: int) -> Iterator[Finding]:
        """ "the BBC's | Ana Roy" is one of theirs."""
        i = who[1].start - 1
        if i - 1 > limit and self.doc[i].text in APOSTROPHES:
            body = self.reading.party_at.get(i - 1)
            if body is not None and body.type is NodeType.ORGANIZATION:
                yield Finding(*who, self.doc[i : i + 1], "member", (i - 1, body), "possessed")


def is_client_of(phrase: TitlePhrase) -> bool:
    """Whether whoever stands beside the title is a client: "Y's | lawyer", but not "Y's | general counsel"."""
    words = phrase.doc[phrase.start : phrase.end].text.lower()
    return phrase.entry.name == "bar" and not ({"general", "legal", "director"} & set(words.split()))


def is_portfolio(phrase: TitlePhrase, held: Held | None) -> bool:
    """ "Health minister", "minister for Trade": the body is what the minister is for; parties have none."""
    if held is None or held[1].type not in BODIES or phrase.doc[phrase.end - 1].lower_ not in {"minister", "ministers"}:
        return False
    is_owned = phrase.start > held[0] and phrase.doc[phrase.start - 1].tag_ in {"PRP$", "POS"}
    return not (is_owned and held[1].properties.get("kind") is OrganizationKind.GOVERNMENT)
