# The words of the app in English; every key stands in nl.ftl as well (tested).

## Around every screen
skip = Skip to content
navigation = Main menu
today = Today
news = News
people = People
more = More
back = Back
close = Close
go-on = Continue
save = Save
edit = Edit
delete = Delete
undo = Undo
stop = Stop
resume = Go on
print = Print
look = Look
working = One moment…
show-password = Show what I type
show-all = Show all
options = More options
name = Name
child = Child
state = State
done = Read
not-yet = Not yet
unread = New
unread-count = { $count } unread
state-online = Connected
state-offline = No connection
state-sending = { $count ->
    [one] 1 message is being sent
   *[other] { $count } messages are being sent
  }
state-waiting = { $count ->
    [one] 1 message waits for a connection
   *[other] { $count } messages wait for a connection
  }
time-today = today { $clock }
time-yesterday = yesterday { $clock }
time-now = just now
nothing-here = Nothing here
nothing-here-text = This address does not exist, or not for you.
messages = Messages
try-again = Try again
sending = Being sent
sent = Sent
send-failed = Not sent. What you wrote is still on this device.
draft-kept = Kept on this device
update-ready = There is a new version of Kring. What you wrote is kept.
update-take = Refresh
more-actions = More actions
step-done = done
search = Search
search-people = Search for a name
drop-stays = Nothing is sent yet.

## Signing in
sign-in = Sign in
login-name = Login name
login-name-hint = Choose a name you will remember, for example your e-mail address.
login-password = Password
login-password-hint = At least 10 characters. A short sentence is strong and easy to remember.
login-sheet = Code of your recovery sheet
use-sheet = Forgot your password? Use your recovery sheet
use-password = Use my password after all
have-letter = Did you get a letter from school?
use-letter = Use a letter
have-login = I already have an account
password-short = This password is too short: choose one of at least 10 characters.
password-weak = This password is easy to guess: make it a short sentence.

## Using a letter
join-title = Use your letter
join-why = Scan the code on the letter from school, or type it.
join-code = Code of the letter
join-code-hint = Five groups of five characters. Capitals or small letters, both are fine.
join-welcome = Welcome to { $school }
join-proven = This letter really belongs to this school.
join-verb = Make my account
join-add-title = Another letter
join-add-text = You are signed in as { $name }. The place of this letter is added to your account.
join-add-verb = Add to my account
join-added = Added to your account
fingerprint = The school's mark:
deadline = Valid until { $date }
scan = Scan the code
scan-camera = Camera picture
scan-starting = The camera is starting…
scan-failed = The camera does not work. Type the code from the letter.
qr-label = Code to scan

## Recovery sheet
sheet-title = Your recovery sheet
sheet-text = With this you get back in as { $name } when you have lost your password. Print it or write it down, and keep it at home.
sheet-kept = I have kept this on paper

## Founding
found-title = { $school } starts with Kring
found-why = Here you make the school's keys, on this device. Then you print the school's root sheet. Have a printer ready.
found-no-secret = Open the whole link that you got from the host: a part is missing.
found-verb = Found the school
found-office = I work in the office as well
found-office-hint = Switch this off if somebody else does the children and the letters: you get a letter for that colleague.
found-done = This school has been founded already
found-papers = Paper { $at } of { $of }
found-second = Letter for a second admin
found-second-text = Give this letter to somebody you trust. That way the school goes on when you are away. It works once.
found-letter = Letter for your colleague in the office
found-letter-text = Give this letter to the colleague who does the children and the letters. It works once.
root-title = The school's root sheet
root-text = This is the root key of { $school }, for emergencies. It is never shown again. Print two sheets, put them in two safes and show them to nobody.

## Who reads this
readers-only = Only { $who } can read this
readers-more = { $count } others
who-sees-this = Who can read this?
who-sees-why = Those below can read this. The school's computer keeps it, but cannot read it.
who-sees-people = { $count ->
    [one] 1 place
   *[other] All { $count } places
  }
audience-school = all families
audience-school-about = Parents and guardians of all groups
audience-staff = the team
audience-staff-about = All teachers and the office
audience-group = families of { $group }
audience-families = Parents and guardians of group { $group }
audience-team = teachers { $group }
audience-team-about = Whoever teaches this group now
audience-office = office
audience-office-about = Director and administration
audience-guardians = Parents and guardians of { $name }
audience-you = you
guardian-of = With { $name }
not-joined = no account yet
role-teacher = Teacher
role-office = Office
role-admin = Administrator
role-guardian = Parent or guardian
role-informed = Informed
role-guest = Guest
role-lunch = Lunch team
your-roles = Who you are here

## Today
greet-morning = Good morning
greet-day = Good afternoon
greet-evening = Good evening
greet-night = Good night
todo = Waiting for you
todo-confirm = The school asks whether you have read this.
todo-read = You got a reminder: you have not read this yet.
todo-letters = { $count ->
    [one] 1 letter has not been used yet.
   *[other] { $count } letters have not been used yet.
  }
read-it = Read
today-empty = All is quiet
today-empty-text = As soon as the school or the teacher writes something, it is here.

today-coming = Coming up
today-coming-all = Whole calendar
todo-until = before { $when }
todo-answers = Waiting for your answer

## News
news-new = Write news
news-empty = No news yet
news-empty-text = Here you read what the school and the teacher write.
news-gone = This post is gone
news-gone-text = It was deleted, or it is not for you.
news-title = Title
news-text = Text
news-post = Post
news-schedule = Schedule
news-sent = Your post is on its way
news-scheduled = Your post is scheduled
news-changed = Changed. Readers see that it was changed.
news-deleted = Deleted
pinned = Pinned
changed = changed { $when }
held = appears { $when }
asks-confirm = Confirm
to-whom = For whom?
to-children = Only for certain children
reaches = Reaches { $people ->
    [one] 1 person
   *[other] { $people } people
  } in { $families ->
    [one] 1 family
   *[other] { $families } families
  }
ask-confirm = Ask whether everybody has read it
ask-confirm-hint = Parents tap Read. You see which families have not.
pin-it = Pin to the top
news-urgent = Urgent
news-urgent-hint = Everybody is notified at once, in quiet hours as well, and whoever turned news off.
post-later = Post later
post-later-hint = Leave empty to post now.
expires = Disappears after
expires-hint = After that it is no longer in the news.
confirm-asked = Have you read this? Let the school know.
confirm-verb = Read
confirmed = You let the school know that you have read this.
families-read = { $done } of { $of } families have read this
families-confirmed = { $done } of { $of } families have confirmed
show-families = Show by family
has-read = read
has-confirmed = confirmed
has-not-read = not read yet
remind = Remind { $count ->
    [one] 1 family
   *[other] { $count } families
  }
reminded = The reminder is on its way

## People
tab-people = Overview
tab-import = Import children
tab-letters = Letters
tab-staff = Team
people-empty = No children yet
people-empty-text = Import the roster file. Then print the letters.
group-people = Group { $group }
families-joined = { $done } of { $of } families have joined
letter-joined = joined
letter-open = letter ready
letter-expired = expired
letter-withdrawn = Letter withdrawn
letter-reissued = New letter made
withdraw = Withdraw
end-place = End this place
place-ended = The place has ended. From now on this person can read nothing new.
reissue = New letter
letters-why = { $count } letters have not been used yet. Choose a group and print them.
letters-which = Which letters?
letters-not-joined = Only those who have not joined
letters-print = { $count ->
    [one] Print 1 letter
   *[other] Print { $count } letters
  }
letters-empty = All letters have been used
letters-empty-text = New children or colleagues get their letter here.
letter-title = Your place on Kring
letter-for-child = For { $name }, with { $child } ({ $group })
letter-for-staff = For { $name }
letter-why = With this letter you make your own account. What the school writes to you can be read only by those it is meant for. Whoever runs the computer cannot read along.
letter-how = Scan the code with your phone. Or go to { $address }, choose Use a letter and type:
letter-deadline = Use this letter before { $date }. It works once.
letter-lost = Lost the letter, or is something wrong? Come by the office.
staff-add = Add a colleague
staff-name = Name as parents know it (juf Sanne)
staff-role = Work
staff-groups = Groups
staff-verb = Make a letter
staff-added = Added. The letter is under Letters.
staff-empty = No colleagues yet. Add the first one above.

## Groups
groups = Groups
groups-empty = No group yet
groups-empty-text = As soon as your child is in a group, its classmates stand here.
group-gone = This group is not here
group-gone-text = The group is no more, or your child is not in it.
children-count = { $count ->
    [one] 1 child
   *[other] { $count } children
  }
tab-class = Class
tab-birthdays = Birthdays
tab-emergency = Emergency list
teacher-of = teacher of { $group }
search-class = Find a child or parent
own-child = your child
hidden-child = protected
class-why = You see first names, and what parents share with you. Who shares nothing looks just like who does not use Kring.
parent-of = parent of { $child }
parent-numbered = parent { $at } of { $child }
parent-other = the other parent of { $child }
birthdays-empty = No birthdays yet
birthdays-empty-text = Here you find the birthdays that parents share with you.
turns = turns { $age }
keep-contact = Save to contacts
contact-note = Parent of { $child }, group { $group }
emergency-caption = Emergency list group { $group }
emergency-why = These are the numbers that the school has. Lock a printed list away, and shred an old one.
emergency-empty = No children yet
emergency-empty-text = As soon as the office puts children into this group, they stand here.
emergency-child = Child
emergency-numbers = Call
emergency-collectors = May also fetch
emergency-allergies = Allergies
none-known = nothing shared
no-number = no number

## What I share
what-i-share = What I share
sharing-none = You share nothing yet
sharing-none-text = Other parents see your child's first name only. You choose the rest.
sharing-some = { $count ->
    [one] You share 1 detail
   *[other] You share { $count } details
  }
share-why = Everything starts closed. For each detail you choose who sees it. This is for { $child }.
share-parents-only = This is for parents
share-parents-only-text = Here parents choose what other parents see of them.
which-child = With which child?
not-filled = Still empty
not-filled-text = Filling in is not sharing yet: without a choice you are the only one who sees it.
coming = being sent, then only { $who } can read this
only-you = you
until-day = until { $date }
take-back = Take back
taken-back = Taken back. Who saw it may have remembered it.
detail-shared = Saved and shared
detail-kept = Saved. Only you see this.
detail-removed = Removed. Who saw it may have remembered it.
field-name = Your name
field-phone = Phone
field-email = E-mail
field-address = Address
field-birthday = { $child }'s birthday
field-fullname = { $child }'s full name
field-allergies = { $child }'s allergies
field-photo = Your picture
field-face = Picture of { $child }
field-own = Something else
field-label = What is it?
field-label-hint = For example: name of the babysitter, or second phone.
field-value = What does it say?
hint-name = As other parents may call you. Without a name you are the parent of { $child }.
hint-phone = A number where you can be reached.
hint-email = An address that you often read.
hint-address = Street, number and town.
hint-birthday = For treats and cards.
hint-fullname = First name and last name.
hint-allergies = For example: no nuts.
hint-photo = A small round picture of yourself, so that others recognise you.
hint-face = A small round picture for the class list. Only those you choose see it.
hint-free = This is how others read it.
who-may-see = Who may see this?
who-may-see-hint = Choose nobody, and it stays yours alone.
pick-team-named = { $who }, { $count ->
    [one] teacher
   *[other] teachers
  } of { $group }
pick-team = Teachers of { $group }
pick-team-hint = And the school's office.
pick-group = Families of { $group }
pick-group-hint = Also those who join later. The teachers and the office read along.
except = Except…
except-hint = Whoever you tick here cannot read it. New families of { $group } can.
pick-people = Certain parents
pick-people-hint = Choose them one by one.
pick-household = Those who live with me
pick-household-hint = Your household in Kring.
pick-household-none = First choose who lives with you, on the screen before this.
until-title = Until a day
until-label = Until the end of
until-hint = After that it is yours alone again, by itself. Empty is: until you take it back.
outcome-nobody = Only you can read this.
outcome-you = You
outcome-some = { $who } can read this.
readers-but = families of { $group } (except { $who })
readers-few = { $count } parents
readers-protected = families that the school protects
readers-protected-about = If there are any. The school hides them from everybody.
audience-household = those who live with you
audience-household-about = Your household in Kring
audience-you-about = Your own devices
see-as = See as…
see-as-title = See as another parent
see-as-why = Choose a parent. You see exactly what that parent sees of you.
see-as-whom = Through the eyes of
see-as-choose = Choose a parent
see-as-sees = This is what { $who } sees of you:
see-as-nothing = Nothing more.
same-as = The same as with { $child }
copy-why = This is what you will share with { $child } too:
copy-readers = Only { $who } can read this
copy-verb = Share this with { $child } too
copy-not = Rather not
copy-nothing = Nothing to take over
copy-nothing-text = With { $child } you have not filled in anything of your own yet.
copy-left = Not taken over: { $what }. You left somebody out whom we cannot find with { $child }. Choose there yourself.
copied = Taken over for { $child }
household-title = Who lives with you?
household-change = Those who live with you
household-why = With your household you share in one go, apart from the class. Whoever you choose sees that too.
household-choose = Choose your household
household-verb = We live together
household-saved = Your household is saved
household-nobody = No other parents
household-nobody-text = Here you can choose the other parents of your children, as soon as the school knows them.
household-now = With you live: { $who }
household-asked = { $who } says that you live together
household-asked-why = Only if you say so too, this person sees for example your talks and sign-ups.
household-yes = Yes, we live together
household-no = No, that is not so
household-refused = Nothing of yours is shared
household-leave = We no longer live together
household-leave-why = Going to live elsewhere? Choose again who lives with you, or stop here. From then on they see nothing new of yours as your household. What stands in your shared calendar, you both keep.
household-due = Do you live together?
start-title = What may others see of you?
start-text = Nothing yet. In three steps you choose how the class knows you.
start-verb = Begin
start-not-now = No need
start-step-name = What may parents call you?
start-step-phone = Do you want to be reached?
start-step-look = Look through another's eyes
start-short-name = Name
start-short-phone = Phone
start-short-look = Look
start-why-name = Fill in your name, or skip this. You choose who sees it.
start-why-phone = Other parents can then call you about a play date. The school has your number already.
start-why-look = So you know for sure what somebody else sees of you. You can always change it later, in Groups.
start-save = Save and go on
start-skip = Skip
start-previous = Previous step
start-finish = Done
error-no-label = Give it a name, so that others know what it is.
error-no-value = Fill something in first, or go back.

