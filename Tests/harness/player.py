"""Plays a conversation to an endpoint and tells where the answers differ from those written down."""

import json
import re
import zlib
from dataclasses import dataclass

import botocore.session
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from harness.conversation import Exchange, Given, OwnServer, expanded
from harness.definitions import table_definition
from harness.matching import Matcher, abbreviated, text_matches
from harness.waiting import is_active, wait_until
from harness.wire import ACCESS_KEY, MEDIA_TYPE, SECRET_KEY, Connection, target_of

BATCH_ENTRIES = 25
SETTLED = "settled"
ENCODINGS = {"gzip": 31, "deflate": 15}
LONG_RUN = re.compile(r"(.)\1{199,}")
LINE_LENGTH = 110


@dataclass
class Outcome:
    """An exchange as it went: the answer, and how it differs from the expected one."""

    exchange: Exchange
    answer: object
    differences: list


class Player:
    """Plays steps in their order, all in one region."""

    def __init__(self, endpoint, region):
        self.endpoint = endpoint
        self.region = region
        self.kept = {}

    def play(self, steps):
        """Takes every step, also after an answer that differs."""
        outcomes = []
        for step in steps:
            if isinstance(step, OwnServer):
                continue
            if isinstance(step, Given):
                self.prepare(step)
            else:
                outcomes.append(self.exchange(step))
        return outcomes

    def prepare(self, given):
        if given.keys:
            self.succeed("CreateTable", table_definition(given.table, **dict(given.keys)), given)
            self.wait_for(given)
            return
        if given.items == SETTLED:
            self.wait_for(given)
            return
        items = json.loads(f"[{expanded(self.filled(given.items))}]")
        for start in range(0, len(items), BATCH_ENTRIES):
            puts = [{"PutRequest": {"Item": item}} for item in items[start : start + BATCH_ENTRIES]]
            self.succeed("BatchWriteItem", {"RequestItems": {given.table: puts}}, given)

    def wait_for(self, given):
        """Waits until neither the table nor an index of it is on its way any more."""
        wait_until(lambda: self.is_settled(given.table), f"line {given.line}: {given.table} did not settle")

    def is_settled(self, table):
        answer = self.send("DescribeTable", {}, json.dumps({"TableName": table}))
        if answer.status != 200:
            return answer.error == "ResourceNotFoundException"
        return is_active(answer.json["Table"])

    def succeed(self, operation, body, step):
        answer = self.send(operation, {}, json.dumps(body))
        assert answer.status == 200, f"line {step.line}: what is given was refused: {answer.body[:1000]}"
        assert not answer.json.get("UnprocessedItems"), f"line {step.line}: items were left unprocessed"

    def exchange(self, exchange):
        request = exchange.request
        body = expanded(self.filled(request.body))
        headers = {name: self.filled(value) for name, value in request.headers.items()}
        if request.method_and_path:
            method, path = request.method_and_path
            with Connection(self.endpoint) as connection:
                answer = connection.send(method, path, headers, body.encode())
            faults = []
        else:
            answer = self.send(request.target, headers, body)
            faults = answer.envelope_faults(headers.get("Content-Type", MEDIA_TYPE).partition(";")[0])
        return Outcome(exchange, answer, self.answer_differences(exchange.expected, answer) + faults)

    def filled(self, text):
        """The text with the region, and with what earlier answers gave to keep."""
        text = text.replace("<region>", self.region)
        for name, value in self.kept.items():
            text = text.replace(f'"<kept {name}>"', json.dumps(value))
        return text

    def send(self, operation, headers, body):
        """Sends an operation, signed, with the given headers in place of or besides the usual ones."""
        coded = body.encode()
        if headers.get("Content-Encoding") in ENCODINGS:
            packer = zlib.compressobj(wbits=ENCODINGS[headers["Content-Encoding"]])
            coded = packer.compress(coded) + packer.flush()
        usual = {"Content-Type": MEDIA_TYPE, "X-Amz-Target": target_of(operation)}
        request = AWSRequest("POST", self.endpoint + "/", headers=usual, data=coded)
        SigV4Auth(credentials(), "dynamodb", self.region).add_auth(request)
        signed = {name: value for name, value in request.headers.items()} | headers
        sent = {name: value for name, value in signed.items() if value != "<none>"}
        with Connection(self.endpoint) as connection:
            return connection.send("POST", "/", sent, coded)

    def answer_differences(self, expected, answer):
        found = []
        if answer.status != expected.status:
            found.append(f"status: expected {expected.status}, got {answer.status}")
        for name, value in expected.headers.items():
            if not text_matches(self.filled(value), answer.headers.get(name, "")):
                found.append(f"{name}: expected {value}, got {answer.headers.get(name)}")
        return found + self.body_differences(self.filled(expected.body_text()), answer.body.decode())

    def body_differences(self, expected, actual):
        wanted, value = as_json(expected), as_json(actual)
        if wanted is not None and value is not None:
            return Matcher(self.kept).differences(wanted, value)
        if text_matches(expected, actual.rstrip("\n")):
            return []
        return [f"body: expected {abbreviated(expected)}, got {abbreviated(actual)}"]


def credentials():
    """The caller's own credentials, which a real endpoint needs, or any at all."""
    found = botocore.session.get_session().get_credentials()
    return found or Credentials(ACCESS_KEY, SECRET_KEY)


def as_json(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


def rewritten(text, outcomes):
    """The conversation's text with the actual answers in place of those that differ."""
    lines = text.splitlines()
    for outcome in reversed([outcome for outcome in outcomes if outcome.differences]):
        expected = outcome.exchange.expected
        lines[expected.first_line - 1 : expected.last_line] = answer_lines(outcome.answer)
    return "\n".join(lines) + "\n"


def answer_lines(answer):
    """An answer as a conversation writes it: errors in their short form, long runs of one character counted."""
    body = as_json(answer.body.decode())
    if body is None:
        return [f"< {answer.status}"] + answer.body.decode().splitlines()
    head = f"< {answer.status}"
    if "__type" in body:
        text = body.pop("message", body.pop("Message", None))
        head += " " + body.pop("__type").rpartition("#")[2] + (f": {text}" if text else "")
        if not body:
            return [shortened(head)]
    return [head] + shortened(laid_out(body)).splitlines()


def laid_out(value, indent=""):
    """JSON on one line where that fits, else a member a line."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + len(indent) <= LINE_LENGTH or not isinstance(value, (dict, list)) or not value:
        return flat
    inner = indent + "  "
    if isinstance(value, list):
        rows = [inner + laid_out(element, inner) for element in value]
        return "[\n" + ",\n".join(rows) + f"\n{indent}]"
    rows = [f"{inner}{json.dumps(name)}: {laid_out(member, inner)}" for name, member in value.items()]
    return "{\n" + ",\n".join(rows) + f"\n{indent}}}"


def shortened(text):
    return LONG_RUN.sub(lambda run: f"<{len(run[0])} * {run[1]}>", text)
