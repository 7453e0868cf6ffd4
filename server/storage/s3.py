"""Files as objects of a service that speaks S3. What comes in pieces is collected in the data folder first.

Invariants: an object is put whole, so what is there is whole; the collected file goes only after that. The service
sees sealed bytes under random names, their sizes, and when they are asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from urllib.parse import urlsplit

import urllib3
from minio import Minio
from minio.error import MinioException, S3Error

from server.config import Config
from server.storage import FOLDER, PIECE, Missing, path_of
from server.storage.files import Files
from server.store.errors import StoreUnavailable

AT_ONCE = 4
"""Objects that are being put: each has some MiB in memory."""
CONNECT_SECONDS, ANSWER_SECONDS, TRIES = 5.0, 60.0, 3


class Objects:
    """A `Storage` in one bucket; `here` is where uploads are collected."""

    def __init__(self, client: Minio, bucket: str, here: Files) -> None:
        self._client, self._bucket, self._here = client, bucket, here
        self._few = threading.BoundedSemaphore(AT_ONCE)

    def append(self, name: str, at: int, pieces: Iterable[bytes]) -> int:
        """See `Storage.append`."""
        return self._here.append(name, at, pieces)

    def finish(self, name: str, size: int) -> None:
        """See `Storage.finish`."""
        with self._few:
            if not self._is_there(name, size):
                part = self._here.part(name, size)
                with _plainly():
                    self._client.fput_object(self._bucket, path_of(name), str(part), num_parallel_uploads=1)
        self._here.remove(name)

    def open(self, name: str, start: int, end: int) -> Iterator[bytes]:
        """See `Storage.open`."""
        with _plainly():
            answer = self._client.get_object(self._bucket, path_of(name), start, end - start)
        return _read(answer)

    def remove(self, name: str) -> None:
        """See `Storage.remove`."""
        self._here.remove(name)
        with _plainly():
            self._client.remove_object(self._bucket, path_of(name))

    def list(self) -> Iterator[str]:
        """See `Storage.list`."""
        with _plainly():
            for found in self._client.list_objects(self._bucket, recursive=True):
                yield str(found.object_name).rsplit("/", 1)[-1]

    def _is_there(self, name: str, size: int) -> bool:
        try:
            with _plainly():
                return self._client.stat_object(self._bucket, path_of(name)).size == size
        except Missing:
            return False


def storage(config: Config) -> Objects:
    """The objects of the school in `config`; raises ConfigError."""
    settings, address = config.blobs, urlsplit(config.blobs.endpoint)
    access, secret = settings.key()
    pool = urllib3.PoolManager(
        maxsize=AT_ONCE * 4,
        timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=ANSWER_SECONDS),
        retries=urllib3.Retry(TRIES, backoff_factor=0.2, status_forcelist=(500, 502, 503, 504)),
    )
    client = Minio(
        address.netloc, access, secret, secure=address.scheme == "https", region=settings.region or None,
        http_client=pool,
    )  # fmt: skip
    return Objects(client, settings.bucket, Files(config.server.data / FOLDER))


@contextmanager
def _plainly() -> Iterator[None]:
    """Raise our own words for what the service or the way to it says."""
    try:
        yield
    except S3Error as error:
        raise (
            Missing if error.code in ("NoSuchKey", "NoSuchObject") else _unavailable(error.code or "refused")
        ) from None
    except (MinioException, urllib3.exceptions.HTTPError, OSError):
        raise _unavailable("the service of the objects does not answer") from None


def _unavailable(reason: str) -> StoreUnavailable:
    return StoreUnavailable(reason=reason)


def _read(answer: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    """An object's bytes in pieces; the connection is given back when all were read, else closed."""
    with closing(answer), _plainly():
        yield from answer.stream(PIECE)
        answer.release_conn()
