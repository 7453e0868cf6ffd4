# De woorden van de app. Nederlands eerst: B1, je, schoolwoorden. Elke sleutel staat ook in en.ftl (getest).

## Rondom elk scherm
skip = Naar de inhoud
navigation = Hoofdmenu
today = Vandaag
news = Nieuws
people = Mensen
more = Meer
back = Terug
close = Sluiten
go-on = Verder
save = Bewaren
edit = Wijzigen
delete = Verwijderen
undo = Ongedaan maken
stop = Stoppen
resume = Ga verder
print = Afdrukken
look = Bekijken
working = Even geduld…
show-password = Laat zien wat ik typ
show-all = Laat alles zien
options = Meer keuzes
name = Naam
child = Kind
state = Stand
done = Gelezen
not-yet = Nog niet
unread = Nieuw
unread-count = { $count ->
    [one] 1 ongelezen
   *[other] { $count } ongelezen
  }
state-online = Verbonden
state-offline = Geen verbinding
state-sending = { $count ->
    [one] 1 bericht wordt verstuurd
   *[other] { $count } berichten worden verstuurd
  }
state-waiting = { $count ->
    [one] 1 bericht wacht op verbinding
   *[other] { $count } berichten wachten op verbinding
  }
time-today = vandaag { $clock }
time-yesterday = gisteren { $clock }
time-now = zojuist
nothing-here = Hier is niets
nothing-here-text = Dit adres bestaat niet, of niet voor jou.
messages = Berichten
try-again = Probeer het nog eens
sending = Wordt verstuurd
sent = Verstuurd
send-failed = Niet verstuurd. Wat je schreef staat nog op dit apparaat.
draft-kept = Bewaard op dit apparaat
update-ready = Er is een nieuwe versie van Kring. Wat je schreef blijft bewaard.
update-take = Vernieuwen
more-actions = Meer mogelijkheden
step-done = gedaan
search = Zoeken
search-people = Zoek een naam
drop-stays = Er wordt nog niets verstuurd.

## Aanmelden
sign-in = Aanmelden
login-name = Inlognaam
login-name-hint = Kies een naam die je onthoudt, bijvoorbeeld je e-mailadres.
login-password = Wachtwoord
login-password-hint = Ten minste 10 tekens. Een korte zin is sterk en onthoud je makkelijk.
login-sheet = Code van je herstelblad
use-sheet = Wachtwoord vergeten? Gebruik je herstelblad
use-password = Toch met mijn wachtwoord
have-letter = Heb je een brief van school gekregen?
use-letter = Brief gebruiken
have-login = Ik heb al een account
password-short = Dit wachtwoord is te kort: kies er een van ten minste 10 tekens.
password-weak = Dit wachtwoord is makkelijk te raden: maak er een korte zin van.

## Brief gebruiken
join-title = Gebruik je brief
join-why = Scan de code op de brief van school, of typ hem over.
join-code = Code van de brief
join-code-hint = Vijf groepjes van vijf tekens. Hoofdletters of kleine letters maakt niet uit.
join-welcome = Welkom bij { $school }
join-proven = Deze brief hoort echt bij deze school.
join-verb = Maak mijn account
join-add-title = Nog een brief
join-add-text = Je bent aangemeld als { $name }. De plek van deze brief komt bij je account.
join-add-verb = Voeg toe aan mijn account
join-added = Toegevoegd aan je account
fingerprint = Kenmerk van de school:
deadline = Geldig tot { $date }
scan = Scan de code
scan-camera = Beeld van de camera
scan-starting = De camera start…
scan-failed = De camera doet het niet. Typ de code over van de brief.
qr-label = Code om te scannen

## Herstelblad
sheet-title = Je herstelblad
sheet-text = Hiermee kom je weer binnen als { $name } wanneer je je wachtwoord kwijt bent. Druk het af of schrijf het over, en bewaar het thuis.
sheet-kept = Ik heb dit op papier bewaard

## School oprichten
found-title = { $school } begint met Kring
found-why = Hier maak je de sleutels van de school, op dit apparaat. Daarna druk je het hoofdblad van de school af. Zorg dat er een printer klaarstaat.
found-no-secret = Open de hele link die je van de computerbeheerder kreeg: er ontbreekt een stuk.
found-verb = Richt de school op
found-office = Ik werk ook op kantoor
found-office-hint = Zet dit uit als iemand anders de leerlingen en brieven doet: je krijgt dan een brief voor die collega.
found-done = Deze school is al opgericht
found-papers = Papier { $at } van { $of }
found-second = Brief voor een tweede beheerder
found-second-text = Geef deze brief aan iemand die je vertrouwt. Zo kan de school verder als jij er niet bent. Hij werkt een keer.
found-letter = Brief voor je collega op kantoor
found-letter-text = Geef deze brief aan de collega die de leerlingen en de brieven doet. Hij werkt een keer.
root-title = Hoofdblad van de school
root-text = Dit is de hoofdsleutel van { $school }, voor noodgevallen. Hij wordt nooit meer getoond. Druk twee bladen af, leg ze in twee kluizen en laat ze aan niemand zien.

## Wie leest dit
readers-only = Alleen te lezen door { $who }
readers-more = nog { $count } anderen
who-sees-this = Wie kan dit lezen?
who-sees-why = Wie hieronder staat, kan dit lezen. De computer van de school bewaart het, maar kan het niet lezen.
who-sees-people = { $count ->
    [one] 1 plek
   *[other] Alle { $count } plekken
  }
audience-school = alle gezinnen
audience-school-about = Ouders en verzorgers van alle groepen
audience-staff = het team
audience-staff-about = Alle leerkrachten en het kantoor
audience-group = gezinnen van { $group }
audience-families = Ouders en verzorgers van groep { $group }
audience-team = leerkrachten { $group }
audience-team-about = Wie nu lesgeeft aan deze groep
audience-office = kantoor
audience-office-about = Directie en administratie
audience-guardians = Ouders en verzorgers van { $name }
audience-you = jijzelf
guardian-of = Bij { $name }
not-joined = nog geen account
role-teacher = Leerkracht
role-office = Kantoor
role-admin = Beheerder
role-guardian = Ouder of verzorger
role-informed = Meelezer
role-guest = Gast
role-lunch = Overblijf
your-roles = Wie je hier bent

## Vandaag
greet-morning = Goedemorgen
greet-day = Goedemiddag
greet-evening = Goedenavond
greet-night = Goedenacht
todo = Wacht op jou
todo-confirm = De school vraagt of je dit hebt gelezen.
todo-read = Je kreeg een herinnering: dit heb je nog niet gelezen.
todo-letters = { $count ->
    [one] 1 brief is nog niet gebruikt.
   *[other] { $count } brieven zijn nog niet gebruikt.
  }
read-it = Lezen
today-empty = Alles is rustig
today-empty-text = Zodra de school of de juf iets schrijft, staat het hier.

today-coming = Wat komt eraan
today-coming-all = Hele agenda
todo-until = vóór { $when }
todo-answers = Wacht op je antwoord

## Nieuws
news-new = Nieuws schrijven
news-empty = Nog geen nieuws
news-empty-text = Hier lees je wat de school en de leerkracht schrijven.
news-gone = Dit bericht is er niet meer
news-gone-text = Het is verwijderd, of het is niet voor jou.
news-title = Kop
news-text = Bericht
news-post = Plaats bericht
news-schedule = Zet klaar
news-sent = Je bericht is op weg
news-scheduled = Je bericht staat klaar
news-changed = Gewijzigd. Lezers zien dat het gewijzigd is.
news-deleted = Verwijderd
pinned = Vastgezet
changed = gewijzigd { $when }
held = verschijnt { $when }
asks-confirm = Bevestig
to-whom = Voor wie?
to-children = Alleen voor bepaalde kinderen
reaches = Bereikt { $people ->
    [one] 1 mens
   *[other] { $people } mensen
  } in { $families ->
    [one] 1 gezin
   *[other] { $families } gezinnen
  }
ask-confirm = Vraag of iedereen het gelezen heeft
ask-confirm-hint = Ouders tikken op Gelezen. Je ziet welke gezinnen nog niet.
pin-it = Zet bovenaan vast
news-urgent = Dringend
news-urgent-hint = Iedereen krijgt meteen een melding, ook in stille uren en wie nieuws heeft uitgezet.
post-later = Later plaatsen
post-later-hint = Laat leeg om meteen te plaatsen.
expires = Verdwijnt na
expires-hint = Daarna staat het niet meer in het nieuws.
confirm-asked = Heb je dit gelezen? Laat het de school weten.
confirm-verb = Gelezen
confirmed = Je hebt laten weten dat je dit gelezen hebt.
families-read = { $done } van { $of } gezinnen hebben dit gelezen
families-confirmed = { $done } van { $of } gezinnen hebben bevestigd
show-families = Laat zien per gezin
has-read = gelezen
has-confirmed = bevestigd
has-not-read = nog niet gelezen
remind = Herinner { $count ->
    [one] 1 gezin
   *[other] { $count } gezinnen
  }
reminded = De herinnering is op weg

## Mensen
tab-people = Overzicht
tab-import = Leerlingen inlezen
tab-letters = Brieven
tab-staff = Team
people-empty = Nog geen leerlingen
people-empty-text = Lees het leerlingbestand in. Daarna druk je de brieven af.
group-people = Groep { $group }
families-joined = { $done } van { $of } gezinnen doen mee
letter-joined = doet mee
letter-open = brief klaar
letter-expired = verlopen
letter-withdrawn = Brief ingetrokken
letter-reissued = Nieuwe brief gemaakt
withdraw = Intrekken
end-place = Plek beëindigen
place-ended = De plek is beëindigd. Vanaf nu kan deze persoon niets nieuws meer lezen.
reissue = Nieuwe brief
letters-why = { $count } brieven zijn nog niet gebruikt. Kies een groep en druk ze af.
letters-which = Welke brieven?
letters-not-joined = Alleen wie nog niet meedoet
letters-print = { $count ->
    [one] Druk 1 brief af
   *[other] Druk { $count } brieven af
  }
letters-empty = Alle brieven zijn gebruikt
letters-empty-text = Nieuwe kinderen of collega's krijgen hier hun brief.
letter-title = Je plek op Kring
letter-for-child = Voor { $name }, bij { $child } ({ $group })
letter-for-staff = Voor { $name }
letter-why = Met deze brief maak je zelf een account. Wat de school je schrijft, kan alleen worden gelezen door wie het bedoeld is. Ook wie de computer beheert, kan niet meelezen.
letter-how = Scan de code met je telefoon. Of ga naar { $address }, kies Brief gebruiken en typ:
letter-deadline = Gebruik deze brief voor { $date }. Hij werkt een keer.
letter-lost = Brief kwijt, of klopt er iets niet? Kom even langs bij het kantoor.
staff-add = Collega toevoegen
staff-name = Naam, zoals ouders die kennen (juf Sanne)
staff-role = Werk
staff-groups = Groepen
staff-verb = Maak een brief
staff-added = Toegevoegd. De brief staat bij Brieven.
staff-empty = Nog geen collega's. Voeg de eerste hierboven toe.

## Groepen
groups = Groepen
groups-empty = Nog geen groep
groups-empty-text = Zodra je kind in een groep zit, staan hier de klasgenoten.
group-gone = Deze groep is er niet
group-gone-text = De groep bestaat niet meer, of je kind zit er niet in.
children-count = { $count ->
    [one] 1 kind
   *[other] { $count } kinderen
  }
tab-class = Klas
tab-birthdays = Verjaardagen
tab-emergency = Noodlijst
teacher-of = leerkracht van { $group }
search-class = Zoek een kind of ouder
own-child = jouw kind
hidden-child = afgeschermd
class-why = Je ziet voornamen, en wat ouders met jou delen. Wie niets deelt, ziet er net zo uit als wie Kring niet gebruikt.
parent-of = ouder van { $child }
parent-numbered = ouder { $at } van { $child }
parent-other = de andere ouder van { $child }
birthdays-empty = Nog geen verjaardagen
birthdays-empty-text = Hier staan de verjaardagen die ouders met je delen.
turns = wordt { $age }
keep-contact = Bewaar in contacten
contact-note = Ouder van { $child }, groep { $group }
emergency-caption = Noodlijst groep { $group }
emergency-why = Dit zijn de nummers die de school heeft. Bewaar een afdruk achter slot, en gooi een oude weg in de papierversnipperaar.
emergency-empty = Nog geen kinderen
emergency-empty-text = Zodra het kantoor kinderen in deze groep zet, staan ze hier.
emergency-child = Kind
emergency-numbers = Bel
emergency-collectors = Mag ook ophalen
emergency-allergies = Allergieën
none-known = niets gedeeld
no-number = geen nummer

## Wat deel ik
what-i-share = Wat deel ik
sharing-none = Je deelt nog niets
sharing-none-text = Andere ouders zien alleen de voornaam van je kind. De rest kies jij.
sharing-some = { $count ->
    [one] Je deelt 1 gegeven
   *[other] Je deelt { $count } gegevens
  }
share-why = Alles begint dicht. Per gegeven kies je wie het ziet. Dit geldt bij { $child }.
share-parents-only = Dit is voor ouders
share-parents-only-text = Hier kiezen ouders wat andere ouders van hen zien.
which-child = Bij welk kind?
not-filled = Nog leeg
not-filled-text = Invullen is nog niet delen: zonder keuze ben jij de enige die het ziet.
coming = wordt verstuurd, daarna alleen te lezen door { $who }
only-you = jou
until-day = tot en met { $date }
take-back = Neem terug
taken-back = Teruggenomen. Wie het al zag, kan het onthouden hebben.
detail-shared = Bewaard en gedeeld
detail-kept = Bewaard. Alleen jij ziet dit.
detail-removed = Weggehaald. Wie het al zag, kan het onthouden hebben.
field-name = Je naam
field-phone = Telefoon
field-email = E-mail
field-address = Adres
field-birthday = Verjaardag van { $child }
field-fullname = Hele naam van { $child }
field-allergies = Allergieën van { $child }
field-photo = Je foto
field-face = Foto van { $child }
field-own = Iets anders
field-label = Wat is het?
field-label-hint = Bijvoorbeeld: naam van de oppas, of tweede telefoon.
field-value = Wat staat er?
hint-name = Zoals andere ouders je mogen noemen. Zonder naam ben je ouder van { $child }.
hint-phone = Een nummer waarop je te bereiken bent.
hint-email = Een adres dat je vaak leest.
hint-address = Straat, huisnummer en plaats.
hint-birthday = Voor traktaties en kaartjes.
hint-fullname = Voornaam en achternaam.
hint-allergies = Bijvoorbeeld: geen noten.
hint-photo = Een klein rond plaatje van jezelf, zodat anderen je herkennen.
hint-face = Een klein rond plaatje voor de klassenlijst. Alleen wie je kiest, ziet het.
hint-free = Zo lezen anderen het.
who-may-see = Wie mag dit zien?
who-may-see-hint = Kies niemand, en het blijft van jou alleen.
pick-team-named = { $who }, { $count ->
    [one] leerkracht
   *[other] leerkrachten
  } van { $group }
pick-team = Leerkrachten van { $group }
pick-team-hint = En het kantoor van de school.
pick-group = Gezinnen van { $group }
pick-group-hint = Ook wie er later bij komt. De leerkrachten en het kantoor lezen mee.
except = Behalve…
except-hint = Wie je hier aankruist, kan het niet lezen. Nieuwe gezinnen van { $group } lezen het wel.
pick-people = Bepaalde ouders
pick-people-hint = Kies ze een voor een.
pick-household = Wie bij mij wonen
pick-household-hint = Je huisgenoten in Kring.
pick-household-none = Kies eerst wie er bij je wonen, op het vorige scherm.
until-title = Tot een dag
until-label = Tot en met
until-hint = Daarna is het vanzelf weer alleen van jou. Leeg is: tot je het terugneemt.
outcome-nobody = Alleen jij kunt dit lezen.
outcome-you = Jij
outcome-some = { $who } kunnen dit lezen.
readers-but = gezinnen van { $group } (behalve { $who })
readers-few = { $count } ouders
readers-protected = gezinnen die de school afschermt
readers-protected-about = Als die er zijn. De school houdt ze voor iedereen verborgen.
audience-household = wie bij jou wonen
audience-household-about = Je huisgenoten in Kring
audience-you-about = Je eigen apparaten
see-as = Bekijk als…
see-as-title = Bekijk als een andere ouder
see-as-why = Kies een ouder. Je ziet precies wat die ouder van jou ziet.
see-as-whom = Door de ogen van
see-as-choose = Kies een ouder
see-as-sees = Dit ziet { $who } van jou:
see-as-nothing = Verder niets.
same-as = Zelfde als bij { $child }
copy-why = Dit deel je dan ook bij { $child }:
copy-readers = Alleen te lezen door { $who }
copy-verb = Deel dit ook bij { $child }
copy-not = Toch niet
copy-nothing = Niets om over te nemen
copy-nothing-text = Bij { $child } heb je nog niets ingevuld dat van jou is.
copy-left = Niet overgenomen: { $what }. Je sloot iemand uit die we bij { $child } niet kunnen vinden. Kies daar zelf.
copied = Overgenomen bij { $child }
household-title = Wie wonen er bij jou?
household-change = Wie er bij jou wonen
household-why = Met huisgenoten deel je in een keer, los van de klas. Wie je kiest, ziet dat ook zelf.
household-choose = Kies je huisgenoten
household-verb = Wij wonen samen
household-saved = Je huisgenoten zijn bewaard
household-nobody = Geen andere ouders
household-nobody-text = Hier kun je de andere ouders van je kinderen kiezen, zodra de school ze kent.
household-now = Bij jou wonen: { $who }
household-asked = { $who } zegt dat jullie samenwonen
household-asked-why = Pas als jij dat ook zegt, ziet deze persoon bijvoorbeeld jouw gesprekken en intekeningen.
household-yes = Ja, wij wonen samen
household-no = Nee, dat klopt niet
household-refused = Er wordt niets van jou gedeeld
household-leave = Wij wonen niet meer samen
household-leave-why = Ga je ergens anders wonen? Kies dan opnieuw wie er bij je wonen, of stop hier. Van dan af zien zij niets nieuws van jou als huisgenoot. Wat in jullie agenda staat, houden jullie allebei.
household-due = Wonen jullie samen?
start-title = Wat mogen anderen van je zien?
start-text = Nu nog niets. In drie stappen kies je hoe de klas je kent.
start-verb = Begin
start-not-now = Niet nodig
start-step-name = Hoe mogen ouders je noemen?
start-step-phone = Wil je bereikbaar zijn?
start-step-look = Kijk door de ogen van een ander
start-short-name = Naam
start-short-phone = Telefoon
start-short-look = Kijken
start-why-name = Vul je naam in, of sla dit over. Je kiest zelf wie hem ziet.
start-why-phone = Andere ouders kunnen je dan bellen over een speelafspraak. De school heeft je nummer al.
start-why-look = Zo weet je zeker wat een ander van je ziet. Je kunt het later altijd veranderen, bij Groepen.
start-save = Bewaar en verder
start-skip = Sla over
start-previous = Vorige stap
start-finish = Klaar
error-no-label = Geef het een naam, zodat anderen weten wat het is.
error-no-value = Vul eerst iets in, of ga terug.

