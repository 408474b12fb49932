"""Ranks of MPI: the same bytes for any number of them, and what happens when one dies.

    python3 Tests/RanksTests/test_ranks.py

Needs mpirun, the program of .build and, with MPI, that of .build-mpi.
"""

import json
import os
import signal
import subprocess
import tempfile
import time
import unittest

ALONE = os.path.abspath(".build/release/deepstruc")
RANKS = os.path.abspath(".build-mpi/release/deepstruc")
WORK = os.path.abspath("Tests/RanksTests/work.deep")
TRAINING = """
data = dataset catalogue("mmnp", atoms: 5..20)
epochs = 200 * 8 / data.training.count
train "mmnp", data, epochs: epochs, batch: 8, checkpoint: "checkpoint.safetensors", every: 10, resume: true
"""
# More ranks than cores, also for root, and in containers whose processes may not see each other.
ENVIRONMENT = {
    **os.environ, "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",
    "OMPI_MCA_rmaps_base_oversubscribe": "1",
    "OMPI_MCA_btl_vader_single_copy_mechanism": "none"}


def mpirun(*parts, threads=1, kernels=(), patience=3):
    """Starts ranks: each part is how many, where, and their arguments; they have so many seconds to
    end in."""
    words = ["mpirun"]
    for place, (count, folder, *arguments) in enumerate(parts):
        words += [":"] if place > 0 else []
        words += ["-n", str(count), "--wdir", folder]
        words += ["-x", f"OPENBLAS_CORETYPE={kernels[place]}"] if kernels else []
        words += [RANKS, *arguments]
    return subprocess.Popen(
        words, env={
            **ENVIRONMENT, "DEEPSTRUC_THREADS": str(threads),
            "OMPI_MCA_odls_base_sigkill_timeout": str(patience)}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def content(path):
    """The bytes of a file; those of a model without the seconds that its training took."""
    with open(path, "rb") as file:
        content = file.read()
    if not path.endswith(".safetensors"):
        return content
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    history = json.loads(header["__metadata__"]["history"])
    for record in history:
        record.pop("seconds")
    header["__metadata__"]["history"] = history
    return header, content[start:]


def rank_process(number, parent):
    """The process of a rank that an mpirun started."""
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                if file.read().rsplit(")", 1)[1].split()[1] != str(parent):
                    continue
            with open(f"/proc/{name}/environ") as file:
                if f"OMPI_COMM_WORLD_RANK={number}" in file.read().split("\0"):
                    return int(name)
        except OSError:
            continue
    raise AssertionError(f"no rank {number}")


class RanksTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.alone = cls.make("alone")
        done = subprocess.run(
            [ALONE, WORK], cwd=cls.alone, text=True, capture_output=True, timeout=900,
            env={**os.environ, "DEEPSTRUC_THREADS": "2"})
        assert done.returncode == 0, done.stderr
        cls.output, cls.errors = done.stdout, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def make(cls, name):
        path = os.path.join(cls.folder.name, name)
        os.mkdir(path)
        return path

    def assert_same(self, folder, output, errors):
        self.assertEqual(output, self.output)
        self.assertEqual(errors, self.errors)
        names = sorted(os.listdir(folder))
        self.assertEqual(names, sorted(os.listdir(self.alone)))
        for name in names:
            self.assertEqual(
                content(os.path.join(folder, name)), content(os.path.join(self.alone, name)), name)

    def test_two_ranks_give_the_same_bytes(self):
        # Files are those of the first rank: the other one is elsewhere.
        folder, elsewhere = self.make("two"), self.make("elsewhere")
        job = mpirun((1, folder, WORK), (1, elsewhere, WORK))
        output, errors = job.communicate(timeout=900)
        self.assertEqual(job.returncode, 0, errors)
        self.assert_same(folder, output, errors)
        self.assertEqual(os.listdir(elsewhere), [])

    def test_three_ranks_of_two_threads_give_the_same_bytes(self):
        folder = self.make("three")
        job = mpirun((3, folder, WORK), threads=2)
        output, errors = job.communicate(timeout=900)
        self.assertEqual(job.returncode, 0, errors)
        self.assert_same(folder, output, errors)

    def test_a_training_whose_ranks_die_goes_on_bit_for_bit(self):
        folder = self.make("killed")
        checkpoint = os.path.join(folder, "checkpoint.safetensors")
        # mpirun waits so long before it tells the ranks and again before it kills them: the training has
        # to be on its way still, and all ranks have to end the step together.
        job = mpirun((4, folder, "-c", TRAINING), patience=5)
        self.wait_for(checkpoint)
        job.send_signal(signal.SIGINT)
        _, errors = job.communicate(timeout=120)
        self.assertNotEqual(job.returncode, 0)
        self.assertRegex(errors, r"stopped after \d+ of 200 steps")

        written = os.stat(checkpoint).st_mtime_ns
        job = mpirun((2, folder, "-c", TRAINING))
        self.wait_for(checkpoint, after=written)
        os.kill(rank_process(1, job.pid), signal.SIGKILL)
        _, errors = job.communicate(timeout=120)
        self.assertEqual(job.returncode, 128 + signal.SIGKILL)
        self.assertRegex(errors, r"rank 1 .*exited on signal 9")

        last = subprocess.run(
            [ALONE, "-c", TRAINING], cwd=folder, text=True, capture_output=True, timeout=900)
        self.assertEqual(last.returncode, 0, last.stderr)
        self.assertEqual(os.listdir(folder), ["checkpoint.safetensors"])
        # Where a training was stopped, a record of its history ends.
        whole = os.path.join(self.alone, "checkpoint.safetensors")
        self.assertEqual(content(checkpoint)[1], content(whole)[1])

    def wait_for(self, path, after=0):
        end = time.monotonic() + 120
        while not (os.path.exists(path) and os.stat(path).st_mtime_ns > after):
            self.assertLess(time.monotonic(), end, "no checkpoint")
            time.sleep(0.02)

    def test_errors_are_told_once_with_their_status(self):
        for code, status, message in [
            ('x = load "missing.gr"', 70, "no file 'missing.gr'"),
            ("print 1 +", 65, "something must follow '+'"),
            # It fails in the pieces of all ranks.
            ('solve ["missing.gr", "none.gr"]', 70, "none of the 2 PDFs could be solved"),
        ]:
            job = mpirun((3, self.folder.name, "-c", code))
            output, errors = job.communicate(timeout=120)
            self.assertEqual(job.returncode, status, errors)
            self.assertEqual(output, "")
            self.assertEqual(errors.count(message), 1, errors)

    def test_ranks_with_other_kernels_refuse(self):
        job = mpirun(
            (1, self.folder.name, "-c", "print 1"),
            (1, self.folder.name, "-c", "print 1"), kernels=["Haswell", "Nehalem"])
        output, errors = job.communicate(timeout=120)
        self.assertEqual((job.returncode, output), (70, ""), errors)
        self.assertIn("OPENBLAS_CORETYPE", errors)

    def test_ranks_that_come_apart_end_with_a_message(self):
        for first, second, message in [
            ("print clock() > 0", "x = [1][5]", "rank 1 of 2 failed alone: -c:1"),
            ("print clock() > 0", "print files(\"*\").count, clock() > 0", "come apart"),
        ]:
            job = mpirun(
                (1, self.folder.name, "-c", first), (1, self.folder.name, "-c", second))
            _, errors = job.communicate(timeout=120)
            self.assertEqual(job.returncode, 70, errors)
            self.assertIn(message, errors)


if __name__ == "__main__":
    unittest.main()
