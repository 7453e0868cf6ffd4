"""Every context and derivation label, in one place; `webclient/crypto/labels.js` holds the same (tested)."""

RECORD = "kring1.record"
BODY = "kring1.body"
LINK = "kring1.link"
READERS = "kring1.readers"
CLAIM = "kring1.claim"
LOGIN = "kring1.login"
INVITATION = "kring1.invitation"
WRAP = "kring1.wrap"
EPOCH = "kring1.epoch"
LETTER = "kring1.letter"
BLOB = "kring1.blob"
CODE = "kring1.code"
TIP = "kring1.tip"
PUSH = "kring1.push"
TOKEN = "kring1.token"  # noqa: S105  (a label)
SHEET = "kring1.sheet"
ROOT = "kring1.root"
HANDOVER = "kring1.handover"
NUMBER = "kring1.number"
PASSKEY = "kring1.passkey"
BALLOT = "kring1.ballot"
FEED = "kring1.feed"
MOVE = "kring1.move"

PERSON_KEYS = "kr1prson"
CIRCLE_KEYS = "kr1circl"
LOCK_KEYS = "kr1lock_"
TOKEN_KEYS = "kr1token"  # noqa: S105  (a label)
FEED_KEYS = "kr1feed_"


def statement_context(kind: str) -> str:
    """The context under which a statement of this kind is signed and hashed."""
    return f"kring1.statement.{kind}"
