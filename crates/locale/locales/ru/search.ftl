# Search: the palette and the page with what was found.
search-palette = Поиск и команды
search-placeholder = Номер, имя, слово или команда
search-found = Найдено
search-recent = Недавнее
search-deeds = Действия
search-pages = Страницы
search-none = Ничего не нашлось
search-none-about = Проверьте, как написано слово. Номер можно искать по последним четырём цифрам.
# $query (String) - what was typed
search-whole = Искать везде: { $query }
search-all-of-it = Все результаты
search-more = Показать ещё
# $kind (String) - the name of a section
search-more-of = Ещё: { $kind }
# $query (String) - what was typed
search-of = Найдено: { $query }
# $meant (String) - what was typed, in the other layout of the keyboard
search-meant = Другая раскладка: { $meant }
search-again = Поиск по всему
search-what = Номер, имя или слово
search-find = Найти
search-how = Что ищем?
search-how-about = Номер в любом написании или его последние цифры, имя, компания, почта, слово из запроса или комментария, № запроса.
search-kinds = Что показать
search-all = Всё
search-looked = Показано найденное среди последних. Более раннее — на следующей странице.
search-key-walk = выбрать
search-key-open = открыть
search-key-all = все результаты
search-key-close = закрыть
search-missed = Пропущенные звонки
search-mine = Мои запросы
search-reference = Справка по API
search-new-ticket = Новый запрос
search-new-client = Новый клиент
search-new-channel = Новый канал
search-theme-light = Тема: светлая
search-theme-dark = Тема: тёмная
search-theme-system = Тема: как в системе
search-presence = Моё присутствие
search-dial = Позвонить
