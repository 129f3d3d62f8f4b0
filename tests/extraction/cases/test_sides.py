"""Who stands where, construction by construction."""

from collections.abc import Callable

import pytest

from schema import Document, Predicate
from tests.extraction.cases.test_cases import links

SIDES = {Predicate.PLAINTIFF_IN: "p", Predicate.DEFENDANT_IN: "d"}
TEXTS = [
    pytest.param(
        "Ana Reis, reporter Rosa Pinto, photographer Marco Lima and editor Luis Costa were charged with treason.",
        {"d Ana Reis", "d Rosa Pinto", "d Marco Lima", "d Luis Costa"},
        id="a list of names with what they are",
    ),
    pytest.param(
        "Marco Lima was jailed for fraud on Monday. Lead plaintiff Ana Reis wept in court.",
        {"d Marco Lima", "p Ana Reis"},
        id="who is called a plaintiff",
    ),
    pytest.param(
        "The High Court in Lisbon ordered Marco Lima to pay 5,000 euros in damages to Ana Reis.",
        {"d Marco Lima", "p Ana Reis"},
        id="who is to get the damages",
    ),
    pytest.param(
        "The High Court in Lisbon heard a libel suit in which Ana Reis accuses Marco Lima of lying.",
        {"d Marco Lima", "p Ana Reis"},
        id="the clause within the suit",
    ),
    pytest.param(
        "A libel suit for 5,000 euros in damages, filed on Monday by Ana Reis against Marco Lima, is pending.",
        {"d Marco Lima", "p Ana Reis"},
        id="filed by, behind the sum",
    ),
    pytest.param(
        "Six activists, among them Ana Reis and Luis Costa, were charged with treason.",
        {"d Ana Reis", "d Luis Costa"},
        id="some of a group",
    ),
    pytest.param(
        "The court sentenced three activists - Ana Reis, Luis Costa and a student - to two years in prison.",
        {"d Ana Reis", "d Luis Costa"},
        id="a list that somebody unnamed closes",
    ),
    pytest.param(
        "Ana Reis and Rosa Pinto worked at the Farm Bank. The pair sued the Farm Bank in May.",
        {"p Ana Reis", "p Rosa Pinto", "d Farm Bank"},
        id="the pair",
    ),
    pytest.param(
        "Marco Lima lost the libel case brought by Ana Reis.",
        {"d Marco Lima", "p Ana Reis"},
        id="who lost it was sued",
    ),
    pytest.param(
        "Marco Lima is facing a defamation lawsuit from Ana Reis.",
        {"d Marco Lima", "p Ana Reis"},
        id="a suit from somebody",
    ),
    pytest.param(
        "A judge dismissed a defamation suit by Ana Reis against Marco Lima.",
        {"d Marco Lima", "p Ana Reis"},
        id="a suit by somebody that was dismissed",
    ),
    pytest.param(
        "Ana Reis filed for divorce from Marco Lima in March.",
        {"d Marco Lima", "p Ana Reis"},
        id="a divorce that is filed for",
    ),
    pytest.param(
        "A judge in Rome heard the divorce of Ana Reis and Marco Lima on Monday.",
        {"d Marco Lima", "p Ana Reis"},
        id="a divorce of two",
    ),
    pytest.param(
        "Marco Lima, a convicted murderer, was released on Monday.",
        {"d Marco Lima"},
        id="a convicted man",
    ),
    pytest.param(
        "Marco Lima, the former president, currently on trial for war crimes, denies it.",
        {"d Marco Lima"},
        id="on trial, without a verb",
    ),
    pytest.param(
        "Marco Lima pleaded not guilty to fraud on Monday.",
        {"d Marco Lima"},
        id="a plea",
    ),
    pytest.param(
        "Jurors convicted Marco Lima on Monday of fraud.",
        {"d Marco Lima"},
        id="jurors",
    ),
    pytest.param(
        "A lawsuit filed on Tuesday by Ana Reis alleges that Marco Lima stole her car.",
        {"d Marco Lima", "p Ana Reis"},
        id="what the suit alleges",
    ),
    pytest.param(
        "According to a lawsuit filed on Tuesday by Ana Reis, Marco Lima stole her car.",
        {"d Marco Lima", "p Ana Reis"},
        id="according to a suit",
    ),
    pytest.param(
        "Marco Lima was charged with stalking on the sworn complaint of a neighbour, Ana Reis.",
        {"d Marco Lima", "p Ana Reis"},
        id="on whose complaint",
    ),
    pytest.param(
        "Ana Reis is suing. Marco Lima, the defendant, owes her 5,000 euros.",
        {"d Marco Lima", "p Ana Reis"},
        id="suing, and the defendant named later",
    ),
    pytest.param(
        "Marco Lima lives abroad to avoid prison for an old libel case brought by Ana Reis. "
        "Rosa Pinto has also filed a separate libel suit.",
        {"p Ana Reis", "d Marco Lima", "p Rosa Pinto"},
        id="a fugitive from a case that is brought by somebody",
    ),
    pytest.param(
        "The High Court ruled Marco Lima lacked authority to reschedule the vote.",
        {"d Marco Lima"},
        id="on whom a court rules",
    ),
    pytest.param(
        "Marco Lima was extradited to Spain in February.",
        {"d Marco Lima"},
        id="extradited",
    ),
    pytest.param(
        "Marco Lima is currently facing the death penalty.",
        {"d Marco Lima"},
        id="facing the death penalty",
    ),
    pytest.param(
        "Marco Lima faces up to ten years in prison.",
        {"d Marco Lima"},
        id="facing years in prison",
    ),
    pytest.param(
        "The Farm Bank sued in May. The plaintiffs were listed as Ana Reis and Rosa Pinto.",
        {"p Farm Bank", "p Ana Reis", "p Rosa Pinto"},
        id="who are listed as plaintiffs",
    ),
    pytest.param(
        "A public interest litigation was filed against Marco Lima at the High Court.",
        {"d Marco Lima"},
        id="a litigation",
    ),
    pytest.param(
        "The ministry used the courts to dissolve its rival, the Farmers Party.",
        {"d Farmers Party"},
        id="using the courts",
    ),
    pytest.param(
        "A judge has thrown out a lawsuit in which the singer Ana Reis accused her producer, Marco Lima, of assault.",
        {"p Ana Reis", "d Marco Lima"},
        id="the clause within a suit thrown out",
    ),
    pytest.param(
        "The Supreme Court has ruled in favor of the Farm Bank in its lawsuit against Oracle.",
        {"p Farm Bank", "d Oracle"},
        id="in whose favour a court rules",
    ),
    pytest.param(
        "A Moscow court on Friday ordered the blogger Marco Lima held in custody on charges of treason.",
        {"d Marco Lima"},
        id="held on charges",
    ),
    pytest.param(
        "Marco Lima is due in court on Friday on charges of bribery.",
        {"d Marco Lima"},
        id="due in court",
    ),
    pytest.param(
        "Marco Lima was on Monday remanded in custody on a charge of insulting the president.",
        {"d Marco Lima"},
        id="a subject before the day",
    ),
    pytest.param(
        "Marco Lima, accused of spying, appeared in court on Monday.",
        {"d Marco Lima"},
        id="accused, and in court",
    ),
    pytest.param(
        "The case against Marco Lima, who is accused of sedition, was adjourned.",
        {"d Marco Lima"},
        id="the case against the accused",
    ),
    pytest.param(
        "In a lawsuit filed on Monday, Ana Reis accused Marco Lima of lying.",
        {"p Ana Reis", "d Marco Lima"},
        id="accused in a suit",
    ),
    pytest.param(
        "The High Court ruled on Tuesday that the Farm Bank had violated the rights of Ana Reis.",
        {"p Ana Reis", "d Farm Bank"},
        id="whose rights were violated",
    ),
    pytest.param(
        "The Constitutional Court rejected a petition by Ana Reis seeking to annul the election of Marco Lima.",
        {"p Ana Reis", "d Marco Lima"},
        id="whose election is to be annulled",
    ),
    pytest.param(
        "Marco Lima lost his appeal against a two-year sentence for sedition.",
        {"d Marco Lima"},
        id="an appeal against a sentence",
    ),
    pytest.param(
        "Marco Lima denied three counts of fraud when he appeared at Leeds Crown Court.",
        {"d Marco Lima"},
        id="who denies the counts",
    ),
    pytest.param(
        "Ana Reis told the court about the fall. Her lawsuit seeks damages from Marco Lima.",
        {"p Ana Reis", "d Marco Lima"},
        id="from whom a suit seeks damages",
    ),
    pytest.param(
        "Ana Reis is seeking 5 million dollars in damages in a lawsuit against Marco Lima.",
        {"p Ana Reis", "d Marco Lima"},
        id="who seeks damages in a suit",
    ),
    pytest.param(
        "The court handed down a 10-year sentence to Marco Lima for terrorism.",
        {"d Marco Lima"},
        id="to whom a sentence is handed down",
    ),
    pytest.param(
        "Marco Lima will stand trial for bribery in May.",
        {"d Marco Lima"},
        id="who will stand trial",
    ),
    pytest.param(
        "Marco Lima is scheduled to be sentenced on Friday for fraud.",
        {"d Marco Lima"},
        id="who is to be sentenced",
    ),
    pytest.param(
        "Police arrested a man in Lisbon. The man, identified as Marco Lima, was charged with murder.",
        {"d Marco Lima"},
        id="a man identified as somebody",
    ),
    pytest.param(
        "The bank sued Minister of Justice Marco Lima over a debt.",
        {"d Marco Lima"},
        id="an office with a name at its end",
    ),
    pytest.param(
        "Marco Lima was sent to prison for angering the authorities.",
        {"d Marco Lima"},
        id="sent to prison",
    ),
    pytest.param(
        "The arrest of Marco Lima on trumped-up charges of treason shocked the town.",
        {"d Marco Lima"},
        id="the arrest on charges",
    ),
    pytest.param(
        "The government's decision to dissolve the Farmers Party left the village without a chief.",
        {"d Farmers Party"},
        id="a decision to dissolve",
    ),
    pytest.param(
        "The blog gives the history of the case:\n\nMarco Lima, 46, had been imprisoned for twelve years for fraud, "
        "as friends recall.\n\nIt has many readers.",
        {"d Marco Lima"},
        id="a quotation set off",
    ),
    pytest.param(
        "Reporters urged Ana Reis to drop her libel action against the journalist Marco Lima.",
        {"p Ana Reis", "d Marco Lima"},
        id="a suit that somebody is asked to drop",
    ),
    pytest.param(
        "Ana Reis and Luis Costa write for the weekly. They were charged with sedition in May.",
        {"d Ana Reis", "d Luis Costa"},
        id="they, right behind who they are",
    ),
    pytest.param(
        "Marco Lima is in jail on treason charges.",
        {"d Marco Lima"},
        id="in jail on charges",
    ),
    pytest.param(
        "Marco Lima remains in prison on charges of treason.",
        {"d Marco Lima"},
        id="in prison on charges",
    ),
    pytest.param(
        "Marco Lima is awaiting trial for treason.",
        {"d Marco Lima"},
        id="awaiting trial",
    ),
    pytest.param(
        "Marco Lima was released on bail on Monday.",
        {"d Marco Lima"},
        id="on bail",
    ),
    pytest.param(
        "Marco Lima was denied bail by the High Court.",
        {"d Marco Lima"},
        id="without bail",
    ),
    pytest.param(
        "Prosecutors accuse Marco Lima of taking bribes.",
        {"d Marco Lima"},
        id="whom prosecutors accuse",
    ),
    pytest.param(
        "The indictment accuses Marco Lima of bribery.",
        {"d Marco Lima"},
        id="whom the indictment accuses",
    ),
    pytest.param(
        "A Bangkok court summoned Marco Lima over a charge of sedition.",
        {"d Marco Lima"},
        id="whom a court summons",
    ),
    pytest.param(
        "Marco Lima was released from prison in May after serving two years for sedition.",
        {"d Marco Lima"},
        id="after serving",
    ),
    pytest.param(
        "Marco Lima spent 18 years in prison for treason.",
        {"d Marco Lima"},
        id="years in prison for something",
    ),
    pytest.param(
        "Authorities have charged Marco Lima under the law on computer crimes.",
        {"d Marco Lima"},
        id="charged under a law",
    ),
    pytest.param(
        "Police have charged a man with murder. Marco Lima, 30, will appear in court on Friday.",
        {"d Marco Lima"},
        id="a man charged, named next",
    ),
    pytest.param(
        "The charge against Marco Lima carries up to ten years in prison.",
        {"d Marco Lima"},
        id="the charge against somebody",
    ),
    pytest.param(
        "Marco Lima is one of three men charged with the attack.",
        {"d Marco Lima"},
        id="one of those charged",
    ),
    pytest.param(
        "Those convicted of fraud include Marco Lima and Luis Costa.",
        {"d Marco Lima", "d Luis Costa"},
        id="those convicted",
    ),
    pytest.param(
        "Ana Reis sought an injunction from the High Court against the new law.",
        {"p Ana Reis"},
        id="who seeks an injunction",
    ),
    pytest.param(
        "Lawyers for Ana Reis filed a libel suit against Marco Lima.",
        {"p Ana Reis", "d Marco Lima"},
        id="for whom lawyers file",
    ),
    pytest.param(
        "A libel suit was filed by the attorney of Ana Reis against Marco Lima.",
        {"p Ana Reis", "d Marco Lima"},
        id="by whose attorney it is filed",
    ),
    pytest.param(
        "Journalist Can Pinto, 41, of the Herald was fined. Can Pinto was sentenced to a year in jail for fraud.",
        {"d Can Pinto"},
        id="a name like a modal",
    ),
    pytest.param(
        "Marco Lima was ordered by the Lisbon District Court to pay 300 euros in compensation to trader Ana Reis.",
        {"p Ana Reis", "d Marco Lima"},
        id="who is compensated",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "sides"), TEXTS)
def test_the_sides_of_a_case(text: str, sides: set[str], document_of: Callable[[str], Document]) -> None:
    found = {f"{SIDES[Predicate(p)]} {s}" for s, p, _ in links(document_of(text), *SIDES)}
    assert found == sides


@pytest.mark.model
def test_what_prosecutors_want_is_not_imposed(document_of: Callable[[str], Document]) -> None:
    text = "Marco Lima went on trial for bribery on Monday. Prosecutors sought a fine of 90,000 euros for Marco Lima."
    assert {o for _, _, o in links(document_of(text), Predicate.HAS_PENALTY)} == {"fine of 90,000 EUR (sought)"}


@pytest.mark.model
def test_the_sum_of_the_loot_is_no_penalty(document_of: Callable[[str], Document]) -> None:
    text = "Marco Lima was convicted on Monday of the embezzlement of 90,000 euros and fined 500 euros."
    assert {o for _, _, o in links(document_of(text), Predicate.HAS_PENALTY)} == {"fine of 500 EUR (imposed)"}
