"""Locks: a password or a sheet opens an identity, nothing cheaper is accepted, and names can't be probed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crypto.encoding import b64, unb64
from crypto.errors import CryptoError, Malformed, ParametersDowngraded, Tampered, WrongKey
from crypto.identity import SigningKey
from crypto.lock import (
    MEM,
    MEM_MOST,
    OPS,
    OPS_MOST,
    Lock,
    check_login,
    check_offer,
    false_lock,
    lock_root,
    login_key,
    login_proof,
    make_password_lock,
    make_sheet_lock,
    new_sheet,
    open_lock,
    password_root,
    wrap_seed,
)

ROOT, SEED, SECRET = bytes([3] * 32), bytes([4] * 32), bytes([5] * 32)
PERSON, OTHER, CHALLENGE = b64(bytes([6] * 32)), b64(bytes([7] * 32)), b64(bytes([8] * 32))
OFFER: Lock = {"id": b64(bytes(16)), "kind": "password", "salt": b64(bytes(16)), "ops": OPS, "mem": MEM}


def test_a_password_opens_the_identity_it_locked() -> None:
    lock = make_password_lock("caf\u00e9", SEED, PERSON)
    root = lock_root("cafe\u0301", lock)
    assert open_lock(root, lock, lock["wrapped"], PERSON) == SEED
    assert unb64(lock["login"]) == login_key(root).public
    assert (lock["ops"], lock["mem"]) == (3, 64 * 1024 * 1024)


def test_a_sheet_opens_the_identity_it_locked_and_another_does_not() -> None:
    code = new_sheet()
    lock = make_sheet_lock(code, SEED, PERSON)
    assert open_lock(lock_root(code.lower(), lock), lock, lock["wrapped"], PERSON) == SEED
    with pytest.raises(WrongKey):
        open_lock(lock_root(new_sheet(), lock), lock, lock["wrapped"], PERSON)


def test_a_lock_holds_neither_secret_nor_seed() -> None:
    code = new_sheet()
    lock = make_sheet_lock(code, SEED, PERSON)
    assert set(lock) == {"id", "kind", "salt", "ops", "mem", "login", "wrapped"}
    assert SEED not in unb64(lock["wrapped"])
    assert lock["id"] != make_sheet_lock(code, SEED, PERSON)["id"]


@given(st.integers(-1, OPS_MOST * 2), st.integers(-1, MEM_MOST * 2))
def test_parameters_outside_the_range_are_refused_before_any_hashing(ops: int, mem: int) -> None:
    assume(not (OPS <= ops <= OPS_MOST and MEM <= mem <= MEM_MOST))
    with pytest.raises(ParametersDowngraded):
        lock_root("secret", OFFER | {"ops": ops, "mem": mem})


def test_a_server_cannot_turn_a_password_into_a_sheets_free_hashing() -> None:
    with pytest.raises(CryptoError):
        lock_root("a long password", OFFER | {"kind": "sheet", "salt": "", "ops": 0, "mem": 0})


@given(st.text(max_size=10), st.text(max_size=10))
def test_passwords_that_look_the_same_are_the_same(one: str, other: str) -> None:
    same = unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)
    roots = [password_root(text, bytes(16), 1, 8192) for text in (one, other)]
    assert (roots[0] == roots[1]) == same


def test_half_a_symbol_is_no_password() -> None:
    with pytest.raises(Malformed):
        password_root("\ud83d", bytes(16), 1, 8192)


@pytest.mark.parametrize("change", [{"id": b64(bytes([1] * 16))}, {"ops": 4}, {"mem": 2 * MEM}, {"salt": "AAAA"}])
def test_a_seed_opens_under_the_parameters_it_was_wrapped_with(change: Lock) -> None:
    wrapped = wrap_seed(ROOT, OFFER, SEED, PERSON)["wrapped"]
    with pytest.raises(WrongKey):
        open_lock(ROOT, OFFER | change, wrapped, PERSON)
    with pytest.raises(WrongKey):
        open_lock(ROOT, OFFER, wrapped, OTHER)


def test_a_login_holds_for_its_challenge_origin_and_time_alone() -> None:
    login, proof = b64(login_key(ROOT).public), login_proof(ROOT, CHALLENGE, 9, "https://a.example")
    check_login(login, CHALLENGE, 9, "https://a.example", proof)
    others = [(OTHER, 9, "https://a.example"), (CHALLENGE, 8, "https://a.example"), (CHALLENGE, 9, "https://b.example")]
    for challenge, expires, origin in others:
        with pytest.raises(Tampered):
            check_login(login, challenge, expires, origin, proof)
    with pytest.raises(Tampered):
        check_login(b64(SigningKey(ROOT).public), CHALLENGE, 9, "https://a.example", proof)


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(["password", "sheet"]))
def test_false_locks_are_stable_differ_by_name_and_look_true(one: str, other: str, kind: str) -> None:
    lock = false_lock(SECRET, one, kind)
    check_offer(lock)
    assert lock == false_lock(SECRET, one, kind) != false_lock(ROOT, one, kind)
    assert (lock == false_lock(SECRET, other, kind)) == (one == other)
    assert lock.keys() == OFFER.keys()


def test_there_are_no_other_kinds_of_lock() -> None:
    for make in (lambda: false_lock(SECRET, "anna", "face"), lambda: check_offer(OFFER | {"kind": "face"})):
        with pytest.raises(Malformed):
            make()


@pytest.mark.parametrize("size", [0, 31, 33])
def test_roots_and_seeds_of_another_size_are_refused(size: int) -> None:
    with pytest.raises(Malformed):
        wrap_seed(bytes(size), OFFER, SEED, PERSON)
    with pytest.raises(Malformed):
        wrap_seed(ROOT, OFFER, bytes(size), PERSON)
