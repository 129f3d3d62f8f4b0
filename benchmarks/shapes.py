"""Awkward texts of any length, out of the samples and of made-up names."""

import itertools
import re
from collections.abc import Callable, Iterator

from benchmarks.variants import variants


def one_paragraph(characters: int) -> str:
    """Reports of court cases, every hundred words under other names, without a line break."""
    return filled((re.sub(r"\s+", " ", text) + " " for _, text in variants(10**6)), characters)


def one_sentence(characters: int) -> str:
    """The same with commas where sentences end."""
    return re.sub(r"[.!?;]", ",", one_paragraph(characters))[:-1] + "."


def many_quotations(characters: int) -> str:
    """Quotations of a few words each; half of the marks close what was opened."""
    said = (f"Maro Test of Dravik said “it is {n} times untrue” and “we shall sue. " for n in itertools.count())
    return filled(said, characters)


def many_names(characters: int) -> str:
    """One list of people, none named twice."""
    people = (f"{first}{last} {last}{first}sen, " for first, last in itertools.product(syllables(), syllables()))
    return filled(itertools.chain(["The court convicted "], people), characters)


def many_suits(characters: int) -> str:
    """Suits of one man against ever new papers, a paragraph each."""
    names = (first + last for first, last in itertools.product(syllables(), syllables()))
    suits = (f"Maro Test sued the {n} Ledger for libel in March. He said the {n} Ledger lied.\n\n" for n in names)
    return filled(suits, characters)


def many_clauses(characters: int) -> str:
    """One sentence of clauses that are all joined by "and"."""
    names = (first + last for first, last in itertools.product(syllables(), syllables()))
    clauses = (f"he said the judge had convicted Maro {n} and fined the {n} Ledger and " for n in names)
    return filled(itertools.chain(["He said "], clauses), characters)


def syllables() -> Iterator[str]:
    return ("".join(letters).capitalize() for letters in itertools.product("bdfgklmnprstvz", "aeiou", "lnrst"))


def filled(parts: Iterator[str], characters: int) -> str:
    """As many of the parts as that length takes."""
    text, length = [], 0
    for part in parts:
        if (length := length + len(part)) > characters:
            break
        text.append(part)
    return "".join(text)


#: a text of about that many characters
SHAPES: dict[str, Callable[[int], str]] = {
    "paragraph": one_paragraph,
    "sentence": one_sentence,
    "quotations": many_quotations,
    "names": many_names,
    "suits": many_suits,
    "clauses": many_clauses,
}
