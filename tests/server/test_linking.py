"""Linking two schools: both sides or nobody, fingerprints, keys that the root signed, and letting go again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crypto.root import fingerprint
from sync.client import account, linking, office
from sync.client.transport import Problem, call
from sync.errors import Refused
from sync.messages import WellKnown
from tests.server.pair import Side, link, look, open_pair


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Side, Side]]:
    """Two schools that do not know each other."""
    with open_pair(tmp_path) as found:
        yield found


def test_a_school_says_what_it_is_and_the_root_key_proves_it(pair: tuple[Side, Side]) -> None:
    a, b = pair
    seen = look(a.office, b.host)
    assert (seen.name, seen.host, seen.root) == ("Het Kompas", b.host, b.root)
    ours, theirs = linking.fingerprints(a.office, seen)
    assert (ours, theirs) == (fingerprint(a.office.replica.trust.root), fingerprint(b.office.replica.trust.root))
    assert [len(part) for part in theirs.split()] == [5] * 6


def test_both_sides_link_or_nothing_is_taken(pair: tuple[Side, Side]) -> None:
    a, b = pair
    a.link(b)
    a.deliver()
    assert a.peer(b).state == "waiting"
    b.link(a)
    b.deliver()
    assert b.peer(a).state == "linked"
    assert a.peer(b).tries == 0, "the other side has spoken: no need to wait any longer"
    a.deliver()
    assert a.peer(b).state == "linked"


def test_every_member_hears_which_schools_are_linked(pair: tuple[Side, Side]) -> None:
    a, b = pair
    link(a, b)
    a.office.sync()
    assert a.office.replica.trust.peers == {b.root: b.host}
    linking.unlink(a.office, b.root)
    assert a.office.replica.trust.peers == {}


def test_after_unlinking_nothing_goes_either_way(pair: tuple[Side, Side]) -> None:
    a, b = pair
    link(a, b)
    linking.unlink(a.office, b.root)
    assert linking.linked(a.office).peers == []
    b.tell(a)
    b.deliver()
    assert (b.peer(a).state, a.deliver()) == ("waiting", 0)


def test_only_office_and_admins_link(pair: tuple[Side, Side]) -> None:
    a, b = pair
    token = office_teacher(a)
    teacher = account.join(a.school.browser(), token, "sanne", "battery staple").session
    with pytest.raises(Problem) as refused:
        look(teacher, b.host)
    assert refused.value.code == "not-allowed"
    with pytest.raises(Refused):
        linking.link(teacher, look(a.office, b.host))
    with pytest.raises(Problem) as told:
        teacher.write(lambda batch: batch.act("peer", host=b.host, root=b.root))
    assert told.value.code == "not-allowed"


def office_teacher(side: Side) -> str:
    """A letter for a teacher."""
    office.open_group(side.office, "3A")
    return office.invite_staff(side.office, office.Staffer("Sanne", "teacher", ("3A",)))


def test_a_school_does_not_link_itself_nor_two_at_one_host(pair: tuple[Side, Side]) -> None:
    a, b = pair
    with pytest.raises(Problem):
        look(a.office, a.host)
    a.link(b)
    for host, root in ((a.host, a.root), (b.host, "A" * 43), ("b.example/x", "A" * 43)):
        with pytest.raises(Problem) as refused:
            a.office.write(lambda batch, host=host, root=root: batch.act("peer", host=host, root=root))  # type: ignore[misc]
        assert refused.value.code == "bad-act"


def test_a_server_gets_another_key_with_the_root_sheet(pair: tuple[Side, Side]) -> None:
    a, b = pair
    link(a, b)
    before = call(a.office.transport, "GET", "/.well-known/kring", WellKnown)
    linking.sign_server(a.office, a.root_code, renew=True)
    after = call(a.office.transport, "GET", "/.well-known/kring", WellKnown)
    assert before.key != after.key
    a.deliver()
    assert a.peer(b).state == "linked", "the other side asked for the new key, and the root had signed it"
    assert b.peer(a).key == after.key


def test_nobody_renews_the_key_without_the_root_sheet(pair: tuple[Side, Side]) -> None:
    a, b = pair
    with pytest.raises(Refused):
        linking.sign_server(a.office, b.root_code)
    with pytest.raises(Problem) as refused:
        a.office.write(lambda batch: batch.act("server", host=a.host, key="A" * 43))
    assert refused.value.code == "not-allowed"


def test_well_known_may_be_kept_for_a_minute(pair: tuple[Side, Side]) -> None:
    answer = pair[0].school.browser().ask("GET", "/.well-known/kring")
    assert answer.headers["Cache-Control"] == "public, max-age=60"
