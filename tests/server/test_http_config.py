"""The settings file: every setting is explained in the example, and every explained one exists."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from server.config import Config, ConfigError, load, settle

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
MINIMAL = '[school]\nname = "De Regenboog"\norigin = "https://kring.example"\n'


def settings_of(kind: type[msgspec.Struct]) -> dict[str, set[str]]:
    """Section -> names, from the structures."""
    return {
        section.name: {field.name for field in msgspec.structs.fields(section.type)}
        for section in msgspec.structs.fields(kind)
    }


def test_every_setting_stands_in_the_example_and_nothing_else() -> None:
    explained = {section: set(names) for section, names in tomllib.loads(EXAMPLE.read_text()).items()}
    assert explained == settings_of(Config)


def test_every_setting_in_the_example_has_a_comment_above_it() -> None:
    lines = EXAMPLE.read_text().splitlines()
    settings = [(before, line) for before, line in pairwise(lines) if " = " in line and line[0] != "#"]
    bare = [line for before, line in settings if not before.startswith("#")]
    assert bare == []


def test_the_example_shows_the_values_that_count_when_left_out(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(MINIMAL)
    example, minimal = load(EXAMPLE), load(tmp_path / "config.toml")
    assert example.limits == minimal.limits
    assert example.school.languages == minimal.school.languages
    assert _without_paths(example) == _without_paths(minimal)


def test_paths_count_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(MINIMAL + '[server]\ndata = "here"\nkey_file = "/elsewhere/key"\n')
    server = load(tmp_path / "config.toml").server
    assert (server.data, server.key_file) == (tmp_path / "here", Path("/elsewhere/key"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[school]",
        MINIMAL + "[server]\nprot = 1\n",
        MINIMAL + "[server]\nport = 70000\n",
        MINIMAL + '[limits]\nlogin = "often"\n',
        MINIMAL + "[sever]\n",
        MINIMAL.replace("https", "http"),
        MINIMAL.replace("kring.example", "kring.example/path"),
        MINIMAL.replace('"\n', '"\nlanguages = ["fr"]\n', 1),
        "school = ",
    ],
)
def test_a_wrong_setting_is_refused_with_the_name_of_the_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as refused:
        load(path)
    assert re.search(r"config\.toml|school\.origin", str(refused.value))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nothing\.toml"):
        load(tmp_path / "nothing.toml")


def test_the_host_is_the_origin_without_its_scheme() -> None:
    config = msgspec.convert({"school": {"name": "x", "origin": "http://localhost:8450"}}, Config)
    assert settle(config, Path("/")).school.host == "localhost:8450"
    assert not config.school.secure


def _without_paths(config: Config) -> msgspec.Struct:
    return msgspec.structs.replace(config.server, data=Path(), key_file=Path())
