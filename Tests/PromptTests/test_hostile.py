"""What the program makes of inputs that mean harm, tried from outside.

    python3 Tests/PromptTests/test_hostile.py [PROGRAM]

PROGRAM is .build/release/deepstruc by default. Python's own readers of JSON, CSV and HTML judge
what the program wrote.
"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from html.parser import HTMLParser

PROGRAM = os.path.abspath(".build/release/deepstruc")


class HostileTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def run_program(self, *arguments, text="", **options):
        return subprocess.run(
            [PROGRAM, *arguments], input=text, capture_output=True, text=True, timeout=120,
            cwd=self.folder, **options)

    def path(self, name, text=None):
        path = os.path.join(self.folder, name)
        if text is not None:
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        return path

    def read(self, name):
        with open(self.path(name), encoding="utf-8", newline="") as file:
            return file.read()


class TextTest(HostileTest):
    """Text of files and scripts that becomes another program's input."""

    # Scalars that end, join or steer something, each alone and beside what quotes.
    AWKWARD = [
        before + chr(code) + after
        for code in range(1, 0x110000)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp", "Zs")
        or code < 0x250
        or chr(code) in "\u0301\u0338\u20dd\ufe0f\u1fef\u037e\u212a\uff0b\uff0d\uff1d\uff20"
        for before, after in [("", ""), ("'", ";"), ('"', ","), ("=1\n", "<b>"), ("\\", "&lt;")]
    ]
    FORMULAS = "=+-@\t\r\n\uff0b\uff0d\uff1d\uff20"

    def table(self):
        """A script that makes a table of all awkward texts."""
        texts = ",\n".join(
            '"' + "".join(f"\\u{{{ord(c):x}}}" for c in text) + '"' for text in self.AWKWARD)
        return f'texts = [{texts}]\nt = table(["text"], [[x] for x in texts])\n'

    def test_text_survives_json(self):
        result = self.run_program("--json", text=self.table() + "texts")
        self.assertEqual(json.loads(result.stdout), self.AWKWARD)
        self.run_program(text=self.table() + 'save t, to: "t.json"')
        self.assertEqual([row["text"] for row in json.loads(self.read("t.json"))], self.AWKWARD)

    def test_text_survives_csv_and_is_no_formula(self):
        self.run_program(text=self.table() + 'save t, to: "t.csv"')
        header, *rows = csv.reader(io.StringIO(self.read("t.csv"), newline=""))
        self.assertEqual(header, ["text"])
        for text, (field,) in zip(self.AWKWARD, rows, strict=True):
            expected = "'" + text if text[0] in self.FORMULAS else text
            self.assertEqual(field, expected)

    def test_text_survives_a_script(self):
        result = self.run_program(text=self.table() + "print [texts]")
        again = self.run_program(text=self.table() + f"print texts == {result.stdout[1:-2]}")
        self.assertEqual(again.stdout, "true\n")

    def test_text_is_no_markup_in_a_page(self):
        self.path("a.deep", self.table() + "for x in texts { print x }\n")
        self.run_program("render", "a.deep", "--to", "a.html")
        tags = []

        class Reader(HTMLParser):
            def handle_starttag(self, tag, attributes):
                tags.append(tag)

        Reader().feed(self.read("a.html"))
        self.assertLessEqual(
            set(tags),
            {"html", "head", "meta", "title", "style", "body", "main", "pre", "code", "span"})
        self.assertEqual(tags.count("pre"), 2)

    def test_text_is_no_script_for_gnuplot(self):
        # What ran once: a title, a label of a file, and a file's name.
        name = "a\n!touch pwned\n'\u0301`touch pwned`.xyz"
        label = "Q'\u0301`touch pwned`\r\n!touch pwned\r\n"
        self.path(name, f'4\nlabel="{label}" type=fcc bond=2.8\nAu 0 0 0\nAu 2.8 0 0\n'
                  "Au 0 2.8 0\nAu 0 0 2.8\n".replace("\r\n", "\\n"))
        for file in [name]:
            code = (f'c = load(arguments[0])\nplot simulate(c), title: c.label, to: "p.svg"\n'
                    'plot c, title: arguments[0], to: "\\u{a}!touch pwned\\u{a}.gp"\nplot simulate(c)')
            result = self.run_program("-", file, text=code)
            self.assertEqual((result.stderr, result.returncode), ("", 0))
        scripts = [name for name in os.listdir(self.folder) if name.endswith(".gp")]
        subprocess.run(["gnuplot", scripts[0]], cwd=self.folder, stdout=subprocess.DEVNULL)
        self.assertNotIn("pwned", os.listdir(self.folder))

    def test_control_characters_are_shown(self):
        self.path("a\x1b[31m.xyz",
                  '2\nlabel="\x1b]52;c;cm0gLXJm\x07" bond=2.8\nAu 0 0 0\nAu 2.8 0 0\n')
        self.path("b.gr", "composition = Au\x1b[2J\n#### start data\n1 2\n2 3\n3 x\x1b[2J\n4 5\n")
        self.path("c.gr", "composition = Au\x1b[2J\n#### start data\n1 2\n2 3\n3 4\n4 5\n")
        for code in [
            'c = load "a\x1b[31m.xyz"\nc\nprint c, c.label, [c.label], table(["a"], [[c.label]])',
            'load "b.gr"', 'p = load "c.gr"\np\nprint p.composition', 'load "\x1b[2J"',
            "x = \x1b[2J", "\x1b[2J", 'print "\x1b[2J"', "help \x1b[2J",
        ]:
            for options in ([], ["--json"], ["--check"]):
                result = self.run_program(*options, "-c", code)
                for scalar in "\x1b\x07":
                    self.assertNotIn(scalar, result.stdout + result.stderr, code)


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
