"""Being told, as a person chooses it: this device, the preferences, a test; an e-mail where no device can be told."""

from __future__ import annotations

from crypto.encoding import unb64
from server.auth import who
from server.errors import Problem
from server.outside import Forbidden, check
from server.site import site
from server.store import Connection, mail, push
from server.telling import padded
from server.vapid import own_pair, public_key
from server.wire import PERSON, Operation, Routes
from sync.messages import Frame, Mail, Nothing, Push, Subscription

routes = Routes("push", __name__)
_POINT, _AUTH = 65, 16


@routes.serve(Operation("GET", "/api/push", PERSON, gives=Push))
def get_push() -> Push:
    """The key to subscribe with, and what this device chose."""
    return _state()


@routes.serve(Operation("PUT", "/api/push", PERSON, Subscription, problems=("bad-endpoint",)))
def put_push(given: Subscription) -> None:
    """Tell this device from now on, as it chose."""
    me, here = who(), site()
    try:
        check(given.endpoint, here.config.push.local)
    except Forbidden:
        raise Problem("bad-endpoint") from None
    unb64(given.p256dh, _POINT)
    unb64(given.auth, _AUTH)
    here.store.write(lambda connection: push.subscribe(connection, me.person, me.device, given))


@routes.serve(Operation("DELETE", "/api/push", PERSON))
def delete_push() -> None:
    """Tell this device nothing any more."""
    me = who()
    site().store.write(lambda connection: push.unsubscribe(connection, me.device))


@routes.serve(Operation("POST", "/api/push/test", PERSON, Nothing, Push))
def try_push(given: Nothing) -> Push:
    """Tell this device once, to see whether that works."""
    me, here = who(), site()
    now, payload = here.now(), padded(Frame(sync=1))

    def write(connection: Connection) -> None:
        if push.target(connection, me.device) is None:
            raise Problem("not-found")
        push.enqueue(connection, [(me.device, payload, now)], "test", True, now)

    here.store.write(write)
    return _state()


@routes.serve(Operation("GET", "/api/mail", PERSON, gives=Mail))
def get_mail() -> Mail:
    """Where I am written to if no device of mine can be told."""
    me, here = who(), site()
    return Mail(address=here.store.read(lambda connection: mail.address(connection, me.person)), offered=_has_mail())


@routes.serve(Operation("PUT", "/api/mail", PERSON, Mail))
def put_mail(given: Mail) -> None:
    """Choose that address, or none."""
    me, here = who(), site()
    if given.address and not _has_mail():
        raise Problem("not-found")
    here.store.write(lambda connection: mail.choose(connection, me.person, given.address))


def _has_mail() -> bool:
    return bool(site().config.mail.host)


def _state() -> Push:
    me, here = who(), site()
    found = here.store.read(lambda connection: push.target(connection, me.device))
    key = public_key(own_pair(here.store))
    return Push(key=key, choices=found.choices if found else None)
