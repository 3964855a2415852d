"""A process that helps ends with the one that it helps."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from making import ROOT

_HELPED = """
import os, sys, time
from sitebuild.memo import with_parent
if not os.fork():
    with_parent.end()
    print(os.getpid(), flush=True)
    time.sleep(60)
time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="what runs is looked up in /proc")
def test_a_helper_ends_with_the_process_that_it_helps() -> None:
    """Whoever is killed leaves nothing that goes on writing."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    with subprocess.Popen([sys.executable, "-c", _HELPED], env=environment, stdout=subprocess.PIPE) as helped:
        assert helped.stdout
        helper = int(helped.stdout.readline())
        helped.send_signal(signal.SIGKILL)
        end = time.monotonic() + 20
        while _runs(helper) and time.monotonic() < end:
            time.sleep(0.1)

    assert not _runs(helper)


def _runs(process: int) -> bool:
    """Tell whether a process is there and has not ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