## One child, for the office
tab-renewal = Locks
search-child = Find a child or parent
search-child-none = Nobody found. Try a part of the name, or the pupil number.
what-changes = What will change
undo-moment = You can still undo this for a few seconds.
child-in = { $groups } · number { $number }
child-born = Born on { $date }
child-left = Left the school on { $date }
child-changes = What do you want to change?
child-letters = Letters that are ready
child-letters-why = Not used yet: { $names }. Hand the letter over yourself, or send it along in a closed envelope.
child-letters-printed = The print window is open
adults-of = Who belongs to { $child }
adult-add = Add an adult
adult-add-to = One more adult for { $child }
adult-add-verb = Make the letter
adult-propose-verb = Propose
adult-added = Added. The letter is ready.
adult-proposed = Proposed. A colleague of the office still has to agree.
adult-relation = Relation to the child
adult-relation-hint = For example: mother, foster father, grandmother.
adult-phone = Phone
adult-phone-hint = Only for the teachers, for emergencies.
adult-role = What may this person do?
adult-guardian = Custody
adult-guardian-about = Reads everything about { $child } and takes part in decisions.
adult-informed = Information only
adult-informed-about = Reads along about { $child }, but decides nothing.
adult-guest = Pick-up only, or guest
adult-guest-about = Reads nothing, but what a parent sends.
adult-guardian-change = This person reads everything about { $child }, also what is there already, and the news of { $group }.
adult-informed-change = This person reads everything about { $child }, also what is there already, and the news of { $group }. Reporting absences and giving consent is not possible.
adult-guest-change = This person reads nothing about { $child } and nothing of { $group }.
adult-protected-change = There is no letter until a second person of the office agrees.
adult-diary = The parents of { $child } see this change under Who reads along.
adult-nobody-told = The parents of { $child } see under Who reads along that this person belongs here.
adult-from = From
adult-from-hint = Leave empty for at once.
adult-until = Up to and including
adult-until-hint = Leave empty for always.
adult-between = from { $from } up to and including { $until }
adult-since = from { $from }
adult-till = up to and including { $until }
adult-ending = is being ended
adult-state-joined = takes part
adult-state-open = letter ready
adult-state-later = takes part later
adult-state-expired = letter expired
adult-state-withdrawn = letter withdrawn
adult-state-over = place ended
letter-ended = place ended
end-place-of = End the place of { $name }
end-change-reads = From now on { $name } reads nothing new about { $child } or of the group. The school's computer refuses at once.
end-change-letter = The letter of { $name } no longer works.
end-change-kept = Nobody can take back what { $name } has read already.
end-change-lists = { $name } disappears from the teachers' list, the phone number too.
end-change-others = Nothing changes for the other parents. They see it under Who reads along.
move = To another group
move-title = { $child } to another group
move-from = Out of which group?
move-to = To which group?
move-nowhere = There is no other group.
move-other = the new group
move-verb-none = Move
move-verb = Move to { $group }
move-change-family = From now on the parents of { $child } read the news of { $to }, also what is there already.
move-change-old = What is written for { $from } from now on, they can't read any more.
move-change-team = The teachers of { $to } read about { $child }. Those of { $from } read nothing new.
move-change-class = Families in { $to } see only the first name of { $child }. Sharing starts again at nothing.
moved = { $child } is in { $group } now
moved-back = Put back
protect = Protect
protected = protected
protected-means = { $child } is protected. Other families see { $child } nowhere, no name and no number. Each new adult needs two people of the office.
protect-title = Protect { $child }
protect-why = For a child of whom somebody must not know at which school it is, or where it lives.
protect-change-parents = Other families of { $groups } no longer see { $child } in the class: no name, and no number that gives it away. Who has seen the name still knows it.
protect-change-family = The child's own parents go on reading everything, also the news of the group.
protect-change-team = The teachers see that { $child } is protected.
protect-change-second = Whoever comes to { $child } later needs the agreement of two people of the office.
protect-change-stays = Protection can't be taken back.
protecting = { $child } is being protected
protect-done = { $child } is protected
leave-school = Leaves school
leave-title = { $child } leaves the school
leave-change-family = All places around { $child } end. The adults read nothing new; with other children at school they stay for those.
leave-change-lists = { $child } disappears from the lists of { $groups } and from the class that other families see.
leave-change-kept = What is there is kept for the teachers and the office.
leaving = { $child } leaves the school
leave-done = { $child } has left the school. All places are ended.
proposals = Waiting for agreement
proposals-why = { $child } is protected. Whoever stands here gets a letter only when a second person of the office agrees.
proposal-wait = waits for a colleague
proposal-consent = waits for you
proposal-consented = you agreed, a colleague makes the letter
proposal-ready = a colleague agreed
proposal-retracted = Proposal withdrawn
consent = Agree
consent-title = Agree to { $name } for { $child }
consent-change-letter = A colleague can then make the letter for { $name }.
consent-change-final = Your agreement stays and can be checked.
consented = You agreed to { $name }

## Locking anew
renewal-why = Who has left can't fetch anything any more: the school's computer refuses at once. Here you make sure that even a copy of that computer gives nothing new away to who has left.
renewal-by-itself = Locking belongs after everybody who leaves and every letter that is used. It happens by itself as well: whoever writes somewhere locks it anew first.
renewal-looking = { $done } of { $of } looked at
renewal-progress = { $done } of { $of } locked anew
renewal-none = All is well. Nobody who has left can read anything new.
renewal-done = Done. Nobody who has left can read anything new.
renewal-stopped = { $count ->
    [one] Stopped. 1 still waits. What is done stays done.
   *[other] Stopped. { $count } still wait. What is done stays done.
  }
renewal-verb = Lock { $count } anew
renewal-waiting = Not locked anew yet
circle-team = Teachers of { $group }
circle-register = List of { $group }
circle-school = Whole school
circle-desk = Administration
circle-other = Other

## Who reads along
diary = Who reads along
lost-all = Lost everything
lost-all-title = { $name } cannot get in anywhere
lost-all-text = Is a phone or computer still signed in, or is there a recovery sheet? Then this is not needed: { $name } gets in again with that.
lost-all-second = Look at proof of identity. Somebody else of the office has to agree as well.
lost-all-id = Look at proof of identity of { $name } yourself, too.
lost-all-ends = The old place of { $name } ends: a lost phone reads nothing new from then on.
lost-all-back = The new letter brings back what the school and the class share about { $child }, the past included.
lost-all-messages = Private messages come back from whoever agrees, after the two have compared a code.
lost-all-gone = What stays lost: own details that were shared, drafts, and what { $name } wrote in private conversations.
lost-all-others = The same goes for { $children }.
lost-all-verb = Propose a new letter
lost-all-proposed = Proposed. A colleague of the office has to agree as well.
lost-all-why = Somebody lost everything. A new letter can be made once two of the office agree.
lost-all-letter = Make the new letter
lost-all-done = The new letter is ready to print. The old place has ended.
diary-restored = { $who } had lost everything and got a new letter
diary-title = Who reads along about { $child }
diary-why = Only who stands here can read what the school writes about { $child }.
diary-now = Now
diary-changes = What changed
diary-started = The school began to write about { $child } here
diary-somebody = Somebody
diary-proof = This list does not come from the office alone. Your phone checks for itself that nothing was left out.
diary-you = You
diary-other = Somebody else for { $child }
diary-unknown = Somebody we do not know
diary-unknown-about = Ask the office who this is.
diary-joined = { $who } now belongs to { $child } as well ({ $role })
diary-ended = { $who } no longer belongs to { $child }
diary-moved = { $child } went to { $group }: other teachers read along
diary-protected = { $child } is protected from other families
diary-letter = { $who } got a new letter
diary-changed = The readers were changed
diary-renewed = Locked anew. Nobody was added.
diary-team = The teachers of { $group } were changed
diary-office = The office was changed

## Import
import-why = Choose the CSV file from the school's system. You see first what is in it. Nobody is notified: letters go on paper.
import-drop = Drop the file here, or
import-choose = Choose a file
import-found = In this file
import-counts = { $children } children in { $groups } groups, { $guardians } parents and guardians. { $fresh ->
    [0] All of it has been imported already.
    [one] 1 child is new.
   *[other] { $fresh } children are new.
  }
import-verb = { $count ->
    [one] Make 1 child and its letters
   *[other] Make { $count } children and their letters
  }
import-progress = { $done } of { $of }
import-done = Done. The letters can be printed.
import-stopped = Stopped at { $done } of { $of }. What was made stays.
import-problems = { $count ->
    [one] 1 row left out
   *[other] { $count } rows left out
  }
import-problems-text = The other rows are fine. Correct these in the school's system and import the file again.
line = line { $line }
roster-problem-missing = Here is missing
roster-problem-duplicate = This number stands there twice:
roster-problem-bad-date = This is not a date (dd-mm-yyyy):
roster-problem-bad-email = This is not an e-mail address:
roster-problem-too-long = This text is too long:
roster-problem-control-character = There is an unreadable character here
roster-problem-too-many-guardians = More than four parents or guardians:

## More
language = Language
language-nl = Nederlands
language-en = English
theme = Looks
theme-device = As this device
theme-light = Light
theme-dark = Dark
devices = Your devices
device-this = this device
device-unnamed = Device without a name
device-seen = seen { $when }
device-end = Sign out
device-ended = Signed out. As soon as that device has a connection, it wipes itself.
lock = Lock on the app
lock-here = Ask who you are when it opens
lock-hint = For whoever holds this device for a moment. Notifications then only say that there is something.
lock-on = The lock is on. The next time the app opens we ask for your PIN.
lock-pin = PIN
lock-pin-hint = At least six characters. If you forget it, you sign this device in again.
lock-short = Take at least six characters.
lock-verb = Put the lock on
lock-passkey = With finger or face
lock-open = Open Kring
lock-wrong = { $count ->
    [one] That is not right. You can try 1 more time, then this device signs itself out.
   *[other] That is not right. You can try { $count } more times, then this device signs itself out.
  }
lock-forgot = Does it not work?
lock-forgot-text = Sign this device out. Then you get in again with your password, another device or your recovery sheet. What was not sent yet is lost.
passkey = Passkey
passkey-text = It lets you in on every device with your finger, your face or that device's code, without a password.
passkey-make = Make a passkey
passkey-made = Your passkey is ready. An earlier one opens nothing any more.
passkey-use = With a passkey
device-new = Sign in with another device
device-show-number = Show a code here
device-have-code = I see a code on my other device
device-step-open = Open Kring on a device where you are signed in already.
device-step-add = There, choose More and then Add a device.
device-step-scan = Scan this code, or type it.
device-qr = The code as a picture, to scan
device-waiting = Waiting for your other device…
device-code = Code of your other device
device-code-why = On the device where you are signed in, choose More, Add a device and Show a code.
device-code-hint = Six groups of five characters. Capitals or small letters, both are fine.
device-paste = Paste the code
device-paste-failed = Pasting did not work. Type the code.
device-add = Add a device
device-add-scan = The new device shows a code
device-add-scan-text = Open Kring there and choose Sign in with another device.
device-number = Code of the new device
device-sure = Is that device in front of you, and is it yours?
device-sure-text = It can then read and write everything that you can. Did somebody send you this code, or are they on the phone about it? Then do not do it.
device-give = Sign it in as { $name }
device-give-not = Do not
device-offer = The new device has a camera
device-offer-text = Also for the app on the home screen of this iPhone or iPad: copy the code here and paste it there.
device-offer-verb = Show a code
device-offer-secret = Good for ten minutes, for one device. Show it to nobody.
device-copy = Copy the code
device-copied = Copied. Paste the code in the app.
device-added = The new device is signed in
sign-out = Sign out
sign-out-why = This device forgets everything of Kring. Your account stays.
sign-out-waiting = { $count ->
    [one] 1 message still waits to be sent. It is lost if you sign out now.
   *[other] { $count } messages still wait to be sent. They are lost if you sign out now.
  }

## Errors: what happened, what is safe, what to do
error-unknown = Something went wrong. Nothing is lost. Try again.
error-unreachable = The school can't be reached now. Nothing is lost. Try again later.
error-invalid = This could not be processed. Check what you filled in.
error-not-found = We don't know this code here. Check whether this is the right school, and what you typed.
error-slow-down = That was a little too fast. Wait a minute and try again.
error-strange-browser = A password alone does not get you in here: we do not know this browser yet. Sign in with another device, or use your recovery sheet.
error-no-passkey = It did not work with a passkey: there is none, this device cannot do it, or Cancel was pressed. Nothing has changed.
error-bad-mail = This is not an e-mail address. Check it; nothing has changed.
error-wrong-login = The login name or the password is wrong. Try again, or use your recovery sheet.
error-wrong-key = The password is wrong. Try again, or use your recovery sheet.
error-name-taken = This login name is in use. Choose another one.
error-token-used = This letter has been used. Was that not you? Ask the school's office for a new one at once.
error-token-expired = The time for this letter is over. Ask the school's office for a new one.
error-token-withdrawn = The school has withdrawn this letter. Ask the office for a new one.
error-code-group = There is a typing error in group { $group }. Look at the letter again.
error-code-symbol = In group { $group } is a character that no code contains. Look at the letter again.
error-code-length = The code is not complete: it has groups of five characters.
error-tampered = Careful: this letter and this school do not belong together. Nothing was sent. Call the school.
error-swapped-key = Careful: the school's computer points to the wrong person. Nothing was sent. Call the school.
error-wrong-school = Careful: this is not the school of your letter. Nothing was sent.
error-backdated = Careful: the school's computer shows a post by somebody who has left. Call the school.
error-unproven = Careful: the school's computer shows something that cannot be proven. Call the school.
error-forked = Careful: the school's computer shows people different things. Call the school.
error-parameters-downgraded = This school asks for too weak a protection. Nothing was sent. Call the school.
error-wrong-secret = This link is not valid (any more). Ask the host for a new one.
error-already-founded = This school has been founded already. Sign in.
error-not-signed-in = You are no longer signed in. Sign in again; what you wrote is kept.
error-not-a-writer = You may not write this here. Ask the school's office.
error-no-audience = Choose first whom this is for.
error-no-text = Fill in a title and a text.
error-roster-too-large = This file is larger than 2 MB. Export only the children of this school.
error-roster-not-text = This is not a CSV file. Save it as CSV with semicolons.
error-roster-no-header = The first line must name the columns: leerlingnummer, roepnaam, achternaam, groep.
error-roster-too-many-rows = This file has more than 5,000 rows. Export only the children of this school.
error-internal = Something went wrong at the school. What you wrote is kept. Try again later, or call the school.
error-malformed = We could not read this. Nothing was sent. Refresh the page and try again.
error-crypto = We could not open this. Nothing was sent. Refresh the page and try again.
error-code = This code is not right. Look at the letter again.
error-too-large = This is too large to send. Make it smaller and try again.
error-too-slow = The connection was too slow. What you wrote is kept. Try again where reception is better.
error-wrong-type = This kind of file does not fit here. Choose another file.
error-wrong-origin = You came in by another address. Open Kring at the address on your letter.
error-wrong-method = This cannot be done here. Go back and try again.
error-account-needed = You need an account for this. Make one, or sign in first.
error-not-founded = This school has not begun with Kring yet. Ask the school when it will.
error-bad-founding = Founding the school failed. Nothing was kept. Open the link again and start over.
error-not-allowed = You may not do this here. Ask the school's office.
error-not-a-manager = You may not change who reads this. Ask the school's office.
error-wrong-author = Somebody else wrote this. Only its author can change it.
error-unknown-kind = This kind of message does not fit here. Refresh the page and try again.
error-marked-key = Careful: the school's computer gave out a ballot that you can be recognised by. Nothing was sent. Call the school.
error-survey-closed = This survey has closed. You can no longer answer.
error-survey-open = This survey is still open. You will see the answers after the closing time.
error-survey-stopped = This survey was stopped. Ask the school for a new one.
error-ballot-given = Somebody in your family is already answering this survey. One answer counts. Your answer was not sent.
error-ballot-used = This ballot was already used for an answer. The first answer stands.
error-bad-ballot = This ballot does not belong to this survey. Nothing was sent. Open the survey again.
error-conflict = This has changed in the meantime. See how it looks now and try again.
error-stale-revision = Somebody changed this in the meantime. See how it looks now and try again.
error-stale-tip = Somebody was just ahead of you. Nothing is lost. Try again.
error-stale-link = Somebody was just ahead of you. Nothing is lost. Try again.
error-stale-epoch = Who reads this has just changed. Nothing was sent. See who it is for and try again.
error-bad-act = This did not fit what the school knows already. Nothing was changed. Refresh the page and try again.
error-bad-link = This did not fit those who read it now. Nothing was changed. Refresh the page and try again.
error-bad-readers = The list of readers is out of date. Nothing was sent. Refresh the page and try again.
error-bad-letter = This message did not fit its readers. Nothing was sent. Refresh the page and try again.
error-bad-cursor = This device is behind. Refresh the page: everything is fetched anew.
error-gap = This device misses a piece. Refresh the page: everything is fetched anew.
error-lists-needed = Not everything has come in yet. Wait a moment and try again.
error-store-full = The school's computer is full. Reading works. What you wrote is kept and goes along later. Call the school.
error-store-unavailable = The school cannot keep anything just now. What you wrote is on this device and goes along later.
error-needs-approval = This child is protected. Let a second person of the office agree first.

## Absences
absences = Absences
absences-empty = Nothing yet
absences-empty-text = As soon as your child has a group, you report it sick here.
absence-report = Report absent
absence-verb = Report { $names } absent
absence-reported = { $names }: reported absent. It is on its way to school.
absence-who = Who is not there?
absence-why = Why?
absence-when = When?
absence-today = Today
absence-tomorrow = Tomorrow
absence-other = Another day
absence-more = More days, part of a day, each week
absence-from = From
absence-until = Up to and including
absence-open = I don't know yet how long
absence-open-hint = You report your child better later.
absence-weekly = Each week on this day
absence-weekly-hint = For speech therapy, for example.
absence-start = From
absence-end = Until
absence-remark = Anything to add?
absence-remark-hint = Only the teachers and the office read this; the other parent does not.
absence-written = reported { $when }
absence-noted = seen at school
absence-note = Seen
absence-none = { $name } is at school as usual this week.
absence-week = This week
absence-better = Better tomorrow
absence-better-done = Good. School knows that your child is back tomorrow.
absence-better-said = reported better
absence-longer = One more day
absence-longer-done = School knows that it takes a day longer.
absence-withdraw = Take back
absence-withdrawn = Taken back, for everybody
absence-history = { $count ->
    [one] Reported once
   *[other] Reported { $count } times
  }
