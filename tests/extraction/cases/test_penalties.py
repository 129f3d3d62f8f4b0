"""Penalties: of which kind, sought or imposed, and who bears them."""

from collections.abc import Callable

import pytest

from schema import Document, Predicate

SUED = "Ana Reis sued Marco Lima for libel in the Lisbon District Court. "
TRIED = "Marco Lima was convicted of fraud by the Lisbon District Court. "

PENALTIES = [
    (SUED + "She wants an apology from Lima.", {("other (sought)", "Marco Lima")}),
    (SUED + "The judge granted Reis an injunction against Lima.", {("other (imposed)", "Marco Lima")}),
    (SUED + "The judge refused an injunction.", set()),
    (SUED + "The court dismissed her suit with costs of 900 euros.", {("other of 900 EUR (imposed)", "Ana Reis")}),
    (SUED + "The court dismissed her suit with costs.", {("other (imposed)", "Ana Reis")}),
    (SUED + "Lima must repay 4,000 euros.", {("damages of 4,000 EUR (imposed)", "Marco Lima")}),
    (
        SUED + "The court awarded her 300 euros of the 5,000 euros she wanted from Lima.",
        {("damages of 5,000 EUR (sought)", "Marco Lima"), ("damages of 300 EUR (imposed)", "Marco Lima")},
    ),
    (SUED + "Rosa Pinto was given 3,000 euros as compensation for her field.", set()),
    (TRIED + "Parties are prohibited from campaigning on Sundays.", set()),
    ("The 50,000-euro-a-week striker Ana Reis sued Marco Lima for libel.", set()),
    (TRIED + "He was sentenced to prison.", {("prison (imposed)", "Marco Lima")}),
    (TRIED + "A higher court cut his sentence to two years.", {("prison of 24 months (imposed)", "Marco Lima")}),
    (TRIED + "As mayor he cut two years off the terms of office.", set()),
    (TRIED + "The court barred him from holding public office.", {("ban (imposed)", "Marco Lima")}),
    (TRIED + "The court barred him from publishing the letters.", {("other (imposed)", "Marco Lima")}),
    ("A court in Lisbon fined Marco Lima for fraud.", {("fine (imposed)", "Marco Lima")}),
    (
        "The Lisbon District Court ordered internet providers to block the Lisbon Herald over fraud.",
        {("ban (imposed)", "Lisbon Herald")},
    ),
    (
        "The court sentenced Ana Reis and Marco Lima to eight and five years in prison respectively for theft.",
        {("prison of 96 months (imposed)", "Ana Reis"), ("prison of 60 months (imposed)", "Marco Lima")},
    ),
    (
        "The High Court dissolved the Harbour Rescue Party. The court jailed the party's leader for two years.",
        {("other (imposed)", "Harbour Rescue Party")},
    ),
    ("Marco Lima was sued by no one and fined by nobody.", set()),
    (
        "Solarc asked the High Court to annul a fine of 900 euros that the Trade Council imposed on Solarc Ltd in May.",
        {("fine of 900 EUR (imposed)", "Solarc Ltd")},
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "penalties"), PENALTIES, ids=lambda v: v if isinstance(v, str) else "")
def test_penalties_and_who_bears_them(
    text: str, penalties: set[tuple[str, str]], document_of: Callable[[str], Document]
) -> None:
    document = document_of(text)
    nodes = {n.id: n.name for n in document.nodes}
    borne = [t for t in document.triples if t.predicate is Predicate.IMPOSED_ON]
    assert {(nodes[t.subject], nodes[t.object]) for t in borne} == penalties
