"""Jeroen's account moves from De Regenboog to Het Kompas: the same person, with a login there. And whoever tries it."""

from __future__ import annotations

import msgspec
import pytest

from crypto.encoding import b64
from crypto.handover import handover_id, handover_number, handover_pair
from crypto.identity import Identity
from crypto.lock import make_sheet_lock, new_sheet
from crypto.moving import account_hash, move_in_proof, move_out_proof
from sync.acts import CONTACT
from sync.client import account, away, carrying, departures, handover, moving, news, office, sharing
from sync.client.session import Session
from sync.client.sharing import Audience
from sync.client.transport import Problem, call
from sync.messages import Account, Lock, MoveIn, MoveOut
from tests.server.pair import ask, signed
from tests.server.school import browser_of, code_of
from tests.stories.test_moving import move, released  # noqa: F401  (a fixture)
from tests.stories.test_sick_note import child_of
from tests.stories.two import PASSWORD, Two, token_of

NAME, KOMPAS = "jeroen bij kompas", "Kompaskanarie"
HOME = {"in": "POST", "out": "PUT"}


@pytest.fixture
def both(move: Two) -> Two:  # noqa: F811
    """Jeroen reads at Het Kompas, with his account of De Regenboog."""
    move.people["jeroen_k"] = away.join(move.jeroen, move.k.host, token_of(move.k, "Jeroen"))
    move.sync()
    return move


def asked(move: Two) -> tuple[str, str]:  # noqa: F811
    """A page of Het Kompas that shows a number: its code, and the number, answered by Jeroen's app."""
    code, number = handover.ask(move.k.school.browser())
    handover.hand_over(move.jeroen_k, number)
    return code, number


def moved(move: Two) -> Session:  # noqa: F811
    """Jeroen is at home at Het Kompas; returns his session there."""
    code, _ = asked(move)
    joined = moving.arrive(move.k.school.browser(), code, NAME, PASSWORD)
    assert joined is not None
    assert moving.has_arrived(move.jeroen_k)
    moving.depart(move.jeroen, move.jeroen_k)
    return joined.session


def home_of(move: Two, side: str) -> str:  # noqa: F811
    """Where a school says that Jeroen is at home."""
    store = getattr(move, side).school.store
    row = store.read(lambda connection: connection.execute(
        "SELECT home FROM person WHERE id = ?", (move.jeroen.person,)).fetchone())  # fmt: skip
    return str(row[0])


def put_in(move: Two, identity: Identity, code: str, **changed: str) -> str:  # noqa: F811
    """Try to make a login for Jeroen at Het Kompas with somebody's key; returns the problem's code."""
    number = handover_number(handover_pair(code).public)
    lock = Lock(**make_sheet_lock(new_sheet(), identity.seed, move.jeroen.person))
    browser = move.k.school.browser()
    digest = account_hash(changed.get("signed", NAME), [msgspec.to_builtins(lock)])
    seen, origin = handover_id(changed.get("number", number)), changed.get("origin", browser.origin)
    proof = move_in_proof(identity, digest, seen, origin, changed.get("root", move.k.root))
    body = MoveIn(person=move.jeroen.person, account=Account(name=NAME, locks=[lock]), signature=proof)
    return code_of(browser.ask("POST", f"{handover.path_of(number)}/home", body))


def put_out(move: Two, session: Session, identity: Identity, target: str, late: int = 0) -> str:  # noqa: F811
    """Try to move somebody who is signed in at De Regenboog; returns the problem's code."""
    time, origin = session.clock() + late, browser_of(session).origin
    proof = move_out_proof(identity, origin, move.r.root, target, time)
    return code_of(browser_of(session).ask("PUT", "/api/home", MoveOut(target=target, time=time, signature=proof)))


