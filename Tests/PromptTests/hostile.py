"""What the tests share that try the program from outside with what means harm."""

import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(".build/release/deepstruc")


class HostileTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def run_program(self, *arguments, text="", **options):
        return subprocess.run(
            [PROGRAM, *arguments], input=text, capture_output=True, text=True, cwd=self.folder,
            **{"timeout": 120, **options})

    def path(self, name, text=None):
        path = os.path.join(self.folder, name)
        if text is not None:
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        return path

    def read(self, name):
        with open(self.path(name), encoding="utf-8", newline="") as file:
            return file.read()


def main():
    """Runs the tests of a file, with the program that is named first, where one is."""
    global PROGRAM
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
