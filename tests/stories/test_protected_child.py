"""Story 11: Sem, whom nobody may find. Other families get nothing of him, one person of the office lets nobody in."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from crypto.encoding import b64
from crypto.random import fresh
from crypto.statement import act_hash
from crypto.token import new_token, read_token
from sync.client import account, children, news, office, sharing
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.importing import import_roster
from sync.client.session import Session
from sync.client.transport import Problem
from sync.errors import Refused
from sync.messages import ActAt, Entry
from sync.roster import parse_roster
from tests.server.school import Browser, browser_of, code_of
from tests.stories.cast import Regenboog
from tests.stories.crawl import everything

NAME = "Semkanarie"
NUMBER = "9"
LONG = "een lang wachtwoord"
VICTOR = Guardian("v", "Victorkanarie", "vader", "v.victor@kanarie.example")
OTHERS = ("anna", "peter", "fatima", "koen", "jeroen", "ad")
ROSTER = f"""leerlingnummer;roepnaam;achternaam;groep;ouder1 roepnaam;ouder1 achternaam;ouder2 roepnaam
{NUMBER};{NAME};Bron;3A;Irina;Bron;Victorkanarie
"""


@dataclass
class Story:
    """The school with Sem in it: his mother, a second person of the office, and the places nobody may hear of."""

    school: Regenboog
    irina: Session
    corrie: Session
    child: str
    seat: str


@pytest.fixture
def story(regenboog: Regenboog) -> Story:
    token = office.invite_staff(regenboog.marga, office.Staffer("Corrie", "office"))
    corrie = account.join(regenboog.school.browser(), token, "corrie", LONG).session
    enrol(regenboog.marga, [sem()])
    return told(regenboog, corrie)


def sem() -> Pupil:
    """Sem as the office enters him."""
    return Pupil(NUMBER, NAME, "", "Bron", "2018-04-05", ("3A",), (Guardian("i", "Irinakanarie"),), protected=True)


def told(regenboog: Regenboog, corrie: Session) -> Story:
    """Irina has joined, and everybody is up to date."""
    body = office.roster(regenboog.marga)[NUMBER].body
    token = next(one["token"] for one in office.letters(regenboog.marga) if one["name"] == "Irinakanarie")
    irina = account.join(regenboog.school.browser(), token, "irina", LONG).session
    for session in (*regenboog.everybody().values(), corrie):
        session.sync()
    return Story(regenboog, irina, corrie, body["child"], body["guardians"][0]["seat"])


def shown(session: Session) -> str:
    """Everything that somebody's copy opened."""
    session.sync()
    return json.dumps([item.body for item in session.replica.items.values()])


