# One's own profile: name, telephony, password, browsers, keys.
profile-title = Профиль
profile-self = О вас
profile-name = Имя
profile-language = Язык
profile-save = Сохранить
profile-telephony-save = Сохранить телефонию

profile-password = Пароль
profile-password-old = Нынешний пароль
profile-password-new = Новый пароль
# $shortest (Number) - characters
profile-password-help = Не короче { $shortest } знаков. На других устройствах придётся войти заново.
profile-password-save = Сменить пароль
profile-password-done = Пароль изменён. На других устройствах вы вышли.

sessions-title = Где вы вошли
sessions-here = этот браузер
sessions-browser-unknown = неизвестный браузер
sessions-seen = был здесь
sessions-end = Завершить
sessions-end-all = Выйти на всех устройствах
sessions-end-all-ask = На каждом устройстве, и на этом тоже, придётся войти заново.
sessions-end-all-yes = Выйти везде

keys-api-title = Ключи API
keys-api-lead = Для программ: ключ действует с вашими правами. Как пользоваться, сказано в описании API.
keys-api-docs = Описание API
keys-api-none = Ключей пока нет.
keys-api-name = Для чего ключ
keys-api-name-help = Например, «Выгрузка в 1С».
keys-api-make = Создать ключ
keys-api-made = Новый ключ
keys-api-once = Скопируйте сейчас: больше он не покажется.
keys-api-unused = ещё не приходил
keys-api-used = последний раз
# $day (String) - a date
keys-api-since = создан { $day }
keys-api-revoke = Отозвать
keys-api-revoke-ask = Программа с этим ключом сразу потеряет доступ.
keys-api-revoke-yes = Отозвать ключ
keys-api-shown = Готово
profile-more = Ещё о вас