## Een kind, voor het kantoor
tab-renewal = Vergrendeling
search-child = Zoek een kind of ouder
search-child-none = Niemand gevonden. Probeer een deel van de naam, of het leerlingnummer.
what-changes = Wat er verandert
undo-moment = Je kunt dit nog een paar tellen ongedaan maken.
child-in = { $groups } · nummer { $number }
child-born = Geboren op { $date }
child-left = Van school sinds { $date }
child-changes = Wat wil je veranderen?
child-letters = Brieven die klaarliggen
child-letters-why = Nog niet gebruikt: { $names }. Geef de brief zelf af, of geef hem mee in een dichte envelop.
child-letters-printed = Het printvenster is geopend
adults-of = Wie bij { $child } hoort
adult-add = Volwassene toevoegen
adult-add-to = Nog een volwassene bij { $child }
adult-add-verb = Maak de brief
adult-propose-verb = Stel voor
adult-added = Toegevoegd. De brief ligt klaar.
adult-proposed = Voorgesteld. Een collega van kantoor moet nog instemmen.
adult-relation = Band met het kind
adult-relation-hint = Bijvoorbeeld: moeder, pleegvader, oma.
adult-phone = Telefoon
adult-phone-hint = Alleen voor de leerkrachten, voor noodgevallen.
adult-role = Wat mag deze persoon?
adult-guardian = Gezag
adult-guardian-about = Leest alles over { $child } en beslist mee.
adult-informed = Alleen informatie
adult-informed-about = Leest mee over { $child }, maar beslist niets.
adult-guest = Alleen ophalen of gast
adult-guest-about = Leest niets, behalve wat een ouder zelf stuurt.
adult-guardian-change = Deze persoon leest alles over { $child }, ook wat er al staat, en het nieuws van { $group }.
adult-informed-change = Deze persoon leest alles over { $child }, ook wat er al staat, en het nieuws van { $group }. Ziek melden en toestemming geven kan niet.
adult-guest-change = Deze persoon leest niets over { $child } en niets van { $group }.
adult-protected-change = Er komt pas een brief als een tweede persoon van kantoor instemt.
adult-diary = De ouders van { $child } zien deze verandering bij Wie leest mee.
adult-nobody-told = De ouders van { $child } zien bij Wie leest mee dat deze persoon erbij hoort.
adult-from = Vanaf
adult-from-hint = Laat leeg voor meteen.
adult-until = Tot en met
adult-until-hint = Laat leeg voor altijd.
adult-between = van { $from } tot en met { $until }
adult-since = vanaf { $from }
adult-till = tot en met { $until }
adult-ending = wordt beëindigd
adult-state-joined = doet mee
adult-state-open = brief klaar
adult-state-later = doet later mee
adult-state-expired = brief verlopen
adult-state-withdrawn = brief ingetrokken
adult-state-over = plek beëindigd
letter-ended = plek beëindigd
end-place-of = Plek van { $name } beëindigen
end-change-reads = { $name } leest vanaf nu niets nieuws meer over { $child } en van de groep. De computer van de school weigert het meteen.
end-change-letter = De brief van { $name } werkt niet meer.
end-change-kept = Wat { $name } al gelezen heeft, kan niemand terughalen.
end-change-lists = { $name } verdwijnt uit de lijst van de leerkrachten, ook het telefoonnummer.
end-change-others = Voor de andere ouders verandert er niets. Ze zien het bij Wie leest mee.
move = Naar een andere groep
move-title = { $child } naar een andere groep
move-from = Uit welke groep?
move-to = Naar welke groep?
move-nowhere = Er is geen andere groep.
move-other = de nieuwe groep
move-verb-none = Verplaats
move-verb = Verplaats naar { $group }
move-change-family = De ouders van { $child } lezen vanaf nu het nieuws van { $to }, ook wat daar al staat.
move-change-old = Nieuws dat vanaf nu voor { $from } geschreven wordt, kunnen ze niet meer lezen.
move-change-team = De leerkrachten van { $to } lezen over { $child }. Die van { $from } lezen niets nieuws meer.
move-change-class = Gezinnen in { $to } zien alleen de voornaam van { $child }. Delen begint opnieuw bij niets.
moved = { $child } zit nu in { $group }
moved-back = Teruggezet
protect = Afschermen
protected = afgeschermd
protected-means = { $child } is afgeschermd. Andere gezinnen zien { $child } nergens, ook geen naam of aantal. Voor elke nieuwe volwassene zijn twee mensen van kantoor nodig.
protect-title = { $child } afschermen
protect-why = Voor een kind van wie iemand niet mag weten op welke school het zit, of waar het woont.
protect-change-parents = Andere gezinnen van { $groups } zien { $child } niet meer in de klas: geen naam, en geen aantal dat iets verraadt. Wie de naam al zag, weet die nog.
protect-change-family = De eigen ouders blijven alles lezen, ook het nieuws van de groep.
protect-change-team = De leerkrachten zien dat { $child } afgeschermd is.
protect-change-second = Wie er later bij { $child } komt, heeft de instemming van twee mensen van kantoor nodig.
protect-change-stays = Afschermen kan niet worden teruggedraaid.
protecting = { $child } wordt afgeschermd
protect-done = { $child } is afgeschermd
leave-school = Van school
leave-title = { $child } gaat van school
leave-change-family = Alle plekken bij { $child } eindigen. De volwassenen lezen niets nieuws meer; met andere kinderen op school blijven ze daarvoor meedoen.
leave-change-lists = { $child } verdwijnt uit de lijsten van { $groups } en uit de klas van andere gezinnen.
leave-change-kept = Wat er staat, blijft voor de leerkrachten en het kantoor bewaard.
leaving = { $child } gaat van school
leave-done = { $child } is van school. Alle plekken zijn beëindigd.
proposals = Wacht op instemming
proposals-why = { $child } is afgeschermd. Wie hier staat, krijgt pas een brief als een tweede persoon van kantoor instemt.
proposal-wait = wacht op een collega
proposal-consent = wacht op jou
proposal-consented = jij stemde in, een collega maakt de brief
proposal-ready = een collega stemde in
proposal-retracted = Voorstel ingetrokken
consent = Instemmen
consent-title = Instemmen met { $name } bij { $child }
consent-change-letter = Een collega kan daarna de brief voor { $name } maken.
consent-change-final = Je instemming blijft staan en is na te gaan.
consented = Je stemde in met { $name }

## Opnieuw vergrendelen
renewal-why = Wie weg is, kan niets meer ophalen: dat weigert de computer van de school meteen. Hier zorg je dat ook een kopie van die computer niets nieuws prijsgeeft aan wie weg is.
renewal-by-itself = Vergrendelen hoort na elk vertrek en na elke gebruikte brief. Het gebeurt ook vanzelf: wie ergens iets schrijft, vergrendelt het eerst opnieuw.
renewal-looking = { $done } van { $of } nagekeken
renewal-progress = { $done } van { $of } opnieuw vergrendeld
renewal-none = Alles is in orde. Niemand die weg is, kan iets nieuws lezen.
renewal-done = Klaar. Niemand die weg is, kan iets nieuws lezen.
renewal-stopped = { $count ->
    [one] Gestopt. Er wacht nog 1. Wat gedaan is, blijft gedaan.
   *[other] Gestopt. Er wachten er nog { $count }. Wat gedaan is, blijft gedaan.
  }
renewal-verb = Vergrendel { $count } opnieuw
renewal-waiting = Nog niet opnieuw vergrendeld
circle-team = Leerkrachten van { $group }
circle-register = Lijst van { $group }
circle-school = Hele school
circle-desk = Administratie
circle-other = Anders

## Wie leest mee
diary = Wie leest mee
lost-all = Alles kwijt
lost-all-title = { $name } kan nergens meer in
lost-all-text = Is er nog een telefoon of computer aangemeld, of ligt er nog een herstelblad? Dan is dit niet nodig: daarmee komt { $name } zelf weer binnen.
lost-all-second = Bekijk een legitimatiebewijs. Iemand anders van het kantoor moet het ook goedvinden.
lost-all-id = Bekijk ook zelf een legitimatiebewijs van { $name }.
lost-all-ends = De oude plek van { $name } eindigt: een verloren telefoon leest vanaf dan niets nieuws meer.
lost-all-back = Met de nieuwe brief komt terug wat de school en de klas over { $child } delen, ook van vroeger.
lost-all-messages = Privéberichten komen terug van wie dat goedvindt, nadat ze samen een code hebben vergeleken.
lost-all-gone = Weg blijven: eigen gegevens die gedeeld waren, concepten en wat { $name } zelf schreef in privégesprekken.
lost-all-others = Dit geldt ook voor { $children }.
lost-all-verb = Stel een nieuwe brief voor
lost-all-proposed = Voorgesteld. Een collega van het kantoor moet het ook goedvinden.
lost-all-why = Iemand is alles kwijt. Een nieuwe brief kan pas als twee van het kantoor het goedvinden.
lost-all-letter = Maak de nieuwe brief
lost-all-done = De nieuwe brief is klaar om af te drukken. De oude plek is geëindigd.
diary-restored = { $who } was alles kwijt en kreeg een nieuwe brief
diary-title = Wie leest mee over { $child }
diary-why = Alleen wie hier staat, kan lezen wat de school over { $child } schrijft.
diary-now = Nu
diary-changes = Wat er veranderde
diary-started = De school begon hier over { $child } te schrijven
diary-somebody = Iemand
diary-proof = Deze lijst komt niet alleen van het kantoor. Je telefoon kijkt zelf na of er niets is weggelaten.
diary-you = Jijzelf
diary-other = Nog iemand bij { $child }
diary-unknown = Iemand die we niet kennen
diary-unknown-about = Vraag het kantoor wie dit is.
diary-joined = { $who } hoort nu ook bij { $child } ({ $role })
diary-ended = { $who } hoort niet meer bij { $child }
diary-moved = { $child } ging naar { $group }: andere leerkrachten lezen mee
diary-protected = { $child } is afgeschermd voor andere gezinnen
diary-letter = { $who } kreeg een nieuwe brief
diary-changed = De lezers zijn gewijzigd
diary-renewed = Opnieuw vergrendeld. Er kwam niemand bij.
diary-team = De leerkrachten van { $group } zijn gewijzigd
diary-office = Het kantoor is gewijzigd

## Inlezen
import-why = Kies het CSV-bestand uit het leerlingsysteem. Je ziet eerst wat erin staat. Niemand krijgt bericht: brieven gaan op papier.
import-drop = Sleep het bestand hierheen, of
import-choose = Kies een bestand
import-found = In dit bestand
import-counts = { $children } kinderen in { $groups } groepen, { $guardians } ouders en verzorgers. { $fresh ->
    [0] Alles is al ingelezen.
    [one] 1 kind is nieuw.
   *[other] { $fresh } kinderen zijn nieuw.
  }
import-verb = { $count ->
    [one] Maak 1 kind en zijn brieven
   *[other] Maak { $count } kinderen en hun brieven
  }
import-progress = { $done } van { $of }
import-done = Klaar. De brieven kunnen worden afgedrukt.
import-stopped = Gestopt bij { $done } van { $of }. Wat gemaakt is, blijft staan.
import-problems = { $count ->
    [one] 1 regel overgeslagen
   *[other] { $count } regels overgeslagen
  }
import-problems-text = De andere regels zijn goed. Verbeter deze in het leerlingsysteem en lees het bestand opnieuw in.
line = regel { $line }
roster-problem-missing = Hier ontbreekt
roster-problem-duplicate = Dit nummer staat er twee keer in:
roster-problem-bad-date = Dit is geen datum (dd-mm-jjjj):
roster-problem-bad-email = Dit is geen e-mailadres:
roster-problem-too-long = Deze tekst is te lang:
roster-problem-control-character = Hier staat een onleesbaar teken in
roster-problem-too-many-guardians = Meer dan vier ouders of verzorgers:

## Meer
language = Taal
language-nl = Nederlands
language-en = English
theme = Uiterlijk
theme-device = Zoals dit apparaat
theme-light = Licht
theme-dark = Donker
devices = Je apparaten
device-this = dit apparaat
device-unnamed = Apparaat zonder naam
device-seen = gezien { $when }
device-end = Afmelden
device-ended = Afgemeld. Zodra dat apparaat verbinding heeft, wist het zichzelf.
lock = Slot op de app
lock-here = Vraag bij het openen wie je bent
lock-hint = Voor wie dit apparaat even in handen krijgt. Meldingen zeggen dan alleen dat er iets is.
lock-on = Het slot zit erop. Bij de volgende keer openen vragen we je pincode.
lock-pin = Pincode
lock-pin-hint = Ten minste zes tekens. Vergeet je hem, dan meld je dit apparaat opnieuw aan.
lock-short = Neem ten minste zes tekens.
lock-verb = Zet het slot erop
lock-passkey = Met vinger of gezicht
lock-open = Open Kring
lock-wrong = { $count ->
    [one] Dat klopt niet. Je kunt het nog 1 keer proberen, dan meldt dit apparaat zich af.
   *[other] Dat klopt niet. Je kunt het nog { $count } keer proberen, dan meldt dit apparaat zich af.
  }
lock-forgot = Lukt het niet?
lock-forgot-text = Meld dit apparaat af. Daarna kom je weer binnen met je wachtwoord, een ander apparaat of je herstelblad. Wat nog niet verstuurd was, gaat verloren.
passkey = Toegangssleutel
passkey-text = Daarmee kom je op elk apparaat binnen met je vinger, je gezicht of de code van dat apparaat, zonder wachtwoord.
passkey-make = Maak een toegangssleutel
passkey-made = Je toegangssleutel is klaar. Een eerdere opent nu niets meer.
passkey-use = Met een toegangssleutel
device-new = Aanmelden met een ander apparaat
device-show-number = Laat hier een code zien
device-have-code = Ik zie een code op mijn andere apparaat
device-step-open = Open Kring op een apparaat waar je al aangemeld bent.
device-step-add = Kies daar Meer en dan Apparaat toevoegen.
device-step-scan = Scan deze code, of typ hem over.
device-qr = De code als plaatje, om te scannen
device-waiting = We wachten op je andere apparaat…
device-code = Code van je andere apparaat
device-code-why = Kies op het apparaat waar je al aangemeld bent Meer, Apparaat toevoegen en Laat een code zien.
device-code-hint = Zes groepjes van vijf tekens. Hoofdletters of kleine letters maakt niet uit.
device-paste = Plak de code
device-paste-failed = Plakken lukte niet. Typ de code over.
device-add = Apparaat toevoegen
device-add-scan = Het nieuwe apparaat laat een code zien
device-add-scan-text = Open daar Kring en kies Aanmelden met een ander apparaat.
device-number = Code van het nieuwe apparaat
device-sure = Heb je dat apparaat voor je, en is het van jou?
device-sure-text = Het kan daarna alles lezen en schrijven wat jij kunt. Stuurde iemand je deze code, of belt er iemand over? Doe het dan niet.
device-give = Meld het aan als { $name }
device-give-not = Niet doen
device-offer = Het nieuwe apparaat heeft een camera
device-offer-text = Ook voor de app op het beginscherm van deze iPhone of iPad: kopieer de code hier en plak hem daar.
device-offer-verb = Laat een code zien
device-offer-secret = Tien minuten geldig, voor één apparaat. Laat hem aan niemand zien.
device-copy = Kopieer de code
device-copied = Gekopieerd. Plak de code in de app.
device-added = Het nieuwe apparaat is aangemeld
sign-out = Afmelden
sign-out-why = Dit apparaat wist alles van Kring. Je account blijft bestaan.
sign-out-waiting = { $count ->
    [one] Er wacht nog 1 bericht op verzending. Dat gaat verloren als je je nu afmeldt.
   *[other] Er wachten nog { $count } berichten op verzending. Die gaan verloren als je je nu afmeldt.
  }

## Fouten: wat er is, wat veilig is, wat je kunt doen
error-unknown = Er ging iets mis. Er is niets verloren. Probeer het nog eens.
error-unreachable = De school is nu niet te bereiken. Er is niets verloren. Probeer het straks nog eens.
error-invalid = Dit kon niet worden verwerkt. Controleer wat je hebt ingevuld.
error-not-found = Deze code kennen we hier niet. Kijk of je op de goede school bent en of je alles goed overtypte.
error-slow-down = Dat ging even te snel. Wacht een minuut en probeer het nog eens.
error-strange-browser = Met alleen een wachtwoord kom je hier niet binnen: deze browser kennen we nog niet. Meld je aan met een ander apparaat, of gebruik je herstelblad.
error-no-passkey = Het lukte niet met een toegangssleutel: er is er geen, dit apparaat kan het niet, of er is op Annuleren gedrukt. Er is niets veranderd.
error-bad-mail = Dit is geen e-mailadres. Kijk het na; er is niets veranderd.
error-wrong-login = De inlognaam of het wachtwoord klopt niet. Probeer het nog eens, of gebruik je herstelblad.
error-wrong-key = Het wachtwoord klopt niet. Probeer het nog eens, of gebruik je herstelblad.
error-name-taken = Deze inlognaam is al in gebruik. Kies een andere.
error-token-used = Deze brief is al gebruikt. Was jij dat niet? Vraag het kantoor van de school meteen om een nieuwe.
error-token-expired = De tijd voor deze brief is voorbij. Vraag het kantoor van de school om een nieuwe.
error-token-withdrawn = De school heeft deze brief ingetrokken. Vraag het kantoor om een nieuwe.
error-code-group = In groepje { $group } staat een typefout. Kijk nog eens op de brief.
error-code-symbol = In groepje { $group } staat een teken dat niet in een code voorkomt. Kijk nog eens op de brief.
error-code-length = De code is niet compleet: het zijn groepjes van vijf tekens.
error-tampered = Pas op: deze brief en deze school horen niet bij elkaar. Er is niets verstuurd. Bel de school.
error-swapped-key = Pas op: de computer van de school wijst de verkeerde persoon aan. Er is niets verstuurd. Bel de school.
error-wrong-school = Pas op: dit is niet de school van je brief. Er is niets verstuurd.
error-backdated = Pas op: de computer van de school toont een bericht van iemand die er niet meer bij hoort. Bel de school.
error-unproven = Pas op: de computer van de school laat iets zien dat niet te bewijzen is. Bel de school.
error-forked = Pas op: de computer van de school laat mensen verschillende dingen zien. Bel de school.
error-parameters-downgraded = Deze school vraagt om een te zwakke beveiliging. Er is niets verstuurd. Bel de school.
error-wrong-secret = Deze link is niet (meer) geldig. Vraag de computerbeheerder om een nieuwe.
error-already-founded = Deze school is al opgericht. Meld je aan.
error-not-signed-in = Je bent niet meer aangemeld. Meld je opnieuw aan; wat je schreef is bewaard.
error-not-a-writer = Dit mag je hier niet schrijven. Vraag het kantoor van de school.
error-no-audience = Kies eerst voor wie dit bericht is.
error-no-text = Vul een kop en een bericht in.
error-roster-too-large = Dit bestand is groter dan 2 MB. Haal alleen de kinderen van deze school op.
error-roster-not-text = Dit is geen CSV-bestand. Kies bij het opslaan voor CSV met puntkomma's.
error-roster-no-header = De eerste regel moet de kolommen noemen: leerlingnummer, roepnaam, achternaam, groep.
error-roster-too-many-rows = Dit bestand heeft meer dan 5.000 regels. Haal alleen de kinderen van deze school op.
error-internal = Er ging iets mis bij de school. Wat je schreef is bewaard. Probeer het straks nog eens, of bel de school.
error-malformed = Dit konden we niet lezen. Er is niets verstuurd. Vernieuw de pagina en probeer het nog eens.
error-crypto = Dit konden we niet openen. Er is niets verstuurd. Vernieuw de pagina en probeer het nog eens.
error-code = Deze code klopt niet. Kijk nog eens op de brief.
error-too-large = Dit is te groot om te versturen. Maak het kleiner en probeer het nog eens.
error-too-slow = De verbinding was te langzaam. Wat je schreef is bewaard. Probeer het nog eens met beter bereik.
error-wrong-type = Dit soort bestand kan hier niet. Kies een ander bestand.
error-wrong-origin = Je bent via een ander adres binnengekomen. Open Kring via het adres op je brief.
error-wrong-method = Dit kan hier niet. Ga terug en probeer het nog eens.
error-account-needed = Hiervoor heb je een account nodig. Maak er een, of meld je eerst aan.
error-not-founded = Deze school is nog niet begonnen met Kring. Vraag de school wanneer het zover is.
error-bad-founding = Het oprichten lukte niet. Er is niets bewaard. Open de link nog eens en begin opnieuw.
error-not-allowed = Dit mag je hier niet. Vraag het kantoor van de school.
error-not-a-manager = Je mag niet veranderen wie dit leest. Vraag het kantoor van de school.
error-wrong-author = Dit is door iemand anders geschreven. Alleen de schrijver kan het wijzigen.
error-unknown-kind = Dit soort bericht kan hier niet. Vernieuw de pagina en probeer het nog eens.
error-marked-key = Pas op: de computer van de school gaf een stembriefje waaraan je te herkennen bent. Er is niets verstuurd. Bel de school.
error-survey-closed = Deze peiling is gesloten. Je kunt niet meer antwoorden.
error-survey-open = Deze peiling loopt nog. De antwoorden zie je na de sluitingstijd.
error-survey-stopped = Deze peiling is gestopt. Vraag de school om een nieuwe.
error-ballot-given = Iemand van jullie gezin antwoordt al op deze peiling. Eén antwoord telt. Jouw antwoord is niet verstuurd.
error-ballot-used = Met dit stembriefje is al geantwoord. Het eerste antwoord blijft staan.
error-bad-ballot = Dit stembriefje hoort niet bij deze peiling. Er is niets verstuurd. Open de peiling nog eens.
error-conflict = Dit is intussen veranderd. Kijk hoe het er nu uitziet en probeer het nog eens.
error-stale-revision = Iemand heeft dit intussen gewijzigd. Kijk hoe het er nu uitziet en probeer het nog eens.
error-stale-tip = Iemand was net eerder. Er is niets verloren. Probeer het nog eens.
error-stale-link = Iemand was net eerder. Er is niets verloren. Probeer het nog eens.
error-stale-epoch = Wie dit leest, is net veranderd. Er is niets verstuurd. Kijk voor wie het is en probeer het nog eens.
error-bad-act = Dit paste niet bij wat de school al weet. Er is niets veranderd. Vernieuw de pagina en probeer het nog eens.
error-bad-link = Dit paste niet bij wie dit nu lezen. Er is niets veranderd. Vernieuw de pagina en probeer het nog eens.
error-bad-readers = De lijst van lezers klopt niet meer. Er is niets verstuurd. Vernieuw de pagina en probeer het nog eens.
error-bad-letter = Dit bericht paste niet bij zijn lezers. Er is niets verstuurd. Vernieuw de pagina en probeer het nog eens.
error-bad-cursor = Dit apparaat loopt achter. Vernieuw de pagina: alles wordt opnieuw opgehaald.
error-gap = Dit apparaat mist een stuk. Vernieuw de pagina: alles wordt opnieuw opgehaald.
error-lists-needed = Nog niet alles is binnen. Wacht even en probeer het nog eens.
error-store-full = De computer van de school is vol. Lezen kan. Wat je schreef is bewaard en gaat later mee. Bel de school.
error-store-unavailable = De school kan nu even niets bewaren. Wat je schreef staat op dit apparaat en gaat later mee.
error-needs-approval = Dit kind is afgeschermd. Laat eerst een tweede persoon van kantoor instemmen.

