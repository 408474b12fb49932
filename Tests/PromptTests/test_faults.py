"""What the program makes of what the world does to it, tried from outside.

    python3 Tests/PromptTests/test_faults.py [PROGRAM]

PROGRAM is .build/release/deepstruc by default.
"""

import os
import random
import shutil
import signal
import subprocess
import time

import hostile


class FaultTest(hostile.HostileTest):
    """What the world does to a program: signals, full disks, broken tools, little of everything."""

    TRAINING = (
        'd = dataset catalogue("mmnp", atoms: 5..13, element: "Au")\n'
        'm = train "mmnp", d, epochs: EPOCHS, batch: 8, checkpoint: "k.safetensors", '
        'resume: true, every: 20\nsave m, to: "m.safetensors"\nprint m.steps\n')

    def interrupted(self, code, after):
        """Status and output of a script that gets one Ctrl-C."""
        program = subprocess.Popen(
            [hostile.PROGRAM, "-c", code], cwd=self.folder, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        self.addCleanup(program.kill)
        time.sleep(after)
        program.send_signal(signal.SIGINT)
        output, errors = program.communicate(timeout=30)
        return program.returncode, output, errors

    def test_long_commands_end_at_an_interrupt(self):
        begin = 'm = load "mmnp"; p = simulate icosahedron("Au", shells: 3), qmax: 22\n'
        data = 'd = dataset catalogue("mmnp", element: "Au")\n'
        with open(self.path("gas.xyz"), "w") as gas:  # No lattice, so that no pair repeats another.
            atoms = random.Random(1)
            gas.write("100000\n\n")
            gas.writelines("Au %g %g %g\n" % tuple(atoms.uniform(0, 120) for _ in range(3))
                           for _ in range(100000))
        # Each would take many seconds; what is done is kept, or nothing is.
        for code, status in [
            (begin + "g = infer m, p, samples: 1000000; print g.count", 0),
            (begin + data + "e = evaluate m, on: d.test, samples: 100000; print e.count", 130),
            (begin + data + "f = refine catalogue(\"mmnp\"), against: p; print f.count", 0),
            (data + 't = train "tree", d; print t.rounds', None),
            ("x = unique(random(300000)); print x.count", 130),
            ('c = load "gas.xyz"; p = simulate c', 130),
            ('c = load "gas.xyz"; s = scatter c', 130),
            ('k = catalogue "mmnp", atoms: 5..10000; k = catalogue "mmnp", atoms: 5..10000', 130),
            ("x = [i for i in 1..1e9]", 130),
        ]:
            with self.subTest(code):
                done, output, errors = self.interrupted(code, 2)
                self.assertIn(done, [0, 130] if status is None else [status], errors)
                if done == 0:
                    self.assertIn("stopped after", errors)

    def test_output_to_a_full_disk_is_an_error(self):
        with open("/dev/full", "w") as full:
            result = subprocess.run(
                [hostile.PROGRAM, "-c", 'print 1\nsave 2, to: "kept.json"'], stdout=full,
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
        result = self.run_program("-c", code.replace("k.safetensors", "none/none/k.safetensors"))
        self.assertEqual(result.returncode, 70)
        self.assertIn("there is no folder", result.stderr)

    def test_training_goes_on_where_the_checkpoint_fails(self):
        # Its folder goes while the training runs.
        os.makedirs(self.path("gone/inner"))
        code = self.TRAINING.replace("EPOCHS", "200").replace("k.saf", "gone/inner/k.saf")
        program = subprocess.Popen(
            [hostile.PROGRAM, "-c", code], cwd=self.folder, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        self.addCleanup(program.kill)
        deadline = time.monotonic() + 60
        while not os.path.exists(self.path("gone/inner/k.safetensors")):
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
                [hostile.PROGRAM, "-c", 'plot [1, 2], to: "x.svg"'], cwd=self.folder,
                env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                start_new_session=True)
            if words is None:
                time.sleep(2)
                os.killpg(program.pid, signal.SIGINT)  # as the terminal does
            _, errors = program.communicate(timeout=30)
            self.assertIn(program.returncode, [70, 130])
            self.assertIn(words or "interrupted", errors)
            self.assertFalse(os.path.exists(self.path("x.svg")))

    def test_no_home(self):
        environment = {key: value for key, value in os.environ.items()
                       if key not in ("HOME", "XDG_STATE_HOME", "DEEPSTRUC_HISTORY")}
        result = self.run_program("-c", "plot [1, 2]", env=environment)
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_few_descriptors_and_few_addresses(self):
        def limited(limit, code):
            return subprocess.run(
                ["bash", "-c", f'ulimit {limit}; exec "$@"', "_", hostile.PROGRAM, "-c", code],
                capture_output=True, text=True, timeout=120, cwd=self.folder)

        result = limited("-n 4", "print 1")
        self.assertEqual((result.returncode, result.stdout), (70, ""))
        self.assertIn("needs 16 open files", result.stderr)
        # With so many, everything that opens files works.
        code = self.TRAINING.replace("EPOCHS", "0.4") + (
            'g = graph(icosahedron("Au", shells: 2))\nsave g, to: "g.h5"\n'
            'print load("g.h5").edges.count\nplot m, to: "x.png"\nuse "used.deep"')
        self.path("used.deep", "print 2\n")
        result = limited("-n 16", code)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertTrue(result.stdout.endswith("\n2\n"), result.stdout)
        result = limited("-v 400000", "print 1")
        self.assertEqual(result.returncode, 70)
        self.assertIn("needs 700 MB of addresses", result.stderr)
        result = limited("-v 1500000", 'm = load "mmnp"\np = simulate icosahedron("Au", shells: 3)\n'
                         "g = infer m, p, samples: 10\nprint g.count")
        self.assertEqual((result.returncode, result.stdout), (0, "10\n"), result.stderr)
        result = limited("-v 1500000", "x = []\nwhile true { x = append(x, random(100000)) }")
        self.assertEqual(result.returncode, 70)
        self.assertIn("needs more than", result.stderr)

    def test_a_page_that_differs_everywhere_is_told_at_once(self):
        lines = "".join(f"x{i}\n" for i in range(30000))
        self.path("a.md", f"```deep\nfor i in 0..29999 {{ print i }}\n```\n\n```output\n{lines}```\n")
        result = self.run_program("verify", "a.md")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout.count("\n- x"), 30000)
        self.assertEqual(result.stdout.count("\n+ "), 30000)

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
            f"yes | head -c 200000000 | '{hostile.PROGRAM}'", shell=True, capture_output=True,
            text=True, timeout=120)
        self.assertIn("larger than 100 MB", result.stderr)


if __name__ == "__main__":
    hostile.main()
