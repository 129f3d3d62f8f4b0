"""What speaks for the type of a name: its own form, and the words around each of its mentions.

Each piece of evidence is a short label ("ner:PERSON", "before:lawyer-word"); `typing` weighs them.
"""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extraction.names.candidates import Candidate, is_no_name, starts_sentence
from extraction.names.words import (
    countries,
    court_heads,
    given_names,
    nationalities,
    no_names,
    organization_heads,
    place_words,
    places,
    platforms,
    titles,
)

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
SPEECH = frozenset(
    {"say", "tell", "write", "add", "claim", "deny", "argue", "note", "warn", "ask", "insist", "explain", "admit"}
    | {
        "believe",
        "think",
        "want",
        "tweet",
        "post",
        "reply",
        "recall",
        "complain",
        "allege",
        "describe",
        "call",
        "accuse",
    }
)
HUMAN_VERBS = frozenset(
    {
        "die",
        "marry",
        "wear",
        "weep",
        "smile",
        "walk",
        "sit",
        "stand",
        "leave",
        "live",
        "bear",
        "grow",
        "study",
        "resign",
    }
    | {
        "testify",
        "plead",
        "confess",
        "arrive",
        "flee",
        "kill",
        "appear",
        "shake",
        "arrest",
        "jail",
        "sentence",
        "convict",
    }
    | {"acquit", "represent", "marry", "meet", "serve", "retire", "drive", "kiss", "feel", "know"}
)
#: of a name that a text is full of, so many mentions are enough to judge it by
MOST_MENTIONS = 20
WEB = re.compile(r"\w\.(?:com|org|net|ru|tv|info|ro|de|uk|me|io|co|eu)$", re.IGNORECASE)
CAMEL = re.compile(r"^[A-Za-z]+[a-z][A-Z]|[a-z]\d|\d[a-z]")


def form_of(doc: Doc, candidate: Candidate) -> Iterator[str]:
    """Evidence in the name itself."""
    span = doc[candidate.start : candidate.end]
    words = [t.text for t in span]
    text, last = span.text.rstrip("."), span[-1]
    yield f"words:{min(len([w for w in words if w[0].isalpha()]), 5)}"
    yield from _listed(text.lower(), words)
    yield from _shape(text, words)
    head = organization_heads().get(last.text) or organization_heads().get(last.lower_)
    if head:
        yield f"head:{head.name}" if len(span) > 1 else "is-head"
    for word in words[:-1]:
        if (inner := organization_heads().get(word.lower())) and inner.place == "of":
            yield "head-inside"
            break
    if last.text[0].islower():
        yield "lower-head"
    if last.lower_ in court_heads() or any(w.lower() in court_heads() for w in words):
        yield "court-word"
    if last.lower_ in place_words() or words[0].lower() in place_words():
        yield "place-word"
    if is_no_name(span):
        yield "no-name-head" if len(span) > 1 else "no-name-alone"


def _listed(text: str, words: list[str]) -> Iterator[str]:
    if text in countries():
        yield "country"
    elif text in places():
        yield "place-or-person" if places()[text] else "place"
    if text in platforms():
        yield "platform-or-word" if platforms()[text] else "platform"
    if words[0].lower() in given_names():
        yield "given-name-first" if len(words) > 1 else "given-name"
    if words[0].lower() in nationalities() or words[0].lower() in places():
        yield "nation-first" if len(words) > 1 else "nation-alone"
    if text.rstrip("s") in nationalities():
        yield "nationality"
    if text in no_names("alone") or words[0] in no_names("alone"):
        yield "no-name"
    if text in titles():
        yield "is-title"


def _shape(text: str, words: list[str]) -> Iterator[str]:
    if text[0] == "@":
        yield "handle"
    elif text.isupper() and len(words) == 1 and len(text) > 1:
        yield "acronym" if len(text) <= 5 else "capitals"
    if "&" in words:
        yield "ampersand"
    if WEB.search(text):
        yield "web-address"
    if CAMEL.search(text):
        yield "camel"
    if any(c.isdigit() for c in text):
        yield "digits"
    if any(len(w) == 2 and w[1] == "." and w[0].isupper() for w in words[1:-1]):
        yield "initial"
    if "of" in words or "for" in words:
        yield "of-inside"
    if "-" in words:
        yield "hyphen"
    if any(w in {"bin", "al", "van", "von", "binti"} for w in words[1:-1]):
        yield "particle"
    if not text.isascii():
        yield "accent"


def context_of(doc: Doc, candidate: Candidate) -> Iterator[str]:
    """Evidence around one mention."""
    span = doc[candidate.start : candidate.end]
    yield from _recognised(doc, candidate)
    if candidate.title:
        last = doc[candidate.title[1] - 1].lower_
        entry = titles().get(doc[candidate.title[0] : candidate.title[1]].text.lower()) or titles().get(last)
        yield f"title:{entry.kind if entry else 'other'}"
    yield from _before(doc, candidate)
    yield from _after(doc, candidate)
    yield from _role(span.root)
    if not starts_sentence(span[0]):
        yield "mid-sentence"


def _recognised(doc: Doc, candidate: Candidate) -> Iterator[str]:
    """What spaCy's recogniser says: of exactly these words, or of some of them."""
    inside = doc[candidate.start : candidate.end]
    labels = {t.ent_type_ for t in inside}
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


def _noun_class(token: Token) -> str | None:
    """What a common noun says that it names."""
    lemma = token.lemma_.lower()
    if (entry := titles().get(lemma) or titles().get(token.lower_)) and not token.text[0].isupper():
        return "kin" if entry.kind == "kin" else "person"
    if lemma in PLATFORM_WORDS:
        return "platform"
    if lemma in place_words():
        return "place"
    if lemma in ORGANIZATION_WORDS or ((head := organization_heads().get(lemma)) and head.place != "suffix"):
        return "organization"
    return None