## Absenties
absences = Absenties
absences-empty = Nog niets
absences-empty-text = Zodra je kind een groep heeft, meld je het hier ziek.
absence-report = Meld afwezig
absence-verb = Meld { $names } afwezig
absence-reported = { $names } is afwezig gemeld. Dat gaat nu naar school.
absence-who = Wie is er niet?
absence-why = Waarom?
absence-when = Wanneer?
absence-today = Vandaag
absence-tomorrow = Morgen
absence-other = Andere dag
absence-more = Meer dagen, een deel van de dag, elke week
absence-from = Vanaf
absence-until = Tot en met
absence-open = Ik weet nog niet hoe lang
absence-open-hint = Je meldt je kind later zelf beter.
absence-weekly = Elke week op deze dag
absence-weekly-hint = Bijvoorbeeld voor logopedie.
absence-start = Van
absence-end = Tot
absence-remark = Wil je er iets bij zeggen?
absence-remark-hint = Dit lezen alleen de leerkrachten en het kantoor, ook de andere ouder niet.
absence-written = gemeld { $when }
absence-noted = gezien op school
absence-note = Gezien
absence-none = { $name } is deze week gewoon op school.
absence-week = Deze week
absence-better = Morgen weer beter
absence-better-done = Fijn. School weet dat je kind er morgen weer is.
absence-better-said = beter gemeld
absence-longer = Nog een dag langer
absence-longer-done = School weet dat het een dag langer duurt.
absence-withdraw = Intrekken
absence-withdrawn = Ingetrokken, voor iedereen
absence-history = { $count ->
    [one] 1 keer gemeld
   *[other] { $count } keer gemeld
  }
absence-csv = Bewaar als bestand
absence-csv-child = Kind
reason-sick = Ziek
reason-doctor = Dokter
reason-dentist = Tandarts
reason-late = Komt later
reason-funeral = Begrafenis
reason-religious = Religieus feest
reason-other = Iets anders
span-part = van { $start } tot { $end }
span-weekly = elke week vanaf { $from } tot { $until }
span-open = vanaf { $from }, tot je beter meldt
span-days = { $from } tot en met { $until }
week-there = op school
week-absent = afwezig
week-part = een deel van de dag afwezig
alarm-title = { $name } is niet op school
alarm-text = De leerkracht miste je kind { $when } en heeft niets van je gehoord. Meld het even, of bel de school.
todo-absences = { $count ->
    [one] 1 afwezig kind dat nog niemand heeft gezien
   *[other] { $count } afwezige kinderen die nog niemand heeft gezien
  }
board-title = Groep { $group }, { $day }
board-there = { $there } van { $all } zijn er
board-empty = Nog geen kinderen
board-empty-text = Zodra het kantoor kinderen in deze groep zet, staan ze hier.
mark-present = is er
mark-absent = is er niet
mark-late = kwam later
register-close = Iedereen is bekeken
register-again = Bewaar opnieuw
register-closed = Bewaard. Ouders van kinderen die je mist krijgen nu bericht.
register-was-closed = Bekeken { $when }
missing-tag = niemand heeft iets gezegd
arrived = Is er toch
arrived-said = { $name } is er. De ouders weten het.
leave = Verlof
leave-ask = Verlof vragen
leave-ask-title = Verlof vragen voor { $name }
leave-why = Verlof is iets anders dan ziek melden: de directeur beslist erover.
leave-kind = Waarvoor?
leave-family = Familie
leave-religious = Religieus feest
leave-other = Iets anders
leave-reasons = Waarom vraag je dit?
leave-reasons-hint = Dit leest alleen het kantoor.
leave-verb = Vraag verlof
leave-asked = Gevraagd. Je ziet hier wat de school beslist.
leave-waits = Wacht op een besluit
leave-granted = Toegestaan
leave-refused = Niet toegestaan
leave-motive = Uitleg voor de ouders
leave-motive-hint = Nodig als je het niet toestaat.
leave-grant = Sta toe
leave-refuse = Sta niet toe
leave-decided = De ouders zien je besluit
pickup-say = Iemand anders haalt op
pickup-title = Wie haalt { $name } op?
pickup-why = De leerkracht ziet dit op het dagoverzicht.
pickup-day = Welke dag?
pickup-name = Wie komt er?
pickup-name-hint = Bijvoorbeeld: opa Henk.
pickup-verb = Geef door
pickup-said = Doorgegeven voor { $name }
pickup-tag = wordt opgehaald door
error-no-child = Kies eerst een kind.
error-no-reason = Kies eerst waarom je kind er niet is.
error-until-before-from = De laatste dag ligt voor de eerste. Kies een andere dag.
error-no-plea = Vertel eerst waarom je verlof vraagt.
error-no-name = Vul in wie er komt.
pickup-always = Deze persoon mag altijd ophalen
pickup-always-hint = Komt op de noodlijst van de leerkrachten. De andere ouder ziet dit niet.
pickup-phone = Telefoon
pickup-known = Mag altijd ophalen
pickup-gone = Haal weg
pickup-is = { $name } haalt op
pickup-withdraw = Intrekken
pickup-off = Toch niet { $name }
pickup-off-when = ingetrokken { $when }
pickup-changed = eerst { $was }, veranderd { $when }
pickup-changed-tag = ophalen veranderd
staff-days = Werkdagen
staff-days-hint = Bijvoorbeeld: ma-wo. Ouders zien dit bij de groep.
class-parent = klassenouder
class-parent-of = { $name } ({ $child })
class-parents = Klassenouders kiezen
class-parents-why = Wie helpt deze groep? De ouders van de groep zien dit.
diary-shared = Jij deelde iets: { $field }
diary-taken = Jij nam iets terug: { $field }

## Berichten
messages-new = Nieuw bericht
messages-settings = Instellingen voor berichten
messages-search = Zoek in berichten
messages-none = Niets gevonden
messages-empty = Nog geen berichten
messages-empty-text = Hier schrijf je met de leerkrachten en, als je wilt, met andere ouders. Niemand ziet daarvoor je nummer.
messages-alone = Alleen jij
you-said = Jij: { $text }
muted = Stil
mute = Zet stil
unmute = Niet meer stil
requests = Willen je schrijven
requests-why = Je kent deze mensen hier nog niet. Ze zien niet of je dit leest.
request-title = { $name } wil je schrijven
request-text = Zolang je het niet goedvindt, hoort { $name } niets van je, ook niet dat je het las.
request-accept = Goed
block = Blokkeer
blocked = Geblokkeerd. Je hoort niets meer, en niemand merkt het.
unblock = Deblokkeer
blocked-people = Door jou geblokkeerd
inbox-of = Leerkrachten van { $group }
write-group-about = Alle gezinnen van de groep. Antwoorden komen alleen bij jou.
write-parents-of = Ouders van { $child }
nobody-to-write = Er is nog niemand om aan te schrijven.
send = Verstuur
send-to = Verstuur aan { $who }
check-recipients = Alleen { $who } en je team lezen dit.
check-recipients-text = Gaat dit over het goede kind?
message-text = Je bericht
message-edit = Verander je bericht
message-edited = veranderd
message-read = gelezen
message-arrives = komt aan { $when }
message-held = komt binnen een minuut aan
message-removed = Dit bericht is weggehaald.
message-removed-done = Weggehaald. Het was al gelezen.
message-take = Neem terug
message-taken = Teruggenomen. Niemand had het gelezen.
message-sent-held = Verstuurd. Het komt over een minuut aan.
message-actions = Meer over dit bericht
message-gone = Hier staat geen bericht
message-gone-text = Het is teruggenomen, of het is niet voor jou.
message-only-sender = alleen aan de afzender
message-only-you = alleen aan jou
answer-to = Antwoord aan …
answer-sender = Alleen aan { $name }
answer-all = Aan iedereen in dit gesprek
arrives-later = Dit komt { $when } aan, als er iemand werkt.
send-now-anyway = Verstuur toch nu
thread-title = Onderwerp
thread-title-hint = Dan vindt iedereen het terug.
thread-past = Nieuwe mensen mogen lezen wat er al stond
thread-past-hint = Zo niet, dan lezen ze vanaf de dag dat ze erbij komen.
thread-add = Voeg mensen toe
thread-add-past = Ze lezen ook wat er al gezegd is.
thread-add-new = Ze lezen wat vanaf nu gezegd wordt, en niets van daarvoor.
compare = Vergelijk een code
compare-with = Is dit echt { $name }?
compare-text = Bel { $name } of zie elkaar, en lees deze cijfers voor. In de app van { $name } staan dezelfde, bij Vergelijk een code.
compare-then = Klopt het, dan kan { $name } weer lezen wat jij in dit gesprek schreef.
compare-differs = Staat daar iets anders? Stuur dan niets wat privé is en vraag het kantoor.
renewed = De sleutels van { $name } zijn vernieuwd
renewed-since = De sleutels van { $name } zijn vernieuwd op { $date }
renewed-text = Dit gesprek is nu niet te lezen voor { $name }, die alles kwijt was. Vergelijk eerst een code; daarna komt terug wat jij schreef.
renewed-wait = Dit gesprek is nu niet te lezen voor { $name }, die alles kwijt was. Na een bericht van { $name } kunnen jullie een code vergelijken.
renewed-new = Dit gesprek was begonnen door { $name }, die alles kwijt was. Het komt niet terug; begin een nieuw gesprek.
renewed-verb = De code klopt
renewed-done = Wat jij hier schreef is weer te lezen voor { $name }
thread-leave = Verlaat dit gesprek
thread-left = Je bent eruit. Je krijgt hier niets meer van.
handling-open = Open
handling-mine = Opgepakt
handling-done = Afgehandeld
handling-take = Ik doe het
handling-finish = Afgehandeld
handling-reopen = Weer open
report = Meld
report-title = Meld dit bericht
report-text = Het kantoor krijgt dit ene bericht, zoals { $name } het ondertekende, en jouw woorden. Verder niets van het gesprek.
report-why = Wat is er mis mee?
report-verb = Stuur aan het kantoor
reported = Gemeld bij het kantoor.
reports = Gemelde berichten
reports-why = Elk zoals de schrijver het ondertekende. Je ziet verder niets van het gesprek.
report-by = Gemeld door { $name }
report-signed = Geschreven en ondertekend door { $name }
report-false = Dit kan niet getoond worden: de handtekening klopt niet. Niemand mag hierop worden aangesproken.
accept-title = Wie mag mij schrijven?
accept-ask = Ouders mogen het vragen
accept-ask-hint = Hun eerste bericht wacht tot jij het goedvindt.
accept-all = Alle ouders van mijn groepen
accept-all-hint = Ze schrijven zonder te vragen.
accept-staff = Alleen de school
accept-staff-hint = Berichten van ouders die je niet goedvond, zie je niet.
accept-why = Niemand merkt wat je kiest. Je lijkt op iemand die nog niet meedoet.
marks = Laat zien dat ik gelezen heb
marks-hint = Anderen zien 'gelezen' bij hun berichten aan jou.
hours = Wanneer ik antwoord
hours-why = Wat ouders buiten deze tijden schrijven, komt aan als je begint, tenzij ze het toch nu versturen. Ze zien niet dat je 's avonds leest.
hours-text = Automatische tekst
hours-text-hint = Bijvoorbeeld: bel bij spoed de school.
hours-from = { $day }, van
hours-until = { $day }, tot
hours-saved = Opgeslagen. Ouders zien wanneer je antwoordt.
write-office = het kantoor
choose-other = Kies iemand anders
today-all = Alles
today-child = Over wie?

## Meldingen
notices = Meldingen
notices-here = Meldingen op dit apparaat
notices-hint = Wat er staat, wordt op dit apparaat geopend. De meldingsdienst leest niets.
notices-install = Deze browser kan geen meldingen tonen. Op een iPhone: zet Kring eerst op je beginscherm.
notices-now = Meteen
notices-daily = Eén keer per dag, om { $hour } uur
notices-off = Niet
notices-children = Over welke kinderen
notices-quiet = Stille uren
notices-quiet-hint = Alleen een kind dat gemist wordt en wat de school dringend noemt, komen er dan door.
notices-from = Van
notices-until = Tot
notices-neutral = Geen woorden op het vergrendelscherm
notices-neutral-hint = Dan staat er alleen dat er iets nieuws is.
mail = E-mail als meldingen niet aankomen
mail-hint = Hooguit één per dag, en er staat nooit in wat er geschreven is. De school bewaart dit adres leesbaar.
mail-kept = Bewaard. Je krijgt alleen een mailtje als geen van je apparaten een melding kan krijgen.
mail-gone = Je krijgt geen e-mail meer
notices-test = Stuur een proefmelding
notices-tested = Onderweg. Zie je hem binnen een minuut?
notice-neutral = Er is iets nieuws van school
notice-urgent = Dringend bericht van school
notice-reminder = Je hebt dit nog niet gelezen
notice-message = Nieuw bericht
notice-request = Wil je schrijven
notice-report = Er is een bericht gemeld
notice-absence = Er is een absentie gemeld
notice-noshow = Is niet op school, en niemand weet waarom. Kijk meteen.
notice-found = { $name } is er
notice-leave = Er is verlof gevraagd
notice-decision = Er is beslist over verlof
notice-pickup = Iemand anders haalt op
notice-pickup-off = Toch niemand anders die ophaalt
error-no-permission = De browser laat geen meldingen toe. Zet ze aan bij de instellingen van deze site.

## Herstel
sheet-new = Nieuw herstelblad
sheet-new-text = Het vorige blad werkt niet meer zodra je dit bewaard hebt.
sheet-renewed = Bewaard. Je vorige blad werkt niet meer.
sheet-due = Je hebt je herstelblad gebruikt
sheet-due-text = Een blad is voor één keer. Maak nu een nieuw en bewaar het thuis.
password-new = Nieuw wachtwoord
password-new-text = Het vorige werkt daarna nergens meer. Apparaten waarop je al bent aangemeld, blijven open.
password-keep = Houd mijn wachtwoord
password-changed = Je wachtwoord is veranderd.

## De app
install = Kring op je beginscherm
install-text = Dan opent Kring als een app, ook zonder verbinding.
install-hand = Tik op Deel en dan op 'Zet op beginscherm'. Daarna kun je ook meldingen krijgen.
install-verb = Zet op mijn beginscherm
inboxes = Postvakken van groepen ({ $count })

## Agenda
calendar = Agenda
calendar-views = Hoe je de agenda bekijkt
calendar-list = Lijst
calendar-week = Week
calendar-month = Maand
calendar-new = Nieuwe afspraak
calendar-subscribe = Abonneren
calendar-earlier = Laat zien wat al geweest is
calendar-later = Laat meer zien
calendar-empty = Er staat nog niets in de agenda
calendar-empty-text = Hier komt wat er op school, in de groep en thuis gebeurt: uitjes, vrije dagen, gym en ouderavonden.
calendar-nothing = Niets
calendar-count = { $count ->
    [0] niets
    [one] 1 afspraak
   *[other] { $count } afspraken
  }
calendar-more = nog { $count }
calendar-today = vandaag, { $day }
calendar-tomorrow = morgen, { $day }
calendar-until = tot en met { $day }
calendar-week-of = { $from } – { $until }
calendar-week-before = Week ervoor
calendar-week-after = Week erna
calendar-all = Alles
calendar-whose = Van wie
calendar-sort = Soort
calendar-all-sorts = Alle soorten
calendar-filter = Laat zien: { $name }
calendar-mine = Van mij
calendar-of-school = School
calendar-of-staff = Team
calendar-of-home = Thuis
calendar-of-me = Alleen ik
calendar-home-about = Wie bij jou thuis woont
category-event = Activiteit
category-free = Vrij
category-trip = Uitje
category-gym = Gym
category-meeting = Bijeenkomst
category-party = Feest
category-test = Toets
category-other = Anders
category-mine = Van mij
calendar-was = was
calendar-off = Gaat niet door
calendar-changed = Gewijzigd
calendar-changed-when = Gewijzigd, { $when }
calendar-asks = Kom je?
calendar-gone = Deze afspraak is er niet meer
calendar-gone-text = Hij is weggehaald, of hij is niet voor jou.
calendar-for = Voor wie
calendar-title = Wat
calendar-whole-day = Hele dag
calendar-day = Dag
calendar-last-day = Tot en met (als het meer dagen duurt)
calendar-start = Van
calendar-end = Tot
calendar-place = Waar
calendar-text = Meer erover
calendar-repeat = Komt het terug?
calendar-repeat-never = Nee
calendar-repeat-week = Elke week
calendar-repeat-fortnight = Om de week
calendar-repeat-month = Elke maand
calendar-repeat-year = Elk jaar
calendar-repeat-until = Tot en met welke dag?
calendar-skip = Niet in vakanties en op vrije dagen
calendar-every-week = { $step ->
    [one] Elke week, tot en met { $until }
   *[other] Elke { $step } weken, tot en met { $until }
  }
calendar-every-month = { $step ->
    [one] Elke maand, tot en met { $until }
   *[other] Elke { $step } maanden, tot en met { $until }
  }
calendar-every-year = { $step ->
    [one] Elk jaar, tot en met { $until }
   *[other] Elke { $step } jaar, tot en met { $until }
  }
calendar-ask = Vraag wie er komt
calendar-ask-hint = Ouders zeggen ja, misschien of nee. Alleen jij en je collega's zien wie wat zegt.
calendar-public = Mag ook buiten school bekend zijn
calendar-public-hint = Dan komt het in het abonnement voor iedereen, zoals vakanties.
calendar-add = Zet in de agenda
calendar-added = Het staat in de agenda
calendar-reason = Waarom verandert het?
calendar-reason-hint = Iedereen die deze agenda leest, ziet dit. Als de dag, de tijd of de plek verandert en het binnen twee weken is, krijgt iedereen één melding.
calendar-urgent = Dringend
calendar-urgent-hint = Iedereen krijgt nu meteen een melding, ook wie meldingen uit heeft staan.
calendar-changed-done = Gewijzigd
calendar-edit-once = Wijzig alleen deze keer
calendar-edit-all = Wijzig alle keren
calendar-cancel = Gaat niet door
calendar-cancel-once = Deze keer gaat niet door
calendar-cancel-all = Gaat helemaal niet meer door
calendar-cancel-text = Het blijft in de agenda staan, doorgestreept, zodat iedereen ziet dat het niet doorgaat.
calendar-cancel-verb = Zeg het af
calendar-cancelled-done = Afgezegd
calendar-remove = Haal weg
calendar-removed = Weggehaald uit de agenda
calendar-ics = Zet in mijn agenda
calendar-remind = Herinner mij
calendar-before-never = Niet
calendar-before-15 = Een kwartier ervoor
calendar-before-60 = Een uur ervoor
calendar-before-1440 = Een dag ervoor
calendar-before-360 = De avond ervoor
calendar-before-1800 = Twee avonden ervoor
calendar-year = Jaarplanning
calendar-year-count = { $count ->
    [one] Jaarplanning (1 concept)
   *[other] Jaarplanning ({ $count } concepten)
  }
calendar-year-text = Wat hier staat, ziet alleen het kantoor. Pas als je het publiceert, staat het in de agenda van iedereen voor wie het is.
calendar-year-empty = Er staat niets klaar
calendar-year-empty-text = Plan hier het schooljaar: vakanties, studiedagen, ouderavonden. Je publiceert alles in één keer.
calendar-draft-new = Nieuw concept
calendar-draft-keep = Bewaar als concept
calendar-draft-kept = Bewaard als concept
calendar-drop = Haal { $title } uit de planning
calendar-publish = { $count ->
    [one] Publiceer 1 afspraak
   *[other] Publiceer { $count } afspraken
  }
calendar-publishing = { $count ->
    [one] 1 afspraak wordt gepubliceerd
   *[other] { $count } afspraken worden gepubliceerd
  }
calendar-published-part = { $done } van { $total } gepubliceerd
calendar-region = Regio
region-noord = Noord
region-midden = Midden
region-zuid = Zuid
calendar-holidays-take = { $count ->
    [one] Neem 1 schoolvakantie over
   *[other] Neem { $count } schoolvakanties over
  }
calendar-holidays-taken = De vakanties staan in je planning
calendar-holidays-there = De vakanties van deze regio staan er al.
holiday-autumn = Herfstvakantie
holiday-christmas = Kerstvakantie
holiday-spring = Voorjaarsvakantie
holiday-may = Meivakantie
holiday-summer = Zomervakantie
rsvp-ask = Kom je?
rsvp-yes = Ja
rsvp-maybe = Misschien
rsvp-no = Nee
rsvp-who = Wie komt er mee?
rsvp-readers = Alleen wie dit organiseert, ziet je antwoord.
rsvp-answers = Wie komt er
rsvp-count = { $yes } ja, { $maybe } misschien, { $no } nee
rsvp-nobody = Nog niemand heeft geantwoord.
notice-event-moved = { $was } → { $now }. { $reason }
notice-event-off = Gaat niet door ({ $was }). { $reason }
urgent-notice-event-moved = Dringend: { $was } → { $now }. { $reason }
urgent-notice-event-off = Dringend: gaat niet door ({ $was }). { $reason }
notice-alert = Herinnering: { $when }
error-no-calendar = Kies voor wie dit is.
error-no-title = Schrijf op wat het is.
error-no-day = Kies een dag en een tijd, of kies 'Hele dag'.
error-end-before-start = Het einde is voor het begin. Kijk de tijden na.
error-no-repeat-until = Kies tot wanneer het terugkomt.

