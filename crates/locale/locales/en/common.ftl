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

time-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

call-incoming = Incoming call
call-outgoing = Outgoing call
call-missed = Missed call
call-failed = Not reached
call-ringing = Ringing
call-dialling = Dialling
call-talking = Talking now

time-whole-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
time-today = Today, { $day }
