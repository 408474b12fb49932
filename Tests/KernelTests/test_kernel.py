"""The kernel, tried by Jupyter's own test and by its clients.

    python3 Tests/KernelTests/test_kernel.py [PROGRAM]

PROGRAM is .build/release/deepstruc by default. Needs what scripts/test installs into .venv:
jupyter_kernel_test, nbclient, nbconvert.
"""

import json
import os
import signal
import socket
import unittest

import kernel  # first: it tells Jupyter of the program
import jupyter_kernel_test
import nbclient
import nbformat
import zmq
from jupyter_client.manager import start_new_kernel


class ProtocolTest(jupyter_kernel_test.KernelTests):
    """All parts of Jupyter's own test but those of what the language does not have: questions to
    the user, pages beside the notebook, and outputs that are taken back."""

    kernel_name = "deepstruc"
    language_name = "deepstruc"
    file_extension = ".deep"
    code_hello_world = 'print "hello, world"'
    code_stderr = "while true { 1 + 1; break }"
    code_generate_error = "print nothing"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"}, {"code": '"a" + "b"', "result": '"ab"'}]
    code_display_data = [
        {"code": "plot [1, 4, 9], kind: \"points\"; 1", "mime": "image/svg+xml"},
        {"code": "plot [1, 4, 9], kind: \"points\"; 1", "mime": "image/png"},
        {"code": 'table(["n"], [[1], [2]]); 1', "mime": "text/html"}]
    code_inspect_sample = "simulate"
    complete_code_samples = ["1", 'print "a"', "for n in 1..3 {\n  print n\n}", "?solve"]
    incomplete_code_samples = ["for n in 1..3 {", "print [1,", "x = "]
    invalid_code_samples = ["print )", "x = = 2"]
    completion_samples = [
        {"text": "simul", "matches": {"simulate"}},
        {"text": "x = icosahed", "matches": {"icosahedron"}},
        {"text": "simulate gold, qm", "matches": {"qmax: ", "qmin: "}}]
    # Cells that the test runs hold 6 * 7, and so does this pattern.
    code_history_pattern = "?*7"
    supported_history_operations = ("tail", "range", "search")


