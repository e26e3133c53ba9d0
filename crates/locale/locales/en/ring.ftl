# The card of a call that rings.
ring-title = Incoming call
ring-open-ticket = Open ticket
ring-open-client = Open client
ring-open-call = Open call
ring-not-mine = Not mine
ring-new = { $channel }. New client
ring-shared = { $count ->
    [one] { $channel }. { $count } client has this number, also { $others }
   *[other] { $channel }. { $count } clients share this number, also { $others }
}
ring-hint = Pick up in the { $provider } communicator
ring-more = { $count } more ringing