feeds = In je eigen agenda
feeds-why = Zet de agenda van school in de agenda-app op je telefoon of computer. Dat gaat met een geheim adres. Wat hier verandert, verandert daar vanzelf.
feeds-empty = Je hebt nog geen adres
feeds-empty-text = Hier staan straks de adressen die je maakte, en wanneer ze voor het laatst zijn opgehaald.
feed-new = Maak een adres
feed-another = Maak nog een adres
feed-scope = Wat komt erin?
feed-full = Alles wat jij ziet
feed-full-hint = De agenda van de school en de klas, en wat van jou is: gesprekken, overblijfdagen, ritten en je eigen afspraken.
feed-public = Alleen wat openbaar is
feed-public-hint = Wat de school aan iedereen laat zien, zoals vakanties. Niets van jullie.
feed-whose = Van wie?
feed-all = Iedereen
feed-names = Zet de naam van mijn kind erbij
feed-names-hint = Anders staat er de klas, en nergens een naam.
feed-with-names = met naam
feed-label = Hoe noem je dit adres?
feed-label-hint = Alleen jij ziet dit. Bijvoorbeeld: mijn telefoon.
feed-care = Wie dit adres heeft, kan meelezen.
feed-care-text = Je agenda-app haalt de agenda op. De maker van die app, zoals Google of Apple, kan hem dan ook lezen. Deel het adres dus met niemand. Vertrouw je het niet? Trek het in, dan werkt het meteen niet meer.
feed-make = Maak het adres
feed-made = Het adres is klaar
feed-making = Het adres wordt gemaakt
feed-unnamed = Mijn agenda
feed-fetched = laatst opgehaald op { $day }
feed-fetched-not = nog niet opgehaald
feed-open = Open in mijn agenda-app
feed-copy = Kopieer het adres
feed-copied = Gekopieerd. Plak het in je agenda-app, bij een agenda-abonnement.
feed-elsewhere = Op een ander apparaat
feed-elsewhere-text = Scan dit met het andere apparaat, of neem het adres over. Kies daar: agenda toevoegen via een adres (URL).
feed-qr = Het adres van je agenda als QR-code
feed-address = Adres
feed-revoke = Trek in
feed-revoked = Ingetrokken. Het adres werkt niet meer.
feed-ending = Het adres wordt ingetrokken
feed-other = Een ander adres van jou
feed-other-text = Gemaakt op { $day }. Je kunt het niet meer bekijken, wel intrekken.
error-feed-revoked = Dit agenda-adres is ingetrokken. Maak een nieuw adres.
error-too-many-feeds = Je hebt al heel veel adressen. Trek er eerst een in die je niet meer gebruikt.

## Gesprekken
talks = Gesprekken
talk = Gesprek
talks-empty = Nog geen gesprekken
talks-empty-text = Hier zie je wanneer je met de juf of meester praat. Zodra school een ronde klaarzet, kies je hier een tijd.
talk-new = Ronde maken
talk-new-not = Alleen het team maakt rondes
talk-new-not-text = Wil je een gesprek? Stuur de juf of meester een bericht.
talk-gone = Deze ronde is er niet meer
talk-gone-text = De school heeft de ronde weggehaald, of hij is niet voor jou.
talk-moment = { $day }, { $time }
talk-a-child = een leerling
talk-about = Gesprek over { $name }
talk-due = Kies een tijd voor { $name }
talk-due-wish = Zeg wanneer het past voor { $name }
talk-before = Dat kan tot { $when }.
talk-opens = Je kunt een tijd kiezen vanaf { $when }.
talk-choose = Kies een tijd
talk-wish-open = Zeg wat past
talk-said = Wat er besproken is
talk-overview = Hoe staat het ervoor
talk-sheet = Mijn avond
talk-evening = { $count ->
    [one] Gesprek
   *[other] { $count } gesprekken
  }
talk-taken = { $taken } van { $of } tijden gekozen
talk-families = { $done } van { $of } kinderen hebben een tijd
talk-phase-word-planned = nog niet open
talk-phase-word-wishes = gezinnen geven wensen
talk-phase-word-early = open voor gezinnen met meer kinderen
talk-phase-word-open = open
talk-phase-word-closed = tijden staan vast
talk-phase-word-over = voorbij
talk-phase-planned = Kiezen kan vanaf { $when }. Je kunt al kijken.
talk-phase-planned-early = Kiezen kan vanaf { $when }. Gezinnen met meer kinderen kiezen vanaf { $early }.
talk-phase-early = Jij mag al kiezen, omdat je meer kinderen hier hebt. Voor iedereen gaat het open: { $when }.
talk-phase-open = Kiezen en verzetten kan tot { $when }.
talk-phase-closed = De tijden staan vast. Kun je niet? Stuur de juf of meester een bericht.
talk-from-until = Kiezen van { $from } tot { $until }
talk-at-once-open = nu
talk-no-end = het gesprek
talk-mode-site = Op school
talk-mode-phone = Telefoon
talk-mode-video = Videobellen
talk-chair-free = { $time }, vrij
talk-chair-taken = { $time }, bezet
talk-chair-mine = { $time }, jouw tijd
talk-chair-wanted = { $time }, je wacht hierop
talk-legend-free = vrij
talk-legend-taken = bezet
talk-legend-mine = jouw tijd
talk-legend-wanted = je wacht hierop
talk-legend-wait = Tik op een bezette tijd om erop te wachten.
talk-times-of = Tijden voor { $name }
talk-answered = Voor { $name } is al een tijd gekozen. Dit gesprek is voor jullie samen.
talk-combo-title = Achter elkaar
talk-combo-best = Past het best
talk-combo-none = Er zijn geen tijden meer die achter elkaar passen. Kies hieronder per kind.
talk-combo-verb = { $count ->
    [2] Kies deze twee
   *[other] Kies deze { $count }
  }
talk-walk = { $walk } minuten lopen
talk-wait-minutes = { $wait } minuten wachten
talk-walk-and-wait = { $walk } minuten lopen, { $wait } minuten wachten
talk-at-once = meteen daarna
talk-confirm-title = Zo leggen we het vast
talk-book-verb = { $count ->
    [one] Leg { $time } vast
    [2] Leg beide vast
   *[other] Leg { $count } gesprekken vast
  }
talk-booked = Vastgelegd. Je vindt het bij Gesprekken.
talk-move = Verzetten
talk-move-title = Verzetten
talk-move-verb = Verzet naar { $time }
talk-times-other = Andere tijden
talk-chosen = { $taken } gesprekken gekozen, { $children } kinderen
talk-move-how = Tik op een andere tijd om te verzetten.
talk-move-other = Iemand bij jou thuis heeft dit gekozen, en kan het verzetten.
talk-moved = Verzet.
talk-wait-title = Deze tijd is bezet
talk-wait-verb = Op de wachtlijst
talk-wait-why = Je houdt je tijd van nu. Komt deze vrij, dan krijg je hem vanzelf. Het ruilt ook vanzelf als iemand anders jouw tijd wil.
talk-wait-why-none = Komt deze tijd vrij, dan krijg je hem vanzelf en hoor je dat meteen.
talk-waiting = Je staat op de wachtlijst.
talk-waits = Je wacht op { $when }. Plaats { $place } op de wachtlijst.
talk-waits-keeps = Je wacht op { $when }, plaats { $place } op de wachtlijst. Tot dan houd je deze tijd. Het ruilt vanzelf als iemand anders jouw tijd wil.
talk-held = Nog { $clock } voor jou vastgehouden
talk-held-over = Niet meer vastgehouden. Misschien is het nog vrij.
talk-lost = Net te laat: iemand anders was iets sneller.
talk-lost-next = Dit is wat er het dichtst bij ligt: { $when }.
talk-lost-none = Er is nu geen andere tijd vrij.
talk-lost-verb = Kies { $time }
talk-who = Wie komen er?
talk-who-me = Ik kom alleen
talk-who-both = We komen samen
talk-who-child = Mijn kind komt mee
talk-more = Bellen, tolk of iets voorbereiden
talk-how = Hoe?
talk-interpreter = Een tolk? In welke taal?
talk-interpreter-hint = Laat leeg als je geen tolk nodig hebt.
talk-interpreter-for = Tolk: { $language }
talk-note = Waar wil je het over hebben?
talk-note-hint = Alleen de leerkracht van dit gesprek en jouw huis lezen dit.
talk-note-verb = Iets voorbereiden
talk-note-kept = Bewaard. De leerkracht kan het lezen.
talk-leave-it = Laat maar
talk-by-school = School heeft dit voor je vastgelegd
talk-by-school-for = Vastgelegd door school voor { $name }
talk-call = Begin het videogesprek
talk-cancel = Opzeggen
talk-stop-waiting = Niet meer wachten
talk-cancelled = Opgezegd. De tijd is weer vrij.
talk-to-calendar = Zet in mijn agenda
talk-fixed = De tijd staat vast. Kun je toch niet? Stuur de juf of meester een bericht.
talk-late-by = { $minutes } minuten later
talk-reader-teacher = Leerkracht van dit gesprek
talk-reader-home = Van dit huis
talk-wish-title = Wanneer past het?
talk-wish-why = Je kunt dit zeggen tot { $when }. Daarna maakt school een plan voor iedereen. Kinderen van een gezin komen achter elkaar.
talk-wish-there = Je wensen zijn bekend. Je kunt ze nog veranderen.
talk-wish-from = Niet eerder dan
talk-wish-until = Klaar voor
talk-wish-not = Welke dag kan niet?
talk-wish-sent = Je wensen zijn verstuurd.
talk-wish-verb = Verstuur voor { $names }
talk-not-yet = { $count ->
    [one] Bij 1 kind heeft nog niet iedereen een tijd
   *[other] Bij { $count } kinderen heeft nog niet iedereen een tijd
  }
talk-prompt-some = Herinner { $count ->
    [one] 1 gezin
   *[other] { $count } gezinnen
  }
talk-prompt-all = Herinner wie nog niet koos
talk-prompted = Herinnering verstuurd.
talk-office-blind = Wie welke tijd heeft, zien alleen de leerkracht en het gezin zelf.
talk-plan-title = Plan maken
talk-plan-wishes = { $count ->
    [one] 1 wens is binnen
   *[other] { $count } wensen zijn binnen
  }
talk-plan-early = Gezinnen kunnen nog tot { $when } zeggen wat past. Wacht liever tot dan.
talk-plan-make = Maak een plan
talk-plan-take = Leg { $count } gesprekken vast
talk-plan-progress = { $done } van { $total } vastgelegd
talk-plan-booked = { $count } gesprekken vastgelegd. Gezinnen zien het meteen.
talk-plan-without = Voor hen is geen tijd gevonden: { $names }
talk-days = Welke dag?
talk-sheet-empty = Geen gesprekken op deze dag
talk-sheet-empty-text = Hier staat straks je avond, met wie er komt.
talk-free = vrij
talk-being-chosen = wordt net gekozen
talk-has-interpreter = tolk
talk-has-note = bericht
talk-late = Loopt het uit?
talk-minutes = { $minutes } minuten
talk-late-who = { $count ->
    [one] Het ene gezin dat nog komt hoort het meteen, zonder namen.
   *[other] De { $count } gezinnen die nog komen horen het meteen, zonder namen.
  }
talk-late-verb = Zeg dat het { $minutes } minuten later wordt
talk-late-told = Gezegd: { $minutes } minuten later.
talk-late-over = Gezegd: weer op tijd.
talk-late-now = Je loopt { $minutes } minuten uit. Wie nog komt weet dat.
talk-late-back = We zijn weer op tijd
talk-free-it = Maak deze tijd vrij
talk-where = Waar is het?
talk-link = Link van het videogesprek
talk-link-hint = Alleen dit huis kan de link lezen.
talk-amend = Wijzig de ronde
talk-amended = De ronde wordt gewijzigd
talk-room-of = Lokaal van groep { $group }
talk-room-other = Ander lokaal
talk-where-note = Iets erbij
talk-where-verb = Stuur naar dit huis
talk-where-sent = Verstuurd.
talk-report = Wat is er besproken?
talk-report-text = Wat jullie bespraken en afspraken
talk-report-verb = Bewaar het verslag
talk-report-filed = Het verslag is bewaard.
talk-scope = Voor wie is dit?
talk-scope-home = Voor dit huis
talk-scope-home-hint = Het andere huis van { $name } ziet niet dat het er is.
talk-scope-child = Over { $name }
talk-scope-child-hint = Alle ouders van { $name } en het team lezen het.
talk-scope-home-short = voor dit huis
talk-scope-child-short = over het kind
talk-behalf-child = Voor wie leg je dit vast?
talk-behalf-adult = Met wie?
talk-behalf-nobody = Iedereen heeft al een tijd.
talk-behalf-verb = Leg { $when } vast
talk-behalf-done = Vastgelegd. Het gezin ziet dat school dit deed.
talk-step-who = Wie
talk-step-when = Wanneer
talk-step-how = Hoe
talk-step-check = Nakijken
talk-next = Verder
talk-make = Zet de ronde klaar
talk-made = De ronde staat klaar. Gezinnen zien hem nu.
talk-title = Hoe heet de ronde?
talk-title-hint = Bijvoorbeeld: Rapportgesprekken
talk-groups = Welke groepen?
talk-teachers = Welke leerkrachten zitten aan tafel?
talk-room = Lokaal
talk-text = Iets erbij voor de gezinnen
talk-day = Dag { $at }
talk-day-more = Nog een dag
talk-day-drop = Deze dag weg
talk-date = Datum
talk-from = Van
talk-until = Tot
talk-length = Hoe lang is een gesprek?
talk-pause = Tijd tussen gesprekken
talk-pause-none = Geen
talk-break-from = Pauze van
talk-break-until = Pauze tot
talk-walking = Hoe ver lopen naar een ander lokaal?
talk-choosing = Hoe krijgen gezinnen een tijd?
talk-choosing-slots = Zij kiezen zelf
talk-choosing-slots-hint = Wie kiest, ziet wat vrij is. Broers en zussen krijgen een voorstel achter elkaar.
talk-choosing-wishes = Zij zeggen wat past, wij maken een plan
talk-choosing-wishes-hint = Niemand hoeft snel te zijn. Daarna kan een gezin nog verzetten.
talk-opens-at = Kiezen vanaf
talk-opens-at-hint = Laat leeg voor: nu meteen.
talk-wishes-until = Wensen tot
talk-wishes-until-hint = Daarna maak je het plan, en kunnen gezinnen verzetten.
talk-early-at = Gezinnen met meer kinderen vanaf
talk-early-at-hint = Zij moeten meer gesprekken laten passen. Laat leeg voor: tegelijk met iedereen.
talk-closes-at = Kiezen en verzetten tot
talk-closes-at-hint = Daarna staan de tijden vast.
talk-unit = Een kind met twee huizen
talk-unit-both = Elk huis een eigen gesprek
talk-unit-both-hint = De huizen zien niets van elkaars tijd.
talk-unit-child = Samen een gesprek
talk-unit-child-hint = De ander ziet dat er een tijd gekozen is.
talk-apart = Twee huizen niet vlak na elkaar
talk-apart-hint = In het plan zit er een half uur tussen.
talk-waits-switch = Wachtlijst
talk-waits-hint = Wie wacht, krijgt een tijd die vrijkomt vanzelf.
talk-mandatory = Iedereen komt
talk-mandatory-hint = Staat dit uit, dan is een gesprek op verzoek.
talk-enough = Groep { $group }: { $count } tijden voor { $children } kinderen.
talk-too-few = Groep { $group }: { $count } tijden voor { $children } kinderen. Dat is te weinig, ook als elk kind een huis heeft.
talk-away = Haal de ronde weg
talk-away-text = Alle gekozen tijden vervallen. Zeg het de gezinnen zelf.
talk-away-doing = De ronde wordt weggehaald
talk-away-done = De ronde is weg.
talk-optional = Een gesprek mag, het hoeft niet.
notice-talks = Er staat een nieuwe ronde gesprekken klaar
notice-talk-prompt = Kies nog een tijd voor het gesprek
notice-talk-late = Je gesprek begint { $minutes } minuten later
notice-talk-on-time = Je gesprek begint weer op tijd
notice-talk-promoted = Je hebt nu de tijd waarop je wachtte: { $when }
notice-talk-tomorrow = Morgen heb je een gesprek: { $when }
notice-talk-booked = School heeft een gesprek voor je vastgelegd: { $when }
notice-talk-appointment = Er is iets gezegd over waar je gesprek is
notice-talk-report = Er staat een verslag van een gesprek
error-talk-slot-taken = Net te laat: deze tijd is weg. Kies een andere.
error-talk-unit-taken = Voor dit kind is al een tijd gekozen. Verzet die, of zeg hem eerst op.
error-talk-not-open = Kiezen kan nog niet. Kijk bovenaan vanaf wanneer wel.
error-talk-closed = De tijden staan vast. Stuur de juf of meester een bericht.
error-talk-not-allowed = Dit mag je niet voor dit kind. Vraag het kantoor van de school.
error-talk-unknown-slot = Deze tijd is er niet meer. Kies een andere.
error-talk-wish-times = De tijd waarop je klaar wilt zijn ligt voor de eerste tijd. Draai ze om.
error-talk-link = Een link begint met https:// en heeft geen spaties.
error-talk-no-title = Geef de ronde een naam.
error-talk-no-group = Kies een groep.
error-talk-no-teacher = Kies bij elke groep wie er aan tafel zit.
error-talk-no-times = Hier past geen gesprek in. Kijk naar de dagen en tijden.
error-talk-bad-times = Deze tijden kloppen niet: eerst open, dan dicht.

## Intekenen
signups = Intekenen
signup-part-waiting = Wacht op je antwoord
signup-part-yours = Door school gevraagd
signup-part-soon = Opent later
signup-part-answered = Beantwoord
signup-part-closed = Voorbij
signup-empty = Er is niets om op in te tekenen
signup-empty-text = Vraagt school of een klassenouder iets, dan staat het hier. Bijvoorbeeld wie er mee kan rijden.
signup-empty-staff = Vraag wie er rijdt, wie er helpt, wat iedereen meeneemt, of wat ouders ergens van vinden.
signup-new = Vraag iets
signup-gone = Dit formulier is er niet meer
signup-gone-text = Het is weggehaald, of het is niet voor jou bedoeld.
signup-results = Antwoorden
signup-ring = { $part } van { $whole } { $whole ->
    [one] gezin
   *[other] gezinnen
  }
signup-done = beantwoord
signup-mark-again = opnieuw bevestigen
signup-mark-list = wachtlijst, plek { $place }
signup-mark-soon = nog niet open
signup-mark-open = nog niet beantwoord
signup-mark-behalf = ingevuld door school
signup-anonymous = anoniem
signup-at = { $day } om { $time }
signup-until = Antwoord tot { $when }
signup-was-until = Gesloten sinds { $when }
signup-asks = Gevraagd door { $who }
signup-for-whom = Voor wie?
signup-not-you = Dit wordt aan ouders gevraagd. Jij hoeft niets in te vullen.
signup-tally = De uitslag
signup-answers = { $count ->
    [one] 1 antwoord
   *[other] { $count } antwoorden
  }
signup-behalf-text = Je vult dit in voor het gezin van { $name }. De ouder ziet dat school het heeft ingevuld.
signup-by-other = Voor { $name } is al geantwoord
signup-by-other-text = De andere ouder heeft dit ingevuld. Wat er is geantwoord, zien alleen zij en wie het vroeg.
signup-closed = Je kunt niet meer antwoorden: de tijd is voorbij. Moet er nog iets veranderen? Vraag het aan school.
signup-again-asked = Er is iets veranderd. Kijk of je antwoord nog klopt en verstuur het opnieuw.
signup-opens = Je kunt antwoorden vanaf { $when }
signup-opens-text = Iedereen kan het al lezen, zodat iedereen evenveel kans heeft. Zodra het zover is, kun je hier antwoorden.
signup-days = { $count ->
    [one] 1 dag en
   *[other] { $count } dagen en
  }