absence-csv = Save as a file
absence-csv-child = Child
reason-sick = Sick
reason-doctor = Doctor
reason-dentist = Dentist
reason-late = Comes later
reason-funeral = Funeral
reason-religious = Religious feast
reason-other = Something else
span-part = from { $start } until { $end }
span-weekly = each week from { $from } until { $until }
span-open = from { $from }, until you report better
span-days = { $from } up to and including { $until }
week-there = at school
week-absent = absent
week-part = absent for a part of the day
alarm-title = { $name } is not at school
alarm-text = The teacher missed your child { $when } and has heard nothing from you. Please report it, or call the school.
todo-absences = { $count ->
    [one] 1 absent child that nobody has seen yet
   *[other] { $count } absent children that nobody has seen yet
  }
board-title = Group { $group }, { $day }
board-there = { $there } of { $all } are here
board-empty = No children yet
board-empty-text = As soon as the office puts children into this group, they stand here.
mark-present = is here
mark-absent = is not here
mark-late = came later
register-close = All looked at
register-again = Save again
register-closed = Saved. Parents of children you miss hear of it now.
register-was-closed = Looked at { $when }
missing-tag = nobody said anything
arrived = Is here after all
arrived-said = { $name } is here. The parents know.
leave = Leave
leave-ask = Ask for leave
leave-ask-title = Ask for leave for { $name }
leave-why = Leave is not the same as reporting sick: the director decides about it.
leave-kind = What for?
leave-family = Family
leave-religious = Religious feast
leave-other = Something else
leave-reasons = Why do you ask this?
leave-reasons-hint = Only the office reads this.
leave-verb = Ask for leave
leave-asked = Asked. You will see here what the school decides.
leave-waits = Waits for a decision
leave-granted = Granted
leave-refused = Not granted
leave-motive = Explanation for the parents
leave-motive-hint = Needed if you don't grant it.
leave-grant = Grant
leave-refuse = Don't grant
leave-decided = The parents see your decision
pickup-say = Somebody else fetches
pickup-title = Who fetches { $name }?
pickup-why = The teacher sees this on the board of the day.
pickup-day = Which day?
pickup-name = Who comes?
pickup-name-hint = For example: grandpa Henk.
pickup-verb = Pass it on
pickup-said = Passed on for { $name }
pickup-tag = is fetched by
error-no-child = Choose a child first.
error-no-reason = First choose why your child is not there.
error-until-before-from = The last day is before the first. Choose another day.
error-no-plea = First tell why you ask for leave.
error-no-name = Fill in who comes.
pickup-always = This person may always fetch
pickup-always-hint = Goes onto the teachers' emergency list. The other parent does not see it.
pickup-phone = Phone
pickup-known = May always fetch
pickup-gone = Remove
pickup-is = { $name } fetches
pickup-withdraw = Take back
pickup-off = Not { $name } after all
pickup-off-when = taken back { $when }
pickup-changed = { $was } before, changed { $when }
pickup-changed-tag = fetching changed
staff-days = Working days
staff-days-hint = For example: Mon-Wed. Parents see this with the group.
class-parent = class parent
class-parent-of = { $name } ({ $child })
class-parents = Choose class parents
class-parents-why = Who helps this group? The group's parents see it.
diary-shared = You shared something: { $field }
diary-taken = You took something back: { $field }

## Messages
messages-new = New message
messages-settings = Settings for messages
messages-search = Search in messages
messages-none = Nothing found
messages-empty = No messages yet
messages-empty-text = Here you write to the teachers and, if you like, to other parents. Nobody sees your number for that.
messages-alone = Only you
you-said = You: { $text }
muted = Muted
mute = Mute
unmute = Unmute
requests = Would like to write to you
requests-why = You don't know these people here yet. They can't see whether you read this.
request-title = { $name } would like to write to you
request-text = As long as you don't accept, { $name } hears nothing from you, not even that you read it.
request-accept = Accept
block = Block
blocked = Blocked. You hear nothing any more, and nobody is told.
unblock = Unblock
blocked-people = Blocked by you
inbox-of = Teachers of { $group }
write-group-about = All families of the group. Answers come to you alone.
write-parents-of = Parents of { $child }
nobody-to-write = There is nobody yet to write to.
send = Send
send-to = Send to { $who }
check-recipients = Only { $who } and your team read this.
check-recipients-text = Is this note about the right child?
message-text = Your message
message-edit = Change your message
message-edited = changed
message-read = read
message-arrives = arrives { $when }
message-held = arrives within a minute
message-removed = This message was removed.
message-removed-done = Removed. It had been read already.
message-take = Take back
message-taken = Taken back. Nobody had read it.
message-sent-held = Sent. It arrives in a minute.
message-actions = More about this message
message-gone = No message here
message-gone-text = It was taken back, or it is not for you.
message-only-sender = only to the sender
message-only-you = only to you
answer-to = Answer to …
answer-sender = Only to { $name }
answer-all = To everybody in this conversation
arrives-later = This arrives { $when }, when there is somebody working.
send-now-anyway = Send it now all the same
thread-title = Subject
thread-title-hint = So that everybody finds it again.
thread-past = New people may read what was before
thread-past-hint = If not, they read from the day they join.
thread-add = Add people
thread-add-past = They will read what was said before as well.
thread-add-new = They read what is said from now on, nothing of before.
compare = Compare a code
compare-with = Is this really { $name }?
compare-text = Call { $name } or meet, and read these digits out. The app of { $name } shows the same, under Compare a code.
compare-then = If they are the same, { $name } can read again what you wrote in this conversation.
compare-differs = Are they different there? Then send nothing private, and ask the office.
renewed = The keys of { $name } were renewed
renewed-since = The keys of { $name } were renewed on { $date }
renewed-text = { $name } cannot read this conversation now, having lost everything. Compare a code first; then what you wrote comes back.
renewed-wait = { $name } cannot read this conversation now, having lost everything. After a message from { $name } the two of you can compare a code.
renewed-new = This conversation was begun by { $name }, who lost everything. It does not come back; begin a new one.
renewed-verb = The code is the same
renewed-done = { $name } can read again what you wrote here
thread-leave = Leave this conversation
thread-left = You have left. You get nothing more of it.
handling-open = Open
handling-mine = Taken
handling-done = Done
handling-take = I'll do it
handling-finish = Done
handling-reopen = Open again
report = Report
report-title = Report this message
report-text = The office gets this one message, as { $name } signed it, and your words. Nothing else of the conversation.
report-why = What is wrong with it?
report-verb = Send to the office
reported = Reported to the office.
reports = Reported messages
reports-why = Each as its author signed it. You see nothing else of the conversation.
report-by = Reported by { $name }
report-signed = Written and signed by { $name }
report-false = This can't be shown: the signature does not fit. Nobody should be blamed for it.
accept-title = Who may write to me?
accept-ask = Parents may ask
accept-ask-hint = Their first message waits until you accept.
accept-all = All parents of my groups
accept-all-hint = They write without asking.
accept-staff = The school only
accept-staff-hint = Messages of parents you didn't accept don't show.
accept-why = Nobody can tell what you chose. You look like somebody who has not joined.
marks = Show that I have read
marks-hint = Others see "read" with their messages to you.
hours = When I answer
hours-why = What parents write outside these hours arrives when you begin, unless they send it now all the same. They don't see that you read in the evening.
hours-text = Automatic text
hours-text-hint = For example: in urgent cases call the school.
hours-from = { $day }, from
hours-until = { $day }, until
hours-saved = Saved. Parents see when you answer.
write-office = the office
choose-other = Choose somebody else
today-all = Everything
today-child = About whom?

## Notifications
notices = Notifications
notices-here = Notifications on this device
notices-hint = What they say is opened on this device. The push service reads nothing.
notices-install = This browser can't show notifications. On an iPhone: put Kring on your home screen first.
notices-now = At once
notices-daily = Once a day, at { $hour }:00
notices-off = Never
notices-children = About which children
notices-quiet = Quiet hours
notices-quiet-hint = Only a child that is missed, and what the school calls urgent, break through.
notices-from = From
notices-until = Until
notices-neutral = No words on the lock screen
notices-neutral-hint = It then says only that there is something new.
mail = E-mail if notifications do not arrive
mail-hint = At most one a day, and it never says what was written. The school keeps this address readable.
mail-kept = Saved. You only get an e-mail if none of your devices can be notified.
mail-gone = You get no e-mail any more
notices-test = Send a test
notices-tested = On its way. Do you see it within a minute?
notice-neutral = There is something new from school
notice-urgent = Urgent message from school
notice-reminder = You have not read this yet
notice-message = New message
notice-request = Would like to write to you
notice-report = A message was reported
notice-absence = An absence was reported
notice-noshow = Is not at school, and nobody knows why. Look at once.
notice-found = { $name } is there
notice-leave = Leave was asked for
notice-decision = Leave was decided on
notice-pickup = Somebody else fetches
notice-pickup-off = Nobody else fetches after all
error-no-permission = The browser does not allow notifications. Turn them on in the settings of this site.

## Recovery
sheet-new = New recovery sheet
sheet-new-text = The sheet before stops working as soon as you have kept this one.
sheet-renewed = Kept. Your sheet before works no more.
sheet-due = You have used your recovery sheet
sheet-due-text = A sheet is for one time. Make a new one now and keep it at home.
password-new = New password
password-new-text = The one before works nowhere after this. Devices that are signed in stay open.
password-keep = Keep my password
password-changed = Your password was changed.

## The app
install = Kring on your home screen
install-text = Kring then opens like an app, without a connection as well.
install-hand = Tap Share, then "Add to Home Screen". After that you can get notifications too.
install-verb = Put it on my home screen
inboxes = Inboxes of groups ({ $count })

## Calendar
calendar = Calendar
calendar-views = How you look at the calendar
calendar-list = List
calendar-week = Week
calendar-month = Month
calendar-new = New event
calendar-subscribe = Subscribe
calendar-earlier = Show what has been
calendar-later = Show more
calendar-empty = Nothing in the calendar yet
calendar-empty-text = Here comes what happens at school, in the group and at home: trips, days off, gym and parents' evenings.
calendar-nothing = Nothing
calendar-count = { $count ->
    [0] nothing
    [one] 1 event
   *[other] { $count } events
  }
calendar-more = { $count } more
calendar-today = today, { $day }
calendar-tomorrow = tomorrow, { $day }
calendar-until = until { $day }
calendar-week-of = { $from } – { $until }
calendar-week-before = Week before
calendar-week-after = Week after
calendar-all = Everything
calendar-whose = Whose
calendar-sort = Sort
calendar-all-sorts = All sorts
calendar-filter = Show: { $name }
calendar-mine = Mine
calendar-of-school = School
calendar-of-staff = Staff
calendar-of-home = At home
calendar-of-me = Only me
calendar-home-about = Who lives with you
category-event = Activity
category-free = Free
category-trip = Trip
category-gym = Gym
category-meeting = Meeting
category-party = Party
category-test = Test
category-other = Other
category-mine = Mine
calendar-was = was
calendar-off = Cancelled
calendar-changed = Changed
calendar-changed-when = Changed, { $when }
calendar-asks = Will you come?
calendar-gone = This event is no longer there
calendar-gone-text = It was taken out, or it is not for you.
calendar-for = For whom
calendar-title = What
calendar-whole-day = All day
calendar-day = Day
calendar-last-day = Last day (if it takes more days)
calendar-start = From
calendar-end = Until
calendar-place = Where
calendar-text = More about it
calendar-repeat = Does it come back?
calendar-repeat-never = No
calendar-repeat-week = Every week
calendar-repeat-fortnight = Every other week
calendar-repeat-month = Every month
calendar-repeat-year = Every year
calendar-repeat-until = Until which day?
calendar-skip = Not in holidays and on days off
calendar-every-week = { $step ->
    [one] Every week, until { $until }
   *[other] Every { $step } weeks, until { $until }
  }
calendar-every-month = { $step ->
    [one] Every month, until { $until }
   *[other] Every { $step } months, until { $until }
  }
calendar-every-year = { $step ->
    [one] Every year, until { $until }
   *[other] Every { $step } years, until { $until }
  }
calendar-ask = Ask who will come
calendar-ask-hint = Parents say yes, maybe or no. Only you and your colleagues see who says what.
calendar-public = May be known outside school
calendar-public-hint = Then it is in the subscription for everybody, such as holidays.
calendar-add = Put in the calendar
calendar-added = It is in the calendar
calendar-reason = Why does it change?
calendar-reason-hint = Everybody who reads this calendar sees this. If the day, time or place changes and it is within two weeks, everybody gets one notification.
calendar-urgent = Urgent
calendar-urgent-hint = Everybody is told at once, also who turned notifications off.
calendar-changed-done = Changed
calendar-edit-once = Change this time only
calendar-edit-all = Change every time
calendar-cancel = Cancel the event
calendar-cancel-once = Cancel this time
calendar-cancel-all = Cancel every time
calendar-cancel-text = It stays in the calendar, struck through, so that everybody sees that it is off.
calendar-cancel-verb = Cancel it
calendar-cancelled-done = Cancelled
calendar-remove = Take out
calendar-removed = Taken out of the calendar
calendar-ics = Add to my own calendar
calendar-remind = Remind me
calendar-before-never = No
calendar-before-15 = A quarter of an hour before
calendar-before-60 = An hour before
calendar-before-1440 = A day before
calendar-before-360 = The evening before
calendar-before-1800 = Two evenings before
calendar-year = Year plan
calendar-year-count = { $count ->
    [one] Year plan (1 draft)
   *[other] Year plan ({ $count } drafts)
  }
calendar-year-text = Only the office sees what stands here. Once you publish it, it stands in the calendar of everybody it is for.
calendar-year-empty = Nothing is waiting
calendar-year-empty-text = Plan the school year here: holidays, study days, parents' evenings. You publish all of it at once.
calendar-draft-new = New draft
calendar-draft-keep = Keep as a draft
calendar-draft-kept = Kept as a draft
calendar-drop = Take { $title } out of the plan
calendar-publish = { $count ->
    [one] Publish 1 event
   *[other] Publish { $count } events
  }
calendar-publishing = { $count ->
    [one] 1 event is being published
   *[other] { $count } events are being published
  }
calendar-published-part = { $done } of { $total } published
calendar-region = Region
region-noord = North
region-midden = Middle
region-zuid = South
calendar-holidays-take = { $count ->
    [one] Take over 1 school holiday
   *[other] Take over { $count } school holidays
  }
calendar-holidays-taken = The holidays are in your plan
calendar-holidays-there = The holidays of this region are there already.
holiday-autumn = Autumn holiday
holiday-christmas = Christmas holiday
holiday-spring = Spring holiday
holiday-may = May holiday
holiday-summer = Summer holiday
rsvp-ask = Will you come?
rsvp-yes = Yes
rsvp-maybe = Maybe
rsvp-no = No
rsvp-who = Who comes along?
rsvp-readers = Only who organises this sees your answer.
rsvp-answers = Who comes
rsvp-count = { $yes } yes, { $maybe } maybe, { $no } no
rsvp-nobody = Nobody has answered yet.
notice-event-moved = { $was } → { $now }. { $reason }
notice-event-off = Cancelled ({ $was }). { $reason }
urgent-notice-event-moved = Urgent: { $was } → { $now }. { $reason }
urgent-notice-event-off = Urgent: cancelled ({ $was }). { $reason }
notice-alert = Reminder: { $when }
error-no-calendar = Choose for whom this is.
error-no-title = Write down what it is.
error-no-day = Choose a day and a time, or choose 'All day'.
error-end-before-start = The end is before the start. Check the times.
error-no-repeat-until = Choose until when it comes back.

