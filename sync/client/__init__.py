"""The Python client: a full peer of the browser, on which the command line, the demo and the tests run.

The one room of `sync/` that does I/O. `transport` speaks HTTP, `account` founds, joins and signs in, `session` is
a signed-in person with a replica; `office` and `news` are what people do.
"""
