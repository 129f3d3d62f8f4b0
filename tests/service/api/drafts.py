"""Extraction documents made by hand, for graphs whose every fact is known."""

import datetime
from typing import Any

from schema import Article, Document, Evidence, Node, NodeType, Predicate, Span, Triple, article_id


class Draft:
    """An article whose facts are written down beside it; spans are found by the words."""

    def __init__(self, name: str, text: str, published_on: str | None = None, publisher: str | None = None) -> None:
        url = f"https://news.example/{name}"
        date = datetime.date.fromisoformat(published_on) if published_on else None
        title = name.replace("-", " ").capitalize()
        self.article = Article(
            id=article_id(url, text), source=url, url=url, title=title, published_on=date, publisher=publisher
        )
        self.text = text
        self.nodes: list[Node] = []
        self.triples: list[Triple] = []

    def node(self, type_: NodeType, name: str, *aliases: str, **properties: Any) -> str:
        """A node that is mentioned wherever its name stands."""
        id_ = f"n{len(self.nodes)}"
        mentions = self._span(name)
        self.nodes.append(
            Node(
                id=id_,
                type=type_,
                name=name,
                aliases=aliases,
                properties=properties,  # type: ignore[arg-type]
                mentions=(mentions,) if mentions else (),
            )
        )
        return id_

    def claim(self, words: str) -> str:
        start = self.text.index(words)
        return self.node(NodeType.CLAIM, words[:60], text=words, start=start, end=start + len(words))

    def link(self, subject: str, predicate: Predicate, object_: str, trigger: str, **properties: Any) -> None:
        """A triple whose evidence is the sentence in which the trigger stands."""
        confidence = properties.pop("confidence", 0.9)
        at = self._span(trigger)
        assert at, f"{trigger!r} is not in the text"
        evidence = Evidence(**self._sentence(at).model_dump(), trigger=at)
        self.triples.append(
            Triple(
                subject=subject,
                predicate=predicate,
                object=object_,
                properties=properties,  # type: ignore[arg-type]
                confidence=confidence,
                rule="by-hand",
                evidence=(evidence,),
            )
        )

    def document(self) -> Document:
        return Document(article=self.article, text=self.text, nodes=tuple(self.nodes), triples=tuple(self.triples))

    def _span(self, words: str) -> Span | None:
        start = self.text.find(words)
        return Span(start=start, end=start + len(words)) if start >= 0 else None

    def _sentence(self, inside: Span) -> Span:
        start = self.text.rfind(". ", 0, inside.start)
        return Span(start=start + 2 if start >= 0 else 0, end=self.text.index(".", inside.end) + 1)


def complaint() -> Document:
    """A suit is filed. The emoji makes offsets in characters differ from those in UTF-16; the sum is in no event."""
    draft = Draft(
        "senator-sues-rainsy",
        "😀 Sam Soeun sued Sam Rainsy for defamation at Phnom Penh Municipal Court over a post on Facebook. "
        "He seeks $5,000 in damages. Sok Eysan, spokesman of the Cambodian People’s Party, denied that the party "
        "had ordered the suit. His lawyer Ly Sophanna said that Rainsy lied.",
        published_on="2020-01-10",
        publisher="The Example Post",
    )
    soeun = draft.node(NodeType.PERSON, "Sam Soeun", titles=("senator",))
    rainsy = draft.node(NodeType.PERSON, "Sam Rainsy", "Rainsy")
    eysan, lawyer = draft.node(NodeType.PERSON, "Sok Eysan"), draft.node(NodeType.PERSON, "Ly Sophanna")
    party = draft.node(NodeType.ORGANIZATION, "Cambodian People’s Party", "CPP", kind="party")
    suit = _suit(draft, soeun, rainsy, "sued")
    _penalty(draft, suit, rainsy, "sought", "damages")
    draft.link(suit, Predicate.ON_PLATFORM, draft.node(NodeType.PLATFORM, "Facebook"), "post")
    draft.link(lawyer, Predicate.COUNSEL_IN, suit, "lawyer")
    draft.link(suit, Predicate.HAS_EVENT, draft.node(NodeType.EVENT, "filed", kind="filed", date="2020-01-09"), "sued")
    denial, charge = draft.claim("the party had ordered the suit"), draft.claim("Rainsy lied")
    draft.link(eysan, Predicate.MADE, denial, "denied", stance="denies", cue="denied")
    draft.link(denial, Predicate.ABOUT, party, "denied")
    draft.link(lawyer, Predicate.MADE, charge, "said", stance="asserts", cue="said")
    draft.link(charge, Predicate.ABOUT, rainsy, "lied")
    draft.link(charge, Predicate.ABOUT, suit, "lied")
    draft.link(eysan, Predicate.HOLDS_POSITION, party, "spokesman", title="spokesman")
    return draft.document()


