"""What can go wrong with bytes: a small hierarchy, each with a stable code. Texts never contain secrets."""

from __future__ import annotations


class CryptoError(Exception):
    """Base of all errors of this package."""

    code = "crypto"

    def __init__(self, message: str = "") -> None:
        super().__init__(message or self.code)


class WrongKey(CryptoError):
    """The key at hand does not open this."""

    code = "wrong-key"


class Tampered(CryptoError):
    """A signature, tag or hash does not fit: somebody changed it."""

    code = "tampered"


class Malformed(CryptoError):
    """Not of the form that the protocol names."""

    code = "malformed"


class ParametersDowngraded(CryptoError):
    """A lock asks for weaker (or absurdly heavy) password hashing than the protocol allows."""

    code = "parameters-downgraded"


class CodeError(Malformed):
    """A paper code was not read; `group` counts from 1, 0 where no single group is at fault."""

    code = "code"

    def __init__(self, group: int = 0) -> None:
        super().__init__(self.code)
        self.group = group


class CodeLength(CodeError):
    """Too few or too many symbols."""

    code = "code-length"


class CodeSymbol(CodeError):
    """A symbol that no code contains."""

    code = "code-symbol"


class CodeGroup(CodeError):
    """A group whose check symbol does not fit: a typing error in it."""

    code = "code-group"
