# One ticket: what it says about reminders, comments, drafts, macros, merging and who else looks at it.
missing-comment = There is no such comment, or it was deleted.
missing-macro = There is no such macro, or it is somebody else's.
denied-not-yours = Somebody else has written this: only one's own can be edited and deleted.
clash-merged = This ticket was merged into another: write and change there.
clash-not-merged = This ticket is not merged into another: it may have been parted already.
clash-merged-on = The ticket that this one was merged into has itself been merged into another. Part those first.
clash-moved-on = One of the calls was moved to another ticket after the merging, so that not everything can be put back.
clash-other-channel = Tickets of different channels cannot be merged: people of one channel would see calls of the other.
field-past = This time is over.
field-unknown-field = There is no field “{ $name }”. Did you mean “{ $nearest }”?

entry-change-reminder = Reminder: { $from } → { $to }
entry-change-reminder-due = The moment of the reminder has come: { $at }
entry-change-merged-into = The ticket was merged into № { $number }
entry-change-merged-from = Ticket № { $number } was merged into this one
entry-change-unmerged-into = The ticket was parted from № { $number } again
entry-change-unmerged-from = Ticket № { $number } was parted again

ticket-group = Group
ticket-no-group = no group
ticket-tag-off = Take off the label “{ $tag }”
ticket-tag-on = Add
ticket-looks = { $name } is looking
ticket-types = { $name } is typing…

reminder = Reminder
reminder-set = Remind
reminder-hour = In an hour
reminder-evening = This evening
reminder-tomorrow = Tomorrow morning
reminder-monday = On Monday
reminder-week = In a week
reminder-at = Another time
reminder-help = Goes to the assignee, to you when there is none. A ticket on hold opens again.
reminder-never = Do not remind
reminder-unread = Give a day and a time.

comment-edit = Edit the comment
comment-delete = Delete the comment
comment-edited = edited
comment-deleted = The comment was deleted
comment-restored = The comment is back
comment-conflict = This comment was changed in another window. Your text is still in the field: save once more if it matters more.

draft = Draft
draft-kept = Draft kept
draft-not-kept = The draft is in this browser only

macros = Macros
macros-lead = Ready texts for comments. Inserted in a ticket by the button with the bolt, or by “/” at the start of a line.
macros-find = Find a macro
macros-none = There are no macros yet
macros-empty = Write down what you repeat every day: a text with the client's name and the ticket's number, along with a status, labels, an assignee.
macros-settings = Manage macros
macros-own = Mine
macros-shared = Everybody's
macro-new = New macro
macro-name = Name
macro-text = Text
macro-text-help = Fields in double braces are replaced by what is in the ticket.
macro-fields = Fields
macro-shown = How it will look
macro-deeds = Along with the comment
macro-stays = leave as it is
macro-assign-me = Assign to whoever inserts it
macro-tags = Add labels
macro-share = Shared: everybody sees it
macro-me = me
macro-without = Leave as it is
macro-delete = Delete the macro “{ $name }”
macro-made = The macro “{ $name }” was made
macro-changed = The macro “{ $name }” was saved
macro-deleted = The macro was deleted
macro-restored = The macro “{ $name }” is back
macro-conflict = Somebody else has changed this macro meanwhile. Your version is still in the fields: save once more if it matters more.
sample-client = Irene Falcon
sample-company = Thread & Co
sample-agent = Anna Peters
sample-subject = The order did not arrive
sample-channel = Delivery

merge = Merge with another ticket
merge-into = Number of the ticket that takes this one in
merge-help = Calls, comments and labels go there. It can be undone.
merge-do = Merge
merge-done = Ticket № { $from } was merged into № { $into }
merge-undone = Ticket № { $number } stands alone again
merge-here = Ticket № { $number } is part of this one
merge-part = Part

keys-comment = write a comment
keys-props = status, assignee, priority
keys-tag-remind = label, reminder
keys-macro-merge = macros, merging
