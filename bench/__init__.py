"""Speed, held against what the same machine can do at best in the same minute; `python -m bench` runs it all."""
