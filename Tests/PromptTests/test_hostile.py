"""What the program makes of inputs that mean harm, tried from outside.

    python3 Tests/PromptTests/test_hostile.py [PROGRAM]

PROGRAM is .build/release/deepstruc by default. Python's own readers of JSON, CSV and HTML judge
what the program wrote.
"""

import csv
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
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


class FaultTest(HostileTest):
    """What the world does to a program: signals, full disks, broken tools, little of everything."""

    TRAINING = (
        'd = dataset catalogue("mmnp", atoms: 5..13, element: "Au")\n'
        'm = train "mmnp", d, epochs: EPOCHS, batch: 8, checkpoint: "k.safetensors", '
        'resume: true, every: 20\nsave m, to: "m.safetensors"\nprint m.steps\n')

    def interrupted(self, code, after):
        """Status and output of a script that gets one Ctrl-C."""
        program = subprocess.Popen(
            [PROGRAM, "-c", code], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True)
        self.addCleanup(program.kill)
        time.sleep(after)
        program.send_signal(signal.SIGINT)
        output, errors = program.communicate(timeout=30)
        return program.returncode, output, errors

    def test_long_commands_end_at_an_interrupt(self):
        begin = 'm = load "mmnp"; p = simulate icosahedron("Au", shells: 3), qmax: 22\n'
        data = 'd = dataset catalogue("mmnp", element: "Au")\n'
        # Each would take minutes; what is done is kept, or nothing is.
        for code, status in [
            (begin + "g = infer m, p, samples: 1000000; print g.count", 0),
            (begin + data + "e = evaluate m, on: d.test, samples: 100000; print e.count", 130),
            (begin + data + "f = refine catalogue(\"mmnp\"), against: p; print f.count", 0),
            (data + 't = train "tree", d; print t.rounds', None),
            ("x = unique(random(300000)); print x.count", 130),
            ('c = icosahedron("Au", shells: 28); p = simulate c', 130),
            ('c = icosahedron("Au", shells: 28); s = scatter c', 130),
            ('k = catalogue "mmnp", atoms: 5..10000; k = catalogue "mmnp", atoms: 5..10000', 130),
            ("x = [i for i in 1..1e9]", 130),
        ]:
            with self.subTest(code):
                done, output, errors = self.interrupted(code, 3)
                self.assertIn(done, [0, 130] if status is None else [status], errors)
                if done == 0:
                    self.assertIn("stopped after", errors)

    def test_output_to_a_full_disk_is_an_error(self):
        with open("/dev/full", "w") as full:
            result = subprocess.run(
                [PROGRAM, "-c", 'print 1\nsave 2, to: "kept.json"'], stdout=full,
                stderr=subprocess.PIPE, text=True, cwd=self.folder, timeout=60)
        self.assertEqual(result.returncode, 70)
        self.assertEqual(result.stderr, "deepstruc: output is lost: No space left on device\n")
        self.assertEqual(self.read("kept.json"), "2\n")

    def mount(self, options):
        """A small disk of memory; only root can have one."""
        disk = self.path("disk")
        os.mkdir(disk)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", disk],
                          stderr=subprocess.DEVNULL).returncode:
            self.skipTest("needs the right to mount")
        self.addCleanup(subprocess.run, ["umount", disk])
        return disk

    def test_a_full_disk_loses_nothing(self):
        disk = self.mount("size=1m")
        self.path("disk/t.json", "old")
        for name in ["t.json", "t.csv"]:
            result = self.run_program(
                "-c", f'save table(["n"], [[x] for x in random(200000)]), to: "disk/{name}"')
            self.assertEqual(result.returncode, 70)
            self.assertIn("No space left on device", result.stderr)
        result = self.run_program("-c", 'save icosahedron("Au", shells: 14), to: "disk/c.xyz"')
        self.assertEqual(result.returncode, 0, result.stderr)
        code = self.TRAINING.replace("EPOCHS", "10").replace("k.saf", "disk/k.saf")
        result = self.run_program("-c", code)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("No space left on device; the training goes on", result.stderr)
        self.assertTrue(os.path.exists(self.path("m.safetensors")))
        self.assertEqual(sorted(os.listdir(disk)), ["c.xyz", "t.json"])
        self.assertEqual(self.read("disk/t.json"), "old")

    def test_a_disk_to_read_from_only(self):
        disk = self.mount("ro,size=1m")
        for value, ending in [("[1]", "json"), ("plot([1, 2])", "png"),
                              ('icosahedron("Au", shells: 2)', "xyz")]:
            result = self.run_program("-c", f'save {value}, to: "disk/x.{ending}"')
            self.assertEqual(result.returncode, 70)
            self.assertIn("Read-only file system", result.stderr)
        code = self.TRAINING.replace("EPOCHS", "1").replace("k.saf", "disk/k.saf")
        result = self.run_program("-c", code)
        self.assertEqual(result.returncode, 70)
        self.assertIn("Read-only file system", result.stderr)

    def test_what_is_no_file_is_not_written(self):
        os.mkfifo(self.path("pipe.json"))
        os.symlink("/dev/null", self.path("device.json"))
        os.mkdir(self.path("folder.json"))
        for path, words in [
            ("device.json", "a device"), ("pipe.json", "a pipe"), ("folder.json", "a folder"),
            ("none/deeper/x.json", "no folder"), ("/proc/x.json", "cannot be written"),
        ]:
            result = self.run_program("-c", f'save [1], to: "{path}"')
            self.assertEqual(result.returncode, 70, path)
            self.assertIn(words, result.stderr)

    def test_links_are_followed(self):
        self.path("target.json", "old")
        os.symlink("target.json", self.path("link.json"))
        self.run_program("-c", 'save [1], to: "link.json"')
        self.assertTrue(os.path.islink(self.path("link.json")))
        self.assertEqual(self.read("target.json"), "[1]\n")

    def test_checkpoint_is_tried_before_the_training(self):
        code = self.TRAINING.replace("EPOCHS", "100000")
        result = self.run_program("-c", code.replace("k.safetensors", "none/k.safetensors"))
        self.assertEqual(result.returncode, 70)
        self.assertIn("there is no folder", result.stderr)

    def test_training_goes_on_where_the_checkpoint_fails(self):
        # Its folder goes while the training runs.
        os.mkdir(self.path("gone"))
        code = self.TRAINING.replace("EPOCHS", "200").replace("k.saf", "gone/k.saf")
        program = subprocess.Popen(
            [PROGRAM, "-c", code], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True)
        self.addCleanup(program.kill)
        deadline = time.monotonic() + 60
        while not os.path.exists(self.path("gone/k.safetensors")):
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.01)
        shutil.rmtree(self.path("gone"))
        output, errors = program.communicate(timeout=300)
        self.assertEqual(program.returncode, 0, errors)
        self.assertIn("the training goes on without a checkpoint", errors)
        self.assertTrue(os.path.exists(self.path("m.safetensors")))

    def test_resuming_tells_what_differs(self):
        code = self.TRAINING.replace("EPOCHS", "0.5")
        self.assertEqual(self.run_program("-c", code).returncode, 0)
        other = code.replace("0.5", "1").replace("batch: 8", "batch: 4, seed: 5, rate: 0.01")
        result = self.run_program("-c", other)
        for word in ["batch 4", "batch 8", "seed 5", "rate 0.01"]:
            self.assertIn(word, result.stderr)
        # Other structures are refused.
        result = self.run_program("-c", other.replace("5..13", "5..20"))
        self.assertEqual(result.returncode, 70)
        self.assertIn("other structures", result.stderr)

    def test_gnuplot_that_fails_is_told(self):
        listen = "while read -r line; do :; done"
        for script, words in [
            ("exec sleep 100", None), ("kill -9 $$", "died"), ("echo garbage", "gnuplot"),
            (listen, "drew nothing"), (f"{listen}; echo garbage", "no picture"),
            ("exit 3", "refused"), (f"{listen}; echo x >&2; exit 1", "gnuplot: x"),
        ]:
            self.path("gnuplot", f"#!/bin/sh\n{script}\n")
            os.chmod(self.path("gnuplot"), 0o755)
            environment = {**os.environ, "PATH": self.folder + ":" + os.environ["PATH"]}
            program = subprocess.Popen(
                [PROGRAM, "-c", 'plot [1, 2], to: "x.svg"'], cwd=self.folder, env=environment,
                stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)
            if words is None:
                time.sleep(2)
                os.killpg(program.pid, signal.SIGINT)  # as the terminal does
            _, errors = program.communicate(timeout=30)
            self.assertIn(program.returncode, [70, 130])
            self.assertIn(words or "interrupted", errors)
            self.assertFalse(os.path.exists(self.path("x.svg")))

    def test_no_home_and_a_folder_to_read_only(self):
        environment = {key: value for key, value in os.environ.items()
                       if key not in ("HOME", "XDG_STATE_HOME", "DEEPSTRUC_HISTORY")}
        result = self.run_program("-c", "plot [1, 2]", env=environment)
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_few_descriptors_and_few_addresses(self):
        def limited(limit, code):
            return subprocess.run(
                ["bash", "-c", f'ulimit {limit}; exec "$@"', "_", PROGRAM, "-c", code],
                capture_output=True, text=True, timeout=120, cwd=self.folder)

        result = limited("-n 4", 'print 1\nplot [1, 2], to: "x.png"')
        self.assertEqual((result.returncode, result.stdout), (70, "1\n"))
        self.assertIn("Too many open files", result.stderr)
        result = limited("-v 400000", "print 1")
        self.assertEqual(result.returncode, 70)
        self.assertIn("needs 700 MB of addresses", result.stderr)
        result = limited("-v 1500000", 'm = load "mmnp"\np = simulate icosahedron("Au", shells: 3)\n'
                         "g = infer m, p, samples: 10\nprint g.count")
        self.assertEqual((result.returncode, result.stdout), (0, "10\n"), result.stderr)
        result = limited("-v 1500000", "x = []\nwhile true { x = append(x, random(100000)) }")
        self.assertEqual(result.returncode, 70)
        self.assertIn("needs more than", result.stderr)

    def test_devices_and_pipes_without_end_are_refused(self):
        os.symlink("/dev/zero", self.path("zero.gr"))
        for arguments, words in [
            (["/dev/zero"], "a device"), (["-c", 'load "zero.gr"'], "a device"),
            (["-c", 'use "/dev/zero"'], "a device"), ([self.folder], "a folder"),
        ]:
            result = self.run_program(*arguments)
            self.assertNotEqual(result.returncode, 0)
            self.assertIn(words, result.stderr)
        result = subprocess.run(
            f"yes | head -c 200000000 | '{PROGRAM}'", shell=True, capture_output=True, text=True,
            timeout=120)
        self.assertIn("larger than 100 MB", result.stderr)

    def test_a_killed_training_goes_on_to_the_same_bytes(self):
        """A few kills here; DEEPSTRUC_KILLS says how many else, half of them during a write."""
        kills = int(os.environ.get("DEEPSTRUC_KILLS", "4"))
        code = self.TRAINING.replace("EPOCHS", f"{40 * max(1, kills // 4)}")
        code = code.replace("batch: 8", "batch: 2").replace("m.safetensors", "end.safetensors")
        self.assertEqual(self.run_program("-c", code).returncode, 0)
        with open(self.path("end.safetensors"), "rb") as file:
            expected = self.weights(file.read())
        os.remove(self.path("k.safetensors"))
        random_moments = random.Random(1)
        for kill in range(kills):
            program = subprocess.Popen(
                [PROGRAM, "-c", code], cwd=self.folder, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE)
            deadline = time.monotonic() + random_moments.uniform(0.2, 4)
            while time.monotonic() < deadline and program.poll() is None:
                # Every other one in the middle of a write.
                if kill % 2 and any(n.startswith(".deepstruc-") for n in os.listdir(self.folder)):
                    break
                time.sleep(0.0005)
            program.kill()
            program.communicate()
        self.assertEqual(self.run_program("-c", code).returncode, 0)
        with open(self.path("end.safetensors"), "rb") as file:
            self.assertEqual(self.weights(file.read()), expected)
        self.assertEqual([n for n in os.listdir(self.folder) if n.startswith(".deepstruc-")], [])

    @staticmethod
    def weights(file):
        """The tensors of a model's file; its header tells times, which differ."""
        return file[8 + int.from_bytes(file[:8], "little"):]


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
