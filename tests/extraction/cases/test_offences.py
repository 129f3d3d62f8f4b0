"""What a case is about, by the words that a charge governs and by those around it."""

from collections.abc import Callable

import pytest

from extraction.cases.frames import Frame
from schema import Document, Predicate

GOVERNED = [
    ("Marco Lima was convicted of theft, fraud and tax avoidance.", {"theft", "fraud", "tax avoidance"}),
    ("Marco Lima was convicted of several crimes, including libel and perjury.", {"libel", "perjury"}),
    (
        "Marco Lima was charged with “insulting the sacred” and “propaganda against the state”.",
        {"insulting sacred", "propaganda against state"},
    ),
    (
        "Marco Lima was convicted of conspiracy to commit wire fraud and perjury.",
        {"conspiracy to commit wire fraud", "perjury"},
    ),
    (
        "Marco Lima was convicted of perjury and tampering with a gas meter in 2007.",
        {"perjury", "tampering with gas meter"},
    ),
    (
        "Marco Lima was jailed for incitement and insulting a public official.",
        {"incitement", "insulting public official"},
    ),
    ("Ana Reis is suing Marco Lima for what she calls the theft of her recipes.", {"theft of recipes"}),
    ("Marco Lima was charged with evading taxes.", {"tax evasion"}),
    ("Marco Lima was convicted of driving a stolen car.", {"driving stolen car"}),
    ("A court ordered the extradition of Marco Lima.", {"extradition"}),
    ("Marco Lima was tried in the Lisbon District Court for bribery.", {"bribery"}),
    ("The High Court found that Lisbon violated the right to privacy in 2021.", {"violation of privacy"}),
    ("Marco Lima was convicted for wilfully poisoning cattle.", {"wilfully poisoning cattle"}),
    ("Marco Lima was arraigned for theft and, in his wife's case, perjury.", {"theft", "perjury"}),
    (
        "Marco Lima was banned from office for five years on allegations he was fomenting a tax revolt.",
        {"fomenting tax revolt"},
    ),
    ("Marco Lima was convicted of fomenting a plot to overthrow the king.", {"plot to overthrow king"}),
    ("A panel of Branch 26 found Marco Lima guilty of “assembly and collusion”.", {"assembly and collusion"}),
    ("Marco Lima was charged with handing over the money.", {"handing over money"}),
    ("Ana Reis sued Marco Lima for libel over an article about bribery.", {"libel"}),
    ("Marco Lima was convicted of bribery, and prosecutors were pleased.", {"bribery"}),
    ("Marco Lima was convicted of bribery and fined 400 euros.", {"bribery"}),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "names"), GOVERNED, ids=lambda v: v if isinstance(v, str) else "")
def test_what_a_charge_governs(text: str, names: set[str], frames_of: Callable[[str], list[Frame]]) -> None:
    assert {m.name for f in frames_of(text) for m in f.matters} == names


AROUND = [
    ("Ana Reis filed a lawsuit that tried to block the cycling law.", {"cycling law"}),
    ("Ana Reis filed a lawsuit that seeks to overturn the ruling.", set()),
    ("Marco Lima was sentenced to two years on Monday. The robbery took place in May.", set()),
    ("Marco Lima was sentenced to two years on Monday. The burglary took place in May.", {"burglary"}),
    ("Ana Reis is a convicted murderer.", {"murder"}),
    (
        "Ana Reis sued Solarc Ltd in the High Court. She alleges that she was sexually harassed.",
        {"sexual harassment"},
    ),
    ("A judge granted Ana Reis a divorce from Marco Lima, whom she had sued.", {"divorce"}),
    ("Marco Lima was charged with theft. He is accused of hiding the lamps.", {"theft"}),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "names"), AROUND, ids=lambda v: v if isinstance(v, str) else "")
def test_what_stands_around_a_case(text: str, names: set[str], document_of: Callable[[str], Document]) -> None:
    document = document_of(text)
    nodes = {n.id: n.name for n in document.nodes}
    assert {nodes[t.object] for t in document.triples if t.predicate is Predicate.CONCERNS} == names
