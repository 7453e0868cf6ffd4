"""Groups: the children of a class, and what each family shows of itself, to whom it chooses.

Bodies (UTF-8 JSON, sealed):
- `classmate` in a group: {child: circle id, first, guardians: [{seat, genesis: head of the seat's first
  link, renews?: the seat it takes the place of, renewed?: ms}]}: what
  parents see of a class before anybody shares. A protected child has none.
- `choice` in one's own seat: {field, value, audience, detail: record id or "", until: ms or 0, said?: ms, forgotten?:
  1}: what a parent decided, and when, for their own devices only. `audience`: {groups: [group], teams: [team],
  people: [seat], others: [seats left out], household: 0|1}.
- `detail`: a letter from a parent's seat to exactly those chosen: {field, value}. `field`: name, phone, email, address,
  birthday, photo (of the parent), face (of the child), fullname, allergies, otherschool ("1": the child goes to another
  school too, never to which; to the teams of its groups alone), or free:<label>; from a contact's seat also home: the
  own school, "name (host)", by this person's own word. Nobody chosen: no letter.
  A picture is small enough to be the value itself (base64url, a square of at most 12 KiB): it is where the letter is.
- `invitee` in one's own seat: {seat: a contact's, name, token, deadline}: to whom I gave a code, and how I call them.
- `collector`: a letter from a guardian's seat to the team and the office: {name, phone, relation}: may
  fetch the child.
- `classparent` in a group, by staff: {seat}: who helps the class; its parents see it.
- `member` in a household: {seat, name}: who lives here, for each other. Of an own place it is the word of its writer:
  without it, a household that somebody else made gets nothing of theirs. Of several the newest such word counts
  (`sync.client.homes`).
- `consent`: a letter from a guardian's seat to the child's teams, the office and itself: {child, year: school year
  "2026-2027", answers: {purpose: 0|1}, times?: {purpose: ms, when it was said}}. Purposes: `sync.consents`. By the
  office for who answered on paper, to them as well: {..., seat: for whom}. What was said last counts.
- `reconsent`: a letter to the same teams and the office: {child}: an answer of this year was changed.
- `outcome` in a child's circle, by staff: {year, answers: {purpose: 0|1}, seats: all who have custody}: what they say
  together; not who said what.
- `diary` in one's own seat: {what: shared|taken, field}: each time that a detail reaches others, or nobody any more.
- `diary` in a child's circle, by whoever changed who reads of it: {what: joined|ended|moved|protected|letter|restored,
  who, role?, group?}. `letter`: in place of one that was lost; `restored`: for who lost all that opened the account.
"""

from __future__ import annotations

from sync.policy import Kind, Module, Rule

_OFFICE = ("office",)
_SHARING = ("guardian", "informed", "contact")

FIELDS = ("name", "phone", "email", "address", "birthday", "photo", "face", "fullname", "allergies", "otherschool")
"""What a parent can share besides fields with a label of their own."""

MODULE = Module(
    "groups",
    "Groepen",
    (
        Kind("classmate", {"group": Rule("writer", _OFFICE)}, editors=_OFFICE),
        Kind("classparent", {"group": Rule("writer", ("teacher", "office"))}, editors=("teacher", "office")),
        Kind("choice", {"seat": Rule("self", _SHARING)}),
        Kind("detail", {"seat": Rule("self", _SHARING)}, letter=True, goes=True),
        Kind("invitee", {"seat": Rule("self", ("guardian",))}),
        Kind("collector", {"seat": Rule("self", ("guardian",))}, letter=True),
        Kind("member", {"household": Rule("writer", ("guardian",))}, editors=("guardian",)),
        Kind("consent", {"seat": Rule("self", ("guardian", "office"))}, letter=True),
        Kind("reconsent", {"seat": Rule("self", ("guardian", "office"))}, letter=True, tells=True),
        Kind("outcome", {"child": Rule("writer", ("teacher", "office"))}, editors=("teacher", "office")),
        Kind("diary", {"child": Rule("writer", _OFFICE), "seat": Rule("self", _SHARING)}),
    ),
)
