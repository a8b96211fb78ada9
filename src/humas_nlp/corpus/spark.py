"""Beyond one machine, with Spark.

    from humas_nlp.corpus.spark import analyze, tables

    found = analyze(spark.read.parquet("hdfs://…"), text="isi").persist()
    tables(found)["quotes"].write.parquet("hdfs://…/quotes")

Every Python worker of an executor loads the model once. The package must be installed on the
executors; nothing is sent there but the names of the columns and of the model.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from humas_nlp.corpus.columns import STORAGE
from humas_nlp.corpus.engine import DEFAULT_MODEL
from humas_nlp.corpus.nested import DOCUMENT, LISTS, Columns, analyze_table, nested_schema
from humas_nlp.corpus.records import DEFAULT_ID
from humas_nlp.corpus.tables import TABLES
from humas_nlp.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas as pd

DataFrame: TypeAlias = Any  # pyspark.sql.DataFrame, classic or Connect


def schema() -> str:
    """Return the published schema of `analyze` as Spark DDL."""
    structs = {
        table: ",".join(f"`{name}`:{STORAGE[kind].spark}" for name, kind in columns.items())
        for table, columns in TABLES.items()
    }
    lists = [f"`{name}` array<struct<{structs[name]}>>" for name in LISTS]
    document = f"`{DOCUMENT}` struct<{structs['documents']}>"
    return ", ".join(["`doc_id` string", "`error` string", document, *lists])


def analyze(
    frame: DataFrame,
    *,
    text: str = "text",
    id: str = DEFAULT_ID,
    title: str | None = None,
    keep: Iterable[str] = (),
    model: str = DEFAULT_MODEL,
    themes: str | Path | None = None,
) -> DataFrame:
    """Analyse the rows of a Spark frame, lazily; each row gives one nested row.

    Args:
        frame: Rows with a text and an id.
        text: Column of the texts.
        id: Column of the ids, unique in the frame.
        title: Column of headlines, or None.
        keep: Columns to copy into "input".
        model: Name or path of the pipeline, on every executor.
        themes: Path of a theme model of your own, on every executor.

    Returns:
        A frame with the schema of `humas_nlp.corpus.nested`.

    Raises:
        DataError: A column is not there.
        MissingExtraError: The extra "spark" is not installed.
    """
    _pyspark()
    columns = Columns(text, id, title, tuple(keep), model, None if themes is None else str(themes))
    columns.check(list(frame.columns))
    names = [f"`{name}`" for name in columns.used()]
    return frame.select(*names).mapInPandas(_mapper(columns), schema())


def _mapper(columns: Columns) -> "Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]":
    def analyze_batches(batches: "Iterator[pd.DataFrame]") -> "Iterator[pd.DataFrame]":
        import pyarrow as pa

        for batch in batches:
            table = pa.Table.from_pandas(batch, preserve_index=False)
            found = analyze_table(table, columns)
            # Lists and structs as Python objects, which is what Spark takes back.
            rows = {name: found[name].to_pylist() for name in nested_schema().names}
            yield _object_frame(rows)

    return analyze_batches


def _object_frame(rows: dict[str, list[Any]]) -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in rows.items()})


def tables(analyzed: DataFrame) -> dict[str, DataFrame]:
    """Return the five tables of an analysed frame, by name.

    Rows with an error are in none of them; see the column "error".

    Args:
        analyzed: What `analyze` gives. Call ``.persist()`` first, or each table analyses anew.
    """
    functions = _pyspark()
    known = analyzed.where(functions.col(DOCUMENT).isNotNull())
    unfolded = {"documents": known.select(f"{DOCUMENT}.*")}
    for name in LISTS:
        unfolded[name] = known.select(functions.explode(name).alias("row")).select("row.*")
    return unfolded


def _pyspark() -> Any:  # noqa: ANN401
    try:
        from pyspark.sql import functions
    except ImportError as error:
        raise MissingExtraError("spark", "Working on a Spark cluster") from error
    return functions
