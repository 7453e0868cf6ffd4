"""A real S3 service on loopback, that checks signatures and keeps objects on disk, and a school that stores there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from minio import Minio

from server.config import Blobs, Config, School, Server
from tests.browser.ports import free_port

ACCESS, SECRET, BUCKET, REGION = "kring-access", "kring-secret-0123456789", "school", "us-east-1"
LONGEST = 30.0


@dataclass
class Service:
    """Where it answers, and its process."""

    port: int
    process: subprocess.Popen[bytes]

    def config(self, folder: Path, secret: str = SECRET) -> Config:
        """Settings of a school in `folder` that stores its files here."""
        key = folder / "s3.key"
        key.write_text(f"{ACCESS}\n{secret}\n")
        blobs = Blobs(
            storage="s3", endpoint=f"http://127.0.0.1:{self.port}", bucket=BUCKET, region=REGION, key_file=key
        )
        school = School(name="De Regenboog", origin="http://localhost:8450")
        return Config(school=school, server=Server(data=folder / "data"), blobs=blobs)


@contextmanager
def s3_service(folder: Path) -> Iterator[Service]:
    """The service with an empty bucket, until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "nanio", "serve", "--host", "127.0.0.1", "--port", str(port),
               "--data-dir", str(folder), "--no-access-log", "--log-level", "error"]  # fmt: skip
    keys = {"NANIO_ACCESS_KEY": ACCESS, "NANIO_SECRET_KEY": SECRET}
    with subprocess.Popen(command, env={**os.environ, **keys}) as process:
        try:
            _wait(port)
            client = Minio(f"127.0.0.1:{port}", ACCESS, SECRET, secure=False, region=REGION)
            client.make_bucket(BUCKET)
            yield Service(port, process)
        finally:
            process.terminate()


def _wait(port: int) -> None:
    until = time.monotonic() + LONGEST
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return
