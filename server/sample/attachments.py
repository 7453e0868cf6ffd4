"""The demo's files: photos of a trip and its programme in the news, one in a message, faces on the class list."""

from __future__ import annotations

from fpdf import FPDF

from crypto.encoding import b64
from server.sample.drawing import FOREST, YARD, Scene, draw, face
from sync.client import blobs, chats, news, sharing
from sync.client.blobs import Part
from sync.client.chats import Members
from sync.client.office import groups
from sync.client.session import Session, now
from sync.client.sharing import Audience

_HOURS = 20 * 3600 * 1000


def fill(marga: Session, staff: dict[str, Session], families: dict[str, Session]) -> None:
    """Make some; `staff` by name ("juf Sanne"), `families` by login ("anna")."""
    sanne, anna, fatima, koen = staff["juf Sanne"], families["anna"], families["fatima"], families["koen"]
    for session in (sanne, anna, fatima, koen):
        session.sync()
    third = groups(sanne)["3A"].group
    files = [photo(sanne, third, f"bos-{at}.jpg", FOREST, at) for at in (1, 2, 3)]
    files.append(blobs.upload(sanne, third, _paper(), "application/pdf", "Wat we vonden.pdf"))
    news.post(sanne, [third], "Foto's uit het bos", _FOREST, files=files, published=now() - _HOURS)
    snap = photo(fatima, fatima.seat().id, "plein.jpg", YARD, 7)
    chats.open_thread(fatima, Members(people=(anna.seat("guardian").id,)), "Kijk, daar zijn ze.", hold=0, files=[snap])
    for session, field, seed in ((anna, "face", 11), (anna, "photo", 12), (fatima, "face", 15), (koen, "photo", 14)):
        sharing.share(session, field, b64(face(seed)), Audience(groups=(third,)))


def photo(session: Session, circle: str, name: str, scene: Scene, number: int) -> Part:
    """Upload a drawn picture with its small one for records of a circle; returns its part."""
    data, small, (width, height) = draw(scene, number, 2 + number % 2)
    thumb = blobs.upload(session, circle, small, "image/webp")
    part = blobs.upload(session, circle, data, "image/jpeg", name)
    return {**part, "width": width, "height": height, "thumb": thumb}


def _paper() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=20)
    for line in ("Wat we vonden", "", "- 14 eikels", "- een veer van een specht", "- drie soorten mos"):
        pdf.cell(0, 12, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


_FOREST = """Wat een ochtend! We hebben gebouwd, gezocht en gelachen. Hieronder een paar foto's.

Wat we vonden, staat in het bestand. Het ligt nog een week in de klas."""
