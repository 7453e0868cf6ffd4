/** What can go wrong with bytes: a small hierarchy, each with a stable code. Texts never contain secrets. */

/** Base of all errors of this folder. */
export class CryptoError extends Error {
  code = "crypto";
}

/** The key at hand does not open this. */
export class WrongKey extends CryptoError {
  /** @override */ code = "wrong-key";
}

/** A signature, tag or hash does not fit: somebody changed it. */
export class Tampered extends CryptoError {
  /** @override */ code = "tampered";
}

/** Not of the form that the protocol names. */
export class Malformed extends CryptoError {
  /** @override */ code = "malformed";
}

/** A lock asks for weaker (or absurdly heavy) password hashing than the protocol allows. */
export class ParametersDowngraded extends CryptoError {
  /** @override */ code = "parameters-downgraded";
}

/** A paper code was not read; `group` counts from 1, 0 where no single group is at fault. */
export class CodeError extends Malformed {
  /** @override */ code = "code";
  /** @param {number} [group] */
  constructor(group = 0) {
    super("code");
    this.group = group;
  }
}

/** Too few or too many symbols. */
export class CodeLength extends CodeError {
  /** @override */ code = "code-length";
}

/** A symbol that no code contains. */
export class CodeSymbol extends CodeError {
  /** @override */ code = "code-symbol";
}

/** A group whose check symbol does not fit: a typing error in it. */
export class CodeGroup extends CodeError {
  /** @override */ code = "code-group";
}
