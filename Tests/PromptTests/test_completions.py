"""What Tab offers behind the program's name in the shells that are here.

    python3 Tests/PromptTests/test_completions.py [PROGRAM]

PROGRAM is .build/release/deepstruc by default. Needs pexpect (PyPI or Debian's python3-pexpect).
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import pexpect

PROGRAM = os.path.abspath(".build/release/deepstruc")
SCRIPT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../scripts/completions"))
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]")

# What is typed, and what Tab must and must not offer then.
CASES = [
    ("", ["render", "verify", "jupyter", "first.deep", "sub/"], []),
    ("-", ["--check", "--json", "--quiet", "-c", "-i"], []),
    ("sec", ["second.deep"], []),
    ("sub/", ["sub/third.deep"], []),
    ("-i ", ["first.deep"], []),
    ("render ", ["first.deep", "note.ipynb"], ["page.md", "data.gr"]),
    ("verify ", ["page.md", "note.ipynb"], ["first.deep"]),
    ("first.deep da", ["data.gr"], []),
]


class CompletionsTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = self.folder.name
        os.makedirs(os.path.join(self.path, "sub"))
        os.mkdir(os.path.join(self.path, "bin"))
        for name in ["first.deep", "second.deep", "page.md", "note.ipynb", "data.gr",
                     "sub/third.deep"]:
            open(os.path.join(self.path, name), "w").close()
        self.environment = {
            **os.environ, "HOME": self.path, "TERM": "xterm", "INPUTRC": "/dev/null",
            "PATH": os.path.dirname(PROGRAM) + ":" + os.environ["PATH"]}

    def tearDown(self):
        self.folder.cleanup()

    def write(self, shell, name):
        path = os.path.join(self.path, "bin", name)
        with open(path, "w") as file:
            subprocess.run([SCRIPT, shell, PROGRAM], stdout=file, check=True)
        return path

    def try_each(self, offered):
        for typed, wanted, unwanted in CASES:
            with self.subTest(typed=typed):
                text = offered("deepstruc " + typed)
                for word in wanted:
                    self.assertIn(word, text)
                for word in unwanted:
                    self.assertNotIn(word, text)

    def interactive(self, program, arguments, prepare):
        shell = pexpect.spawn(
            program, arguments, env=self.environment, cwd=self.path, encoding="utf-8", timeout=20,
            dimensions=(40, 120))
        self.addCleanup(lambda: shell.close(force=True))
        shell.send(prepare + "; PS1='REA''DY> '\r")
        shell.expect_exact("READY> ")

        def offered(text):
            shell.send(text + "\t\t")
            seen = ""
            try:
                while True:
                    seen += shell.read_nonblocking(10000, timeout=1.5)
            except pexpect.TIMEOUT:
                pass
            shell.send("\x03")
            shell.expect_exact("READY> ")
            return ESCAPES.sub("", seen)

        return offered

    @unittest.skipUnless(shutil.which("zsh"), "there is no zsh")
    def test_zsh(self):
        self.write("zsh", "_deepstruc")
        self.try_each(self.interactive(
            "zsh", ["-f", "-i"],
            "setopt nobeep; fpath=($PWD/bin $fpath); autoload -U compinit; compinit -u -D"))

    @unittest.skipUnless(shutil.which("fish"), "there is no fish")
    def test_fish(self):
        path = self.write("fish", "deepstruc.fish")

        def offered(text):
            return subprocess.run(
                ["fish", "--no-config", "-c", f"source {path}; complete -C '{text}'"],
                env=self.environment, cwd=self.path, capture_output=True, text=True, check=True
            ).stdout

        self.try_each(offered)

    @unittest.skipUnless(shutil.which("bash"), "there is no bash")
    def test_bash(self):
        path = self.write("bash", "deepstruc.bash")
        offered = self.interactive("bash", ["--norc", "-i"], f"source {path}")
        for typed, wanted in [("ren", "render"), ("sec", "second.deep"), ("verify pa", "page.md")]:
            with self.subTest(typed=typed):
                self.assertIn(wanted, offered("deepstruc " + typed))

    def test_an_unknown_shell_is_named(self):
        result = subprocess.run([SCRIPT, "tcsh", PROGRAM], capture_output=True, text=True)
        self.assertEqual(result.returncode, 64)
        self.assertIn("completion scripts for 'tcsh'", result.stderr)


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
