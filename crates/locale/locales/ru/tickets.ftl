# The desk: the list of tickets, a ticket, its timeline.
save = Сохранить

view-all = Все открытые
view-mine = Мои
view-free = Неназначенные
view-waiting = Ожидают
view-solved = Решённые
view-all-empty = Незакрытых запросов нет: всё решено.
view-mine-empty = На вас ничего не назначено. Возьмите запрос из «Неназначенных».
view-free-empty = У каждого запроса есть исполнитель.
view-waiting-empty = Отложенных запросов нет, ответа ни от кого не ждём.
view-solved-empty = Решённых запросов пока нет.

list-views = Виды
list-label = Список запросов
list-today = Сегодня
list-yesterday = Вчера
list-earlier = Раньше
# $text (String) - what was searched for
list-found = Найдено: { $text }
list-reset = Сбросить
list-nothing-found = Ничего не нашлось. Ищем по номеру запроса, теме, меткам, а также по имени и телефону клиента.

desk-untouched = Запросов пока нет
desk-untouched-about = Запрос появится сам, как только АТС пришлёт уведомление о первом звонке. Ещё его можно создать руками.
desk-connect = Каналы
desk-choose = Выберите запрос
desk-choose-about = Слева список. Клавиши J и K ведут по нему, Enter открывает.

ticket-status = Статус
ticket-assignee = Исполнитель
ticket-priority = Приоритет
ticket-tags = Метки
ticket-tag = Метка
ticket-tags-help = Через запятую.
ticket-subject = Тема
ticket-client = Клиент
ticket-channel = Канал
ticket-nobody = никто
ticket-no-client = Клиент неизвестен
ticket-no-channel = без канала
ticket-channel-help = Запрос увидят те, кто работает в этом канале. Без канала его видят все.
ticket-other-client = Другой клиент
ticket-props = Свойства запроса
ticket-back = К списку запросов
ticket-rename = Изменить тему
ticket-solve = Решён
ticket-reopen = Открыть снова
ticket-set = Применить
ticket-again = Отправить ещё раз
ticket-timeline = Лента запроса
ticket-comment = Внутренний комментарий
ticket-comment-placeholder = О чём договорились?
ticket-text-help = Первый комментарий. Можно оставить пустым.
ticket-write = Записать
ticket-new = Новый запрос
ticket-make = Создать запрос
# $who (String) - a colleague's name
# $what (String) - the change in words
ticket-conflict = Пока вы правили, это уже изменили. { $who }: «{ $what }». Ваш вариант остался в поле: отправьте его ещё раз, если он важнее.
ticket-conflict-unknown = Пока вы правили, запрос уже изменили. Ваш вариант остался в поле: отправьте его ещё раз, если он важнее.

timeline-started-in = Начат входящий звонок
timeline-started-out = Начат исходящий звонок
timeline-ringing = звонит
timeline-talking = говорят
timeline-changes = { $count ->
    [one] { $count } изменение
    [few] { $count } изменения
   *[many] { $count } изменений
}
