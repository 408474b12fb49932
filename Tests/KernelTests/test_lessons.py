"""The lessons, run as notebooks by Jupyter's own program, show what their pages show.

    python3 Tests/KernelTests/test_lessons.py [PROGRAM]

Lesson 3 runs where DEEPSTRUC_DATA names the folder of the measured PDFs.
"""

import glob
import os
import re
import subprocess
import sys
import tempfile
import unittest

import kernel  # first: it tells Jupyter of the program
import nbformat

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
LESSONS = sorted(glob.glob(os.path.join(ROOT, "docs/lessons/*.ipynb")))


def printed_on_page(path):
    """For each piece of code of a page, all that it prints."""
    with open(path) as file:
        pieces = re.split(r"^```deep$", file.read(), flags=re.MULTILINE)[1:]
    return ["".join(re.findall(r"^```output\n(.*?)^```$", piece, re.MULTILINE | re.DOTALL))
            for piece in pieces]


def printed_in_cell(cell):
    """What a cell of a notebook prints, without pictures, bars and warnings."""
    text = ""
    for output in cell.outputs:
        if output.output_type == "stream":
            text += output.text if output.name == "stdout" else ""
        elif "image/png" not in output.data and output.data["text/plain"]:
            text += output.data["text/plain"] + "\n"
    return text


class LessonsTest(unittest.TestCase):
    def execute(self, path):
        """The notebook with its outputs, by jupyter nbconvert."""
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                [sys.executable, "-m", "nbconvert", "--execute", "--to", "notebook",
                 "--output-dir", folder, "--log-level", "ERROR", path],
                check=True)
            return nbformat.read(os.path.join(folder, os.path.basename(path)), 4)

    def test_notebooks_show_what_pages_show(self):
        self.assertEqual(len(LESSONS), 6)
        for path in LESSONS:
            name = os.path.basename(path)
            with self.subTest(name):
                needs_data = "measured-pdf" in name
                if needs_data and "DEEPSTRUC_DATA" not in os.environ:
                    print(f"{name} is left out: DEEPSTRUC_DATA names no folder with measured PDFs")
                    continue
                notebook = self.execute(path)
                cells = [printed_in_cell(c) for c in notebook.cells if c.cell_type == "code"]
                self.assertEqual(cells, printed_on_page(path.replace(".ipynb", ".md")))


if __name__ == "__main__":
    unittest.main()
