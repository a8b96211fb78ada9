import numpy  # noqa: F401 - brings a library with threads
from threadpoolctl import threadpool_info, threadpool_limits

from humas_nlp.corpus.analysis import Result, analyze_records
from humas_nlp.corpus.records import Failure, Record
from humas_nlp.document import Document


def analyze_many(texts, *, ids=None, titles=None, nlp=None):
    for text, id, title in zip(texts, ids, titles, strict=True):
        if "GAGAL" in text:
            raise ValueError("sengaja")
        yield Document(id, text, warnings=(f"{title}", "sama"))


def test_results_and_failures_in_order():
    items = [
        Record("a", "satu", "J", warnings=("byte", "sama")),
        Failure("f", 2, None, "rusak"),
        Record("b", "dua"),
    ]
    found = list(analyze_records(items, analyze_many))
    assert found[0].document.id == "a"
    assert found[0].document.warnings == ("byte", "sama", "J")
    assert found[1] is items[1]
    assert found[2].record is items[2]


def test_one_failing_text_costs_only_itself():
    texts = ["satu", "GAGAL", "tiga", "empat", "GAGAL"]
    items = [Record(str(n), text, source="f", line=n) for n, text in enumerate(texts, 1)]
    for batch in (1, 2, 64):
        found = list(analyze_records(items, analyze_many, batch=batch))
        assert [isinstance(item, Result) for item in found] == [True, False, True, True, False]
        assert str(found[1]).startswith("f, line 2: the analysis of '2' failed (ValueError")


def test_an_analysis_that_gives_too_little_is_a_failure():
    found = list(analyze_records([Record("a", "x"), Record("b", "y")], lambda *a, **k: iter(())))
    assert all(isinstance(item, Failure) for item in found)


def test_records_are_read_a_batch_at_a_time():
    read = []

    def records():
        for n in range(10):
            read.append(n)
            yield Record(str(n), "x")

    next(analyze_records(records(), analyze_many, batch=3))
    assert read == [0, 1, 2]


def test_kept_fields_stand_under_input():
    bare = Result(Document("a", "x"), Record("a", "x"))
    kept = Result(Document("a", "x"), Record("a", "x", keep={"outlet": "A"}))
    assert "input" not in bare.to_dict()
    assert kept.to_dict(text=True) == bare.to_dict(text=True) | {"input": {"outlet": "A"}}


def test_arithmetic_has_one_thread_during_the_analysis_and_as_many_as_before_behind_it():
    def threads():
        return {each["num_threads"] for each in threadpool_info()}

    seen = []

    def analyze_many(texts, *, ids=None, titles=None, nlp=None):
        seen.append(threads())
        return (Document(id, text) for text, id in zip(texts, ids, strict=True))

    with threadpool_limits(2):
        before = threads()
        records = [Record("a", "Naskah."), Record("b", "Naskah.\n\n" * 20)]
        assert len(list(analyze_records(records, analyze_many, block=50))) == 2
        assert threads() == before
    assert len(seen) > 2
    assert all(each == {1} for each in seen)
