"""`apus` with the words of a command that calls the API."""

import json
import os
import subprocess

from harness.server import BINARY
from harness.wire import ACCESS_KEY, SECRET_KEY

COMMAND_SECONDS = 120


class ApusCommand:
    """Runs commands against one endpoint and region."""

    def __init__(self, url, region="us-east-1"):
        self.environment = os.environ | {
            "AWS_ACCESS_KEY_ID": ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
            "AWS_REGION": region,
            "AWS_DEFAULT_REGION": region,
            "AWS_ENDPOINT_URL_DYNAMODB": url,
        }

    def run(self, *words, text=""):
        return subprocess.run(
            [BINARY, *map(str, words)],
            input=text,
            capture_output=True,
            text=True,
            env=self.environment,
            timeout=COMMAND_SECONDS,
            check=False,
        )

    def start(self, *words, **options):
        """A command that is under way."""
        return subprocess.Popen(
            [BINARY, *map(str, words)], text=True, env=self.environment, **({"stdin": subprocess.DEVNULL} | options)
        )

    def __call__(self, *words, text=""):
        """What it prints."""
        done = self.run(*words, text=text)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def objects(self, *words, text=""):
        """The JSON that it prints, an object a line."""
        return [json.loads(line) for line in self(*words, text=text).splitlines()]

    def refusal(self, *words, text="", code=1):
        """What it says where it fails."""
        done = self.run(*words, text=text)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stderr
