save = Save

view-all = All open
view-mine = Mine
view-free = Unassigned
view-waiting = Waiting
view-solved = Solved
view-all-empty = No open tickets: everything is solved.
view-mine-empty = Nothing is assigned to you. Take one from “Unassigned”.
view-free-empty = Every ticket has an assignee.
view-waiting-empty = Nothing is put off, and we wait for nobody's answer.
view-solved-empty = No solved tickets yet.

list-views = Views
list-label = List of tickets
list-today = Today
list-yesterday = Yesterday
list-earlier = Earlier
list-found = Found: { $text }
list-reset = Reset
list-nothing-found = Nothing found. Tickets are searched by number, subject and tags, clients by name and phone.

desk-untouched = No tickets yet
desk-untouched-about = A ticket appears by itself as soon as the PBX tells of the first call. You can also make one by hand.
desk-connect = Channels
desk-choose = Choose a ticket
desk-choose-about = The list is on the left. Keys J and K walk it, Enter opens.

ticket-status = Status
ticket-assignee = Assignee
ticket-priority = Priority
ticket-tags = Tags
ticket-tag = Tag
ticket-tags-help = Parted by commas.
ticket-subject = Subject
ticket-client = Client
ticket-channel = Channel
ticket-nobody = nobody
ticket-no-client = Client unknown
ticket-no-channel = no channel
ticket-channel-help = Those who work in this channel will see the ticket. Without one, everybody does.
ticket-other-client = Another client
ticket-props = Properties of the ticket
ticket-back = To the list of tickets
ticket-rename = Change the subject
ticket-solve = Solved
ticket-reopen = Reopen
ticket-set = Apply
ticket-again = Send again
ticket-timeline = Timeline of the ticket
ticket-comment = Internal comment
ticket-comment-placeholder = What was agreed?
ticket-text-help = A first comment. May be left empty.
ticket-write = Write down
ticket-new = New ticket
ticket-make = Make the ticket
ticket-conflict = This was changed while you were editing. { $who }: “{ $what }”. What you chose is still in the field: send it again if it matters more.
ticket-conflict-unknown = The ticket was changed while you were editing. What you chose is still in the field: send it again if it matters more.

timeline-started-in = Incoming call began
timeline-started-out = Outgoing call began
timeline-ringing = ringing
timeline-talking = talking
timeline-changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
