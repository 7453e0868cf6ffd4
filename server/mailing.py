"""An e-mail without contents to those whom no device can tell, beside all requests: a few at a time, at most one a day.

Invariants: nothing of what was written goes into an e-mail; whoever opened the app meanwhile gets none; nothing here
waits inside a transaction.
"""

from __future__ import annotations

import smtplib
import ssl
import threading
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

import structlog

from server import config
from server.site import Site
from server.store import mail
from server.store.errors import StoreError

EVERY_SECONDS = 60.0
MOST = 50
_LATER = 30 * 60_000
_SECONDS = 20
TEXTS = {
    "nl": (
        "Er is iets nieuws bij {school}",
        "Er is iets nieuws voor je in Kring van {school}. Open de app om het te lezen:\n\n{origin}\n\n"
        "In deze e-mail staat met opzet niet wat: alleen jouw apparaten kunnen dat lezen.\n"
        "Je krijgt dit omdat geen van je apparaten meldingen ontvangt. Uitzetten: Meer, Meldingen.\n",
    ),
    "en": (
        "Something new at {school}",
        "There is something new for you in Kring of {school}. Open the app to read it:\n\n{origin}\n\n"
        "This e-mail does not say what, on purpose: only your devices can read that.\n"
        "You get this because none of your devices receives notifications. To turn it off: More, Notifications.\n",
    ),
}


def start(here: Site, stopped: threading.Event) -> threading.Thread:
    """Send what is due every minute until `stopped` is set."""
    thread = threading.Thread(target=_repeat, args=(here, stopped), name="kring-mail", daemon=True)
    thread.start()
    return thread


def deliver_due(here: Site) -> int:
    """Write to whom it is due; returns to how many. Without a mail server: 0."""
    if not here.config.mail.host:
        return 0
    waiting = here.store.write(lambda connection: mail.due(connection, here.now(), MOST))
    if waiting:
        try:
            with _open(here.config.mail) as server:
                return sum(_send(here, server, one) for one in waiting)
        except (OSError, smtplib.SMTPException) as error:
            structlog.get_logger().error("mail", failed=type(error).__name__)
            here.faults.note("mail-failed", here.now())
            for one in waiting:
                _later(here, one)
    return 0


def letter(here: Site, address: str) -> EmailMessage:
    """What somebody gets, in the school's own language."""
    school = here.config.school
    subject, text = TEXTS[school.languages[0]]
    message = EmailMessage()
    message["From"], message["To"] = here.config.mail.sender, address
    message["Subject"] = subject.format(school=school.name)
    message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain=school.host.partition(":")[0])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text.format(school=school.name, origin=school.origin))
    return message


def _send(here: Site, server: smtplib.SMTP, one: mail.Waiting) -> bool:
    try:
        server.send_message(letter(here, one.address))
    except smtplib.SMTPRecipientsRefused:
        pass  # no such address: nothing to try again
    except smtplib.SMTPResponseException as error:
        structlog.get_logger().info("mail", refused=error.smtp_code)
        here.faults.note("mail-refused", here.now())
        _later(here, one)
        return False
    here.store.write(lambda connection: mail.settle(connection, one.person, here.now()))
    return True


def _later(here: Site, one: mail.Waiting) -> None:
    here.store.write(lambda connection: mail.postpone(connection, one.person, here.now() + _LATER))


def _open(settings: config.Mail) -> smtplib.SMTP:
    secure = ssl.create_default_context()
    if settings.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(settings.host, settings.port, timeout=_SECONDS, context=secure)
    else:
        server = smtplib.SMTP(settings.host, settings.port, timeout=_SECONDS)
    if settings.security == "starttls":
        server.starttls(context=secure)
    if settings.user:
        server.login(settings.user, settings.password())
    return server


def _repeat(here: Site, stopped: threading.Event) -> None:
    while not stopped.wait(EVERY_SECONDS):
        try:
            deliver_due(here)
        except StoreError as error:
            structlog.get_logger().error("mail", code=error.code)
