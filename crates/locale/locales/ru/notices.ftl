# What agents are told, and how.
notices-title = Уведомления
# $count (Number) - how many
notices-bell = { $count ->
    [0] Уведомления
    [one] Уведомления: { $count } новое
    [few] Уведомления: { $count } новых
   *[many] Уведомления: { $count } новых
  }
notices-all = Все
notices-unread = Новые
notices-read-all = Прочитать все
notices-read-one = Прочитано
notices-none = Уведомлений нет
notices-none-about = Здесь появится, что вам назначили запрос, упомянули вас в комментарии или пришло время напоминания.
notices-none-unread = Новых уведомлений нет
notices-new = новое
notices-settings = Что и как сообщать
notices-somebody = Кто-то
notices-ticket-gone = запрос вам больше не доступен
notices-channel-gone = канал удалён
# $who (String) - a colleague's name
notices-assigned = { $who } назначил(а) вам запрос
# $who (String) - a colleague's name
notices-mentioned = { $who } упоминает вас в комментарии
notices-reminder = Напоминание о запросе
# $since (String) - a moment
notices-silent = Канал молчит с { $since }
