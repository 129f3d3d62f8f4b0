"""What speaks for the type of a name in the words around one mention of it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extraction.names.candidates import starts_sentence
from extraction.names.cutting import Candidate
from extraction.names.nouns import BODY_VERBS, HUMAN_VERBS, SITES, SPEECH, noun_class
from extraction.names.spans import CLOSING, OPENING
from extraction.names.words import places, titles

PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "from",
        "near",
        "to",
        "of",
        "for",
        "by",
        "with",
        "against",
        "on",
        "via",
        "outside",
        "across",
        "between",
    }
    | {"into", "around", "through", "under", "over", "about", "according", "like", "than", "as", "toward", "towards"}
)


LONGEST_DATELINE = 12


def context_of(doc: Doc, candidate: Candidate) -> Iterator[str]:
    """Evidence around one mention."""
    span = doc[candidate.start : candidate.end]
    yield from _recognised(doc, candidate)
    if _in_dateline(doc, candidate):
        yield "dateline"
        return
    if candidate.title:
        last = doc[candidate.title[1] - 1].lower_
        entry = titles().get(doc[candidate.title[0] : candidate.title[1]].text.lower()) or titles().get(last)
        yield f"title:{entry.kind if entry else 'other'}"
    yield from _before(doc, candidate)
    yield from _after(doc, candidate)
    yield from _role(_root(span))
    yield from _setting(doc, candidate)
    if not starts_sentence(span[0]):
        yield "mid-sentence"


def _recognised(doc: Doc, candidate: Candidate) -> Iterator[str]:
    """What spaCy's recogniser says: of exactly these words, or of some of them."""
    inside = doc[candidate.start : candidate.end]
    labels = dict.fromkeys(t.ent_type_ for t in inside)
    first, last = inside[0], inside[-1]
    opens = first.ent_iob_ == "B" or (first.ent_iob_ == "I" and doc[first.i - 1].lower_ in {"the", "a"})
    closes = last.i + 1 >= len(doc) or doc[last.i + 1].ent_iob_ != "I" or doc[last.i + 1].text in {"'s", "’s", "'", "’"}
    if len(labels) == 1 and opens and closes:
        yield f"ner:{first.ent_type_}" if first.ent_type_ else "ner:none"
    else:
        yield from (f"ner-part:{label}" for label in labels if label)
    if last.tag_ in {"NNPS", "NNS"}:
        yield "plural"
    elif last.tag_ not in {"NNP", "NN"}:
        yield "tag:other"


def _setting(doc: Doc, candidate: Candidate) -> Iterator[str]:
    """ "X" in marks of its own, and X in front of a report."""
    start, end = candidate.start, candidate.end
    before = doc[start - 1].text if start else "\n"
    after = doc[end].text if end < len(doc) else "\n"
    end += after in {",", "."}
    if before in OPENING and end < len(doc) and doc[end].text in CLOSING:
        yield "quoted"


def _in_dateline(doc: Doc, candidate: Candidate) -> bool:
    """ "DOVER, March 14 (Wire) - The mayor": in front of a report's first sentence, behind which a new one starts."""
    before = doc[candidate.start - 1] if candidate.start else None
    if before is not None and not before.is_space:
        return False
    for token in doc[candidate.end : candidate.end + LONGEST_DATELINE]:
        if token.text in {"-", "–", "—"}:
            return token.i + 1 < len(doc) and bool(doc[token.i + 1].is_sent_start)
        if token.is_space or not (token.is_punct or token.like_num or token.text[0].isupper()):
            return False
    return False


def _before(doc: Doc, candidate: Candidate) -> Iterator[str]:
    i = candidate.title[0] if candidate.title else candidate.start
    if i == 0:
        return
    before = doc[i - 1]
    if before.lower_ in PREPOSITIONS:
        yield f"prep:{before.lower_}"
        if i > 1 and (kind := noun_class(doc[i - 2])):
            yield f"{before.lower_}-after:{kind}"
    elif before.lower_ in {"the", "a", "an"}:
        yield f"det:{before.lower_ if before.lower_ == 'the' else 'a'}"
        if i > 1 and doc[i - 2].lower_ in PREPOSITIONS:
            yield f"prep-the:{doc[i - 2].lower_}"
    elif before.text == "@" or before.text == "(":
        yield "paren"
    elif kind := noun_class(before):
        yield f"before:{kind}"
    elif before.text == "," and i > 1:
        yield from _apposed_before(doc, i - 2)
    elif before.tag_.startswith("JJ"):
        yield "adjective"


