"""The wire as clients speak it: a request sent by hand over HTTP, and its answer."""

import http.client
import json
import re
import urllib.parse
import zlib
from dataclasses import dataclass

from harness.definitions import table_definition

MEDIA_TYPE = "application/x-amz-json-1.0"
SERVICE = "DynamoDB_20120810"
STREAMS_SERVICE = "DynamoDBStreams_20120810"
STREAMS_OPERATIONS = {"DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"}
TIMEOUT_SECONDS = 120
ACCESS_KEY = "AKIDEXAMPLE"
SECRET_KEY = "secret"


def target_of(operation):
    """What names an operation in `X-Amz-Target`."""
    return f"{STREAMS_SERVICE if operation in STREAMS_OPERATIONS else SERVICE}.{operation}"


@dataclass
class Answer:
    """What came back: status, headers by lower-case name, and the body as sent."""

    status: int
    headers: dict
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def error(self):
        """The error's name without its prefix, or None."""
        if self.status == 200:
            return None
        return self.json.get("__type", "").rpartition("#")[2]

    def envelope_faults(self, media_type=MEDIA_TYPE):
        """What is wrong with the headers that every answer of the API bears."""
        faults = []
        if not re.fullmatch("[A-Z0-9]{52}", self.headers.get("x-amzn-requestid", "")):
            faults.append(f"x-amzn-RequestId is {self.headers.get('x-amzn-requestid')}")
        if self.headers.get("x-amz-crc32") != str(zlib.crc32(self.body)):
            faults.append(f"x-amz-crc32 is {self.headers.get('x-amz-crc32')}, not {zlib.crc32(self.body)}")
        if self.headers.get("content-type") != media_type:
            faults.append(f"Content-Type is {self.headers.get('content-type')}, not {media_type}")
        return faults


class Refusal(Exception):
    """The server answered with an error where the test needs a success."""


def api_headers(operation, region="us-east-1"):
    """The headers of a request whose signature has the right form and is not a signature."""
    credential = f"{ACCESS_KEY}/20260301/{region}/dynamodb/aws4_request"
    return {
        "Content-Type": MEDIA_TYPE,
        "X-Amz-Target": target_of(operation),
        "X-Amz-Date": "20260301T101500Z",
        "Authorization": f"AWS4-HMAC-SHA256 Credential={credential}, "
        f"SignedHeaders=host;x-amz-date;x-amz-target, Signature={'0' * 64}",
    }


class Connection:
    """A connection that is kept open, for requests one after the other."""

    def __init__(self, url, region="us-east-1", timeout=TIMEOUT_SECONDS):
        place = urllib.parse.urlsplit(url)
        kind = http.client.HTTPSConnection if place.scheme == "https" else http.client.HTTPConnection
        self.http = kind(place.hostname, place.port, timeout=timeout)
        self.region = region

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.http.close()

    def send(self, method, path, headers, body=b""):
        """Sends exactly these headers besides Host and Content-Length, and reads the answer."""
        self.http.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            self.http.putheader(name, value)
        if body or method != "GET":
            self.http.putheader("Content-Length", str(len(body)))
        try:
            self.http.endheaders(body)
        except (BrokenPipeError, ConnectionResetError):
            pass  # A server may answer before it has read a body that it refuses.
        answer = self.http.getresponse()
        fields = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, fields, answer.read())

    def call(self, operation, body):
        """Calls an operation; a body that is no text or bytes is written as JSON."""
        if not isinstance(body, (str, bytes)):
            body = json.dumps(body)
        if isinstance(body, str):
            body = body.encode()
        return self.send("POST", "/", api_headers(operation, self.region), body)

    def result(self, operation, body):
        """The answer's JSON, where anything but success is the test's failure."""
        answer = self.call(operation, body)
        if answer.status != 200:
            raise Refusal(f"{operation}: {answer.status} {answer.body[:500]}")
        return answer.json

    def create_table(self, name, /, **keys):
        """Creates a table with a partition key and perhaps a sort key: `create_table("Cats", id="S")`."""
        self.result("CreateTable", table_definition(name, **keys))
