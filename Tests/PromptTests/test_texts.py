"""Texts of files and scripts that become another program's input, tried from outside.

    python3 Tests/PromptTests/test_texts.py [PROGRAM]

PROGRAM is .build/release/deepstruc by default. Python's own readers of JSON, CSV and HTML judge
what the program wrote.
"""

import csv
import io
import json
import os
import subprocess
import unicodedata
from html.parser import HTMLParser

import hostile


class TextTest(hostile.HostileTest):
    """Text of files and scripts that becomes another program's input."""

    # Scalars that end, join or steer something, those at the edges of what a scalar can be, and
    # some that are one character together, each alone and beside what quotes.
    SCALARS = [
        chr(code) for code in range(0x110000)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp", "Zs", "Me")
        or code < 0x250 or 0x300 <= code < 0x370 or 0xfdd0 <= code < 0xfdf0
        or code & 0xfffe == 0xfffe or code in (0xd7ff, 0xe000, 0xf8ff, 0xfffd, 0xf0000, 0x10fffd)
        or chr(code) in "\ufe0e\ufe0f\u1fef\u037e\u212a\u2032\uff02\uff07\uff0b\uff0d\uff1d\uff20"
    ]
    CHARACTERS = [
        "\r\n", "'\u0301", '"\u0338', "\\\u0301", "`\u20dd", "=\u0338", "<\u0338", "\0\0",
        "\U0001f469\u200d\U0001f52c", "\U0001f3f3\ufe0f\u200d\U0001f308", "\U0001f1e9\U0001f1f0",
        "\U0001f3f4\U000e0067\U000e0062\U000e007f", "\u1100\u1161\u11a8", "a" + "\u035c" * 60,
    ]
    AWKWARD = [
        before + text + after
        for text in SCALARS + CHARACTERS
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
        # The first line is a comment that says how the table was made.
        made, rest = self.read("t.csv").split("\n", 1)
        self.assertTrue(made.startswith("# made by deepstruc"))
        header, *rows = csv.reader(io.StringIO(rest, newline=""))
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

    def test_text_is_no_markup_in_a_figure(self):
        # Many texts in each title, since each gnuplot takes a while to start.
        titles = [[x] for x in ("<script>alert(1)</script>", "' onload='alert(1)", "]]>", "<!--")]
        titles += [self.AWKWARD[i:i + 300] for i in range(0, len(self.AWKWARD), 300)]
        code = "".join(
            'plot [1, 2], title: "' + "".join(f"\\u{{{ord(c):x}}}" for c in "".join(texts)) + '"\n'
            for texts in titles)
        self.path("a.deep", code)
        result = self.run_program("render", "a.deep", "--to", "a.html")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        found = []

        class Reader(HTMLParser):
            def handle_starttag(self, tag, attributes):
                found.append((tag, attributes))

        Reader().feed(self.read("a.html"))
        self.assertEqual([tag for tag, _ in found].count("svg"), len(titles))
        tags = {tag for tag, _ in found}
        self.assertLessEqual(tags, {
            "html", "head", "meta", "title", "style", "body", "main", "pre", "code", "span", "figure",
            "svg", "desc", "defs", "circle", "path", "use", "rect", "g", "text", "tspan", "polygon",
            "filter", "feflood", "fecomposite"})
        for _, attributes in found:
            for name, value in attributes:
                self.assertFalse(name.startswith("on"), name)
                self.assertNotRegex(value or "", r"^\s*(javascript|data):")

    def test_text_ends_no_fence_of_a_markdown_page(self):
        texts = ["```", "````deep", "a\n```\nb", "\n~~~\n", "`" * 1000, "    ```", "```\n\n## x"]
        texts += self.AWKWARD[::50]
        literals = [
            '"' + "".join(f"\\u{{{ord(c):x}}}" for c in text) + '"' for text in texts]
        self.path("a.deep", "".join(f"print {x}\n## next\n" for x in literals))
        self.run_program("render", "a.deep", "--to", "a.md")
        # A fence ends at a line of at least as many marks, and nothing else (CommonMark 0.31, 4.5).
        outputs, fence = [], None
        for line in self.read("a.md").split("\n"):
            marks = len(line.lstrip(" ")) - len(line.lstrip(" ").lstrip("`"))
            if fence is None:
                if marks >= 3:
                    fence, kind, lines = marks, line.lstrip("`"), []
            elif marks >= fence and line.strip(" `") == "" and len(line) - len(line.lstrip()) < 4:
                if kind == "output":
                    outputs.append("\n".join(lines))
                fence = None
            else:
                lines.append(line)
        shown = self.run_program(text="\n".join(f"print {x}" for x in literals)).stdout
        self.assertEqual("\n".join(outputs) + "\n", shown)

    def test_prose_is_no_script_in_a_page(self):
        self.path("a.deep", "## <script>alert(1)</script> <b onclick='x'>b</b>\n"
                  "## [a](javascript:alert(1)) ![i](javascript:alert(2)) <javascript:alert(3)>\n"
                  "## [d](data:text/html;base64,PHNjcmlwdD4=)\nprint 1\n")
        self.run_program("render", "a.deep", "--to", "a.html")
        found = []

        class Reader(HTMLParser):
            def handle_starttag(self, tag, attributes):
                found.append((tag, dict(attributes)))

        Reader().feed(self.read("a.html"))
        self.assertNotIn("script", [tag for tag, _ in found])
        for _, attributes in found:
            self.assertFalse([name for name in attributes if name.startswith("on")])
            for value in attributes.values():
                self.assertNotRegex(value or "", r"^\s*(javascript|data):")

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

    def test_text_adds_nothing_to_a_header(self):
        self.path("n.xyz", '2\nlabel="a\\nqmax = 1\\n#### start data\\n9 9" bond=2.8\n'
                  "Au 0 0 0\nAu 2.8 0 0\n")
        result = self.run_program(
            "-c", 'c = load "n.xyz"; save simulate(c, qmax: 22), to: "x.gr"\n'
            'p = load "x.gr"; print c.label; print p.qmax, p.qmin, p.r.count')
        self.assertEqual(result.stdout, "a\nqmax = 1\n#### start data\n9 9\n22 0.7 3000\n")

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
    hostile.main()
