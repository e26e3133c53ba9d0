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