def _apposed_before(doc: Doc, i: int) -> Iterator[str]:
    """ "her lawyer, X", "the company, X"."""
    for at in range(i, max(-1, i - 6), -1):
        if doc[at].is_punct or doc[at].is_sent_start or doc[at].pos_ in {"VERB", "AUX"}:
            break
        if (kind := noun_class(doc[at])) and (at == i or kind == "person"):
            yield f"comma-before:{kind}"
            return
    if kind := noun_class(doc[i]):
        yield f"comma-before:{kind}"
    elif doc[i].text[0].isupper():
        yield "comma-before:name"


def _after(doc: Doc, candidate: Candidate) -> Iterator[str]:
    i = candidate.end
    if i >= len(doc):
        return
    after = doc[i]
    if after.text in {"'s", "’s", "'", "’"}:
        yield "genitive"
        yield from _owned(doc, i + 1)
    elif after.text == "," and i + 1 < len(doc):
        yield from _apposed_after(doc, i + 1)
    elif after.text == "(" and i + 2 < len(doc) and doc[i + 2].text == ")":
        yield "paren-acronym" if doc[i + 1].is_upper else "paren-number" if doc[i + 1].is_digit else "paren-word"
    elif after.text == ")":
        yield "in-paren"
    elif after.text == "-" and i + 1 < len(doc):
        yield "based" if doc[i + 1].lower_ in {"based", "born"} else "hyphenated"
    else:
        yield from _word_after(after)


def _owned(doc: Doc, i: int) -> Iterator[str]:
    """ "X's lawyer", "X's former sales director": the head of what it has."""
    end = i
    while end < min(i + 5, len(doc)) and doc[end].tag_ in {"JJ", "NN", "NNS", "CD", "VBN"}:
        end += 1
    if end > i and (kind := noun_class(doc[end - 1])):
        yield f"genitive:{kind}"
        if kind == "person" and (entry := titles().get(doc[end - 1].lower_)):
            yield f"genitive-kind:{entry.kind}" if entry.name != "bar" else "genitive-kind:bar"


def _word_after(after: Token) -> Iterator[str]:
    """ "X accounts", "X province", "X says"."""
    if after.lemma_.lower() in SITES:
        yield "site-use"
    elif kind := noun_class(after):
        yield f"after:{kind}"
    elif after.tag_ in {"NN", "NNS"} and after.text[0].islower():
        yield "after:noun"
    elif after.lower_ in SPEECH or after.lemma_.lower() in SPEECH:
        yield "speaks"


def _apposed_after(doc: Doc, i: int) -> Iterator[str]:
    """ "X, 37,", "X, a lawyer", "X, who", "Dover, Kent"."""
    token = doc[i]
    if token.like_num and token.is_digit:
        yield "age" if len(token) == 2 else "comma-number"
    elif token.lower_ in {"who", "whose", "whom"}:
        yield "who"
    elif token.lower_ in {"which", "where"}:
        yield token.lower_
    elif token.text[0].isupper() and (token.lower_ in places() or token.ent_type_ == "GPE"):
        yield "comma-place"
    else:
        for follower in doc[i : min(i + 7, len(doc))]:
            if (
                (follower.is_punct and follower.text != "-")
                or follower.pos_ in {"VERB", "AUX"}
                or follower.lower_ in {"and", "who"}
            ):
                break
            if follower.i + 1 < len(doc) and follower.nbor(1).tag_ == "POS":
                continue  # "X, the company's | owner"
            if kind := noun_class(follower):
                yield f"apposed:{kind}"
                break


def _root(span: Span) -> Token:
    """The word whose head is outside; `span.root` walks up the whole tree, which may be as deep as the text is long."""
    return next((t for t in span if not span.start <= t.head.i < span.end), span[-1])


def _role(root: Token) -> Iterator[str]:
    """What the name does in its clause."""
    head = root.head
    if root.dep_ in {"nsubj", "nsubjpass"}:
        lemma = head.lemma_.lower()
        yield "subject:speech" if lemma in SPEECH else "subject:human" if lemma in HUMAN_VERBS else f"{root.dep_}"
        if lemma in BODY_VERBS:
            yield "subject:body"
        if lemma == "be" and (
            kind := next((k for c in head.children if c.dep_ == "attr" and (k := noun_class(c))), None)
        ):
            yield f"is:{kind}"
    elif root.dep_ in {"dobj", "dative", "iobj"}:
        lemma = head.lemma_.lower()
        yield "told" if lemma == "tell" else "object:human" if lemma in HUMAN_VERBS else "object"
    elif root.dep_ in {"compound", "nmod"}:
        yield "compound"
    elif root.dep_ in {"conj", "appos", "pobj", "poss"}:
        yield root.dep_
