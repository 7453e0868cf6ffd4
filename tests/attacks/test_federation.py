"""A school that is not linked, one that is and turns bad, and whoever stands between two: refused by name."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec
import pytest
from nacl.signing import SigningKey

from crypto.encoding import b64
from crypto.errors import Tampered
from crypto.identity import SigningKey as RootKey
from crypto.root import new_root
from crypto.statement import NO_TIP, sign_act
from server import delivering, outside, serverkey, signatures
from server.config import Federation, Limits
from server.limits import Limits as Counters
from server.store import peers
from sync.client import account, away, linking, office
from sync.client.transport import Problem
from sync.messages import Delivery, Notice, ParcelAt
from tests.server.middleman import Passed
from tests.server.pair import Side, ask, link, look, open_pair, open_side, signed
from tests.server.school import OPEN_LIMITS, code_of

PATH = delivering.PATH


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Side, Side]]:
    """Two linked schools; the second one is attacked."""
    with open_pair(tmp_path) as found:
        link(*found)
        yield found


def delivery(n: int = 1, *persons: str) -> bytes:
    """One parcel."""
    notice = Notice(persons=list(persons))
    return msgspec.json.encode(Delivery(life="L" * 22, parcels=[ParcelAt(n=n, notice=notice)]))


def test_what_the_other_tests_change_is_taken_as_it_is(pair: tuple[Side, Side]) -> None:
    a, b = pair
    assert ask(b, delivery(), signed(a, b, delivery())) == ""


def test_nobody_without_a_signature_delivers(pair: tuple[Side, Side]) -> None:
    _, b = pair
    assert ask(b, delivery(), {"Content-Type": "application/json"}) == "not-linked"
    assert ask(b, b"{no json", {"Content-Type": "text/html"}) == "not-linked"


def test_forged_origin(pair: tuple[Side, Side]) -> None:
    """Somebody names a linked school and signs with a key of their own."""
    a, b = pair
    headers = {"Content-Type": "application/json", "Kring-Version": "1", "Kring-Person": "none"}
    address = f"http://{b.host}{PATH}"
    forged = signatures.sign(SigningKey.generate(), a.root, "POST", address, delivery(), headers, int(time.time()))
    assert ask(b, delivery(), forged) == "bad-signature"


def test_a_school_that_is_not_linked(pair: tuple[Side, Side], tmp_path: Path) -> None:
    """It is refused before anything of its body is read."""
    _, b = pair
    with open_side(tmp_path / "c") as stranger:
        huge = b"x" * 3_000_000
        assert ask(b, huge, signed(stranger, b, huge)) == "not-linked"
        stranger.link(b)
        stranger.deliver()
        assert stranger.peer(b).state == "waiting"


def test_unlinked_again(pair: tuple[Side, Side]) -> None:
    a, b = pair
    before = signed(a, b, delivery())
    linking.unlink(b.office, a.root)
    assert ask(b, delivery(), before) == "not-linked"
    assert ask(b, delivery(), signed(a, b, delivery())) == "not-linked"
    b.office.write(lambda batch: batch.act("peer", host=a.host, root=a.root))
    assert ask(b, delivery(), signed(a, b, delivery())) == ""


def test_replayed_request(pair: tuple[Side, Side]) -> None:
    a, b = pair
    headers = signed(a, b, delivery())
    assert [ask(b, delivery(), headers) for _ in range(3)] == ["", "replayed", "replayed"]


def test_replayed_after_a_restart(pair: tuple[Side, Side]) -> None:
    """What this process has seen is gone with it; what was signed before it began counts no more."""
    a, b = pair
    headers = signed(a, b, delivery())
    b.site.seen._nonces.clear()
    b.site.seen.started = int(time.time()) + 2
    assert ask(b, delivery(), headers) == "stale-signature"


def test_expired_and_early_signatures(pair: tuple[Side, Side]) -> None:
    a, b = pair
    now = int(time.time())
    b.site.seen.started = now - 3600
    for created in (now - 400, now + 60):
        assert ask(b, delivery(), signed(a, b, delivery(), created=created)) == "stale-signature"
    long = signed(a, b, delivery())
    long["Signature-Input"] = long["Signature-Input"].replace(f"expires={now + 300}", f"expires={now + 9999}")
    assert ask(b, delivery(), long) == "bad-signature"


def test_re_targeted_signature(pair: tuple[Side, Side], tmp_path: Path) -> None:
    """What was signed for one school, path or person says nothing to another."""
    a, b = pair
    with open_side(tmp_path / "c") as other:
        assert ask(b, delivery(), signed(a, other, delivery())) == "bad-signature"
    assert ask(b, delivery(), signed(a, b, delivery(), path="/api/entries")) == "bad-signature"
    moved = signed(a, b, delivery()) | {"Kring-Person": a.office.person}
    assert ask(b, delivery(), moved) == "bad-signature"


def test_wrong_digest(pair: tuple[Side, Side]) -> None:
    a, b = pair
    assert ask(b, delivery(2), signed(a, b, delivery(1))) == "wrong-digest"
    swapped = signed(a, b, delivery(1)) | {"Content-Digest": signatures.digest(delivery(2))}
    assert ask(b, delivery(2), swapped) == "bad-signature"


def test_a_server_key_signs_for_no_person_of_another_school(pair: tuple[Side, Side]) -> None:
    """Neither for the office of the school that is asked, nor for anybody whom nobody knows."""
    a, b = pair
    for person in (b.office.person, "A" * 43):
        path = "/api/entries"
        body = b'{"entries":[]}'
        headers = signed(a, b, body, path, **{"Kring-Person": person})
        assert ask(b, body, headers, path) == "not-found"


def test_other_persons_are_not_counted(pair: tuple[Side, Side]) -> None:
    """A notice for somebody who is not there is answered as one for somebody who is."""
    a, b = pair
    here = b.school.browser()
    answers = []
    for n, person in ((1, b.office.person), (2, "A" * 43)):
        body = delivery(n, person)
        named = {name.replace("-", "_"): value for name, value in signed(a, b, body).items()}
        answers.append(here.ask("POST", PATH, body, **named).json)
    assert [sorted(one) for one in answers if one] == [["incarnation", "last"]] * 2


def test_flood(pair: tuple[Side, Side]) -> None:
    """Beyond the rate it is told to wait; nobody else is."""
    a, b = pair
    limits = msgspec.structs.replace(OPEN_LIMITS, peers="5 per minute")
    object.__setattr__(b.site, "limits", Counters(limits, lambda _: None))
    found = [ask(b, delivery(n), signed(a, b, delivery(n))) for n in range(1, 9)]
    assert found == [""] * 5 + ["slow-down"] * 3
    assert b.school.browser().ask("GET", "/.well-known/kring").status_code == 200


def test_flood_of_bytes(pair: tuple[Side, Side]) -> None:
    a, b = pair
    object.__setattr__(b.site, "limits", Counters(OPEN_LIMITS, lambda _: None, volume=1))
    body = delivery(1) + b" " * 700_000
    assert [ask(b, body, signed(a, b, body)) for _ in range(2)] == ["", "slow-down"]


def test_strangers_do_not_use_up_a_schools_rate(pair: tuple[Side, Side]) -> None:
    a, b = pair
    limits = msgspec.structs.replace(OPEN_LIMITS, peers="3 per minute")
    object.__setattr__(b.site, "limits", Counters(limits, lambda _: None))
    forged = signed(a, b, delivery()) | {"Kring-Person": "A" * 43}
    assert {ask(b, delivery(), forged) for _ in range(9)} == {"bad-signature"}
    assert ask(b, delivery(), signed(a, b, delivery())) == ""


def test_huge_bodies(pair: tuple[Side, Side]) -> None:
    a, b = pair
    body = delivery(1) + b" " * 1_100_000
    assert ask(b, body, signed(a, b, body)) == "too-large"
    many = msgspec.json.encode(Delivery(life="L" * 22, parcels=[ParcelAt(n=n, notice=Notice()) for n in range(1, 300)]))
    assert ask(b, many, signed(a, b, many)) == "invalid"


def test_numbers_with_a_gap(pair: tuple[Side, Side]) -> None:
    a, b = pair
    assert ask(b, delivery(7), signed(a, b, delivery(7))) == "out-of-order"
    gap = msgspec.json.encode(Delivery(life="L" * 22, parcels=[ParcelAt(n=n, notice=Notice()) for n in (1, 3)]))
    assert ask(b, gap, signed(a, b, gap)) == "invalid"


def test_downgraded_version(pair: tuple[Side, Side]) -> None:
    """Another version is told which are spoken here; and the version is signed like the rest."""
    a, b = pair
    answer = b.school.browser().ask("POST", PATH, b"{}", Kring_Version="2", Signature_Input="x")
    assert (answer.status_code, code_of(answer)) == (400, "unknown-version")
    assert answer.json is not None
    assert answer.json["versions"] == "1"
    for version in ("0", "", "1, 1", "2"):
        assert ask(b, delivery(), signed(a, b, delivery(), **{"Kring-Version": version})) == "unknown-version"
    assert (
        ask(b, delivery(), signed(a, b, delivery(), **{"Kring-Version": "2"}) | {"Kring-Version": "1"})
        == "bad-signature"
    )


def test_redirect_into_the_network(pair: tuple[Side, Side]) -> None:
    """A redirect is an answer that means nothing, wherever it leads."""
    a, b = pair
    inside: list[Passed] = b.front.passed
    inside.clear()
    for status in (301, 302, 307, 308):
        a.front.instead = [(status, {"Location": f"http://{b.host}/api/peers/deliveries"}, b"")]
        b.tell(a, a.office.person)
        b.deliver()
        assert b.peer(a).state == "silent"
        with pytest.raises(Problem) as refused:
            a.front.instead = [(status, {"Location": f"http://{b.host}/.well-known/kring"}, b"")]
            look(b.office, a.host)
        assert refused.value.code == "not-a-school"
    assert inside == []


def test_addresses_inside_the_network(pair: tuple[Side, Side]) -> None:
    """Without the setting for tests this server speaks to public https addresses on port 443 only."""
    a, _ = pair
    object.__setattr__(a.site, "config", msgspec.structs.replace(a.site.config, federation=Federation()))
    for host in ("127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "192.168.1.1:443", "127.0.0.1:8450", "0"):
        with pytest.raises(Problem) as refused:
            look(a.office, host)
        assert refused.value.code in ("not-a-school", "peer-unreachable")
    for host in ("b.example/@127.0.0.1", "user@b.example", "b.example#x", "b.example?x", "[::1]", "B.example", ""):
        with pytest.raises(Problem) as malformed:
            look(a.office, host)
        assert malformed.value.code == "invalid"


def test_a_name_that_turns_to_an_inner_address(pair: tuple[Side, Side], monkeypatch: pytest.MonkeyPatch) -> None:
    a, _ = pair
    inner = [(2, 1, 6, "", ("93.184.216.34", 443)), (2, 1, 6, "", ("10.0.0.7", 443))]
    monkeypatch.setattr(outside.socket, "getaddrinfo", lambda *_, **__: inner)
    with pytest.raises(Problem) as refused:
        look(a.office, "kring.evil.example")
    assert refused.value.code == "not-a-school"


def well_known(side: Side, signer: RootKey, **changes: object) -> bytes:
    """What somebody in front of a school says it is, signed with a root key of their own."""
    key = b64(bytes(SigningKey.generate().verify_key))
    head = {"author": "root", "host": side.host, "key": key, "kind": "server", "n": 99, "previous": NO_TIP, "seat": "",
            "time": 1}  # fmt: skip
    said = {"name": "De Regenboog", "root": b64(signer.public), "host": side.host, "incarnation": "x", "founded": True,
            "versions": [1], "key": key, "server": sign_act(signer, head), "version": "9"}  # fmt: skip
    return msgspec.json.encode(said | changes)


def test_swapped_root_in_well_known(pair: tuple[Side, Side]) -> None:
    """After linking, a server with another root key is not that school, whatever it signs."""
    a, b = pair
    _, evil = new_root()
    key = b.peer(a).key
    b.school.store.write(lambda connection: connection.execute("UPDATE peer SET key = ''"))
    a.front.instead = [(200, {}, well_known(a, evil))]
    b.tell(a, a.office.person)
    b.deliver()
    assert (b.peer(a).state, b.peer(a).key) == ("refused", "")
    b.deliver()
    assert (b.peer(a).state, b.peer(a).key) == ("linked", key)


def test_a_server_key_that_the_root_did_not_sign(pair: tuple[Side, Side]) -> None:
    a, b = pair
    _, evil = new_root()
    other = b64(bytes(SigningKey.generate().verify_key))
    for changes in ({"root": a.root}, {"key": other}, {"host": b.host}, {"server": None}, {"founded": False}):
        a.front.instead = [(200, {}, well_known(a, evil, **changes))]
        with pytest.raises(Problem) as refused:
            look(b.office, a.host)
        assert refused.value.code == "not-a-school"


def test_an_older_key_of_the_same_school_does_not_come_back(pair: tuple[Side, Side]) -> None:
    """Whoever has the former key, and the root's statement for it, is refused once a newer one was seen."""
    a, b = pair
    old = a.school.browser().ask("GET", "/.well-known/kring").data
    former = serverkey.own_key(a.school.store)
    linking.sign_server(a.office, a.root_code, renew=True)
    a.deliver()
    newest = b.peer(a).key
    b.site.seen._asked.clear()
    a.front.instead = [(200, {}, old)]
    headers = {"Content-Type": "application/json", "Kring-Version": "1", "Kring-Person": "none"}
    forged = signatures.sign(former, a.root, "POST", f"http://{b.host}{PATH}", delivery(), headers, int(time.time()))
    assert ask(b, delivery(), forged) == "bad-signature"
    assert b.peer(a).key == newest


