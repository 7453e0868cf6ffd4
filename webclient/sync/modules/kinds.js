Traceback (most recent call last):
  File "<frozen runpy>", line 189, in _run_module_as_main
  File "<frozen runpy>", line 112, in _get_module_details
  File "/work/wt/talks/sync/modules/__init__.py", line 5, in <module>
    from sync.modules import absences, calendar, groups, lunch, messages, news, people, signups, talks
  File "/work/wt/talks/sync/modules/talks.py", line 37, in <module>
    Kind("talks", {"group": Rule("writer", _STAFF)}, editors=_STAFF, tells=True, offers=True),
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
TypeError: Kind.__init__() got an unexpected keyword argument 'offers'
