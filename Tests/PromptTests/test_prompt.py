"""The prompt, tried through a pseudo-terminal as people use it.

    python3 Tests/PromptTests/test_prompt.py [PROGRAM]

PROGRAM is .build/release/deepstruc by default. Needs pexpect (PyPI or Debian's python3-pexpect).
"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import pexpect

PROGRAM = os.path.abspath(".build/release/deepstruc")
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


class PromptTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.history = os.path.join(self.folder.name, "history")
        self.session = None
        self.start()

    def tearDown(self):
        self.session.close(force=True)
        self.folder.cleanup()

    def start(self, command=None, **environment):
        environment = {
            **os.environ, "DEEPSTRUC_HISTORY": self.history, "TERM": "xterm",
            "INPUTRC": "/dev/null", **environment}
        self.session = pexpect.spawn(
            "/bin/sh", ["-c", command or f"exec '{PROGRAM}'"], env=environment,
            cwd=self.folder.name, encoding="utf-8", timeout=10, dimensions=(24, 100))
        self.session.expect_exact("1> ")

    def enter(self, line):
        """Types an entry and returns what it prints, up to the next prompt."""
        self.session.send(line + "\r")
        self.session.expect(r"\r\n")
        return self.until_prompt()

    def until_prompt(self):
        self.session.expect(r"\r?\n?(?:\x1b\[\?2004h)?\d+> ")
        return ESCAPES.sub("", self.session.before).replace("\r\n", "\n").strip("\r\n")

    def complete(self, text, times=1):
        """What Tab makes of a text; two Tabs list what is possible."""
        self.session.send(text + "\t" * times)
        time.sleep(0.4)
        seen = self.session.read_nonblocking(10000, timeout=2)
        self.session.send("\x15")
        time.sleep(0.1)
        self.session.read_nonblocking(10000, timeout=2)
        return ESCAPES.sub("", seen)

    def interrupt(self):
        time.sleep(0.4)
        self.session.sendintr()

    # Folders, files, help

    def test_folders_and_files(self):
        os.mkdir(os.path.join(self.folder.name, "run"))
        for name in ["a10.gr", "a9.gr"]:
            open(os.path.join(self.folder.name, "run", name), "w").close()
        self.assertEqual(self.enter(":cd run"), os.path.join(self.folder.name, "run"))
        self.assertEqual(self.enter(":pwd"), os.path.join(self.folder.name, "run"))
        self.assertEqual(self.enter(":ls").split(), ["a9.gr", "a10.gr"])
        self.assertEqual(self.enter(":ls ../run").split(), ["../run/a9.gr", "../run/a10.gr"])
        self.assertIn("No such file", self.enter(":cd nowhere"))
        self.assertIn("run/", self.complete(":cd ../"))

    def test_exit_leaves(self):
        self.session.send("exit\r")
        self.session.expect(pexpect.EOF)

    def test_colon_lists_and_completes(self):
        self.assertIn(":cd FOLDER", self.enter(":help"))
        self.assertEqual(self.enter(":pw\t"), self.folder.name)

    def test_help_begins_with_lines_to_type(self):
        lines = self.enter("?").splitlines()
        self.assertEqual(lines[0], "To begin, type:")
        self.assertLess(len(lines), 24)
        self.assertTrue(self.enter('?"solve a measured PDF"').strip().startswith("solve"))

    def test_help_on_a_variable(self):
        self.enter("r = {name: \"a\", rw: 0.2}")
        self.assertIn("rw    number: 0.2", self.enter("?r"))
        self.enter("def f(x) { return x }")
        self.assertIn("f(x)", self.enter(":vars"))

    def test_long_pages_stop_at_the_screen(self):
        self.session.send("??\r")
        self.session.expect("more lines: any key goes on, q ends")
        self.session.send("q")
        self.until_prompt()
        self.assertEqual(self.enter("1 + 1"), "2")

    def test_tab_names_models(self):
        self.assertIn("stacking", self.complete('load "', times=2))

    def test_interactive_after_a_script(self):
        path = os.path.join(self.folder.name, "s.deep")
        with open(path, "w") as file:
            file.write("x = 41\n")
        session = pexpect.spawn(
            PROGRAM, ["-i", path], cwd=self.folder.name, encoding="utf-8", timeout=10,
            env={**os.environ, "DEEPSTRUC_HISTORY": "", "TERM": "xterm", "INPUTRC": "/dev/null"})
        session.expect_exact("1> ")
        session.send("x + 1\r")
        session.expect("42")
        session.close(force=True)

    def test_use_reads_a_changed_file(self):
        path = os.path.join(self.folder.name, "u.deep")
        for number in ["1", "2"]:
            with open(path, "w") as file:
                file.write(f"x = {number}\n")
            self.enter('use "u.deep"')
            self.assertEqual(self.enter("x"), number)

    # Values

    def test_results_are_kept(self):
        self.assertEqual(self.enter("1 + 2"), "3")
        self.assertEqual(self.enter("_ * 2"), "6")
        self.assertEqual(self.enter("print _1, _2, _"), "3 6 6")

    def test_failed_entry_keeps_the_last_result(self):
        self.enter("4")
        self.enter("nothing")
        self.assertEqual(self.enter("_"), "4")

    def test_error_shows_the_place(self):
        self.enter("measured = 1")
        text = self.enter("print mesured")
        self.assertIn("2>:1:7: error: no variable 'mesured'", text)
        self.assertIn("did you mean 'measured'?", text)

    # Blocks

    def test_block_goes_on_until_its_brackets_close(self):
        self.session.send("for i in 1..2 {\r")
        self.session.expect("… ")
        self.session.send("print i * 10\r")
        self.session.expect("… ")
        self.session.send("}\r")
        self.assertTrue(self.until_prompt().endswith("10\n20"))

    def test_pasted_block(self):
        self.session.send("\x1b[200~for i in 1..2 {\n  print i * 10\n}\x1b[201~\r")
        self.assertTrue(self.until_prompt().endswith("10\n20"))

    def test_lines_pasted_behind_a_plot_are_run(self):
        for begin, end in [("", ""), ("\x1b[200~", "\x1b[201~")]:
            self.session.send(f'{begin}plot [1, 2]\r20 + 22\rprint "last"\r{end}\r')
            self.session.expect(" value\r\n")
            self.session.expect("42\r\n")
            self.session.expect("last\r\n")
            self.until_prompt()

    def test_the_key_of_a_text_plot_shows_what_is_drawn(self):
        self.enter("c = icosahedron(\"Au\", shells: 2); p = simulate c; q = simulate c, biso: 1")
        self.session.send('plot [p, q], names: ["one", "two"]\r')
        self.session.expect(r"([^ ])\1{5}one +([^ ])\2{5}two")
        one, two = self.session.match.groups()
        self.assertNotEqual(one, two)
        self.assertIn(one, self.session.before)
        self.assertIn(two, self.session.before)
        self.until_prompt()

    def test_block_is_one_entry_of_the_history(self):
        self.session.send("for i in 1..2 {\r")
        self.session.expect("… ")
        self.session.send("print i * 10\r")
        self.session.expect("… ")
        self.session.send("}\r")
        self.until_prompt()
        self.session.send("\x1b[A\r")
        self.assertTrue(self.until_prompt().endswith("10\n20"))

    def test_history_crosses_sessions(self):
        self.enter("x = [1,\r2]")
        self.enter("print 42")
        self.session.sendline(":quit")
        self.session.expect(pexpect.EOF)
        self.start()
        self.session.send("\x1b[A\x1b[A\r")
        self.session.expect_exact("2> ")
        self.assertEqual(self.enter("print x"), "[1, 2]")
        self.session.send("\x12print 4\r")
        self.assertIn("42", self.until_prompt())

    # Completion

    def test_completes_commands(self):
        self.assertIn("print", self.complete("pri"))

    def test_completes_labels(self):
        self.assertIn("descending: ", self.complete("sorted([1], desc"))

    def test_completes_variables(self):
        self.enter("measurement = 1")
        self.assertIn("measurement", self.complete("print measu"))

    def test_completes_fields(self):
        self.enter('t = table(["weight"], [[1]])')
        self.assertIn("weight", self.complete("t.wei"))
        self.assertIn("weight", self.complete("t[0].wei"))

    def test_completes_file_names(self):
        with open(os.path.join(self.folder.name, "definitions file.deep"), "w") as file:
            file.write("answer = 42\n")
        self.assertIn('definitions file.deep"', self.complete('use "defi'))

    def test_folders_are_entered(self):
        os.makedirs(os.path.join(self.folder.name, "run", "sub"))
        open(os.path.join(self.folder.name, "run", "a.gr"), "w").close()
        self.assertIn('load "run/', self.complete('load "ru'))
        self.assertNotIn('run/"', self.complete('load "ru'))
        seen = self.complete('load "run/', times=2)
        self.assertIn('a.gr"', seen)
        self.assertIn('run/a.gr"', self.complete('load "run/a'))
        self.assertNotIn('gr""', self.complete('load "run/a'))
        self.assertIn("sub/", seen)

    # Help

    def test_help(self):
        self.assertIn("solve", self.enter("?"))
        self.assertIn("sorted(values, descending: false)", self.enter("?sorted"))
        self.assertIn("37", self.enter("??seed"))
        self.assertIn("random", self.enter('?"between 0 and 1"'))
        self.assertIn("did you mean 'print'?", self.enter("?prnt"))

    # Commands of the prompt

    def test_save_reproduces_the_session(self):
        self.enter("x = [1, 2, 3]")
        self.enter("x * 2")
        self.enter("nothing")
        self.enter("y = _ + 1")
        self.enter("print y, _2")
        self.enter(":save session.deep")
        output = subprocess.run(
            [PROGRAM, "session.deep"], cwd=self.folder.name, capture_output=True, text=True)
        self.assertEqual(output.stdout, "[3, 5, 7] [2, 4, 6]\n")
        self.assertEqual(output.returncode, 0)

    def test_log(self):
        self.enter(":log log.txt")
        self.enter("1 + 2")
        self.enter(":log")
        with open(os.path.join(self.folder.name, "log.txt")) as file:
            text = file.read()
        self.assertIn("1> 1 + 2\n3\n", text)

    def test_time_and_vars(self):
        self.enter(":time on")
        self.assertRegex(self.enter("x = 1"), r"\d ms$")
        self.enter(":time off")
        self.assertEqual(self.enter(":vars"), "x  number: 1")

    def test_unknown_command(self):
        self.assertIn("no command ':foo'", self.enter(":foo"))

    # Ctrl-C and Ctrl-D

    def test_interrupt_drops_the_line(self):
        self.session.send("print 1")
        self.interrupt()
        self.until_prompt()
        self.assertEqual(self.enter("print 2"), "2")

    def test_interrupt_drops_the_block(self):
        self.session.send("for i in 1..3 {\r")
        self.session.expect("… ")
        self.interrupt()
        self.until_prompt()
        self.assertEqual(self.enter("print 2"), "2")

    def test_interrupt_answers_a_question(self):
        self.enter("; ".join(f"name{n} = {n}" for n in range(105)))
        self.session.send("name\t")
        self.session.expect_exact("possibilities? (y or n)")
        self.interrupt()
        self.until_prompt()
        self.assertEqual(self.enter("1 + 1"), "2")

    def test_interrupt_ends_a_search(self):
        self.session.send("\x12abc")
        self.session.expect_exact("i-search")
        self.interrupt()
        self.until_prompt()
        self.assertEqual(self.enter("1 + 1"), "2")

    def test_interrupt_ends_a_paste(self):
        self.session.send("\x1b[200~1 + 1")
        self.interrupt()
        self.until_prompt()
        self.assertEqual(self.enter("1 + 1"), "2")

    def test_interrupt_stops_a_loop(self):
        self.enter("x = 5")
        self.session.send("while true { x = x + 1 }\r")
        self.interrupt()
        self.assertIn("interrupted", self.until_prompt())
        self.assertEqual(self.enter("print x > 5"), "true")

    def test_waits_are_told(self):
        for line in ['x = unique(random(300000))', 'k = catalogue "mmnp", atoms: 5..1000']:
            self.session.send(line + "\r")
            self.session.expect("working  [0-9]+ s, Ctrl-C stops")
            self.session.sendintr()
            self.assertIn("interrupted", self.until_prompt())
        self.session.send('p = simulate fcc("Au", layers: [3, 3, 3])\r')
        self.until_prompt()
        self.session.send('g = infer load("mmnp"), p, samples: 1000000\r')
        self.session.expect("drawing  .*/1000000  .* left")
        self.session.sendintr()
        self.assertIn("stopped after", self.until_prompt())
        # What is printed takes the place of the line.
        self.session.send("start = clock(); while clock() - start < 2 { }; print 42\r")
        self.session.expect("Ctrl-C stops")
        self.session.expect(re.escape("\r\x1b[K42\r\n"), timeout=60)
        self.until_prompt()

    def test_a_loop_has_a_bar(self):
        self.session.send("for x in track(1..1000) { y = sum(random(30000)) }\r")
        self.session.expect("working  █*░+  [0-9]+/1000  .*/s  .* left")
        self.session.sendintr()
        self.until_prompt()

    def test_a_short_training_has_a_history(self):
        self.enter('data = dataset catalogue("mmnp", atoms: 5..20)')
        self.session.send('model = train "mmnp", data, epochs: 1, batch: 1\r')
        self.session.expect(r"\d+> ", timeout=120)
        self.assertEqual(self.enter("print model.history.count > 10"), "true")

    def test_interrupt_in_a_training_gives_the_model_so_far(self):
        self.enter('data = dataset catalogue("mmnp", atoms: 5..20)')
        self.session.send('model = train "mmnp", data, epochs: 100000, batch: 8\r')
        self.session.expect("surprise")
        self.interrupt()
        self.assertIn("the model so far", self.until_prompt())
        self.enter("shapes = data.catalogue.shapes.count")
        self.assertEqual(
            self.enter("print model.steps > 0, model.map.count == shapes"), "true true")

    def test_interrupt_ends_a_long_text(self):
        self.enter("xs = [i for i in 1..1000000]")
        self.session.send("print xs\r")
        self.session.expect_exact("[1, 2, 3, 4")
        self.session.sendintr()
        self.assertIn("interrupted", self.until_prompt())
        self.assertEqual(self.enter("1 + 1"), "2")

    def test_interrupt_in_a_fit_keeps_the_fits_so_far(self):
        self.enter('core = icosahedron("Au", shells: 4); measured = simulate core')
        self.session.send("fits = refine [core for i in 1..20000], against: measured\r")
        self.session.expect("fitting")
        self.interrupt()
        self.assertIn("of 20000 fits", self.until_prompt())
        self.assertEqual(self.enter("print fits.count > 0"), "true")

    def test_interrupt_in_a_plot(self):
        slow = os.path.join(self.folder.name, "gnuplot")
        with open(slow, "w") as file:
            file.write("#!/bin/sh\nexec sleep 60\n")
        os.chmod(slow, 0o755)
        self.session.close(force=True)
        self.start(PATH=self.folder.name + ":" + os.environ["PATH"])
        self.session.send('plot [1, 2, 3], to: "x.png"\r')
        self.interrupt()
        self.assertIn("interrupted", self.until_prompt())
        self.assertFalse(os.path.exists(os.path.join(self.folder.name, "x.png")))
        self.assertEqual(self.enter("1 + 1"), "2")

    def test_second_interrupt_ends_the_program(self):
        # What tells of the first one goes where nobody reads, so that the program waits for ever.
        errors = os.path.join(self.folder.name, "errors")
        os.mkfifo(errors)
        pipe = os.open(errors, os.O_RDWR | os.O_NONBLOCK)
        self.addCleanup(os.close, pipe)
        with self.assertRaises(BlockingIOError):
            while True:
                os.write(pipe, b"\0" * 4096)
        self.session.close(force=True)
        self.start(f"exec '{PROGRAM}' 2>'{errors}'")
        self.session.send("while true { }\r")
        self.session.expect("\r\n")
        # Two of them are within a second even where the machine is busy.
        for _ in range(5):
            time.sleep(0.2)
            os.kill(self.session.pid, signal.SIGINT)
        self.session.expect(pexpect.EOF)
        self.session.close()
        self.assertEqual(self.session.exitstatus, 130)

    def test_end_of_input_leaves(self):
        self.session.sendeof()
        self.session.expect(pexpect.EOF)
        self.session.close()
        self.assertEqual(self.session.exitstatus, 0)

    # Terminals

    def test_resize(self):
        self.session.setwinsize(40, 60)
        self.assertEqual(self.enter("print 1"), "1")

    def test_no_colours(self):
        self.session.close(force=True)
        self.start(NO_COLOR="1")
        self.session.send("nothing\r")
        self.session.expect(r"\r\n")
        self.session.expect(r"\d+> ")
        self.assertNotIn("\x1b[1;31m", self.session.before)

    def test_nothing_is_cut_within_a_word(self):
        self.session.setwinsize(24, 60)
        lines = self.enter("def f(x) { x * 2 }; f(3)").splitlines()
        self.assertEqual(lines, [
            "warning: 1>:1:12: the number 6 is made here and not used;",
            "  'return' hands it back, 'print' shows it"])
        lines = self.enter('load "nothing"').splitlines()
        self.assertEqual(lines[0], "2>:1:6: error: 'nothing' is no model's name and its ending")
        self.assertEqual(lines[1], "  is not known")
        self.assertEqual(lines[2:4], ['  load "nothing"', "       ^~~~~~~~~"])
        for line in lines + self.enter("?exists").splitlines():
            self.assertLessEqual(len(line), 60)
        # The caret stands below what it means, also in a line that is longer than the terminal.
        self.session.setwinsize(24, 80)
        code = "; ".join(f"name{n} = {n}" for n in range(20)) + "; print nothing, name1"
        lines = self.enter(code).splitlines()
        place = next(n for n, line in enumerate(lines) if "^" in line)
        self.assertEqual(lines[place - 1][lines[place].index("^"):][:7], "nothing")

    def test_letters_beyond_ascii(self):
        self.assertEqual(self.enter('σ = "Å⁻¹"'), "")
        self.assertEqual(self.enter("print σ"), "Å⁻¹")


class ProgramTest(unittest.TestCase):
    def run_program(self, *arguments, text=""):
        return subprocess.run(
            [PROGRAM, *arguments], input=text, capture_output=True, text=True, timeout=600)

    def test_standard_input(self):
        result = self.run_program(text="x = [1, 2, 3]\nfor i in x { print i * 2 }\n")
        self.assertEqual((result.stdout, result.returncode), ("2\n4\n6\n", 0))

    def test_statuses(self):
        for code, status in [
            ("print 1", 0), ("print (", 65), ("print mesured", 65), ("x = [1][5]", 70)
        ]:
            self.assertEqual(self.run_program("-c", code).returncode, status, code)
        self.assertEqual(self.run_program("--nosuch").returncode, 64)
        self.assertEqual(self.run_program("nosuch.deep").returncode, 70)

    def test_arguments(self):
        result = self.run_program("-", "a.gr", "5", text="print arguments")
        self.assertEqual(result.stdout, '["a.gr", "5"]\n')

    def test_json(self):
        result = self.run_program("--json", "-c", 'print 1, "a"\n[1, none]')
        self.assertEqual(result.stdout, '[1,"a"]\n[1,null]\n')

    def test_check_runs_nothing(self):
        result = self.run_program("--check", "-c", "print 1")
        self.assertEqual((result.stdout, result.returncode), ("", 0))

    def test_interrupt(self):
        program = subprocess.Popen([PROGRAM, "-c", "while true { }"], stderr=subprocess.PIPE)
        time.sleep(0.5)
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=10)
        self.assertEqual(program.returncode, 130)

    def test_closed_pipe(self):
        result = subprocess.run(
            f"'{PROGRAM}' -c 'for i in 1..100000 {{ print i }}' | head -1; "
            "echo ${PIPESTATUS[0]}", shell=True, executable="/bin/bash", capture_output=True,
            text=True, timeout=60)
        self.assertEqual((result.stdout, result.stderr), ("1\n0\n", ""))

    def test_page_is_verified(self):
        with tempfile.TemporaryDirectory() as folder:
            script, page = os.path.join(folder, "a.deep"), os.path.join(folder, "a.md")
            with open(script, "w") as file:
                file.write("## # Title\nx = 6\nprint x * 7\n\n## Text.\nx + 1\n")
            self.assertEqual(self.run_program("render", script, "--to", page).returncode, 0)
            self.assertEqual(self.run_program("verify", page).returncode, 0)
            with open(page) as file:
                text = file.read()
            self.assertIn("```output\n42\n```", text)
            with open(page, "w") as file:
                file.write(text.replace("42", "43"))
            result = self.run_program("verify", page)
            self.assertEqual(result.returncode, 1)
            self.assertIn("- 43\n+ 42", result.stdout)

    def test_a_page_of_a_script_verifies(self):
        script = os.path.join(
            os.path.dirname(__file__), "../../scripts/transcripts/teachers-page.deep")
        with tempfile.TemporaryDirectory() as folder:
            page = os.path.join(folder, "page.md")
            result = self.run_program("render", script, "--to", page)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertEqual(self.run_program("verify", page).returncode, 0)

    def test_a_script_becomes_a_notebook_and_comes_back(self):
        with tempfile.TemporaryDirectory() as folder:
            script = os.path.join(folder, "a.deep")
            text = (
                "## # Title\n##\n## Text, \\frac{1}{2} and \"quotes\".\n\nx = 6\nprint x * 7\n\n"
                "## #### Solution\n##\n## Of course.\n\ntable([{a: x}])\nplot [1, 4, 9], kind: \"points\"\n")
            with open(script, "w") as file:
                file.write(text)
            notebook = os.path.join(folder, "a.ipynb")
            self.assertEqual(self.run_program("render", script, "--to", notebook).returncode, 0)
            with open(notebook) as file:
                cells = json.load(file)["cells"]
            self.assertEqual(cells[1]["outputs"], [
                {"name": "stdout", "output_type": "stream", "text": ["42\n"]}])
            self.assertEqual(cells[2]["metadata"], {"jp-MarkdownHeadingCollapsed": True})
            self.assertEqual(cells[3]["source"], ["Of course."])
            self.assertIn("text/html", cells[4]["outputs"][0]["data"])
            self.assertIn("image/png", cells[4]["outputs"][1]["data"])
            self.assertEqual(self.run_program("verify", notebook).returncode, 0)
            with open(notebook) as file:
                changed = file.read().replace('"42\\n"', '"43\\n"').replace("3 points", "4 points")
            other = os.path.join(folder, "other.ipynb")
            with open(other, "w") as file:
                file.write(changed)
            result = self.run_program("verify", other)
            self.assertEqual(result.returncode, 1)
            self.assertIn("- 43\n+ 42", result.stdout)
            self.assertIn("cell 5: the output differs", result.stdout)
            back = os.path.join(folder, "b.deep")
            self.assertEqual(self.run_program("render", notebook, "--to", back).returncode, 0)
            with open(back) as file:
                self.assertEqual(file.read(), text)
            page = os.path.join(folder, "a.md")
            self.assertEqual(self.run_program("render", notebook, "--to", page).returncode, 0)
            with open(page) as file:
                lines = file.read()
            self.assertIn("<details>\n<summary>Solution</summary>\n\nOf course.\n", lines)
            self.assertTrue(lines.endswith("</details>\n"), lines[-100:])
            with open(notebook, "w") as file:
                file.write('{"cells": 7}')
            result = self.run_program("render", notebook, "--to", back)
            self.assertEqual(result.returncode, 70)
            self.assertIn("this is no notebook", result.stderr)


class PageTest(unittest.TestCase):
    """Pages, and what files say of how they were made."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.folder.cleanup()

    def run_program(self, *arguments, status=0):
        done = subprocess.run(
            [PROGRAM, *arguments], cwd=self.folder.name, capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done.stdout

    def write(self, name, text):
        with open(os.path.join(self.folder.name, name), "w") as file:
            file.write(text)

    def read(self, name):
        with open(os.path.join(self.folder.name, name), "rb") as file:
            return file.read()

    def test_a_page_has_formulas_and_tables(self):
        self.write("p.deep", """## # Title
## A formula $\\frac{x_i^2}{\\sqrt{2}}$, `$code$`, $5 and $6.
##
## | a | b |
## |---|---|
## | 1 | <b> |

table({n: [1, 2], d: [2.5, 3]}, units: [none, "Å"])
plot 1..3, [1, 4, 9]
""")
        self.run_program("render", "p.deep", "--to", "p.html")
        page = self.read("p.html").decode()
        self.assertIn(
            "<math><mrow><mfrac><mrow><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></mrow>"
            "<mrow><msqrt><mrow><mn>2</mn></mrow></msqrt></mrow></mfrac></mrow></math>", page)
        self.assertIn("<code>$code$</code>, $5 and $6.", page)
        self.assertIn("<td>1</td>", page)
        self.assertIn('<td style="text-align: right">2.5</td>', page)
        self.assertNotIn("<script", page)
        self.assertNotIn("<b>", page)

    def test_verify_compares_the_numbers_of_figures(self):
        self.write("p.deep", "plot 1..3, [1, 4, 9]\n")
        self.run_program("render", "p.deep", "--to", "p.md")
        self.run_program("verify", "p.md")
        page = self.read("p.md").decode()
        self.assertIn("<!-- figure: 1 panel", page)
        self.write("p.md", page.replace("[1, 4, 9]", "[1, 4, 8]"))
        self.assertIn("the numbers of a figure differ", self.run_program("verify", "p.md", status=1))

    def test_files_say_how_they_were_made(self):
        self.write("s.deep", """seed 5
t = table({n: [1, 2]})
save t, to: "t.csv"
for ending in ["png", "svg", "pdf", "gp"] { f = plot t, x: "n", y: "n", to: "t.\\(ending)" }
print load("t.csv") == t
""")
        # No folders, whatever the program is told: they are those of one machine.
        self.assertIn("true", self.run_program(os.path.join(self.folder.name, "s.deep")))
        made = b"made by deepstruc"
        self.assertNotIn(self.folder.name.encode(), self.read("t.csv"))
        self.assertTrue(self.read("t.csv").startswith(b"# " + made))
        self.assertIn(b's.deep, line 3: save t, to: "t.csv" (seed 5)', self.read("t.csv"))
        for ending in ["png", "svg", "pdf", "gp"]:
            self.assertIn(made, self.read("t." + ending), ending)

    def test_the_long_version_names_libraries(self):
        told = self.run_program("--version", "--verbose")
        for name in ["deepstruc", "OpenBLAS", "HDF5", "XGBoost", "gnuplot", "readline"]:
            self.assertIn(name, told)


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
