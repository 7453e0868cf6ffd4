"""Anonymous surveys: ballots and votes."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from sync.messages.shapes import Bytes, Id, Message, Short


class SurveyAsk(Message):
    """`POST /api/surveys`: a survey for the families that read a circle, until `closes` (ms), one ballot a `unit`."""

    id: Short
    circle: Id
    closes: Annotated[int, Meta(ge=0, le=2**53)]
    unit: Literal["home", "person", "child"]


class Survey(Message):
    """A survey that stands; `key` is the public key that every ballot is proven against."""

    id: Short
    circle: Id
    closes: int
    unit: str
    key: Id


class BallotAsk(Message):
    """`POST /api/surveys/<survey>/ballots`: a blinded point; `child`: for whom, where each child has a ballot."""

    blinded: Id
    child: Annotated[str, Meta(pattern=r"^([A-Za-z0-9_-]{43})?$")] = ""


class BallotAnswer(Message):
    """The point under the survey's key, and the proof that it was that key."""

    element: Id
    proof: Bytes


class Vote(Message):
    """`POST /api/surveys/<survey>/votes`: a ballot and a sealed answer; it says nothing of who sends it."""

    serial: Id
    output: Id
    answer: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]*$", max_length=4096)]


class Votes(Message):
    """`GET /api/surveys/<survey>/votes`: the sealed answers, in the order of random serials; fewer than five: none."""

    answers: list[Bytes]


class Turnout(Message):
    """`GET /api/surveys/<survey>/turnout`: how many ballots there could be, were given out, came back. Never whose."""

    entitled: int
    issued: int
    votes: int
