"""`apus load` takes its settings and credentials from where the aws command line takes them."""

import http.server
import json
import os
import subprocess
import threading

import pytest

from harness.loader import sum_of
from harness.server import BINARY, Server
from harness.tables import count
from harness.wire import Connection

LOAD_SECONDS = 120
ACCESS_KEY = "AKIDFROMSOURCE"
TOKEN = "Bearer of-the-container"
DOCUMENT = {"AccessKeyId": ACCESS_KEY, "SecretAccessKey": "hidden", "Expiration": "2099-01-01T00:00:00Z"}


class Relay(http.server.BaseHTTPRequestHandler):
    """Hands out credentials at /credentials, and passes on to the server what is posted, keeping its signatures."""

    def do_GET(self):
        permitted = self.headers["Authorization"] == TOKEN and self.path == "/credentials"
        self.answer(200 if permitted else 403, json.dumps(DOCUMENT | {"Token": "session"}).encode())

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.signatures.append((self.headers["Authorization"], self.headers["X-Amz-Security-Token"]))
        with Connection(self.server.target) as connection:
            operation = self.headers["X-Amz-Target"].rpartition(".")[2]
            answer = connection.call(operation, json.loads(body))
        self.answer(answer.status, answer.body)

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    with Server() as server:
        yield server


@pytest.fixture
def relay(server):
    relay = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Relay)
    relay.target, relay.signatures = server.url, []
    relay.url = f"http://127.0.0.1:{relay.server_address[1]}"
    thread = threading.Thread(target=relay.serve_forever)
    thread.start()
    yield relay
    relay.shutdown()
    thread.join()
    relay.server_close()


@pytest.fixture
def table(server, request):
    with Connection(server.url) as connection:
        connection.create_table(request.node.originalname, id="S")
        yield request.node.originalname
        connection.result("DeleteTable", {"TableName": request.node.originalname})


def load(table, home, *options, **variables):
    (home / "cats.jsonl").write_text('{"id": "tom"}\n{"id": "kit"}\n')
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return subprocess.run(
        [BINARY, "load", table, "cats.jsonl", *options],
        env=kept | {"HOME": str(home)} | variables,
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=LOAD_SECONDS,
    )


def write_configuration(home, text):
    (home / ".aws").mkdir()
    (home / ".aws" / "config").write_text(text)


def assert_loaded(outcome, server, table):
    assert outcome.returncode == 0, outcome.stdout
    assert sum_of(outcome.stdout) == [2, 0, 0, 2]
    with Connection(server.url) as connection:
        assert count(connection, table) == 2


def test_a_profile_with_a_credential_process(server, relay, table, tmp_path):
    script = tmp_path / "get credentials"
    script.write_text(f"#!/bin/sh\necho '{json.dumps(DOCUMENT | {'Version': 1})}'\n")
    script.chmod(0o755)
    write_configuration(
        tmp_path,
        f"""# cats live here
[profile cats]
region = us-east-1
services = local
credential_process = "{script}" --quiet

[services local]
dynamodb =
    endpoint_url = {relay.url}
""",
    )

    outcome = load(table, tmp_path, "--profile", "cats", AWS_ACCESS_KEY_ID="other", AWS_SECRET_ACCESS_KEY="other")

    assert_loaded(outcome, server, table)
    assert relay.signatures
    assert all(f"Credential={ACCESS_KEY}/" in signature for signature, _ in relay.signatures)


def test_a_profile_of_the_environment(server, relay, table, tmp_path):
    configuration, credentials = tmp_path / "settings", tmp_path / "keys"
    configuration.write_text(f"[profile cats]\nendpoint_url = {relay.url}\nregion = us-east-1\n")
    credentials.write_text("[cats]\naws_access_key_id = AKIDOFFILE\naws_secret_access_key = hidden\n")

    outcome = load(
        table,
        tmp_path,
        AWS_PROFILE="cats",
        AWS_CONFIG_FILE=str(configuration),
        AWS_SHARED_CREDENTIALS_FILE=str(credentials),
    )

    assert_loaded(outcome, server, table)
    assert all("Credential=AKIDOFFILE/" in signature for signature, _ in relay.signatures)


def test_the_credentials_of_a_container(server, relay, table, tmp_path):
    outcome = load(
        table,
        tmp_path,
        "--endpoint-url",
        relay.url,
        AWS_CONTAINER_CREDENTIALS_FULL_URI=f"{relay.url}/credentials",
        AWS_CONTAINER_AUTHORIZATION_TOKEN=TOKEN,
    )

    assert_loaded(outcome, server, table)
    assert all(f"Credential={ACCESS_KEY}/" in signature for signature, _ in relay.signatures)
    assert all(token == "session" for _, token in relay.signatures)


@pytest.mark.parametrize(
    "text, options, message",
    [
        ("[profile cats]\nregion\n", [], ".aws/config, line 2: a setting has the form name = value."),
        ("[profile cats]\n", ["--profile", "dogs"], "There is no profile dogs."),
        ("[profile cats]\ncredential_process = false\n", ["--profile", "cats"], "line 2: the credential_process gave"),
    ],
)
def test_what_is_wrong_is_told(server, tmp_path, text, options, message):
    write_configuration(tmp_path, text)

    outcome = load("Cats", tmp_path, "--endpoint-url", server.url, *options)

    assert outcome.returncode == 1
    assert message in outcome.stdout
