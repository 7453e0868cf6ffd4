"""What each `fn` of the vectors means in Python: arguments as JSON has them, bytes as hex."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from crypto import (
    aead,
    ballot,
    blob,
    circle,
    compare,
    digest,
    encoding,
    envelope,
    feed,
    handover,
    identity,
    labels,
    lock,
    moving,
    pad,
    paper,
    root,
    statement,
    token,
)

Object = dict[str, Any]
_hex = bytes.fromhex


@lru_cache
def _password_root(secret: str, offer: tuple[tuple[str, Any], ...]) -> bytes:
    """Remembered within a run, since hashing as strongly as in earnest takes 64 MiB."""
    return lock.lock_root(secret, dict(offer))


def _identity(seed: str) -> Object:
    keys = identity.Identity(_hex(seed))
    return {"sign": keys.signing.public, "box": keys.box.public, "self_key": keys.self_key}


def _check_person(statements: list[Object]) -> Object:
    return vars(identity.check_person(statements))


def _read_token(text: str) -> Object:
    read = token.read_token(text)
    keys = {"seat_seed": read.seat_seed, "authentication": read.authentication}
    return {"locator": read.locator, "sign": read.signing.public} | keys


def _read_secret(text: str) -> Object:
    read = feed.read_secret(text)
    return {"id": read.id, "key": read.key, "marking": read.marking}


def _new_root(source: str) -> Object:
    code, key = root.new_root(_hex(source))
    return {"code": code, "public": key.public}


def _epoch(seed: str) -> Object:
    epoch = circle.Epoch(_hex(seed))
    return {"public": epoch.public, "content": epoch.content, "history": epoch.history}


def _seal_history(seed: str, before: str, circle_id: str, n: int, nonce: str) -> str:
    epoch, older = circle.Epoch(_hex(seed)), circle.Epoch(_hex(before))
    return circle.seal_history(epoch, older, circle_id, n, _hex(nonce))


def _chunks(key: str, blob_id: str, byte: str, size: int) -> list[bytes]:
    return blob.seal_chunks(_hex(key), _hex(blob_id), _hex(byte) * size)


def _seal_blob(key: str, blob_id: str, byte: str, size: int) -> Object:
    chunks = _chunks(key, blob_id, byte, size)
    return {"sizes": [len(chunk) for chunk in chunks], "hash": blob.blob_hash(chunks)}


def _open_from_blob(key: str, blob_id: str, byte: str, size: int, take: int, index: int, last: bool) -> int:
    sealed = _chunks(key, blob_id, byte, size)[take]
    return len(blob.open_chunk(_hex(key), _hex(blob_id), index, last, sealed))


def _key(seed: str) -> identity.SigningKey:
    return identity.SigningKey(_hex(seed))


def _box(seed: str) -> identity.BoxKey:
    return identity.BoxKey(_hex(seed))


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "b64": lambda data: encoding.b64(_hex(data)),
    "unb64": lambda text, size=None: encoding.unb64(text, size),
    "lp": lambda parts: encoding.lp(*map(_hex, parts)),
    "canonical": lambda value: encoding.canonical(value),
    "parse_canonical": lambda text, keys=None: encoding.parse_canonical(text, keys and set(keys)),
    "label": lambda name: getattr(labels, name),
    "statement_context": labels.statement_context,
    "H": lambda context, data: digest.H(context, _hex(data)),
    "derive": lambda key, context, number: digest.derive(_hex(key), context, number),
    "keyed": lambda key, data: digest.keyed(_hex(key), _hex(data)),
    "padme": pad.padme,
    "pad": lambda data: pad.pad(_hex(data)),
    "unpad": lambda padded: pad.unpad(_hex(padded)),
    "seal_aead": lambda key, plain, aad, nonce: aead.seal_aead(_hex(key), _hex(plain), _hex(aad), _hex(nonce)),
    "open_aead": lambda key, sealed, aad: aead.open_aead(_hex(key), _hex(sealed), _hex(aad)),
    "signing_public": lambda seed: _key(seed).public,
    "box_public": lambda seed: _box(seed).public,
    "sign": lambda seed, context, message: _key(seed).sign(context, _hex(message)),
    "verify": lambda public, context, message, signature: identity.verify(
        _hex(public), context, _hex(message), _hex(signature)
    ),
    "open_sealed": lambda seed, sealed: _box(seed).open(_hex(sealed)),
    "seal": lambda public, data: identity.seal(_hex(public), _hex(data)),
    "identity": _identity,
    "person_statement": lambda seed: identity.person_statement(identity.Identity(_hex(seed))),
    "renew_statement": lambda old, new, previous: identity.renew_statement(
        identity.Identity(_hex(old)), identity.Identity(_hex(new)), previous
    ),
    "person_id": identity.person_id,
    "check_person": _check_person,
    "write_code": paper.write_code,
    "new_code": lambda groups, source: paper.new_code(groups, _hex(source)),
    "read_code": paper.read_code,
    "new_sheet": lambda source: lock.new_sheet(_hex(source)),
    "new_root": _new_root,
    "read_root": lambda text: root.read_root(text).public,
    "fingerprint": lambda public: root.fingerprint(_hex(public)),
    "new_token": lambda source: token.new_token(_hex(source)),
    "read_token": _read_token,
    "invitation_mac": lambda token_text, root, act_hash, host: token.invitation_mac(
        token.read_token(token_text), _hex(root), act_hash, host
    ),
    "check_invitation_mac": lambda token_text, root, act_hash, host, mac: token.check_invitation_mac(
        token.read_token(token_text), _hex(root), act_hash, host, mac
    ),
    "lock_root": lambda secret, offer: _password_root(secret, tuple(offer.items())),
    "check_offer": lock.check_offer,
    "password_root": lambda password, salt, ops, mem: lock.password_root(password, _hex(salt), ops, mem),
    "wrap_seed": lambda root, offer, seed, person, nonce: lock.wrap_seed(
        _hex(root), offer, _hex(seed), person, _hex(nonce)
    ),
    "open_lock": lambda root, offer, wrapped, person: lock.open_lock(_hex(root), offer, wrapped, person),
    "login_public": lambda root: lock.login_key(_hex(root)).public,
    "login_proof": lambda root, challenge, expires, origin: lock.login_proof(_hex(root), challenge, expires, origin),
    "check_login": lock.check_login,
    "new_handover": lambda source: handover.new_handover(_hex(source)),
    "handover_public": lambda code: handover.handover_pair(code).public,
    "handover_number": lambda box: handover.handover_number(_hex(box)),
    "handover_id": handover.handover_id,
    "compare_code": compare.compare_code,
    "open_account": lambda code, sealed: handover.open_account(handover.handover_pair(code), sealed),
    "handover_proof": lambda seed, number, origin: handover.handover_proof(
        identity.Identity(_hex(seed)), number, origin
    ),
    "check_handover": lambda sign, number, origin, signature: handover.check_handover(
        _hex(sign), number, origin, signature
    ),
    "account_hash": moving.account_hash,
    "move_in_proof": lambda seed, account, number, origin, root: moving.move_in_proof(
        identity.Identity(_hex(seed)), account, number, origin, root
    ),
    "check_move_in": lambda sign, account, number, origin, root, signature: moving.check_move_in(
        _hex(sign), account, number, origin, root, signature
    ),
    "move_out_proof": lambda seed, origin, root, target, time: moving.move_out_proof(
        identity.Identity(_hex(seed)), origin, root, target, time
    ),
    "check_move_out": lambda sign, origin, root, target, time, signature: moving.check_move_out(
        _hex(sign), origin, root, target, time, signature
    ),
    "new_scalar": lambda source: ballot.new_scalar(_hex(source)),
    "ballot_public": lambda key: ballot.ballot_public(_hex(key)),
    "blind_serial": lambda serial, blinding: ballot.blind_serial(_hex(serial), _hex(blinding)),
    "evaluate": lambda key, blinded, source: ballot.evaluate(_hex(key), _hex(blinded), _hex(source))._asdict(),
    "unblind": lambda public, serial, blinding, element, proof: ballot.unblind(
        _hex(public), _hex(serial), _hex(blinding), _hex(element), _hex(proof)
    ),
    "check_ballot": lambda key, serial, output: ballot.check_ballot(_hex(key), _hex(serial), _hex(output)),
    "seal_answer": lambda box, answer: ballot.seal_answer(_hex(box), _hex(answer)),
    "open_answer": lambda seed, sealed: ballot.open_answer(_box(seed), sealed),
    "new_secret": lambda source: feed.new_secret(_hex(source)),
    "read_secret": _read_secret,
    "feed_id": feed.feed_id,
    "seal_in_feed": lambda secret, what, data, nonce: feed.seal_in_feed(
        feed.read_secret(secret), what, _hex(data), _hex(nonce)
    ),
    "open_in_feed": lambda secret, what, sealed: feed.open_in_feed(feed.read_secret(secret), what, _hex(sealed)),
    "mark": lambda secret, data: feed.mark(feed.read_secret(secret), _hex(data)),
    "sign_act": lambda seed, head: statement.sign_act(_key(seed), head),
    "check_act": lambda public, act: statement.check_act(_hex(public), act),
    "act_hash": statement.act_hash,
    "next_tip": statement.next_tip,
    "epoch": _epoch,
    "readers_hash": circle.readers_hash,
    "sign_link": lambda seed, head: circle.sign_link(_key(seed), head),
    "check_link": lambda public, link: circle.check_link(_hex(public), link),
    "link_hash": circle.link_hash,
    "open_grant": lambda seed, sealed, public: circle.open_grant(_box(seed), sealed, public).seed,
    "seal_history": _seal_history,
    "open_history": lambda seed, sealed, circle_id, n: (
        circle.open_history(circle.Epoch(_hex(seed)), sealed, circle_id, n).seed
    ),
    "seal_record": lambda seed, content, head, data, nonce: envelope.seal_record(
        _key(seed), _hex(content), head, _hex(data), _hex(nonce)
    ),
    "seal_in_boxes": lambda seed, key, head, data, boxes, nonce, until=0: envelope.seal_in_boxes(
        _key(seed), _hex(key), head, _hex(data), boxes, _hex(nonce), until
    ),
    "gone": lambda seed, head: envelope.gone(_key(seed), head),
    "check_record": lambda public, record: envelope.check_record(_hex(public), record),
    "open_record": lambda content, record: envelope.open_record(_hex(content), record),
    "open_letter": lambda seed, ref, record: envelope.open_letter(_box(seed), ref, record),
    "record_hash": envelope.record_hash,
    "boxes_hash": envelope.boxes_hash,
    "blind": envelope.blind,
    "seal_blob": _seal_blob,
    "open_from_blob": _open_from_blob,
    "seal_chunk": lambda key, blob_id, index, last, part: blob.seal_chunk(
        _hex(key), _hex(blob_id), index, last, _hex(part)
    ),
    "open_chunk": lambda key, blob_id, index, last, sealed: blob.open_chunk(
        _hex(key), _hex(blob_id), index, last, _hex(sealed)
    ),
}
