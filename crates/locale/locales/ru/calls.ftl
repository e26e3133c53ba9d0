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

life-started = Начало
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
