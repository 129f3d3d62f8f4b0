import pytest
import spacy

from extraction.cases.currencies import CurrencyPlaces, CurrencySign, signs_before, words_after
from extraction.cases.money import find_money
from extraction.lexicon import load_lexicon

NLP = spacy.blank("en")

SUMS = [
    pytest.param("fined $2,500", 2500, "USD", id="a bare dollar sign is American"),
    pytest.param("6,000 US dollars", 6000, "USD", id="a currency's full name"),
    pytest.param("300,000 roubles ($8,350)", 300_000, "RUB", id="of two currencies the first"),
    pytest.param("a £1.2m award", 1_200_000, "GBP", id="a letter for million"),
    pytest.param("4 million riel", 4_000_000, "KHR", id="number, magnitude, word"),
    pytest.param("Rp74bn", 74e9, "IDR", id="a sign of letters without a space"),
    pytest.param("Rp 22 billion", 22e9, "IDR", id="a sign of letters with a space"),
    pytest.param("a ₹5-crore suit", 50_000_000, "INR", id="crore behind a hyphen"),
    pytest.param("11 lakh rupees in Nepal", 1_100_000, "NPR", id="the country that the text names decides"),
    pytest.param("Rs. 25,000 in Colombo, Sri Lanka", 25_000, "LKR", id="a sign that several countries share"),
    pytest.param("3,8 million euros", 3_800_000, "EUR", id="a decimal comma"),
    pytest.param("90.000 euros", 90_000, "EUR", id="a point between thousands"),
    pytest.param("R600 000", 600_000, "ZAR", id="a space between thousands"),
    pytest.param("RM30,000", 30_000, "MYR", id="ringgit"),
    pytest.param("S$500", 500, "SGD", id="Singapore dollars"),
    pytest.param("A$2m", 2_000_000, "AUD", id="Australian dollars"),
    pytest.param("KSh200", 200, "KES", id="Kenyan shillings"),
    pytest.param("₦5 million", 5_000_000, "NGN", id="naira"),
    pytest.param("fined $5,000 in Melbourne, the Australian watchdog said", 5000, "AUD", id="a bare dollar at home"),
    pytest.param("$5,000 for a monk in Cambodia, Australian donors said", 5000, "USD", id="a bare dollar abroad"),
    pytest.param("Rs 30 thousand in Pokhara", 30_000, "NPR", id="a town decides"),
    pytest.param("one rupee", 1, "INR", id="a number in words"),
]


@pytest.mark.parametrize(("text", "amount", "currency"), SUMS)
def test_a_sum_is_read(text: str, amount: float, currency: str) -> None:
    assert [(m.amount, m.currency) for m in find_money(NLP(text))] == [(amount, currency)]


@pytest.mark.parametrize("text", ["the 2012 PEN award", "2.3 million followers", "Route 9", "he won 5 times", "$0"])
def test_no_sum(text: str) -> None:
    assert find_money(NLP(text)) == []


@pytest.mark.parametrize("entry", load_lexicon("currencies", CurrencySign), ids=lambda e: f"{e.sign} {e.place}")
def test_each_sign_reads_its_examples(entry: CurrencySign) -> None:
    assert entry.examples
    for example in entry.examples:
        assert [m.currency for m in find_money(NLP(example))] == [entry.codes[0]]


@pytest.mark.parametrize("entry", load_lexicon("currency_places", CurrencyPlaces), ids=lambda e: e.code)
def test_each_place_decides_for_its_currency(entry: CurrencyPlaces) -> None:
    assert entry.examples
    for example in entry.examples:
        [money] = find_money(NLP(f"{example}; {' '.join(entry.words)}"))
        assert money.currency == entry.code


def test_cldr_gives_the_world() -> None:
    assert signs_before()["€"] == ("EUR",)
    assert words_after()["zambian kwacha"] == ("ZMW",)
