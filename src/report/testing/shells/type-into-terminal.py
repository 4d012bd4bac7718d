"""Starts a program in a pseudo-terminal and types into it, as a terminal does with what is pasted.

Reads a job as JSON from standard input: `argv`, `env`, `cwd`, and `steps`. A step is typed, then the shell is asked to
make the file `done`; a step whose file does not appear in `seconds` left the shell waiting for something, and is the last.
Prints the number of steps that were done, and the end of what stood on the screen.
"""

import json
import os
import pty
import select
import signal
import sys
import time

job = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(job["cwd"])
    os.execvpe(job["argv"][0], job["argv"], job["env"])

screen = b""


def exchange(pending, until, seconds):
    """Types, and reads the screen, until the file is there."""
    global screen
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        readable, writable, _ = select.select([terminal], [terminal] if pending else [], [], 0.005)
        if readable:
            try:
                screen = (screen + os.read(terminal, 65536))[-4000:]
            except OSError:
                return False
        if writable:
            pending = pending[os.write(terminal, pending[:256]) :]
        if not pending and os.path.exists(until):
            return True
    return False


def wait_for_prompt(number):
    """Reads until the prompt follows the last command: who pastes sees it, and the shell has set its terminal up."""
    global screen
    end = time.monotonic() + 1
    while time.monotonic() < end:
        _, found, after = screen.rpartition(b"done-%d" % number)
        if found and b"$ " in after and (not job["steps"][-1]["bracketed"] or b"?2004h" in after):
            return
        if select.select([terminal], [], [], 0.02)[0]:
            try:
                screen = (screen + os.read(terminal, 65536))[-4000:]
            except OSError:
                return


done = 0
for number, step in enumerate(job["steps"]):
    marker = os.path.join(job["cwd"], f"done-{number}")
    # Return is what the key sends; terminals send it for line breaks of what is pasted, too.
    text = step["text"].encode("utf-8", "replace").replace(b"\r\n", b"\n").replace(b"\n", b"\r")
    if step["bracketed"]:
        text = b"\x1b[200~" + text + b"\x1b[201~"
    if not exchange(text + b"\r: >done-%d\r" % number, marker, job["seconds"]):
        break
    done += 1
    wait_for_prompt(number)
os.kill(pid, signal.SIGKILL)
os.waitpid(pid, 0)
json.dump({"done": done, "screen": screen.decode("utf-8", "replace")}, sys.stdout)
