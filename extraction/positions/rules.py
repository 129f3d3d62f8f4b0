"""How English says that somebody holds a position: before the name, behind it, or with a verb."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from extraction.positions.phrases import TitlePhrase, party_after, title_ending_at
from extraction.reading import Link, Mention, MentionKind, Reading, Thing, Zone, evidence
from schema import NodeType, Predicate

HOLDERS = frozenset({NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLACE})
COPULAS = frozenset({"is", "was", "became", "remains", "were", "are", "'s", "’s"})
#: verb -> title of who does it to an organization
VERBS = {"head": "head", "lead": "leader", "chair": "chair", "found": "founder", "own": "owner", "run": "head"}
VERBS |= {"co-found": "co-founder", "edit": "editor", "manage": "manager", "direct": "director", "represent": "lawyer"}
BENCH = frozenset({"bench"})
LONGEST_APPOSITION = 16


@dataclass(frozen=True)
class Finding:
    """Somebody's title, perhaps with whose it is."""

    person: Thing
    person_span: Span
    title: Span
    kind: str
    holder: Thing | None
    holder_span: Span | None
    rule: str
    confidence: float


class PositionReader:
    """Reads the positions of one article."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc, self.reading = doc, reading

    def read(self) -> None:
        for person in [t for t in self.reading.parties if t.type is NodeType.PERSON]:
            for mention in list(person.mentions):
                if mention.kind is MentionKind.NAME:
                    self._read_mention(person, mention)

    def _read_mention(self, person: Thing, mention: Mention) -> None:
        paragraph = self.reading.paragraph_of(mention.start)
        if paragraph is None:
            return
        found = self._before(person, mention, paragraph.start)
        behind = self._behind(person, mention, paragraph.end)
        for finding in (*found, *behind):
            self._record(finding)

    def _before(self, person: Thing, mention: Mention, limit: int) -> list[Finding]:
        """ "CPP spokesman X", "the party's spokesman, X", "a spokesman for the ministry, X"."""
        end = mention.start
        while end > limit and self._is_honorific(end - 1):
            end -= 1
        comma = end > limit and self.doc[end - 1].text == ","
        end -= comma
        phrase = title_ending_at(self.doc, self.reading, end) if end > limit else None
        if phrase and phrase.start >= limit and not (comma and not self._is_definite(phrase)):
            return [self._finding(person, mention, phrase, "title-before", self._holder(phrase, mention))]
        return self._over_holder(person, mention, end, limit)

    def _is_honorific(self, i: int) -> bool:
        from extraction.names.words import titles

        entry = titles().get(self.doc[i].lower_)
        return entry is not None and entry.kind == "honorific"

    def _is_definite(self, phrase: TitlePhrase) -> bool:
        """With a comma in between, "her lawyer, X" is one person; "lawyers, X" may be two."""
        before = self.doc[phrase.start - 1] if phrase.start else None
        return before is not None and (
            before.lower_ in {"the", "its", "a", "an"} or before.tag_ in {"PRP$", "POS"} or phrase.owner is not None
        )

    def _over_holder(self, person: Thing, mention: Mention, end: int, limit: int) -> list[Finding]:
        """ "a spokesman for the ministry, X": the holder stands between title and name."""
        holder = self.reading.party_at.get(end - 1)
        if holder is None or holder.type not in HOLDERS:
            return []
        i = end - 1
        while i > limit and self.reading.party_at.get(i - 1) is holder:
            i -= 1
        first = i
        while i > limit and self.doc[i - 1].lower_ in {"the", "a"}:
            i -= 1
        if i - 1 <= limit or self.doc[i - 1].lower_ not in {"of", "for", "at", "with"}:
            return []
        phrase = title_ending_at(self.doc, self.reading, i - 1)
        if phrase is None or phrase.start < limit:
            return []
        return [self._finding(person, mention, phrase, "title-of-before", (first, holder))]

    def _behind(self, person: Thing, mention: Mention, limit: int) -> list[Finding]:
        """ "X, spokesman of Y", "X of Y, Z's lawyer", "X is president of Y"."""
        i = mention.end
        of = None
        if (
            i < limit
            and self.doc[i].lower_ in {"of", "from", "at"}
            and (of := party_after(self.doc, self.reading, i, limit))
        ):
            i = self._end_of_party(of[0])
        rule = ""
        if i < limit and self.doc[i].text in {",", "(", "–", "—", "|"}:
            rule, i = "apposition", i + 1
            i = self._skip_age(i, limit)
        elif i < limit and self.doc[i].lower_ in COPULAS:
            rule, i = "copula", i + 1
        phrase = self._phrase_from(i, limit) if rule else None
        if phrase:
            holder = self._holder(phrase, mention, limit) or (of if of and of[1].type in HOLDERS else None)
            return [self._finding(person, mention, phrase, rule, holder)]
        return self._member(person, mention, of)

    def _member(self, person: Thing, mention: Mention, of: tuple[int, Thing] | None) -> list[Finding]:
        """ "X of Y", with no title: a member."""
        if of is None or self.doc[mention.end].lower_ != "of" or of[1].type is not NodeType.ORGANIZATION:
            return []
        at = self.doc[mention.end : mention.end + 1]
        return [
            Finding(
                person, self._span(mention), at, "belonging", of[1], self._party_span(of[0]), "of-organization", 0.7
            )
        ]

    def _skip_age(self, i: int, limit: int) -> int:
        if i + 1 < limit and self.doc[i].like_num and self.doc[i + 1].text == ",":
            return i + 2
        return i

    def _end_of_party(self, i: int) -> int:
        thing = self.reading.party_at[i]
        while self.reading.party_at.get(i) is thing:
            i += 1
        return i

    def _phrase_from(self, start: int, limit: int) -> TitlePhrase | None:
        """The first title of the noun phrase that begins at `start`."""
        for i in range(start, min(start + LONGEST_APPOSITION, limit)):
            token = self.doc[i]
            if token.is_sent_start and i > start:
                return None
            if (
                (token.is_punct and token.text not in {"-", "’", "'"})
                or token.pos_ in {"VERB", "AUX", "SCONJ"}
                and token.tag_ not in {"VBG", "VBN", "POS"}
            ):
                return None
            if token.lower_ in {"of", "who", "which", "for", "at", "with", "said", "in", "from"}:
                return None
            phrase = title_ending_at(self.doc, self.reading, i + 1)
            longer = i + 1 < limit and title_ending_at(self.doc, self.reading, i + 2)
            if phrase and not longer and not (i + 1 < limit and self.doc[i + 1].tag_ in {"NN", "NNS", "POS"}):
                return phrase if phrase.start >= start else None
        return None

    def _holder(self, phrase: TitlePhrase, mention: Mention, limit: int | None = None) -> tuple[int, Thing] | None:
        if limit is not None:
            after = party_after(self.doc, self.reading, phrase.end, limit)
            if (
                after
                and after[1].type in HOLDERS
                and not (phrase.entry.name == "bar" and self.doc[phrase.end].lower_ == "for")
            ):
                return after
        if phrase.owner is not None and phrase.owner.type in HOLDERS and phrase.owner_at is not None:
            return phrase.owner_at, phrase.owner
        if phrase.entry.name == "bench":
            return self._court_of_judge(mention)
        return None

    def _court_of_judge(self, mention: Mention) -> tuple[int, Thing] | None:
        """ "Judge X of the High Court"; else the court last named before."""
        after = party_after(self.doc, self.reading, mention.end, len(self.doc))
        if after and after[1].type is NodeType.COURT:
            return after
        best: tuple[int, Thing] | None = None
        for court in self.reading.parties:
            if court.type is NodeType.COURT:
                for m in court.mentions:
                    if m.start < mention.start and (best is None or m.start > best[0]):
                        best = (m.start, court)
        return best

    def _finding(
        self, person: Thing, mention: Mention, phrase: TitlePhrase, rule: str, holder: tuple[int, Thing] | None
    ) -> Finding:
        title = self.doc[phrase.start : phrase.end]
        holder_span = self._party_span(holder[0]) if holder else None
        return Finding(
            person,
            self._span(mention),
            title,
            phrase.entry.kind,
            holder[1] if holder else None,
            holder_span,
            rule,
            0.85,
        )

    def _span(self, mention: Mention) -> Span:
        return self.doc[mention.start : mention.end]

    def _party_span(self, i: int) -> Span:
        thing = self.reading.party_at[i]
        start = i
        while self.reading.party_at.get(start - 1) is thing:
            start -= 1
        return self.doc[start : self._end_of_party(i)]

    def _record(self, found: Finding) -> None:
        title = "member" if found.rule == "of-organization" else " ".join(found.title.text.split())
        if found.holder is None or found.holder.type is NodeType.PLACE:
            words = title
            if found.holder is not None and found.holder_span is not None:
                words = f"{title} of {found.holder.name}" if found.holder_span.start > found.title.start else title
            known = found.person.properties.setdefault("titles", [])
            if words.lower() not in {k.lower() for k in known}:
                known.append(words)
        if found.holder is None:
            return
        spans = [found.person_span, found.title, found.holder_span or found.title]
        passage = self.doc[min(s.start for s in spans) : max(s.end for s in spans)]
        sentence = found.person_span.sent
        if passage.start >= sentence.start and passage.end <= sentence.end:
            passage = sentence
        self.reading.links.append(
            Link(
                found.person,
                Predicate.HOLDS_POSITION,
                found.holder,
                found.confidence,
                f"position-{found.rule}",
                [evidence(passage, subject=found.person_span, trigger=found.title, object=found.holder_span)],
                {"title": title},
            )
        )
