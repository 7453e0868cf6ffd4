"""Live connections: who hears what, in which order, and when they end."""

from __future__ import annotations

import queue
import struct
from collections.abc import Iterator

import pytest
import websocket

from server.frames import GOING_AWAY, NOT_ALLOWED, TRY_LATER, text_frame
from server.hub import MOST_WAITING, POKE, Hub, News
from sync.client import account, news, office
from sync.messages import Frame
from tests.server.school import Cast, browser_of
from tests.server.sockets import Listener, Port, cookie_of, served, wait_for


@pytest.fixture
def port(cast: Cast) -> Iterator[Port]:
    """The school on a port."""
    with served(cast.school) as opened:
        yield opened


def test_readers_hear_a_record_as_it_is_committed(cast: Cast, port: Port) -> None:
    anna = port.listen(cast.anna)
    news.post(cast.marga, [cast.group.group], "Zwemmen", "Dinsdag")
    frame = next(frame for frame in iter(anna.next, None) if isinstance(frame, Frame) and frame.records)
    cast.anna.sync()
    assert [record.circle for record in frame.records] == [cast.group.group]
    assert frame.records[0].hash == next(iter(cast.anna.replica.of_kind("news"))).hash


def test_a_frame_is_enough_to_show_the_news(cast: Cast, port: Port) -> None:
    news.post(cast.marga, [cast.group.group], "Eerst", "")
    cast.anna.sync()
    anna = port.listen(cast.anna)
    news.post(cast.marga, [cast.group.group], "Zwemmen", "Dinsdag")
    frame = anna.next()
    assert isinstance(frame, Frame)
    taken = cast.anna.replica.take(frame)
    assert [item.body["title"] for item in taken or []] == ["Zwemmen"]


def test_who_reads_nothing_of_it_hears_nothing(cast: Cast, port: Port) -> None:
    anna = port.listen(cast.anna)
    desk = cast.marga.replica.trust.charter["desk"]
    cast.marga.write(lambda batch: batch.record(desk, "staffer", {"name": "Tom"}), cast.marga.seat("office"))
    news.post(cast.marga, [cast.group.group], "Zwemmen", "Dinsdag")
    frames = [anna.next()]
    assert all(isinstance(one, Frame) and desk not in {record.circle for record in one.records} for one in frames)
    assert cast.group.group in {record.circle for record in frames[0].records}  # type: ignore[union-attr]


def test_who_has_to_ask_is_poked(cast: Cast, port: Port) -> None:
    anna = port.listen(cast.anna)
    office.end_seat(cast.marga, cast.sanne.seat().id)
    assert anna.next() == Frame(sync=1)


def test_signing_out_closes_that_devices_connections_at_once(cast: Cast, port: Port) -> None:
    other = account.login(cast.school.browser(), "anna@example.org", "purple rain")
    stays, goes = port.listen(cast.anna), port.listen(other)
    browser_of(other).ask("DELETE", "/api/session")
    assert goes.next() == NOT_ALLOWED
    wait_for(lambda: cast.school.site.hub.count() == 1)
    stays.socket.ping()


def test_a_remote_sign_out_closes_them_as_well(cast: Cast, port: Port) -> None:
    other = account.login(cast.school.browser(), "anna@example.org", "purple rain")
    goes = port.listen(other)
    device = browser_of(other).ask("GET", "/api/session").json
    assert device is not None
    browser_of(cast.anna).ask("DELETE", f"/api/devices/{device['device']}")
    assert goes.next() == NOT_ALLOWED


def test_who_has_no_seat_left_is_disconnected(cast: Cast, port: Port) -> None:
    anna = port.listen(cast.anna)
    office.end_seat(cast.marga, cast.anna.seat().id)
    codes = [frame for frame in (anna.next(), anna.next()) if isinstance(frame, int)]
    assert NOT_ALLOWED in codes


def test_a_stopping_server_says_that_it_goes_away(cast: Cast, port: Port) -> None:
    anna = port.listen(cast.anna)
    cast.school.site.hub.end_all()
    assert anna.next() == GOING_AWAY


def test_a_closed_connection_is_forgotten(cast: Cast, port: Port) -> None:
    anna = port.listen(cast.anna)
    anna.socket.close()
    wait_for(lambda: cast.school.site.hub.count() == 0)


def test_what_a_client_says_is_dropped_and_much_of_it_ends_the_connection(cast: Cast, port: Port) -> None:
    anna = port.listen(cast.anna)
    anna.socket.send("hello")
    anna.socket.send("x" * 5000)
    assert anna.next() == 1009


@pytest.mark.parametrize("cookie", ["", "kring=" + "A" * 43])
def test_a_stranger_gets_no_connection(port: Port, cookie: str) -> None:
    with pytest.raises(websocket.WebSocketBadStatusException, match="401"):
        Listener(port.number, cookie)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:8451"])
def test_another_site_gets_no_connection(cast: Cast, port: Port, origin: str) -> None:
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        Listener(port.number, cookie_of(cast.anna), origin)


# -- the hub by itself


def test_a_frame_is_made_once_for_all_listeners() -> None:
    hub = Hub()
    lines = [hub.open(f"person {number}", "device") for number in range(3)]
    hub.tell(News(frames=[(frozenset(line.person for line in lines), Frame())]))
    frames = [line.next(0) for line in lines]
    assert frames[0] is frames[1] is frames[2]


def test_a_slow_listener_is_dropped_and_nobody_waits() -> None:
    hub, cut = Hub(), []
    slow, quick = hub.open("anna", "phone"), hub.open("anna", "laptop")
    slow.cut = lambda: cut.append(1)
    for _ in range(MOST_WAITING + 1):
        hub.tell(News(frames=[(frozenset(["anna"]), Frame())]))
        quick.next(0)
    assert (slow.code, quick.code, len(cut)) == (TRY_LATER, 0, 1)


def test_one_waiting_poke_stands_for_many() -> None:
    hub = Hub()
    line = hub.open("anna", "phone")
    for _ in range(3):
        hub.tell(News(poked={"anna"}))
    assert line.next(0) is POKE
    with pytest.raises(queue.Empty):
        line.next(0)
    hub.tell(News(poked={"anna"}))
    assert line.next(0) is POKE


def test_beyond_the_most_the_oldest_line_of_a_person_is_closed() -> None:
    hub = Hub(most_lines=2)
    lines = [hub.open("anna", "phone") for _ in range(3)]
    assert [line.code for line in lines] == [NOT_ALLOWED, 0, 0]


@pytest.mark.parametrize("size", [0, 125, 126, 65_535, 65_536])
def test_frames_are_those_of_rfc_6455(size: int) -> None:
    frame = text_frame(b"x" * size)
    assert frame[0] == 0x81
    known = {126: (">H", 2), 127: (">Q", 8)}.get(frame[1])
    length = struct.unpack_from(known[0], frame, 2)[0] if known else frame[1]
    assert length == size == len(frame) - 2 - (known[1] if known else 0)