PLATFORM_WORDS = frozenset(
    {"platform", "app", "site", "website", "network", "messenger", "messaging", "forum", "webhost", "host"}
)
ORGANIZATION_WORDS = frozenset(
    {"firm", "company", "newspaper", "outlet", "group", "party", "agency", "startup", "lender", "retailer", "maker"}
    | {"publisher", "band", "team", "club", "charity", "union", "university", "broadcaster", "station", "magazine"}
    | {
        "regulator",
        "watchdog",
        "insurer",
        "supplier",
        "contractor",
        "chain",
        "subsidiary",
        "affiliate",
        "giant",
        "blog",
    }
)


def _before(doc: Doc, candidate: Candidate) -> Iterator[str]:
    i = candidate.title[0] if candidate.title else candidate.start
    if i == 0:
        return
    before = doc[i - 1]
    if before.lower_ in PREPOSITIONS:
        yield f"prep:{before.lower_}"
        if i > 1 and (kind := _noun_class(doc[i - 2])):
            yield f"{before.lower_}-after:{kind}"
    elif before.lower_ in {"the", "a", "an"}:
        yield f"det:{before.lower_ if before.lower_ == 'the' else 'a'}"
        if i > 1 and doc[i - 2].lower_ in PREPOSITIONS:
            yield f"prep-the:{doc[i - 2].lower_}"
    elif before.text == "@" or before.text == "(":
        yield "paren"
    elif kind := _noun_class(before):
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
        if (kind := _noun_class(doc[at])) and (at == i or kind == "person"):
            yield f"comma-before:{kind}"
            return
    if kind := _noun_class(doc[i]):
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
        if i + 1 < len(doc) and (kind := _noun_class(doc[i + 1])):
            yield f"genitive:{kind}"
    elif after.text == "," and i + 1 < len(doc):
        yield from _apposed_after(doc, i + 1)
    elif after.text == "(" and i + 2 < len(doc) and doc[i + 2].text == ")":
        yield "paren-acronym" if doc[i + 1].is_upper else "paren-number" if doc[i + 1].is_digit else "paren-word"
    elif after.text == ")":
        yield "in-paren"
    elif after.text == "-" and i + 1 < len(doc):
        yield "based" if doc[i + 1].lower_ in {"based", "born"} else "hyphenated"
    elif after.lemma_.lower() in SITES:
        yield "site-use"
    elif kind := _noun_class(after):
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
            if kind := _noun_class(follower):
                yield f"apposed:{kind}"
                break


def _role(root: Token) -> Iterator[str]:
    """What the name does in its clause."""
    head = root.head
    if root.dep_ in {"nsubj", "nsubjpass"}:
        lemma = head.lemma_.lower()
        yield "subject:speech" if lemma in SPEECH else "subject:human" if lemma in HUMAN_VERBS else f"{root.dep_}"
        if lemma == "be" and (
            kind := next((k for c in head.children if c.dep_ == "attr" and (k := _noun_class(c))), None)
        ):
            yield f"is:{kind}"
    elif root.dep_ in {"dobj", "dative", "iobj"}:
        lemma = head.lemma_.lower()
        yield "told" if lemma == "tell" else "object:human" if lemma in HUMAN_VERBS else "object"
    elif root.dep_ in {"compound", "nmod"}:
        yield "compound"
    elif root.dep_ in {"conj", "appos", "pobj", "poss"}:
        yield root.dep_


LOCATIVES = ("prep:in", "prep:near", "prep:from", "prep:to", "prep:at", "prep:across", "prep:outside")
SITES = frozenset(
    {"post", "account", "user", "page", "profile", "message", "video", "handle", "thread", "channel", "group"}
)


def _joint(evidence: dict[str, float], shown: Counter[str], size: int) -> Iterator[str]:
    """What pieces of evidence say together."""
    where = sum(shown[label] for label in LOCATIVES)
    if where == size and "det:the" not in shown:
        yield "always-where"
        if "words:1" in evidence:
            yield "always-where-one-word"
    if shown["prep:in"] and "words:1" in evidence and "det:the" not in shown:
        yield "in-one-word"
    if any(label in shown for label in ("after:place", "of-after:place", "apposed:place", "comma-place")):
        yield "place-near"
        if "words:1" in evidence:
            yield "place-near-one-word"
    if any(label in shown for label in ("before:platform", "apposed:platform", "is:platform")):
        yield "platform-near"
    if any(label in shown for label in ("before:organization", "apposed:organization", "is:organization")):
        yield "organization-near"
    if any(
        label in shown for label in ("age", "who", "before:person", "title:honorific", "title:rank", "title:office")
    ):
        yield "person-near"
    if "platform-or-word" in evidence and (shown["prep:on"] or shown["prep:via"] or shown["site-use"]):
        yield "platform-in-use"


def evidence_of(doc: Doc, group: list[Candidate]) -> dict[str, float]:
    """All evidence for the name that these mentions bear; the recogniser's word counts by its share of the mentions."""
    sample = group[:MOST_MENTIONS]
    evidence = dict.fromkeys(form_of(doc, group[0]), 1.0)
    shown = Counter(e for c in sample for e in set(context_of(doc, c)))
    for label, count in shown.items():
        evidence[label] = count / len(sample) if label.startswith("ner") else 1.0
    if len(sample) > 2:
        evidence["often"] = 1.0
    evidence |= dict.fromkeys(_joint(evidence, shown, len(sample)), 1.0)
    return evidence
