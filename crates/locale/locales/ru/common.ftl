# What several pages say in the same words.
count-tickets = { $count ->
    [one] { $count } запрос
    [few] { $count } запроса
   *[many] { $count } запросов
}
pager-newer = Новее
pager-older = Раньше
pager-label = Страницы списка

time-seconds-ago = { NUMBER($count) } сек. назад
time-minutes-ago = { NUMBER($count) } мин. назад
time-hours-ago = { NUMBER($count) } ч назад
time-days-ago = { NUMBER($count) } дн. назад
