# A channel's page beyond its settings: tests, refusals, silence, hours, the policy's conditions and its rehearsal.

# What a test of the channel writes into tickets.
test-tag = проверка
subject-test-in = Проверка связи: входящий звонок
subject-test-out = Проверка связи: исходящий звонок

test-title = Проверка связи
test-lead = «Дозвон» сам отправит готовые уведомления на адрес канала, как это делает АТС, и покажет каждый шаг. Звонки и запросы проверки помечены, никому не назначаются и в счётчики не входят.
test-send = Отправить проверочные уведомления
test-again = Отправить ещё раз
test-send-one = Проверить это уведомление
test-needs-token = Сначала создайте токен канала.
test-token = Токен
test-remove = Убрать звонки и запросы проверки
test-removed = Проверка убрана вместе со звонками и запросами
test-running = Проверка идёт
test-passed = Все уведомления прошли весь путь
test-stopped = Не всё дошло до конца
# $milliseconds (Number) - how long the answer took
test-took = ответ за { $milliseconds } мс
test-stage-reached = Адрес отвечает
test-stage-accepted = Принято
test-stage-durable = Сохранено
test-stage-heard = Прочитано
test-stage-called = Звонок
test-stage-ticketed = Запрос
test-stage-not-needed = по правилу не нужен
test-open-request = Запрос как пришёл
test-open-call = Звонок
test-open-ticket = Запрос
# $address (String) - where it was sent
# $why (String) - what went wrong
test-instead = До публичного адреса сервер сам не достучался ({ $why }), поэтому проверили через { $address }. Убедитесь, что публичный адрес открыт из интернета: именно на него шлёт АТС.
test-trouble-unreachable = По адресу никто не отвечает. Проверьте public_url в настройках сервера, DNS, сертификат и прокси.
test-trouble-redirected = Адрес перенаправляет на другой. АТС за переадресацией не ходит: укажите в public_url конечный адрес, обычно с https.
test-trouble-not-the-desk = Отвечает не «Дозвон» или не так, как он должен. Проверьте, куда прокси ведёт /hooks/uis.
test-trouble-token-refused = Там этот токен не знают: адрес ведёт к другому «Дозвону».
test-trouble-later = Просят подождать: слишком много неверных токенов с этого адреса или хранилище занято. Повторите через минуту.
test-trouble-not-kept = Ответили «принято», но в журнале этого канала запроса нет: адрес ведёт к другому «Дозвону».
test-trouble-not-heard = Запрос сохранён, но за 15 секунд его никто не прочитал. Проверьте, запущен ли «Дозвон» целиком, и его журнал.
test-trouble-unreadable = Запрос сохранён, но прочитать или записать его не удалось.
# $said (String) - the other side's words
test-said = Ответ: { $said }

refusals-title = Не впустили
refusals-lead = Запросы, которым отказали у дверей. Если здесь адрес вашей АТС, уведомление в кабинете настроено с ошибкой.
refusals-address = Откуда
refusals-count = Сколько
refusals-last = Последний
refusals-why = Почему и что сделать
refusals-unknown-address = неизвестно откуда
refusals-no-token = Нет токена. Первая строка тела должна быть "ud_channel_token": скопируйте готовое тело целиком.
# $hint (String) - a few characters of the token
refusals-unknown-token = Токен { $hint } не знаком. Скопируйте готовое тело заново: возможно, в кабинете остался текст из примера или токен другого «Дозвона».
# $hint (String) - a few characters of the token
refusals-revoked-token = Токен { $hint } отозван. Замените тело этого уведомления в кабинете готовым: в нём действующий токен.
# $hint (String) - a few characters of the token
refusals-elsewhere = Токен { $hint } верный, но адрес не из сетей телефонии. Если это ваша АТС, добавьте её сеть в notification_networks на сервере, иначе отзовите токен.
refusals-too-large = Тело больше 1 МиБ. Уведомление АТС столько не весит: проверьте, что шлёт этот адрес.

silence-title = Рабочее время и тишина
silence-lead = В рабочее время канал не молчит. Если событий нет слишком долго, администраторы получат уведомление.
silence-minutes = Предупреждать, если событий нет, мин
silence-minutes-help = Считается только рабочее время канала. Пусто: не предупреждать.
silence-save = Сохранить время
silence-alarm = Канал молчит
silence-alarm-since = последнее событие
silence-alarm-text = Проверьте в кабинете, включены ли уведомления, и отправьте проверочные.
silence-watching = Следим за тишиной
worktime-days = Рабочее время
worktime-days-help = Например: 09:00-13:00, 14:00-18:00. Пустой день нерабочий. Если не заполнить ни одного, канал работает круглосуточно.
worktime-monday = Понедельник
worktime-tuesday = Вторник
worktime-wednesday = Среда
worktime-thursday = Четверг
worktime-friday = Пятница
worktime-saturday = Суббота
worktime-sunday = Воскресенье
worktime-holidays = Нерабочие дни
worktime-holidays-help = По одной дате в строке: 2027-01-01 или 01.01.2027.
# $zone (String) - IANA
worktime-zone = По часовому поясу канала: { $zone }.

policy-conditions = Условия
policy-numbers = Только для виртуальных номеров
policy-numbers-help = По одному в строке. Пусто: для всех номеров канала.
policy-min-talk = Разговор короче, с, запроса не требует
policy-min-talk-help = 0: требует любой разговор.
policy-spammers = Звонок от спамера
policy-spam-ticket = заводить запрос сразу в «Спам»
policy-no-ticket = не заводить запрос
policy-outside = Новый запрос вне рабочего времени
policy-outside-priority = Приоритет
policy-outside-tag = Тег
policy-outside-group = Группа
policy-outside-as-usual = как обычно
policy-rehearse = Отрепетировать на прошлых звонках

