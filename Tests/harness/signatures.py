"""Signatures of requests as botocore makes them, and the committed forms that the Swift tests are held to."""

import json
from dataclasses import dataclass
from pathlib import Path

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

FORMS = Path(__file__).resolve().parents[1] / "Signatures" / "botocore.json"


@dataclass
class Signer:
    """Who signs, for which service, where and when."""

    credentials: Credentials
    region: str
    service: str
    time: str

    def sign(self, method, url, headers, body):
        """What botocore computes for a request with all its headers, those of the date and the token among them."""
        auth = SigV4Auth(self.credentials, self.service, self.region)
        request = AWSRequest(method=method, url=url, data=body)
        for name, value in headers:
            request.headers.add_header(name, value)
        request.context["timestamp"] = self.time
        canonical = auth.canonical_request(request)
        string_to_sign = auth.string_to_sign(request, canonical)
        signature = auth.signature(string_to_sign, request)
        names = auth.signed_headers(auth.headers_to_sign(request))
        return Signature(
            canonical,
            string_to_sign,
            signature,
            f"AWS4-HMAC-SHA256 Credential={auth.scope(request)}, SignedHeaders={names}, Signature={signature}",
        )


@dataclass
class Signature:
    """A signature with all that leads to it."""

    canonical_request: str
    string_to_sign: str
    signature: str
    authorization: str


def form(settings, request):
    """A request of the forms with what botocore makes of it."""
    token = request.get("sessionToken")
    credentials = Credentials(settings["accessKeyID"], settings["secretAccessKey"], token)
    signer = Signer(credentials, settings["region"], settings["service"], settings["time"])
    headers = [*request["headers"], ("X-Amz-Date", settings["time"])]
    if token is not None:
        headers.append(("X-Amz-Security-Token", token))
    url = f"http://{dict(request['headers'])['Host']}{request['path']}"
    if request["query"]:
        url += f"?{request['query']}"
    signed = signer.sign(request["method"], url, headers, request["body"].encode())
    return request | {
        "canonicalRequest": signed.canonical_request,
        "stringToSign": signed.string_to_sign,
        "signature": signed.signature,
    }


def text_of(forms):
    """The forms as their file holds them: a member of a request on a line."""
    settings = {name: value for name, value in forms.items() if name != "requests"}
    head = "".join(f"  {member(*field)},\n" for field in settings.items())
    requests = ",\n".join(
        "    {\n" + ",\n".join(f"      {member(*field)}" for field in request.items()) + "\n    }"
        for request in forms["requests"]
    )
    return f'{{\n{head}  "requests": [\n{requests}\n  ]\n}}\n'


def member(name, value):
    return f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"