feeds = In your own calendar
feeds-why = Put the school's calendar into the calendar app on your phone or computer. A secret address does that. What changes here, changes there by itself.
feeds-empty = You have no address yet
feeds-empty-text = Here you will find the addresses that you made, and when each was last fetched.
feed-new = Make an address
feed-another = Make another address
feed-scope = What goes into it?
feed-full = Everything that you see
feed-full-hint = The calendars of the school and the class, and what is yours: talks, lunch days, drives and your own appointments.
feed-public = Only what is public
feed-public-hint = What the school shows everybody, such as holidays. Nothing of yours.
feed-whose = Whose?
feed-all = Everybody
feed-names = Add my child's name
feed-names-hint = Otherwise it says the class, and no name anywhere.
feed-with-names = with names
feed-label = What do you call this address?
feed-label-hint = Only you see this. For example: my phone.
feed-care = Whoever has this address can read along.
feed-care-text = Your calendar app fetches the calendar. The maker of that app, such as Google or Apple, can then read it too. So share the address with nobody. Any doubt? Revoke it, and it stops working at once.
feed-make = Make the address
feed-made = The address is ready
feed-making = The address is being made
feed-unnamed = My calendar
feed-fetched = last fetched on { $day }
feed-fetched-not = not fetched yet
feed-open = Open in my calendar app
feed-copy = Copy the address
feed-copied = Copied. Paste it in your calendar app, where you subscribe to a calendar.
feed-elsewhere = On another device
feed-elsewhere-text = Scan this with the other device, or copy the address. There, choose to add a calendar by its address (URL).
feed-qr = The address of your calendar as a QR code
feed-address = Address
feed-revoke = Revoke
feed-revoked = Revoked. The address no longer works.
feed-ending = The address is being revoked
feed-other = Another address of yours
feed-other-text = Made on { $day }. You can no longer look at it, but you can revoke it.
error-feed-revoked = This calendar address was revoked. Make a new one.
error-too-many-feeds = You have very many addresses already. First revoke one that you no longer use.

## Talks
talks = Talks
talk = Talk
talks-empty = No talks yet
talks-empty-text = Here you see when you talk with the teacher. As soon as the school sets up a round, you choose a time here.
talk-new = Make a round
talk-new-not = Only the team makes rounds
talk-new-not-text = Would you like a talk? Send the teacher a message.
talk-gone = This round is no longer here
talk-gone-text = The school took the round away, or it is not for you.
talk-moment = { $day }, { $time }
talk-a-child = a pupil
talk-about = Talk about { $name }
talk-due = Choose a time for { $name }
talk-due-wish = Say when it suits for { $name }
talk-before = You can until { $when }.
talk-opens = You can choose a time from { $when }.
talk-choose = Choose a time
talk-wish-open = Say what suits
talk-said = What was said
talk-overview = How it stands
talk-sheet = My evening
talk-evening = { $count ->
    [one] Talk
   *[other] { $count } talks
  }
talk-taken = { $taken } of { $of } times chosen
talk-families = { $done } of { $of } children have a time
talk-phase-word-planned = not open yet
talk-phase-word-wishes = families give wishes
talk-phase-word-early = open for families with more children
talk-phase-word-open = open
talk-phase-word-closed = times are fixed
talk-phase-word-over = over
talk-phase-planned = You can choose from { $when }. You can look already.
talk-phase-planned-early = You can choose from { $when }. Families with more children choose from { $early }.
talk-phase-early = You may choose already, because you have more children here. For everybody it opens: { $when }.
talk-phase-open = You can choose and move until { $when }.
talk-phase-closed = The times are fixed. Can't you come? Send the teacher a message.
talk-from-until = Choosing from { $from } until { $until }
talk-at-once-open = now
talk-no-end = the talk
talk-mode-site = At school
talk-mode-phone = Telephone
talk-mode-video = Video call
talk-chair-free = { $time }, free
talk-chair-taken = { $time }, taken
talk-chair-mine = { $time }, your time
talk-chair-wanted = { $time }, you wait for this
talk-legend-free = free
talk-legend-taken = taken
talk-legend-mine = your time
talk-legend-wanted = you wait for this
talk-legend-wait = Tap a taken time to wait for it.
talk-times-of = Times for { $name }
talk-answered = A time was chosen for { $name } already. This talk is for you together.
talk-combo-title = One after the other
talk-combo-best = Fits best
talk-combo-none = No times are left that follow each other. Choose for each child below.
talk-combo-verb = { $count ->
    [2] Choose these two
   *[other] Choose these { $count }
  }
talk-walk = { $walk } minutes to walk
talk-wait-minutes = { $wait } minutes to wait
talk-walk-and-wait = { $walk } minutes to walk, { $wait } minutes to wait
talk-at-once = right after
talk-confirm-title = This is what you take
talk-book-verb = { $count ->
    [one] Take { $time }
    [2] Take both
   *[other] Take { $count } talks
  }
talk-booked = Done. You find it under Talks.
talk-move = Move
talk-move-title = Move
talk-move-verb = Move to { $time }
talk-times-other = Other times
talk-chosen = { $taken } talks chosen, { $children } children
talk-move-how = Tap another time to move.
talk-move-other = Somebody at your home chose this, and can move it.
talk-moved = Moved.
talk-wait-title = This time is taken
talk-wait-verb = Join the list
talk-wait-why = You keep the time you have. If this one comes free, it is yours by itself. It also swaps by itself if somebody else wants your time.
talk-wait-why-none = If this time comes free, it is yours by itself, and you hear it at once.
talk-waiting = You are on the waiting list.
talk-waits = You wait for { $when }. Place { $place } on the list.
talk-waits-keeps = You wait for { $when }, place { $place } on the list. Until then you keep this time. It swaps by itself if somebody else wants your time.
talk-held = Held for you for { $clock } more
talk-held-over = No longer held. It may still be free.
talk-lost = Just too late: somebody else was a little faster.
talk-lost-next = This is the nearest: { $when }.
talk-lost-none = No other time is free now.
talk-lost-verb = Choose { $time }
talk-who = Who comes?
talk-who-me = I come alone
talk-who-both = We come together
talk-who-child = My child comes too
talk-more = A call, an interpreter or something to prepare
talk-how = How?
talk-interpreter = An interpreter? In which language?
talk-interpreter-hint = Leave empty if you need none.
talk-interpreter-for = Interpreter: { $language }
talk-note = What would you like to talk about?
talk-note-hint = Only the teacher of this talk and your home read this.
talk-note-verb = Prepare something
talk-note-kept = Kept. The teacher can read it.
talk-leave-it = Never mind
talk-by-school = The school arranged this for you
talk-by-school-for = Arranged by the school for { $name }
talk-call = Start the video call
talk-cancel = Cancel
talk-stop-waiting = Stop waiting
talk-cancelled = Cancelled. The time is free again.
talk-to-calendar = Put it in my calendar
talk-fixed = The time is fixed. Can't you come after all? Send the teacher a message.
talk-late-by = { $minutes } minutes later
talk-reader-teacher = Teacher of this talk
talk-reader-home = Of this home
talk-wish-title = When does it suit?
talk-wish-why = You can say so until { $when }. Then the school makes a plan for everybody. Children of one family come after each other.
talk-wish-there = Your wishes are known. You can still change them.
talk-wish-from = Not before
talk-wish-until = Done by
talk-wish-not = Which day is not possible?
talk-wish-sent = Your wishes were sent.
talk-wish-verb = Send for { $names }
talk-not-yet = { $count ->
    [one] For 1 child not everybody has a time yet
   *[other] For { $count } children not everybody has a time yet
  }
talk-prompt-some = Remind { $count ->
    [one] 1 family
   *[other] { $count } families
  }
talk-prompt-all = Remind who has not chosen
talk-prompted = Reminder sent.
talk-office-blind = Who has which time is known to the teacher and the family alone.
talk-plan-title = Make a plan
talk-plan-wishes = { $count ->
    [one] 1 wish came in
   *[other] { $count } wishes came in
  }
talk-plan-early = Families can say what suits until { $when }. Better wait until then.
talk-plan-make = Make a plan
talk-plan-take = Take { $count } talks
talk-plan-progress = { $done } of { $total } taken
talk-plan-booked = { $count } talks arranged. Families see it at once.
talk-plan-without = No time was found for: { $names }
talk-days = Which day?
talk-sheet-empty = No talks on this day
talk-sheet-empty-text = Your evening will stand here, with who comes.
talk-free = free
talk-being-chosen = being chosen
talk-has-interpreter = interpreter
talk-has-note = note
talk-late = Running late?
talk-minutes = { $minutes } minutes
talk-late-who = { $count ->
    [one] The one family still to come hears it at once, without names.
   *[other] The { $count } families still to come hear it at once, without names.
  }
talk-late-verb = Say that it is { $minutes } minutes later
talk-late-told = Said: { $minutes } minutes later.
talk-late-over = Said: on time again.
talk-late-now = You are { $minutes } minutes late. Who is still to come knows.
talk-late-back = We are on time again
talk-free-it = Free this time
talk-where = Where is it?
talk-link = Link of the video call
talk-link-hint = Only this home can read the link.
talk-amend = Change the round
talk-amended = The round is being changed
talk-room-of = Room of { $group }
talk-room-other = Other room
talk-where-note = Something to add
talk-where-verb = Send to this home
talk-where-sent = Sent.
talk-report = What was said?
talk-report-text = What you discussed and agreed
talk-report-verb = Keep the report
talk-report-filed = The report is kept.
talk-scope = Whom is this for?
talk-scope-home = For this home
talk-scope-home-hint = The other home of { $name } does not see that it exists.
talk-scope-child = About { $name }
talk-scope-child-hint = All parents of { $name } and the team read it.
talk-scope-home-short = for this home
talk-scope-child-short = about the child
talk-behalf-child = For whom do you take this?
talk-behalf-adult = With whom?
talk-behalf-nobody = Everybody has a time.
talk-behalf-verb = Take { $when }
talk-behalf-done = Done. The family sees that the school did this.
talk-step-who = Who
talk-step-when = When
talk-step-how = How
talk-step-check = Check
talk-next = Next
talk-make = Set up the round
talk-made = The round is set up. Families see it now.
talk-title = What is the round called?
talk-title-hint = For example: Report talks
talk-groups = Which groups?
talk-teachers = Which teachers sit at the table?
talk-room = Room
talk-text = Something to add for the families
talk-day = Day { $at }
talk-day-more = Another day
talk-day-drop = Drop this day
talk-date = Date
talk-from = From
talk-until = Until
talk-length = How long is a talk?
talk-pause = Time between talks
talk-pause-none = None
talk-break-from = Break from
talk-break-until = Break until
talk-walking = How far is it to another room?
talk-choosing = How do families get a time?
talk-choosing-slots = They choose
talk-choosing-slots-hint = Who chooses sees what is free. Siblings get a proposal of times that follow each other.
talk-choosing-wishes = They say what suits, we make a plan
talk-choosing-wishes-hint = Nobody has to be fast. After that a family can still move.
talk-opens-at = Choosing from
talk-opens-at-hint = Leave empty for: now.
talk-wishes-until = Wishes until
talk-wishes-until-hint = After that you make the plan, and families can move.
talk-early-at = Families with more children from
talk-early-at-hint = They have more talks to fit in. Leave empty for: with everybody.
talk-closes-at = Choosing and moving until
talk-closes-at-hint = After that the times are fixed.
talk-unit = A child with two homes
talk-unit-both = Each home its own talk
talk-unit-both-hint = The homes see nothing of each other's time.
talk-unit-child = One talk together
talk-unit-child-hint = The other sees that a time was chosen.
talk-apart = Two homes not right after each other
talk-apart-hint = In the plan there is half an hour between.
talk-waits-switch = Waiting list
talk-waits-hint = Whoever waits gets a time that comes free by itself.
talk-mandatory = Everybody comes
talk-mandatory-hint = If this is off, a talk is on request.
talk-enough = Group { $group }: { $count } times for { $children } children.
talk-too-few = Group { $group }: { $count } times for { $children } children. That is too few, even if each child has one home.
talk-away = Take the round away
talk-away-text = All chosen times lapse. Tell the families yourself.
talk-away-doing = The round is being taken away
talk-away-done = The round is gone.
talk-optional = A talk is possible, not required.
notice-talks = A new round of talks is set up
notice-talk-prompt = Please choose a time for the talk
notice-talk-late = Your talk begins { $minutes } minutes later
notice-talk-on-time = Your talk begins on time again
notice-talk-promoted = You now have the time you waited for: { $when }
notice-talk-tomorrow = You have a talk tomorrow: { $when }
notice-talk-booked = The school arranged a talk for you: { $when }
notice-talk-appointment = Something was said about where your talk is
notice-talk-report = There is a report of a talk
error-talk-slot-taken = Just too late: this time is gone. Choose another.
error-talk-unit-taken = A time was chosen for this child already. Move it, or cancel it first.
error-talk-not-open = You can't choose yet. Above it says from when.
error-talk-closed = The times are fixed. Send the teacher a message.
error-talk-not-allowed = You may not do this for this child. Ask the school's office.
error-talk-unknown-slot = This time is no longer here. Choose another.
error-talk-wish-times = The time to be done lies before the first time. Turn them around.
error-talk-link = A link begins with https:// and has no spaces.
error-talk-no-title = Give the round a name.
error-talk-no-group = Choose a group.
error-talk-no-teacher = Choose for each group who sits at the table.
error-talk-no-times = No talk fits here. Look at the days and times.
error-talk-bad-times = These times are not right: first open, then closed.

## Sign-ups
signups = Sign-ups
signup-part-waiting = Waits for your answer
signup-part-yours = Asked by school
signup-part-soon = Opens later
signup-part-answered = Answered
signup-part-closed = Over
signup-empty = There is nothing to sign up for
signup-empty-text = When school or a class parent asks something, it is here. For instance who can drive.
signup-empty-staff = Ask who drives, who helps, what everybody brings, or what parents think.
signup-new = Ask something
signup-gone = This form is no longer there
signup-gone-text = It was removed, or it is not meant for you.
signup-results = Answers
signup-ring = { $part } of { $whole } { $whole ->
    [one] family
   *[other] families
  }
signup-done = answered
signup-mark-again = confirm again
signup-mark-list = waiting list, place { $place }
signup-mark-soon = not open yet
signup-mark-open = not answered yet
signup-mark-behalf = filled in by school
signup-anonymous = anonymous
signup-at = { $day } at { $time }
signup-until = Answer until { $when }
signup-was-until = Closed since { $when }
signup-asks = Asked by { $who }
signup-for-whom = For whom?
signup-not-you = This is asked of parents. You have nothing to fill in.
signup-tally = The outcome
signup-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
  }
signup-behalf-text = You fill this in for the family of { $name }. The parent sees that school filled it in.
signup-by-other = { $name } has been answered for
signup-by-other-text = The other parent filled this in. What was answered, only they and who asked can see.
signup-closed = You can't answer any more: the time is over. Does something still have to change? Ask the school.
signup-again-asked = Something changed. See whether your answer still holds and send it again.
signup-opens = You can answer from { $when }
signup-opens-text = Everybody can read it already, so that all have the same chance. When it is time, you can answer here.
signup-days = { $count ->
    [one] 1 day and
   *[other] { $count } days and
  }
signup-your-answer = Your answer
signup-by-you = Sent { $when }
signup-by-home = Filled in by somebody you live with
signup-by-staff = { $name } filled this in for you. Is something wrong? Tell the school.
signup-withdrawn = Your answer has been withdrawn
signup-waiting = Everything is taken. You are at place { $place } of the waiting list. When a place comes free you get it by itself, and hear of it.
signup-keeps = Until then you keep: { $slot }.
signup-your-car = In your car
signup-no-phone = no number
signup-goes-with = { $name } rides with { $driver }
signup-has-seat = { $name } has a seat in a car
signup-leaves-from = Leaves from: { $place }
signup-change = Change
signup-withdraw = Withdraw
signup-send = Send answer
signup-send-behalf = Fill in for this family
signup-save = Send again
signup-sent = Your answer has been sent
signup-waits = Kept on this device. It is sent as soon as there is a connection.
signup-lacking = Not filled in yet: { $what }
signup-error = That did not work. What you filled in is still there; try again in a moment.
signup-error-slot-taken = Somebody was just before you. Choose another, or tap it again for the waiting list.
signup-error-unit-taken = This has been answered already, by you or by another parent.
signup-error-not-open = You can't answer yet. What you filled in stays.
signup-error-closed = The time is over. Your answer was not sent. Ask the school if it is still possible.
signup-error-unknown-slot = This choice is no longer there. Choose another.
signup-error-not-allowed = You can't answer for this one.
signup-error-in-use = A choice that somebody already has can't be removed. Nothing was changed.
signup-yes = Yes
signup-no = No
signup-agree = I agree
signup-disagree = Rather not
signup-consent-changed = The text has changed since you answered. That is why we ask again.
signup-optional = You may leave this empty.
signup-none = No, not this time
signup-left = { $count ->
    [one] 1 left
   *[other] { $count } left
  }
