# The connection doctor: steps, events, requests as they arrived.
doctor-title = Подключение
doctor-all-well = Все четыре уведомления приходят
doctor-some-well = Уведомления приходят
doctor-waiting = Ждём первого уведомления
doctor-faulty = { $count ->
    [one] { $count } событие приходит с ошибкой
    [few] { $count } события приходят с ошибкой
   *[many] { $count } событий приходят с ошибкой
}
doctor-unheard = Есть непрочитанные запросы
doctor-tick-ok = готово:
doctor-tick-bad = ошибка:
doctor-tick-now = сейчас:
doctor-tick-wait = ждём:

doctor-made = Канал создан
# $name (String) - the channel
# $provider (String) - UIS
doctor-made-text = «{ $name }», телефония { $provider }.

doctor-secret = App Secret
doctor-secret-done = Ключ API сохранён.
# $provider (String) - UIS
doctor-secret-how = В личном кабинете { $provider }: «Администратор» → «Управление пользователями» → «Администратор». В карточке администратора нажмите «Сгенерировать ключ» или возьмите прежний. Вставьте ключ в поле «App Secret» и нажмите «Сохранить».

doctor-token = Токен канала
doctor-token-done = Уже стоит в телах ниже, вставлять отдельно не нужно.
doctor-token-how = По токену «Дозвон» узнаёт, что уведомление от вас. Создайте его: он сам встанет в готовые тела ниже. Все токены лежат за кнопкой «Токены канала».
doctor-token-make = Создать токен

# $provider (String) - UIS
doctor-events = Четыре уведомления в кабинете { $provider }
# $provider (String) - UIS
doctor-events-how = В личном кабинете { $provider } откройте «Уведомления» и нажмите «Добавить уведомление». Укажите название и тип события, способ HTTP, метод POST. Адрес один на всех:
doctor-events-conditions = Условия (например, звонки только одного оператора) можно добавить прямо в событие: достаточно любых из четырёх, порядок не важен.
doctor-event-body = Тело уведомления
# $name (String) - the event
doctor-event-body-of = Тело уведомления «{ $name }»
doctor-event-no-token = Готовое тело появится, когда у канала будет токен.
doctor-event-never = ещё не приходило
doctor-event-count = { $count ->
    [one] всего { $count } раз
    [few] всего { $count } раза
   *[many] всего { $count } раз
}
doctor-event-faulty = { $count ->
    [one] с ошибкой, { $count } раз подряд
    [few] с ошибкой, { $count } раза подряд
   *[many] с ошибкой, { $count } раз подряд
}
doctor-as-it-came = Запрос как пришёл
doctor-whole-request = Весь запрос
doctor-unreadable = Последний запрос, который не удалось прочитать
doctor-unheard-text = Ничего не потеряно: исправьте уведомление в кабинете, а сохранённые запросы прочитайте заново.
doctor-replay = Прочитать заново

# $provider (String) - UIS
doctor-softphone = Установите коммуникатор { $provider }
# $provider (String) - UIS
doctor-softphone-text = Голос идёт через него, не через «Дозвон»: коммуникатор { $provider } должен быть запущен у каждого, кто говорит по телефону.

doctor-people = Права доступа и ID операторов
# $allowed (Number) - agents
# $known (Number) - agents
doctor-people-text = Доступ к каналу: { $allowed }, из них с ID оператора: { $known }. Без ID оператора агент не может звонить из «Дозвона», и запросы на него не назначаются.
doctor-people-nobody = Пока никого. Отметьте в «Доступе», кто работает в канале.
doctor-people-link = ID операторов

log-latest = Последние запросы
log-all = Все запросы
log-title = Запросы телефонии
log-lead = Каждое уведомление, как оно пришло. Ничего не теряется, даже если прочитать не удалось.
log-empty = Запросов пока нет
log-empty-text = Здесь появится каждый запрос телефонии, как только придёт.
log-empty-verdict = С таким итогом запросов нет
log-time = Время
log-event = Событие
log-session = Звонок
log-what = Что с ним стало
log-event-unknown = не разобрать
log-none = нет
log-remarked = есть замечания
log-repeats = { $count ->
    [one] { $count } повтор
    [few] { $count } повтора
   *[many] { $count } повторов
}
log-verdict-any = Все
log-verdict-waiting = Ждёт
log-verdict-heard = Принято
log-verdict-aside = Не о звонке
log-verdict-unreadable = Не прочитано
log-verdict-failed = Не записано
log-verdicts = Итог

log-request = Запрос
log-method = Метод
log-query = Строка запроса
log-content-type = Content-Type
log-size = Размер
# $bytes (Number) - size
log-bytes = { $bytes } Б
log-address = Отправитель
log-received = Пришёл
log-again = Последний раз
log-verdict = Итог
log-error = Почему
log-body = Тело
log-body-empty = Тела нет.
log-body-raw = Как пришло, без разбивки на строки
log-findings = Что заметили
log-findings-none = Замечаний нет.
log-read = Что прочитано
log-call = Открыть звонок
