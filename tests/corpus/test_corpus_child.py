"""A child at work: what it gives, how it dies, that it leaves nothing behind."""

import gc
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from humas_nlp.corpus.child import Child, LostError
from humas_nlp.errors import HumasError

ABORTED = "exit code" if os.name == "nt" else "signal SIGABRT"


@pytest.fixture
def child():
    made = Child("child_helper:work")
    yield made
    made.close()


def pid_of(child):
    (pid,) = child.run([0, "pid"])
    return pid


def is_gone(pid):
    """Tell whether a process is no more, not even as a zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_one_child_does_many_orders(child):
    assert list(child.run([3, ""])) == [0, 1, 2]
    assert pid_of(child) == pid_of(child) != os.getpid()


@pytest.mark.parametrize(
    ("word", "cause"),
    [("abort", ABORTED), ("exit", "exit code 3"), ("raise", "ValueError: sengaja")],
)
def test_what_came_before_a_death_stays_and_the_next_order_is_done(child, word, cause):
    found = []
    with pytest.raises(LostError, match=cause):
        for item in child.run([2000, word]):
            found.append(item)
    assert found == list(range(2000))
    assert list(child.run([2, ""])) == [0, 1]


def test_an_exception_keeps_the_child(child):
    before = pid_of(child)
    with pytest.raises(LostError):
        list(child.run([0, "raise"]))
    assert pid_of(child) == before


def test_prints_are_no_answers(child):
    assert list(child.run([1, "print"])) == [0]


def test_names_of_any_bytes_come_back(child):
    name = os.fsdecode(b"a\xff\n\xe2\x80\xa8") + "\ud800\udc00é🙂"
    made = Child("child_helper:echo")
    assert list(made.run(name)) == [name]
    made.close()


@pytest.mark.skipif(os.name == "nt", reason="asks for a process by a signal")
def test_a_child_ends_with_its_order_its_owner_or_by_word(child):
    first = pid_of(child)
    child.close()
    assert is_gone(first)
    child.close()
    orders = child.run([0, "hang"])
    second = next(orders)
    orders.close()  # in the middle of an answer
    assert is_gone(second)
    other = Child("child_helper:work")
    third = pid_of(other)
    del other
    gc.collect()
    assert is_gone(third)


def test_only_a_child_that_has_done_nothing_else_blames_an_order():
    child = Child("child_helper:dies_of_the_order_before")
    assert list(child.run("harm")) == []
    assert list(child.run("good")) == ["good"]
    with pytest.raises(LostError):
        list(child.run("bad"))
    child.close()


@pytest.mark.skipif(os.name == "nt", reason="asks for a process by a signal")
def test_a_child_that_was_killed_while_idle_is_started_anew(child):
    first = pid_of(child)
    os.kill(first, signal.SIGKILL)
    assert pid_of(child) != first


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("end", ["", "os.kill(os.getpid(), 9)", "raise SystemExit(3)"])
def test_no_child_outlives_its_parent_even_in_the_middle_of_a_file(end):
    code = (
        "import os; from humas_nlp.corpus.child import Child\n"
        "child = Child('child_helper:work'); found = child.run([0, 'hang'])\n"
        f"print(next(found), flush=True)\n{end}\n"
    )
    # The child holds the pipe of our messages open for as long as it lives: `run` waits for both.
    done = subprocess.run(
        [sys.executable, "-"],
        input=code,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
        check=False,
    )
    assert int(done.stdout.split()[0]) > 0


def test_a_child_that_cannot_start_says_so(monkeypatch):
    with pytest.raises(HumasError, match=r"died at its start .exit code 7"):
        list(Child("dies_at_import:work").run(None))
    monkeypatch.setattr("multiprocessing.spawn.get_executable", lambda: "/tidak/ada")
    with pytest.raises(HumasError, match="cannot be started"):
        list(Child("child_helper:work").run(None))
