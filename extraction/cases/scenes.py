"""On which platforms the disputed words stood."""

from itertools import islice

from spacy.tokens import Span, Token

from extraction.cases.docket import Docket
from extraction.cases.frames import Case, Slot, Support
from extraction.cases.lexicons import Role
from extraction.cases.places import mentions_of
from extraction.cases.roles import doers
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from schema import NodeType

#: sentences behind the first of a case in which its disputed words are told
AFTERWARDS = 4
#: words of what was published about the case, not before it
LATER = frozenset({"later", "afterwards", "afterward"})
#: how far from a platform the word may stand that says what was published there
REACH = 80
#: the same where the offence is none of words: "sold the drugs in a Telegram group"
BESIDE = 5


def add_platforms(scan: Scan, docket: Docket) -> None:
    """A platform belongs to a case about words where the defendant is said to have published something on it."""
    for words, platform in mentions_of(scan, NodeType.PLATFORM):
        case = docket.case_at(scan, words.start)
        if case is None or case.has_party(platform) or scan.spoken(words.start):
            continue
        if _is_scene(scan, docket, words, case):
            case.platforms.append(Slot(platform, Support(words, words, "platform", 0.65)))


def _is_scene(scan: Scan, docket: Docket, words: Span, case: Case) -> bool:
    here = docket.has_trigger(scan, words.start, case)
    if not any(m.speech for m, _ in case.matters) and not here:
        return False
    sentence = scan.sentences[scan.sentence_of[words.start]]
    spoken = not case.matters or any(m.speech or not m.known for m, _ in case.matters)
    reach = REACH if spoken else BESIDE
    around = scan.doc[max(words.start - reach, sentence.start) : min(words.end + reach, sentence.end)]
    if not any(t.lemma_.lower() in words_for("publishing") for t in around):
        return False
    if not here and any(t.lower_ in LATER for t in around):
        return False
    return here or _is_by_defendant(scan, words.root, case) or not any(scan.quoted[t.i] for t in around)


def _is_by_defendant(scan: Scan, token: Token, case: Case) -> bool:
    """ "Reis wrote on Facebook that …", before the case or right behind it: later he speaks of the case."""
    verb = next((a for a in islice(token.ancestors, 4) if a.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in words_for("publishing"):
        return False
    near = scan.sentence_of[token.i] <= min(case.sentences) + AFTERWARDS
    return near and any(f.thing is not None and id(f.thing) in case.ids(Role.DEFENDANT) for f in doers(scan, verb))
