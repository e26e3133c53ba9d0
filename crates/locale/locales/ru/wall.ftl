# The board on the wall.
wall-title = Табло
wall-all = Все каналы
wall-out = Закрыть табло
wall-waiting = Ждут ответа
wall-talking = говорят
wall-talk = Говорят
wall-nobody = Сейчас никого
wall-who = Кто чем занят
wall-with = С кем
wall-long = Сколько
wall-today = Сегодня
wall-answered = Ответили
wall-missed = Пропустили
wall-not-called-back = Не перезвонили
wall-longest = Самое долгое ожидание
wall-average = В среднем ждали
wall-hours = Сегодня по часам
# $answered (Number) - how many
# $hour (String) - "13:00"
# $missed (Number) - how many
wall-hour = { $hour }: ответили { $answered }, пропустили { $missed }
