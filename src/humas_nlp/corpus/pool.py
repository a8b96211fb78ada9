"""Worker processes that load the model once and take shard after shard.

A worker that dies (out of memory, a fault in a compiled library) takes nothing with it: its
shard is given to a new one document by document, and the document at which that one dies too is
named as a failure.
"""

import multiprocessing as mp
import os
import signal
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Protocol

from humas_nlp import errors
from humas_nlp.corpus.child import death
from humas_nlp.corpus.shards import Shard
from humas_nlp.errors import HumasError

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
STOP_SECONDS = 5.0
FATAL = (
    "the worker process died at this document ({cause}): it may need more memory than there is, "
    "or it meets a fault. All other documents are unaffected."
)


@dataclass(frozen=True, slots=True)
class Report:
    """How a task tells where it is.

    Attributes:
        done: Called with the number of items that were finished since the last call.
        at: Called with an item's index before it is analysed, where items go one by one.
    """

    done: Callable[[int], None]
    at: Callable[[int], None]


class Task(Protocol):
    """What a worker does; it travels to the worker by pickle."""

    def setup(self) -> None:
        """Load the model; called once in each worker."""
        ...

    def __call__(self, shard: Shard, report: Report, *, careful: bool) -> Any:  # noqa: ANN401
        """Do a shard.

        Args:
            shard: The shard.
            report: Where the task tells its progress.
            careful: Items go one by one, each told to `report.at` first.
        """
        ...


def run_tasks(
    task: Task,
    shards: Iterable[Shard],
    *,
    workers: int,
    done: Callable[[int], None],
    ready: Callable[[], None] = lambda: None,
) -> Generator[Any, None, None]:
    """Do every shard and yield the outcomes, in the order of the shards.

    Args:
        task: What to do.
        shards: The shards; read lazily, at most two for each worker ahead.
        workers: Worker processes; 1 works in this very process.
        done: Called with the number of items finished, as they are.
        ready: Called once, when the model is loaded and before the first shard is done; where
            there is no shard to do, nothing is loaded.

    Raises:
        HumasError: The model cannot be loaded, workers cannot start, or one raised an error that
            is not a document's.
    """
    source = iter(shards)
    if (first := next(source, None)) is None:
        return
    source = chain([first], source)
    if workers <= 1:
        task.setup()
        ready()
        report = Report(done, lambda _: None)
        for shard in source:
            yield task(shard, report, careful=False)
        return
    pool = _Pool(task, workers, done, ready)
    try:
        yield from pool.run(source)
    finally:
        pool.close()


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    shard: Shard | None = None
    careful: bool = False
    ready: bool = False
    at: int | None = None  # the item it is at, in careful mode
    told: int = 0  # items of its shard that were reported done


@dataclass(slots=True)
class _Pool:
    task: Task
    size: int
    done: Callable[[int], None]
    ready: Callable[[], None]
    started: bool = False  # whether `ready` was called
    workers: list[_Worker] = field(default_factory=list)
    again: list[Shard] = field(default_factory=list)  # shards to do carefully

    def run(self, shards: Iterator[Shard]) -> Iterator[Any]:
        outcomes: dict[int, Any] = {}
        order: list[int] = []  # numbers of the shards given out, in order
        more = True
        self.workers = [self._start() for _ in range(self.size)]
        while True:
            for worker in self.workers:
                if worker.shard is not None or not worker.ready:
                    continue
                if self.again:
                    self._give(worker, self.again.pop(), careful=True)
                elif more and len(order) < 2 * self.size:
                    if (shard := next(shards, None)) is None:
                        more = False
                        continue
                    order.append(shard.number)
                    self._give(worker, shard, careful=False)
            if not (order or more):
                return
            self._listen(outcomes)
            while order and order[0] in outcomes:
                yield outcomes.pop(order.pop(0))

    def _start(self) -> _Worker:
        context = mp.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(self.task, theirs), daemon=True)
        with _one_thread_each():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker, shard: Shard, *, careful: bool) -> None:
        worker.shard, worker.careful, worker.at, worker.told = shard, careful, None, 0
        with suppress(OSError):  # a dead worker is noticed when we listen to it
            worker.pipe.send((shard, careful))

    def _listen(self, outcomes: dict[int, Any]) -> None:
        busy = {w.pipe: w for w in self.workers if w.shard is not None or not w.ready}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]
            try:
                kind, value = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            if kind == "ready":
                worker.ready = True
                if not self.started:
                    self.started = True
                    self.ready()
            elif kind == "done":
                worker.told += value
                self.done(value)
            elif kind == "at":
                worker.at = value
            elif kind == "error":
                name, message = value
                raise getattr(errors, name, HumasError)(message)
            else:
                assert worker.shard is not None
                outcomes[worker.shard.number] = value
                worker.shard = None

    def _replace(self, worker: _Worker) -> None:
        """Put a new worker in the place of one that died, and its shard back in the queue."""
        worker.process.join(STOP_SECONDS)
        worker.pipe.close()
        cause = death(worker.process.exitcode)
        shard = worker.shard
        if shard is None or (worker.careful and worker.at is None):
            raise HumasError(
                f"A worker process died before its first document ({cause}). Its messages stand "
                "above. In a script, guard the call with: if __name__ == '__main__':"
            )
        self.done(-worker.told)
        if worker.at is not None:
            shard = shard.without(worker.at, FATAL.format(cause=cause))
        self.again.append(shard)
        self.workers[self.workers.index(worker)] = self._start()

    def close(self) -> None:
        """End the workers: idle ones by word, busy ones at once."""
        for worker in self.workers:
            with suppress(OSError):
                worker.pipe.send(None)
            if worker.shard is not None or not worker.ready:
                worker.process.terminate()
        for worker in self.workers:
            worker.process.join(STOP_SECONDS)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.pipe.close()


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Give every worker one thread for its arithmetic; several would only get in each other's way.

    The environment is the only way to tell libraries that read it when they are imported.
    """
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _work(task: Task, pipe: Connection) -> None:
    """Run a worker: the target of its process."""
    # Ctrl-C reaches the whole group of processes; the first one decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = mp.parent_process()

    def tell(kind: str, value: object) -> None:
        if parent is not None and not parent.is_alive():
            os._exit(1)  # killed; a shard that is not whole has no final name yet
        pipe.send((kind, value))

    report = Report(lambda count: tell("done", count), lambda index: tell("at", index))
    try:
        task.setup()
        tell("ready", None)
        while (order := pipe.recv()) is not None:
            shard, careful = order
            tell("outcome", task(shard, report, careful=careful))
    except (EOFError, BrokenPipeError):
        os._exit(1)
    except HumasError as error:
        tell("error", (type(error).__name__, str(error)))
    except Exception as error:
        traceback.print_exc()
        message = f"A worker process failed: {type(error).__name__}: {error}"
        tell("error", ("HumasError", message))
