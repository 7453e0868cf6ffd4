"""The server's own key towards push services (RFC 8292), and one message sealed to one device (RFC 8291)."""

from __future__ import annotations

from urllib.parse import urlsplit

from cryptography.hazmat.primitives import serialization
from py_vapid import Vapid02
from pywebpush import WebPusher

from crypto.encoding import b64
from server.outside import Answer, post
from server.store import Connection, Engine, meta
from server.store.push import Job

KEPT_SECONDS = 3 * 24 * 3600
"""How long a push service keeps a message for a device that is off."""
_KEY = "vapid"


def ensure_key(connection: Connection) -> str:
    """The private key (PEM, P-256) as it is stored, made the first time."""
    known = meta.get(connection, _KEY)
    if known is None:
        made = Vapid02()
        made.generate_keys()
        known = made.private_pem().decode()
        meta.put(connection, _KEY, known)
    return known


def own_pair(store: Engine) -> Vapid02:
    """The server's key pair."""
    known = store.read(lambda connection: meta.get(connection, _KEY)) or store.write(ensure_key)
    return Vapid02.from_pem(known.encode())


def public_key(pair: Vapid02) -> str:
    """The application server key that browsers subscribe with: an uncompressed point, base64url."""
    form = serialization.PublicFormat.UncompressedPoint
    return b64(pair.public_key.public_bytes(serialization.Encoding.X962, form))


def deliver(job: Job, pair: Vapid02, contact: str, local: bool) -> Answer:
    """Send one message to its push service; raises Forbidden, OSError, HTTPException, ValueError."""
    target = job.target
    keys = {"p256dh": target.p256dh, "auth": target.auth}
    body = WebPusher({"endpoint": target.endpoint, "keys": keys}).encode(job.payload.encode(), "aes128gcm")["body"]
    parts = urlsplit(target.endpoint)
    headers = {**pair.sign({"sub": contact, "aud": f"{parts.scheme}://{parts.netloc}"}), "TTL": str(KEPT_SECONDS),
               "Content-Encoding": "aes128gcm", "Content-Type": "application/octet-stream", "Topic": job.topic,
               "Urgency": "high" if job.urgent else "normal"}  # fmt: skip
    return post(target.endpoint, body, headers, local)
