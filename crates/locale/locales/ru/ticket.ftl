# One ticket: what it says about reminders, comments, drafts, macros, merging and who else looks at it.
missing-comment = Такого комментария нет, или он уже удалён.
missing-macro = Такого макроса нет, или он чужой.
denied-not-yours = Это написал другой сотрудник: править и удалять можно только своё.
clash-merged = Этот запрос объединён с другим: пишите и меняйте там.
clash-not-merged = Этот запрос ни с чем не объединён: возможно, его уже разъединили.
clash-merged-on = Запрос, с которым объединили этот, сам объединён с другим. Сначала разъедините их.
clash-moved-on = После объединения один из звонков перенесли в другой запрос, поэтому вернуть всё как было нельзя.
clash-other-channel = Запросы разных каналов не объединить: люди одного канала увидели бы звонки другого.
field-past = Это время уже прошло.
# $name (String) - the field as it was written
# $nearest (String) - the field it is most like
field-unknown-field = Поля «{ $name }» нет. Возможно, вы имели в виду «{ $nearest }».

# $from (String) - before
# $to (String) - after
entry-change-reminder = Напоминание: { $from } → { $to }
# $at (String) - the moment
entry-change-reminder-due = Пришло время напоминания: { $at }
# $number (String) - number of a ticket
entry-change-merged-into = Запрос объединён с № { $number }
# $number (String) - number of a ticket
entry-change-merged-from = Сюда добавлен запрос № { $number }
# $number (String) - number of a ticket
entry-change-unmerged-into = Запрос снова отделён от № { $number }
# $number (String) - number of a ticket
entry-change-unmerged-from = Запрос № { $number } снова отделён

ticket-group = Группа
ticket-no-group = без группы
# $tag (String) - a label
ticket-tag-off = Снять метку «{ $tag }»
ticket-tag-on = Добавить
# $name (String) - a colleague
ticket-looks = { $name } смотрит
# $name (String) - a colleague
ticket-types = { $name } пишет…

reminder = Напоминание
reminder-set = Напомнить
reminder-hour = Через час
reminder-evening = Сегодня вечером
reminder-tomorrow = Завтра утром
reminder-monday = В понедельник
reminder-week = Через неделю
reminder-at = Другое время
reminder-help = Придёт исполнителю, а если его нет, вам. Отложенный запрос снова откроется.
reminder-never = Не напоминать
reminder-unread = Укажите день и время.

comment-edit = Изменить комментарий
comment-delete = Удалить комментарий
comment-edited = изменён
comment-deleted = Комментарий удалён
comment-restored = Комментарий возвращён
comment-conflict = Этот комментарий изменили в другом окне. Ваш вариант остался в поле: сохраните ещё раз, если он важнее.

draft = Черновик
draft-kept = Черновик сохранён
draft-not-kept = Черновик только в этом браузере

macros = Макросы
macros-lead = Готовые тексты для комментариев. Вставляются из запроса кнопкой с молнией или знаком «/» в начале строки.
macros-find = Найти макрос
macros-none = Макросов пока нет
macros-empty = Запишите то, что повторяете каждый день: текст с именем клиента и номером запроса, а вместе с ним статус, метки, исполнителя.
macros-settings = Настроить макросы
macros-own = Мои
macros-shared = Общие
macro-new = Новый макрос
macro-name = Название
macro-text = Текст
macro-text-help = Поля в двойных скобках заменятся данными запроса.
macro-fields = Поля
macro-shown = Как это будет выглядеть
macro-deeds = Вместе с комментарием
macro-stays = не менять
macro-assign-me = Назначить на того, кто вставил
macro-tags = Добавить метки
macro-share = Общий: виден всем
macro-me = я
macro-without = Не менять
# $name (String) - name of a macro
macro-delete = Удалить макрос «{ $name }»
# $name (String) - name of a macro
macro-made = Макрос «{ $name }» создан
# $name (String) - name of a macro
macro-changed = Макрос «{ $name }» сохранён
macro-deleted = Макрос удалён
# $name (String) - name of a macro
macro-restored = Макрос «{ $name }» возвращён
macro-conflict = Пока вы правили, этот макрос изменил кто-то другой. Ваш вариант остался в полях: сохраните ещё раз, если он важнее.
sample-client = Ирина Соколова
sample-company = Ателье «Нитка»
sample-agent = Анна Петрова
sample-subject = Не приехал заказ
sample-channel = Отдел доставки

merge = Объединить с другим запросом
merge-into = Номер запроса, в который перенести этот
merge-help = Звонки, комментарии и метки перейдут туда. Это можно отменить.
merge-do = Объединить
# $from (String) - number of a ticket
# $into (String) - number of a ticket
merge-done = Запрос № { $from } объединён с № { $into }
# $number (String) - number of a ticket
merge-undone = Запрос № { $number } снова отдельно
# $number (String) - number of a ticket
merge-here = Сюда входит запрос № { $number }
merge-part = Разъединить

keys-comment = написать комментарий
keys-props = статус, исполнитель, приоритет
keys-tag-remind = метка, напоминание
keys-macro-merge = макросы, объединение
