# Wrapping up a call: the strip after it ends, the list of outcomes, what is written back to the provider.
wrap-label = Outcome of the call
wrap-over = the call is over
wrap-more = { $count } more
wrap-outcome = Outcome
wrap-choose = Choose an outcome
wrap-tags = Tags
wrap-tags-there = In the ticket already: { $tags }
wrap-note = Note
wrap-save = Save
wrap-skip = Skip
wrap-skip-all = Skip all
wrap-saved = The outcome is saved.
wrap-given-by = Given by
wrap-asked = No outcome given yet
wrap-skipped = No outcome given
wrap-give = Give the outcome
wrap-change = Change the outcome
denied-not-your-outcome = The outcome is given by whoever talked, or by a supervisor.
clash-call-goes-on = The call still goes on: its outcome is given when it is over.
missing-outcome-code = There is no such outcome in the list.
missing-write-back = The outcome of this call was not written into the telephony.

written-title = Written into the telephony
written-waiting = Being written
written-done = Written
written-part = Written in part
written-failed = Not written
written-retries = Not written, will be tried again
written-unclear = The tags are written, but the telephony did not answer about the note: look in the account whether it is there.
written-again = Write once more

outcomes-title = Call outcomes
outcomes-about = What can come of a call: the agent chooses from this list when a call is over.
outcomes-none = The list is empty
outcomes-none-about = While there are no outcomes, agents are asked nothing after a call. Add the first one.
outcomes-new = New outcome
outcomes-name = Name
outcomes-name-help = Up to 60 characters. If the channel writes outcomes into the telephony, this is the tag’s name.
outcomes-place = Place in the list
outcomes-place-help = The smaller the number, the higher.
outcomes-active = Can be chosen
outcomes-off = not offered
outcomes-make = Add

calls-outcome = Outcome
calls-any-outcome = any
calling-writes-back = Write call outcomes into the telephony
calling-writes-back-help = The outcome and the tags become tags of the call in { $provider }, the note becomes a comment. It takes an App Secret and the component “Data API for set-up”.
calling-not-written = { $count ->
    [one] The outcome of { $count } call is not written into the telephony.
   *[other] The outcomes of { $count } calls are not written into the telephony.
  }
calling-not-written-one = The latest of them
audit-kind-outcome-code = Call outcome
calls-rang-me = Rang at me