signup-your-answer = Je antwoord
signup-by-you = Verstuurd { $when }
signup-by-home = Ingevuld door je huisgenoot
signup-by-staff = { $name } heeft dit voor je ingevuld. Klopt er iets niet? Laat het school weten.
signup-withdrawn = Je antwoord is ingetrokken
signup-waiting = Alles is bezet. Je staat op plek { $place } van de wachtlijst. Komt er een plek vrij, dan krijg je die vanzelf en hoor je het.
signup-keeps = Tot dan houd je: { $slot }.
signup-your-car = Dit neem je mee
signup-no-phone = geen nummer
signup-goes-with = { $name } rijdt mee met { $driver }
signup-has-seat = { $name } heeft een plek in een auto
signup-leaves-from = Vertrek: { $place }
signup-change = Wijzig
signup-withdraw = Trek in
signup-send = Verstuur antwoord
signup-send-behalf = Vul in voor dit gezin
signup-save = Verstuur opnieuw
signup-sent = Je antwoord is verstuurd
signup-waits = Bewaard op dit apparaat. Het wordt verstuurd zodra er verbinding is.
signup-lacking = Nog niet ingevuld: { $what }
signup-error = Dat lukte niet. Wat je hebt ingevuld staat er nog; probeer het zo nog eens.
signup-error-slot-taken = Iemand was je net voor. Kies iets anders, of tik er nog eens op voor de wachtlijst.
signup-error-unit-taken = Hiervoor is al geantwoord, door jou of door een andere ouder.
signup-error-not-open = Je kunt nog niet antwoorden. Wat je hebt ingevuld blijft staan.
signup-error-closed = De tijd is voorbij. Je antwoord is niet verstuurd. Vraag aan school of het nog kan.
signup-error-unknown-slot = Deze keuze bestaat niet meer. Kies iets anders.
signup-error-not-allowed = Jij kunt hier niet voor antwoorden.
signup-error-in-use = Een keuze die iemand al heeft, kun je niet weghalen. Er is niets veranderd.
signup-yes = Ja
signup-no = Nee
signup-agree = Ik vind het goed
signup-disagree = Liever niet
signup-consent-changed = De tekst is veranderd sinds je antwoordde. Daarom vragen we het opnieuw.
signup-optional = Mag je leeg laten.
signup-none = Nee, deze keer niet
signup-left = { $count ->
    [one] nog 1
   *[other] nog { $count }
  }
signup-full = vol
signup-full-waits = vol: op de wachtlijst
signup-needed = { $count ->
    [one] Er is nog 1 plaats nodig.
   *[other] Er zijn nog { $count } plaatsen nodig.
  }
signup-none-needed = Er zijn genoeg plaatsen. Bied je er toch een aan, dan sta je reserve.
signup-drive = Ik rijd
signup-ride = Mijn kind rijdt mee
signup-self = Wij gaan zelf
signup-waiting-short = wachtlijst
signup-phone = Telefoonnummer voor wie rijdt
signup-phone-hint = Alleen wie je kind meeneemt en wie dit vroeg zien het. Mag je leeg laten.
signup-seats = Plaatsen voor kinderen
signup-seats-hint = Tel je eigen kind mee.
signup-childseats = Daarvan met zitje
signup-meet = Vanwaar vertrek je?
signup-driver-name = Je voornaam
signup-driver-name-hint = Zo heet je op de lijst van wie dit vroeg.
signup-driver-shows = Andere ouders mogen mijn voornaam zien
signup-driver-shows-hint = Alleen de ouders van wie met je meerijdt. Anders lezen zij dat hun kind een plek heeft.
signup-driver-phone = Je telefoonnummer
signup-driver-phone-hint = Voor de ouders van wie met je meerijdt. Mag je leeg laten.
signup-driver-note = Opmerking
signup-less = Minder: { $what }
signup-more = Meer: { $what }
signup-seats-found = Plaatsen gevonden
signup-sum = Samen
signup-given = Ingevuld
signup-of = { $count } van { $all }
signup-who = Gezin
signup-when = Wanneer
signup-somebody = Iemand
signup-by-family = Wie antwoordde wat
signup-no-answers = Nog geen antwoorden
signup-no-answers-text = Zodra iemand antwoordt, zie je het hier.
signup-look = Bekijk het formulier
signup-csv = Download voor een rekenblad
signup-ask-again = Vraag het opnieuw
signup-again-why = Is er iets veranderd? Wie al antwoordde, krijgt de vraag om het antwoord te bevestigen. Tot dan staat er ‘opnieuw bevestigen’ bij.
signup-again-what = Wat is er veranderd?
signup-again-verb = Vraag opnieuw te bevestigen
signup-again-sent = Gevraagd om opnieuw te bevestigen
signup-missing = { $count ->
    [one] 1 gezin heeft nog niet geantwoord
   *[other] { $count } gezinnen hebben nog niet geantwoord
  }
signup-all-answered = Iedereen heeft geantwoord.
signup-fill-in = Vul in
signup-nudge = { $count ->
    [one] Herinner dit gezin
   *[other] Herinner deze { $count } gezinnen
  }
signup-nudged = De herinnering is verstuurd, alleen aan wie nog niet antwoordde
signup-write = { $count ->
    [one] Schrijf dit gezin
   *[other] Schrijf deze { $count }
  }
signup-childseats-count = { $count ->
    [one] 1 zitje
   *[other] { $count } zitjes
  }
signup-rides = Wie rijdt wie
signup-no-cars = Nog geen auto’s
signup-no-cars-text = Zodra iemand aanbiedt te rijden, staat de auto hier en kun je kinderen een plek geven.
signup-need-seat = { $count ->
    [one] 1 kind heeft nog een plek nodig
   *[other] { $count } kinderen hebben nog een plek nodig
  }
signup-all-seated = Iedereen heeft een plek
signup-seat-all = Verdeel
signup-choose-car = Kies een auto voor { $name }.
signup-car-of = Auto van { $driver }
signup-free = { $count ->
    [0] vol
    [one] 1 plek vrij
   *[other] { $count } plekken vrij
  }
signup-out = Eruit
signup-put-here = Zet { $name } hier
signup-rides-text = Wil je er iets bij zeggen?
signup-rides-text-hint = Bijvoorbeeld hoe laat jullie weggaan. Dit lezen de rijders en de ouders van wie meerijdt.
signup-rides-who = Elke rijder krijgt de voornamen van wie meerijdt, en het nummer dat hun ouders daarvoor gaven. Ouders lezen alleen over hun eigen kind.
signup-rides-tell = Vertel het iedereen
signup-rides-told = Rijders en ouders weten het nu
signup-steps = Stappen
signup-step-kind = Soort
signup-step-questions = Vragen
signup-step-whom = Voor wie
signup-step-check = Kijk na
signup-next = Verder
signup-ask-verb = Vraag het
signup-made = Je vraag staat erop
signup-changed = Het formulier is gewijzigd
signup-remove = Haal weg
signup-removed = Het formulier is weggehaald
signup-template-drivers = Wie rijdt er mee?
signup-template-drivers-about = Ouders bieden plaatsen aan, jij verdeelt de kinderen.
signup-template-drivers-asks = Hoe gaat je kind mee?
signup-template-help = Hulp gevraagd
signup-template-help-about = Tijden of taken, met voor elk een aantal helpers.
signup-template-help-asks = Wanneer kun je helpen?
signup-template-bring = Wie neemt wat mee?
signup-template-bring-about = Een lijst waarop ieder ziet wat er nog nodig is.
signup-template-bring-asks = Wat neem je mee?
signup-template-consent = Toestemming
signup-template-consent-about = Met de tekst erbij. Verandert die, dan vraag je het opnieuw.
signup-template-consent-asks = Vind je dit goed?
signup-template-poll = Peiling
signup-template-poll-about = Een vraag met keuzes; iedereen ziet de uitslag.
signup-template-poll-asks = Wat heeft je voorkeur?
signup-template-anonymous = Anonieme peiling
signup-template-anonymous-about = Niemand kan zien wie wat heeft gezegd, ook school niet.
signup-template-anonymous-asks = Wat vind je ervan?
signup-template-empty = Leeg formulier
signup-template-empty-about = Zelf vragen maken.
signup-title = Titel
signup-text = Uitleg
signup-question = Vraag { $number }
signup-question-gone = Haal vraag { $number } weg
signup-kind = Soort antwoord
signup-kind-yesno = Ja of nee
signup-kind-choice = Eén keuze
signup-kind-many = Meer keuzes
signup-kind-text = Tekst
signup-kind-number = Getal
signup-kind-date = Datum
signup-kind-file = Bestand of foto
signup-kind-places = Plekken met een aantal
signup-kind-drivers = Rijders met plaatsen
signup-kind-bring = Meenemen
signup-kind-consent = Toestemming
signup-label = De vraag
signup-required = Moet ingevuld worden
signup-options = Waaruit kan men kiezen?
signup-option = Keuze { $number }
signup-option-gone = Haal keuze { $number } weg
signup-add-option = Nog een keuze
signup-add-question = Nog een vraag
signup-slot-places = Tijd of taak { $number }
signup-slot-bring = Wat { $number }
signup-room = Hoeveel
signup-seats-needed = Hoeveel plaatsen zijn er nodig?
signup-legal = De tekst waar ouders ja of nee op zeggen
signup-legal-hint = Verander je die later, dan telt een antwoord op de oude tekst niet meer.
signup-lack-title = Geef je vraag een titel.
signup-lack-question = Schrijf bij elke vraag wat je vraagt.
signup-lack-options = Geef bij elke vraag minstens twee keuzes.
signup-lack-slots = Schrijf op wat men kan kiezen.
signup-lack-circles = Kies aan wie je het vraagt.
signup-lack-closes = Kies tot wanneer men kan antwoorden. De uitslag komt daarna.
signup-lack-order = De uiterste tijd is al voorbij, of ligt voor het openen.
signup-organisers = Wie leest de antwoorden?
signup-classparent = { $name }, klassenouder
signup-only-parents = Alleen deze ouders lezen de antwoorden. School leest ze niet, ook jij niet.
signup-unit = Wie antwoordt?
signup-unit-child = Eén keer voor elk kind
signup-unit-child-hint = Antwoordt een van de ouders, dan ziet de ander dat het gedaan is.
signup-unit-both = Elk huis van een kind
signup-unit-both-hint = Wonen ouders apart, dan antwoordt ieder voor zich en zien zij elkaars antwoord niet.
signup-unit-home = Eén keer voor elk gezin
signup-unit-home-hint = Ook als er meer kinderen zijn.
signup-unit-person = Elke ouder voor zich
signup-unit-person-hint = Bijvoorbeeld om te helpen.
signup-deadline = Tot wanneer kan men antwoorden?
signup-day = Dag
signup-time = Tijd
signup-opening = Vanaf wanneer?
signup-opening-hint = Iedereen leest het meteen. Vul je hier iets in, dan kan men pas vanaf dat uur antwoorden.
signup-opening-day = Openingsdag
signup-opening-time = Openingstijd
signup-about = Wanneer is het?
signup-about-hint = Dan staat het ook in de agenda van wie meedoet.
signup-about-day = Op
signup-about-start = Van
signup-about-end = Tot
signup-about-place = Waar
signup-waits-label = Wachtlijst
signup-waits-hint = Wie te laat is, krijgt vanzelf een plek als er een vrijkomt.
signup-shows = Iedereen ziet de uitslag
signup-shows-hint = Alleen aantallen, geen namen.
signup-preview = Zo zien ouders het:
signup-anonymous-how = Niemand kan zien wie wat heeft gezegd, ook school en wie de server beheert niet. Na de uiterste tijd zie je de uitslag. Antwoorden minder dan vijf ouders, dan zie je niets.
signup-error-survey = Een anonieme peiling kun je alleen beginnen met verbinding. Wat je hebt gemaakt staat er nog.
signup-anonymous-text = Je antwoord is anoniem. Niemand kan zien wat jij hebt gezegd: ook school niet, en ook niet wie de server beheert. Schrijf daarom niets waaraan men je herkent.
signup-anonymous-sent = Je antwoord is onderweg
signup-anonymous-sent-text = Het wordt in de komende tien minuten verstuurd, los van je naam. Laat Kring zolang open staan, of open het straks nog eens.
signup-anonymous-done = Je hebt geantwoord
signup-anonymous-done-text = Wat je hebt gezegd, staat ook op dit apparaat niet meer.
signup-anonymous-given = Iemand van jullie heeft al geantwoord
signup-anonymous-given-text = Per huis telt één antwoord.
signup-anonymous-turnout = Geantwoord: { $part } van { $whole }
signup-anonymous-silent = { $count ->
    [0] Iedereen heeft geantwoord.
    [one] 1 heeft niet geantwoord. Wie dat is, weet niemand.
   *[other] { $count } hebben niet geantwoord. Wie dat zijn, weet niemand.
  }
signup-anonymous-later = De uitslag zie je na { $when }. Tot dan kan niemand erbij.
signup-anonymous-few = Er zijn minder dan vijf antwoorden. Daarom zie je niets: anders zou je kunnen raden wie wat heeft gezegd.
signup-anonymous-hidden = Groepen van minder dan vijf staan er niet bij.
signup-count-again = Tel opnieuw
signup-notice-form = Er wordt je iets gevraagd
signup-notice-changed = Er is iets gewijzigd
signup-notice-nudge = Je hebt nog niet geantwoord
signup-notice-again = Er is iets veranderd: klopt je antwoord nog?
signup-notice-ride = Je weet nu wie er met je meerijdt
signup-notice-lift = Je kind heeft een plek in een auto
signup-notice-promoted = Er kwam een plek vrij: die is nu voor jou

## Overblijven
lunch = Overblijven
lunch-tab-day = Dag
lunch-tab-month = Maand
lunch-tab-cards = Strippenkaarten
lunch-tab-duty = Hulp
lunch-tab-rules = Regels
lunch-not-begun = Nog geen overblijf
lunch-not-begun-text = Zodra de school ermee begint, meld je je kind hier aan en zie je je strippenkaart.
lunch-not-begun-office = Begin met de regels. Daarna nodig je de overblijfkracht uit en melden ouders hun kind aan.
lunch-begin = Begin met overblijven
lunch-begin-text = Alleen wie je als overblijfkracht uitnodigt en de administratie zien de lijsten. Uitnodigen doe je bij Mensen, Team.
lunch-team = Overblijfteam
lunch-team-about = de overblijfkrachten en de administratie
lunch-shares = deelt je strippenkaart
lunch-rules = Regels van de overblijf
lunch-rules-first = Lees eerst de regels. Daarna meld je je kind aan.
lunch-accept = Ik ga akkoord
lunch-accepted = Je bent akkoord met de regels.
lunch-cutoff-text = Wijzigen kan gratis tot { $time } uur op de dag zelf.
lunch-price-text = Een keer overblijven kost { $price }.
lunch-share-card = Samen één strippenkaart met { $names }
lunch-share-hint = Jullie zien dan allebei wat er op de kaart staat en wat je over je kind doorgeeft.
lunch-card = Strippenkaart
lunch-left = { $count ->
    [one] Nog 1 strip
   *[other] Nog { $count } strippen
  }
lunch-owed = { $count ->
    [one] 1 strip te betalen
   *[other] { $count } strippen te betalen
  }
lunch-lost = { $count ->
    [one] 1 strip is verlopen
   *[other] { $count } strippen zijn verlopen
  }
lunch-history = Wat is er gekocht en gebruikt
lunch-bought = Kaart gekocht, { $price }
lunch-refund = Terugbetaald, { $price }
lunch-refund-due = { $count ->
    [one] Terug te betalen: 1 strip, { $price }
   *[other] Terug te betalen: { $count } strippen, { $price }
  }
lunch-refund-owed = { $count ->
    [one] Nog te betalen: 1 strip, { $price }
   *[other] Nog te betalen: { $count } strippen, { $price }
  }
lunch-refund-why = { $child } gaat van school. De kaart stopt na { $day }.
lunch-until = geldig tot en met { $day }
lunch-warn-owed = Strippenkaart is op
lunch-warn-owed-text = Je kind eet gewoon mee. Koop een nieuwe kaart bij de overblijf, dan wordt dit verrekend.
lunch-warn-last = Laatste strip
lunch-warn-last-text = Dit is je laatste strip. Koop op tijd een nieuwe kaart bij de overblijf.
lunch-warn-short = Te weinig strippen
lunch-warn-short-text = Je hebt te weinig strippen voor alle dagen tot en met volgende week.
lunch-due-rules = Lees de regels van de overblijf
lunch-tap-hint = Tik op een dag om te wisselen. Gratis tot { $time } uur op de dag zelf.
lunch-this-week = Deze week
lunch-next-week = Volgende week
lunch-stays = blijft
lunch-home = niet
lunch-said-on = { $name } blijft over op { $day }.
lunch-said-off = { $name } blijft niet over op { $day }.
lunch-fixed = Vaste dagen vanaf { $day }
lunch-fixed-save = Bewaar vaste dagen
lunch-fixed-saved = Bewaard. Dit geldt vanaf { $day }.
lunch-nothing-told = Je hebt nog niets doorgegeven over eten of medicijnen.
lunch-tell = Geef door wat we moeten weten
lunch-know-title = Wat moeten we weten van { $name }?
lunch-know-why = Leerkrachten en andere ouders zien dit niet, ook niet de andere ouder op een ander adres.
lunch-copy = Neem over van { $name }
lunch-told = Doorgegeven aan het overblijfteam.
lunch-allergens = Mag of eet niet
lunch-field-allergies = Anders, of meer uitleg
lunch-field-allergies-hint = Bijvoorbeeld wat er gebeurt als het misgaat.
lunch-field-medication = Medicijnen
lunch-field-medication-hint = Wat, wanneer, en waar het ligt.
lunch-field-doctor = Huisarts
lunch-field-doctor-hint = Naam en telefoonnummer.
lunch-field-phones = Bellen bij nood
lunch-field-phones-hint = Het nummer dat tussen de middag wordt opgenomen.
lunch-field-note = Nog iets
lunch-field-note-hint = Bijvoorbeeld: eet langzaam, zit graag naast haar zus.
allergen-nuts = Noten
allergen-peanut = Pinda
allergen-milk = Melk
allergen-egg = Ei
allergen-gluten = Gluten
allergen-soy = Soja
allergen-fish = Vis
allergen-shellfish = Schaaldieren
allergen-sesame = Sesam
allergen-vegetarian = Vegetarisch
allergen-nopork = Geen varken
allergen-other = Anders
lunch-why-planned = Vaste dag
lunch-why-extra = Voor deze dag aangemeld
lunch-why-off = Op tijd afgemeld, kost niets
lunch-why-sick = Geen lunch, op tijd afgemeld, kost niets
lunch-why-none = Niet aangemeld
lunch-why-late-in = Te laat aangemeld, telt wel mee
lunch-why-late-off = Te laat afgemeld, telt wel mee
lunch-why-late-sick = Absent, te laat gemeld, telt wel mee
lunch-why-unexpected = Niet aangemeld, was er wel
lunch-missed-title = { $name } is niet bij de overblijf
lunch-missed-text = { $name } staat op de lijst en is niet gezien. Gemeld { $when }. Weet jij waar je kind is? Bel de school meteen.
lunch-missed-since = Niet gezien sinds { $when }
lunch-duty-next = Je helpt { $day } van { $from } tot { $until }.
lunch-duty-now = Je helpt nu, tot { $until }. De lijst staat klaar.
lunch-duty-later = De namen zie je vanaf { $from }, en na afloop niet meer.
lunch-today-count = { $count ->
    [one] Vandaag blijft 1 kind over
   *[other] Vandaag blijven { $count } kinderen over
  }
lunch-open-list = Open de lijst
lunch-today-class = Blijft vandaag over
lunch-today-nobody = Vandaag blijft niemand van je groep over.
lunch-day-title = Overblijven { $day }
lunch-other-day = Andere dag
lunch-other-month = Andere maand
lunch-there = { $there } van { $all } zijn er
lunch-is-there = is er
lunch-not-there = nog niet
lunch-day-empty = Niemand op deze lijst
lunch-day-empty-text = Hier komen de kinderen die deze dag overblijven, met wat je van ze moet weten.
lunch-late-title = Komen niet, tellen wel mee
lunch-add-title = Is er een kind dat niet op de lijst staat?
lunch-add = Zet erbij
lunch-added = { $name } staat erbij. De ouders krijgen bericht.
lunch-open-count = { $count ->
    [one] 1 kind is nog niet gezien.
   *[other] { $count } kinderen zijn nog niet gezien.
  }
lunch-check-off = Waarschuw ouders en leerkracht
lunch-alarmed = De ouders en de leerkrachten zijn gewaarschuwd.
lunch-all-there = Iedereen is er.
lunch-close = Sluit de dag en reken af
lunch-close-again = Reken opnieuw af
lunch-closed = De dag is gesloten. Elk kind is één keer geteld.
lunch-was-closed = Gesloten { $when }
lunch-month-total = { $count ->
    [one] 1 strip, { $amount }
   *[other] { $count } strippen, { $amount }
  }
lunch-month-caption = Overblijven in { $month }
lunch-month-empty = Nog geen afgesloten dagen
lunch-month-empty-text = Hier komt per kind hoe vaak het deze maand is overgebleven, zodra je een dag sluit.
lunch-save-month = Sla de maand op
lunch-save-week = Sla de week op
lunch-caterer = Voor de keuken
lunch-caterer-text = Alleen aantallen, zonder namen. Dit kun je aan de cateraar geven.
lunch-col-child = Kind
lunch-col-group = Groep
lunch-col-days = Dagen
lunch-col-day = Dag
lunch-col-count = Aantal
lunch-col-late = Te laat
lunch-col-unexpected = Niet aangemeld
lunch-col-amount = Bedrag
lunch-cards-empty = Nog geen strippenkaarten
lunch-cards-empty-text = Hier komen de gezinnen die met de regels akkoord zijn. Dan kun je een kaart voor ze schrijven.
lunch-sell = { $count } strippen voor { $price }
lunch-sold = Kaart geschreven voor { $names }.
lunch-refund-verb = { $count ->
    [one] Betaal 1 strip terug
   *[other] Betaal { $count } strippen terug
  }
