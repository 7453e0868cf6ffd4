"""What the host decides: one TOML file, read into typed structures. `config.example.toml` explains every line.

Invariants: an unknown setting is an error, never ignored; relative paths count from the file itself; no secret
stands in the file (the database key has a file of its own).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta

_ORIGIN = re.compile(r"^(https://[a-z0-9.-]+|http://(127\.0\.0\.1|localhost))(:[0-9]{1,5})?$")

Rate = Annotated[str, Meta(pattern=r"^[0-9]+ per ([0-9]+ )?(second|minute|hour|day)s?$")]
"""So many in so much time: `10 per minute`, `30 per 5 minutes`."""
Language = Annotated[str, Meta(pattern="^(nl|en)$")]


class ConfigError(Exception):
    """The file is missing, is not TOML, or a setting is wrong; the text names the setting."""

    code = "bad-config"


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all sections: immutable, and unknown settings are an error."""


class School(Section, frozen=True):
    """`[school]`: what everybody may know."""

    name: Annotated[str, Meta(min_length=1, max_length=120)]
    origin: str
    languages: Annotated[tuple[Language, ...], Meta(min_length=1)] = ("nl", "en")

    @property
    def host(self) -> str:
        """The origin without its scheme: what is printed on letters."""
        return urlsplit(self.origin).netloc

    @property
    def secure(self) -> bool:
        """Whether browsers reach the school over https."""
        return self.origin.startswith("https://")


class Server(Section, frozen=True):
    """`[server]`: where it listens and where it keeps things; paths are absolute once loaded.

    `packed`: whether browsers get the client joined into few files; else the single files, for who works on them.
    """

    bind: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8450
    proxies: Annotated[int, Meta(ge=0, le=5)] = 0
    data: Path = Path("data")
    key_file: Path = Path("kring.key")
    connections: Annotated[int, Meta(ge=10, le=20_000)] = 2000
    stop_seconds: Annotated[int, Meta(ge=5, le=300)] = 20
    packed: bool = True


class Limits(Section, frozen=True):
    """`[limits]`: how fast strangers and members may knock."""

    challenges: Rate = "300 per minute"
    login: Rate = "150 per 5 minutes"
    login_account: Rate = "10 per 5 minutes"
    account_seconds: Annotated[int, Meta(ge=0, le=10)] = 2
    invitations: Rate = "600 per 5 minutes"
    entries: Rate = "600 per minute"
    feeds: Rate = "60 per minute"
    peers: Rate = "3000 per minute"
    votes: Rate = "60 per minute"
    live: Annotated[int, Meta(ge=1, le=5000)] = 20


class Login(Section, frozen=True):
    """`[login]`: `password_anywhere`: a password alone opens an account in any browser, for demos and tests."""

    password_anywhere: bool = False


class Push(Section, frozen=True):
    """`[push]`: telling sleeping devices. `local`: push services on this machine too, for tests only."""

    local: bool = False


class Mail(Section, frozen=True):
    """`[mail]`: the server that e-mails go through; without `host` there are none."""

    host: str = ""
    port: Annotated[int, Meta(ge=1, le=65535)] = 587
    security: Annotated[str, Meta(pattern="^(starttls|tls|none)$")] = "starttls"
    sender: str = ""
    user: str = ""
    password_file: Path = Path("mail.password")

    def password(self) -> str:
        """What signs in at the mail server; raises OSError."""
        return self.password_file.read_text("utf-8").strip()


class Blobs(Section, frozen=True):
    """`[blobs]`: sealed files: how much room they have, in MiB, and where they lie."""

    quota: Annotated[int, Meta(ge=1, le=1 << 30)] = 100 * 1024
    largest: Annotated[int, Meta(ge=1, le=1 << 20)] = 512
    waiting: Annotated[int, Meta(ge=1, le=1 << 20)] = 2048
    storage: Annotated[str, Meta(pattern="^(files|s3)$")] = "files"
    endpoint: str = ""
    bucket: str = ""
    region: str = ""
    key_file: Path = Path("s3.key")

    def key(self) -> tuple[str, str]:
        """The access key and the secret of the S3 service; raises ConfigError."""
        try:
            access, secret = self.key_file.read_text("utf-8").split()
        except (OSError, ValueError):
            raise ConfigError(f"blobs.key_file: {self.key_file}: two lines, the access key and its secret") from None
        return access, secret


class Federation(Section, frozen=True):
    """`[federation]`: linked schools. `volume`: MiB an hour that one of them may send.

    `contacts`: whether a parent may let in somebody of a linked school, for what that parent shares; never where no
    school is linked. `local`: schools on this machine too, over http, for tests only.
    """

    volume: Annotated[int, Meta(ge=1, le=1 << 20)] = 4096
    contacts: bool = True
    local: bool = False


class Config(Section, frozen=True):
    """The whole file."""

    school: School
    server: Server = Server()
    limits: Limits = Limits()
    login: Login = Login()
    push: Push = Push()
    mail: Mail = Mail()
    blobs: Blobs = Blobs()
    federation: Federation = Federation()


def load(path: Path) -> Config:
    """Read the file at `path`; raises ConfigError."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise ConfigError(f"{path}: cannot be read") from None
    try:
        config = msgspec.toml.decode(text, type=Config, dec_hook=_decode)
    except msgspec.MsgspecError as error:
        raise ConfigError(f"{path}: {error}") from None
    return settle(config, path.resolve().parent)


def settle(config: Config, folder: Path) -> Config:
    """The same with paths made absolute from `folder` and the origin checked; raises ConfigError."""
    if not _ORIGIN.match(config.school.origin):
        raise ConfigError("school.origin: https://name, without a path (http only for 127.0.0.1 and localhost)")
    server = msgspec.structs.replace(
        config.server, data=folder / config.server.data, key_file=folder / config.server.key_file
    )
    if config.mail.host and "@" not in config.mail.sender:
        raise ConfigError("mail.sender: the address that e-mails come from")
    if config.blobs.storage == "s3" and not (urlsplit(config.blobs.endpoint).netloc and config.blobs.bucket):
        raise ConfigError("blobs.endpoint and blobs.bucket: where the objects lie, for example https://s3.example.org")
    mail = msgspec.structs.replace(config.mail, password_file=folder / config.mail.password_file)
    blobs = msgspec.structs.replace(config.blobs, key_file=folder / config.blobs.key_file)
    return msgspec.structs.replace(config, server=server, mail=mail, blobs=blobs)


def _decode(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError(kind)
