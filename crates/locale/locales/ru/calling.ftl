# A channel's settings of calling back and of routing.
calling-title = Обратный звонок и маршрутизация
calling-callback = Перезвонить пропущенному за, мин
calling-callback-help = Считается рабочее время канала. Кто ждёт дольше, выделен красным, супервизоры и администраторы получат уведомление. Пусто: без срока.
calling-routes = АТС спрашивает, кому звонить
# $provider (String) - the name of the telephony
calling-routes-help = { $provider } спросит в сценарии, и звонок пойдёт ответственному: кому назначен открытый запрос клиента, иначе кто говорил с ним последним. Если его нет или он не на связи, сценарий продолжится.
# $provider (String) - the name of the telephony
calling-address = Адрес для операции «Интерактивная обработка звонка» в сценарии { $provider }. Передайте параметры call_session_id, numa и numb.
calling-no-token = Адрес появится, когда у канала будет токен.
calling-save = Сохранить звонки
decision-routed-open-ticket = АТС спросила, кому звонить: исполнителю открытого запроса клиента.
decision-routed-responsible = АТС спросила, кому звонить: ответственному за клиента.
decision-routed-talked-last = АТС спросила, кому звонить: кто говорил с клиентом последним.