signup-full = full
signup-full-waits = full: onto the waiting list
signup-needed = { $count ->
    [one] 1 more seat is needed.
   *[other] { $count } more seats are needed.
  }
signup-none-needed = There are enough seats. If you offer some anyway, you are a reserve.
signup-drive = I drive
signup-ride = My child rides along
signup-self = We go ourselves
signup-waiting-short = waiting list
signup-phone = Phone number for who drives
signup-phone-hint = Only who takes your child along and who asked this see it. You may leave it empty.
signup-seats = Seats for children
signup-seats-hint = Count your own child.
signup-childseats = Of those with a child seat
signup-meet = Where do you leave from?
signup-driver-name = Your first name
signup-driver-name-hint = So you are called on the list of who asked this.
signup-driver-shows = Other parents may see my first name
signup-driver-shows-hint = Only the parents of who rides with you. Otherwise they read that their child has a seat.
signup-driver-phone = Your phone number
signup-driver-phone-hint = For the parents of who rides with you. You may leave it empty.
signup-driver-note = Remark
signup-less = Less: { $what }
signup-more = More: { $what }
signup-seats-found = Seats found
signup-sum = Together
signup-given = Filled in
signup-of = { $count } of { $all }
signup-who = Family
signup-when = When
signup-somebody = Somebody
signup-by-family = Who answered what
signup-no-answers = No answers yet
signup-no-answers-text = As soon as somebody answers, you see it here.
signup-look = Look at the form
signup-csv = Download for a spreadsheet
signup-ask-again = Ask again
signup-again-why = Did something change? Who has answered is asked to confirm. Until then it says ‘confirm again’.
signup-again-what = What changed?
signup-again-verb = Ask to confirm again
signup-again-sent = Asked to confirm again
signup-missing = { $count ->
    [one] 1 family has not answered yet
   *[other] { $count } families have not answered yet
  }
signup-all-answered = Everybody has answered.
signup-fill-in = Fill in
signup-nudge = { $count ->
    [one] Remind this family
   *[other] Remind these { $count } families
  }
signup-nudged = The reminder has been sent, only to those who had not answered
signup-write = { $count ->
    [one] Write to this family
   *[other] Write to these { $count }
  }
signup-childseats-count = { $count ->
    [one] 1 child seat
   *[other] { $count } child seats
  }
signup-rides = Who drives whom
signup-no-cars = No cars yet
signup-no-cars-text = As soon as somebody offers to drive, the car is here and you can give children a seat.
signup-need-seat = { $count ->
    [one] 1 child still needs a seat
   *[other] { $count } children still need a seat
  }
signup-all-seated = Everybody has a seat
signup-seat-all = Divide
signup-choose-car = Choose a car for { $name }.
signup-car-of = Car of { $driver }
signup-free = { $count ->
    [0] full
    [one] 1 seat free
   *[other] { $count } seats free
  }
signup-out = Out
signup-put-here = Put { $name } here
signup-rides-text = Do you want to add something?
signup-rides-text-hint = For instance at what time you leave. The drivers and the parents of who rides along read this.
signup-rides-who = Each driver gets the first names of who rides along, and the number that their parents gave for it. Parents read of their own child only.
signup-rides-tell = Tell everybody
signup-rides-told = Drivers and parents know now
signup-steps = Steps
signup-step-kind = Kind
signup-step-questions = Questions
signup-step-whom = For whom
signup-step-check = Check
signup-next = Next
signup-ask-verb = Ask it
signup-made = Your question is there
signup-changed = The form has been changed
signup-remove = Remove
signup-removed = The form has been removed
signup-template-drivers = Who can drive?
signup-template-drivers-about = Parents offer seats, you divide the children.
signup-template-drivers-asks = How does your child go?
signup-template-help = Help wanted
signup-template-help-about = Times or tasks, with a number of helpers for each.
signup-template-help-asks = When can you help?
signup-template-bring = Who brings what?
signup-template-bring-about = A list on which all see what is still needed.
signup-template-bring-asks = What do you bring?
signup-template-consent = Consent
signup-template-consent-about = With its text. If that changes, you ask again.
signup-template-consent-asks = Do you agree?
signup-template-poll = Poll
signup-template-poll-about = A question with choices; everybody sees the outcome.
signup-template-poll-asks = What do you prefer?
signup-template-anonymous = Anonymous poll
signup-template-anonymous-about = Nobody can tell who said what, not even the school.
signup-template-anonymous-asks = What do you think of it?
signup-template-empty = Empty form
signup-template-empty-about = Make your own questions.
signup-title = Title
signup-text = Explanation
signup-question = Question { $number }
signup-question-gone = Remove question { $number }
signup-kind = Kind of answer
signup-kind-yesno = Yes or no
signup-kind-choice = One choice
signup-kind-many = More choices
signup-kind-text = Text
signup-kind-number = Number
signup-kind-date = Date
signup-kind-file = File or photo
signup-kind-places = Places with a number
signup-kind-drivers = Drivers with seats
signup-kind-bring = Things to bring
signup-kind-consent = Consent
signup-label = The question
signup-required = Has to be filled in
signup-options = What can be chosen?
signup-option = Choice { $number }
signup-option-gone = Remove choice { $number }
signup-add-option = One more choice
signup-add-question = One more question
signup-slot-places = Time or task { $number }
signup-slot-bring = What { $number }
signup-room = How many
signup-seats-needed = How many seats are needed?
signup-legal = The text that parents say yes or no to
signup-legal-hint = If you change it later, an answer to the old text counts no more.
signup-lack-title = Give your question a title.
signup-lack-question = Write with each question what you ask.
signup-lack-options = Give at least two choices with each question.
signup-lack-slots = Write down what can be chosen.
signup-lack-circles = Choose whom you ask.
signup-lack-closes = Choose until when people can answer. The outcome comes after that.
signup-lack-order = The deadline is over already, or before the opening.
signup-organisers = Who reads the answers?
signup-classparent = { $name }, class parent
signup-only-parents = Only these parents read the answers. The school does not, not even you.
signup-unit = Who answers?
signup-unit-child = Once for each child
signup-unit-child-hint = When one parent answers, the other sees that it has been done.
signup-unit-both = Each home of a child
signup-unit-both-hint = Where parents live apart, each answers, and they don't see each other's answer.
signup-unit-home = Once for each family
signup-unit-home-hint = Also where there are more children.
signup-unit-person = Each parent
signup-unit-person-hint = For instance to help.
signup-deadline = Until when can people answer?
signup-day = Day
signup-time = Time
signup-opening = From when?
signup-opening-hint = Everybody reads it at once. If you fill this in, people can answer only from that hour.
signup-opening-day = Opening day
signup-opening-time = Opening time
signup-about = When is it?
signup-about-hint = Then it also stands in the calendar of who takes part.
signup-about-day = On
signup-about-start = From
signup-about-end = To
signup-about-place = Where
signup-waits-label = Waiting list
signup-waits-hint = Who is late gets a place by itself when one comes free.
signup-shows = Everybody sees the outcome
signup-shows-hint = Numbers only, no names.
signup-preview = So parents see it:
signup-anonymous-how = Nobody can tell who said what, not even the school or who runs the server. After the deadline you see the outcome. If fewer than five parents answer, you see nothing.
signup-error-survey = You can begin an anonymous poll only with a connection. What you made is still there.
signup-anonymous-text = Your answer is anonymous. Nobody can tell what you said: not the school, nor who runs the server. So don't write anything by which people know you.
signup-anonymous-sent = Your answer is on its way
signup-anonymous-sent-text = It is sent within the next ten minutes, apart from your name. Leave Kring open for so long, or open it again later.
signup-anonymous-done = You have answered
signup-anonymous-done-text = What you said is no longer on this device either.
signup-anonymous-given = Somebody of yours has answered already
signup-anonymous-given-text = One answer counts for each home.
signup-anonymous-turnout = Answered: { $part } of { $whole }
signup-anonymous-silent = { $count ->
    [0] Everybody has answered.
    [one] 1 has not answered. Nobody knows who.
   *[other] { $count } have not answered. Nobody knows who.
  }
signup-anonymous-later = You see the outcome after { $when }. Until then nobody can get at it.
signup-anonymous-few = There are fewer than five answers. So you see nothing: otherwise one could guess who said what.
signup-anonymous-hidden = Groups of fewer than five are left out.
signup-count-again = Count again
signup-notice-form = You are asked something
signup-notice-changed = Something was changed
signup-notice-nudge = You have not answered yet
signup-notice-again = Something changed: does your answer still hold?
signup-notice-ride = You know now who rides with you
signup-notice-lift = Your child has a seat in a car
signup-notice-promoted = A place came free: it is yours now

## Lunch
lunch = Lunch
lunch-tab-day = Day
lunch-tab-month = Month
lunch-tab-cards = Strip cards
lunch-tab-duty = Helpers
lunch-tab-rules = Rules
lunch-not-begun = No lunch yet
lunch-not-begun-text = As soon as the school begins, you sign your child up here and see your strip card.
lunch-not-begun-office = Begin with the rules. Then invite who leads lunch, and parents sign their children up.
lunch-begin = Begin with lunch
lunch-begin-text = Only whom you invite for lunch and the office see the lists. You invite them under People, Staff.
lunch-team = Lunch team
lunch-team-about = who leads lunch, and the office
lunch-shares = shares your strip card
lunch-rules = Rules of lunch
lunch-rules-first = Read the rules first. Then you sign your child up.
lunch-accept = I agree
lunch-accepted = You agreed to the rules.
lunch-cutoff-text = Changes are free until { $time } on the day itself.
lunch-price-text = One lunch costs { $price }.
lunch-share-card = One strip card together with { $names }
lunch-share-hint = You both see what is on the card, and what you tell about your child.
lunch-card = Strip card
lunch-left = { $count ->
    [one] 1 strip left
   *[other] { $count } strips left
  }
lunch-owed = { $count ->
    [one] 1 strip to pay
   *[other] { $count } strips to pay
  }
lunch-lost = { $count ->
    [one] 1 strip has expired
   *[other] { $count } strips have expired
  }
lunch-history = What was bought and used
lunch-bought = Card bought, { $price }
lunch-refund = Refunded, { $price }
lunch-refund-due = { $count ->
    [one] To be paid back: 1 strip, { $price }
   *[other] To be paid back: { $count } strips, { $price }
  }
lunch-refund-owed = { $count ->
    [one] Still to pay: 1 strip, { $price }
   *[other] Still to pay: { $count } strips, { $price }
  }
lunch-refund-why = { $child } leaves the school. The card ends after { $day }.
lunch-until = good until { $day }
lunch-warn-owed = Strip card is empty
lunch-warn-owed-text = Your child simply has lunch. Buy a new card from the lunch team, and this is settled with it.
lunch-warn-last = Last strip
lunch-warn-last-text = This is your last strip. Buy a new card from the lunch team in time.
lunch-warn-short = Too few strips
lunch-warn-short-text = You have too few strips for all days until the end of next week.
lunch-due-rules = Read the rules of lunch
lunch-tap-hint = Tap a day to change it. Free until { $time } on the day itself.
lunch-this-week = This week
lunch-next-week = Next week
lunch-stays = stays
lunch-home = not
lunch-said-on = { $name } stays for lunch on { $day }.
lunch-said-off = { $name } does not stay on { $day }.
lunch-fixed = Fixed days from { $day }
lunch-fixed-save = Save fixed days
lunch-fixed-saved = Saved. This holds from { $day }.
lunch-nothing-told = You have told nothing yet about food or medicine.
lunch-tell = Tell what we must know
lunch-know-title = What must we know of { $name }?
lunch-know-why = Teachers and other parents don't see this, nor the other parent at another address.
lunch-copy = Copy from { $name }
lunch-told = Passed on to the lunch team.
lunch-allergens = May not or does not eat
lunch-field-allergies = Something else, or more about it
lunch-field-allergies-hint = For example what happens if it goes wrong.
lunch-field-medication = Medicine
lunch-field-medication-hint = What, when, and where it is.
lunch-field-doctor = Doctor
lunch-field-doctor-hint = Name and phone number.
lunch-field-phones = Call in an emergency
lunch-field-phones-hint = The number that is answered at noon.
lunch-field-note = Something else
lunch-field-note-hint = For example: eats slowly, likes to sit next to her sister.
allergen-nuts = Nuts
allergen-peanut = Peanut
allergen-milk = Milk
allergen-egg = Egg
allergen-gluten = Gluten
allergen-soy = Soy
allergen-fish = Fish
allergen-shellfish = Shellfish
allergen-sesame = Sesame
allergen-vegetarian = Vegetarian
allergen-nopork = No pork
allergen-other = Other
lunch-why-planned = Fixed day
lunch-why-extra = Signed up for this day
lunch-why-off = Called off in time, costs nothing
lunch-why-sick = No lunch, called off in time, costs nothing
lunch-why-none = Not signed up
lunch-why-late-in = Signed up late, counts
lunch-why-late-off = Called off late, counts
lunch-why-late-sick = Absent, told late, counts
lunch-why-unexpected = Not signed up, but there
lunch-missed-title = { $name } is not at lunch
lunch-missed-text = { $name } is on the list and was not seen. Told { $when }. Do you know where your child is? Call the school at once.
lunch-missed-since = Not seen since { $when }
lunch-duty-next = You help { $day } from { $from } to { $until }.
lunch-duty-now = You help now, until { $until }. The list is ready.
lunch-duty-later = You see the names from { $from }, and no more afterwards.
lunch-today-count = { $count ->
    [one] 1 child stays for lunch today
   *[other] { $count } children stay for lunch today
  }
lunch-open-list = Open the list
lunch-today-class = Stays for lunch today
lunch-today-nobody = Nobody of your group stays today.
lunch-day-title = Lunch { $day }
lunch-other-day = Another day
lunch-other-month = Another month
lunch-there = { $there } of { $all } are there
lunch-is-there = there
lunch-not-there = not yet
lunch-day-empty = Nobody on this list
lunch-day-empty-text = The children who stay on this day come here, with what you must know of them.
lunch-late-title = Not coming, but counted
lunch-add-title = Is there a child that is not on the list?
lunch-add = Add
lunch-added = { $name } was added. The parents are told.
lunch-open-count = { $count ->
    [one] 1 child was not seen yet.
   *[other] { $count } children were not seen yet.
  }
lunch-check-off = Warn parents and teacher
lunch-alarmed = The parents and the teachers were warned.
lunch-all-there = Everybody is there.
lunch-close = Close the day and charge it
lunch-close-again = Charge again
lunch-closed = The day is closed. Each child was counted once.
lunch-was-closed = Closed { $when }
lunch-month-total = { $count ->
    [one] 1 strip, { $amount }
   *[other] { $count } strips, { $amount }
  }
lunch-month-caption = Lunch in { $month }
lunch-month-empty = No closed days yet
lunch-month-empty-text = How often each child stayed this month comes here as soon as you close a day.
lunch-save-month = Save the month
lunch-save-week = Save the week
lunch-caterer = For the kitchen
lunch-caterer-text = Numbers only, no names. You can give this to the caterer.
lunch-col-child = Child
lunch-col-group = Group
lunch-col-days = Days
lunch-col-day = Day
lunch-col-count = Count
lunch-col-late = Late
lunch-col-unexpected = Not signed up
lunch-col-amount = Amount
lunch-cards-empty = No strip cards yet
lunch-cards-empty-text = Families who agreed to the rules come here. Then you can write a card for them.
lunch-sell = { $count } strips for { $price }
lunch-sold = Card written for { $names }.
lunch-refund-verb = { $count ->
    [one] Refund 1 strip
   *[other] Refund { $count } strips
  }