def test_the_same_person_is_at_home_at_the_other_school(both: Two) -> None:
    """A login there, none here; what is left at De Regenboog is read from Het Kompas."""
    session = moved(both)
    assert (session.person, home_of(both, "k"), home_of(both, "r")) == (both.jeroen.person, "", both.k.root)
    again = account.login(both.k.school.browser(), NAME, PASSWORD)
    assert again.person == session.person
    old = away.resume(again, both.r.host)
    news.post(both.els, [both.group(both.r, "5B").group], "Nog van 5B", "")
    old.sync()
    assert [item.body["title"] for item in news.news(old)] == ["Nog van 5B"]
    both.people.pop("jeroen_k")
    both.people.pop("jeroen")
    both.k.deliver()
    assert both.k.site.store.read(lambda connection: connection.execute(
        "SELECT count(*) FROM away WHERE person = ?", (session.person,)).fetchone())[0] == 1  # fmt: skip


def test_a_friend_sees_at_which_school_he_is_now(move: Two) -> None:  # noqa: F811
    """Anna, because Jeroen says so: nobody else, no server, and not before; he may take it back."""
    sharing.share(move.jeroen, "email", "jeroen@elders", Audience(people=(move.anna.seat().id,)))
    move.sync()
    released(move)
    departures.keep_friends(move.jeroen, child_of(move.jeroen, "Daan"))
    session = moved(move)
    old = away.resume(account.login(move.k.school.browser(), NAME, PASSWORD), move.r.host)
    old.sync()
    for name in ("jeroen", "jeroen_k"):
        move.people.pop(name)
    assert (session.person, move.shown(KOMPAS)) == (old.person, set())
    carrying.tell_home(old, KOMPAS, move.k.host)
    assert move.shown(f"{KOMPAS} ({move.k.host})") == {"anna"}
    contact = old.seat(CONTACT)
    assert sharing.cards(move.anna)[contact.id] == {"email": "jeroen@elders", "home": f"{KOMPAS} ({move.k.host})"}
    assert KOMPAS.encode() not in move.r.front.wire() + move.k.front.wire()
    sharing.take_back(old, "home", contact)
    assert move.shown(f"{KOMPAS} (") == set()


def test_the_old_school_keeps_no_login(both: Two) -> None:
    """No lock, no device, no notice; the cookie and the password open nothing."""
    moved(both)
    assert browser_of(both.jeroen).ask("GET", "/api/session").status_code == 401
    with pytest.raises(Problem):
        account.login(both.r.school.browser(), "Jeroen", PASSWORD)
    for table in ("account", "lock", "device", "browser", "subscription", "mail", "feed", "away"):
        rows = both.r.school.store.read(
            lambda connection, table=table: connection.execute(
                f"SELECT count(*) FROM {table} WHERE person = ?",
                (both.jeroen.person,),
            ).fetchone()
        )
        assert rows[0] == 0, table


def test_until_the_old_school_is_told_nothing_is_lost_there(both: Two) -> None:
    code, _ = asked(both)
    assert not moving.has_arrived(both.jeroen_k)
    moving.arrive(both.k.school.browser(), code, NAME, PASSWORD)
    both.jeroen.sync()
    assert home_of(both, "r") == ""


def test_a_name_that_is_taken_can_be_chosen_anew(both: Two) -> None:
    code, _ = asked(both)
    with pytest.raises(Problem) as taken:
        moving.arrive(both.k.school.browser(), code, "bea", PASSWORD)
    assert taken.value.code == "name-taken"
    assert moving.arrive(both.k.school.browser(), code, NAME, PASSWORD) is not None


def test_a_lost_answer_is_asked_for_again(both: Two) -> None:
    """The very same login opens a session again; another one does not."""
    code, number = asked(both)
    lock = Lock(**make_sheet_lock(new_sheet(), both.jeroen.identity.seed, both.jeroen.person))
    browser = both.k.school.browser()
    digest = account_hash(NAME, [msgspec.to_builtins(lock)])
    proof = move_in_proof(both.jeroen.identity, digest, handover_id(number), browser.origin, both.k.root)
    body = MoveIn(person=both.jeroen.person, account=Account(name=NAME, locks=[lock]), signature=proof)
    for _ in range(2):
        assert browser.ask("POST", f"{handover.path_of(number)}/home", body).status_code == 200
    assert put_in(both, both.jeroen.identity, code) == "not-found"


