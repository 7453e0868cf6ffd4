"""The scheme on one page. Pure functions on bytes: no clock, no file, no network, and they know nobody.

A **person** is an identity seed from which a signing pair, a box pair and a self key are derived.
Everything that can be read lives in a **circle**; each **epoch** of a circle is a seed, from which its box
pair, content key and history key are derived. The seed is sealed to the box key of every reader (a
**grant**); a reader may be another circle. A **record** is a signed head and a body sealed under the
content key with the head as associated data. A **letter** is a record with a content key of its own, sealed
to the circles it names. A **lock** opens an identity with a password, a printed sheet or a passkey; a
**handover** passes it to a new device, sealed to a key pair that lives for minutes. A **token**
on paper is a seat's first epoch and the key that may give it away, once. A **ballot** is checked by the server that
gave it and cannot be led back to who asked for it. `docs/protocol.md` has every byte.

A head is signed, hashed and sent as text. `check_…` functions verify the signature over that exact text
first, then that the text is canonical, then its fields; `open_…` functions give bytes or an error, never a
part. Every key, nonce, id and signature has one length, refused at the door where it differs.

    labels     contexts that keep the uses of a key apart     encoding   base64url, lists, canonical JSON
    digest     hash and key derivation                        random     the one source of randomness
    aead       sealing under a shared key                     pad        lengths that tell little
    heads      the exact fields of what is signed             identity   keys, signatures, person statements
    paper      codes that name their own typing errors        token      invitations on letters
    root       the school's root key on paper                 lock       passwords, sheets, passkeys
    statement  acts of the school log                         circle     epochs, grants, links
    envelope   records and letters                            blob       files in chunks
    handover   an account for a new device                    compare    digits that two people read out
    ballot     one answer each, which nobody can follow
    feed       a private calendar address
"""
