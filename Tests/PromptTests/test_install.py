"""scripts/install, into a folder of its own and out of it again.

    python3 Tests/PromptTests/test_install.py
"""

import os
import subprocess
import tempfile
import unittest

INSTALL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/install")


class InstallTest(unittest.TestCase):
    def test_install_and_uninstall(self):
        with tempfile.TemporaryDirectory() as prefix:
            subprocess.run([INSTALL, "--prefix", prefix], check=True, capture_output=True)
            program = os.path.join(prefix, "bin/deepstruc")
            # The models are found from anywhere.
            told = subprocess.run(
                [program, "-c", 'print load("stacking")'], cwd="/", check=True,
                capture_output=True, text=True)
            self.assertEqual(told.stdout, "model stacking\n")
            for path, words in [
                ("share/man/man1/deepstruc.1", ".TH"),
                ("share/bash-completion/completions/deepstruc", "--version"),
                ("share/zsh/site-functions/_deepstruc", "#compdef deepstruc"),
                ("share/fish/vendor_completions.d/deepstruc.fish", "complete"),
            ]:
                with open(os.path.join(prefix, path)) as file:
                    self.assertIn(words, file.read(), path)
            subprocess.run(
                [INSTALL, "--uninstall", "--prefix", prefix], check=True, capture_output=True)
            self.assertEqual(os.listdir(prefix), [])


if __name__ == "__main__":
    unittest.main()
