"""The clients that people use, made for a test: options of boto3, and the aws command line."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from botocore.config import Config

from harness.wire import ACCESS_KEY, SECRET_KEY


def session_options(endpoint, region):
    """What `boto3.client` and `boto3.resource` are given besides the name of the service."""
    return {
        "endpoint_url": endpoint,
        "region_name": region,
        "aws_access_key_id": ACCESS_KEY,
        "aws_secret_access_key": SECRET_KEY,
        "config": Config(retries={"max_attempts": 1}, read_timeout=120, max_pool_connections=64),
    }


class AwsCommand:
    """Runs `aws dynamodb …` and tells what it printed as JSON."""

    def __init__(self, endpoint, region):
        beside = Path(sys.executable).with_name("aws")
        self.program = str(beside) if beside.exists() else shutil.which("aws")
        assert self.program, "the aws command line is not installed: see requirements.txt"
        self.endpoint = endpoint
        self.settings = {
            "AWS_ACCESS_KEY_ID": ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
            "AWS_DEFAULT_REGION": region,
            "AWS_MAX_ATTEMPTS": "1",
            "AWS_PAGER": "",
        }

    def __call__(self, *words):
        """The answer; a word that is no text is written as JSON."""
        done = self.run(*words)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout.strip() else None

    def refusal(self, *words):
        """What it says where it fails."""
        done = self.run(*words)
        assert done.returncode != 0, done.stdout
        return done.stderr

    def run(self, *words):
        written = [word if isinstance(word, str) else json.dumps(word) for word in words]
        return subprocess.run(
            [self.program, "dynamodb", *written, "--endpoint-url", self.endpoint, "--output", "json"],
            capture_output=True,
            text=True,
            env=os.environ | self.settings,
            check=False,
        )