def test_nobody_else_makes_his_login(both: Two) -> None:
    """Not Bea, not Het Kompas itself; not with a signature for another name, number, site or school."""
    code, _ = asked(both)
    other = handover.ask(both.k.school.browser())[1]
    assert put_in(both, both.bea.identity, code) == "not-found"
    for changed in ({"signed": "bea"}, {"number": other}, {"origin": "https://evil.example"}, {"root": both.r.root}):
        assert put_in(both, both.jeroen.identity, code, **changed) == "not-found", changed
    assert put_in(both, both.jeroen.identity, handover.ask(both.k.school.browser())[0]) == "not-found"
    assert home_of(both, "k") == both.r.root


def test_who_was_handed_an_account_of_elsewhere_has_no_session_yet(both: Two) -> None:
    """The number opens nothing at Het Kompas before there is a login."""
    code, _ = asked(both)
    with pytest.raises(Problem) as shut:
        handover.take(both.k.school.browser(), code)
    assert shut.value.code == "not-found"


def test_nobody_moves_somebody_away(both: Two) -> None:
    """A stolen cookie has not the key; a key has not the session; another school's server has neither."""
    for identity in (both.anna.identity, Identity(bytes(32))):
        assert put_out(both, both.jeroen, identity, both.k.root) == "not-found"
    assert put_out(both, both.anna, both.jeroen.identity, both.k.root) == "not-found"
    headers = signed(both.k, both.r, b"{}", "/api/home", **{"Kring-Person": both.jeroen.person})
    named = {name.replace("-", "_"): value for name, value in headers.items()}
    assert code_of(both.r.school.browser().ask("PUT", "/api/home", b"{}", **named)) == "not-signed-in"
    assert home_of(both, "r") == ""


def test_only_to_a_linked_school_and_now(both: Two) -> None:
    assert put_out(both, both.jeroen, both.jeroen.identity, b64(bytes(32))) == "not-linked"
    assert put_out(both, both.jeroen, both.jeroen.identity, both.k.root, late=-3_600_000) == "stale-signature"


def test_who_works_at_a_school_stays_there(both: Two) -> None:
    assert put_out(both, both.els, both.els.identity, both.k.root) == "not-allowed"


def test_the_old_server_speaks_for_him_no_more(both: Two) -> None:
    """From the moment of the login Het Kompas takes nothing from De Regenboog in his name."""
    moved(both)
    path = "/api/entries"
    body = b'{"entries":[]}'
    headers = signed(both.r, both.k, body, path, **{"Kring-Person": both.jeroen.person})
    assert ask(both.k, body, headers, path) == "not-found"


def test_a_server_that_says_it_is_home_gets_nothing(both: Two) -> None:
    """Het Kompas writes into its own books that Anna is at home there: De Regenboog does not believe it."""
    row = "INSERT INTO person (id, statements, sign, box, home) VALUES (?, '[]', '', '', '')"
    both.k.school.store.write(lambda connection: connection.execute(row, (both.anna.person,)))
    path = "/api/entries"
    body = b'{"entries":[]}'
    headers = signed(both.k, both.r, body, path, **{"Kring-Person": both.anna.person})
    assert ask(both.r, body, headers, path) == "not-found"


def test_when_the_place_has_ended_the_account_can_still_go(both: Two) -> None:
    """The office was faster: he moves nevertheless."""
    office.end_seat(both.marga, both.jeroen.seat().id)
    assert moved(both).person == both.jeroen.person
    assert call(both.k.school.browser(), "GET", "/.well-known/kring", dict)
