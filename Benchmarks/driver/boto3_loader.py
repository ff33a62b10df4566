"""Loads a file of JSON lines with boto3's batch_writer: the yardstick of `apus load`."""

import json
import sys

import boto3


def main():
    url, name, lines = sys.argv[1:]
    table = boto3.resource(
        "dynamodb", endpoint_url=url, region_name="us-east-1", aws_access_key_id="bench", aws_secret_access_key="bench"
    ).Table(name)
    with open(lines, encoding="utf-8") as file, table.batch_writer() as writer:
        for line in file:
            writer.put_item(Item=json.loads(line))


main()
