# The board of missed callers.
# $count (Number) - how many wait
# $longest (String) - how long the first of them waits
missed-lead = { $count ->
    [one] Перезвонить нужно { $count } звонившему. Дольше всех ждут { $longest } рабочего времени.
   *[other] Перезвонить нужно { $count } звонившим. Дольше всех ждут { $longest } рабочего времени.
}
missed-lead-none = Никто не ждёт обратного звонка.
missed-lead-closed = Кому перезвонили, кто дозвонился сам и кого отметили вручную.
missed-waiting = Ждут
missed-closed = Закрытые
missed-closed-today = Закрыты сегодня
missed-closed-none = Ещё никого.
missed-closed-all = Все закрытые
missed-tickets = Запросы с пропущенными
missed-all-channels = все
missed-none = Пропущенных нет
missed-none-about = Здесь появится каждый, кто позвонил и не дождался ответа. Строка закроется сама, когда с ним поговорят.
missed-caption = Кто звонил и не дозвонился, по одному ряду на звонившего
missed-who = Кто звонил
missed-waits = Ждёт
# $from (Number) - an hour
# $to (Number) - an hour
missed-tries = Попытки с { $from } до { $to }
missed-tries-word = { $count ->
    [one] попытка
    [few] попытки
   *[many] попыток
}
missed-rang = Кому звонило
missed-rang-nobody = никому
missed-last = Последний разговор
missed-acts = Действия
missed-late = дольше срока
missed-since = с
missed-never = раньше не говорили
missed-handle = Обработано
missed-call-back = Перезвонить
# $who (String) - a colleague's name
missed-calling = { $who } перезванивает
# $who (String) - a name or a number
missed-handled = Обработано: { $who }
missed-back = Вернуть
# $talk (String) - who talked, how long
missed-called-back = перезвонили: { $talk }
# $talk (String) - who talked, how long
missed-called-again = позвонил снова и дозвонился: { $talk }
# $who (String) - a colleague's name
missed-by-hand = отмечено обработанным: { $who }
missed-reached = дозвонились
# $long (String) - a time
missed-waited = ждали { $long }
missed-soon = срок близко
