"""Anna of De Regenboog and Bea of Het Kompas know each other from judo. Each shows the other a number; nothing else.

Two real servers. Noor is a protected child: Anna may do it all the same, and nothing of Noor goes along.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from crypto.token import new_token, read_token
from sync.acts import CONTACT, MOST_CONTACTS
from sync.client import account, across, away, carrying, contactseats, enrolment, linking, news, office, sharing
from sync.client.across import At
from sync.client.enrolment import Pupil
from sync.client.schools import Schools
from sync.client.session import Session, now
from sync.client.sharing import Audience
from sync.client.transport import Problem, call
from sync.messages import Peers
from tests.server.school import Browser, browser_of, code_of
from tests.stories.two import PASSWORD, Two, adults, open_two, pupil, token_of

ANNA_PHONE, BEA_PHONE, OMAR_PHONE = "06-kanarie-anna", "06-kanarie-bea", "06-kanarie-omar"
FATIMA_PHONE = "06-kanarie-fatima"
NEWS = "Regenboogkanarie vliegt"


@pytest.fixture
def two(tmp_path: Path, quick_passwords: None) -> Iterator[Two]:
    """Two linked schools: Anna and Peter (of Noor, protected), Omar and Fatima at R; Bea and Carl (of Tim) at K."""
    with open_two(tmp_path) as found:
        noor = Pupil("2", "Noor", "", "Vinkelaar", "2018-02-03", ("3A",), adults("Anna", "Peter"), protected=True)
        found.enrol(found.r, [noor, pupil("1", "Yara", "3A", "Omar"), pupil("3", "Mila", "3A", "Fatima")],
                    "Anna", "Peter", "Omar", "Fatima")  # fmt: skip
        found.enrol(found.k, [pupil("8", "Tim", "Blauw", "Bea", "Carl"), pupil("7", "Yara", "Blauw", "Omar")],
                    "Bea", "Carl")  # fmt: skip
        found.sync()
        yield found


@pytest.fixture
def met(two: Two) -> Two:
    """Bea has used Anna's code; `bea_r` is Bea at De Regenboog."""
    code = contactseats.invite(two.anna, "Bea van judo")
    two.people["bea_r"] = away.join(two.bea, two.r.host, code)
    two.sync()
    return two


def contact(two: Two) -> str:
    """Bea's place at De Regenboog."""
    return contactseats.contacts(two.anna)[0].seat.id


def to(*seats: str) -> Audience:
    """These people."""
    return Audience(people=seats)


def test_anna_shows_bea_her_number_and_bea_hers(met: Two) -> None:
    """Each sees the other's, with the name by which the other shares; nobody else sees either."""
    sharing.share(met.anna, "phone", ANNA_PHONE, to(contact(met)))
    sharing.share(met.anna, "name", "Anna V.", to(contact(met)))
    met.bea_r.sync()
    host = contactseats.hosts_of(met.bea_r)[0].id
    assert sharing.cards(met.bea_r) == {host: {"phone": ANNA_PHONE, "name": "Anna V."}}
    sharing.share(met.bea_r, "phone", BEA_PHONE, to(host), seat=met.bea_r.seat(CONTACT))
    assert (met.shown(ANNA_PHONE), met.shown(BEA_PHONE)) == ({"anna", "bea_r"}, {"anna", "bea_r"})
    assert sharing.cards(met.anna)[contact(met)] == {"phone": BEA_PHONE}


def test_what_was_shared_before_the_code_was_used_is_there_with_it(two: Two) -> None:
    code = contactseats.invite(two.anna, "Bea")
    sharing.share(two.anna, "phone", ANNA_PHONE, to(contact(two)))
    two.people["bea_r"] = away.join(two.bea, two.r.host, code)
    assert two.shown(ANNA_PHONE) == {"anna", "bea_r"}


def test_nothing_is_shared_until_anna_chooses(met: Two) -> None:
    """Not by the code itself, and not what she shows her class."""
    sharing.share(met.anna, "phone", ANNA_PHONE, Audience(groups=(met.group(met.r).group,)))
    assert met.shown(ANNA_PHONE) == {"anna", "marga", "sanne", "omar", "peter", "fatima"}
    assert sharing.cards(met.bea_r) == {}


