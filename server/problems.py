"""Every problem the server can answer with: a stable code, its status, and plain words in two languages.

A title says what happened, a detail says what to do next. Nothing that was sent is ever repeated here.
Longer than 300 lines because it is one list.
"""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of problem."""

    status: int
    nl: tuple[str, str]
    en: tuple[str, str]


PROBLEMS: dict[str, Kind] = {
    # -- the request itself
    "malformed": Kind(
        400,
        ("Niet leesbaar", "Het verzoek is geen geldige JSON, of een onderdeel heeft niet de afgesproken vorm."),
        ("Not readable", "The request is not valid JSON, or a part of it does not have the agreed form."),
    ),
    "invalid": Kind(
        422,
        ("Klopt niet met het protocol", "Een veld ontbreekt, is onbekend of heeft de verkeerde soort waarde."),
        ("Does not fit the protocol", "A field is missing, unknown, or has the wrong kind of value."),
    ),
    "bad-endpoint": Kind(
        422,
        ("Geen meldingsdienst", "Meldingen gaan alleen naar een openbaar https-adres. Zet ze aan in een browser."),
        ("Not a push service", "Notifications go to a public https address only. Turn them on in an ordinary browser."),
    ),
    "wrong-type": Kind(
        415,
        ("Verkeerde soort inhoud", "Stuur JSON (application/json), of de inhoud van een bestand als octet-stream."),
        ("Wrong kind of content", "Send JSON (application/json), or a file's bytes as application/octet-stream."),
    ),
    "too-large": Kind(
        413,
        ("Te groot", "Het verzoek is groter dan hier mag. Stuur het in delen."),
        ("Too large", "The request is larger than allowed here. Send it in parts."),
    ),
    "too-slow": Kind(
        408,
        ("Te langzaam", "Het verzoek kwam niet binnen een minuut aan. Probeer het opnieuw met betere verbinding."),
        ("Too slow", "The request did not arrive within a minute. Try again on a better connection."),
    ),
    "wrong-origin": Kind(
        403,
        ("Van een andere site", "Dit verzoek kwam niet van de site van deze school. Open Kring via het eigen adres."),
        ("From another site", "This request did not come from this school's site. Open Kring at its own address."),
    ),
    "not-found": Kind(
        404,
        ("Niet gevonden", "Dit bestaat niet, of niet voor jou."),
        ("Not found", "This does not exist, or not for you."),
    ),
    "wrong-method": Kind(
        405,
        ("Kan hier niet", "Deze handeling bestaat niet op dit adres."),
        ("Not possible here", "This action does not exist at this address."),
    ),
    "slow-down": Kind(
        429,
        ("Even wachten", "Dit ging te vaak achter elkaar. Probeer het straks opnieuw."),
        ("Please wait", "This was asked too often. Try again in a while."),
    ),
    # -- who you are
    "not-signed-in": Kind(
        401,
        ("Niet ingelogd", "Log in en probeer het opnieuw."),
        ("Not signed in", "Sign in and try again."),
    ),
    "wrong-login": Kind(
        401,
        ("Inloggen lukte niet", "De naam of het wachtwoord klopt niet. Probeer opnieuw, of gebruik je herstelblad."),
        ("Signing in failed", "The name or the password is wrong. Try again, or use your recovery sheet."),
    ),
    "strange-browser": Kind(
        403,
        ("Nieuw apparaat", "Een wachtwoord alleen opent hier niets: gebruik een ander apparaat of je herstelblad."),
        ("New device", "A password alone opens nothing here: use another device of yours, or your recovery sheet."),
    ),
    "name-taken": Kind(
        409,
        ("Naam is bezet", "Deze inlognaam is al in gebruik. Kies een andere, of log eerst in met je eigen account."),
        ("Name is taken", "This login name is in use. Choose another, or sign in with your own account first."),
    ),
    "account-needed": Kind(
        422,
        ("Account nodig", "Maak een account, of log eerst in."),
        ("Account needed", "Make an account, or sign in first."),
    ),
    "parameters-downgraded": Kind(
        422,
        ("Te zwak slot", "Dit slot is te makkelijk te raden, of onredelijk zwaar. Werk Kring bij en probeer opnieuw."),
        ("Lock too weak", "This lock is too easy to guess, or absurdly heavy. Update Kring and try again."),
    ),
    # -- founding and letters
    "not-founded": Kind(
        503,
        ("Nog niet begonnen", "Deze school is nog niet opgericht. Gebruik de oprichtingslink van de beheerder."),
        ("Not founded yet", "This school has not been founded yet. Use the founding link from the host."),
    ),
    "already-founded": Kind(
        409,
        ("Al opgericht", "Deze school bestaat al. Log in, of gebruik de brief die je kreeg."),
        ("Already founded", "This school exists already. Sign in, or use the letter that you were given."),
    ),
    "wrong-secret": Kind(
        403,
        ("Link klopt niet", "De oprichtingslink is onvolledig of verlopen. Laat de beheerder een nieuwe maken."),
        ("Wrong link", "The founding link is incomplete or out of date. Ask the host to make a new one."),
    ),
    "bad-founding": Kind(
        422,
        ("Oprichting onvolledig", "De oprichting mist een onderdeel of past niet bij deze server."),
        ("Founding incomplete", "The founding lacks a part or does not belong to this server."),
    ),
    "token-used": Kind(
        410,
        ("Code al gebruikt", "Deze code is al gebruikt. Was jij dat niet, vraag de school dan vandaag om een nieuwe."),
        ("Code already used", "This code has been used. If that was not you, ask the school today for a new letter."),
    ),
    "token-expired": Kind(
        410,
        ("Code verlopen", "De uiterste datum van deze brief is voorbij. Vraag de school om een nieuwe."),
        ("Code expired", "The letter is past its deadline. Ask the school for a new one."),
    ),
    "token-withdrawn": Kind(
        410,
        ("Code ingetrokken", "De school heeft deze brief ingetrokken. Vraag om een nieuwe."),
        ("Code withdrawn", "The school has withdrawn this letter. Ask for a new one."),
    ),
    # -- what the rules refuse
    "wrong-key": Kind(
        422,
        ("Verkeerde sleutel", "Dit past niet bij de sleutel die hier hoort."),
        ("Wrong key", "This does not fit the key that belongs here."),
    ),
    "tampered": Kind(
        422,
        ("Handtekening klopt niet", "De handtekening past niet bij de inhoud."),
        ("Signature does not fit", "The signature does not fit the content."),
    ),
    "wrong-author": Kind(
        403,
        ("Niet van jou", "Dit mag alleen wie het schreef, namens de plek waarvoor die persoon is uitgenodigd."),
        ("Not yours", "Only its author may do this, for the seat that this person was invited to."),
    ),
    "not-a-writer": Kind(
        403,
        ("Mag hier niet schrijven", "Je kunt hier lezen, maar niet schrijven."),
        ("May not write here", "You can read here, but not write."),
    ),
    "not-a-manager": Kind(
        403,
        ("Mag dit niet beheren", "Alleen wie deze kring beheert, kan lezers wijzigen."),
        ("May not manage this", "Only those who manage this circle can change its readers."),
    ),
    "not-allowed": Kind(
        403,
        ("Niet toegestaan", "Je rol in de school laat dit niet toe."),
        ("Not allowed", "Your role in the school does not allow this."),
    ),
    "contacts-off": Kind(
        403,
        ("Staat uit", "Deze school laat ouders geen contact van een andere school toevoegen."),
        ("Turned off", "This school does not let parents add a contact of another school."),
    ),
    "too-many-contacts": Kind(
        409,
        ("Te veel contacten", "Meer dan twintig contacten van andere scholen kan niet. Beëindig er eerst een."),
        ("Too many contacts", "More than twenty contacts of other schools is not possible. End one first."),
    ),
    "needs-approval": Kind(
        403,
        ("Tweede persoon nodig", "Dit kind is afgeschermd: eerst moet een tweede persoon van het kantoor instemmen."),
        ("Needs a second person", "This child is protected: a second person of the office has to consent first."),
    ),
    "unknown-kind": Kind(
        422,
        ("Onbekende soort", "Deze soort bericht hoort niet in deze kring."),
        ("Unknown kind", "This kind of record does not belong in this circle."),
    ),
    "bad-readers": Kind(
        422,
        ("Lezerslijst klopt niet", "De lijst van lezers past niet bij de handtekening of bij de regels."),
        ("Wrong list of readers", "The list of readers does not fit the signature or the rules."),
    ),
    "bad-link": Kind(
        422,
        ("Schakel klopt niet", "Deze wijziging past niet in de keten van de kring."),
        ("Wrong link", "This change does not fit the circle's chain."),
    ),
    "bad-act": Kind(
        422,
        ("Handeling klopt niet", "Deze handeling past niet in het logboek van de school."),
        ("Wrong act", "This act does not fit the school's log."),
    ),
    "bad-letter": Kind(
        422,
        ("Brief klopt niet", "De verzegelde ontvangers passen niet bij de handtekening of de huidige sleutels."),
        ("Wrong letter", "The sealed recipients do not fit the signature or the current keys."),
    ),
    "not-a-calendar": Kind(
        422,
        ("Geen agenda", "Een agenda-adres laat alleen agenda's zien."),
        ("Not a calendar", "A calendar address shows calendars and nothing else."),
    ),
    "too-many-feeds": Kind(
        409,
        ("Te veel adressen", "Trek eerst een agenda-adres in dat je niet meer gebruikt."),
        ("Too many addresses", "First revoke a calendar address that you no longer use."),
    ),
    "feed-revoked": Kind(
        410,
        ("Ingetrokken", "Dit agenda-adres is ingetrokken. Maak een nieuw adres."),
        ("Revoked", "This calendar address was revoked. Make a new one."),
    ),
    "stale-tip": Kind(
        409,
        ("Iemand was eerder", "Het logboek van de school is intussen gegroeid. Haal op en onderteken opnieuw."),
        ("Somebody was earlier", "The school's log has grown meanwhile. Synchronise and sign again."),
    ),
    "stale-link": Kind(
        409,
        ("Iemand was eerder", "De kring is intussen gewijzigd. Haal op en probeer het opnieuw."),
        ("Somebody was earlier", "The circle has changed meanwhile. Synchronise and try again."),
    ),
    "stale-epoch": Kind(
        409,
        ("Sleutel is vernieuwd", "De kring heeft een nieuwe sleutel. Haal op en verzegel opnieuw."),
        ("Key was renewed", "The circle has a new key. Synchronise and seal again."),
    ),
    "stale-revision": Kind(
        409,
        ("Intussen gewijzigd", "Hiervan bestaat al een nieuwere versie. Haal op en kijk opnieuw."),
        ("Changed meanwhile", "There is a newer version of this. Synchronise and look again."),
    ),
    "bad-cursor": Kind(
        400,
        ("Begin opnieuw", "De stand waarmee je vraagt hoort niet bij jou. Haal alles opnieuw op."),
        ("Start again", "The cursor that you ask with is not yours. Synchronise from the start."),
    ),
    "conflict": Kind(
        409,
        ("Botst met wat er al is", "Dit past niet bij wat er al bewaard is. Haal op en probeer het opnieuw."),
        ("In conflict", "This contradicts what is stored already. Synchronise and try again."),
    ),
    # -- who gets a slot
    "not-open": Kind(
        409,
        ("Nog niet open", "Intekenen begint later. Het uur staat erbij; probeer het dan opnieuw."),
        ("Not open yet", "Signing up begins later. The hour is shown; try again then."),
    ),
    "closed": Kind(
        409,
        ("Gesloten", "De uiterste tijd is voorbij. Vraag het aan school als er nog iets moet veranderen."),
        ("Closed", "The deadline has passed. Ask the school if something still has to change."),
    ),
    "slot-taken": Kind(
        409,
        ("Net bezet", "Iemand was eerder. Kies iets anders, of kom op de wachtlijst."),
        ("Just taken", "Somebody was earlier. Choose another, or join the waiting list."),
    ),
    "unit-taken": Kind(
        409,
        ("Er is al gekozen", "Hiervoor is al gekozen, door jou of door een andere ouder."),
        ("Already chosen", "This has been chosen already, by you or by another parent."),
    ),
    "unknown-slot": Kind(
        422,
        ("Bestaat niet meer", "Deze keuze bestaat niet meer. Haal op en kies opnieuw."),
        ("No longer there", "This choice is no longer there. Synchronise and choose again."),
    ),
    # -- files
    "blob-missing": Kind(
        422,
        ("Bestand ontbreekt", "Een bestand in dit bericht is hier niet, of niet helemaal. Verstuur het opnieuw."),
        ("File missing", "A file in this message is not here, or not wholly. Send it again."),
    ),
    "blob-too-large": Kind(
        413,
        ("Bestand te groot", "Dit bestand is groter dan de school toelaat. Maak het kleiner, of deel het anders."),
        ("File too large", "This file is larger than the school allows. Make it smaller, or share it another way."),
    ),
    "quota-full": Kind(
        507,
        ("Geen ruimte voor bestanden", "De ruimte is op. Verstuur wat klaarstaat, of vraag de school om ruimte."),
        ("No room for files", "The room is used up. Send what is waiting, or ask the school to make room."),
    ),
    "wrong-offset": Kind(
        409,
        ("Op een ander punt", "Hier is al een ander stuk van dit bestand. Ga verder waar de server is gebleven."),
        ("At another point", "Another part of this file is here already. Go on from where the server is."),
    ),
    "bad-range": Kind(
        416,
        ("Buiten het bestand", "Het gevraagde stuk ligt buiten dit bestand."),
        ("Outside the file", "The part that was asked for lies outside of this file."),
    ),
    # -- anonymous surveys
    "survey-closed": Kind(
        409,
        ("Peiling is gesloten", "De sluitingstijd is voorbij. Er kan niet meer geantwoord worden."),
        ("Survey has closed", "The closing time has passed. No more answers can be given."),
    ),
    "survey-open": Kind(
        409,
        ("Peiling loopt nog", "Antwoorden zijn er pas na de sluitingstijd, voor iedereen."),
        ("Survey is still open", "There are no answers before the closing time, for anybody."),
    ),
    "survey-stopped": Kind(
        409,
        ("Peiling is gestopt", "De school is teruggezet uit een kopie. Vraag de school om een nieuwe peiling."),
        ("Survey was stopped", "The school was put back from a backup. Ask the school to begin a new survey."),
    ),
    "ballot-given": Kind(
        409,
        ("Er is al geantwoord", "Iemand van dit gezin is al aan het antwoorden. Eén antwoord telt."),
        ("Already answered", "Somebody of this family is answering already. One answer counts."),
    ),
    "ballot-used": Kind(
        409,
        ("Er is al geantwoord", "Met dit stembriefje is al een ander antwoord gegeven. Het eerste blijft staan."),
        ("Already answered", "Another answer was given with this ballot. The first one stands."),
    ),
    "bad-ballot": Kind(
        403,
        ("Stembriefje klopt niet", "Dit stembriefje is niet van deze peiling."),
        ("Not a ballot", "This ballot does not belong to this survey."),
    ),
    # -- linked schools
    "not-linked": Kind(
        403,
        ("Niet gekoppeld", "Deze twee scholen zijn niet aan elkaar gekoppeld. Dat doen beide kantoren samen."),
        ("Not linked", "These two schools are not linked to each other. Both offices do that together."),
    ),
    "bad-signature": Kind(
        401,
        ("Handtekening ontbreekt of klopt niet", "Een verzoek van een andere school moet door haar getekend zijn."),
        ("Signature missing or wrong", "A request from another school has to be signed by its server."),
    ),
    "stale-signature": Kind(
        401,
        ("Handtekening verlopen", "De tijd in de handtekening klopt niet met de klok hier. Teken opnieuw."),
        ("Signature out of date", "The time in the signature does not fit the clock here. Sign again."),
    ),
    "replayed": Kind(
        401,
        ("Al gezien", "Dit getekende verzoek is hier al eens geweest. Teken opnieuw."),
        ("Seen before", "This signed request has been here before. Sign again."),
    ),
    "wrong-digest": Kind(
        400,
        ("Inhoud klopt niet", "De inhoud past niet bij de getekende samenvatting."),
        ("Content does not fit", "The content does not fit the digest that was signed."),
    ),
    "unknown-version": Kind(
        400,
        ("Andere versie", "Deze versie van het protocol spreken we niet. Bij `versions` staat welke wel."),
        ("Another version", "We do not speak this version of the protocol. `versions` says which we do."),
    ),
    "out-of-order": Kind(
        409,
        ("Er ontbreekt iets", "Stuur eerst wat na nummer `last` kwam."),
        ("Something is missing", "First send what came after number `last`."),
    ),
    "not-a-school": Kind(
        422,
        ("Geen school gevonden", "Op dit adres antwoordt geen Kring die gekoppeld kan worden. Controleer het adres."),
        ("No school found", "No Kring that can be linked answers at this address. Check the address."),
    ),
    "peer-unreachable": Kind(
        503,
        ("Andere school onbereikbaar", "De andere school antwoordt nu niet. Wat je schreef blijft bewaard."),
        ("Other school unreachable", "The other school does not answer now. What you wrote is kept."),
    ),
    "unsigned-server": Kind(
        409,
        ("Server nog niet getekend", "Eerst moet iemand met het hoofdblad deze server tekenen."),
        ("Server not signed yet", "First somebody with the root sheet has to sign for this server."),
    ),
    # -- the server's own trouble
    "store-full": Kind(
        507,
        ("Opslag vol", "De schijf van de school is vol. Lezen kan; de beheerder moet ruimte maken."),
        ("Storage full", "The school's disk is full. Reading works; the host has to make room."),
    ),
    "store-unavailable": Kind(
        503,
        ("Opslag hapert", "De school kan nu niets bewaren. Wat je schreef blijft op je toestel en gaat later mee."),
        ("Storage trouble", "The school cannot store anything now. What you wrote stays on your device for later."),
    ),
    "internal": Kind(
        500,
        ("Er ging iets mis", "Dat ligt aan de server. Probeer het opnieuw, of noem dit nummer aan de school."),
        ("Something went wrong", "It is the server's fault. Try again; if it stays, tell the school this number."),
    ),
}  # fmt: skip
