# What the desk itself writes into tickets and says of its decisions.

subject-in = Incoming call: { $who }
subject-out = Outgoing call: { $who }
subject-missed = Missed call: { $who }
subject-withheld = number withheld
subject-unknown = number unknown

entry-started-in = Incoming call started, { $number }
entry-started-out = Outgoing call started, { $number }
entry-type = Type
entry-type-in = incoming call
entry-type-out = outgoing call
entry-status = Status
entry-status-success = Success
entry-status-failure = No success
entry-status-unknown = Unknown: the end of the call never came
entry-id = ID
entry-started = Started
entry-finished = Finished
entry-operator = Operator
entry-duration = Call duration
entry-recording = Recording
entry-nothing = none

entry-change-status = Status: { $from } → { $to }
entry-change-assignee = Assignee: { $from } → { $to }
entry-change-priority = Priority: { $from } → { $to }
entry-change-subject = Subject: { $from } → { $to }
entry-change-tags = Tags: { $from } → { $to }
entry-change-client = Client: { $from } → { $to }
entry-change-call-moved = Call moved: { $from } → { $to }
entry-change-created = Ticket created
entry-change-other = Changed: { $field }
entry-ticket-none = no ticket
entry-ticket-number = ticket #{ $number }

status-new = New
status-open = Open
status-pending = Pending
status-on-hold = On hold
status-solved = Solved
status-closed = Closed
status-spam = Spam
status-deleted = Deleted
status-merged = Merged
priority-low = Low
priority-normal = Normal
priority-high = High
priority-urgent = Urgent

decision-client-known = The client was found by the number.
decision-client-shared = Several clients share the number: { $count } besides the one chosen. The one last in contact was taken.
decision-client-made = The number was new: a client was made.
decision-number-withheld = The number is withheld: no client can be found.
decision-number-inside = A number inside the PBX: not a client.
decision-number-unknown = No notification told the client's number.
decision-ticket-not-wanted = The channel's policy makes no ticket for such a call.
decision-ticket-joined = The client has an open ticket: the call was added to it.
decision-ticket-reopened = The client's recently solved ticket was opened again.
decision-ticket-made = No ticket fitted: a new one was made.
decision-ticket-by-hand = A person moved the call here.
decision-agent-matched = The agent was found by operator ID { $operator }.
decision-agent-by-number = Several agents have operator ID { $operator }: the one with this virtual number was taken.
decision-agent-ambiguous = Several agents ({ $count }) have operator ID { $operator } and the virtual number does not tell them apart: the ticket is not assigned.
decision-agent-unknown = No agent with access to the channel has operator ID { $operator }.
decision-nobody-talked = Nobody talked with the client: there is nobody to assign.
decision-assignee-by-hand = A person chose the assignee: the call does not change it.