def test_nothing_else_of_that_school_is_bea_s(met: Two) -> None:
    """No group, child, news, list, staff, other contact: neither in her copy nor by asking for every id there is."""
    news.post(met.sanne, [met.group(met.r).group], NEWS, "")
    sharing.share(met.omar, "phone", OMAR_PHONE, Audience(groups=(met.group(met.r).group,)))
    other = contactseats.invite(met.omar, "Carl")
    met.people["carl_r"] = away.join(met.carl, met.r.host, other)
    met.sync()
    trust = met.bea_r.replica.trust
    assert (trust.groups, trust.peers) == ([], {})
    assert {one.role for one in trust.seats.values()} == {"office", "guardian", CONTACT}
    assert [one.kind for one in met.bea_r.replica.circles.values()] == ["seat"]
    assert not list(met.bea_r.replica.items.values())
    text = asked(met, met.bea)
    for canary in (NEWS, OMAR_PHONE, "Noor", "Vinkelaar", met.group(met.r).group, met.omar.person, met.sanne.person):
        assert canary not in text
    assert met.people["carl_r"].seat(CONTACT).id not in text


def test_nobody_else_sees_that_there_is_a_contact(met: Two) -> None:
    """Only Anna, Bea and the office have the statements; the office knows whose it is and not who."""
    seat = contact(met)
    sharing.share(met.anna, "phone", ANNA_PHONE, to(seat))
    met.sync()
    knows = {name for name, one in met.people.items() if seat in one.replica.trust.seats}
    assert knows == {"anna", "bea_r", "marga"}
    assert met.marga.replica.trust.seats[seat].person == ""
    assert contactseats.counts(met.marga) == {met.anna.seat().id: 1}
    for name in ("peter", "omar", "sanne", "marga"):
        text = "\n".join(stream(browser_of(met.people[name])))
        assert (met.bea.person in text, seat in text) == (False, name == "marga")


def test_who_sees_this_equals_the_keys(met: Two) -> None:
    sharing.share(met.anna, "phone", ANNA_PHONE, to(contact(met)))
    letter = next(item for item in met.anna.replica.of_kind("detail"))
    assert sharing.who_sees(met.anna, letter) == {met.anna.seat().id, contact(met)}
    assert sharing.see_as(met.anna, contact(met)) == {"phone": ANNA_PHONE}
    assert sharing.see_as(met.anna, met.peter.seat().id) == {}


def test_taken_back_it_is_gone_there(met: Two) -> None:
    sharing.share(met.anna, "phone", ANNA_PHONE, to(contact(met)))
    assert met.shown(ANNA_PHONE) == {"anna", "bea_r"}
    met.r.deliver()
    before = met.k.moved(met.bea)
    sharing.take_back(met.anna, "phone")
    met.r.deliver()
    assert met.k.moved(met.bea) == before + 1
    assert met.shown(ANNA_PHONE) == {"anna"}


def test_noor_is_protected_and_nothing_of_her_goes_along(met: Two) -> None:
    """Of Anna's place Bea's copy proves that there is a child, by an opaque id; the wire between the schools too."""
    sharing.share(met.anna, "phone", ANNA_PHONE, to(contact(met)))
    met.sync()
    wire = met.r.front.wire() + met.k.front.wire()
    for canary in ("Noor", "Vinkelaar", ANNA_PHONE, "protect", "Bea van judo"):
        assert canary.encode() not in wire


@pytest.mark.parametrize("who", ["anna", "marga", "bea_r"])
def test_who_may_end_it(met: Two, who: str) -> None:
    """Anna, the office, Bea herself: for Bea it is gone with the next look, and for Anna what Bea shared as well."""
    host = contactseats.hosts_of(met.bea_r)[0].id
    sharing.share(met.anna, "phone", ANNA_PHONE, to(contact(met)))
    met.sync()
    sharing.share(met.bea_r, "phone", BEA_PHONE, to(host), seat=met.bea_r.seat(CONTACT))
    met.sync()
    if who == "bea_r":
        contactseats.leave(met.bea_r)
    else:
        contactseats.end(met.people[who], contact(met))
    met.sync()
    assert (contactseats.contacts(met.anna), list(met.bea_r.replica.items.values())) == ([], [])
    assert contactseats.counts(met.marga) == {}
    assert sharing.top_up(met.anna) == 1
    assert not list(met.anna.replica.of_kind("detail"))
    assert met.shown(ANNA_PHONE) == {"anna"}


