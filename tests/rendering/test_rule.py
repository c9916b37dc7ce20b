"""The decision rule as a page prints it: from the data in force."""

from bs4 import BeautifulSoup

from tests.rendering.golden import golden_catalog, page_of


def test_the_rule_prints_every_signal_and_use_case_in_force() -> None:
    soup = BeautifulSoup(page_of("<< decision_rule() >>"), "html.parser")
    settings = golden_catalog().settings
    signals = {row["data-mc-signal"]: row.td.get_text() for row in soup.select("[data-mc-signal]") if row.td}
    assert signals == {name: str(weight) for name, weight in settings.weights.items()}
    cases = [row["data-mc-use-case"] for row in soup.select("[data-mc-use-case]")]
    assert cases == list(settings.use_cases)


def test_the_rule_says_its_margin_and_its_floor() -> None:
    text = BeautifulSoup(page_of("<< decision_rule() >>"), "html.parser").get_text()
    assert "A lead below 5% of the decided weight is too close to call." in text
    assert "Where less than 50% of the whole weight is decided, the verdict is withheld" in text
