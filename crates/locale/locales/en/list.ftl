# The list of tickets: what narrows it, its order, what is done with many at once, views that people keep.
list-waits = waits for a call
list-unread = something new
list-order = Order
list-filter = Filter
list-narrowed = Filtered by
list-take-away = Remove the filter:
list-any = any
list-group = Group
list-no-group = no group
list-from = Created from
list-to = Created to
list-text = Words
list-calls = Calls
list-missed = Missed, not called back
list-client-how = phone or name
list-call-back = To be called back
list-others = Others
list-nothing-fits = Nothing fits these filters. Remove some of them above the list.
list-pick-all = Select all on this page
list-pick = Select ticket No. { $number }
whose-me = me
whose-nobody = nobody
order-newest = Newest first
order-waiting = Longest waiting first
order-priority = By priority
view-missed = Missed
view-missed-empty = Everybody who was missed has been called back.
ticket-before = Previous ticket in the list
ticket-next = Next ticket in the list
panes-list = List
panes-side = Client
panes-width = Width: { $pane }
panes-fold = Show or hide: { $pane }

bulk-label = What to do with the selected tickets
bulk-picked = Selected:
bulk-let-go = Clear selection
bulk-add-tags = Add tags
bulk-remove-tags = Remove tags
bulk-spam = Spam
bulk-merge = Merge
bulk-merge-two = Select at least two tickets to merge.
bulk-merged = Went into ticket No. { $into }: No. { $from }.
bulk-parted = Apart again: No. { $from }.
bulk-none-picked = Nothing is selected: tick tickets in the list.
bulk-nothing-chosen = Choose what to change.
bulk-changed = { $count ->
    [one] { $count } ticket changed.
   *[other] { $count } tickets changed.
}
bulk-same = { $count ->
    [one] { $count } was so already.
   *[other] { $count } were so already.
}
bulk-undone = { $count ->
    [0] Nothing to undo.
    [one] Undone: { $count } ticket is as it was.
   *[other] Undone: { $count } tickets are as they were.
}
bulk-changed-since = somebody else has changed it since
bulk-left = Not changed: { $which }.
bulk-left-more = Not changed: { $which } and { $more } more.

views-title = Views of the list
views-about = Filters and an order under a name of your own. They stand above the list of tickets beside the common ones.
views-new = New view
views-new-about = The list with these filters and this order will be at hand above your tickets.
views-name = Name
views-share = For everybody
views-for-all = for everybody
views-own = My views
views-shared = Shared views
views-everything = All tickets
views-none = No views of your own yet
views-none-about = Filter the list of tickets and press “Save view”: the filters get a name and stay at hand.
views-to-list = To the tickets
views-edit = Edit
views-keep = Save view
views-rewrite = Update view
views-up = Up: { $name }
views-up-short = Up
views-down = Down: { $name }
views-down-short = Down
views-delete = Delete view: { $name }
views-delete-short = Delete
views-kept = View “{ $name }” saved.
views-rewritten = View “{ $name }” updated.
views-changed = View “{ $name }” changed.
views-deleted = View “{ $name }” deleted.
views-restored = View “{ $name }” is back.
views-conflict = Somebody has changed this view meanwhile: it is called “{ $name }” now. Send yours again if it matters more.

keys-pick = select a row; Shift-click selects a range
keys-beside = previous and next ticket in the list
keys-back = back to the list
keys-let-go = close a menu, clear the selection

time-short-minutes = { NUMBER($count) } min
time-short-hours = { NUMBER($count) } h
time-short-days = { NUMBER($count) } d
nav-missed = Missed
