"""Local with one and two workers, Ray and Spark give the same tables, row for row.

Skipped where the extras are not installed (they are by ``.ci/run``), and Spark where there is no
Java.
"""

import json
import os
import shutil
import sys

import pyarrow as pa
import pytest
from run_helpers import load_fake, shard_bytes, write_rows

import humas_nlp
from humas_nlp.corpus import run
from humas_nlp.corpus.nested import Columns, analyze_table, nested_schema, unfold
from humas_nlp.corpus.run_folder import RunFolder
from humas_nlp.corpus.run_into_folder import Listener, RunJob
from humas_nlp.corpus.run_options import RunOptions
from humas_nlp.corpus.tables import TABLES

SAMPLES = list(humas_nlp.samples().items())
WORKERS = 2


def rows():
    return [{"id": key, "text": text, "outlet": key[:2]} for key, text in SAMPLES]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("masukan") / "a.jsonl"
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows())
    path.write_text("".join(lines), "utf-8")
    return path


@pytest.fixture(scope="module")
def local(source, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lokal") / "hasil"
    run(source, folder, keep=["outlet"], shard_size=5)
    return folder


def plain_rows(table):
    """Return a table's rows sorted by their key, categories as strings."""
    found = table.to_pylist()
    keys = table.column_names[:2]
    return sorted(found, key=lambda row: tuple(str(row[key]) for key in keys))


def assert_same_rows(tables, local):
    read = humas_nlp.read_run(local)
    for name, columns in TABLES.items():
        assert tables[name].column_names == list(columns)
        assert plain_rows(tables[name]) == plain_rows(read.arrow(name)), name


@pytest.fixture(scope="module")
def ray():
    ray = pytest.importorskip("ray", reason="the extra 'ray' is not installed")
    pytest.importorskip("ray.data", reason="the extra 'ray' is not installed")
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    # 15 by default: on a busy machine the test would starve.
    os.environ["RAY_worker_niceness"] = "0"  # noqa: SIM112 - its name
    paths = [os.path.dirname(__file__), os.path.dirname(os.path.dirname(__file__))]  # noqa: PTH120
    os.environ["PYTHONPATH"] = os.pathsep.join(paths)  # actors import the stand-in analysis
    ray.init(
        num_cpus=WORKERS + 1,
        log_to_driver=False,
        include_dashboard=False,
        _node_ip_address="127.0.0.1",
    )
    yield ray
    ray.shutdown()


@pytest.fixture(scope="module")
def spark():
    pytest.importorskip("pyspark", reason="the extra 'spark' is not installed")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Spark needs Java 17, which is not on this machine")
    from pyspark.sql import SparkSession

    # The Python of the executors is the first python3 of the path unless it is named.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master(f"local[{WORKERS}]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_two_workers(source, local, tmp_path):
    run(source, tmp_path / "hasil", keep=["outlet"], shard_size=5, workers=WORKERS)
    assert shard_bytes(tmp_path / "hasil") == shard_bytes(local)


def test_nested_rows_unfold_into_the_same_tables(local):
    found = analyze_table(pa.Table.from_pylist(rows()), Columns(keep=("outlet",)))
    assert found.schema.equals(nested_schema())
    assert_same_rows({name: unfold(found, name) for name in TABLES}, local)


def test_nested_rows_that_fail_say_why():
    odd = [{"id": None, "text": "a"}, {"id": "b", "text": None}, {"id": "c", "text": "Rapat."}]
    found = analyze_table(pa.Table.from_pylist(odd), Columns()).to_pylist()
    assert [(row["doc_id"], bool(row["error"])) for row in found] == [
        (None, True),
        ("b", True),
        ("c", False),
    ]
    table = analyze_table(pa.Table.from_pylist(odd), Columns())
    assert unfold(table, "documents")["doc_id"].to_pylist() == ["c"]
    with pytest.raises(humas_nlp.DataError, match="no column 'isi'"):
        analyze_table(pa.Table.from_pylist(odd), Columns(text="isi"))
    with pytest.raises(humas_nlp.DataError, match="no column 'id'"):
        analyze_table(pa.table({"text": ["a"]}), Columns())


def test_ray_engine(ray, source, local, tmp_path):
    folder = tmp_path / "hasil"
    run(source, folder, keep=["outlet"], shard_size=5, workers=WORKERS, engine="ray")
    assert shard_bytes(folder) == shard_bytes(local)
    folder_before = shard_bytes(folder)
    RunFolder(folder).table("quotes", 2).unlink()
    summary = run(
        source, folder, keep=["outlet"], shard_size=5, workers=WORKERS, engine="ray", resume=True
    )
    assert summary.resumed == len(SAMPLES) - 5
    assert shard_bytes(folder) == folder_before


def test_a_document_that_kills_its_ray_actor_costs_only_itself(ray, tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 12, {4: "MATI", 9: "GAGAL"})
    job = RunJob(
        (str(path),),
        RunFolder(tmp_path / "hasil"),
        RunOptions(workers=WORKERS, engine="ray", shard_size=6),
        load=load_fake,
    )
    summary = job.run(Listener())
    assert (summary.documents, summary.failed) == (10, 2)
    errors = humas_nlp.read_run(tmp_path / "hasil").errors
    assert errors["id"].tolist() == ["d4", "d9"]
    assert "worker process died" in errors["reason"][0]


def test_ray_data(ray, local):
    from humas_nlp.corpus.ray import analyze, tables

    dataset = ray.data.from_items(rows())
    found = analyze(dataset, keep=["outlet"], concurrency=WORKERS).materialize()
    arrow = {
        name: pa.concat_tables(ray.get(table.to_arrow_refs()), promote_options="default")
        for name, table in tables(found).items()
    }
    assert_same_rows(arrow, local)


def test_spark(spark, local):
    from humas_nlp.corpus.spark import analyze, tables

    frame = spark.createDataFrame([tuple(row.values()) for row in rows()], list(rows()[0]))
    found = analyze(frame.repartition(2), keep=["outlet"]).persist()
    arrow = {name: table.toArrow() for name, table in tables(found).items()}
    assert_same_rows(arrow, local)
    assert found.where("error is not null").count() == 0
    with pytest.raises(humas_nlp.DataError, match="no column 'isi'"):
        analyze(frame, text="isi")