lunch-refunded = Terugbetaald aan { $names }.
lunch-duty-plan = Plan hulp
lunch-duty-why = Een helper ziet de lijst alleen tijdens deze uren: voornamen, groep, wat een kind niet mag eten en wie je belt. Daarna verdwijnt de lijst vanzelf.
lunch-helper = Wie helpt er?
lunch-from = Van
lunch-to = Tot
lunch-duty-verb = Plan deze hulp
lunch-duty-planned = { $name } krijgt bericht.
lunch-duty-cancel = Zeg af
lunch-duty-gone = Afgezegd.
lunch-no-helpers = Nog niemand heeft zich aangeboden
lunch-no-helpers-text = Ouders bieden hulp aan bij Overblijven. Zodra iemand dat doet, plan je hier een dag.
lunch-help = Helpen bij de overblijf
lunch-help-offer = Ik wil wel eens helpen
lunch-help-text = Bied aan om te helpen. Het overblijfteam ziet dit en vraagt je voor een dag.
lunch-help-name = Je naam
lunch-help-phone = Telefoon, als je wilt
lunch-help-verb = Bied hulp aan
lunch-help-said = Fijn! Het overblijfteam kan je nu vragen.
lunch-help-stop = Toch niet meer
lunch-help-stopped = Je staat niet meer op de lijst van helpers.
lunch-list-until = Je ziet deze lijst tot { $until } uur.
lunch-rules-text = Regels
lunch-rules-hint = Ouders gaan hiermee akkoord. Als je de tekst verandert, vragen we het opnieuw.
lunch-rules-saved = Bewaard.
lunch-days = Dagen met overblijf
lunch-cutoff = Wijzigen kan tot
lunch-cutoff-hint = Op de dag zelf. Wie later afmeldt, betaalt de strip.
lunch-price = Prijs van een strip, in euro
lunch-card-strips = Kaart { $at }: aantal strippen
lunch-card-price = Kaart { $at }: prijs in euro
lunch-closed-day = Dag zonder overblijf
lunch-closed-add = Voeg toe
lunch-closed-days = Dan is er geen overblijf (tik om weg te halen)
lunch-remove = Haal van de lijst
lunch-removed = { $name } is van de lijst. Dit kost niets.
lunch-signed-up = { $name } staat op de lijst.
lunch-add-ahead = Zet een kind op deze lijst
lunch-by-team = Aangepast door het overblijfteam
lunch-months = Hoeveel maanden is een kaart geldig?
lunch-months-hint = Laat leeg als een kaart altijd geldig blijft.
notice-lunch-missed = { $name } is niet bij de overblijf
notice-lunch-missed-text = Staat op de lijst en is niet gezien. Kijk meteen.
notice-lunch-found = { $name } is bij de overblijf
notice-lunch-added = { $name } blijft over
notice-lunch-added-text = Je kind stond niet op de lijst en is erbij gezet.
notice-lunch-duty = Je helpt bij de overblijf
notice-lunch-duty-text = Van { $from } tot { $until }.
notice-lunch-list = De lijst voor de overblijf staat klaar
notice-lunch-list-text = Je ziet hem zolang je helpt.
error-no-lunch = Er is nog geen overblijf. Begin daar eerst mee bij Overblijven.
error-no-helper = Kies wie er helpt.
error-no-rules = Schrijf eerst de regels op. Ouders gaan daarmee akkoord.
error-no-days = Kies minstens één dag.

## Bestanden
files = Bestanden
file = Bestand
uploads = Wat er verstuurd wordt
take-photo = Maak een foto
download = Opslaan
understood = Begrepen
choose-photos = Kies foto's of video's
choose-files = Kies bestanden
photos-drop = Sleep foto's of video's hierheen, of
files-drop = Sleep bestanden hierheen, of
photos-hint = Foto's worden kleiner gemaakt. Waar ze gemaakt zijn, gaat eraf. Video's tot 1 minuut.
files-hint = Een bestand mag tot 100 MB groot zijn. Het wordt verstuurd zoals het is.
upload-preparing = Foto { $at } van { $count } wordt klaargemaakt
upload-stay = Houd dit scherm nog even open.
upload-safe = Wat hier staat, is op dit apparaat bewaard. Je mag de app sluiten: het gaat later verder.
upload-sending = { $done } van { $count } verstuurd · { $share }%
upload-waiting = Geen verbinding. Het gaat straks vanzelf verder · { $share }%
upload-paused = Gepauzeerd · { $done } van { $count } verstuurd
upload-failed = { $count ->
    [one] 1 bestand kon niet verstuurd worden
   *[other] { $count } bestanden konden niet verstuurd worden
  }
upload-row = { $share }% van { $size }
upload-pause = Pauze
upload-resume = Ga verder
upload-cancel = { $name } niet versturen
upload-cancel-all = Verstuur de rest niet
file-and-more = { $name } en nog { $count }
file-open = Bekijken
file-download = { $name } opslaan
refused-files = { $count ->
    [one] 1 bestand is niet verstuurd
   *[other] { $count } bestanden zijn niet verstuurd
  }
refused-more = en nog { $count }
slide-of = { $at } van { $count }
slide-before = Vorige
slide-after = Volgende
slides-play = Speel af
slides-pause = Pauze
zoom-in = Dichterbij
zoom-out = Hele foto
error-device-full = Dit apparaat is vol. Er is niets half verstuurd. Maak ruimte en probeer het nog eens.
error-upload-lost = Dit bestand staat niet meer op dit apparaat. Kies het opnieuw.
error-blob-too-large = Dit bestand is te groot voor deze school. Kies een kleiner bestand.
error-quota-full = De school heeft geen ruimte meer voor bestanden. Je bestanden zijn hier bewaard. Vraag het kantoor om ruimte te maken.
error-blob-missing = Een bestand is te laat aangekomen. Kies het opnieuw en verstuur het nog eens.
error-file-too-large = Dit bestand is groter dan 100 MB. Kies een kleiner bestand.
error-file-unreadable = Dit bestand kon niet gelezen worden. Kijk of het nog op je apparaat staat.
error-picture-unknown = Dit is geen foto die deze browser kent. Kies een JPG- of PNG-foto.
error-picture-changed = Een collega heeft deze foto intussen veranderd. Je foto is niet geplaatst. Open de taak opnieuw en werk verder met de foto die er nu staat.
error-picture-heic = Deze foto is van een soort (HEIC) die deze browser niet kent. Kies op je iPhone: Instellingen, Camera, Structuur, Meest compatibel. Of verstuur de foto vanaf de iPhone zelf.
error-picture-too-large = Deze foto is te groot. Kies een kleinere.
error-video-unknown = Deze video kan deze browser niet afspelen. Kies een MP4-video.
error-video-too-long = Deze video duurt langer dan 1 minuut. Knip hem korter en probeer het nog eens.
error-video-too-large = Deze video is groter dan 100 MB. Kies een kortere of neem hem op in een lagere kwaliteit.
error-not-shown = Dit kan hier niet getoond worden. Je kunt het wel opslaan.
error-zip-too-large = Dit is te veel voor één bestand. Sla de foto's in delen op.
error-stopped = Gestopt. Er is niets opgeslagen.

## Bestanden bij een tekst
attach-drop = Sleep foto's of bestanden hierheen, of
attach-choose = Foto of bestand erbij
attach-hint = Foto's worden kleiner gemaakt, en waar ze gemaakt zijn gaat eraf. Een ander bestand gaat mee zoals het is.
attach-chosen = Dit gaat mee
attach-remove = { $name } weghalen
photos = Foto's
photo-of = Foto { $at } van { $count }: { $name }
one-photo = Foto
one-video = Video
some-photos = { $count } foto's
one-file = Bestand: { $name }
photos-and-files = Foto's en bestanden: { $count }
some-files = { $count } bestanden
save-all-files = Alles opslaan
saving-files = { $done } opgehaald
goes-with-files = Bewaard. Het gaat zodra de bestanden verstuurd zijn.
portrait-choose = Kies een foto
portrait-other = Andere foto
portrait-none = Geen foto
share-to-kring = Delen via Kring
share-as = Waar gaat het heen?
share-as-message = Een bericht
share-as-message-text = Je kiest straks aan wie.
share-as-news = Nieuws
share-as-news-text = Voor een groep, de school of bepaalde kinderen.
error-share-lost = Een bestand dat je deelde is niet aangekomen. De tekst staat er wel. Deel het nog eens, of kies het hier.
absence-enclose = Briefje of foto erbij, alleen voor leerkrachten en kantoor.
upload-stop = Stop
signup-save-files = { $count ->
    [one] 1 bestand opslaan
   *[other] Alle { $count } bestanden opslaan
  }
upload-cancel-this = Niet versturen
sending-share = Wordt verstuurd · { $share }%
news-search = Zoek in het nieuws
news-none = Niets gevonden
news-none-text = Zoek met een ander woord, of met de naam van een bestand.
error-too-many-files = Er kunnen 40 bestanden bij. Verstuur de rest apart.

## Fotoalbums
albums = Foto's
album-new = Nieuw album
albums-search = Zoek een album
albums-none = Geen album gevonden
albums-none-text = Zoek op een ander woord.
albums-empty = Nog geen albums
albums-empty-text = Hier komen de foto's van de groep van je kind. Je krijgt bericht als er nieuwe zijn.
albums-empty-staff = Maak een album, kies foto's en zeg wie erop staan. Ouders zien het pas als jij het plaatst.
album-drafts = Nog niet geplaatst
album-published = Geplaatst
album-photo = Foto { $at }
album-photos = { $count ->
    [one] 1 foto
   *[other] { $count } foto's
  }
album-sign-consent = Nog niet: geen toestemming
album-sign-nobody = Nog niet: zeg eerst wie erop staat
album-sign-marked = Er is gezegd wie erop staat
album-sign-withheld = Alleen het gezin van het kind en de school zien deze foto nog
album-gone = Dit album is er niet meer
album-gone-text = Het is weggehaald, of het is niet voor jou.
album-publishing = De foto's worden geplaatst. Zonder verbinding gebeurt dat straks vanzelf.
album-not-yet = Nog niets geplaatst
album-not-yet-text = Alleen jij ziet deze foto's.
album-to-draft = Naar je foto's
album-add = Foto's toevoegen
album-edit = Album wijzigen
album-changed = Het album is gewijzigd.
album-delete = Album verwijderen
album-delete-sure = Ja, verwijder het album
album-keep = Nee, laat staan
album-deleted = Het album wordt verwijderd, bij iedereen.
album-since = geplaatst { $when }
album-newcomers = Gezinnen zien foto's vanaf de dag dat hun kind in de groep kwam.
album-scope-own-said = Ieder gezin ziet alleen foto's waar het eigen kind op staat.
album-until-said = Het album verdwijnt na { $day }.
album-of = Welke foto's?
album-all = Alle foto's
album-choose = Kies foto's
album-choose-stop = Klaar met kiezen
album-choose-all = Kies alle
album-choose-none = Kies geen
album-chosen = { $count ->
    [0] Geen foto gekozen
    [one] 1 foto gekozen
   *[other] { $count } foto's gekozen
  }
album-who = Wie staan erop?
album-who-title = { $count ->
    [one] Wie staan op deze foto?
   *[other] Wie staan op deze { $count } foto's?
  }
album-who-text = Tik de kinderen aan die je kunt herkennen. Alleen hun eigen ouders en de school zien dit.
album-no-consent = geen toestemming
album-stays = Deze foto's blijven in je concept tot er voor iedereen toestemming is.
album-goes-back = Deze foto's gaan meteen van de pagina af, terug naar je concept.
album-marked = Bewaard wie erop staan.
album-look = Bekijk groot
album-caption = Bijschrift
album-caption-label = Wat is er te zien?
album-caption-hint = Schrijf liever geen achternamen op.
album-cover = Maak dit de omslag
album-cover-done = Dit is nu de omslag.
album-first = Zet vooraan
album-before = Een plek naar voren
album-after = Een plek naar achteren
album-moved = De volgorde is bewaard.
album-back = Haal van de pagina, terug naar concept
album-back-done = De foto's gaan van de pagina af.
album-remove = Verwijder foto's
album-remove-sure = { $count ->
    [one] Verwijder deze foto
   *[other] Verwijder { $count } foto's
  }
album-remove-draft = De foto's gaan weg uit je concept. Op je eigen toestel blijven ze staan.
album-remove-text = De foto's gaan bij iedereen weg. Wie ze al had opgeslagen, houdt ze.
album-removed = { $count ->
    [one] De foto wordt verwijderd.
   *[other] { $count } foto's worden verwijderd.
  }
album-on-it = Hierop: { $names }
photo-away = Mijn kind staat hierop: haal weg
photo-away-text = Andere ouders zien de foto dan meteen niet meer. Jij en de school nog wel. De school maakt je kind onherkenbaar of verwijdert de foto. Wie de foto al had opgeslagen, houdt hem.
photo-away-marked = Haal deze foto van { $name } weg
photo-away-says = { $name } staat hierop, haal weg
photo-away-done = De foto is weg voor andere ouders. De school weet ervan.
album-save-all = { $count ->
    [one] Sla de foto op
   *[other] Sla alle { $count } foto's op
  }
album-save-some = { $count ->
    [one] Sla 1 foto van je kind op
   *[other] Sla { $count } foto's van je kind op
  }
album-download-own = Alleen foto's van het eigen kind
album-download-own-hint = Ouders kunnen foto's opslaan waar hun kind op staat.
album-download-own-said = Je kunt hier foto's opslaan waar je eigen kind op staat. Die zijn er nu niet.
album-download-none = Niets
album-download-none-hint = Ouders kunnen de foto's bekijken, niet opslaan.
album-download-none-said = Deze foto's kun je bekijken, niet opslaan.
album-saving = { $done } van { $count } foto's opgehaald
album-saved = Opgeslagen als zip-bestand.
album-downloaders = { $count ->
    [0] Niemand heeft foto's opgeslagen
    [one] 1 ouder heeft foto's opgeslagen
   *[other] { $count } ouders hebben foto's opgeslagen
  }
album-downloaders-none = Zodra een ouder foto's opslaat, staat dat hier.
album-draft-empty = Kies je foto's. Ze worden klaargemaakt en verstuurd terwijl je verdergaat.
album-draft-said = Alleen jij ziet deze foto's, tot je ze plaatst.
album-draft-how = Tik foto's aan om te zeggen wie erop staan. Je kunt er een heleboel tegelijk kiezen.
album-waits = { $count ->
    [one] 1 foto blijft hier staan: er is geen toestemming voor een kind dat erop staat.
   *[other] { $count } foto's blijven hier staan: er is geen toestemming voor een kind dat erop staat.
  }
album-publish = Plaats foto's
album-publish-verb = { $count ->
    [one] Plaats 1 foto
   *[other] Plaats { $count } foto's
  }
album-published-done = { $count ->
    [one] De foto wordt geplaatst.
   *[other] { $count } foto's worden geplaatst.
  }
album-stay = { $count ->
    [one] 1 foto blijft in je concept: geen toestemming.
   *[other] { $count } foto's blijven in je concept: geen toestemming.
  }
album-stay-own = { $count ->
    [one] 1 foto blijft in je concept: er staat nog niemand op, of er is geen toestemming.
   *[other] { $count } foto's blijven in je concept: er staat nog niemand op, of er is geen toestemming.
  }
album-bare = { $count ->
    [one] Op 1 foto heb je niemand aangewezen. Daar staat geen kind herkenbaar op.
   *[other] Op { $count } foto's heb je niemand aangewezen. Daar staat geen kind herkenbaar op.
  }
album-bare-hint = Klopt dat niet? Ga terug en zeg wie erop staan.
album-still-sending = Er worden nog foto's verstuurd. Die plaats je straks.
album-title = Hoe heet het album?
album-school = hele school
album-scope = Wie ziet wat?
album-scope-all = De hele groep ziet alles
album-scope-all-hint = Alle ouders van de groep zien alle foto's.
album-scope-own = Ieder gezin alleen het eigen kind
album-scope-own-hint = Ieder gezin ziet alleen foto's waar het eigen kind op staat. Zeg bij elke foto wie erop staat.
album-day = Welke dag was het?
album-text = Wil je er iets bij vertellen?
album-download = Wat mogen ouders opslaan?
album-download-all = Alle foto's
album-download-all-hint = Ouders kunnen alle foto's opslaan.
album-until = Tot wanneer staat het hier?
album-until-hint = Daarna verdwijnt het album bij iedereen. In juni vragen we ouders om hun foto's te bewaren.
album-make = Maak het album
album-tasks = Foto's om na te kijken
albums-keep-year = Foto's van dit jaar bewaren
albums-year-text = Sla alle foto's op die je mag bewaren. Doe het voor de zomer: albums verdwijnen na hun laatste dag.
albums-year-all = { $count ->
    [one] Sla de foto op
   *[other] Sla alle { $count } foto's op
  }
albums-year-file = Foto's van school
albums-year-care = Op veel foto's staan ook andere kinderen. Zet ze daarom niet op internet.
albums-year-none = Er is niets om te bewaren
albums-year-none-text = Hier komen de foto's die je mag opslaan.
album-kept = al bewaard
notice-album = Nieuwe foto's
notice-album-in = Nieuwe foto's in { $group }
error-album-no-title = Geef het album een naam.
error-wrong-offset = Het versturen liep even niet gelijk met de school. Er is niets verloren. Probeer het nog eens.
error-bad-range = Dit stuk van het bestand is er niet. Sluit het en open het opnieuw.

## Boekenkast
bookshelf = Boekenkast
shelf-new-book = Nieuw boek
shelf-search = Zoek een bestand of boek
shelf-found = { $count ->
    [0] Niets gevonden. Probeer een ander woord.
    [one] 1 gevonden
   *[other] { $count } gevonden
  }
shelf-loose = Voor jou
shelf-books = Boeken
shelf-own = Boek van { $name }
shelf-child-books = Werkstukken en rapporten
shelf-child-books-team = Boeken van de kinderen
shelf-children = Toon { $count ->
    [one] 1 kind
   *[other] { $count } kinderen
  }
shelf-count = { $count ->
    [0] leeg
    [one] 1 bestand
   *[other] { $count } bestanden
  }
shelf-new = { $count } nieuw
shelf-kept = bewaard op dit apparaat
shelf-empty = Nog niets in de kast
shelf-empty-text = Hier komen boeken van school: nieuwsbrieven, roosters, rapporten en werkstukken.
shelf-gone = Dit staat er niet meer
shelf-gone-text = Het is weggehaald, of de datum is voorbij.
shelf-book-empty = Dit boek is nog leeg
shelf-book-empty-text = Wat erin komt, zie je hier. Nieuwe bestanden krijgen een merkje.
shelf-own-empty-text = Hier komen werkstukken, rapporten en foto's van werk. De ouders en de leerkrachten kunnen ze erin zetten.
shelf-new-inner = Nieuwe map in dit boek
shelf-rename = Andere naam
shelf-book-delete = Verwijder dit boek
shelf-book-deleted = Het boek is weggehaald, met wat erin stond
shelf-book-title = Naam van het boek
shelf-book-title-hint = Bijvoorbeeld: Schoolgids, Werkbladen, Notulen
shelf-book-text = Wat staat erin?
shelf-make-book = Maak het boek
shelf-book-made = Het boek staat in de kast
shelf-find-family = Zoek een gezin of persoon
shelf-family = Ouders van { $name }
shelf-maker = iemand van school
shelf-lunch = het overblijfteam
shelf-lunch-about = Wie het overblijven doet, en het kantoor
shelf-school-about = En iedereen die op school werkt
shelf-group-about = En de leerkrachten en het kantoor
shelf-team-about = Alleen de leerkrachten en het kantoor
shelf-files-hint = Tot 100 MB. Foto's worden kleiner gemaakt en vergeten waar ze gemaakt zijn.
shelf-adding = { $count ->
    [one] Het bestand komt eraan
   *[other] { $count } bestanden komen eraan
  }
shelf-log = Ik wil zien wie dit geopend heeft
shelf-log-hint = Wie het opent, ziet dat je dat kunt zien.
shelf-until = Zichtbaar tot en met
shelf-until-hint = Daarna verdwijnt het uit de kast. Leeg: het blijft staan.
shelf-by = { $name } · { $when }
shelf-by-changed = { $name } · nieuwe versie { $when }
shelf-shown-until = zichtbaar tot en met { $date }
shelf-tells = { $name } kan zien dat je dit geopend hebt.
shelf-keep = Bewaar op dit apparaat
shelf-keep-hint = Dan kun je het ook zonder internet bekijken. Bij afmelden gaat het van dit apparaat af.
shelf-opened = Geopend door { $done } van { $count }
shelf-opened-who = Wie heeft dit geopend?
shelf-earlier = Eerdere versies
shelf-restore = Zet deze weer vooraan
shelf-restored = De eerdere versie staat weer vooraan
shelf-new-version = Nieuwe versie
shelf-choose-version = Kies het nieuwe bestand
shelf-keep-earlier = Bewaar de eerdere versies
shelf-keep-earlier-hint = Dan kun je terug. Zonder vinkje zijn ze voor iedereen weg.
shelf-version-sent = De nieuwe versie komt eraan
shelf-title = Naam
shelf-note = Tekst erbij
shelf-deleted = Het bestand is weggehaald
shelf-each = Bestand per gezin
shelf-each-why = Stuur in één keer elk gezin zijn eigen bestand, bijvoorbeeld het rapport. Alleen de ouders van dat kind en jij kunnen het lezen.
shelf-each-group = Welke groep?
shelf-each-hint = Zet de naam of het leerlingnummer van het kind in de bestandsnaam. Dan zoeken wij het gezin erbij.
shelf-each-table = Klopt het zo?
shelf-each-family = Voor de ouders van
shelf-each-for = Gezin voor { $name }
shelf-each-nobody = Kies een kind
shelf-each-title = Naam voor alle bestanden
shelf-each-title-hint = Bijvoorbeeld: Rapport februari. Leeg: de naam van het bestand.
shelf-each-text = Tekst erbij
shelf-each-left = { $count ->
    [one] Van 1 bestand weten we niet voor wie het is. Kies een kind, anders wordt het niet verstuurd.
   *[other] Van { $count } bestanden weten we niet voor wie ze zijn. Kies een kind, anders worden ze niet verstuurd.
  }