def test_a_false_root_under_a_true_address_is_noticed_by_the_paper(pair: tuple[Side, Side]) -> None:
    """A bent office at home links somebody else as B: the letter was made under B's own root key."""
    a, b = pair
    office.open_group(b.office, "Blauw")
    token = office.invite_staff(b.office, office.Staffer("Hans", "teacher", ("Blauw",)))
    _, evil = new_root()
    linking.unlink(a.office, b.root)
    a.office.write(lambda batch: batch.act("peer", host=b.host, root=b64(evil.public)), a.office.seat("office"))
    with pytest.raises(Tampered):
        away.join(a.office, b.host, token)
    b.office.sync()
    assert [seat.person for seat in b.office.replica.trust.seats.values() if seat.role == "teacher"] == [""]


@pytest.mark.parametrize("said", [b"", b"[]", b"{", b"x" * 100_000, b'{"name":1}', b"\xff" * 9])
def test_rubbish_for_an_answer(pair: tuple[Side, Side], said: bytes) -> None:
    a, b = pair
    a.front.instead = [(200, {}, said)]
    with pytest.raises(Problem) as refused:
        look(b.office, a.host)
    assert refused.value.code == "not-a-school"
    b.tell(a, a.office.person)
    for status in (200, 401, 409):
        a.front.instead = [(status, {}, said)]
        b.deliver()
        assert b.school.store.read(lambda connection: peers.waiting(connection, a.root)) == 1
    b.deliver()
    assert a.moved(a.office) == 1


def test_a_peer_can_not_make_us_believe_its_clock(pair: tuple[Side, Side]) -> None:
    """A clock that is a year off is not taken over: a signature for that time would be good for a year."""
    a, b = pair
    stale = b'{"code":"stale-signature","time":%d}' % (b.site.now() + 365 * 24 * 3_600_000)
    a.front.instead = [(401, {}, stale)]
    b.deliver()
    assert (b.peer(a).skew, b.peer(a).state) == (0, "refused")


def test_two_unlinked_schools_learn_nothing_of_each_other(tmp_path: Path) -> None:
    with ExitStack() as stack:
        a, b = stack.enter_context(open_pair(tmp_path))
        assert linking.linked(a.office).peers == []
        assert a.deliver() == b.deliver() == 0
        assert [one.path for one in b.front.passed] == []
        assert account.login(b.school.browser(), "marga", "correct horse").replica.trust.peers == {}


def test_the_limits_of_a_school_are_settings() -> None:
    assert (Limits().peers, Federation().volume) == ("3000 per minute", 4096)
