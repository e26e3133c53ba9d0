# Agents, their groups, invitations.
agents-title = Агенты
agents-lead = Кто работает в «Дозвоне», в какой роли и под каким оператором телефонии.
agents-invite = Пригласить агента
agents-name = Имя
agents-email = Почта
agents-role = Роль
agents-operator = ID оператора
agents-number = Виртуальный номер
agents-groups = Группы
agents-state = Состояние
agents-state-active = работает
agents-state-invited = приглашён
agents-state-off = отключён
agents-none = нет

agent-new = Новый агент
agent-email-help = С ней агент будет входить. Письмо не отправляется: ссылку на приглашение передайте сами.
agent-name-help = Имя и фамилия, как видят коллеги.
agent-role-admin-text = настраивает всё
agent-role-supervisor-text = видит все каналы
agent-role-agent-text = работает в отмеченных каналах
agent-role-internal-text = пишет комментарии, звонить не может
agent-active = Может входить
agent-language = Язык
agent-save = Сохранить
agent-invite = Пригласить
agent-back = Все агенты
agent-invitation = Приглашение
# $name (String) - agent
agent-invitation-made = Передайте эту ссылку: { $name } откроет её и задаст пароль.
agent-invitation-once = Ссылка показана один раз. Если потеряется, создайте новую: прежняя перестанет действовать.
agent-invitation-waiting = Пароль ещё не задан. Прежнюю ссылку показать нельзя, но можно создать новую.
agent-invitation-forgotten = Забыт пароль? По новой ссылке агент задаст другой.
agent-invitation-new = Создать ссылку

telephony-title = Телефония
telephony-lead = Чтобы запросы с разговорами назначались автоматически и можно было звонить.
telephony-provider = Тип телефонии
telephony-provider-none = не указан
telephony-operator = ID оператора
telephony-operator-help = В кабинете UIS: «Настройки» → «Сотрудники» → карточка сотрудника. В адресной строке будет recordid=12345: число и есть ID. Можно вставить и весь адрес.
telephony-number = Виртуальный номер телефона
telephony-number-help = В кабинете UIS: «Сервисы» → «Виртуальная АТС» → «Виртуальные номера и правила».

groups-title = Группы
groups-lead = Группе можно открыть канал целиком: в нём будут работать все её участники.
groups-empty = Групп пока нет
groups-empty-text = Соберите в группу тех, кто работает вместе, и откройте ей канал.
groups-new = Новая группа
groups-name = Название группы
groups-members = Участники
groups-make = Создать группу
groups-save = Сохранить группу
groups-delete = Удалить группу
groups-delete-ask = Участники потеряют доступ к каналам, открытым этой группе. Сами агенты останутся.
groups-delete-yes = Удалить группу
groups-count = { $count ->
    [one] { $count } участник
    [few] { $count } участника
   *[many] { $count } участников
}

invitation-title = Добро пожаловать
# $name (String) - agent
# $email (String) - address
invitation-lead = { $name }, задайте пароль. Входить вы будете с почтой { $email }.
invitation-password = Пароль
# $shortest (Number) - characters
invitation-password-help = Не короче { $shortest } знаков.
invitation-accept = Задать пароль и войти
invitation-gone = Приглашение не действует
invitation-gone-text = Ссылкой уже воспользовались, или её срок истёк. Попросите администратора прислать новую.
invitation-sign-in = Войти