lunch-refunded = Refunded to { $names }.
lunch-duty-plan = Plan a helper
lunch-duty-why = A helper sees the list during these hours only: first names, group, what a child may not eat and whom to call. Then the list goes by itself.
lunch-helper = Who helps?
lunch-from = From
lunch-to = Until
lunch-duty-verb = Plan this
lunch-duty-planned = { $name } is told.
lunch-duty-cancel = Cancel
lunch-duty-gone = Cancelled.
lunch-no-helpers = Nobody has offered to help yet
lunch-no-helpers-text = Parents offer help under Lunch. As soon as somebody does, you plan a day here.
lunch-help = Helping at lunch
lunch-help-offer = I could help sometimes
lunch-help-text = Offer to help. The lunch team sees this and asks you for a day.
lunch-help-name = Your name
lunch-help-phone = Phone, if you like
lunch-help-verb = Offer help
lunch-help-said = Great! The lunch team can ask you now.
lunch-help-stop = No more
lunch-help-stopped = You are no longer on the list of helpers.
lunch-list-until = You see this list until { $until }.
lunch-rules-text = Rules
lunch-rules-hint = Parents agree to these. If you change the text, they are asked again.
lunch-rules-saved = Saved.
lunch-days = Days with lunch
lunch-cutoff = Changes until
lunch-cutoff-hint = On the day itself. Who calls off later pays the strip.
lunch-price = Price of a strip, in euros
lunch-card-strips = Card { $at }: number of strips
lunch-card-price = Card { $at }: price in euros
lunch-closed-day = Day without lunch
lunch-closed-add = Add
lunch-closed-days = No lunch on these days (tap to remove)
lunch-remove = Take off the list
lunch-removed = { $name } is off the list. This costs nothing.
lunch-signed-up = { $name } is on the list.
lunch-add-ahead = Put a child on this list
lunch-by-team = Changed by the lunch team
lunch-months = How many months is a card good?
lunch-months-hint = Leave it empty if a card is good for ever.
notice-lunch-missed = { $name } is not at lunch
notice-lunch-missed-text = Is on the list and was not seen. Look at once.
notice-lunch-found = { $name } is at lunch
notice-lunch-added = { $name } stays for lunch
notice-lunch-added-text = Your child was not on the list and was added.
notice-lunch-duty = You help at lunch
notice-lunch-duty-text = From { $from } to { $until }.
notice-lunch-list = The lunch list is ready
notice-lunch-list-text = You see it as long as you help.
error-no-lunch = There is no lunch yet. Begin with it under Lunch first.
error-no-helper = Choose who helps.
error-no-rules = Write the rules first. Parents agree to them.
error-no-days = Choose at least one day.

## Files
files = Files
file = File
uploads = What is being sent
take-photo = Take a photo
download = Save
understood = Got it
choose-photos = Choose photos or videos
choose-files = Choose files
photos-drop = Drop photos or videos here, or
files-drop = Drop files here, or
photos-hint = Photos are made smaller. Where they were taken is removed. Videos up to 1 minute.
files-hint = A file can be up to 100 MB. It is sent as it is.
upload-preparing = Getting photo { $at } of { $count } ready
upload-stay = Keep this screen open for a moment.
upload-safe = What is listed here is kept on this device. You may close the app: it goes on later.
upload-sending = { $done } of { $count } sent · { $share }%
upload-waiting = No connection. It goes on by itself later · { $share }%
upload-paused = Paused · { $done } of { $count } sent
upload-failed = { $count ->
    [one] 1 file could not be sent
   *[other] { $count } files could not be sent
  }
upload-row = { $share }% of { $size }
upload-pause = Pause
upload-resume = Go on
upload-cancel = Do not send { $name }
upload-cancel-all = Do not send the rest
file-and-more = { $name } and { $count } more
file-open = Look at it
file-download = Save { $name }
refused-files = { $count ->
    [one] 1 file was not sent
   *[other] { $count } files were not sent
  }
refused-more = and { $count } more
slide-of = { $at } of { $count }
slide-before = Previous
slide-after = Next
slides-play = Play
slides-pause = Pause
zoom-in = Closer
zoom-out = Whole photo
error-device-full = This device is full. Nothing was sent half. Make room and try again.
error-upload-lost = This file is no longer on this device. Choose it again.
error-blob-too-large = This file is too large for this school. Choose a smaller one.
error-quota-full = The school has no room left for files. Your files are kept here. Ask the office to make room.
error-blob-missing = A file arrived too late. Choose it again and send it once more.
error-file-too-large = This file is larger than 100 MB. Choose a smaller one.
error-file-unreadable = This file could not be read. See whether it is still on your device.
error-picture-unknown = This is not a photo that this browser knows. Choose a JPG or PNG photo.
error-picture-changed = A colleague has changed this photo meanwhile. Yours was not put in its place. Open the task again and go on with the photo as it is now.
error-picture-heic = This photo is of a kind (HEIC) that this browser does not know. On your iPhone choose: Settings, Camera, Formats, Most Compatible. Or send the photo from the iPhone itself.
error-picture-too-large = This photo is too large. Choose a smaller one.
error-video-unknown = This browser can't play this video. Choose an MP4 video.
error-video-too-long = This video is longer than 1 minute. Cut it shorter and try again.
error-video-too-large = This video is larger than 100 MB. Choose a shorter one or record it in a lower quality.
error-not-shown = This can't be shown here. You can still save it.
error-zip-too-large = This is too much for one file. Save the photos in parts.
error-stopped = Stopped. Nothing was saved.

## Files beside a text
attach-drop = Drag photos or files here, or
attach-choose = Add a photo or file
attach-hint = Photos are made smaller, and the place they were taken is removed. Any other file goes along as it is.
attach-chosen = This goes along
attach-remove = Remove { $name }
photos = Photos
photo-of = Photo { $at } of { $count }: { $name }
one-photo = Photo
one-video = Video
some-photos = { $count } photos
one-file = File: { $name }
photos-and-files = Photos and files: { $count }
some-files = { $count } files
save-all-files = Save all
saving-files = { $done } fetched
goes-with-files = Kept. It goes as soon as the files are there.
portrait-choose = Choose a photo
portrait-other = Another photo
portrait-none = No photo
share-to-kring = Share through Kring
share-as = Where does it go?
share-as-message = A message
share-as-message-text = You choose to whom next.
share-as-news = News
share-as-news-text = For a group, the school or certain children.
error-share-lost = A file that you shared did not arrive. The text is here. Share it again, or choose it here.
absence-enclose = Add a note or photo, only for the teachers and the office.
upload-stop = Stop
signup-save-files = { $count ->
    [one] Save 1 file
   *[other] Save all { $count } files
  }
upload-cancel-this = Do not send
sending-share = Being sent · { $share }%
news-search = Search the news
news-none = Nothing found
news-none-text = Try another word, or the name of a file.
error-too-many-files = There can be 40 files. Send the others separately.

## Albums
albums = Photos
album-new = New album
albums-search = Find an album
albums-none = No album found
albums-none-text = Try another word.
albums-empty = No albums yet
albums-empty-text = The photos of your child's group will be here. You are told when there are new ones.
albums-empty-staff = Make an album, choose photos and say who is on them. Parents see it only once you publish it.
album-drafts = Not published yet
album-published = Published
album-photo = Photo { $at }
album-photos = { $count ->
    [one] 1 photo
   *[other] { $count } photos
  }
album-sign-consent = Not yet: no consent
album-sign-nobody = Not yet: first say who is on it
album-sign-marked = It was said who is on it
album-sign-withheld = Only the child's family and the school still see this photo
album-gone = This album is no longer here
album-gone-text = It was taken away, or it is not for you.
album-publishing = The photos are being published. Without a connection that happens by itself later.
album-not-yet = Nothing published yet
album-not-yet-text = Only you see these photos.
album-to-draft = To your photos
album-add = Add photos
album-edit = Change the album
album-changed = The album has been changed.
album-delete = Delete the album
album-delete-sure = Yes, delete the album
album-keep = No, keep it
album-deleted = The album is being deleted, for everybody.
album-since = published { $when }
album-newcomers = Families see photos from the day their child came into the group.
album-scope-own-said = Each family sees only photos with their own child.
album-until-said = The album disappears after { $day }.
album-of = Which photos?
album-all = All photos
album-choose = Choose photos
album-choose-stop = Done choosing
album-choose-all = Choose all
album-choose-none = Choose none
album-chosen = { $count ->
    [0] No photo chosen
    [one] 1 photo chosen
   *[other] { $count } photos chosen
  }
album-who = Who is on it?
album-who-title = { $count ->
    [one] Who is on this photo?
   *[other] Who is on these { $count } photos?
  }
album-who-text = Tap the children that can be recognised. Only their own parents and the school see this.
album-no-consent = no consent
album-stays = These photos stay in your draft until there is consent for everybody on them.
album-goes-back = These photos leave the page at once, back to your draft.
album-marked = Kept who is on it.
album-look = Look at it in full
album-caption = Caption
album-caption-label = What is to be seen?
album-caption-hint = Better leave out last names.
album-cover = Make this the cover
album-cover-done = This is the cover now.
album-first = Put first
album-before = One place forward
album-after = One place back
album-moved = The order is kept.
album-back = Take off the page, back to the draft
album-back-done = The photos leave the page.
album-remove = Delete photos
album-remove-sure = { $count ->
    [one] Delete this photo
   *[other] Delete { $count } photos
  }
album-remove-draft = The photos leave your draft. They stay on your own device.
album-remove-text = The photos go for everybody. Who saved them already keeps them.
album-removed = { $count ->
    [one] The photo is being deleted.
   *[other] { $count } photos are being deleted.
  }
album-on-it = On it: { $names }
photo-away = My child is on it: take it away
photo-away-text = Other parents no longer see the photo, at once. You and the school still do. The school makes your child unrecognisable or deletes the photo. Who saved the photo already keeps it.
photo-away-marked = Take this photo of { $name } away
photo-away-says = { $name } is on it, take it away
photo-away-done = The photo is gone for other parents. The school knows.
album-save-all = { $count ->
    [one] Save the photo
   *[other] Save all { $count } photos
  }
album-save-some = { $count ->
    [one] Save 1 photo of your child
   *[other] Save { $count } photos of your child
  }
album-download-own = Only photos of their own child
album-download-own-hint = Parents can save photos with their own child.
album-download-own-said = You can save photos with your own child here. There are none now.
album-download-none = Nothing
album-download-none-hint = Parents can look at the photos, not save them.
album-download-none-said = You can look at these photos, not save them.
album-saving = { $done } of { $count } photos fetched
album-saved = Saved as a zip file.
album-downloaders = { $count ->
    [0] Nobody has saved photos
    [one] 1 parent has saved photos
   *[other] { $count } parents have saved photos
  }
album-downloaders-none = As soon as a parent saves photos, it stands here.
album-draft-empty = Choose your photos. They are made ready and sent while you go on.
album-draft-said = Only you see these photos until you publish them.
album-draft-how = Tap photos to say who is on them. You can choose many at once.
album-waits = { $count ->
    [one] 1 photo stays here: there is no consent for a child on it.
   *[other] { $count } photos stay here: there is no consent for a child on them.
  }
album-publish = Publish photos
album-publish-verb = { $count ->
    [one] Publish 1 photo
   *[other] Publish { $count } photos
  }
album-published-done = { $count ->
    [one] The photo is being published.
   *[other] { $count } photos are being published.
  }
album-stay = { $count ->
    [one] 1 photo stays in your draft: no consent.
   *[other] { $count } photos stay in your draft: no consent.
  }
album-stay-own = { $count ->
    [one] 1 photo stays in your draft: nobody is on it yet, or there is no consent.
   *[other] { $count } photos stay in your draft: nobody is on them yet, or there is no consent.
  }
album-bare = { $count ->
    [one] On 1 photo you named nobody. No child can be recognised on it.
   *[other] On { $count } photos you named nobody. No child can be recognised on them.
  }
album-bare-hint = Is that not so? Go back and say who is on them.
album-still-sending = Photos are still being sent. You publish those later.
album-title = What is the album called?
album-school = whole school
album-scope = Who sees what?
album-scope-all = The whole group sees everything
album-scope-all-hint = All parents of the group see all photos.
album-scope-own = Each family only their own child
album-scope-own-hint = Each family sees only photos with their own child. Say for each photo who is on it.
album-day = Which day was it?
album-text = Do you want to tell something about it?
album-download = What may parents save?
album-download-all = All photos
album-download-all-hint = Parents can save all photos.
album-until = Until when does it stay here?
album-until-hint = After that the album disappears for everybody. In June we ask parents to keep their photos.
album-make = Make the album
album-tasks = Photos to look at
albums-keep-year = Keep this year's photos
albums-year-text = Save all photos that you may keep. Do it before the summer: albums disappear after their last day.
albums-year-all = { $count ->
    [one] Save the photo
   *[other] Save all { $count } photos
  }
albums-year-file = Photos of school
albums-year-care = Other children are on many photos too. So do not put them on the internet.
albums-year-none = There is nothing to keep
albums-year-none-text = The photos that you may save will be here.
album-kept = kept already
notice-album = New photos
notice-album-in = New photos in { $group }
error-album-no-title = Give the album a name.
error-wrong-offset = Sending was out of step with the school for a moment. Nothing is lost. Try again.
error-bad-range = This part of the file is not there. Close it and open it again.

## Bookshelf
bookshelf = Bookshelf
shelf-new-book = New book
shelf-search = Find a file or book
shelf-found = { $count ->
    [0] Nothing found. Try another word.
    [one] 1 found
   *[other] { $count } found
  }
shelf-loose = For you
shelf-books = Books
shelf-own = { $name }'s book
shelf-child-books = Schoolwork and reports
shelf-child-books-team = The children's books
shelf-children = Show { $count ->
    [one] 1 child
   *[other] { $count } children
  }
shelf-count = { $count ->
    [0] empty
    [one] 1 file
   *[other] { $count } files
  }
shelf-new = { $count } new
shelf-kept = kept on this device
shelf-empty = Nothing on the shelf yet
shelf-empty-text = Books of the school come here: newsletters, timetables, reports and schoolwork.
shelf-gone = This is no longer here
shelf-gone-text = It was taken away, or its date has passed.
shelf-book-empty = This book is still empty
shelf-book-empty-text = You will see here what is put in. New files carry a mark.
shelf-own-empty-text = Schoolwork, reports and photos of work come here. The parents and the teachers can put them in.
shelf-new-inner = New folder in this book
shelf-rename = Another name
shelf-book-delete = Delete this book
shelf-book-deleted = The book was taken away, with what was in it
shelf-book-title = Name of the book
shelf-book-title-hint = For example: School guide, Worksheets, Minutes
shelf-book-text = What is in it?
shelf-make-book = Make the book
shelf-book-made = The book is on the shelf
shelf-find-family = Find a family or person
shelf-family = Parents of { $name }
shelf-maker = somebody at school
shelf-lunch = the lunch team
shelf-lunch-about = Those who do the lunch, and the office
shelf-school-about = And everybody who works at school
shelf-group-about = And the teachers and the office
shelf-team-about = Only the teachers and the office
shelf-files-hint = Up to 100 MB. Photos are made smaller and forget where they were taken.
shelf-adding = { $count ->
    [one] The file is on its way
   *[other] { $count } files are on their way
  }
shelf-log = I want to see who has opened this
shelf-log-hint = Whoever opens it sees that you can see it.
shelf-until = Shown up to and including
shelf-until-hint = After that it disappears from the shelf. Empty: it stays.
shelf-by = { $name } · { $when }
shelf-by-changed = { $name } · new version { $when }
shelf-shown-until = shown up to and including { $date }
shelf-tells = { $name } can see that you have opened this.
shelf-keep = Keep on this device
shelf-keep-hint = Then you can look at it without internet as well. When you sign out it goes from this device.
shelf-opened = Opened by { $done } of { $count }
shelf-opened-who = Who has opened this?
shelf-earlier = Earlier versions
shelf-restore = Put this one in front again
shelf-restored = The earlier version is in front again
shelf-new-version = New version
shelf-choose-version = Choose the new file
shelf-keep-earlier = Keep the earlier versions
shelf-keep-earlier-hint = Then you can go back. Without a tick they are gone for everybody.
shelf-version-sent = The new version is on its way
shelf-title = Name
shelf-note = Text with it
shelf-deleted = The file was taken away
shelf-each = A file for each family
shelf-each-why = Send each family its own file in one go, for example the report. Only the parents of that child and you can read it.
shelf-each-group = Which group?
shelf-each-hint = Put the child's name or number in the file's name. Then we find the family that belongs to it.
shelf-each-table = Is this right?
shelf-each-family = For the parents of
shelf-each-for = Family for { $name }
shelf-each-nobody = Choose a child
shelf-each-title = Name for all files
shelf-each-title-hint = For example: Report February. Empty: the name of the file.
shelf-each-text = Text with it
shelf-each-left = { $count ->
    [one] Of 1 file we do not know whom it is for. Choose a child, or it is not sent.
   *[other] Of { $count } files we do not know whom they are for. Choose a child, or they are not sent.
  }
