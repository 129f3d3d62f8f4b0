"""Names made comparable, and ids made from what they name, so that two workers make the same one."""

import hashlib
import re
import unicodedata

from schema.vocabulary import NodeType

_POSSESSIVE = re.compile(r"'s$|(?<=s)'$")
_NO_WORD = re.compile(r"[^\w@&]+")


def normalise_name(name: str) -> str:
    """The form in which names are compared: NFKC, casefolded, single spaces, no leading "the", no possessive.

    >>> normalise_name("The  Phnom Penh Post’s")
    'phnom penh post'
    """
    folded = unicodedata.normalize("NFKC", name).replace("’", "'").casefold().strip()
    folded = _POSSESSIVE.sub("", folded.removeprefix("the "))
    return _NO_WORD.sub(" ", folded).strip()


def digest(*parts: str) -> str:
    """The first 16 hex digits of the SHA-256 of the parts; no two lists of parts are joined to the same text."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def node_id(type_: NodeType, *key: str) -> str:
    """The id of a canonical node: its type in lower case, a colon, a digest of the key.

    >>> node_id(NodeType.PERSON, "sam rainsy")[:7]
    'person:'
    """
    return f"{type_.lower()}:{digest(type_, *key)}"


def article_id(url: str | None, text: str) -> str:
    """An article is its URL where it has one, else its text: a corrected article replaces its earlier version."""
    return node_id(NodeType.ARTICLE, url or text)


def type_of(id_: str) -> NodeType | None:
    """The type that an id begins with; None where it begins with none."""
    head = id_.partition(":")[0]
    return next((t for t in NodeType if t.lower() == head), None)
