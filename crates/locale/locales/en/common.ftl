# What several pages say in the same words.
count-tickets = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
pager-newer = Newer
pager-older = Older
pager-label = Pages of the list

time-seconds-ago = { NUMBER($count) } sec. ago
time-minutes-ago = { NUMBER($count) } min. ago
time-hours-ago = { NUMBER($count) } hr. ago
time-days-ago = { NUMBER($count) } { $count ->
    [one] day
   *[other] days
} ago
