# The phone: calls begun from the desk.
# $number (String) - "+7 916 204-18-37"
phone-call = Позвонить { $number }
# $number (String) - "+7 916 204-18-37"
phone-call-missing = Позвонить { $number }: сначала заполните ID оператора в профиле
# $number (String) - "+7 916 204-18-37"
phone-calling = Звоним { $number }. Ответьте на своём телефоне, и мы наберём клиента.
phone-no-call = Звонок не начат
phone-no-operator = Чтобы звонить, заполните «ID оператора»: «Настройки», «Профиль», блок «Телефония».
phone-no-virtual-number = Не с чего звонить: заполните «Виртуальный номер телефона» в профиле, блок «Телефония».
phone-no-channel = У вас нет доступа ни к одному каналу вашей телефонии. Попросите администратора открыть его на странице канала.
phone-no-app-secret = В канале нет App Secret, без него телефония не примет команду. Его вводит администратор на странице канала.
phone-no-number = У клиента нет телефона: впишите номер.
phone-too-slow = Телефония не ответила вовремя.
phone-may-ring = Если ваш телефон всё же зазвонит, ответьте: звонок появится здесь сам. Повторить можно через минуту.
denied-no-calls = Внутренний сотрудник не может звонить.
clash-dialling = Звонок уже начинается: подождите, пока зазвонит ваш телефон.
clash-may-ring = На этот номер уже звонили только что, и телефония не сказала, начался ли звонок. Если телефон не зазвонит, повторите через минуту.
decision-client-dialled = Звонок начат из «Дозвона» этому клиенту.
decision-ticket-dialled = Звонок начат из этого запроса.
decision-agent-dialled = Звонок начал этот сотрудник из «Дозвона».

bar-label = Текущий разговор
bar-ringing = дозвон
bar-talking = разговор
bar-held = на удержании
bar-asking = клиент ждёт, на линии
bar-hold = Удержать
bar-unhold = Вернуться
bar-pass = Соединить
bar-transfer = Перевести
bar-colleague = Кому
bar-by-number = По номеру
bar-number = Номер телефона или внутренний
bar-ask-first = Сначала поговорить
bar-at-once = Перевести сразу
bar-keys = Клавиши
bar-note = Заметка
bar-note-for = Комментарий в запрос
bar-note-write = Записать
bar-noted = Записано в запрос.
bar-passed = Клиент переведён.
bar-hang-up = Завершить
clash-call-over = Звонок уже завершён.
denied-not-your-call = Этим звонком управляет тот, кто говорит. Завершить чужой звонок может супервизор.

account-title = Аккаунт телефонии
account-untried = Ключ ещё не проверен.
# $name (String) - the account's name
# $id (String) - its id
account-works = Ключ работает: аккаунт «{ $name }», ID { $id }.
account-key-wrong = Ключ не подходит: проверьте, что он скопирован целиком и создан в этом же аккаунте.
account-key-expired = Срок действия ключа истёк: создайте в личном кабинете новый и вставьте его сюда.
account-key-blocked = Ключ заблокирован: включите его в личном кабинете или создайте новый.
# $address (String) - "203.0.113.7"
account-address = Адрес сервера { $address } не разрешён: добавьте его в белый список API в личном кабинете.
account-address-unknown = Адрес сервера не разрешён: добавьте его в белый список API в личном кабинете.
account-component = В тарифе нет Call API и Data API: подключите «API» в личном кабинете.
account-inactive = Аккаунт телефонии отключён: проверьте баланс и договор.
account-no-points = Лимит запросов к телефонии исчерпан: проверьте позже.
# $zone (String) - "Europe/Moscow"
account-zone = Часовой пояс аккаунта: { $zone }
# $left (String) - a number
account-left-calls = Осталось запросов Call API на сегодня: { $left }
# $left (String) - a number
account-left-data = Осталось запросов Data API на сегодня: { $left }
account-no-steering = Нет компонента «Управление вызовами»: удержать и перевести звонок из «Дозвона» не получится.
account-no-writing = Нет компонента «Data API для настройки»: теги и комментарии в кабинет не записать.
account-check = Проверить ключ
account-communicator = Голос идёт через коммуникатор UIS: установите его каждому оператору (программа, браузер или телефон). Без запущенного коммуникатора звонить оператору некуда.

operators-title = Операторы и агенты
operators-as-of = По данным телефонии,
operators-never = Телефония ещё не спрошена.
operators-refresh = Обновить
operators-lead = Оператор: сотрудник в личном кабинете телефонии. Свяжите его с агентом, и звонки оператора будут назначаться агенту. «ID оператора» можно вписать и вручную в профиле агента.
operators-none = Операторов пока не видно
operators-none-about = Нажмите «Обновить»: список придёт из личного кабинета. Для этого в канале нужен App Secret.
operators-operator = Оператор
operators-id = ID оператора
operators-phones = Телефоны
# $number (String) - "101"
operators-extension = внутренний { $number }
operators-registered = на связи
operators-unregistered = не на связи
operators-off = выключен
operators-readiness = Готовность
operators-ready = Готов
operators-no-phone = Нет номера
operators-not-registered = Коммуникатор не запущен
operators-away = Не принимает звонки
operators-agent = Агент
# $name (String) - the operator's name
operators-agent-of = Агент для оператора { $name }
operators-choose = Выберите агента
operators-link-this = Связать
# $name (String) - an agent's name
operators-link = Связать: { $name }
operators-numbers = Виртуальные номера
operators-number-off = не активен

# From which number to call.
origin-which = С какого номера звонить
# $number (String) - "+7 916 204-18-37"
origin-choose = Выбрать, с какого номера звонить { $number }
origin-last = отсюда звонили в прошлый раз
origin-usual = обычно отсюда
