"""What a rule has found: somebody's title, and whose it is."""

from dataclasses import dataclass

from spacy.tokens import Span

from extraction.positions.phrases import Held
from extraction.reading import Mention, Thing


@dataclass(frozen=True)
class Finding:
    """Somebody's title, perhaps with whose it is."""

    person: Thing
    mention: Mention
    title: Span
    words: str
    holder: Held | None
    rule: str
    confidence: float
