"""A run that kills itself: python kill_helper.py INPUT OUTPUT WORKERS EVENT.

The process dies by SIGKILL at its EVENT-th event (0: never). Events are a document analysed, a
file brought to the disk, a file about to be renamed, and a file just renamed; with workers, it is
the word that documents are done.
"""

import os
import pathlib
import signal
import sys
from pathlib import Path

from run_helpers import load_fake

from humas_nlp.corpus.run_folder import RunFolder
from humas_nlp.corpus.run_into_folder import Listener, RunJob
from humas_nlp.corpus.run_options import RunOptions


class Death(Listener):
    """Counts events down to the last one."""

    def __init__(self, event):
        self.left = event

    def done(self, items):
        for _ in range(items):
            self.step()

    def step(self):
        self.left -= 1
        if not self.left:
            os.kill(os.getpid(), signal.SIGKILL)


def around(function, death):
    """Step before and after a call."""

    def call(*args, **kwargs):
        death.step()
        result = function(*args, **kwargs)
        death.step()
        return result

    return call


if __name__ == "__main__":
    source, output, workers, event = sys.argv[1:]
    death = Death(int(event))
    os.fsync = around(os.fsync, death)
    pathlib.Path.replace = around(pathlib.Path.replace, death)
    RunJob(
        (source,),
        RunFolder(Path(output)),
        RunOptions(workers=int(workers), shard_size=8, resume=True),
        load=load_fake,
    ).run(death)