shelf-each-double = More than one file for: { $names }. Is that right?
shelf-each-without = { $count ->
    [one] 1 child gets nothing
   *[other] { $count } children get nothing
  }
shelf-each-send = Send { $files ->
    [one] 1 file
   *[other] { $files } files
  } to { $families ->
    [one] 1 family
   *[other] { $families } families
  }
shelf-each-progress = { $done } of { $total } have arrived
shelf-each-going = You can go on working. It continues by itself, later too.
shelf-each-done = Each family has its own file. You find them on the bookshelf.
shelf-ask = Ask for a file
shelf-ask-why = Ask parents to hand something in, such as a copy of the swimming diploma. You see who has done it.
shelf-ask-title = What do you ask for?
shelf-ask-title-hint = For example: copy of the swimming diploma
shelf-ask-text = Explanation
shelf-ask-until = On or before
shelf-ask-readers = What parents hand in:
shelf-ask-verb = Ask the parents
shelf-ask-sent = The parents have your question
shelf-ask-stop = Stop asking
shelf-asked = Asked for
shelf-before = by { $date }
shelf-hand-in = Hand something in
shelf-hand-in-for = Hand in for { $name }
shelf-handed = Handed in
shelf-handed-ring = { $part } of { $whole } handed in
shelf-handed-see = Who has handed in?
shelf-handed-done = Handed in
shelf-handed-seen-by = The school has this. The other parent can't read it.
shelf-handed-sent = It is on its way to school
shelf-for-child = Whom is it for?
shelf-hand-title = What is it?
shelf-hand-title-hint = For example: letter from the doctor
shelf-hand-text = Text with it
shelf-hand-verb = Hand in
shelf-file-out = Take { $name } out
shelf-notice-new = New on the bookshelf
shelf-notice-changed = New version on the bookshelf
shelf-notice-request = The school asks you to hand something in
shelf-notice-overdue = Would you still hand this in?
shelf-notice-handin = A file was handed in
error-shelf-no-title = Give it a name. Nothing was sent yet.
error-shelf-no-files = Choose a file first. Nothing was sent yet.
preview-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
  }
shelf-save-all = Save everything
shelf-about-child = for { $name }
shelf-sent = Sent
shelf-sent-show = Show { $count ->
    [one] 1 file
   *[other] { $count } files
  } that you sent
shelf-take-back = Take back
shelf-taken-back = It was taken back. The school no longer has it.
preview-page = Page { $at }
preview-nearer = Larger
preview-further = Smaller
preview-other = Open in another window
error-preview-failed = This file can't be shown here. You can still save it and open it on your device.
error-preview-offline = Looking at it does not work now. Open it in another window, or save it.

## Consents
consents = Consents
consents-of = Consent for { $child }
consents-none = No child of yours
consents-none-text = Here you say as a parent where photos of your child may be seen.
consents-text = Where may photos of { $child } be seen? A yes counts once all parents with custody say yes. No answer is a no. You can change your mind at any time.
consents-year = This is for school year { $year }. After that we ask again.
consent-kept = Your answer is kept
consent-album = Photo albums of the group
consent-album-hint = Only families and teachers of the group see the photos, in this app.
consent-website = The school's website
consent-website-hint = Anybody on the internet can then see { $child }.
consent-paper = The school's paper and leaflets
consent-paper-hint = On paper, for families and visitors of the school.
consent-social = The school's social media
consent-social-hint = Instagram or Facebook, for example. A photo is hard to take back from there.
consent-press = Newspapers and television
consent-press-hint = When a journalist comes to school.
consent-album-short = Albums
consent-website-short = Website
consent-paper-short = Paper
consent-social-short = Social media
consent-press-short = Press
consent-now-open = Not answered yet: counts as no
consent-now-yes = In force: yes
consent-now-waits = In force: no. Not everybody said yes yet
consent-now-no = In force: no
consent-away = { $child } in no album any more?
consent-away-do = Say no and take photos away
consent-away-count = { $count ->
    [one] { $child } is on 1 photo that can be seen now.
   *[other] { $child } is on { $count } photos that can be seen now.
  }
consent-away-others = Other families no longer see these photos, at once.
consent-away-you = You, the other parent and the teachers still see them.
consent-away-staff = Within 5 days the teacher makes { $child } unrecognizable or throws the photo away.
consent-away-back = If you say yes again later, these photos do not come back by themselves. What somebody saved we can't erase; we do ask them to.
consent-due = Where may photos of { $child } be seen?
consent-due-about = Five questions, yes or no
consent-list = Consents in { $group }
consent-list-text = Yes if all parents with custody say yes. This is how things stand for school year { $year }.
consent-open = { $count ->
    [one] 1 parent has not answered
   *[other] { $count } parents have not answered
  }
consent-paper-enter = Enter from paper
consent-paper-text = Enter what a parent without an account answered on paper. Keep the paper.
consent-paper-none = Everybody has an account
consent-paper-none-text = These parents answer themselves, in the app.
notice-consent = Consent changed
notice-erase = Would you throw away a photo that you saved?
taken-photos = Photos taken away
taken-waits = Only you and the teachers see this photo. The teacher looks at it.
taken-hidden = { $child } was made unrecognizable. The photo is shown again.
taken-kept = The teacher did not see { $child } on this photo. It is shown again.
taken-gone = The photo was thrown away.
taken-families = { $count ->
    [one] 1 other family had saved this photo. We asked them to throw it away.
   *[other] { $count } other families had saved this photo. We asked them to throw it away.
  }
tasks-due = { $count ->
    [one] 1 photo waits for you
   *[other] { $count } photos wait for you
  }
tasks-due-about = Taken away by a family
tasks-none = Nothing waits
tasks-none-text = When a family takes a photo away, it comes here. You see what becomes of it.
tasks-text = These photos were taken away by a family. Only that family and the teachers still see them.
task-marked = { $child } may not be seen on this photo.
task-unmarked = The family of { $child } says: { $child } is on this.
task-until = Look at it before { $day }
task-late = Should have been done before { $day }
task-families = { $count ->
    [one] 1 family had saved it
   *[other] { $count } families had saved it
  }
task-hide = Make unrecognizable
task-shred = Throw photo away
task-shred-sure = Really throw away
task-shred-text = The photo is gone for everybody and does not come back.
task-kept = { $child } is not on it
task-kept-sure = Show it again
task-kept-text = Everybody in the album sees the photo again. Do this only if you really don't see { $child }.
task-soon = Being done
task-film = A film can't be edited here. Throw it away, or cut it yourself and put it in the album again.
hide-title = Make { $child } unrecognizable
hide-text = Drag a frame around { $child }. Blur what is in it, or keep only the frame.
hide-picture = The photo. Arrows move the frame, with Shift they make it larger or smaller.
hide-blur = Blur
hide-crop = Keep only this
hide-undo = Undo
hide-done = Publish the new photo
hide-done-text = The old photo is erased. Everybody in the album sees the new one.
hide-sending = The new photo is being sent
hide-loading = The photo is coming
erase-due = Would you throw away a photo that you saved?
erase-title = Throwing photos away
erase-text = A family does not want their child to be seen on these photos. You had saved them. Would you throw them away from your own photos? Thank you.
erase-line = One photo from "{ $album }"
erase-none = Nothing was asked
erase-none-text = When a family asks you to throw away a photo that you saved, it stands here.
consent-yes = Yes
consent-no = No
task-picture = The photo taken away

## Linked schools
tab-schools = Schools
schools-why = A child may go to two schools. Once you have linked, parents of one school use the other's letter with their own account. Both offices link. Nothing is shared: whoever has no letter sees nothing.
schools-add = Link a school
schools-host = Address of the other school
schools-host-hint = As it stands on their letters, for example kring.hetkompas.nl
schools-look = Look it up
schools-compare = Is this { $school }?
schools-compare-text = Ring the office of { $school } on a number that you knew before. They open this screen as well, with your address. Read both numbers out to each other. They see the same two. (Address: { $host })
schools-ours = Number of { $school }
schools-theirs = Number of { $school }
schools-same = All digits are the same, with them and with us
schools-link = Link
schools-differ = Not the same: stop
schools-linked = { $school } is linked
schools-list = Linked schools
schools-empty = No school linked yet
schools-empty-text = The schools where children of yours go as well will stand here, and whether they can be reached.
schools-unlink = Unlink
schools-unlinking = { $school } will be unlinked
schools-unlinked = Unlinked. Nothing goes to and fro any more.
schools-state-new = Being asked
schools-state-waiting = Waiting: they have not linked you yet
schools-state-linked = Reachable, { $when }
schools-state-silent = Not reachable now. Last: { $when }
schools-state-refused = Refuses: their server is not the same any more. Ring their office.
schools-state-version = Speaks another version of Kring. Bring both up to date.
schools-waiting = { $count ->
    [one] 1 message waits
   *[other] { $count } messages wait
  }
schools-restored = put back from a backup: { $when }
server-sign = First: sign for this server
server-sign-text = Other schools believe this server only once the root sheet has signed for it. Take the sheet from the safe and type its code. It is used here once and not kept.
server-renew = A new key for the server
server-renew-text = Needed only if somebody got at the server who should not have. Linked schools notice by themselves. Take the root sheet from the safe and type its code.
server-sheet = Code of the root sheet
server-sheet-hint = Eight groups of five
server-sign-verb = Sign
server-signed = The server is signed for
error-wrong-sheet = This is not the root sheet of this school. See whether you have the right sheet.
error-not-a-school = No Kring that can be linked answers at this address. Nothing has changed. Check the address, or ring that school.
error-peer-unreachable = The other school does not answer now. What you wrote is kept. Try again later.
error-unknown-version = The other school has another version of Kring. Nothing has changed. Bring both up to date.
error-unsigned-server = First somebody with the root sheet has to sign for this server.
join-away-text = This letter is of { $school }. You use it with the account that you have here. Under More you choose which school you see.
school-shown = Which school do you see?
school-own = My own school

## Two schools

two-left = You no longer have a place at { $school }. Everything of that school is gone from this device.
two-silent = { $school }: updated { $when }.
two-never = { $school }: not fetched yet.
two-silent-waiting = { $count ->
    [one] One message of yours waits and is sent by itself.
   *[other] { $count } messages of yours wait and are sent by themselves.
}
two-clash = At the same time at two schools: { $day }
two-clash-side = { $time } { $title } ({ $school })
two-clash-with = At the same time as { $title } at { $school } ({ $time })
two-at = { $name } at { $school }
two-same = { $names } are the same child
two-same-text = Is that right? Then choose the days of { $name } at each school. Only you see that. When you report { $name } absent, each school hears of its own days only.
two-same-verb = Yes, that is right
two-days-on = Days at { $school }
two-days-at = { $school }: { $days }
two-days-change = Change days
two-hears = Who hears what
error-no-school-days = Choose at least one day for each school.
error-two-unsure = First say on which days your child is at which school.
error-no-day-at-school = On this day your child is at neither school. Choose another day, or change the days.
two-waits = Waits until { $school } answers again, and is then sent by itself
two-new = { $count } new
two-goes = Goes to another school too
two-tell = Tell that { $child } goes to another school too
two-tell-hint = Only for { $who }, and without saying which school. You can always turn it off again.
field-otherschool = That { $child } goes to another school too


## Board
role-board = Board
calendar-of-board = Board
board-audience-about = Whom the board has at this school. They see what the board writes, and nothing else.
board-notice = Board: { $title }
board-card = Board
board-why = Whoever of the board gets a letter here can send news and calendar to all parents and the team. They see nothing else of the school.
board-letters = Print the letters
board-invite = Invite the board
board-name = Name
board-server = Where does this person have an account?
board-invite-verb = Make the letter
board-invited = The letter is ready under Letters
board-letter-why = With this letter you can write to all parents and the team of this school for the board. You use the account that you have at the board.
error-no-board-server = Choose the server at which this person has an account.
board = Board
board-intro = You write for the board to all parents and the team of: { $schools }
board-new = News of the board
board-event-new = New date
board-events = In the calendar
board-said = News
board-nothing = Nothing written yet
board-nothing-text = What you write to the schools will stand here, and which school has it.
board-take-back = Take back
board-leaves = Still being taken back at { $schools }
board-waits = Waits for { $schools }
board-all-schools = All schools
board-helpdesk = Helpdesk: how the servers are
board-helpdesk-why = Here you see numbers of the servers of linked schools that allow it. Not what was written, and no names.
board-look-again = Look again
board-no-servers = No school linked yet
board-server-well = All right
board-server-look = Look at this
board-server-hidden = Not to be seen
board-server-silent = Not reachable
board-hidden-text = This school does not show how its server is. Its office can allow it under People, Schools.
board-silent-text = The server does not answer now.
board-never = Never
board-none = None
board-waiting-text = { $push } notifications, { $mail } e-mails, { $parcels } for other schools
board-failing-text = { $devices } devices refused, { $tried } notifications again
board-fact-version = Version
board-fact-since = Runs since
board-fact-backup = Last backup
board-fact-free = Free on the disk
board-fact-used = In use
board-fact-accounts = Accounts
board-fact-letters = Letters still open
board-fact-waiting = Waits
board-fact-failing = Fails
board-fact-faults = Errors
board-concern-room = The disk is nearly full. Make room.
board-concern-no-backup = No backup was ever made.
board-concern-old-backup = The last backup is { $days } days old.
board-concern-update = There is a newer version: { $version }.
board-concern-queue = { $count } messages wait. See whether the server can reach the outside.
board-concern-faults = Something went wrong today. See Errors.
board-watch = Who may see how our server is?
board-watch-why = Numbers only: version, backup, disk, queues and error codes. No names, and nothing of what was written. For the board, for example, which helps with the server.
board-watch-school = { $school } may see how our server is
board-watch-on = { $school } now sees how the server is
board-watch-off = { $school } no longer sees it

## Two schools: notifications

tell-neutral = There is something new from { $school }
tell-of = Notifications from { $school }
tell-same = As at my own school
tell-same-hint = Turn this off to choose something else for this school.
tell-feed-also = { $school } as well
tell-feed-also-hint = It then says what is at the same time.

## Contacts of other schools

contact-schools = Other schools
contact-about = of another school
contact-why = Do you know somebody of another school? Then you can show each other details. They see nothing else of this school.
contact-empty = Nobody of another school yet
contact-empty-text = Give somebody a code. After that you choose what you share with them.
contact-new = New contact
contact-new-text = You make a code and hand it on yourself. The school sees that you have a contact, but not who it is.
contact-name = Who is it?
contact-name-hint = A name for yourself. Nobody else sees it.
contact-make = Make a code
contact-coming = The code is made as soon as you are connected.
contact-parent = Parent of { $school }
contact-named = { $name } ({ $school })
contact-no-name = { $name } does not know yet who you are: share your name as well.
contact-not-yet = code not used yet
contact-hand-on = Let { $name } scan this code in Kring of their own school, or send it on. It works once.
contact-send = Send it on
contact-copy = Copy
contact-copied = Copied
contact-message = I would like to share details with you through Kring. Open Kring of your school, choose More and then Use a letter, and fill in this code: { $code } ({ $address })
contact-shows-nothing = Shows you nothing yet.
contact-sees = { $count ->
    [one] { $name } sees one detail of yours.
   *[other] { $name } sees { $count } details of yours.
}
contact-sees-nothing = { $name } sees nothing of yours yet.
contact-end = End
contact-end-why = { $name } will see nothing of yours any more, and you nothing of { $name }.
contact-leave = Stop sharing
contact-leave-why = You will see nothing of { $name } any more, and { $name } nothing of yours.
contact-keep = Rather not
contact-left = left this school
contact-left-name = A parent who left this school
contact-home = Now at { $school }
contact-home-show = Show which school I belong to
contact-home-hide = No longer show my school
field-home = School
contact-elsewhere = At your other schools
contact-elsewhere-hint = What you change here is changed there as well. You choose for each school who sees it.
contact-nobody-there = Nobody there sees this.
contact-other-value = It says there now: { $value }
contact-take-back = Take back at { $school }
contact-join-title = Sharing with somebody of { $school }
contact-join-text = With this code you and somebody of { $school } can show each other details. You see nothing else of that school. You decide what you show.
contact-join-elsewhere = This code comes from a parent of { $school }. Use it with the account of your own school: open Kring of your own school, choose More and then Use a letter.
contact-join-here = Do you have an account at { $school }?
contact-office = Contacts of parents
contact-office-why = Parents can let somebody of another school in, for what they share themselves. You see how many, not who or what.
contact-office-count = { $count ->
    [one] one contact
   *[other] { $count } contacts
}
contact-office-end = End all
contact-office-ending = The contacts of { $name } will be ended.
contact-office-ended = The contacts are ended.
error-contacts-off = This school does not let parents add a contact of another school. Nothing was changed.
error-too-many-contacts = More than twenty contacts is not possible. End one first.
role-contact = Contact