def captured(story: Story, monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    """What Marga's client would send, if she let somebody in alone."""
    kept: list[Entry] = []

    def keep(entries: list[Entry]) -> None:
        kept.extend(entries)
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(story.school.marga, "post", keep)
        with pytest.raises(ConnectionError):
            children.add_guardian(story.school.marga, NUMBER, VICTOR)
    return kept


def test_other_families_get_nothing_of_him(story: Story) -> None:
    """Not in the class, not in what their copies open, and not a byte of what the server answers to them."""
    news.post(story.school.sanne, [story.school.group("3A").group], "Zwemmen", "")
    sharing.share(story.school.fatima, "phone", "06-1", sharing.Audience(groups=(story.school.group("3A").group,)))
    news.read(story.irina, story.irina.sync() and news.news(story.irina)[0].body["post"])
    mates = sharing.classmates(story.school.anna, story.school.group("3A").group)
    assert sorted(mate.first for mate in mates) == ["Mila", "Noor", "Yara"]
    for name in OTHERS:
        session = getattr(story.school, name)
        answers = everything(story.school, session) + shown(session)
        for secret in (NAME, "Irinakanarie", story.child, story.seat, story.irina.person):
            assert secret not in answers, (name, secret)


def test_no_count_betrays_him(regenboog: Regenboog) -> None:
    """His coming leaves no mark in any circle that another family reads."""
    before = {circle: answer_of(regenboog.anna, circle) for circle in read_by(regenboog.anna)}
    enrol(regenboog.marga, [sem()])
    assert {circle: answer_of(regenboog.anna, circle) for circle in read_by(regenboog.anna)} == before
    assert len(sharing.classmates(regenboog.anna, regenboog.group("3A").group)) == 3


def test_his_mother_reads_the_news_and_the_team_knows(story: Story) -> None:
    news.post(story.school.sanne, [story.school.group("3A").group], "Zwemmen", "dinsdag")
    story.irina.sync()
    assert [item.body["title"] for item in news.news(story.irina)] == ["Zwemmen"]
    story.school.sanne.sync()
    pupil = next(item for item in story.school.sanne.replica.of_kind("pupil") if item.body["first"] == NAME)
    assert pupil.body["protected"] == 1
    assert [one["name"] for one in pupil.body["guardians"]] == ["Irinakanarie"]


def test_one_person_alone_lets_nobody_in(story: Story) -> None:
    with pytest.raises(Problem) as refused:
        children.add_guardian(story.school.marga, NUMBER, VICTOR)
    assert refused.value.code == "needs-approval"


def test_another_client_refuses_it_whatever_the_server_does(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = captured(story, monkeypatch)
    act = next(entry.act for entry in entries if entry.act)
    for session in (story.school.sanne, story.corrie, story.irina):
        trust = session.replica.trust
        trust.extend([ActAt(n=len(trust.hashes), hash=act_hash(act.head), act=act)])
        with pytest.raises(Refused) as refused:
            trust.admit([])
        assert refused.value.code == "needs-approval"


def test_the_proposer_cannot_consent(story: Story) -> None:
    """Marga may say that she agrees with herself; it opens nothing."""
    children.propose(story.school.marga, NUMBER, VICTOR)
    children.approve(story.school.marga, NUMBER, VICTOR.key)
    with pytest.raises(Problem) as refused:
        children.admit(story.school.marga, NUMBER, VICTOR.key)
    assert refused.value.code == "needs-approval"


def test_with_a_second_person_it_works(story: Story) -> None:
    """And the mother sees it in her diary; dates are kept over the consent."""
    ends = story.school.marga.clock() + 1_000_000
    children.propose(story.school.marga, NUMBER, Guardian("o", "Olga", "oma", ends=ends))
    story.corrie.sync()
    children.approve(story.corrie, NUMBER, "o")
    story.school.marga.sync()
    token = children.admit(story.school.marga, NUMBER, "o")
    olga = account.join(story.school.school.browser(), token, "olga", LONG).session
    assert story.child in olga.replica.circles
    assert olga.seat("guardian").ends == ends
    story.irina.sync()
    assert [item.body["who"] for item in story.irina.replica.of_kind("diary")] == ["Olga"]
    assert story.irina.replica.alarms == []


def test_a_proposal_that_is_taken_back_is_no_letter(story: Story) -> None:
    children.propose(story.school.marga, NUMBER, VICTOR)
    children.retract(story.school.marga, NUMBER, VICTOR.key)
    with pytest.raises(Refused):
        children.admit(story.school.marga, NUMBER, VICTOR.key)


def test_a_place_that_only_reads_needs_a_second_person_too(story: Story) -> None:
    """An invitation to nothing, and then a seat at his table: the list is guarded like the letter."""
    for role in ("informed", "guest"):
        with pytest.raises(Problem) as refused:
            story.school.marga.write(lambda batch, role=role: _seat_him(batch, story, role),  # type: ignore[misc]
                                     story.school.marga.seat("office"))  # fmt: skip
        assert refused.value.code == "needs-approval"


def test_no_circle_of_families_is_let_in(story: Story) -> None:
    parents = story.school.group("5B").parents
    with pytest.raises(Problem) as refused:
        story.school.marga.write(lambda batch: batch.add(story.child, [parents]), story.school.marga.seat("office"))
    assert refused.value.code == "needs-approval"


def test_a_list_with_somebody_unconsented_is_not_believed(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that took it anyway: the teacher's client does not write for such readers."""
    monkeypatch.setattr("server.links._check_guard", lambda *_: None)
    story.school.marga.write(lambda batch: _seat_him(batch, story, "informed"), story.school.marga.seat("office"))
    story.school.sanne.sync()
    with pytest.raises(Refused) as refused:
        news.post(story.school.sanne, [story.child], "Over Sem", "")
    assert refused.value.code == "needs-approval"


def test_a_consent_is_to_one_child(story: Story) -> None:
    """What Corrie agreed to for Daan is worth nothing for Sem."""
    children.protect(story.school.marga, "4")
    daan = office.roster(story.school.marga)["4"].body["child"]
    token = new_token()
    locator = read_token(token).locator
    story.corrie.write(lambda batch: batch.act("approve", circles=[daan], locator=locator), story.corrie.seat("office"))
    with pytest.raises(Problem) as refused:
        story.school.marga.write(
            lambda batch: _invite_to(batch, [story.child], token), story.school.marga.seat("office")
        )
    assert refused.value.code == "needs-approval"


def test_a_team_that_he_comes_to_learns_that_he_is_guarded(story: Story) -> None:
    """Els had heard nothing of him; from the move on her client holds to it as well."""
    els = story.school.els.replica.trust
    assert story.child not in els.guards.protected
    children.move(story.school.marga, NUMBER, "3A", "5B")
    story.school.els.sync()
    assert story.child in els.guards.protected
    assert NAME in shown(story.school.els)
    story.school.jeroen.sync()
    assert NAME not in shown(story.school.jeroen)


def test_a_second_roster_resurrects_nothing(story: Story) -> None:
    """The school's own system lists Victor as a father; nothing of that becomes a place or a letter."""
    before = (len(story.school.marga.replica.trust.hashes), office.roster(story.school.marga)[NUMBER].hash)
    for _ in range(2):
        assert import_roster(story.school.marga, parse_roster(ROSTER.encode())) == 0
    story.school.marga.sync()
    assert (len(story.school.marga.replica.trust.hashes), office.roster(story.school.marga)[NUMBER].hash) == before
    assert "Victorkanarie" not in shown(story.school.marga)


def test_a_stranger_and_the_father_get_the_same_answers(story: Story) -> None:
    """He knows the child's name, his own, an address, a circle; even a letter that was only proposed."""
    children.propose(story.school.marga, NUMBER, VICTOR)
    proposed = read_token(office.roster(story.school.marga)[NUMBER].body["pending"][0]["token"]).locator
    browser = story.school.school.browser()
    father = answers(browser, "v.victor@kanarie.example", proposed, story.child)
    stranger = answers(browser, "niemand@elders.example", read_token(new_token()).locator, b64(fresh(32)))
    assert father == stranger
    assert {status for status, _ in father.values()} <= {200, 400, 401, 403, 404, 405, 422}


def test_another_parent_and_a_stranger_ask_alike(story: Story) -> None:
    for circle in (story.child, story.seat):
        for path in ("past", "readers"):
            real = browser_of(story.school.koen).ask("GET", f"/api/circles/{circle}/{path}")
            none = browser_of(story.school.koen).ask("GET", f"/api/circles/{b64(fresh(32))}/{path}")
            assert (real.status_code, real.data) == (none.status_code, none.data)
            assert code_of(real) == "not-found"


def answers(browser: Browser, name: str, locator: str, circle: str) -> dict[str, tuple[int, object]]:
    """Every operation that there is, asked without being signed in; what must differ by the name is left out."""
    found: dict[str, tuple[int, object]] = {}
    document = browser.ask("GET", "/api/openapi.json").get_json()
    for path, methods in document["paths"].items():
        asked = path.replace("{locator}", locator).replace("{circle}", circle).replace("{id}", "x")
        for method in (one.upper() for one in methods if one in ("get", "post", "put", "delete")):
            body = {"name": name, "kind": "password"} if path == "/api/login/challenges" else {"name": name}
            answer = browser.ask(method, asked, None if method == "GET" else body)
            found[f"{method} {path}"] = (answer.status_code, _without(answer.get_json(silent=True)))
    return found


def _without(document: object) -> object:
    """A challenge is drawn anew and a false salt is a name's own; their sizes must be the same."""
    if not isinstance(document, dict):
        return document
    kept = {key: _without(value) for key, value in document.items() if key not in ("expires", "time", "instance")}
    return kept | {key: len(str(kept[key])) for key in ("challenge", "salt", "id") if key in kept}


def answer_of(session: Session, circle: str) -> bytes:
    """What the server tells of a circle's past."""
    return browser_of(session).ask("GET", f"/api/circles/{circle}/past?before=1000000").data


def read_by(session: Session) -> list[str]:
    """The circles somebody reads."""
    session.sync()
    return [circle.id for circle in session.replica.circles.values() if circle.reads]


def _seat_him(batch: object, story: Story, role: str) -> None:
    token = new_token()
    seat = batch.seat(read_token(token))  # type: ignore[attr-defined]
    batch.invite(read_token(token), seat, role, [], "localhost:8450", batch.now + 10**9)  # type: ignore[attr-defined]
    batch.add(story.child, [seat])  # type: ignore[attr-defined]


def _invite_to(batch: object, circles: list[str], token: str) -> None:
    seat = batch.seat(read_token(token))  # type: ignore[attr-defined]
    batch.invite(read_token(token), seat, "guardian", circles, "localhost:8450", batch.now + 10**9)  # type: ignore[attr-defined]