def verdict() -> Document:
    """The same suit, two months later."""
    draft = Draft(
        "rainsy-convicted",
        "Phnom Penh Municipal Court convicted Sam Rainsy of defamation in the suit of Sam Soeun. "
        "It ordered him to pay $5,000 in damages.",
        published_on="2020-03-05",
        publisher="The Example Post",
    )
    soeun, rainsy = draft.node(NodeType.PERSON, "Sam Soeun"), draft.node(NodeType.PERSON, "Sam Rainsy")
    suit = _suit(draft, soeun, rainsy, "convicted", confidence=0.7)
    _penalty(draft, suit, rainsy, "imposed", "ordered")
    convicted = draft.node(NodeType.EVENT, "convicted", kind="convicted", date="2020-03-04")
    draft.link(suit, Predicate.HAS_EVENT, convicted, "convicted")
    return draft.document()


def other_suits(number: int) -> list[Document]:
    """Suits that share nothing but their offence and their platform."""
    return [_other_suit(f"{n:03}") for n in range(number)]


def _other_suit(n: str) -> Document:
    draft = Draft(f"suit-{n}", f"Plaintiff {n} sued Defendant {n} for libel before Court {n} over posts on Chirper.")
    plaintiff, defendant = draft.node(NodeType.PERSON, f"Plaintiff {n}"), draft.node(NodeType.PERSON, f"Defendant {n}")
    case = draft.node(NodeType.CASE, f"{plaintiff} v. {defendant}")
    draft.link(plaintiff, Predicate.PLAINTIFF_IN, case, "sued")
    draft.link(defendant, Predicate.DEFENDANT_IN, case, "sued")
    draft.link(case, Predicate.HEARD_BY, draft.node(NodeType.COURT, f"Court {n}"), "before")
    draft.link(case, Predicate.CONCERNS, draft.node(NodeType.OFFENCE, "libel"), "libel")
    draft.link(case, Predicate.ON_PLATFORM, draft.node(NodeType.PLATFORM, "Chirper"), "posts")
    return draft.document()


def _suit(draft: Draft, plaintiff: str, defendant: str, trigger: str, confidence: float = 0.9) -> str:
    case = draft.node(NodeType.CASE, "Sam Soeun v. Sam Rainsy (defamation)")
    draft.link(plaintiff, Predicate.PLAINTIFF_IN, case, trigger, confidence=confidence)
    draft.link(defendant, Predicate.DEFENDANT_IN, case, trigger, confidence=confidence)
    draft.link(case, Predicate.HEARD_BY, draft.node(NodeType.COURT, "Phnom Penh Municipal Court"), trigger)
    draft.link(case, Predicate.CONCERNS, draft.node(NodeType.OFFENCE, "defamation"), trigger)
    return case


def _penalty(draft: Draft, case: str, bearer: str, status: str, trigger: str) -> None:
    facts = {"kind": "damages", "status": status, "amount": 5000, "currency": "USD"}
    penalty = draft.node(NodeType.PENALTY, f"5000 USD damages {status}", **facts)
    draft.link(case, Predicate.HAS_PENALTY, penalty, trigger)
    draft.link(penalty, Predicate.IMPOSED_ON, bearer, trigger)
