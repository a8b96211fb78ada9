"""Names of weekdays and months."""

from humas_nlp.lexicon.calendar import month_numbers, weekdays


def test_months():
    months = month_numbers()
    assert set(months.values()) == set(range(1, 13))
    assert (months["pebruari"], months["mei"], months["december"]) == (2, 5, 12)
    assert all(name == name.lower() for name in months)


def test_weekdays():
    assert weekdays()[0] == "senin"
    assert {"jumat", "jum'at", "jum’at", "ahad"} <= set(weekdays())
