# %% [markdown]
# # Beyond one machine: Ray
#
# The same analysis, spread over processes or machines by [Ray Data](https://docs.ray.io). Every actor loads the model once, rows arrive in batches, and the tables are those of one machine, row for row. Here the bundled releases and a local cluster of two actors stand for your corpus and your machines.
#
# Ray is an extra: `pip install 'humas-nlp[ray]'`. Without it the cells below say so and do nothing.
#
# *Analisis yang sama di banyak proses atau mesin, dengan Ray.*

# %%
import importlib.util
import os

ada_ray = importlib.util.find_spec("ray") is not None
if not ada_ray:
    print("skipped: Ray is not installed (pip install 'humas-nlp[ray]')")

# %% [markdown]
# ## A cluster
#
# `ray.init()` without an address starts one on this machine; `RAY_ADDRESS` or `ray.init("ray://…")` finds yours. Statistics are not sent anywhere.

# %%
if ada_ray:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray

    ray.init(
        num_cpus=3,
        include_dashboard=False,
        log_to_driver=False,
        _node_ip_address="127.0.0.1",
    )
    ray.data.DataContext.get_current().enable_progress_bars = False

# %% [markdown]
# ## Rows in, nested rows out
#
# `analyze` is lazy: it only describes the work. `concurrency` is the number of actors, each with one thread and its own copy of the model. Of a corpus in Parquet: `ray.data.read_parquet("s3://…")`.

# %%
import humas_nlp

contoh = humas_nlp.samples()
if ada_ray:
    from humas_nlp.corpus.ray import analyze, tables

    baris = [{"id": kunci, "isi": isi} for kunci, isi in contoh.items()]
    naskah = ray.data.from_items(baris).repartition(4)
    # Once: without materialize() every table below would analyse all texts anew.
    terurai = analyze(naskah, text="isi", model="rules", concurrency=2).materialize()
    print(terurai.count(), "documents")

# %% [markdown]
# ## Five tables
#
# `tables` unfolds them; they can be written with Ray's own `write_parquet`, or joined here.

# %%
if ada_ray:
    kutipan = tables(terurai)["quotes"].to_pandas()
    print(kutipan.groupby("kind", observed=True).size())

# %% [markdown]
# ## The same as on one machine

# %%
if ada_ray:
    nlp = humas_nlp.load("rules")
    sendiri = humas_nlp.to_frames(
        humas_nlp.analyze_many(contoh.values(), ids=contoh.keys(), nlp=nlp)
    )["quotes"]
    kunci = ["doc_id", "start", "text"]
    satu, banyak = (
        bingkai.sort_values(kunci)[kunci].reset_index(drop=True) for bingkai in (sendiri, kutipan)
    )
    assert satu.astype(str).equals(banyak.astype(str))
    print(len(satu), "quotes, the same")

# %% [markdown]
# ## When it pays
#
# An actor needs a second to start and its own memory for the model. On one machine `humas analyze … --workers 2` does the same with less; Ray is for many machines, or where the data are in a Ray dataset already. `humas analyze korpus/ -o hasil/ --engine ray` is the command.

# %%
if ada_ray:
    ray.shutdown()
