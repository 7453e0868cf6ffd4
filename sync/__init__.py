"""The protocol in prose: what a statement proves, what a circle's chain allows, who may write what, what changed.

Pure rules (`seats acts circles policy modules`), what a client believes (`trust replica`), what it writes (`batch`),
and what travels (`messages`). Clock, randomness beyond key making, files and network stay outside, except in
`sync/client/`, the Python client. `docs/protocol.md` is the long form.
"""
