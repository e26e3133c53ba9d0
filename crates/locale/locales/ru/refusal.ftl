# Why something was not done, and what to do about it.
refusal-invalid = Данные не приняты
refusal-invalid-detail = Исправьте поля, перечисленные в errors.
refusal-malformed = Тело запроса не прочитать
refusal-malformed-empty = Тело запроса пустое: пришлите объект JSON.
# $place (String) - line and column, "3:14"
refusal-malformed-json = Это не JSON: ошибка на месте { $place } (строка:столбец).
refusal-malformed-text = Тело запроса оборвалось или не в кодировке UTF-8: пришлите его ещё раз.
refusal-malformed-object = Пришлите объект JSON: фигурные скобки и поля в них.
refusal-signed-out = Нужен вход
refusal-signed-out-detail = Пришлите действующий ключ заголовком «Authorization: Bearer …» или войдите заново.
refusal-foreign = Запрос пришёл с чужой страницы
refusal-foreign-detail = Со входом браузера принимаются только запросы со страниц самого «Дозвона». Программе нужен ключ в заголовке Authorization.
refusal-not-allowed = Нет прав
refusal-not-found = Не найдено
refusal-no-route = По этому адресу ничего нет. Все адреса перечислены в /api/docs.
refusal-method = Метод не подходит
refusal-method-detail = Этот адрес не принимает такой метод. Какие принимает, сказано в заголовке Allow.
refusal-too-large = Слишком большой запрос
refusal-too-large-detail = Принимается не больше 1 МиБ.
refusal-changed = Уже изменено
refusal-changed-detail = Пока вы правили, запись изменил кто-то другой. Загрузите её заново и повторите правку.
refusal-clash = Так нельзя
refusal-too-many = Слишком часто
refusal-too-many-detail = { $seconds ->
    [one] Попробуйте снова через { $seconds } секунду.
    [few] Попробуйте снова через { $seconds } секунды.
   *[many] Попробуйте снова через { $seconds } секунд.
}
refusal-gone = Записи больше нет
refusal-gone-detail = У провайдера этой записи разговора больше нет: срок её хранения истёк.
refusal-not-ready = Запись ещё готовится
refusal-not-ready-detail = Провайдер ещё не приготовил запись разговора. Попробуйте через минуту.
refusal-upstream = Провайдер не отвечает
refusal-upstream-detail = Провайдер ответил не так, как должен. Попробуйте позже; если повторяется, посмотрите журнал сервера.
refusal-storage = Хранилище недоступно
refusal-storage-detail = База данных сейчас не отвечает. Ничего не изменено, повторите запрос чуть позже.
refusal-too-slow = Слишком долго
refusal-too-slow-detail = Запрос не успел выполниться за отведённое время. Попробуйте ещё раз.
refusal-inside = Ошибка внутри «Дозвона»
refusal-inside-detail = Что-то сломалось у нас, а не у вас. Подробности в журнале сервера под номером запроса из заголовка X-Request-Id.

missing-agent = Такого агента нет, или он вам не виден.
missing-group = Такой группы нет.
missing-channel = Такого канала нет, или он вам не виден.
missing-token = Такого токена у канала нет.
missing-notification = Такого уведомления нет.
missing-channel-test = Такой проверки нет.
missing-rehearsal = Такой репетиции нет.
missing-client = Такого клиента нет, или он вам не виден.
missing-ticket = Такого запроса нет, или он вам не виден.
missing-call = Такого звонка нет, или он вам не виден.
missing-recording = Такой записи разговора у звонка нет.
missing-session = Такого входа нет: возможно, он уже завершён.
missing-invitation = Приглашение не найдено или уже не действует. Попросите администратора прислать новое.
missing-job = Такого задания нет.
missing-api-key = Такого ключа нет.
missing-notice = Такого уведомления нет.
missing-absence = Такого отсутствия нет.
missing-second-factor = Второго фактора нет.
missing-view = Такого вида нет, или он не ваш.
missing-bulk = Отменить это уже нельзя: прошли сутки, или всё уже отменено.

