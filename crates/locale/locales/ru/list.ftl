# The list of tickets: what narrows it, its order, what is done with many at once, views that people keep.
list-waits = ждёт звонка
list-unread = есть новое
list-order = Порядок
list-filter = Отбор
list-narrowed = Отобрано
list-take-away = Убрать отбор:
list-any = любой
list-group = Группа
list-no-group = без группы
list-from = Создан с
list-to = Создан по
list-text = Слова
list-calls = Звонки
list-missed = Пропущенный, не перезвонили
list-client-how = телефон или имя
list-call-back = Нужно перезвонить
list-others = Остальные
list-nothing-fits = Под этот отбор ничего не подходит. Уберите лишнее из отбора над списком.
list-pick-all = Выбрать все на странице
# $number (String) - number of a ticket
list-pick = Выбрать запрос № { $number }
whose-me = я
whose-nobody = никто
order-newest = Сначала новые
order-waiting = Дольше всех ждут
order-priority = По приоритету
view-missed = Пропущенные
view-missed-empty = Всем, кто не дозвонился, уже перезвонили.
ticket-before = Предыдущий запрос в списке
ticket-next = Следующий запрос в списке
panes-list = Список
panes-side = Клиент
# $pane (String) - name of a pane
panes-width = Ширина: { $pane }
# $pane (String) - name of a pane
panes-fold = Показать или убрать: { $pane }

bulk-label = Что сделать с выбранными запросами
bulk-picked = Выбрано:
bulk-let-go = Снять выбор
bulk-add-tags = Добавить метки
bulk-remove-tags = Убрать метки
bulk-spam = Спам
bulk-merge = Объединить
bulk-merge-two = Чтобы объединить, выберите хотя бы два запроса.
# $from (String) - numbers of tickets
# $into (String) - number of a ticket
bulk-merged = Вошли в запрос № { $into }: № { $from }.
# $from (String) - numbers of tickets
bulk-parted = Снова порознь: № { $from }.
bulk-none-picked = Ничего не выбрано: отметьте запросы в списке.
bulk-nothing-chosen = Не выбрано, что изменить.
bulk-changed = { $count ->
    [one] Изменён { $count } запрос.
    [few] Изменено { $count } запроса.
   *[many] Изменено { $count } запросов.
}
bulk-same = { $count ->
    [one] { $count } уже таким и был.
    [few] { $count } уже такими и были.
   *[many] { $count } уже такими и были.
}
bulk-undone = { $count ->
    [0] Отменять нечего.
    [one] Отменено: { $count } запрос снова такой, как был.
    [few] Отменено: { $count } запроса снова такие, как были.
   *[many] Отменено: { $count } запросов снова такие, как были.
}
bulk-changed-since = его уже изменил кто-то другой
# $which (String) - numbers with reasons
bulk-left = Не изменено: { $which }.
# $which (String) - numbers with reasons
# $more (Number) - how many others
bulk-left-more = Не изменено: { $which } и ещё { $more }.

views-title = Виды списка
views-about = Отбор и порядок под своим именем. Стоят над списком запросов рядом с общими.
views-new = Новый вид
views-new-about = Список с этим отбором и порядком будет под рукой над запросами.
views-name = Название
views-share = Для всех сотрудников
views-for-all = для всех
views-own = Мои виды
views-shared = Общие виды
views-everything = Все запросы
views-none = Своих видов пока нет
views-none-about = Отберите запросы над списком и нажмите «Сохранить вид»: отбор получит имя и останется под рукой.
views-to-list = К запросам
views-edit = Изменить
views-keep = Сохранить вид
views-rewrite = Обновить вид
# $name (String) - name of a view
views-up = Выше: { $name }
views-up-short = Выше
# $name (String) - name of a view
views-down = Ниже: { $name }
views-down-short = Ниже
# $name (String) - name of a view
views-delete = Удалить вид: { $name }
views-delete-short = Удалить
# $name (String) - name of a view
views-kept = Вид «{ $name }» сохранён.
# $name (String) - name of a view
views-rewritten = Вид «{ $name }» обновлён.
# $name (String) - name of a view
views-changed = Вид «{ $name }» изменён.
# $name (String) - name of a view
views-deleted = Вид «{ $name }» удалён.
# $name (String) - name of a view
views-restored = Вид «{ $name }» возвращён.
# $name (String) - name of a view
views-conflict = Пока вы правили, вид уже изменили: теперь он называется «{ $name }». Отправьте ещё раз, если ваш вариант важнее.

keys-pick = выбрать строку; Shift и щелчок выбирают подряд
keys-beside = предыдущий и следующий запрос в списке
keys-back = назад к списку
keys-let-go = закрыть меню, снять выбор

time-short-minutes = { NUMBER($count) } мин
time-short-hours = { NUMBER($count) } ч
time-short-days = { NUMBER($count) } дн.
nav-missed = Пропущенные
