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

# $day (Number) - day of the month; $month (Number) - 1 to 12
time-day = { $day } { $month ->
    [1] янв.
    [2] февр.
    [3] марта
    [4] апр.
    [5] мая
    [6] июня
    [7] июля
    [8] авг.
    [9] сент.
    [10] окт.
    [11] нояб.
   *[12] дек.
}

call-incoming = Входящий звонок
call-outgoing = Исходящий звонок
call-missed = Пропущенный звонок
call-failed = Не дозвонились
call-ringing = Звонит
call-dialling = Набираем
call-talking = Идёт разговор

# $day (Number) - day of the month; $month (Number) - 1 to 12
time-whole-day = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
# $day (String) - "19 November"
time-today = Сегодня, { $day }