def test_it_ends_with_the_guardian_s_place(met: Two) -> None:
    sharing.share(met.anna, "phone", ANNA_PHONE, to(contact(met)))
    met.sync()
    seat = met.bea_r.seat(CONTACT).id
    office.end_seat(met.marga, met.anna.seat().id)
    met.bea_r.sync()
    assert not list(met.bea_r.replica.items.values())
    met.marga.sync()
    assert met.marga.replica.trust.seats[seat].ended
    assert met.bea_r.replica.trust.seats[seat].ended


def test_a_contact_who_gets_a_place_of_their_own_proves_the_whole_school(met: Two) -> None:
    """Bea's daughter comes to De Regenboog: the same copy now has the groups that it was not told of before."""
    enrolment.enrol(met.marga, [pupil("9", "Pim", "3A", "Bea")])
    session = away.join(met.bea, met.r.host, token_of(met.r, "Bea"))
    met.bea_r.sync()
    for one in (session, met.bea_r):
        assert office.groups(one).keys() == {"3A"}
        assert one.replica.trust.peers


def test_somebody_of_the_own_school_can_be_a_contact_too(two: Two) -> None:
    """Omar has an account here: he adds the code to it. A code makes no account for who has none."""
    code = contactseats.invite(two.anna, "Omar")
    with pytest.raises(Problem) as strange:
        account.join(two.r.school.browser(), code, "vreemd", PASSWORD)
    assert strange.value.code == "account-needed"
    account.add_letter(two.omar, code)
    two.sync()
    sharing.share(two.anna, "phone", ANNA_PHONE, to(contact(two)))
    assert two.shown(ANNA_PHONE) == {"anna", "omar"}


def test_who_leaves_stays_reachable_for_whom_they_were_personally(two: Two) -> None:
    """The office gives Omar a contact's seat when he goes: what was shared with him by name goes on, the rest ends."""
    fatima, omar = two.fatima.seat().id, two.omar.seat().id
    sharing.share(two.fatima, "phone", FATIMA_PHONE, to(omar))
    two.omar.sync()
    code = issued(two.marga)
    account.add_letter(two.omar, code)
    sharing.share(two.omar, "phone", OMAR_PHONE, to(fatima))
    carrying.carry(two.omar, two.omar.replica.trust.seats[omar], two.omar.seat(CONTACT))
    office.end_seat(two.marga, omar)
    two.sync()
    assert sharing.top_up(two.fatima) == 1
    assert (two.shown(FATIMA_PHONE), two.shown(OMAR_PHONE)) == ({"fatima", "omar"}, {"fatima", "omar"})
    assert {one.kind for one in two.omar.replica.circles.values() if one.reads} == {"seat"}


def issued(session: Session) -> str:
    """A code of the office for somebody who leaves."""
    token = new_token()
    session.write(lambda batch: contactseats.issue(session, batch, token, batch.now + office.DEADLINE),
                  session.seat("office"))  # fmt: skip
    return token


def test_a_school_can_do_without(two: Two) -> None:
    """By its setting, and as long as it is linked with nobody: then a code is as good as none."""
    code = contactseats.invite(two.anna, "Bea")
    linking.unlink(two.marga, two.k.root)
    assert call(browser_of(two.anna), "GET", "/api/peers", Peers).contacts is False
    with pytest.raises(Problem) as off:
        contactseats.invite(two.anna, "Bea")
    assert off.value.code == "contacts-off"
    path = f"/api/invitations/{read_token(code).locator}"
    nothing = two.r.school.browser().ask("GET", f"/api/invitations/{'A' * 22}")
    assert two.r.school.browser().ask("GET", path).data == nothing.data


def test_a_code_found_by_nobody_says_nothing(met: Two) -> None:
    """Asking De Regenboog through Het Kompas for seats, persons and acts that Bea knows answers as for nothing."""
    browser = browser_of(met.bea)
    nothing = browser.ask("GET", f"/api/away/{met.r.host}/invitations/{'A' * 22}")
    assert nothing.status_code == 404
    for known in (contact(met), met.anna.seat().id, met.anna.person, *met.bea_r.replica.trust.hashes):
        for guess in (known, known[:22]):
            answer = browser.ask("GET", f"/api/away/{met.r.host}/invitations/{guess}")
            assert answer.data == nothing.data


