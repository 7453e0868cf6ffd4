"""Albums: photos and short films of a group, and which children are on them.

An album stands in the circle of who may look. Until it is published it stands in its maker's own seat, so that nobody
else has a key; publishing writes it into the circle, with the same files, and takes the draft away.

Bodies (UTF-8 JSON, sealed):
- `album` in a group, the school's circle or a child's circle, or as a draft in one's own seat: {album: the same in
  draft and in the circle, title, text, day, circle: where it will stand, cover: photo or "", order: [photo], download:
  all|own|none, scope: all | own (each child's guardians see only what their child is on), until: day or "", receipts:
  circle that hears of downloads; once published: published: ms, added: how many photos then}. Where each sees their
  own child, `order` and the record itself stand once a child.
- `photo` beside its album: {photo: an id that it keeps, album, at: ms it was taken or 0, caption, ...part: `blob`,
  `key`, `size`, `chunks`, `hash`, `type`, `name`, `width`, `height`, `thumb`; in a draft only: marks: [child]}. In an
  album of scope `own`: in the circles of the children on it. Its name is none that a device gave it.
- `mark` in a child's circle: {photo, album, circle}: this child is on it. Its guardians, team and office know.
- `fetched`: a letter from a parent's seat to the album's team: {album, photos: [photo]}: what was downloaded.
- `erase`: a letter from staff to a seat that downloaded: {album, photo}: please throw it away.
- `taken` in a child's circle, by staff: {photo, album, families: how many had downloaded it, done: "" | hidden | kept |
  gone}: what became of a photo that its family had taken away: the child is no more to be seen, it is not on it after
  all, or the photo was shredded.
"""

from __future__ import annotations

from sync.policy import Kind, Module, Rule

_STAFF = ("teacher", "office")
_CIRCLES = {
    "group": Rule("writer", _STAFF),
    "school": Rule("writer", ("office",)),
    "child": Rule("writer", _STAFF),
    "seat": Rule("self", _STAFF),
}

MODULE = Module(
    "albums",
    "Fotoalbums",
    (
        Kind("album", _CIRCLES, editors=_STAFF, tells=True),
        Kind("photo", _CIRCLES, editors=_STAFF, withholds=True, windowed=True),
        Kind("mark", {"child": Rule("writer", _STAFF)}, editors=_STAFF),
        Kind("taken", {"child": Rule("writer", _STAFF)}, editors=_STAFF),
        Kind("fetched", {"seat": Rule("self")}, letter=True),
        Kind("erase", {"seat": Rule("self", _STAFF)}, letter=True, tells=True),
    ),
)
