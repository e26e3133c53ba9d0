# What was said in a call: the dialogue, how far it is, why there is none.
said-title = Расшифровка
said-ask = Расшифровать
said-begun = Расшифровка запущена
# $percent (String) - how far it is
said-percent = Расшифровка запущена, { $percent } %
said-waiting = Расшифровка запущена, ждёт своей очереди
said-waits-for-sound = Расшифровка запущена, ждём запись разговора
said-agent = Агент
said-client = Клиент
said-unknown = Голос
# $engine (String) - the engine and its model
said-automatic = Текст распознан автоматически ({ $engine }), в нём бывают ошибки.
said-nothing = В записи не слышно речи.
said-doubtful = Бледным — слова, в которых распознавание не уверено.
said-gone = Расшифровать нечего: записи разговора больше нет ни здесь, ни у провайдера.
said-not-in-time = Запись разговора или её текст так и не появились у провайдера.
said-unreadable = Запись не удалось прочитать: файл повреждён, пуст или в неизвестном формате.
said-no-model = Распознавать речь пока нечем: на сервере нет модели. Её загружает команда dozvon model fetch.
said-refused = Распознавание отказалось от этой записи.
said-limit-reached = Минуты расшифровки на этот месяц израсходованы.
said-again = Попробовать ещё раз
said-copy = Скопировать текст
said-save-as = Сохранить
said-masked = Номера карт и документов скрыты
said-recording = Запись
# $who (String) - a name
said-edited = исправлено: { $who }
said-edit = Исправить строку
said-edit-text = Как было сказано
said-before = До исправлений
said-in-call = К звонку
said-entry = Расшифровка звонка
# $count (Number) - lines
said-all-lines = { $count ->
    [one] Показать { $count } строку
    [few] Показать { $count } строки
   *[many] Показать { $count } строк
}
said-line-saved = Строка исправлена.
said-late = Строку уже исправили в другом окне. Ниже — ваш текст: сохраните его ещё раз, если он вернее.
said-search = Сказано в разговорах
said-who = Кто сказал
said-anybody = кто угодно
said-play = Слушать с этого места
said-words = Слова или «точная фраза»
said-calls = Сказано в разговоре
said-none = Так никто не говорил
said-none-about = Ищутся слова в любой форме. Фразу в кавычках — слово за словом.
promise-found = Обещали
promise-accept = Напомнить
promise-dismiss = Не нужно
# $at (String) - day and time
promise-remind = напомнить { $at }
promise-accepted = Напоминание поставлено.
promise-dismissed = Обещание отклонено.
said-no-engine = Расшифровывать пока нечем: настройте распознавание на странице
said-at-provider = Расшифровка запущена, текст готовит провайдер телефонии
said-limit = Расшифровка запущена, но запросы к провайдеру по тарифу исчерпаны: продолжим, когда они появятся
said-no-key = Расшифровку делает провайдер телефонии, а ключа к нему у канала нет, или он не подходит. Укажите App Secret в настройках канала.
said-no-component = Расшифровку делает провайдер телефонии, а в тарифе нет компонента «Data API для настройки». Подключите его в личном кабинете или выберите другое распознавание на странице «Расширения».
summary-ask = Составить сводку
summary-begun = Сводка составляется
summary-waiting = Сводка составляется
summary-topic = О чём
summary-outcome = Чем кончилось
summary-promises = Обещали
# $model (String) - the model's name
summary-automatic = Составлено автоматически ({ $model }), проверьте по тексту разговора.
summary-saved = Настройки сводки сохранены.
summary-off = Сводку не составили: расширение выключили.
summary-nothing-said = В разговоре не слышно речи, пересказывать нечего.
summary-no-answer = Языковая модель не отвечает. Проверьте её адрес на странице «Расширения».
# $status (String) - a status of HTTP
# $said (String) - the service's own words
summary-refused = Языковая модель отказала (HTTP { $status }). { $said }
summary-unreadable = Языковая модель ответила не тем, о чём её просили: попробуйте другую модель.
