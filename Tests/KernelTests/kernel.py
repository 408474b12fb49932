"""Tells Jupyter of the program, in a folder of this process alone. Its path may be given as the first
argument; by default it is .build/release/deepstruc."""

import os
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(
    sys.argv.pop(1) if len(sys.argv) > 1 and os.path.exists(sys.argv[1])
    else ".build/release/deepstruc")
PLACE = tempfile.TemporaryDirectory()
os.environ.update(
    JUPYTER_PATH=os.path.join(PLACE.name, "share/jupyter"), DEEPSTRUC_THREADS="1",
    OPENBLAS_NUM_THREADS="1")
subprocess.run(
    [PROGRAM, "jupyter", "install", "--prefix", PLACE.name], check=True, capture_output=True)
