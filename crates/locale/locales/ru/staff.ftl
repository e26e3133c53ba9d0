# The page of agents and the page of one.
staff-search = Имя или почта
staff-any-role = любая роль
staff-group = Группа
staff-any-group = любая группа
staff-any-state = любое состояние
staff-here = сейчас на месте
staff-no-factor = без второго фактора
staff-none = Никого не нашлось
staff-seen = Был(а) здесь
staff-never = ещё не входил(а)
staff-standing = Работа в Дозвоне
# $count (Number) - how many
staff-tickets = { $count ->
    [0] Незакрытых запросов нет
    [one] Что делать с { $count } незакрытым запросом
   *[other] Что делать с незакрытыми запросами: { $count }
}
staff-tickets-stay = Оставить как есть
staff-tickets-nobody = Снять исполнителя
staff-tickets-heir = Передать коллеге
staff-heir = Кому передать
staff-let-go = Отключить
staff-take-back = Включить снова
staff-sessions = Открытые сеансы
staff-sessions-none = Открытых сеансов нет.
staff-factor-reset = Сбросить второй фактор
staff-factor-reset-ask = Войти можно будет по одному паролю. Убедитесь, что об этом просит сам сотрудник.
