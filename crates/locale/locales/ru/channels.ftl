# Channels: the list, a new one, a channel's settings.
channels-title = Каналы
channels-lead = Откуда приходят звонки и запросы.
channels-add = Добавить канал
channels-empty = Каналов пока нет
channels-empty-text = Канал соединяет «Дозвон» с телефонией. Добавьте его, вставьте в личном кабинете UIS четыре готовых уведомления, и звонки начнут приходить сюда.
channels-empty-reader = Каналы добавляет администратор. Попросите его подключить телефонию.
channels-name = Название
channels-provider = Телефония
channels-state = Состояние
channels-last = Последнее уведомление
channels-never = ещё не было
channels-state-ok = работает
channels-state-wait = ждём уведомлений
channels-state-bad = приходит с ошибкой

channels-kind = Что подключить
channels-kind-telephony = Телефония
channels-kind-telephony-text = UIS, CoMagic, Novofon или CallGear: звонки с записями, клиентами и запросами.

channel-name = Название канала
channel-name-help = Будет видно в списке каналов, в запросах и звонках.
channel-provider = Телефония
channel-save = Сохранить
channel-reader-lead = Настраивает администратор.
channel-reader-nobody = только администраторы и супервизоры
# $provider (String) - UIS
channel-lead-never = { $provider }. Уведомлений ещё не было.
# $provider (String) - UIS
channel-lead = { $provider }. Последнее уведомление
channel-settings = Настройки
channel-secret = App Secret
# $provider (String) - UIS
channel-secret-placeholder = ключ API из кабинета { $provider }
# $provider (String) - UIS
channel-secret-help = Ключ API из личного кабинета { $provider }. Хранится зашифрованным, целиком больше не показываем.
channel-secret-replace = Заменить

channel-tokens = Токены канала
channel-tokens-live = Действующие токены
channel-tokens-none = Токенов ещё нет. Без токена уведомления не принимаются.
# $day (String) - a date
channel-token-made = создан { $day }
channel-token-unused = ещё не приходил
channel-token-used = последний раз
channel-token-new = Новый токен
channel-token-revoke = Отозвать
channel-token-revoke-ask = Уведомления с этим токеном сразу перестанут приниматься. Сначала впишите в них другой токен.
channel-token-revoke-yes = Отозвать токен

channel-access = Доступ
channel-access-lead = Администраторы и супервизоры работают во всех каналах. Остальные только там, где отмечены они сами или их группа.
channel-access-groups = Группы
channel-access-agents = Агенты
channel-access-internal = внутренний сотрудник, звонить не может
channel-access-off = отключён
channel-access-none = Пока некого отметить: пригласите агентов.
channel-access-invite = Пригласить агента
channel-access-save = Сохранить доступ

channel-policy = Правило запросов
channel-policy-tickets = Создавать запрос
channel-policy-every-call = на каждый звонок
channel-policy-missed = только на пропущенный
channel-policy-answered = только на отвеченный
channel-policy-never = никогда
channel-policy-attach = Если у клиента уже есть открытый
channel-policy-open-ticket = добавлять звонок в него
channel-policy-always-new = всегда заводить новый
channel-policy-reopen = Решённый открывать снова в течение, ч
channel-policy-save = Применить к новым звонкам

channel-place = Номера и время
channel-country = Страна
channel-country-help = Две буквы: из этой страны номера, записанные без кода.
channel-zone = Часовой пояс
channel-zone-help = По нему читаем время, если уведомление не говорит своего.
channel-close-after = Закрывать звонок без завершения через, мин
channel-close-after-help = Если о звонке больше ничего не приходит, он считается законченным, исход неизвестен.
channel-place-save = Сохранить номера и время

channel-delete = Удалить канал
channel-delete-ask = Токены перестанут действовать, новые звонки приходить не будут. Прежние звонки и запросы останутся.
channel-delete-yes = Удалить канал, оставить историю
