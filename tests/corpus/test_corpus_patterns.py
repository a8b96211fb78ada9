"""Every regular expression of the package takes time linear in the text, whatever it holds.

Each pattern is run by an engine that counts its steps, over texts made of its own parts: what
comes before a repetition, then the repeated part again and again, then what no pattern expects.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from backtracking import Counter, TooManyStepsError, drawer, pumps

LENGTH = 400
CHEAP = 60  # steps a character; below, growth need not be looked at
MOST = 1_000_000
GROWTH = 2.4  # times the steps for twice the text; a square gives 4
COMMON = [*' \nAa1.,(<"“-', "A.", "A. ", "a ", "1.", "1 ", "Aa ", "Aa, ", "- ", "aa-", "/1", "\t "]


@pytest.fixture(scope="module")
def patterns():
    helper = Path(__file__).with_name("pattern_helper.py")
    out = subprocess.run([sys.executable, helper], capture_output=True, check=True).stdout
    return json.loads(out)


@pytest.fixture(autouse=True)
def deep():
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(200_000)
    yield
    sys.setrecursionlimit(before)


def steps(pattern, flags, text, most, *, one_place):
    counter = Counter(pattern, flags, most)
    try:
        return (counter.steps_of_match if one_place else counter.steps_of_finditer)(text)
    except TooManyStepsError:
        return None


def attack(before, part, length):
    return before + (part * (length // len(part) + 1))[:length] + "\0"


def is_linear(pattern, flags, before, part, *, one_place=False):
    """Tell whether twice the text takes some twice the steps."""

    def count(length, most):
        return steps(pattern, flags, attack(before, part, length), most, one_place=one_place)

    if count(LENGTH, CHEAP * LENGTH) is not None:
        return True
    once, twice = count(2 * LENGTH, MOST), count(4 * LENGTH, 2 * MOST)
    return twice is not None and twice < GROWTH * once


def attacks(pattern, flags):
    counter = Counter(pattern, flags)
    found = [("", part) for part in COMMON]
    for seed in range(2):
        found += pumps(counter.tree, counter.tree.state.flags, drawer(seed))
    return [pair for pair in dict.fromkeys(found) if pair[1]]


def test_every_pattern_is_linear(patterns):
    assert len(patterns) > 150
    found = {}
    for module, pattern, flags, one_place in patterns:
        for before, part in attacks(pattern, flags):
            if not is_linear(pattern, flags, before, part, one_place=one_place):
                found[module, pattern] = before, part
                break
    assert not found


@pytest.mark.parametrize(
    "pattern",
    [r"(?:a+)+b", r"(?:a|aa)+$", r"\s+$", r"(\w+)-\1", r"x*y", r".*,.*z", r"(?:\d+,?)+;", r"a.*?b"],
)
def test_patterns_that_are_not_linear_are_found(pattern):
    assert not all(is_linear(pattern, 0, *pair) for pair in attacks(pattern, 0))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(?:ab|a)(bc|c)?", "abcabc"),
        (r"(a+?)(b*)\1", "aabaa"),
        (r"(?i)kab\.?\s(?=[A-Z])", "KAB. Kendal kab Kota"),
        (r"(?<!\w)[^\W\d_]{2,}+(?!x)\b", "satu dua3 tiga"),
        (r"^\s*(\()?x(?(1)\))$", "(x)"),
        (r"(?m)^b.*$", "a\nbc\nb"),
        (r"(?:(?:a|b){1,2}c?)*?d", "abcabd"),
        (r"(?:a*)*b", "aab"),
        (r"((?:a|b)+)-(?:\1|c)", "ab-ab ba-c"),
        (r"(?s)(?>a.)\Z", "a\n"),
    ],
)
def test_the_counting_engine_agrees_with_python(pattern, text):
    counter = Counter(pattern)
    for start in range(len(text) + 1):
        match = re.compile(pattern).match(text, start)
        assert counter.match(text, start) == (match.end() if match else None), start


def test_it_agrees_on_every_pattern_of_the_package(patterns):
    for module, pattern, flags, _ in patterns:
        compiled, counter = re.compile(pattern, flags), Counter(pattern, flags)
        for before, part in attacks(pattern, flags)[:40]:
            text = attack(before, part, 12)[:-1] + " Kendal, 3 Mei"
            match = compiled.match(text)
            assert counter.match(text) == (match.end() if match else None), (module, pattern, text)
