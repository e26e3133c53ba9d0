# The second factor: an authenticator's codes and recovery codes.
factor-name = Второй фактор
factor-lead = Кроме пароля при входе спрашивают код из приложения на вашем телефоне. Ключам API код не нужен.
factor-title = Код подтверждения
factor-code = Код из приложения
factor-code-help = Шесть цифр, или один из кодов восстановления.
factor-lost = Нет ни телефона, ни кодов? Администратор может сбросить второй фактор.
factor-back = Войти под другим именем
factor-enrol = Включить второй фактор
factor-enrol-lead = Откройте на телефоне приложение с кодами (Яндекс Ключ, Google Authenticator, 2FAS или другое), снимите картинку и введите код, который оно покажет.
factor-required-lead = Для вашей роли нужен второй фактор. Откройте на телефоне приложение с кодами (Яндекс Ключ, Google Authenticator, 2FAS или другое), снимите картинку и введите код, который оно покажет.
factor-required = Для вашей роли второй фактор обязателен.
factor-picture = Картинка для приложения с кодами
factor-by-hand = Или введите в приложение ключ:
factor-first-code = Код из приложения
factor-turn-on = Включить
factor-on = Включён
# $count (Number) - how many
factor-codes-left = { $count ->
    [one] Остался { $count } код восстановления.
    [few] Осталось { $count } кода восстановления.
   *[many] Осталось { $count } кодов восстановления.
}
factor-codes = Коды восстановления
factor-codes-lead = Сохраните их: каждым можно войти один раз, если телефона нет под рукой. Больше их не покажут.
factor-codes-shown = Коды уже показаны. Если вы их не сохранили, сделайте новые.
factor-codes-done = Готово
factor-codes-anew = Новые коды восстановления
factor-codes-anew-lead = Прежние перестанут работать.
factor-codes-make = Сделать новые
factor-password = Ваш пароль
factor-turn-off = Выключить
factor-turn-off-lead = Входить можно будет по одному паролю.
factor-state-on = второй фактор
