# What the desk itself writes into tickets and says of its decisions.

# $who (String) - name or number
subject-in = Входящий звонок: { $who }
# $who (String) - name or number
subject-out = Исходящий звонок: { $who }
# $who (String) - name or number
subject-missed = Пропущенный звонок: { $who }
subject-withheld = номер скрыт
subject-unknown = номер неизвестен

# $number (String) - number or "hidden"
entry-started-in = Начат входящий звонок, { $number }
# $number (String) - number or "hidden"
entry-started-out = Начат исходящий звонок, { $number }
entry-type = Тип
entry-type-in = входящий звонок
entry-type-out = исходящее соединение
entry-status = Статус
entry-status-success = Успех
entry-status-failure = Не успех
entry-status-unknown = Неизвестно: завершение звонка не пришло
entry-id = ID
entry-started = Время начала
entry-finished = Время завершения
entry-operator = Оператор
entry-duration = Продолжительность звонка
entry-recording = Запись разговора
entry-nothing = нет

# $from (String) - before
# $to (String) - after
entry-change-status = Статус: { $from } → { $to }
# $from (String) - before
# $to (String) - after
entry-change-assignee = Исполнитель: { $from } → { $to }
# $from (String) - before
# $to (String) - after
entry-change-group = Группа: { $from } → { $to }
# $from (String) - before
# $to (String) - after
entry-change-priority = Приоритет: { $from } → { $to }
# $from (String) - before
# $to (String) - after
entry-change-subject = Тема: { $from } → { $to }
# $from (String) - before
# $to (String) - after
entry-change-tags = Метки: { $from } → { $to }
# $from (String) - before
# $to (String) - after
entry-change-client = Клиент: { $from } → { $to }
# $from (String) - number of a ticket
# $to (String) - number of a ticket
entry-change-call-moved = Звонок перенесён: { $from } → { $to }
entry-change-created = Запрос создан
# $field (String) - a property
entry-change-other = Изменено: { $field }
entry-ticket-none = без запроса
# $number (String) - number of a ticket
entry-ticket-number = запрос № { $number }

status-new = Новый
status-open = Открыт
status-pending = Ждём клиента
status-on-hold = Отложен
status-solved = Решён
status-closed = Закрыт
status-spam = Спам
status-deleted = Удалён
status-merged = Объединён
priority-low = Низкий
priority-normal = Обычный
priority-high = Высокий
priority-urgent = Срочный

decision-client-known = Клиент найден по номеру.
# $count (Number) - how many others
decision-client-shared = Номер у нескольких клиентов: кроме выбранного, ещё у { $count }. Выбран тот, с кем говорили последним.
decision-client-made = Номера ещё не было: заведён новый клиент.
decision-number-withheld = Номер скрыт: клиента не найти.
decision-number-inside = Внутренний номер АТС: это не клиент.
decision-number-unknown = Ни одно уведомление не назвало номер клиента.
decision-test-call = Проверка связи: ничей звонок, клиент и исполнитель не назначаются.
decision-ticket-not-wanted = Правило канала не создаёт запрос для такого звонка.
decision-ticket-joined = У клиента есть незакрытый запрос: звонок добавлен в него.
decision-ticket-reopened = Недавно решённый запрос клиента открыт снова.
decision-ticket-made = Подходящего запроса не было: создан новый.
decision-ticket-by-hand = Звонок перенесён сюда сотрудником.
# $operator (String) - operator's id
decision-agent-matched = Агент найден по ID оператора { $operator }.
# $operator (String) - operator's id
decision-agent-by-number = ID оператора { $operator } у нескольких агентов: выбран тот, у кого этот виртуальный номер.
# $operator (String) - operator's id
# $count (Number) - how many agents
decision-agent-ambiguous = ID оператора { $operator } у нескольких агентов ({ $count }), виртуальный номер их не различает: запрос не назначен.
# $operator (String) - operator's id or name
decision-agent-unknown = Ни у одного агента с доступом к каналу нет ID оператора { $operator }.
decision-nobody-talked = С клиентом никто не говорил: назначать некому.
decision-assignee-by-hand = Исполнителя назначил сотрудник: звонок его не меняет.