shelf-each-double = Meer dan één bestand voor: { $names }. Klopt dat?
shelf-each-without = { $count ->
    [one] 1 kind krijgt niets
   *[other] { $count } kinderen krijgen niets
  }
shelf-each-send = Verstuur { $files ->
    [one] 1 bestand
   *[other] { $files } bestanden
  } aan { $families ->
    [one] 1 gezin
   *[other] { $families } gezinnen
  }
shelf-each-progress = { $done } van { $total } aangekomen
shelf-each-going = Je mag verder werken. Het gaat vanzelf door, ook later.
shelf-each-done = Elk gezin heeft zijn eigen bestand. Je vindt ze in de boekenkast.
shelf-ask = Vraag een bestand
shelf-ask-why = Vraag ouders om iets in te leveren, zoals een kopie van het zwemdiploma. Je ziet wie het al gedaan heeft.
shelf-ask-title = Wat vraag je?
shelf-ask-title-hint = Bijvoorbeeld: kopie zwemdiploma
shelf-ask-text = Uitleg
shelf-ask-until = Uiterlijk op
shelf-ask-readers = Wat ouders inleveren:
shelf-ask-verb = Vraag het aan de ouders
shelf-ask-sent = De vraag staat bij de ouders
shelf-ask-stop = Stop met vragen
shelf-asked = Gevraagd
shelf-before = uiterlijk { $date }
shelf-hand-in = Lever iets in
shelf-hand-in-for = Lever in voor { $name }
shelf-handed = Ingeleverd
shelf-handed-ring = { $part } van { $whole } ingeleverd
shelf-handed-see = Wie heeft ingeleverd?
shelf-handed-done = Ingeleverd
shelf-handed-seen-by = De school heeft dit. De andere ouder kan het niet lezen.
shelf-handed-sent = Het gaat naar school
shelf-for-child = Voor wie is het?
shelf-hand-title = Wat is het?
shelf-hand-title-hint = Bijvoorbeeld: brief van de dokter
shelf-hand-text = Tekst erbij
shelf-hand-verb = Lever in
shelf-file-out = Haal { $name } weg
shelf-notice-new = Nieuw in de boekenkast
shelf-notice-changed = Nieuwe versie in de boekenkast
shelf-notice-request = De school vraagt je iets in te leveren
shelf-notice-overdue = Wil je dit nog inleveren?
shelf-notice-handin = Er is een bestand ingeleverd
error-shelf-no-title = Geef het een naam. Er is nog niets verstuurd.
error-shelf-no-files = Kies eerst een bestand. Er is nog niets verstuurd.
preview-pages = { $count ->
    [one] 1 bladzijde
   *[other] { $count } bladzijden
  }
shelf-save-all = Sla alles op
shelf-about-child = voor { $name }
shelf-sent = Verstuurd
shelf-sent-show = Toon { $count ->
    [one] 1 bestand
   *[other] { $count } bestanden
  } die je verstuurd hebt
shelf-take-back = Haal terug
shelf-taken-back = Het is teruggehaald. De school heeft het niet meer.
preview-page = Bladzijde { $at }
preview-nearer = Groter
preview-further = Kleiner
preview-other = Open in een ander venster
error-preview-failed = Dit bestand kan hier niet getoond worden. Je kunt het wel opslaan en op je apparaat openen.
error-preview-offline = Bekijken lukt nu niet. Open het in een ander venster, of sla het op.

## Toestemmingen
consents = Toestemmingen
consents-of = Toestemming voor { $child }
consents-none = Geen kind van jou
consents-none-text = Hier zeg je als ouder waar foto's van je kind te zien mogen zijn.
consents-text = Waar mogen foto's van { $child } te zien zijn? Een ja geldt pas als alle ouders met gezag ja zeggen. Geen antwoord is nee. Je mag altijd van gedachten veranderen.
consents-year = Dit geldt voor schooljaar { $year }. Daarna vragen we het opnieuw.
consent-kept = Je antwoord is bewaard
consent-album = Fotoalbums van de groep
consent-album-hint = Alleen gezinnen en leerkrachten van de groep zien de foto's, in deze app.
consent-website = Website van de school
consent-website-hint = Iedereen op internet kan { $child } dan zien.
consent-paper = Krant en folders van de school
consent-paper-hint = Op papier, voor gezinnen en bezoekers van de school.
consent-social = Sociale media van de school
consent-social-hint = Bijvoorbeeld Instagram of Facebook. Een foto is daar moeilijk terug te halen.
consent-press = Krant en televisie
consent-press-hint = Als een journalist op school komt.
consent-album-short = Albums
consent-website-short = Website
consent-paper-short = Papier
consent-social-short = Sociale media
consent-press-short = Pers
consent-now-open = Nog niet beantwoord: telt als nee
consent-now-yes = Geldt nu: ja
consent-now-waits = Geldt nu: nee. Nog niet iedereen zei ja
consent-now-no = Geldt nu: nee
consent-away = { $child } niet meer in albums?
consent-away-do = Nee zeggen en foto's weghalen
consent-away-count = { $count ->
    [one] { $child } staat op 1 foto die nu te zien is.
   *[other] { $child } staat op { $count } foto's die nu te zien zijn.
  }
consent-away-others = Andere gezinnen zien deze foto's meteen niet meer.
consent-away-you = Jij, de andere ouder en de leerkrachten zien ze nog wel.
consent-away-staff = De leerkracht maakt { $child } binnen 5 dagen onherkenbaar of gooit de foto weg.
consent-away-back = Zeg je later weer ja, dan komen deze foto's niet vanzelf terug. Wat iemand al opsloeg, kunnen wij niet wissen; we vragen het wel.
consent-due = Waar mogen foto's van { $child } te zien zijn?
consent-due-about = Vijf vragen, ja of nee
consent-list = Toestemming in { $group }
consent-list-text = Ja als alle ouders met gezag ja zeggen. Dit is de stand voor schooljaar { $year }.
consent-open = { $count ->
    [one] 1 ouder antwoordde nog niet
   *[other] { $count } ouders antwoordden nog niet
  }
consent-paper-enter = Op papier invullen
consent-paper-text = Vul hier in wat een ouder zonder account op papier antwoordde. Bewaar het papier.
consent-paper-none = Iedereen heeft een account
consent-paper-none-text = Deze ouders antwoorden zelf, in de app.
notice-consent = Toestemming gewijzigd
notice-erase = Wil je een bewaarde foto weggooien?
taken-photos = Weggehaalde foto's
taken-waits = Alleen jullie en de leerkrachten zien deze foto. De leerkracht kijkt ernaar.
taken-hidden = { $child } is onherkenbaar gemaakt. De foto is weer te zien.
taken-kept = De leerkracht zag { $child } niet op deze foto. Hij is weer te zien.
taken-gone = De foto is weggegooid.
taken-families = { $count ->
    [one] 1 ander gezin had deze foto al opgeslagen. We vroegen om hem weg te gooien.
   *[other] { $count } andere gezinnen hadden deze foto al opgeslagen. We vroegen om hem weg te gooien.
  }
tasks-due = { $count ->
    [one] 1 foto wacht op jou
   *[other] { $count } foto's wachten op jou
  }
tasks-due-about = Weggehaald door een gezin
tasks-none = Er wacht niets
tasks-none-text = Haalt een gezin een foto weg, dan komt hij hier. Jij kijkt wat ermee gebeurt.
tasks-text = Deze foto's zijn weggehaald door een gezin. Alleen dat gezin en de leerkrachten zien ze nog.
task-marked = { $child } mag niet op deze foto te zien zijn.
task-unmarked = Het gezin van { $child } zegt: { $child } staat hierop.
task-until = Kijk er vóór { $day } naar
task-late = Had vóór { $day } gemoeten
task-families = { $count ->
    [one] 1 gezin had hem opgeslagen
   *[other] { $count } gezinnen hadden hem opgeslagen
  }
task-hide = Onherkenbaar maken
task-shred = Foto weggooien
task-shred-sure = Echt weggooien
task-shred-text = De foto verdwijnt voor iedereen en komt niet terug.
task-kept = { $child } staat er niet op
task-kept-sure = Weer laten zien
task-kept-text = Iedereen in het album ziet de foto weer. Doe dit alleen als je { $child } echt niet ziet.
task-soon = Wordt geregeld
task-film = Een film kun je hier niet bewerken. Gooi hem weg, of knip hem zelf en zet hem opnieuw in het album.
hide-title = { $child } onherkenbaar maken
hide-text = Sleep een kader om { $child }. Maak het vak wazig, of houd alleen het kader over.
hide-picture = De foto. Pijltjes verplaatsen het kader, met Shift maken ze het groter of kleiner.
hide-blur = Maak wazig
hide-crop = Houd alleen dit
hide-undo = Ongedaan maken
hide-done = Plaats de nieuwe foto
hide-done-text = De oude foto wordt gewist. Iedereen in het album ziet de nieuwe.
hide-sending = De nieuwe foto wordt verstuurd
hide-loading = De foto komt eraan
erase-due = Wil je een bewaarde foto weggooien?
erase-title = Foto's weggooien
erase-text = Een gezin wil niet dat hun kind op deze foto's te zien is. Jij had ze opgeslagen. Gooi je ze weg uit je eigen foto's? Dank je wel.
erase-line = Eén foto uit "{ $album }"
erase-none = Er is niets gevraagd
erase-none-text = Vraagt een gezin om een foto weg te gooien die jij opsloeg, dan staat dat hier.
consent-yes = Ja
consent-no = Nee
task-picture = De weggehaalde foto

## Gekoppelde scholen
tab-schools = Scholen
schools-why = Een kind kan op twee scholen zitten. Als jullie koppelen, gebruiken ouders van de ene school de brief van de andere met hun eigen account. Beide kantoren koppelen. Er wordt niets gedeeld: wie geen brief heeft, ziet niets.
schools-add = School koppelen
schools-host = Adres van de andere school
schools-host-hint = Zoals het op hun brieven staat, bijvoorbeeld kring.hetkompas.nl
schools-look = Zoek op
schools-compare = Is dit { $school }?
schools-compare-text = Bel het kantoor van { $school } op een nummer dat je al kende. Zij openen dit scherm ook, met jullie adres. Lees elkaar beide kenmerken voor. Zij zien dezelfde twee. (Adres: { $host })
schools-ours = Kenmerk van { $school }
schools-theirs = Kenmerk van { $school }
schools-same = Alle cijfers zijn hetzelfde, bij hen en bij ons
schools-link = Koppel
schools-differ = Niet hetzelfde: stop
schools-linked = { $school } is gekoppeld
schools-list = Gekoppelde scholen
schools-empty = Nog geen school gekoppeld
schools-empty-text = Hier staan straks de scholen waar ook kinderen van jullie zitten, en of ze bereikbaar zijn.
schools-unlink = Ontkoppel
schools-unlinking = { $school } wordt ontkoppeld
schools-unlinked = Ontkoppeld. Er gaat niets meer heen en weer.
schools-state-new = Wordt gebeld
schools-state-waiting = Wacht: zij hebben jullie nog niet gekoppeld
schools-state-linked = Bereikbaar, { $when }
schools-state-silent = Nu niet bereikbaar. Laatst: { $when }
schools-state-refused = Weigert: hun server klopt niet meer. Bel het kantoor.
schools-state-version = Spreekt een andere versie van Kring. Werk beide bij.
schools-waiting = { $count ->
    [one] 1 bericht wacht
   *[other] { $count } berichten wachten
  }
schools-restored = teruggezet uit een kopie: { $when }
server-sign = Eerst: teken voor deze server
server-sign-text = Andere scholen geloven deze server pas als het hoofdblad ervoor getekend heeft. Haal het blad uit de kluis en typ de code. Ze wordt hier één keer gebruikt en niet bewaard.
server-renew = Nieuwe sleutel voor de server
server-renew-text = Alleen nodig als iemand bij de server kon die er niet bij mocht. Gekoppelde scholen merken het vanzelf. Haal het hoofdblad uit de kluis en typ de code.
server-sheet = Code van het hoofdblad
server-sheet-hint = Acht groepen van vijf
server-sign-verb = Teken
server-signed = De server is getekend
error-wrong-sheet = Dit is niet het hoofdblad van deze school. Kijk of je het goede blad hebt.
error-not-a-school = Op dit adres antwoordt geen Kring die gekoppeld kan worden. Er is niets veranderd. Controleer het adres, of bel die school.
error-peer-unreachable = De andere school antwoordt nu niet. Wat je schreef blijft bewaard. Probeer het straks opnieuw.
error-unknown-version = De andere school heeft een andere versie van Kring. Er is niets veranderd. Werk beide bij.
error-unsigned-server = Eerst moet iemand met het hoofdblad voor deze server tekenen.
join-away-text = Deze brief is van { $school }. Je gebruikt hem met het account dat je hier hebt. Bij Meer kies je welke school je ziet.
school-shown = Welke school zie je?
school-own = Mijn eigen school

## Two schools

two-left = Je hebt geen plek meer op { $school }. Alles van die school is weg van dit apparaat.
two-silent = { $school }: bijgewerkt { $when }.
two-never = { $school }: nog niet opgehaald.
two-silent-waiting = { $count ->
    [one] Eén bericht van jou wacht en gaat vanzelf weg.
   *[other] { $count } berichten van jou wachten en gaan vanzelf weg.
}
two-clash = Tegelijk op twee scholen: { $day }
two-clash-side = { $time } { $title } ({ $school })
two-clash-with = Tegelijk met { $title } op { $school } ({ $time })
two-at = { $name } op { $school }
two-same = { $names } zijn hetzelfde kind
two-same-text = Klopt dat? Kies dan de dagen van { $name } op elke school. Dat zie alleen jij. Meld je { $name } afwezig, dan hoort elke school alleen over haar eigen dagen.
two-same-verb = Ja, dit klopt
two-days-on = Dagen op { $school }
two-days-at = { $school }: { $days }
two-days-change = Wijzig dagen
two-hears = Wie hoort wat
error-no-school-days = Kies voor elke school ten minste één dag.
error-two-unsure = Zeg eerst op welke dagen je kind op welke school is.
error-no-day-at-school = Op deze dag is je kind op geen van de scholen. Kies een andere dag, of wijzig de dagen.
two-waits = Wacht tot { $school } weer antwoordt, en gaat dan vanzelf weg
two-new = { $count } nieuw
two-goes = Gaat ook naar een andere school
two-tell = Vertel dat { $child } ook naar een andere school gaat
two-tell-hint = Alleen voor { $who }, en zonder te zeggen welke school. Je kunt het altijd weer uitzetten.
field-otherschool = Dat { $child } ook naar een andere school gaat


## Bestuur
role-board = Bestuur
calendar-of-board = Bestuur
board-audience-about = Wie het bestuur bij deze school heeft aangemeld. Zij zien wat het bestuur schrijft, verder niets.
board-notice = Bestuur: { $title }
board-card = Bestuur
board-why = Wie van het bestuur hier een brief krijgt, kan nieuws en agenda sturen aan alle ouders en het team. Zij zien verder niets van de school.
board-letters = Druk de brieven af
board-invite = Bestuur uitnodigen
board-name = Naam
board-server = Waar heeft deze persoon een account?
board-invite-verb = Maak de brief
board-invited = De brief staat klaar bij Brieven
board-letter-why = Met deze brief kun je namens het bestuur aan alle ouders en het team van deze school schrijven. Je gebruikt het account dat je bij het bestuur hebt.
error-no-board-server = Kies bij welke server deze persoon een account heeft.
board = Bestuur
board-intro = Je schrijft namens het bestuur aan alle ouders en het team van: { $schools }
board-new = Nieuws van het bestuur
board-event-new = Nieuwe datum
board-events = In de agenda
board-said = Nieuws
board-nothing = Nog niets geschreven
board-nothing-text = Hier staat straks wat je aan de scholen schrijft, en welke school het al heeft.
board-take-back = Haal terug
board-leaves = Wordt nog weggehaald bij { $schools }
board-waits = Wacht op { $schools }
board-all-schools = Alle scholen
board-helpdesk = Helpdesk: hoe gaat het met de servers
board-helpdesk-why = Hier zie je getallen van de servers van gekoppelde scholen die dat toestaan. Niet wat er geschreven is, en geen namen.
board-look-again = Kijk opnieuw
board-no-servers = Nog geen school gekoppeld
board-server-well = In orde
board-server-look = Kijk hiernaar
board-server-hidden = Niet te zien
board-server-silent = Niet bereikbaar
board-hidden-text = Deze school laat niet zien hoe het met de server gaat. Het kantoor daar kan dat toestaan bij Mensen, Scholen.
board-silent-text = De server antwoordt nu niet.
board-never = Nooit
board-none = Geen
board-waiting-text = { $push } meldingen, { $mail } e-mails, { $parcels } voor andere scholen
board-failing-text = { $devices } apparaten geweigerd, { $tried } meldingen opnieuw
board-fact-version = Versie
board-fact-since = Draait sinds
board-fact-backup = Laatste kopie
board-fact-free = Vrij op de schijf
board-fact-used = In gebruik
board-fact-accounts = Accounts
board-fact-letters = Brieven nog open
board-fact-waiting = Wacht
board-fact-failing = Lukt niet
board-fact-faults = Fouten
board-concern-room = De schijf raakt vol. Maak ruimte.
board-concern-no-backup = Er is nog nooit een kopie gemaakt.
board-concern-old-backup = De laatste kopie is { $days } dagen oud.
board-concern-update = Er is een nieuwere versie: { $version }.
board-concern-queue = Er wachten { $count } berichten. Kijk of de server naar buiten kan.
board-concern-faults = Er ging vandaag iets mis. Zie Fouten.
board-watch = Wie mag zien hoe het met onze server gaat?
board-watch-why = Alleen getallen: versie, kopie, schijfruimte, wachtrijen en foutcodes. Geen namen en niets van wat er geschreven is. Bijvoorbeeld voor het bestuur, dat helpt met de server.
board-watch-school = { $school } mag zien hoe het met onze server gaat
board-watch-on = { $school } ziet nu hoe het met de server gaat
board-watch-off = { $school } ziet het niet meer

## Twee scholen: meldingen

tell-neutral = Er is iets nieuws van { $school }
tell-of = Meldingen van { $school }
tell-same = Zoals bij mijn eigen school
tell-same-hint = Zet dit uit om voor deze school iets anders te kiezen.
tell-feed-also = Ook { $school }
tell-feed-also-hint = Wat er dan tegelijk is, staat erbij.

## Contacts of other schools

contact-schools = Andere scholen
contact-about = van een andere school
contact-why = Ken je iemand van een andere school? Dan kunnen jullie elkaar gegevens laten zien. Verder ziet diegene niets van deze school.
contact-empty = Nog niemand van een andere school
contact-empty-text = Geef iemand een code. Daarna kies je wat je met diegene deelt.
contact-new = Nieuw contact
contact-new-text = Je maakt een code en geeft die zelf. De school ziet dat je een contact hebt, maar niet wie.
contact-name = Wie is het?
contact-name-hint = Een naam voor jezelf. Niemand anders ziet hem.
contact-make = Maak een code
contact-coming = De code wordt gemaakt zodra je verbinding hebt.
contact-parent = Ouder van { $school }
contact-named = { $name } ({ $school })
contact-no-name = { $name } weet nog niet hoe je heet: deel ook je naam.
contact-not-yet = code nog niet gebruikt
contact-hand-on = Laat { $name } deze code scannen in Kring van de eigen school, of stuur hem door. Hij werkt een keer.
contact-send = Stuur door
contact-copy = Kopieer
contact-copied = Gekopieerd
contact-message = Ik wil via Kring gegevens met je delen. Open Kring van jouw school, kies Meer en dan Brief gebruiken, en vul deze code in: { $code } ({ $address })
contact-shows-nothing = Laat je nog niets zien.
contact-sees = { $count ->
    [one] { $name } ziet een gegeven van jou.
   *[other] { $name } ziet { $count } gegevens van jou.
}
contact-sees-nothing = { $name } ziet nog niets van jou.
contact-end = Beëindig
contact-end-why = { $name } ziet dan niets meer van jou, en jij niets meer van { $name }.
contact-leave = Stop met delen
contact-leave-why = Je ziet dan niets meer van { $name }, en { $name } niets meer van jou.
contact-keep = Toch niet
contact-left = van school af
contact-left-name = Een ouder die van school ging
contact-home = Nu bij { $school }
contact-home-show = Laat zien bij welke school ik hoor
contact-home-hide = Laat mijn school niet meer zien
field-home = School
contact-elsewhere = Op je andere scholen
contact-elsewhere-hint = Wijzig je het hier, dan ook daar. Per school kies je wie het ziet.
contact-nobody-there = Niemand daar ziet dit.
contact-other-value = Daar staat nu: { $value }
contact-take-back = Neem terug bij { $school }
contact-join-title = Delen met iemand van { $school }
contact-join-text = Met deze code kunnen jij en iemand van { $school } elkaar gegevens laten zien. Verder zie je niets van die school. Jij kiest zelf wat je laat zien.
contact-join-elsewhere = Deze code is van een ouder van { $school }. Gebruik hem met het account van je eigen school: open Kring van je eigen school, kies Meer en dan Brief gebruiken.
contact-join-here = Heb je een account bij { $school }?
contact-office = Contacten van ouders
contact-office-why = Ouders kunnen iemand van een andere school toelaten voor wat zij zelf delen. Je ziet hoeveel, niet wie of wat.
contact-office-count = { $count ->
    [one] een contact
   *[other] { $count } contacten
}
contact-office-end = Beëindig alle
contact-office-ending = De contacten van { $name } worden beëindigd.
contact-office-ended = De contacten zijn beëindigd.
error-contacts-off = Deze school laat ouders geen contact van een andere school toevoegen. Er is niets veranderd.
error-too-many-contacts = Meer dan twintig contacten kan niet. Beëindig er eerst een.
role-contact = Contact

