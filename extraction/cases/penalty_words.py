"""The words around a sum or a term that tell what it is: a penalty or not, of which kind, imposed or only sought."""

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Literal

from spacy.tokens import Span, Token

from extraction.cases.frames import Case, Penalty, Support
from extraction.cases.mood import refusal_of
from extraction.cases.scan import Scan
from extraction.grammar import CLIMB
from extraction.lexicon import Entry, Word, load_lexicon
from schema import NodeType, PenaltyKind, PenaltyStatus

#: how far from a sum or a term the words that explain it may stand
NEAR = 7
#: steps up the parse within which a word governs the sum
GOVERNING = 6
#: a penalty is compared with so many before it; a book of reports would compare each with all
RECENT = 100
#: penalties that only people serve
TERMS = frozenset({PenaltyKind.PRISON, PenaltyKind.SUSPENDED_PRISON})
ASKING = frozenset({"ask", "seek", "demand", "request", "want", "call", "recommend"})
#: what somebody does with a sum or a term after he was made to
OBEYING = frozenset({"pay", "repay", "reimburse", "serve", "give", "return", "hand", "bear", "cover"})
MAKING = frozenset(
    {"order", "tell", "agree", "have", "direct", "oblige", "sentence", "condemn", "punish", "require", "force"}
)


class PenaltyWord(Entry):
    """A word beside a sum or a term, and what it says of it."""

    word: Word
    says: Literal["kind", "sought", "imposed", "prison", "no penalty"]
    kind: PenaltyKind | None = None

    def key(self) -> tuple[str, str]:
        return (self.word, self.says)


@lru_cache(maxsize=1)
def penalty_words() -> dict[str, dict[str, PenaltyWord]]:
    """What a word says -> word -> entry."""
    table: dict[str, dict[str, PenaltyWord]] = defaultdict(dict)
    for entry in load_lexicon("penalty_words", PenaltyWord):
        table[entry.says][entry.word] = entry
    return dict(table)


def path_from(head: Token) -> list[Token]:
    """The token and what it depends on, up to the second verb."""
    path, verbs = [head], 0
    for token in islice(head.ancestors, CLIMB):
        path.append(token)
        verbs += token.pos_ == "VERB"
        if verbs == 2:
            break
    return path


def near(scan: Scan, start: int, end: int) -> list[Token]:
    """The tokens of the sentence that stand close to the sum or term."""
    sentence = scan.sentences[scan.sentence_of[start]]
    return [
        t for t in scan.doc[max(sentence.start, start - NEAR) : min(sentence.end, end + NEAR)] if not start <= t.i < end
    ]


def clause_of(path: list[Token]) -> list[Token]:
    """The path up to its first verb, itself included."""
    end = next((n for n, t in enumerate(path) if t.pos_ == "VERB"), len(path) - 1)
    return path[: end + 1]


def status_of(path: list[Token]) -> PenaltyStatus | None:
    """By the verbs above the sum, "wanted a fine of", before the nouns, "a fine of"."""
    governing = path[:GOVERNING]
    verbs = [t for t in governing if t.pos_ in {"VERB", "AUX"}]
    for token in (*verbs, *governing):
        lemma = token.lemma_.lower()
        if lemma in ASKING or lemma in penalty_words()["sought"]:
            return PenaltyStatus.SOUGHT
        if lemma in penalty_words()["imposed"]:
            return PenaltyStatus.IMPOSED
    return None


def is_unreal(verb: Token | None, status: PenaltyStatus) -> bool:
    """True where the verb above the penalty reports nothing that happened."""
    why = refusal_of(verb) if verb is not None else None
    if verb is None or why is None or (status is PenaltyStatus.SOUGHT and why != "negated"):
        return False
    if verb.lemma_ in OBEYING:
        must = any(c.lower_ == "must" for c in verb.children)
        return not must and _governor(verb).lemma_.lower() not in MAKING
    return True


def _governor(verb: Token) -> Token:
    """The verb above, also of "ordered to leave and to pay": ordered."""
    for _ in range(CLIMB):
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.lemma_ not in MAKING:
            verb = verb.head
    return verb.head


def refuse(scan: Scan, words: Span, why: str) -> None:
    """Note what is no penalty, and why."""
    scan.reading.rejected.append((words.start, words.end, f"penalty: {why}"))


def support_of(scan: Scan, words: Span, verb: Token | None) -> Support:
    trigger = scan.doc[verb.i : verb.i + 1] if verb is not None else words
    return Support(words, trigger, "penalty", 0.75)


def note(scan: Scan, case: Case, new: Penalty) -> None:
    """A penalty told twice is one; one that nobody known bears may belong to another case; no party goes to prison."""
    if new.kind in TERMS:
        new = replace(new, bearers=tuple(b for b in new.bearers if b.type is NodeType.PERSON))
    if not new.bearers:
        refuse(scan, new.support.words, "nobody known bears it")
        return
    for old in case.penalties[-RECENT:]:
        same = replace(old, bearers=(), support=new.support) == replace(new, bearers=())
        if same and set(map(id, old.bearers)) & set(map(id, new.bearers)):
            return
    case.penalties.append(new)