class ClientTest(unittest.TestCase):
    """What a client and its user meet, beyond single messages."""

    def setUp(self):
        self.manager, self.client = start_new_kernel(kernel_name="deepstruc")

    def tearDown(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run_cell(self, code, timeout=60):
        """The reply to a cell, and all that it shows, in its order."""
        return self.finish(self.client.execute(code), timeout)

    def finish(self, request, timeout=60):
        shown = []
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["content"].get("execution_state") == "idle":
                break
            if message["msg_type"] not in ("status", "execute_input"):
                shown.append(message)
        while True:
            reply = self.client.get_shell_msg(timeout=timeout)
            if reply["parent_header"].get("msg_id") == request:
                return reply["content"], shown

    def until_busy_with(self, request, kind):
        """Waits for the first message of a kind that a cell sends."""
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") == request and message["msg_type"] == kind:
                return message

    def text(self, shown, name="stdout"):
        return "".join(m["content"]["text"] for m in shown
                       if m["msg_type"] == "stream" and m["content"]["name"] == name)

    LOOP = 'print "begun"\nwhile true { 1 }'

    def test_interrupt_by_message_ends_a_loop(self):
        request = self.client.execute(self.LOOP)
        self.until_busy_with(request, "stream")
        self.manager.interrupt_kernel()
        reply, _ = self.finish(request)
        self.assertEqual((reply["status"], reply["ename"]), ("error", "Interrupted"))
        self.assertEqual(self.run_cell("6 * 7")[0]["status"], "ok")

    def test_interrupt_by_signal_ends_a_loop(self):
        for _ in range(2):
            request = self.client.execute(self.LOOP)
            self.until_busy_with(request, "stream")
            os.kill(self.manager.provisioner.pid, signal.SIGINT)
            reply, _ = self.finish(request)
            self.assertEqual((reply["status"], reply["ename"]), ("error", "Interrupted"))

    def test_an_interrupt_between_cells_is_forgotten(self):
        self.manager.interrupt_kernel()
        self.assertEqual(self.run_cell("6 * 7")[0]["status"], "ok")

    def test_the_bar_of_long_work_changes_in_place(self):
        request = self.client.execute(
            'm = train("mmnp", dataset(catalogue("mmnp", atoms: 5..30)), epochs: 10000)\nm.steps > 0')
        place = self.until_busy_with(request, "display_data")["content"]
        self.assertIn("training", place["data"]["text/plain"])
        change = self.until_busy_with(request, "update_display_data")["content"]
        self.assertEqual(change["transient"], place["transient"])
        self.manager.interrupt_kernel()
        reply, shown = self.finish(request)
        self.assertEqual(reply["status"], "ok")
        self.assertIn("this is the model so far", self.text(shown, "stderr"))
        updates = [m["content"] for m in shown if m["msg_type"] == "update_display_data"]
        self.assertEqual(updates[-1]["data"]["text/plain"], "")
        self.assertEqual(
            [m["content"]["data"]["text/plain"] for m in shown if m["msg_type"] == "execute_result"],
            ["true"])

    def test_nbclient_interrupts_a_training_and_goes_on(self):
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in (
            'data = dataset(catalogue("mmnp", atoms: 5..30))',
            'm = train("mmnp", data, epochs: 10000)', "m.steps > 0")])
        nbclient.NotebookClient(
            notebook, kernel_name="deepstruc", timeout=5, interrupt_on_timeout=True).execute()
        self.assertEqual(notebook.cells[2].outputs[0].data["text/plain"], "true")

    def test_cells_behind_one_that_fails_are_aborted(self):
        requests = [self.client.execute(code) for code in ("print nothing", "1", "2")]
        replies = [self.finish(request)[0] for request in requests]
        self.assertEqual([r["status"] for r in replies], ["error", "aborted", "aborted"])
        self.assertEqual(self.run_cell("3")[0]["status"], "ok")

    def test_an_error_shows_its_place_in_colour(self):
        reply, shown = self.run_cell("x = 1\nprint x, mesured")
        self.assertEqual(reply["ename"], "Error")
        self.assertEqual(reply["evalue"], "no variable 'mesured'")
        lines = [m for m in shown if m["msg_type"] == "error"][0]["content"]["traceback"]
        self.assertIn("In [1]:2:10:", lines[0])
        self.assertIn("\x1b[1;31merror:\x1b[0m", lines[0])
        self.assertEqual(lines[2].index("^"), lines[1].index("mesured") + len("\x1b[1;31m"))

    def test_a_million_lines_come_whole(self):
        request = self.client.execute("for i in 1..1000000 { print i }")
        _, shown = self.finish(request, timeout=120)
        lines = self.text(shown).split("\n")
        self.assertEqual((len(lines), lines[0], lines[-2]), (1_000_001, "1", "1000000"))

    def test_memory_is_bounded_where_nobody_reads(self):
        connection = self.manager.get_connection_info()
        context = zmq.Context()
        deaf = context.socket(zmq.SUB)
        deaf.connect(f"tcp://127.0.0.1:{connection['iopub_port']}")
        deaf.subscribe(b"")
        try:
            self.run_cell("1")
            with open(f"/proc/{self.manager.provisioner.pid}/status") as status:
                before = int(next(l for l in status if l.startswith("VmRSS")).split()[1])
            request = self.client.execute(
                'line = "x"; for i in 1..13 { line = line + line }\n'
                "for i in 1..20000 { print line }")
            reply, shown = self.finish(request, timeout=120)
            self.assertEqual(reply["status"], "ok")
            self.assertEqual(len(self.text(shown)), 20000 * 8193)
            with open(f"/proc/{self.manager.provisioner.pid}/status") as status:
                after = int(next(l for l in status if l.startswith("VmRSS")).split()[1])
            # Queues hold up to 1000 messages of 64 kB for each client, and 4 MB before them.
            self.assertLess(after - before, 200_000)
        finally:
            context.destroy(linger=0)

    def test_strangers_change_nothing(self):
        connection = self.manager.get_connection_info()
        context = zmq.Context()
        header = json.dumps({"msg_id": "a", "msg_type": "execute_request"}).encode()
        code = json.dumps({"code": "spy = 1"}).encode()
        try:
            for channel in ("shell", "control", "stdin", "hb"):
                stranger = context.socket(zmq.DEALER)
                stranger.connect(f"tcp://127.0.0.1:{connection[channel + '_port']}")
                for frames in ([b""], [b"\xff" * 1000], [b"<IDS|MSG>"], [b"<IDS|MSG>"] * 9,
                               [b"<IDS|MSG>", b"0" * 64, header, b"{}", b"{}", code],
                               [b"<IDS|MSG>", b"", header, b"{}", b"{}", code]):
                    stranger.send_multipart(frames)
                # It leaves before an answer could come.
                stranger.close(linger=200)
            raw = socket.create_connection(("127.0.0.1", connection["shell_port"]))
            raw.sendall(b"GET / HTTP/1.1\r\n\r\n")
            raw.close()
            reply, _ = self.run_cell("spy")
            self.assertEqual(reply["evalue"], "no variable 'spy'")
            self.assertTrue(self.manager.is_alive())
        finally:
            context.destroy(linger=0)

    def test_wrong_content_is_answered(self):
        for kind, content in (("execute_request", {}), ("execute_request", {"code": 7}),
                              ("complete_request", {"code": []}), ("history_request", {})):
            message = self.client.session.msg(kind, content)
            self.client.shell_channel.send(message)
            reply = self.client.get_shell_msg(timeout=20)
            self.assertEqual(reply["content"]["status"], "error")
        for position in (-5, 10**15):
            self.client.shell_channel.send(self.client.session.msg(
                "complete_request", {"code": "simul", "cursor_pos": position}))
            self.assertEqual(self.client.get_shell_msg(timeout=20)["content"]["status"], "ok")

    def test_places_are_counted_in_scalars(self):
        # Four bytes, two UTF-16 units, one scalar.
        self.client.complete('x = "\U0001F600"; simul', cursor_pos=14)
        reply = self.client.get_shell_msg(timeout=20)["content"]
        self.assertEqual((reply["cursor_start"], reply["cursor_end"]), (9, 14))
        self.assertEqual(reply["matches"], ["simulate"])

    def test_a_comm_is_closed_at_once(self):
        message = self.client.session.msg(
            "comm_open", {"comm_id": "x", "target_name": "none", "data": {}})
        self.client.shell_channel.send(message)
        while True:
            answer = self.client.get_iopub_msg(timeout=20)
            if answer["msg_type"] == "comm_close":
                break
        self.assertEqual(answer["content"]["comm_id"], "x")
        self.client.comm_info()
        self.assertEqual(self.client.get_shell_msg(timeout=20)["content"]["comms"], {})

    def test_restart_forgets_and_shutdown_ends_what_runs(self):
        self.run_cell("x = 1")
        self.manager.restart_kernel()
        self.client.wait_for_ready(timeout=60)
        self.assertEqual(self.run_cell("x")[0]["status"], "error")
        request = self.client.execute(self.LOOP)
        self.until_busy_with(request, "stream")
        process = self.manager.provisioner.process
        self.manager.shutdown_kernel(now=False)
        self.assertEqual(process.wait(timeout=20), 0)

    def test_help_and_the_folder_as_at_the_prompt(self):
        _, shown = self.run_cell("?simulate")
        self.assertIn("| argument |", shown[0]["content"]["data"]["text/markdown"])
        _, shown = self.run_cell(":pwd")
        self.assertEqual(self.text(shown), os.getcwd() + "\n")
        reply, _ = self.run_cell(":quit")
        self.assertEqual(reply["payload"][0]["source"], "ask_exit")


if __name__ == "__main__":
    unittest.main()
