"""The command `kring`: what a host and an office do from a shell. Secrets are asked for or printed, never arguments."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import Any

import click
import requests

from crypto.errors import CryptoError
from crypto.root import fingerprint
from server import doctor, setup
from server.backup import back_up
from server.config import Config, ConfigError, load
from server.errors import Problem as ServerProblem
from server.founding import founding_link, make_secret
from server.letters import Letter, Sender, letters_pdf
from server.serve import open_engine
from server.serve import serve as run_server
from server.serverkey import own_key
from server.store.errors import StoreError
from server.vapid import own_pair
from sync.client import office
from sync.client.account import login
from sync.client.handover import ask, take
from sync.client.importing import import_roster
from sync.client.session import Session
from sync.client.transport import Http, Problem
from sync.errors import Refused
from sync.roster import RosterError, parse_roster

_ASK_AGAIN_SECONDS = 1.0
CONFIG = click.option("--config", "path", default="config.toml", show_default=True, type=click.Path(path_type=Path),
                      help="The settings; see config.example.toml.")  # fmt: skip


def plainly(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn what we know can go wrong into one clear sentence and exit code 1."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except (ConfigError, StoreError, Problem, ServerProblem, RosterError, setup.SetupError) as error:
            raise click.ClickException(str(error)) from None
        except (Refused, CryptoError) as error:
            raise click.ClickException(f"refused: {error}") from None
        except requests.RequestException:
            raise click.ClickException("The school's server does not answer: start it with 'kring serve'.") from None

    return run


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kring")
def main() -> None:
    """Kring, the parent portal that only its readers can read.

    A new school:  kring init, kring serve, then open the founding link in a browser.
    """


@main.command()
@CONFIG
@click.option("--name", prompt="The school's name", help="The school's name, as parents know it.")
@click.option("--origin", prompt="Its address (https://…)", help="Where browsers reach it: https://kring.school.nl.")
@plainly
def init(path: Path, name: str, origin: str) -> None:
    """Make settings, database key and an empty database; print the founding link.

    Run it again as long as nobody has founded the school: an older founding link then stops working.
    """
    config = setup.prepare(path, name, origin)
    store = open_engine(config)
    try:
        secret = make_secret(store)
        own_key(store)
        own_pair(store)  # the key towards push services, from the first hour on in every backup
    finally:
        store.close()
    click.echo(f"Settings: {path}\nDatabase key: {config.server.key_file} (keep a copy, not beside the data)")
    click.echo("\nNow run 'kring serve', and let the first admin open this link once:")
    click.echo(founding_link(config.school.origin, secret))


@main.command()
@CONFIG
@plainly
def serve(path: Path) -> None:
    """Run the school's server until it is stopped."""
    load(path)
    run_server(path)


@main.command()
@click.option("--port", default=8460, show_default=True, help="The port on this machine; 0 takes a free one.")
@click.option("--data", default="demo-data", show_default=True, type=click.Path(path_type=Path),
              help="Where the demo lives; delete the folder to begin again.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on standard output.")
@click.option("--schools", type=click.IntRange(1, 2), default=1, show_default=True,
              help="2: another, small school beside it, with which it is linked.")  # fmt: skip
@click.option("--board", is_flag=True, help="The board of the schools as well, on a server of its own.")
@plainly
def demo(port: int, data: Path, as_json: bool, schools: int, board: bool) -> None:
    """A living school to try out: 240 children, families that have joined, a week of news."""
    start = setup.start_schools if schools > 1 else setup.start_demo
    start = partial(setup.start_board, schools=schools) if board else start
    running = start(port, data, lambda text: click.echo(text, err=True))
    click.echo(json.dumps(running.about) if as_json else setup.describe(running.about))
    sys.stdout.flush()
    running.wait()


@main.group()
def roster() -> None:
    """The school's children and their guardians."""


