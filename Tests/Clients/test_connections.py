"""The client reaches a service through a proxy, and over TLS with certificates that its user trusts."""

import os
import shutil
import socket
import ssl
import subprocess
import threading

import pytest

from harness.server import BINARY, HOST, Server
from harness.tables import count
from harness.wire import Connection

LINES = "".join(f'{{"id": "{number}"}}\n' for number in range(60))
OPENSSL = shutil.which("openssl")


class Forwarder:
    """Takes connections, and passes them on; a proxy of HTTP, or a server's TLS in front of a plain one."""

    def __init__(self, upstream_port, context=None):
        self.upstream_port, self.context = upstream_port, context
        self.heads = []
        self.listener = socket.create_server((HOST, 0))
        self.port = self.listener.getsockname()[1]

    def __enter__(self):
        threading.Thread(target=self.accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.close()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        try:
            if self.context:
                client = self.context.wrap_socket(client, server_side=True)
            first = client.recv(65_536)
            self.heads.append(first.split(b"\r\n\r\n")[0].decode(errors="replace"))
            port = self.upstream_port
            server = socket.create_connection((HOST, port))
            if first.startswith(b"CONNECT "):
                client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                server.sendall(first)
            threading.Thread(target=self.pump, args=(server, client), daemon=True).start()
            self.pump(client, server)
        except OSError:
            client.close()

    @staticmethod
    def pump(source, target):
        try:
            while chunk := source.recv(65_536):
                target.sendall(chunk)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


@pytest.fixture(scope="module")
def server():
    with Server() as server:
        yield server


@pytest.fixture
def table(server, request):
    name = request.node.name.replace("[", "-").rstrip("]")
    with Connection(server.url) as connection:
        connection.call("CreateTable", {
            "TableName": name,
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            "BillingMode": "PAY_PER_REQUEST",
        })
    return name


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    if not OPENSSL:
        pytest.skip("there is no openssl to make a certificate with")
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        [
            OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost", "-keyout", folder / "key.pem", "-out", folder / "cert.pem",
        ],
        check=True, capture_output=True,
    )
    return folder


def count_of(server, table):
    with Connection(server.url) as connection:
        return count(connection, table)


def load(table, folder, url, **variables):
    file = folder / "lines.jsonl"
    file.write_text(LINES)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "APUS_"))}
    environment |= {"AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null"} | variables
    return subprocess.run(
        [BINARY, "load", table, file, "--endpoint-url", url, "--give-up-after", "2s"],
        capture_output=True, text=True, cwd=folder, env=environment, timeout=120, check=False,
    )


def test_plain_requests_go_through_the_proxy_of_the_environment(server, table, tmp_path):
    with Forwarder(server.port) as proxy:
        done = load(
            table, tmp_path, "http://dynamodb.invalid:8000", HTTP_PROXY=f"http://tom:p%40ss@{HOST}:{proxy.port}"
        )

    assert done.returncode == 0, done.stderr
    assert count_of(server, table) == 60
    assert proxy.heads and all(head.startswith("CONNECT dynamodb.invalid:8000 ") for head in proxy.heads)
    assert all("Basic dG9tOnBAc3M=" in head for head in proxy.heads)


def test_an_exempt_host_is_reached_without_the_proxy(server, table, tmp_path):
    with Forwarder(server.port) as proxy:
        done = load(table, tmp_path, server.url, HTTP_PROXY=f"http://{HOST}:{proxy.port}", NO_PROXY=HOST)

    assert done.returncode == 0, done.stderr
    assert proxy.heads == []


def test_a_certificate_of_the_bundle_is_trusted(server, table, tmp_path, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with Forwarder(server.port, context) as secure:
        url = f"https://localhost:{secure.port}"
        trusting = load(table, tmp_path, url, AWS_CA_BUNDLE=str(certificate / "cert.pem"))
        wary = load(table, tmp_path, url)

    assert trusting.returncode == 0, trusting.stderr
    assert count_of(server, table) == 60
    assert wary.returncode == 1
    assert "certificate" in wary.stderr.lower()


def test_tls_goes_through_the_tunnel_of_a_proxy(server, table, tmp_path, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with Forwarder(server.port, context) as secure, Forwarder(secure.port) as proxy:
        done = load(
            table, tmp_path, f"https://localhost:{secure.port}",
            HTTPS_PROXY=f"http://{HOST}:{proxy.port}", AWS_CA_BUNDLE=str(certificate / "cert.pem"),
        )

    assert done.returncode == 0, done.stderr
    assert proxy.heads and all(head.startswith(f"CONNECT localhost:{secure.port}") for head in proxy.heads)