rehearsal-title = Репетиция правила
rehearsal-lead = Что новое правило сделало бы со звонками последних 30 дней. Запросы считаем решёнными тогда же, когда их решили на самом деле; а где запроса не было, за сутки.
rehearsal-running = Репетиция идёт
# $done (String) - calls gone through
# $total (String) - calls there are
rehearsal-progress = { $done } из { $total } звонков
rehearsal-calls = { $count ->
    [one] { $count } звонок
    [few] { $count } звонка
   *[many] { $count } звонков
}
# $since (String) - a date
rehearsal-since = с { $since }
rehearsal-now = Сейчас
rehearsal-then = По новому правилу
rehearsal-difference = Разница
rehearsal-made = Новых запросов
rehearsal-joined = Добавлено в открытые
rehearsal-reopened = Решённых открыто снова
rehearsal-none = Без запроса
rehearsal-differing = Звонки, с которыми было бы иначе
rehearsal-same = Со всеми звонками было бы то же самое
rehearsal-same-text = На прошлых звонках новое правило ничего не меняет.
rehearsal-nothing = За 30 дней звонков не было
rehearsal-nothing-text = Репетировать не на чем: правило подействует на новые звонки.
rehearsal-apply = Применить к новым звонкам
rehearsal-back = Изменить правило
rehearsal-outdated = Правило канала с тех пор изменили: слева то, что было тогда.
rehearsal-fate-made = новый запрос
rehearsal-fate-joined = в открытый запрос
rehearsal-fate-reopened = открыт решённый
rehearsal-fate-none = без запроса
rehearsal-call = Звонок
rehearsal-call-gone = звонка больше нет
rehearsal-applied = Правило применено к новым звонкам

conflict-title = Настройки канала тем временем изменили
# $name (String) - who
conflict-by = изменил { $name }
conflict-keep = Введённое вами осталось в полях. Отправьте ещё раз, чтобы оно заменило нынешнее.
conflict-now = сейчас
conflict-nothing = пусто

steps-cabinet = Кабинет
steps-key = Ключ API
# $provider (String) - UIS
steps-key-how = В личном кабинете { $provider } откройте «Администратор» → «Управление пользователями» → «Администратор». В карточке администратора нажмите «Сгенерировать ключ» или возьмите прежний, если он уже есть.
steps-secret-how = Вставьте ключ API в поле «App Secret» в настройках канала и нажмите «Сохранить».
steps-to-field = К полю «App Secret»
# $hint (String) - the last characters
steps-secret-done = Сохранён ключ { $hint }. Он хранится зашифрованным.
steps-in-body = Токен в уведомлениях
steps-in-body-how = В готовых телах токен уже стоит в «ud_channel_token». Если составляете тело сами, впишите его туда же: в каждое уведомление.
# $hint (String) - a few characters of the token
steps-in-body-done = Уведомления приходят с токеном { $hint }.
steps-in-body-old = Часть уведомлений ещё приходит со старым токеном: замените в них тело.
steps-softphone-ok = Разговоры идут: начало разговора приходит.
steps-access = Права доступа
steps-access-how = Отметьте в «Доступе», кто работает в канале. Сотрудник с правами «Внутренний сотрудник» звонить не может.
# $allowed (Number) - agents
steps-access-done = Работают в канале: { $allowed }.
steps-to-access = К доступу
steps-operators = ID операторов
# $provider (String) - UIS
steps-operators-how = В кабинете { $provider }: «Настройки» → «Сотрудники» → карточка сотрудника, число после recordid= в адресной строке. Впишите его агенту в блок «Телефония»: без него агент не звонит, и запросы на него не назначаются.
# $known (Number) - agents
# $allowed (Number) - agents
steps-operators-done = С ID оператора: { $known } из { $allowed }.
steps-strangers = Говорили, но ни с кем не связаны:
# $id (String) - the operator's id
steps-stranger-id = ID { $id }
steps-numbers = Виртуальные номера
# $provider (String) - UIS
steps-numbers-how = Номер берут в кабинете { $provider }: «Сервисы» → «Виртуальная АТС» → «Виртуальные номера и правила». Он нужен, если один ID оператора записан у нескольких агентов.
# $known (Number) - agents
steps-numbers-done = Номер записан у агентов: { $known }.
# $provider (String) - UIS
steps-differ = Названия в кабинете { $provider } могут отличаться: если пункта нет, спросите поддержку телефонии.

events-first = впервые
events-token = Токен в телах
events-token-show = Показать тела
tokens-rotate = Чтобы сменить токен без перерыва: создайте новый, замените тела всех уведомлений в кабинете, дождитесь, пока старый перестанет приходить, и отзовите его.
tokens-last = Последний запрос с ним:
tokens-newest = в готовых телах
tokens-still = Ещё приходит: не отзывайте, пока не замените тело этого уведомления.
tokens-quiet = Больше суток не приходит: можно отозвать.

log-filter = Найти
log-filter-session = Номер звонка
log-filter-session-help = call_session_id
log-filter-from = С
log-filter-to = По
log-filter-event = Событие
log-filter-event-any = любое
log-filter-verdict = Итог
log-filter-show = Показать
log-filter-clear = Сбросить
log-filter-session-mistake = Номер звонка: только цифры.
log-test = проверка