@roster.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@CONFIG
@click.option("--login", "name", default="", help="The login of somebody of the office; asked for if left out.")
@click.option("--dry-run", is_flag=True, help="Only read the file and say what is in it.")
@plainly
def roster_import(file: Path, path: Path, name: str, dry_run: bool) -> None:
    """Take in a roster FILE: groups, children and letters that are new.

    Bad rows are listed with line and reason, the good ones stay. Nobody is notified; running it again changes
    nothing. The file is described in docs/roster.md.
    """
    found = parse_roster(file.read_bytes())
    for problem in found.problems:
        click.echo(f"line {problem.line}: {problem.reason} {problem.column} {problem.value}".rstrip(), err=True)
    click.echo(f"{len(found.children)} children, {len(found.groups)} groups, {len(found.problems)} rows with a problem")
    if not dry_run:
        session = _sign_in(load(path), name)
        with click.progressbar(length=len(found.children), label="Importing", file=sys.stderr) as bar:
            made = import_roster(session, found, lambda done, total: bar.update(max(0, done - bar.pos)))
        click.echo(f"{made} new children; print their letters with 'kring letters'")


@main.command()
@CONFIG
@click.option("--login", "name", default="", help="The login of somebody of the office; asked for if left out.")
@click.option("--group", default="", help="Only the letters of this group, for example 3A.")
@click.option("--second", type=click.Choice(["en", "nl", "none"]), default="en", show_default=True,
              help="The second language on the letter.")  # fmt: skip
@click.option("--output", default="letters.pdf", show_default=True, type=click.Path(path_type=Path))
@plainly
def letters(path: Path, name: str, group: str, second: str, output: Path) -> None:
    """Write the letters that are not used yet as a PDF, a page each."""
    config = load(path)
    session = _sign_in(config, name)
    found = [one for one in office.letters(session) if group in ("", *str(one["group"]).split(", "))]
    sender = Sender(config.school.name, config.school.origin, fingerprint(session.replica.trust.root))
    pages = [Letter(one["name"], one["child"], one["group"], one["token"], one["deadline"]) for one in found]
    output.touch(mode=0o600)
    output.write_bytes(letters_pdf(sender, pages, ("nl",) if second in ("none", "nl") else ("nl", second)))
    click.echo(f"{len(pages)} letters in {output}; delete the file once they are printed")


@main.command()
@CONFIG
@click.argument("target", type=click.Path(path_type=Path))
@plainly
def backup(path: Path, target: Path) -> None:
    """Copy the database to TARGET and the sealed files to the folder beside it while the server runs.

    The copy of the database is encrypted under the same key. Files that an earlier backup put there stay as they are.
    """
    lost = back_up(path, target)
    click.echo(f"{target} and {target.parent / 'files'}: keep them apart from the key file")
    if lost:
        raise click.ClickException(f"{len(lost)} files are missing: 'kring doctor' names them.")


@main.command("doctor")
@CONFIG
@plainly
def examine(path: Path) -> None:
    """Look at key, database, disk and files, and say what to do about what is wrong. Stop the server first."""
    findings = list(doctor.examine(load(path)))
    for finding in findings:
        click.echo(f"{'ok  ' if not finding.advice else 'LOOK'}  {finding.what}  {finding.advice}".rstrip())
    if any(finding.advice for finding in findings):
        sys.exit(1)


def _sign_in(config: Config, name: str) -> Session:
    if not config.login.password_anywhere:
        return _be_handed_an_account(Http(config.school.origin))
    name = name or click.prompt("Your login (office)", err=True)
    password = click.prompt("Password", hide_input=True, err=True)
    return login(Http(config.school.origin), name, password, device="kring")


def _be_handed_an_account(transport: Http) -> Session:
    code, number = ask(transport)
    click.echo(
        "Where somebody of the office is signed in, choose More, 'Add a device', and enter this number:", err=True
    )
    click.echo(f"\n  {number}\n\nWaiting ...", err=True)
    while (session := take(transport, code, "kring")) is None:
        time.sleep(_ASK_AGAIN_SECONDS)
    return session


if __name__ == "__main__":
    main()