## Moving

move-page = Moving
move-leaves = To another school
tab-moving = Leaving
move-takeout = Take everything along
move-takeout-why = Keep what is yours, in one file. Any computer can open it, also without Kring.
move-takeout-in = This is in it
move-takeout-not = Not in it: what other families share with you, and what is for the team only.
move-takeout-which = Of whom?
move-takeout-all = All children
move-takeout-verb = Make the file
move-takeout-files = { $count ->
    [one] 1 file
   *[other] { $count } files
  }, { $size }
move-takeout-busy = { $done } of { $count } files
move-takeout-done = The file is with your downloads.
move-takeout-care = The file is not locked. Keep it where only you can reach it. The school sees which photos you took.
move-takeout-none = Nothing to take along
move-takeout-none-text = Here you take along what is your child's: work, talks and photos.
move-holds-threads = Your talks with the school and with others
move-holds-book = Your child's book, with the work in it
move-holds-absences = When your child was not there, and leave
move-holds-talks = Reports of talks with you
move-holds-answers = What you filled in at Sign-up
move-holds-photos = Photos from albums that you may keep
move-holds-lunch = Your lunch card
move-page-title = Taken along from
move-page-absences = Absences
move-page-leaves = Leave
move-page-talks = Talks
move-page-book = Book
move-page-photos = Photos
move-page-answers = Sign-up
move-page-threads = Messages
move-page-lunch = Lunch card
move-page-left = Left
move-page-owed = Still to pay
move-page-refund = To be paid back
move-page-none = Nothing
move-page-me = I
move-page-parent = Parent of
move-page-other = Somebody
move-empty = Nothing about moving yet
move-empty-text = What another school sends along about a child comes here.
move-stays = { $child } stays at this school.
move-say = { $child } goes to another school
move-say-title = { $child } goes to another school
move-say-why = Tell the office when, and what may go along. Then the office gives a file to you. You hand it on.
move-last = Last day here
move-where = Next school
move-elsewhere = Another school
move-school-name = Name of the next school
move-parts = What may go along?
move-parts-always = Always along: name, date of birth, group and first day. Never along: consents for photos. The next school asks for those anew.
move-part-contact = How you can be reached
move-part-contact-hint = Only your own details, as the office has them
move-part-absences = How often your child was away
move-part-absences-hint = Only numbers, without what you wrote
move-part-talks = Reports of talks
move-part-talks-hint = With two homes only the reports for both
move-part-book = Your child's book
move-part-book-hint = With all the work in it
move-part-allergies = Allergies and medicines
move-part-allergies-hint = As you told the lunch team
move-short-contact = contact details
move-short-absences = number of absences
move-short-talks = reports
move-short-book = book
move-short-allergies = allergies
move-part-none = nothing more
move-along = Goes along
move-others = The other parent
move-others-about = Who has custody of { $child } must agree
move-say-verb = Tell the school
move-say-again = Keep the change
move-said = The school knows that { $child } leaves.
move-you-said = You have told that { $child } leaves.
move-asked = The other parent says that { $child } leaves. Do you agree?
move-agree = Agree
move-refuse = Don't agree
move-agreed = You agree.
move-refused = You don't agree. The school knows.
move-agrees = Agrees
move-refuses = Does not agree
move-waits = No answer yet
move-change = Change
move-withdraw = Take back
move-released = { $school } has { $child }'s file ready for you.
move-hand-why = Hand it on to { $school }. Only the office and your child's team there can read it. Do so before the last day here: after that it is gone from this app.
move-hand-sure = { $school } may read this
move-hand = Hand on to { $school }
move-hand-letter = First use the letter of { $school } with this account. Then you hand it on here. Is that school not linked? Then take everything along in a file.
move-handed = Handed on to { $school }.
move-handed-tag = Handed on
move-friends = Stay in touch
move-friends-why = What you showed the class ends when you are gone. With parents to whom you showed something by name, or who did so to you, you can go on. Do it before the last day.
move-friends-kept = Whom you chose by name sees your details later on as well.
move-friends-tag = Contact stays
move-office = Children who leave
move-office-empty = Nobody leaves
move-office-empty-text = When a parent says that a child goes to another school, it stands here.
move-waiting = Who has custody of { $child } must agree first.
move-on-paper = { $name } agrees, on paper
move-second-why = { $child } is protected: a second person of the office must consent.
move-second-given = You consented. Now a colleague of the office can give the file of { $child }.
move-second = I consent
move-let-go = File given
move-release = Give the file
move-release-title = { $child }'s file
move-release-who = Who has custody of { $child } gets the file. Nobody else.
move-release-what = It holds what was ticked, and what the school always gives along. Address and phone go only to whom they belong.
move-release-proof = The next school can see that it is yours, if you are linked.
move-release-kept = What was given, and when, stays here.
move-release-done = { $child }'s file is given.
move-end = End the places
move-end-title = { $child } has left
move-end-family = The parents read nothing of this school any more, also not what was there.
move-end-old = What they wanted to keep they took with Take everything along. Ask them.
move-end-handed = Has the parent handed the file on? After this it can't be done.
move-end-kept = What the office keeps stays with the office.
move-end-self = After { $day } the places end by themselves, as soon as somebody of the office opens Kring.
move-gone = Left
move-came = From another school
move-brought = Brought along
move-state-confirmed = Confirmed by { $school }
move-state-unknown = { $school } is not linked: can't be checked
move-state-other = From { $school }, meant for another school
move-state-own = Brought by the parent from { $school }
move-false = This file is not right: its signature is false or broken. Nothing was taken over. Call the parent and the last school.
move-take = Take over for { $child }
move-take-why = The work, the reports and the numbers come with { $child }. The parents see it too. How to reach the parent and the allergies stay here.
move-taken = Taken over for { $child }.
move-is-in = Taken over for { $child }.
move-book = Brought along from { $school }
move-open-book = Open the book
move-fact-born = Born
move-fact-first-day = First school day
move-fact-groups = Group
move-fact-contact = To be reached
move-fact-absences = Not at school
move-fact-allergies = Allergies
move-fact-talks = Reports
move-fact-book = Pieces of work
move-in-file = I have a file of another school
move-in-file-text = Did you use Take everything along at a last school? Then you put the book and the reports with your child here.
move-in-file-label = The file (.zip)
move-in-which = Which child of the file?
move-in-for = Whose is it here?
move-due-asked = Do you agree that { $child } leaves?
move-due-released = Hand on { $child }'s file
move-due-release = { $child } leaves: give the file
move-due-end = { $child } has left: end the places
move-due-came = { $child }'s file: take it over
move-notice-departure = Goes to another school
move-notice-agreement = An answer about leaving
move-notice-release = The file is ready
move-notice-dossier = File of another school
move-notice-brought = Brought along from another school
move-home = My account moves
move-home-why = Your account is at this school. If your children leave, it can move to a school where you read as well. You stay the same, with the same talks. What you still read here you read from there.
move-home-none = You read at no other school
move-home-none-text = First use the letter of your next school. Then your account can move here.
move-home-to = To { $school }
move-home-step-open = Open { $host } on this or another device
move-home-step-choose = Choose: I have an account at another school
move-home-step-number = Scan or type the number that you see, here
move-home-number = Number of the next school
move-home-sure = Do you see this number on { $host } yourself, now?
move-home-give = Yes, move to { $school }
move-home-given = Now make your login name and password for { $school } there. Then come back here.
move-home-there = Your account is at { $school } now.
move-home-end-text = Finish it here. Your password, your devices and your notifications of this school end. From now on you sign in at { $school }.
move-home-end-sure = I could sign in at { $school }
move-home-tell = Those I know by name may see that I belong to { $school } now
move-home-tell-hint = Only those who stay in touch with you. You can take it back later.
move-home-end = Finish and sign out here
move-arrive = My account comes here
move-arrive-link = I have an account at another school
move-arrive-why = Did you have an account at another school, and used the letter of { $school } there? Then your account can move here.
move-arrive-step-letter = First use the letter of this school in the app of your old school
move-arrive-step-open = There open More, and then: My account moves
move-arrive-step-number = Scan or type this number there
move-arrive-waiting = Waiting for your old school
move-arrive-login = Done. Choose a login name and password for { $school }.
move-arrive-verb = Move here
move-arrived = Welcome to { $school }
error-move-no-school = Fill in to which school your child goes.
error-not-agreed = Not everybody with custody agrees yet. Nothing was given.
error-not-a-takeout = This is no file of Take everything along, or it is broken. Nothing was taken over.
error-not-linked = That school is not linked (any more). Nothing changed.
error-stale-signature = The clock of this device is too far off. Nothing changed. Set it right and try again.

## Asked for and done
carried-later = Not sent yet: there is no good connection. It is kept on this device and goes by itself.
carried-deleting = Being deleted
carried-too-late = It has happened already. It can’t be undone any more.
detail-coming = Being passed on
feed-revoke-waits = Not revoked yet: there is no good connection. The address still works for now.
register-waits = Not saved yet: there is no good connection. The parents know nothing. Phone them.
register-unheard = The parents of { $names } know nothing yet: this was not sent. Phone them now.
arrived-waits = The parents do not know yet that { $name } is here: this was not sent. Phone them.
lunch-alarm-waits = There is no good connection. Nobody was warned. Phone the parents.
lunch-unheard = Nobody has been warned about { $names } yet: this was not sent. Phone the parents now. Their number stands with the child.
message-take-waits = Not taken back yet: there is no good connection. It can still be read.
block-waits = Blocked on this device. On your other devices once there is a connection.
thread-leave-waits = You have not left yet: there is no good connection.
absence-withdraw-waits = Not withdrawn yet: there is no good connection. School still sees the report.
shelf-take-back-waits = Not taken back yet: there is no good connection. The school still has it.
consent-now-coming-yes = Your answer is on its way. Still in force: yes
consent-now-coming-no = Your answer is on its way. Still in force: no
failures = { $count ->
    [one] This did not work:
   *[other] { $count } things did not work.
  }
failures-look = See what you can do
failures-title = What did not work
failures-text = The school did not get this. It is only on this device.
failures-let-go = Never mind
failures-done = Done after all: { $what }
failed-other = Something you did
failed-absences-arrive = Saying that a child is here
failed-absences-change = Changing a report
failed-absences-close = Closing the register. Parents of a child that is missing know nothing.
failed-absences-collector = Saying who may always pick up
failed-absences-collector-gone = Somebody may not pick up any more
failed-absences-decide = Answering a request for leave
failed-absences-enclose = A file with a report
failed-absences-leave = Asking for leave
failed-absences-note = Saying that you have seen a report
failed-absences-pickup = Saying who picks up
failed-absences-report = Reporting a child absent
failed-absences-withdraw = Withdrawing a report
failed-albums-away = Taking a photo away
failed-albums-back = Putting photos back
failed-albums-change = Changing an album
failed-albums-delete = Deleting an album
failed-albums-describe = Writing something with a photo
failed-albums-draft = Making an album
failed-albums-give-back = Giving a photo back
failed-albums-hide = Making a child unrecognizable
failed-albums-mark = Saying who is on a photo
failed-albums-photo = Putting a photo into an album
failed-albums-publish = Showing an album
failed-albums-remove = Deleting photos
failed-albums-shred = Erasing an old album
failed-board-takeback = Taking back a message of the board
failed-board-change = Changing a message of the board
failed-bookshelf-ask = Asking for a file
failed-bookshelf-change = Changing a book or file
failed-bookshelf-delete = Deleting a book or file
failed-bookshelf-handin = Handing in a file
failed-bookshelf-put = Putting something on the bookshelf
failed-bookshelf-remind = Reminding of a file
failed-bookshelf-replace = Replacing a file
failed-bookshelf-restore = Putting an old version back
failed-bookshelf-takeback = Taking back a file you handed in
failed-bookshelf-unask = Withdrawing a request for a file
failed-calendar-add = Putting something in the calendar
failed-calendar-answer = Saying whether you come
failed-calendar-change = Changing something in the calendar
failed-calendar-draft = Keeping a plan for the calendar
failed-calendar-drafts = Keeping plans for the calendar
failed-calendar-feed = Making a calendar address
failed-calendar-publish = Showing the plan for the year
failed-calendar-remind = Setting a reminder
failed-calendar-remove = Taking something out of the calendar
failed-calendar-undraft = Taking a plan out of the calendar
failed-calendar-unfeed = Revoking a calendar address
failed-calendar-unfeedaway = Revoking a calendar address at another school
failed-contacts-accept = Accepting a request
failed-contacts-block = Blocking somebody
failed-contacts-mute = Muting a conversation
failed-contacts-set = Your choices for messages
failed-contacts-unblock = No longer blocking somebody
failed-groups-classparent = Choosing or releasing a class parent
failed-groups-consent = Giving or withdrawing consent
failed-groups-contact = Inviting somebody of another school
failed-groups-contact-end = Ending a contact of another school
failed-groups-contact-leave = Leaving another school
failed-groups-household = Saying who lives with you
failed-groups-join-household = Saying that you live together
failed-groups-leave-household = Saying that you do not live together
failed-groups-settings = Keeping a setting
failed-groups-share = Sharing or taking back a detail
failed-lunch-accept = Agreeing to the lunch care
failed-lunch-check-off = Checking the lunch. Parents of a child that is missing know nothing.
failed-lunch-close = Closing the lunch day
failed-lunch-day = Signing a day of lunch on or off
failed-lunch-diet = Saying what a child does not eat
failed-lunch-duty = Planning a helper
failed-lunch-duty-gone = Taking a helper off the plan
failed-lunch-duty-tick = Ticking a child off
failed-lunch-help = Offering to help
failed-lunch-help-gone = Stopping as a helper
failed-lunch-open = Beginning the lunch care
failed-lunch-plan = Choosing steady days of lunch
failed-lunch-rules = Changing the rules of the lunch care
failed-lunch-sell = Selling a card
failed-lunch-tick = Ticking a child off
failed-messages-complain = Reporting a message
failed-messages-edit = Changing a message
failed-messages-handle = Handling a report
failed-messages-hours = Keeping your hours
failed-messages-invite = Adding somebody to a conversation
failed-messages-open = Beginning a conversation
failed-messages-part = Leaving a conversation
failed-messages-restore = Letting somebody into a conversation again
failed-messages-send = Sending a message
failed-messages-take = Taking back a message
failed-moving-answer = Answering about a departure
failed-moving-say = Saying that a child leaves the school
failed-moving-withdraw = Withdrawing a departure
failed-news-change = Changing news
failed-news-delete = Deleting news
failed-news-post = Posting news
failed-news-read = Saying that you read news
failed-news-remind = Reminding of news
failed-people-contacts-end = Ending contacts of other schools
failed-people-end = Ending a place
failed-people-leave = Letting a child leave the school
failed-people-protect = Protecting a child
failed-people-unlink = Unlinking a school
failed-signups-answer = Filling in a sign-up
failed-signups-assign = Dividing the cars
failed-signups-change = Changing a sign-up
failed-signups-make = Making a sign-up
failed-signups-remove = Deleting a sign-up
failed-signups-tell = A message with a sign-up
failed-signups-withdraw = Withdrawing an answer
failed-survey-ask = Filling in a survey
failed-survey-vote = Your answer to a survey
failed-talks-amend = Changing talks
failed-talks-appoint = Preparing a talk
failed-talks-change = A note with a talk
failed-talks-close = Taking a round of talks away
failed-talks-late = Saying that talks run late
failed-talks-prompt = Reminding families of a talk
failed-talks-report = Sharing a report
failed-talks-round = Making a round of talks
failed-talks-wish = Saying when you can
