"""The server: everything that is connected, on one page.

A request passes, in this order: the log's clock, `auth.guard` (is this declared, is it from us, who is it), the
decoding of its body (`wire`), a handler of about ten lines (who are you, what may you see, decide, store, tell),
and on the way out the headers and the log line. Whatever goes wrong becomes a problem document (`errors`).
Only a calendar program that asks for what it has already is answered before all that (`feeds.early`).
"""

from __future__ import annotations

import time
from collections.abc import Callable

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from server import (
    auth,
    away,
    blobs,
    changes,
    circles,
    claims,
    deliveries,
    devices,
    entries,
    errors,
    feedparts,
    feeds,
    founding,
    headers,
    helpdesk,
    invitations,
    live,
    login,
    logs,
    moving,
    openapi,
    pages,
    peers,
    problem_pages,
    push,
    surveys,
    withholdings,
)
from server.challenges import Challenges
from server.config import Config
from server.doors import Doors
from server.handovers import Handovers
from server.hub import Hub
from server.incarnation import incarnation_of, secret_of
from server.limits import Limits
from server.seen import Seen
from server.sessions import Sessions
from server.site import NAME, Site
from server.storage import open_storage
from server.store import Engine
from server.store import peers as peer_rows
from server.turns import Turns
from server.wire import MIB

BLUEPRINTS = (
    founding.routes,
    invitations.routes,
    login.routes,
    devices.routes,
    moving.routes,
    push.routes,
    changes.routes,
    claims.routes,
    blobs.routes,
    withholdings.routes,
    circles.routes,
    entries.routes,
    surveys.routes,
    feeds.routes,
    feedparts.routes,
    peers.routes,
    deliveries.routes,
    helpdesk.routes,
    openapi.routes,
    problem_pages.routes,
    pages.routes,
)


def create_app(
    config: Config,
    store: Engine,
    now: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    pause: Callable[[float], None] = time.sleep,
) -> Flask:
    """The application of one school over an open store; `now` gives ms UTC, `pause` waits seconds."""
    app = Flask("kring", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MIB
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.extensions[NAME] = _site(config, store, now, pause)
    logs.register(app)
    auth.register(app)
    errors.register(app)
    live.register(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    away.register(app)
    app.wsgi_app = headers.dressed(feeds.early(app, app.wsgi_app), config.school)  # type: ignore[assignment, method-assign]
    if config.server.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=config.server.proxies, x_proto=0, x_host=0)  # type: ignore[method-assign]
    return app


def _site(config: Config, store: Engine, now: Callable[[], int], pause: Callable[[float], None]) -> Site:
    secret, incarnation = secret_of(store), incarnation_of(config.server.data)
    store.write(lambda connection: peer_rows.begin_life(connection, incarnation))
    return Site(
        config=config,
        store=store,
        storage=open_storage(config),
        turns=Turns(),
        hub=Hub(config.limits.live),
        limits=Limits(config.limits, pause, config.federation.volume),
        sessions=Sessions(store),
        challenges=Challenges(secret),
        handovers=Handovers(),
        secret=secret,
        incarnation=incarnation,
        seen=Seen(now() // 1000),
        doors=Doors(),
        now=now,
    )
