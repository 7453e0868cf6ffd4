"""De Wolken, the board of the demo's schools, on a server of its own: Ingrid writes to their families and staff.

She has an account at De Wolken and a place of role `board` at each school; both let her see how their servers are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from server.demo import DAY, PASSWORD, Demo, Login
from sync.client import away, board, linking
from sync.client.account import found, login
from sync.client.schools import Schools
from sync.client.session import Session, now
from sync.client.transport import Http
from sync.zone import day_of

_TITLE = "Eén stichting, twee scholen"
_TEXT = """De Wolken is het bestuur van deze school. Een paar keer per jaar schrijven we je hier.

Vragen? Je school weet ons te vinden."""
_EVENING = "Inloopavond van het bestuur"
_AHEAD = 12 * DAY


def make(schools: Iterable[tuple[str, str]], say: Callable[[str], None], address: str, secret: str) -> Demo:
    """Fill an empty server at `address`; schools: where each answers, and the login of its office."""
    say("De Wolken, the board")
    founded = found(Http(address), secret, "ingrid", PASSWORD, "demo")
    ingrid = founded.session
    places = {_host(address): ingrid}
    for home, office in schools:
        places[_host(home)] = _let_in(ingrid, login(Http(home), office, PASSWORD), _host(home), _host(address))
    everywhere = Schools(places)
    everywhere.sync()
    board.post(everywhere, _TITLE, _TEXT, published=now() - DAY)
    day = day_of(now() + _AHEAD)
    board.add_event(everywhere, _EVENING, day, start="20:00", end="21:30", place="Dorpshuis", category="meeting")
    return Demo(address, [Login("ingrid", "Ingrid, board of the schools, De Wolken")], [], founded.root_code)


def _let_in(ingrid: Session, office: Session, host: str, home: str) -> Session:
    """A school's office links the board, lets it see how the server is, and gives Ingrid a letter, which she uses."""
    linking.link(office, linking.look(office, home))
    linking.link(ingrid, linking.look(ingrid, host))
    linking.let_watch(office, linking.root_of(ingrid))
    return away.join(ingrid, host, board.invite(office, "Ingrid Maas", home))


def _host(address: str) -> str:
    return urlsplit(address).netloc