## Moving

move-page = Verhuizen
move-leaves = Naar een andere school
tab-moving = Vertrek
move-takeout = Alles meenemen
move-takeout-why = Bewaar wat van jullie is, in één bestand. Elke computer kan het openen, ook zonder Kring.
move-takeout-in = Dit zit erin
move-takeout-not = Niet erin: wat andere gezinnen met jullie delen, en wat alleen voor het team is.
move-takeout-which = Van wie?
move-takeout-all = Alle kinderen
move-takeout-verb = Maak het bestand
move-takeout-files = { $count ->
    [one] 1 bestand
   *[other] { $count } bestanden
  }, { $size }
move-takeout-busy = { $done } van { $count } bestanden
move-takeout-done = Het bestand staat bij je downloads.
move-takeout-care = Het bestand is niet op slot. Bewaar het waar alleen jij bij kunt. De school ziet welke foto's je meenam.
move-takeout-none = Niets om mee te nemen
move-takeout-none-text = Hier neem je mee wat van je kind is: werk, gesprekken en foto's.
move-holds-threads = Je gesprekken met de school en met anderen
move-holds-book = Het boek van je kind, met de werkstukken
move-holds-absences = Wanneer je kind er niet was, en verlof
move-holds-talks = Verslagen van gesprekken met jou
move-holds-answers = Wat je invulde bij Intekenen
move-holds-photos = Foto's uit albums die je mag bewaren
move-holds-lunch = Je strippenkaart van de overblijf
move-page-title = Meegenomen van
move-page-absences = Absenties
move-page-leaves = Verlof
move-page-talks = Gesprekken
move-page-book = Boek
move-page-photos = Foto's
move-page-answers = Intekenen
move-page-threads = Berichten
move-page-lunch = Strippenkaart
move-page-left = Nog over
move-page-owed = Nog te betalen
move-page-refund = Terug te betalen
move-page-none = Niets
move-page-me = Ik
move-page-parent = Ouder van
move-page-other = Iemand
move-empty = Nog niets over verhuizen
move-empty-text = Hier komt wat een andere school meegeeft over een kind.
move-stays = { $child } blijft op deze school.
move-say = { $child } gaat naar een andere school
move-say-title = { $child } gaat naar een andere school
move-say-why = Vertel het kantoor wanneer, en wat er mee mag. Daarna geeft het kantoor een dossier aan jou. Jij geeft het door.
move-last = Laatste dag hier
move-where = Nieuwe school
move-elsewhere = Een andere school
move-school-name = Naam van de nieuwe school
move-parts = Wat mag er mee?
move-parts-always = Altijd mee gaan: naam, geboortedatum, groep en eerste schooldag. Nooit mee gaan: toestemmingen voor foto's. De nieuwe school vraagt die opnieuw.
move-part-contact = Hoe jij te bereiken bent
move-part-contact-hint = Alleen jouw eigen gegevens, zoals het kantoor ze heeft
move-part-absences = Hoe vaak je kind er niet was
move-part-absences-hint = Alleen aantallen, zonder wat je erbij schreef
move-part-talks = Verslagen van gesprekken
move-part-talks-hint = Zijn er twee huizen, dan alleen de verslagen voor beide
move-part-book = Het boek van je kind
move-part-book-hint = Met alle werkstukken
move-part-allergies = Allergieën en medicijnen
move-part-allergies-hint = Zoals jij ze bij de overblijf opgaf
move-short-contact = contactgegevens
move-short-absences = aantal absenties
move-short-talks = verslagen
move-short-book = boek
move-short-allergies = allergieën
move-part-none = niets extra's
move-along = Gaat mee
move-others = De andere ouder
move-others-about = Wie gezag heeft over { $child }, moet het eens zijn
move-say-verb = Vertel het de school
move-say-again = Bewaar de wijziging
move-said = De school weet dat { $child } vertrekt.
move-you-said = Je hebt verteld dat { $child } vertrekt.
move-asked = De andere ouder zegt dat { $child } vertrekt. Ben je het eens?
move-agree = Eens
move-refuse = Niet eens
move-agreed = Je bent het eens.
move-refused = Je bent het niet eens. De school weet het.
move-agrees = Eens
move-refuses = Niet eens
move-waits = Nog geen antwoord
move-change = Wijzig
move-withdraw = Trek in
move-released = { $school } heeft het dossier van { $child } voor je klaargezet.
move-hand-why = Geef het door aan { $school }. Alleen het kantoor en het team van je kind daar kunnen het lezen. Doe het voor de laatste dag hier: daarna is het weg uit deze app.
move-hand-sure = { $school } mag dit lezen
move-hand = Geef door aan { $school }
move-hand-letter = Gebruik eerst de brief van { $school } met dit account. Dan geef je het hier door. Is die school niet gekoppeld? Neem dan alles mee in een bestand.
move-handed = Doorgegeven aan { $school }.
move-handed-tag = Doorgegeven
move-friends = Blijf contact houden
move-friends-why = Wat je de klas liet zien, stopt als je weg bent. Met ouders die jij of die jou bij naam iets lieten zien, kun je verder. Doe het voor de laatste dag.
move-friends-kept = Wie je bij naam koos, ziet je gegevens ook straks.
move-friends-tag = Contact blijft
move-office = Vertrekkende kinderen
move-office-empty = Niemand vertrekt
move-office-empty-text = Zegt een ouder dat een kind naar een andere school gaat, dan staat het hier.
move-waiting = Wie gezag heeft over { $child }, moet het eerst eens zijn.
move-on-paper = { $name } is het eens, op papier
move-second-why = { $child } is afgeschermd: een tweede persoon van het kantoor moet het goedvinden.
move-second-given = Je vond het goed. Nu kan een collega van het kantoor het dossier van { $child } geven.
move-second = Goedgevonden
move-let-go = Dossier gegeven
move-release = Geef het dossier
move-release-title = Dossier van { $child }
move-release-who = Wie gezag heeft over { $child }, krijgt het dossier. Niemand anders.
move-release-what = Erin zit wat is aangevinkt, en wat de school altijd meegeeft. Adres en telefoon gaan alleen naar wie ze zijn.
move-release-proof = De nieuwe school kan zien dat het van jullie is, als jullie gekoppeld zijn.
move-release-kept = Hier blijft staan wat is meegegeven, en wanneer.
move-release-done = Het dossier van { $child } is gegeven.
move-end = Sluit de plaatsen
move-end-title = { $child } is weg
move-end-family = De ouders lezen vanaf nu niets meer van deze school, ook niet wat er al stond.
move-end-old = Wat ze wilden bewaren, hebben ze meegenomen met Alles meenemen. Vraag het even.
move-end-handed = Heeft de ouder het dossier al doorgegeven? Daarna kan het niet meer.
move-end-kept = Wat het kantoor bewaart, blijft bij het kantoor.
move-end-self = Na { $day } sluiten de plaatsen vanzelf, zodra iemand van het kantoor Kring opent.
move-gone = Vertrokken
move-came = Van een andere school
move-brought = Meegekomen
move-state-confirmed = Bevestigd door { $school }
move-state-unknown = { $school } is niet gekoppeld: niet te controleren
move-state-other = Van { $school }, bedoeld voor een andere school
move-state-own = Door de ouder meegenomen van { $school }
move-false = Dit dossier klopt niet: de ondertekening is vals of stuk. Er is niets overgenomen. Bel de ouder en de vorige school.
move-take = Neem over bij { $child }
move-take-why = De werkstukken, de verslagen en de aantallen komen bij { $child } te staan. De ouders zien het ook. Hoe de ouder te bereiken is en de allergieën blijven hier.
move-taken = Overgenomen bij { $child }.
move-is-in = Overgenomen bij { $child }.
move-book = Meegekomen van { $school }
move-open-book = Open het boek
move-fact-born = Geboren
move-fact-first-day = Eerste schooldag
move-fact-groups = Groep
move-fact-contact = Te bereiken
move-fact-absences = Niet op school
move-fact-allergies = Allergieën
move-fact-talks = Verslagen
move-fact-book = Werkstukken
move-in-file = Ik heb een bestand van een andere school
move-in-file-text = Heb je op een vorige school Alles meenemen gebruikt? Dan zet je het boek en de verslagen hier bij je kind.
move-in-file-label = Het bestand (.zip)
move-in-which = Welk kind uit het bestand?
move-in-for = Bij wie hoort het hier?
move-due-asked = Ben je het eens dat { $child } vertrekt?
move-due-released = Geef het dossier van { $child } door
move-due-release = { $child } vertrekt: geef het dossier
move-due-end = { $child } is weg: sluit de plaatsen
move-due-came = Dossier van { $child }: neem het over
move-notice-departure = Gaat naar een andere school
move-notice-agreement = Antwoord over het vertrek
move-notice-release = Het dossier staat klaar
move-notice-dossier = Dossier van een andere school
move-notice-brought = Meegekomen van een andere school
move-home = Mijn account verhuist
move-home-why = Je account staat nu bij deze school. Gaan je kinderen weg, dan kun je het laten verhuizen naar een school waar je ook leest. Je blijft dezelfde, met dezelfde gesprekken. Wat je hier nog leest, lees je daarna van daar.
move-home-none = Je leest bij geen andere school
move-home-none-text = Gebruik eerst de brief van je nieuwe school. Daarna kan je account hier verhuizen.
move-home-to = Naar { $school }
move-home-step-open = Open op dit of een ander apparaat { $host }
move-home-step-choose = Kies: Ik heb al een account bij een andere school
move-home-step-number = Scan of typ hier het nummer dat je ziet
move-home-number = Nummer van de nieuwe school
move-home-sure = Zie je dit nummer nu zelf op { $host }?
move-home-give = Ja, verhuis naar { $school }
move-home-given = Maak nu daar je inlognaam en wachtwoord voor { $school }. Kom daarna hier terug.
move-home-there = Je account staat nu bij { $school }.
move-home-end-text = Rond het hier af. Je wachtwoord, je apparaten en je meldingen van deze school stoppen. Inloggen doe je voortaan bij { $school }.
move-home-end-sure = Het is me gelukt om bij { $school } in te loggen
move-home-tell = Wie ik bij naam ken, mag zien dat ik nu bij { $school } hoor
move-home-tell-hint = Alleen wie contact met je houdt. Je kunt het later intrekken.
move-home-end = Rond af en meld hier af
move-arrive = Mijn account komt hierheen
move-arrive-link = Ik heb al een account bij een andere school
move-arrive-why = Had je al een account bij een andere school, en gebruikte je daar de brief van { $school }? Dan kan je account hierheen verhuizen.
move-arrive-step-letter = Gebruik eerst de brief van deze school in de app van je oude school
move-arrive-step-open = Open daar Meer, en dan: Mijn account verhuist
move-arrive-step-number = Scan of typ daar dit nummer
move-arrive-waiting = Wachten op je oude school
move-arrive-login = Gelukt. Kies een inlognaam en wachtwoord voor { $school }.
move-arrive-verb = Verhuis hierheen
move-arrived = Welkom bij { $school }
error-move-no-school = Vul in naar welke school je kind gaat.
error-not-agreed = Nog niet iedereen met gezag is het eens. Er is niets gegeven.
error-not-a-takeout = Dit is geen bestand van Alles meenemen, of het is stuk. Er is niets overgenomen.
error-not-linked = Die school is niet (meer) gekoppeld. Er is niets veranderd.
error-stale-signature = De klok van dit apparaat loopt te ver voor of achter. Er is niets veranderd. Zet hem goed en probeer het nog eens.

## Gevraagd en gedaan
carried-later = Nog niet verstuurd: er is geen goede verbinding. Het staat klaar op dit apparaat en gaat vanzelf weg.
carried-deleting = Wordt verwijderd
carried-too-late = Het is al gebeurd. Ongedaan maken kan niet meer.
detail-coming = Wordt doorgegeven
feed-revoke-waits = Nog niet ingetrokken: er is geen goede verbinding. Het adres werkt nog even.
register-waits = Nog niet bewaard: er is geen goede verbinding. De ouders weten van niets. Bel ze.
register-unheard = De ouders van { $names } weten nog van niets: dit is niet verstuurd. Bel ze nu.
arrived-waits = De ouders weten nog niet dat { $name } er is: dit is niet verstuurd. Bel ze.
lunch-alarm-waits = Er is geen goede verbinding. Niemand is gewaarschuwd. Bel de ouders.
lunch-unheard = Nog niemand is gewaarschuwd over { $names }: dit is niet verstuurd. Bel de ouders nu. Hun nummer staat bij het kind.
message-take-waits = Nog niet teruggenomen: er is geen goede verbinding. Het kan nog gelezen worden.
block-waits = Op dit apparaat geblokkeerd. Op je andere apparaten zodra er verbinding is.
thread-leave-waits = Je bent er nog niet uit: er is geen goede verbinding.
absence-withdraw-waits = Nog niet ingetrokken: er is geen goede verbinding. School ziet de melding nog.
shelf-take-back-waits = Nog niet teruggehaald: er is geen goede verbinding. De school heeft het nog.
consent-now-coming-yes = Je antwoord is onderweg. Geldt nu nog: ja
consent-now-coming-no = Je antwoord is onderweg. Geldt nu nog: nee
failures = { $count ->
    [one] Dit is niet gelukt:
   *[other] { $count } dingen zijn niet gelukt.
  }
failures-look = Bekijk wat je kunt doen
failures-title = Wat niet gelukt is
failures-text = De school heeft dit niet gekregen. Het staat alleen nog op dit apparaat.
failures-let-go = Laat maar
failures-done = Alsnog gelukt: { $what }
failed-other = Iets wat je deed
failed-absences-arrive = Zeggen dat een kind er is
failed-absences-change = Een melding wijzigen
failed-absences-close = De registratie sluiten. Ouders van een kind dat mist, weten van niets.
failed-absences-collector = Zeggen wie altijd mag ophalen
failed-absences-collector-gone = Iemand mag niet meer ophalen
failed-absences-decide = Antwoord geven op een verlofvraag
failed-absences-enclose = Een bijlage bij een melding
failed-absences-leave = Verlof vragen
failed-absences-note = Zeggen dat je een melding hebt gezien
failed-absences-pickup = Zeggen wie ophaalt
failed-absences-report = Een kind afmelden
failed-absences-withdraw = Een melding intrekken
failed-albums-away = Een foto weghalen
failed-albums-back = Foto’s terugzetten
failed-albums-change = Een album wijzigen
failed-albums-delete = Een album verwijderen
failed-albums-describe = Iets bij een foto schrijven
failed-albums-draft = Een album maken
failed-albums-give-back = Een foto teruggeven
failed-albums-hide = Een kind onherkenbaar maken
failed-albums-mark = Zeggen wie er op een foto staat
failed-albums-photo = Een foto in een album zetten
failed-albums-publish = Een album laten zien
failed-albums-remove = Foto’s verwijderen
failed-albums-shred = Een oud album wissen
failed-board-takeback = Een bericht van het bestuur terugnemen
failed-board-change = Een bericht van het bestuur wijzigen
failed-bookshelf-ask = Om een bestand vragen
failed-bookshelf-change = Een boek of bestand wijzigen
failed-bookshelf-delete = Een boek of bestand verwijderen
failed-bookshelf-handin = Een bestand inleveren
failed-bookshelf-put = Iets op de boekenplank zetten
failed-bookshelf-remind = Aan een bestand herinneren
failed-bookshelf-replace = Een bestand vervangen
failed-bookshelf-restore = Een oude versie terugzetten
failed-bookshelf-takeback = Een ingeleverd bestand terugnemen
failed-bookshelf-unask = Een vraag om een bestand intrekken
failed-calendar-add = Iets in de agenda zetten
failed-calendar-answer = Zeggen of je komt
failed-calendar-change = Iets in de agenda wijzigen
failed-calendar-draft = Een plan voor de agenda bewaren
failed-calendar-drafts = Plannen voor de agenda bewaren
failed-calendar-feed = Een agenda-adres maken
failed-calendar-publish = De jaarplanning laten zien
failed-calendar-remind = Een herinnering instellen
failed-calendar-remove = Iets uit de agenda halen
failed-calendar-undraft = Een plan uit de agenda halen
failed-calendar-unfeed = Een agenda-adres intrekken
failed-calendar-unfeedaway = Een agenda-adres bij een andere school intrekken
failed-contacts-accept = Een verzoek aannemen
failed-contacts-block = Iemand blokkeren
failed-contacts-mute = Een gesprek stil zetten
failed-contacts-set = Je keuzes voor berichten
failed-contacts-unblock = Iemand niet meer blokkeren
failed-groups-classparent = Een klassenouder kiezen of ontheffen
failed-groups-consent = Toestemming geven of intrekken
failed-groups-contact = Iemand van een andere school uitnodigen
failed-groups-contact-end = Een contact van een andere school beëindigen
failed-groups-contact-leave = Weggaan bij een andere school
failed-groups-household = Zeggen wie er bij je woont
failed-groups-join-household = Zeggen dat jullie samen wonen
failed-groups-leave-household = Zeggen dat jullie niet samen wonen
failed-groups-settings = Een instelling bewaren
failed-groups-share = Een gegeven delen of terugnemen
failed-lunch-accept = Akkoord gaan met de overblijf
failed-lunch-check-off = De overblijf controleren. Ouders van een kind dat mist, weten van niets.
failed-lunch-close = De overblijfdag sluiten
failed-lunch-day = Een dag overblijven aan- of afmelden
failed-lunch-diet = Zeggen wat een kind niet eet
failed-lunch-duty = Een hulp inroosteren
failed-lunch-duty-gone = Een hulp uitroosteren
failed-lunch-duty-tick = Een kind aftekenen
failed-lunch-help = Je aanbieden als hulp
failed-lunch-help-gone = Stoppen als hulp
failed-lunch-open = De overblijf beginnen
failed-lunch-plan = Vaste overblijfdagen kiezen
failed-lunch-rules = De afspraken van de overblijf wijzigen
failed-lunch-sell = Een strippenkaart verkopen
failed-lunch-tick = Een kind aftekenen
failed-messages-complain = Een bericht melden
failed-messages-edit = Een bericht wijzigen
failed-messages-handle = Een melding afhandelen
failed-messages-hours = Je uren bewaren
failed-messages-invite = Iemand bij een gesprek halen
failed-messages-open = Een gesprek beginnen
failed-messages-part = Een gesprek verlaten
failed-messages-restore = Iemand weer in een gesprek halen
failed-messages-send = Een bericht sturen
failed-messages-take = Een bericht terugnemen
failed-moving-answer = Antwoord geven bij een vertrek
failed-moving-say = Zeggen dat een kind van school gaat
failed-moving-withdraw = Een vertrek intrekken
failed-news-change = Nieuws wijzigen
failed-news-delete = Nieuws verwijderen
failed-news-post = Nieuws plaatsen
failed-news-read = Zeggen dat je nieuws hebt gelezen
failed-news-remind = Aan nieuws herinneren
failed-people-contacts-end = Contacten van andere scholen beëindigen
failed-people-end = Een plek beëindigen
failed-people-leave = Een kind van school laten gaan
failed-people-protect = Een kind beschermen
failed-people-unlink = Een school loskoppelen
failed-signups-answer = Een inschrijving invullen
failed-signups-assign = Auto’s verdelen
failed-signups-change = Een inschrijving wijzigen
failed-signups-make = Een inschrijving maken
failed-signups-remove = Een inschrijving verwijderen
failed-signups-tell = Een bericht bij een inschrijving
failed-signups-withdraw = Een antwoord intrekken
failed-survey-ask = Een vragenlijst invullen
failed-survey-vote = Je antwoord op een vragenlijst
failed-talks-amend = Gesprekken wijzigen
failed-talks-appoint = Een gesprek voorbereiden
failed-talks-change = Een notitie bij een gesprek
failed-talks-close = Een gespreksronde weghalen
failed-talks-late = Zeggen dat gesprekken uitlopen
failed-talks-prompt = Gezinnen aan een gesprek herinneren
failed-talks-report = Een verslag delen
failed-talks-round = Een gespreksronde maken
failed-talks-wish = Zeggen wanneer je kunt
