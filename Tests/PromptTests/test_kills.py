"""Trainings that are killed at random moments, and go on to the same bytes.

    python3 Tests/PromptTests/test_kills.py [PROGRAM]

PROGRAM is .build/release/deepstruc by default. There are six kills, half of them in the middle of
a write; DEEPSTRUC_KILLS says how many else, and DEEPSTRUC_SEED at which moments.
"""

import json
import os
import random
import subprocess
import time

import hostile

KILLS = int(os.environ.get("DEEPSTRUC_KILLS", "6"))
SEED = int(os.environ.get("DEEPSTRUC_SEED", "1"))


class KillTest(hostile.HostileTest):
    # A kill comes at most forty steps after the last; the training takes more.
    TRAINING = (
        'd = dataset catalogue("mmnp", atoms: 5..13, element: "Au")\n'
        f'm = train "mmnp", d, epochs: {20 + 10 * KILLS}, batch: 2, every: 20'
        'CHECKPOINT\nsave m, to: "m.safetensors"\n')

    def drafts(self):
        """Sizes of the files that are being written."""
        sizes = []
        for name in os.listdir(self.folder):
            if name.startswith(".deepstruc-"):
                try:
                    sizes.append(os.path.getsize(self.path(name)))
                except FileNotFoundError:
                    pass  # moved meanwhile
        return sizes

    def wait(self, program, condition):
        deadline = time.monotonic() + 120
        while not condition():
            self.assertIsNone(program.poll(), "the training ended before it was killed")
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.0005)

    def checkpoint(self):
        """When it was written last, after a look whether it is whole; None where there is none."""
        try:
            with open(self.path("k.safetensors"), "rb") as file:
                written = os.fstat(file.fileno())
                length = int.from_bytes(file.read(8), "little")
                header = json.loads(file.read(length))
        except FileNotFoundError:
            return None
        ends = [value["data_offsets"][1] for key, value in header.items() if key[:2] != "__"]
        self.assertEqual(8 + length + max(ends), written.st_size)
        return written.st_mtime_ns, written.st_ino

    def wait_for_checkpoints(self, program, count):
        for _ in range(count):
            before = self.checkpoint()
            self.wait(program, lambda: self.checkpoint() != before)

    def weights(self):
        """The tensors of the trained model; its header tells times, which differ."""
        with open(self.path("m.safetensors"), "rb") as file:
            file.seek(8 + int.from_bytes(file.read(8), "little"))
            return file.read()

    def test_a_killed_training_goes_on_to_the_same_bytes(self):
        moments = random.Random(SEED)
        result = self.run_program("-c", self.TRAINING.replace("CHECKPOINT", ""), timeout=3600)
        self.assertEqual(result.returncode, 0, result.stderr)
        expected = self.weights()
        code = self.TRAINING.replace("CHECKPOINT", ', checkpoint: "k.safetensors", resume: true')
        during, between = 0, 0
        while during + between < KILLS:
            program = subprocess.Popen(
                [hostile.PROGRAM, "-c", code], cwd=self.folder, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL)
            self.addCleanup(program.kill)
            is_write = during <= between and during < KILLS // 2
            if is_write:
                self.wait_for_checkpoints(program, moments.randrange(2))
                self.wait(program, lambda: max(self.drafts(), default=0) > 0)
                time.sleep(moments.uniform(0, 0.01))
            else:
                self.wait_for_checkpoints(program, moments.randrange(3))
                time.sleep(moments.uniform(0, 0.5))
            self.assertIsNone(program.poll(), "the training ended before it was killed")
            program.kill()
            program.wait()
            self.checkpoint()
            if self.drafts():
                during += 1
            elif not is_write:
                between += 1
        result = self.run_program("-c", code, timeout=3600)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.weights(), expected)
        self.assertEqual(self.drafts(), [])
        print(f"{during} kills during a write, {between} at other moments, seed {SEED}")


if __name__ == "__main__":
    hostile.main()
