decision-client-learned = The number belongs to several clients: { $count } more besides the one chosen. The one whom somebody named the last time was taken.
decision-client-by-hand = Somebody said whose call this is.
decision-ticket-spam = The client is marked as spam: the call was filed into a ticket with the status “Spam”.

missing-client-field = There is no such field of clients.
missing-move = There is no such merging or move.
missing-import = There is no such import.
clash-undone-already = This has been undone already.
clash-card-merged-on = It cannot be taken back: this card has since been merged with another. Part those first.
clash-card-moved-on = It cannot be taken back: the call or ticket has since been given to another client.
clash-import-runs = The file is being taken in already. Wait until it is done.
field-not-a-number = This is not a number. Example: 1234.5.
field-not-a-date = This is not a date. Example: 2026-03-28.
field-not-yes-no = “yes” or “no” is wanted.
field-not-a-link = This is not the address of a site. Example: https://company.com.
field-not-among = There is no such choice. There are: { $choices }.

client-caller = unknown number
client-is-spam = Spam: their calls are filed into one ticket with the status “Spam”
client-edit = Edit
client-who = Who is this?
client-give-name = Name them
client-give-name-help = The name will stand in all their tickets and calls.
client-known-already = Already a client
client-known-already-help = The number and all of the history go to their card; this can be undone.
client-about = About
client-primary = primary
client-responsible = Responsible
client-responsible-help = Who looks after this client. Nobody named: who works on the open ticket, or who talked last.
client-responsible-follows = from tickets and calls
client-changes = What was changed
client-change = { $field }: { $from } → { $to }
client-change-merged = merged with the card “{ $name }”
client-change-parted = parted from the card “{ $name }”
client-conflict = The card was changed while you were editing. { $what }. Your edits are below: check them and save again.
client-created = Created
client-more-phones = Other phones
copy-number = Copy { $number }

client-doubles = Perhaps the same person
client-compare = Compare
client-same-number = same number
client-same-email = same email
client-same-name = similar name
client-mergings = Merged
client-merged = with the card “{ $name }”, by { $who }
client-part = Part
client-merge-with = Merge with another card
client-merge-title = Merge cards
client-merge-about = Choose what to keep. Merging can be undone, and all is as it was.
client-merge-what = What
client-merge-stays = stays
client-merge-goes = is closed
client-merge-both = both notes
client-merge-phones = Phones that stay
client-merge-emails = Email that stays
client-merge-moves = Tickets and calls of “{ $goes }” move to “{ $stays }”.
client-merge-swap = Swap them
client-merged-done = The cards are one: { $name }

client-shared = { $count ->
    [one] { $count } client has this number
   *[other] { $count } clients share this number
}
client-known = most likely
client-maybe = maybe
client-reason-only = the only one with this number
client-reason-chosen = chosen by hand the last time
client-reason-chosen-before = chosen before
client-reason-last = talked last
client-reason-responsible = same responsible agent
client-reason-in-work = has a ticket in work
client-reason-primary = their primary number
client-chosen = Chosen by hand
client-pick-this = It was them
client-pick-other = Another client
client-pick-title = Whose call this is
client-pick-about = The call and the ticket go to this client. The next time this number calls, they are proposed first.
client-pick-back = Back
client-picked = Remembered: it is { $name }
client-picked-merged = The number and its history are now with { $name }

clients-view-vip = Important
clients-view-callers = Unknown numbers
clients-view-spam = Spam
clients-sort = Order
clients-sort-contact = by last contact
clients-sort-changed = by last change
clients-sort-created = by creation
clients-sort-name = by name
clients-any = any
clients-yes = yes
clients-no = no
clients-no-callers = No unknown numbers
clients-no-callers-about = Numbers that called and that nobody has named yet stand here.
clients-none-marked-about = The mark is set in a client's card.
clients-own-fields = Own fields
clients-import = Import
clients-export = Export

fields-about = What else to keep about clients: fields stand in the card, the list, files and the API.
fields-none = No fields of your own
fields-none-about = Say, the number of a contract, a city or a segment.
fields-new = New field
fields-make = Add the field
fields-name = Name
fields-kind = What it holds
fields-choices = Choices
fields-choices-help = For a choice out of a list: one on each line.
fields-place = Place
fields-place-help = The smaller the number, the higher the field.
fields-remove = Remove the field
fields-in-use = { $count ->
    [one] { $count } client
   *[other] { $count } clients
}
fields-remove-question = { $count ->
    [0] The field disappears from the cards. There are no values in it.
    [one] The field disappears with the value of { $count } client. It cannot be taken back.
   *[other] The field disappears with the values of { $count } clients. It cannot be taken back.
}
field-kind-text = text
field-kind-number = number
field-kind-date = date
field-kind-choice = choice out of a list
field-kind-checkbox = checkbox
field-kind-link = link

import-about = A CSV table from Excel or another program: first you see what comes of it.
import-file = File
import-file-help = CSV up to 24 MB. Encoding and delimiter are found by themselves.
import-bring = Upload
import-before = Files of before
import-state = State
import-when = When
import-rows = Rows
import-brought = waits to be checked
import-runs = runs
import-tried = checked
import-done = Imported
import-tried-about = Checked: nothing has been written yet
import-trying = Checking: { $done } of { $total }
import-taking = Importing: { $done } of { $total }
import-made = New clients
import-updated = Updated
import-skipped = Skipped: known already
import-not-taken = Not taken
import-get-wrong = Download the rows not taken
import-line = Line
import-wrong = What is wrong
import-row = What the row holds
import-several = These numbers belong to different clients: it is not clear whom to update.
import-encoding = Encoding
import-delimiter = Delimiter
import-semicolon = semicolon
import-comma = comma
import-tab = tab
import-duplicates = When the number is known
import-skip = skip the row
import-update = update the client
import-header = The first row names the columns
import-columns = Columns
import-column = Column { $number }
import-ignored = not imported
import-try = Check
import-try-again = Check again
import-take = Import the clients
import-to-clients = To the clients
