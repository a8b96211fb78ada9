"""Rates with the start and without it."""

import gzip
import json

import pytest
from typer.testing import CliRunner

import humas_nlp
from humas_nlp.evaluation.__main__ import app
from humas_nlp.evaluation.speed import Rate, arrivals, rates, read_texts

TEXTS = [f"Camat {number} membuka pasar di Kendal." for number in range(20)]


def test_the_start_is_in_one_rate_alone():
    times = [10.0 + number for number in range(20)]  # ten seconds of start, then one a text
    whole, steady = rates(times, [6] * 20)
    assert whole == Rate(20 / 29, 120 / 29)
    assert steady == Rate(1.0, 6.0)


def test_a_slow_end_is_left_out():
    times = [*range(1, 19), 30.0, 50.0]
    assert rates(times, [6] * 20)[1] == Rate(1.0, 6.0)


def test_words_of_the_texts_in_between_count():
    words = [100, 100, 100, *[5] * 15, 100, 100]
    assert rates([float(number) for number in range(1, 21)], words)[1].words == 5


@pytest.mark.parametrize("count", [1, 2, 9])
def test_few_texts_have_one_rate(count):
    whole, steady = rates([0.5 * n for n in range(1, count + 1)], [4] * count)
    assert whole.texts == pytest.approx(2)
    assert steady.texts == pytest.approx(2)


def test_every_text_arrives_in_order():
    times = arrivals(humas_nlp.load("rules"), TEXTS, processes=1)
    assert len(times) == len(TEXTS)
    assert times == sorted(times)


@pytest.fixture
def packed(tmp_path):
    path = tmp_path / "teks.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in TEXTS)
    return path


def test_gzip_and_limit(packed):
    assert read_texts(packed) == TEXTS
    assert read_texts(packed, 3) == TEXTS[:3]


def test_command(packed):
    args = ["speed", "rules", str(packed), "--processes", "1", "--repeat", "1", "--limit", "5"]
    lines = CliRunner().invoke(app, args).output.splitlines()
    assert lines[0] == "5 texts; best of 1"
    assert [line.split(",")[1].split()[0] for line in lines[1:]] == ["with", "steady"]


def test_a_file_without_texts_is_an_error(tmp_path):
    (tmp_path / "kosong.jsonl").write_text("", encoding="utf-8")
    result = CliRunner().invoke(app, ["speed", "rules", str(tmp_path / "kosong.jsonl")])
    assert isinstance(result.exception, humas_nlp.HumasError)
