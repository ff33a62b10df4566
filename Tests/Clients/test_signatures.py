"""What apus signs is what botocore signs: requests of `apus load` as they arrive, and the forms of the Swift tests."""

import http.server
import json
import os
import subprocess
import threading

import pytest
from botocore.credentials import Credentials

from harness.loader import sum_of
from harness.server import BINARY
from harness.signatures import FORMS, Signer, form, text_of

REWRITES = os.environ.get("APUS_REWRITE_SIGNATURES") == "1"
LOAD_SECONDS = 120
ACCESS_KEY = "AKIDEXAMPLE"
SECRET_KEY = "wJalr/XUtn+FEMI=K7 MDENG"
TABLE = {
    "TableName": "cats",
    "TableStatus": "ACTIVE",
    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
    "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
}
ANSWERS = {"DescribeTable": {"Table": TABLE}, "BatchWriteItem": {"UnprocessedItems": {}}}
# What HTTP itself adds once a request is signed.
UNSIGNED = {"accept", "accept-encoding", "authorization", "connection", "content-length", "user-agent"}


class Recorder(http.server.BaseHTTPRequestHandler):
    """Keeps each request as it came, and answers as a table would that takes all it is given."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((self.command, self.path, self.headers.items(), body))
        answer = json.dumps(ANSWERS[self.headers["X-Amz-Target"].rpartition(".")[2]]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


@pytest.fixture
def recorder():
    recorder = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    recorder.daemon_threads = True
    recorder.requests = []
    thread = threading.Thread(target=recorder.serve_forever)
    thread.start()
    yield recorder
    recorder.shutdown()
    thread.join()
    recorder.server_close()


def load(recorder, home, host, region, token):
    (home / "cats.jsonl").write_text("".join(f'{{"id": "cat{number}", "note": "é 😸"}}\n' for number in range(60)))
    variables = {
        "HOME": str(home),
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_REGION": region,
    }
    if token is not None:
        variables["AWS_SESSION_TOKEN"] = token
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return subprocess.run(
        [BINARY, "load", "cats", "cats.jsonl", "--endpoint-url", f"http://{host}:{recorder.server_address[1]}"],
        env=kept | variables,
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=LOAD_SECONDS,
    )


def assert_signed_as_botocore_signs(recorder, request, host, region, token):
    method, path, headers, body = request
    fields = {name.lower(): value for name, value in headers}
    signed = [(name, value) for name, value in headers if name.lower() not in UNSIGNED]
    assert fields["host"] == f"{host}:{recorder.server_address[1]}"
    assert fields.get("x-amz-security-token") == token
    signer = Signer(Credentials(ACCESS_KEY, SECRET_KEY, token), region, "dynamodb", fields["x-amz-date"])

    expected = signer.sign(method, f"http://{fields['host']}{path}", signed, body)

    assert fields["authorization"] == expected.authorization, expected.canonical_request


@pytest.mark.parametrize(
    "host, region, token",
    [
        ("127.0.0.1", "us-east-1", None),
        ("127.0.0.1", "eu-north-1", "IQoJb3JpZ2luX2VjE//+/wEaCXVzLWVhc3QtMSJ=="),
        ("localhost", "mars-north-7", "a/b+c=d&e?f#g%20h:i@j;k,l\\m\"n'"),
        ("127.0.0.1", "local", 'a   b "c  d" ~'),
    ],
)
def test_recorded_requests_bear_the_signatures_of_botocore(recorder, tmp_path, host, region, token):
    outcome = load(recorder, tmp_path, host, region, token)

    assert outcome.returncode == 0, outcome.stdout
    assert sum_of(outcome.stdout) == [60, 0, 0, 60]
    targets = {dict(headers)["x-amz-target"] for _, _, headers, _ in recorder.requests}
    assert targets == {f"DynamoDB_20120810.{operation}" for operation in ANSWERS}
    for request in recorder.requests:
        assert_signed_as_botocore_signs(recorder, request, host, region, token)


def test_the_forms_are_those_of_botocore():
    forms = json.loads(FORMS.read_text())

    computed = forms | {"requests": [form(forms, request) for request in forms["requests"]]}

    if REWRITES:
        FORMS.write_text(text_of(computed))
    assert FORMS.read_text() == text_of(computed), "APUS_REWRITE_SIGNATURES=1 writes them anew, for review as a diff"


def test_a_published_request_gets_its_published_signature_from_botocore():
    published = json.loads(FORMS.with_name("published.json").read_text())
    # botocore normalizes each path, leaves a query as its caller wrote it, and signs any token that it finds.
    requests = [
        request
        for request in published["requests"]
        if not request.get("keepsPath")
        and request["query"].isascii()
        and "+" not in request["query"]
        and "X-Amz-Security-Token" not in dict(request["headers"])
    ]
    assert len(requests) > 30

    for request in requests:
        assert form(published, request) == request, request["name"]
