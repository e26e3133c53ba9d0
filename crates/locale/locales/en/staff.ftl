# The page of agents and the page of one.
staff-search = Name or e-mail
staff-any-role = any role
staff-group = Group
staff-any-group = any group
staff-any-state = any state
staff-here = here now
staff-no-factor = without a second factor
staff-none = Nobody was found
staff-seen = Last here
staff-never = never signed in
staff-standing = Work in Dozvon
staff-tickets = { $count ->
    [0] There are no open tickets
    [one] What becomes of { $count } open ticket
   *[other] What becomes of { $count } open tickets
}
staff-tickets-stay = Leave them as they are
staff-tickets-nobody = Unassign them
staff-tickets-heir = Give them to a colleague
staff-heir = To whom
staff-let-go = Deactivate
staff-take-back = Reactivate
staff-sessions = Open sessions
staff-sessions-none = There are no open sessions.
staff-factor-reset = Reset the second factor
staff-factor-reset-ask = The password alone will let them in. Make sure that it is they who ask.
