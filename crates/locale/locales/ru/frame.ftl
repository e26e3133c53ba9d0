# The frame around every page: the rail, the top, the agent's menu, the keys.
app-name = Дозвон
frame-skip = К содержанию
frame-sections = Разделы
frame-top = Поиск
frame-search = Поиск
frame-search-placeholder = Номер, имя или слово
frame-people = На смене
frame-menu = меню
frame-profile = Профиль
frame-keys = Клавиши
frame-sign-out = Выйти
frame-language = Язык
frame-language-ru = Русский
frame-language-en = English
frame-connection-lost = Связь с сервером потеряна. Страница обновится сама.
frame-close = Закрыть
frame-no = Отмена
frame-undo = Отменить
frame-toast-close = Закрыть сообщение

nav-tickets = Запросы
nav-calls = Звонки
nav-clients = Клиенты
nav-channels = Каналы
nav-agents = Агенты
nav-profile = Профиль

role-admin = администратор
role-supervisor = супервизор
role-agent = агент
role-internal = внутренний сотрудник

presence-talking = говорит
presence-ringing = звонят
presence-free = на связи
presence-away = нет на месте

keys-title = Клавиши
keys-walk = следующая и предыдущая строка
keys-open = открыть строку
keys-search = поиск
keys-send = записать комментарий
keys-help = этот список
keys-undo = отменить последнее действие, пока о нём сообщают
keys-single = Клавиши-буквы включены

copy = Скопировать
copy-done = Скопировано
presence-quiet = не беспокоить
presence-set = Ваше состояние
presence-for = На срок
presence-until-set = пока не изменю
presence-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
}
presence-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
}
