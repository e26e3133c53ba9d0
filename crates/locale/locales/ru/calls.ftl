# Calls: the list, the card in the timeline, the page of one call.
call-download = Скачать
call-move = Перенести в другой запрос
call-move-to = Номер запроса
call-move-help = Звонок и его записи в ленте окажутся там.
call-legs = Кому звонило
call-leg-talked = разговор с клиентом
call-leg-missed = без ответа
call-why = Почему так
call-facts = Звонок
call-life = Как шёл звонок
# $number (Number) - number of a ticket
call-to-ticket = Запрос № { $number }
call-total = Всего
call-reason = Причина завершения
call-rating = Оценка
call-session = Сессия у провайдера
call-log = Уведомления об этом звонке

life-answered = Сняли трубку
# $who (String) - an operator's name
life-answered-by = Сняли трубку: { $who }
# $who (String) - an operator's name
life-passed-to = Разговор перешёл: { $who }
life-finished = Завершение
life-missed = Клиент не дождался ответа
life-failed = До клиента не дозвонились
life-lapsed = Завершение так и не пришло: звонок закрыт

calls-about = Последние сверху, список обновляется сам.
calls-all = Все
calls-talking = Идут
calls-ringing = Звонят
calls-talked = Состоялись
calls-missed = Пропущенные
calls-failed = Не дозвонились
calls-number = Номер клиента или наш
calls-from = С
calls-to = По
calls-direction = Направление
calls-any-direction = любое
calls-in = входящие
calls-out = исходящие
calls-agent = Агент
calls-any-agent = любой
calls-channel = Канал
calls-any-channel = любой
calls-more = Ещё условия
calls-show = Показать
calls-not-a-day = Это не дата. Пример: 2026-03-28.
calls-who = Клиент
calls-client-number = Номер клиента
calls-our-number = Наш номер
calls-wait = Ожидание
calls-talk = Разговор
calls-ticket = Запрос
calls-began = Начало
calls-none = Звонков пока нет
calls-none-about = Здесь появится каждый звонок, как только АТС пришлёт о нём уведомление.
calls-none-here = Таких звонков нет
calls-none-here-about = Попробуйте другой вид или снимите часть условий.
calls-all-of-them = Все звонки
calls-any-number = любой
calls-number-chip = Номер
calls-longer = Разговор от, мин
calls-shorter = Разговор до, мин
calls-tag = Тег
calls-conditions = Условия
calls-take-away = снять условие
calls-not-a-duration = Это не длительность. Пример: 1:30 — полторы минуты.

call-beside = Соседние звонки
call-newer = Следующий по времени
call-older = Предыдущий по времени
call-log-none = Уведомлений не сохранилось.
call-log-one = Запрос целиком
call-log-all = Журнал канала
call-all-of-number = все звонки
# $number (Number) - number of a ticket
call-moved = Звонок перенесён в запрос № { $number }.

life-began-in = Клиент позвонил
life-began-out = Позвонили клиенту
life-somebody = сотрудник
# $who (String) - an operator's name
life-rings = Звонит: { $who }
# $who (String) - an operator's name
life-rang-and-answered = Звонило: { $who }
# $who (String) - an operator's name
life-rang-in-vain = Без ответа: { $who }
life-held = Клиент на удержании
life-recorded = Запись разговора готова
# $tags (String) - names of tags
life-tagged = Поставлен тег: { $tags }
life-untagged = Тег снят
life-lasted = длилось
life-no-time = Провайдер не сообщил время
