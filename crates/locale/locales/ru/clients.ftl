# Clients: beside a ticket, the list, the page of one.
client-card = Карточка клиента
client-back = К запросу
client-vip = Важный клиент
client-spammer = Спам
client-is-spammer = Спам: звонки сразу подшиваются в спам
# $day (String) - "18 Nov 2025"
client-since = с { $day }
client-name = Имя
client-name-help = Без имени клиента зовут по первому номеру.
client-phones = Телефоны
client-phone = Телефон
client-phone-kind = Какой телефон
client-emails = Почта
client-email = Адрес почты
client-company = Компания
client-note = Заметки
client-note-help = Что знать, когда он звонит. Можно Markdown: **жирно**, списки, ссылки.
client-no-note = Заметок нет.
client-write-note = Написать
client-other-tickets = Другие запросы
client-no-other-tickets = Других запросов нет.
client-no-tickets = Запросов нет.
client-no-calls = Звонков нет.
client-all-calls = Все звонки клиента
client-last = Последний контакт
client-unknown = Номер скрыт, или запрос создан без клиента.
client-choose = Чей это запрос
client-choose-help = Номер в любом написании или имя.
client-set = Указать клиента
client-new = Новый клиент
client-make = Создать клиента
client-none-found = Такого клиента нет. Проверьте номер или имя.
# $names (String) - names of clients
client-many-found = Подходит несколько: { $names }. Уточните, лучше номером.
client-same-as = Номер или имя
client-find = Найти
client-merge = Объединить

clients-about = Кто звонил и кому звонили.
clients-find = Имя, компания, почта или номер
clients-none = Клиентов пока нет
clients-none-about = Номера, которые звонили, стоят во вкладке «Незнакомые номера»: назовите их, и они появятся здесь. Клиентов можно создать или загрузить файлом.
clients-none-found = Никого не нашлось
clients-none-found-about = Попробуйте часть имени или номер в любом написании.

phone-mobile = мобильный
phone-home = домашний
phone-work = рабочий
phone-fax = факс
phone-other = другой
phone-unsaid = не указано
