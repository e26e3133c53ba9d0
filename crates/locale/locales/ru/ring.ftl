# The card of a call that rings.
ring-title = Входящий звонок
ring-open-ticket = Открыть запрос
ring-open-client = Открыть клиента
ring-open-call = Открыть звонок
ring-not-mine = Не моё
# $channel (String) - a channel's name
ring-new = { $channel }. Новый клиент
# $channel (String) - a channel's name
# $count (Number) - how many clients have the number
# $others (String) - their names
ring-shared = { $count ->
    [one] { $channel }. Номер у { $count } клиента, ещё { $others }
   *[other] { $channel }. Номер у { $count } клиентов, ещё { $others }
}
# $provider (String) - the name of the telephony
ring-hint = Трубку снимают в коммуникаторе { $provider }
# $count (Number) - how many
ring-more = Звонят ещё: { $count }