def test_a_code_that_nobody_used_in_time_ends(two: Two) -> None:
    contactseats.invite(two.anna, "Bea")
    two.anna.clock = two.marga.clock = lambda: now() + 15 * office.DAY
    assert (contactseats.contacts(two.anna), contactseats.tidy(two.anna)) == ([], 1)
    two.marga.sync()
    assert contactseats.counts(two.marga) == {}


def test_what_concerns_all_wakes_no_contact(met: Two) -> None:
    """A new group, or somebody's end, is nothing that Bea or her school hears of."""
    met.r.deliver()
    before = met.k.moved(met.bea)
    office.open_group(met.marga, "4B")
    office.end_seat(met.marga, met.fatima.seat().id)
    met.r.deliver()
    assert met.k.moved(met.bea) == before


def test_one_number_at_both_schools(two: Two) -> None:
    """Omar's is entered once: nobody at K sees it until he chooses; it is changed at both, and taken back apart."""
    two.people["omar_k"] = away.join(two.omar, two.k.host, token_of(two.k, "Omar"))
    two.sync()
    everywhere = Schools({two.r.host: two.omar, two.k.host: two.omar_k})
    at_r = {two.r.host: At(two.omar.seat(), Audience(groups=(two.group(two.r).group,)))}
    at_k = {two.k.host: At(two.omar_k.seat(), Audience(people=(two.bea.seat().id,)))}
    class_r = {"omar", "fatima", "anna", "peter", "sanne", "marga"}
    across.share_at(everywhere, "phone", OMAR_PHONE, at_r)
    assert two.shown(OMAR_PHONE) == class_r
    across.share_at(everywhere, "phone", OMAR_PHONE, at_k)
    assert two.shown(OMAR_PHONE) == class_r | {"omar_k", "bea"}
    across.share_at(everywhere, "phone", "06-kanarie-nieuw", {})
    assert (two.shown(OMAR_PHONE), two.shown("06-kanarie-nieuw")) == (set(), class_r | {"omar_k", "bea"})
    across.take_back_at(everywhere, two.k.host, "phone")
    assert two.shown("06-kanarie-nieuw") == class_r | {"omar_k"}


def test_a_school_that_is_away_gets_it_later(two: Two) -> None:
    two.people["omar_k"] = away.join(two.omar, two.k.host, token_of(two.k, "Omar"))
    two.sync()
    everywhere = Schools({two.r.host: two.omar, two.k.host: two.omar_k})
    two.k.front.cut = True
    at_k = {two.k.host: At(two.omar_k.seat(), Audience(people=(two.bea.seat().id,)))}
    assert across.share_at(everywhere, "phone", OMAR_PHONE, at_k) == {two.k.host}
    two.k.front.cut = False
    assert everywhere.sync() == set()
    assert two.shown(OMAR_PHONE) == {"omar_k", "bea"}


def test_twenty_and_no_more(two: Two) -> None:
    for at in range(MOST_CONTACTS):
        contactseats.invite(two.anna, f"iemand {at}")
    with pytest.raises(Problem) as much:
        contactseats.invite(two.anna, "een te veel")
    assert much.value.code == "too-many-contacts"
    contactseats.end(two.anna, contact(two))
    contactseats.invite(two.anna, "een in de plaats")
    assert len(contactseats.contacts(two.anna)) == MOST_CONTACTS


def stream(browser: Browser, host: str = "") -> Iterator[str]:
    """All that a school tells somebody, from the beginning; `host`: of another school."""
    start, cursor = f"/api/away/{host}" if host else "/api", ""
    while True:
        answer = browser.ask("GET", f"{start}/sync?cursor={cursor}")
        yield answer.text
        page = json.loads(answer.text)
        if answer.status_code != 200 or page["done"]:
            return
        cursor = page["cursor"]


def asked(two: Two, session: Session) -> str:
    """All answers that Bea gets at De Regenboog for every circle, file and record there is, and the whole stream."""
    browser = browser_of(session)
    circles = [row[0] for row in two.r.school.store.read(lambda c: c.execute("SELECT id FROM circle").fetchall())]
    own = set(two.bea_r.replica.circles)
    found = list(stream(browser, two.r.host))
    for one in circles:
        for what in ("past", "readers"):
            answer = browser.ask("GET", f"/api/away/{two.r.host}/circles/{one}/{what}")
            assert one in own or answer.status_code in (403, 404), code_of(answer)
            found.append(answer.text.replace(one, "") if one not in own else answer.text)
    return "\n".join(found)
