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
notices-settings-lead = Для каждого события: показать на открытой странице, сообщить через браузер, когда страница не на виду, и звук. Без первого и второго событие не попадёт и в список.
notices-what = Событие
notices-in-page = На странице
notices-in-browser = Через браузер
notices-sound = Звук
notices-saved = Сохранено
notices-kind-mentioned = Меня упомянули в комментарии
notices-kind-assigned = Мне назначили запрос
notices-kind-reminder = Пришло время напоминания
notices-kind-silent = Канал замолчал
notices-browser = Уведомления браузера
notices-browser-ask = Браузер ещё не разрешил Дозвону показывать уведомления.
notices-browser-allow = Разрешить в этом браузере
notices-browser-granted = В этом браузере разрешены
notices-browser-denied = В этом браузере запрещены. Разрешите их в настройках сайта: значок слева от адреса.
notices-browser-insecure = Браузер показывает уведомления только со страниц по HTTPS. Здесь остаются страница и звук.
notices-browser-missing = Этот браузер не умеет показывать уведомления.
notices-quiet = Когда вы просите не беспокоить или вне рабочих часов, ничего не всплывает и не звучит: события ждут в списке.
# $caller (String) - a name or a number
# $since (String) - a moment
notices-overdue = { $caller } ждёт звонка с { $since }
notices-kind-overdue = Пропущенному клиенту не перезвонили вовремя