denied-admins-only = Это может только администратор.
denied-supervisors-only = Это могут только администратор и супервизор.
denied-may-not-listen = Слушать записи этого звонка вам нельзя. Об этом решает администратор в настройках канала.
denied-not-hushed = В записи называют номера, которые вам не показывают, а заглушить их в этом файле не удалось. Послушать её может администратор.
denied-not-your-channel = У вас нет доступа к этому каналу. Попросите администратора добавить вас.
denied-internal-only = Внутренний сотрудник может читать и писать комментарии, но не это.
denied-last-admin = Это последний администратор. Сначала назначьте другого.
denied-yourself = Свою роль не меняют и себя не отключают. Попросите другого администратора.
denied-factor-required = Для вашей роли второй фактор обязателен.
denied-factor-there = Второй фактор уже включён.
denied-own-factor-first = Сначала включите второй фактор у себя: иначе вы не войдёте.
denied-set-up-already = «Дозвон» уже настроен. Войдите.

clash-key-reused = Этот Idempotency-Key уже пришёл с другим запросом. Для нового запроса нужен новый ключ.
clash-key-unreadable = Idempotency-Key должен быть от 1 до 255 печатных знаков ASCII.
clash-still-running = Запрос с этим Idempotency-Key ещё выполняется. Повторите его чуть позже, чтобы получить ответ.
clash-into-itself = Нельзя объединить запись с самой собой.

field-required = Заполните это поле.
# $longest (Number) - characters
field-too-long = Слишком длинно: не больше { $longest } зн.
# $shortest (Number) - characters
field-too-short = Слишком коротко: не меньше { $shortest } зн.
field-not-a-phone = Это не номер телефона. Пример: +7 916 204-18-37.
field-not-an-email = Это не адрес почты. Пример: name@company.ru.
field-not-an-operator-id = Нужен номер сотрудника у провайдера: цифры после recordid= в адресе его карточки.
field-not-a-country = Нужны две буквы страны. Пример: RU.
field-not-a-time-zone = Нет такого часового пояса. Пример: Europe/Moscow.
field-not-hours = Часы пишут так: 09:00-18:00, через запятую несколько. Ночную смену разделите полуночью: 22:00-24:00.
# $least (String) - the least number
# $most (String) - the greatest number
field-not-within = Нужно целое число от { $least } до { $most }.
# $choices (String) - the values there are, parted by commas
field-not-one-of = Выберите одно из: { $choices }.
field-taken = Это уже занято.
field-unknown = Такого нет, или оно вам не видно.
field-wrong-sign-in = Почта и пароль не подходят друг другу.
field-wrong-password = Это не ваш нынешний пароль.
field-not-in-the-future = Это время уже прошло.
field-not-a-time = Это не время. Напишите как 09:30.
field-not-a-day = Это не дата. Напишите как 2026-11-23.
field-before-its-start = Конец раньше начала.
field-easily-guessed = Такой пароль подбирают одним из первых. Придумайте длиннее или из нескольких слов.
field-wrong-code = Код не подходит или уже использован. Возьмите следующий.
field-merged = Запрос объединён с другим: меняйте тот, в который он вошёл.
# $choices (String) - fields there are, parted by commas
field-not-there = Такого поля нет. Есть: { $choices }.
field-none-there = Такого поля нет: здесь не ждут никаких.
field-twice = Это поле пришло дважды.
# $kind (String) - what is wanted, in words
field-wrong-kind = Здесь нужно { $kind }.
field-wrong = Это значение не подходит.
field-not-a-moment = Нужно время по RFC 3339. Пример: 2026-03-28T13:29:07Z.
field-not-a-cursor = Этот cursor выдан не здесь. Для первой страницы уберите его.
kind-text = текст
kind-number = число
kind-truth = true или false
kind-list = список
kind-object = объект
missing-missed = Такого пропущенного на доске нет.
missing-transcript = Расшифровки у этого звонка нет.
missing-line = Такой строки в расшифровке нет.
missing-promise = Такого обещания нет, или о нём уже решили.
missing-extension = Такого расширения нет.
denied-extension-off = Расширение «Расшифровка звонка» выключено. Его включает администратор на странице «Расширения».
denied-masked = В этой строке скрыты номера, которые вам не показывают. Исправить её может администратор.
clash-no-engine = Распознавать речь пока нечем: на сервере нет модели. Её загружает команда dozvon model fetch.
clash-minutes-used = Минуты этого месяца израсходованы. Предел меняет администратор на странице «Расширения».
# $line (String) - its number
# $text (String) - what stands there
field-wrong-rule = Строка { $line } не читается: { $text }. Пример: перезвоню завтра = завтра 10:00
missing-summary = У этого звонка нет сводки.
denied-summaries-off = Расширение «Сводка разговора» выключено. Его включает администратор на странице «Расширения».
