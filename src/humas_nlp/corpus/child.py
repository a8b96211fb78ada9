"""A process of our own for work that compiled code does on bytes of unknown origin.

A library that meets a damaged file may end its whole process: Arrow calls `terminate`, a parser of
HTML writes where it must not. In a child it ends only what the child was at. One child does one
order after another and is started anew after a death, so that a folder of a thousand files costs
one start.

Orders and answers are lines of JSON on pipes. A pipe holds some kilobytes, so that a child waits
until what it gave was taken, and the end of its standard input is the end of the child: it does not
outlive its parent, however that ends.
"""

import json
import multiprocessing.spawn
import os
import queue
import signal
import subprocess
import sys
import threading
import traceback
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import IO, Any

from humas_nlp.errors import HumasError

READY, ITEM, END, FAULT = "ready", "item", "end", "fault"
STOP_SECONDS = 5.0
# The paths of the parent, so that the child finds the same package in a checkout, a notebook or a
# test; -P keeps a json.py of the working folder out until then. Nothing of `__main__` is imported:
# a script needs no guard.
START = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from humas_nlp.corpus.child import serve; serve(sys.argv[1])"
)


class LostError(Exception):
    """The child died at an order, or the order's function raised.

    Attributes:
        cause: In the words of a failure, such as "signal SIGABRT".
    """

    def __init__(self, cause: str) -> None:
        """Keep the cause."""
        super().__init__(cause)
        self.cause = cause


class Child:
    """A process that runs one function, order after order; started when it is first needed.

    Args:
        function: A generator function of one argument as "module:name". What it is given and what
            it yields is JSON.
    """

    def __init__(self, function: str) -> None:
        """Start nothing yet."""
        self._function = function
        self._process: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], object] = lambda: None

    def run(self, order: object) -> Iterator[Any]:
        """Do an order and yield what the function yields, as it comes.

        Leaving the iterator early ends the child.

        Args:
            order: JSON.

        Raises:
            LostError: The child died or the function raised; what came before stays.
            HumasError: No child can be started.
        """
        fresh, process = self._started()
        given = over = False
        try:
            for kind, value in _asked(process, order):
                if kind == ITEM:
                    given = True
                    yield value
                    continue
                over = True
                if kind == FAULT:
                    raise LostError(value)
                return
            cause = _ended(process)
        finally:
            if not over:
                self.close()
        if given or fresh:
            raise LostError(cause)
        # It died while it waited, or of what an order before this one left behind: only a child
        # that has done nothing else can say that the fault is this order's.
        yield from self.run(order)

    def close(self) -> None:
        """End the process, if one runs."""
        self._end()
        self._process = None

    def _started(self) -> tuple[bool, subprocess.Popen[bytes]]:
        """Return whether a process is a new one, as when the last one died, and the process."""
        if self._process is not None and self._process.poll() is None:
            return False, self._process
        self.close()
        process = _start(self._function)
        self._process = process
        self._end = weakref.finalize(self, _stop, process, os.getpid())  # also at exit
        assert process.stdout is not None
        if not process.stdout.readline().endswith(b"\n"):
            cause = _ended(process)
            self.close()
            raise HumasError(
                f"The process that reads files died at its start ({cause}). Its messages stand "
                f"above; it is {multiprocessing.spawn.get_executable()!r} with this package."
            )
        return True, process


def _start(function: str) -> subprocess.Popen[bytes]:
    executable = os.fsdecode(multiprocessing.spawn.get_executable())
    paths = [path for path in sys.path if isinstance(path, str)]
    try:
        return subprocess.Popen(
            [executable, "-P", "-c", START, function, *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
    except OSError as error:
        raise HumasError(
            f"The process that reads files cannot be started ({error}). It is {executable!r}; in a "
            "program that embeds Python name one with multiprocessing.set_executable."
        ) from error


def _asked(process: subprocess.Popen[bytes], order: object) -> Iterator[tuple[str, Any]]:
    """Give an order and yield its answers; they end early where the process does."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError):  # a death at this moment shows when we listen
        process.stdin.write(_line(order))
        process.stdin.flush()
    while (line := process.stdout.readline()).endswith(b"\n"):  # else cut by a death
        kind, value = json.loads(line)
        yield kind, value


def _stop(process: subprocess.Popen[bytes], owner: int) -> None:
    """End a process and take its exit status; it holds nothing that would have to be saved."""
    if os.getpid() != owner:  # a fork has no say over its parent's child
        return
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # an order that was never taken
            pipe.close()  # type: ignore[union-attr]
    process.wait()


def _ended(process: subprocess.Popen[bytes]) -> str:
    try:
        return death(process.wait(STOP_SECONDS))
    except subprocess.TimeoutExpired:
        return "it no longer answers"


def death(code: int | None) -> str:
    """Say how a process ended, by its exit code.

    Example:
        >>> death(-9), death(3)
        ('signal SIGKILL', 'exit code 3')
    """
    if code is not None and code < 0:
        return f"signal {signal.Signals(-code).name}"
    return f"exit code {code}"


def _line(value: object) -> bytes:
    # Names of files may hold lone surrogates, which stand for bytes; json.loads takes them back.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def serve(function: str) -> None:
    """Do orders until the parent is gone: what the child runs.

    Args:
        function: See `Child`.
    """
    try:
        # Ctrl-C reaches the whole group of processes; the parent decides what becomes of this one.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _be_expendable()
        answers = _private_output()
        orders: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(orders,), daemon=True).start()
        module, _, name = function.partition(":")
        work = getattr(import_module(module), name)
        _answer(answers, READY)
        while True:
            _do(work, json.loads(orders.get()), answers)
    except BrokenPipeError:
        pass
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)  # not by way of the threads, of which one still listens


def _do(work: Callable[[Any], Iterator[Any]], order: object, answers: IO[bytes]) -> None:
    try:
        for item in work(order):
            _answer(answers, ITEM, item)
    except BrokenPipeError:
        raise
    except Exception as error:
        _answer(answers, FAULT, f"{type(error).__name__}: {error}")
    else:
        _answer(answers, END)


def _answer(answers: IO[bytes], kind: str, value: object = None) -> None:
    answers.write(_line([kind, value]))
    answers.flush()  # what was read before a death must not die with it


def _listen(orders: "queue.SimpleQueue[bytes]") -> None:
    """Take orders; without a parent, end at once, even in the middle of a file that never ends."""
    for line in sys.stdin.buffer:
        orders.put(line)
    os._exit(0)


def _private_output() -> IO[bytes]:
    """Return a stream to the parent that nobody else writes to; prints go to the messages."""
    answers = os.fdopen(os.dup(1), "wb")
    with suppress(OSError):  # there may be no standard error
        os.dup2(2, 1)
    return answers


def _be_expendable() -> None:
    """Leave no core file; where memory runs out, count as using three tenths of it more.

    So a child that a file blows up goes before its parent, and not in place of another that grew.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    with suppress(OSError), open("/proc/self/oom_score_adj", "w") as score:  # noqa: PTH123
        score.write("300")
