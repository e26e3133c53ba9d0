# Recordings: how far each is, the player, the channel's rules about them.
sound-expected = Запись скоро появится: забираем её у провайдера.
# $time (String) - the time of day of the next try
sound-not-ready = Провайдер ещё готовит запись. Следующая попытка в { $time }.
# $why (String) - why, without a full stop
# $time (String) - the time of day of the next try
sound-put-off = Запись пока не сохранена: { $why }. Следующая попытка в { $time }.
sound-fetching = Сохраняем запись.
# $percent (Number) - percents
sound-percent = Сохраняем запись, { $percent } %.
sound-gone = Записи больше нет: провайдер хранит их ограниченное время и эту уже удалил.
# $why (String) - why, without a full stop
sound-failed = Запись не сохранена: { $why }.
# $day (String) - when
sound-removed = Запись удалена { $day }: вышел срок хранения, заданный для канала.
sound-retry = Повторить
sound-client = Клиент
sound-agent = Оператор
# $n (Number) - a number from 1
sound-part = Часть { $n }

mishap-gone = у провайдера её больше нет
mishap-not-ready = провайдер её так и не подготовил
mishap-unreached = провайдер не отвечает
# $status (String) - an HTTP status code
mishap-refused = провайдер ответил кодом { $status }
mishap-not-sound = вместо звука пришло что-то другое
mishap-empty = файл пуст
mishap-too-large = файл больше, чем разрешено в настройках
mishap-host-not-allowed = её адреса нет в настройке media_hosts
mishap-storage = хранилище записей не приняло файл

player-play = Слушать
player-pause = Пауза
player-place = Место в записи
player-back = Назад на 10 секунд
player-on = Вперёд на 10 секунд
player-speed = Скорость
player-keys = Запись: слушать и пауза, на 10 секунд назад и вперёд
player-space = Пробел

sound-state-expected = Ждём
sound-state-fetching = Сохраняем
sound-state-kept = Сохранены у нас
sound-state-gone = Не успели, у провайдера их больше нет
sound-state-failed = Не удалось сохранить
sound-state-removed = Удалены по сроку

rules-title = Записи разговоров
# $provider (String) - the provider's name
rules-lead = { $provider } хранит записи ограниченное время. Дозвон сохраняет каждую у себя, как только она появляется.
# $provider (String) - the provider's name
# $count (Number) - recordings
rules-only-there = { $count ->
    [one] { $count } запись пока есть только у { $provider }.
    [few] { $count } записи пока есть только у { $provider }.
   *[other] { $count } записей пока есть только у { $provider }.
}
# $provider (String) - the provider's name
rules-lost-at = { $provider } удалит первую из них около:
rules-rules = Правила
rules-listening = Кто из агентов слушает записи
rules-everybody = Все, кто работает в канале
rules-own-calls = Каждый только свои разговоры
rules-supervisors = Никто, только супервизоры и администраторы
rules-keep = Сколько дней хранить у себя
rules-keep-help = Пусто: всегда. Лишнее удаляется ночью, в четвёртом часу.
# $provider (String) - the provider's name
rules-provider = Сколько дней записи хранит { $provider }
rules-provider-help = По вашему тарифу. По этому сроку видно, что пора спасать.
rules-side = Голос оператора в стереозаписи
rules-side-help = Если волна или расшифровка путает голоса, выберите другой канал.
rules-left = Левый канал
rules-right = Правый канал
rules-preview = Показать, что уйдёт
# $days (Number) - days
rules-nothing-goes = { $days ->
    [one] Если хранить { $days } день, сейчас ничего не уйдёт.
    [few] Если хранить { $days } дня, сейчас ничего не уйдёт.
   *[other] Если хранить { $days } дней, сейчас ничего не уйдёт.
}
# $days (Number) - days
# $count (Number) - recordings
# $size (String) - "12 МБ"
rules-goes = Если хранить { $days } дн., этой ночью уйдёт записей: { $count }, { $size }.
rules-oldest = Самая старая из них от
# $count (Number) - recordings
rules-stays = Останется, потому что удалять запретили: { $count }.
rules-now = Сейчас
rules-none = Записей в канале ещё не было.
rules-open = Записи разговоров: правила и хранение
# $count (String) - a number
size-megabytes = { $count } МБ

custody-title = Записи под присмотром
custody-listens = Кто слушал
custody-nobody = Записи этого звонка ещё никто не слушал.
custody-played = слушал(а)
custody-took = скачал(а)
hold-hold = Запретить удаление
hold-held = Удалять нельзя:
hold-release = Снять запрет
hold-reason = Почему
hold-reason-help = Например: спор с клиентом, запрос из суда.
# $number (Number) - number of a ticket
hold-whole-ticket = И у всех остальных звонков запроса № { $number }
# $agent (String) - who
hold-by = Запретил(а) { $agent }
# $agent (String) - who
hold-by-ticket = Запретил(а) { $agent } для всего запроса
hold-done = Записи этого звонка не удалятся, пока запрет не снимут.
hold-released = Запрет снят: дальше решает срок хранения канала.
hold-all = Для всех звонков запроса
sound-provider = провайдер
sound-hushed = Там, где называют номера карт и документов, звучит сигнал.
