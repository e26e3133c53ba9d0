# The board of missed callers.
missed-lead = { $count ->
    [one] { $count } caller is waiting for a call back. The longest wait is { $longest } of working time.
   *[other] { $count } callers are waiting for a call back. The longest wait is { $longest } of working time.
}
missed-lead-none = Nobody is waiting for a call back.
missed-lead-closed = Who was called back, who got through by themselves and who was marked by hand.
missed-waiting = Waiting
missed-closed = Closed
missed-closed-today = Closed today
missed-closed-none = Nobody yet.
missed-closed-all = All closed
missed-tickets = Tickets with missed calls
missed-all-channels = all
missed-none = No missed callers
missed-none-about = Everybody who calls and gets no answer appears here. A row closes by itself once somebody has talked with them.
missed-caption = Who called and got no answer, one row a caller
missed-who = Caller
missed-waits = Waiting
missed-tries = Tries from { $from } to { $to }
missed-tries-word = { $count ->
    [one] try
   *[other] tries
}
missed-rang = Rang at
missed-rang-nobody = nobody
missed-last = Last talk
missed-acts = Actions
missed-late = longer than allowed
missed-since = since
missed-never = never talked before
missed-handle = Handled
missed-call-back = Call back
missed-calling = { $who } is calling back
missed-handled = Handled: { $who }
missed-back = Bring back
missed-called-back = called back: { $talk }
missed-called-again = called again and got through: { $talk }
missed-by-hand = marked as handled: { $who }
missed-reached = got through
missed-waited = waited { $long }
missed-soon = time is running out
