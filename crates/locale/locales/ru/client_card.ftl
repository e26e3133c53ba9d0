# What the desk says of clients: decisions, candidates, fields, mergings, what was changed.
# $count (Number) - how many others
decision-client-learned = Номер у нескольких клиентов: кроме выбранного, ещё у { $count }. Выбран тот, кого указали вручную в прошлый раз.
decision-client-by-hand = Чей это звонок, указал сотрудник.
decision-ticket-spam = Клиент отмечен как спам: звонок подшит в запрос со статусом «Спам».

missing-client-field = Такого поля клиентов нет.
missing-move = Такого объединения или переноса нет.
missing-import = Такой загрузки нет.
clash-undone-already = Это уже отменено.
clash-card-merged-on = Вернуть нельзя: эта карточка с тех пор объединена с другой. Сначала разъедините их.
clash-card-moved-on = Вернуть нельзя: звонок или запрос с тех пор отдали другому клиенту.
clash-import-runs = Файл уже загружается. Дождитесь конца.
field-not-a-number = Это не число. Пример: 1234,5.
field-not-a-date = Это не дата. Пример: 28.03.2026.
field-not-yes-no = Нужно «да» или «нет».
field-not-a-link = Это не адрес сайта. Пример: https://company.ru.
# $choices (String) - the choices there are, parted by commas
field-not-among = Такого варианта нет. Есть: { $choices }.

client-caller = незнакомый номер
client-is-spam = Спам: его звонки подшиваются в один запрос со статусом «Спам»
client-edit = Изменить
client-who = Кто это?
client-give-name = Назвать
client-give-name-help = Имя появится во всех его запросах и звонках.
client-known-already = Уже есть среди клиентов
client-known-already-help = Номер и вся история перейдут в его карточку, это можно отменить.
client-about = О клиенте
client-primary = основной
client-responsible = Ответственный
client-responsible-help = Кто ведёт этого клиента. Не указан: исполнитель открытого запроса или последний, кто говорил.
client-responsible-follows = по запросам и звонкам
client-changes = Что меняли
# $field (String) - a property
# $from (String) - before
# $to (String) - after
client-change = { $field }: { $from } → { $to }
# $name (String) - a client's name
client-change-merged = объединён с карточкой «{ $name }»
# $name (String) - a client's name
client-change-parted = разъединён с карточкой «{ $name }»
# $what (String) - who changed what
client-conflict = Пока вы правили, карточку изменили. { $what }. Ваши правки ниже: проверьте их и сохраните ещё раз.
client-created = Создан
client-more-phones = Другие телефоны
# $number (String) - a number as people read it
copy-number = Скопировать { $number }

client-doubles = Похоже, тот же человек
client-compare = Сравнить
client-same-number = тот же номер
client-same-email = та же почта
client-same-name = похожее имя
client-mergings = Объединён
# $name (String) - a client's name
# $who (String) - an agent's name
client-merged = с карточкой «{ $name }», { $who }
client-part = Разъединить
client-merge-with = Объединить с другой карточкой
client-merge-title = Объединить карточки
client-merge-about = Выберите, что оставить. Объединение можно отменить, всё вернётся как было.
client-merge-what = Что
client-merge-stays = остаётся
client-merge-goes = закроется
client-merge-both = обе заметки
client-merge-phones = Телефоны, которые останутся
client-merge-emails = Почта, которая останется
# $goes (String) - a client's name
# $stays (String) - a client's name
client-merge-moves = Запросы и звонки «{ $goes }» перейдут к «{ $stays }».
client-merge-swap = Поменять местами
# $name (String) - a client's name
client-merged-done = Карточки объединены: { $name }

# $count (Number) - how many clients
client-shared = { $count ->
    [one] Номер у { $count } клиента
   *[many] Номер у { $count } клиентов
}
client-known = скорее всего
client-maybe = может быть
client-reason-only = единственный с этим номером
client-reason-chosen = выбран вручную в прошлый раз
client-reason-chosen-before = выбирали раньше
client-reason-last = последний говорил
client-reason-responsible = ответственный тот же
client-reason-in-work = есть запрос в работе
client-reason-primary = его основной номер
client-chosen = Указан вручную
client-pick-this = Это он
client-pick-other = Другой клиент
client-pick-title = Чей это звонок
client-pick-about = Звонок и запрос перейдут к этому клиенту. В следующий раз с этого номера первым предложим его.
client-pick-back = Назад
# $name (String) - a client's name
client-picked = Запомнили: это { $name }
# $name (String) - a client's name
client-picked-merged = Номер и его история теперь у клиента { $name }

clients-view-vip = Важные
clients-view-callers = Незнакомые номера
clients-view-spam = Спам
clients-sort = Порядок
clients-sort-contact = по последнему контакту
clients-sort-changed = по изменению
clients-sort-created = по созданию
clients-sort-name = по имени
clients-any = любой
clients-yes = да
clients-no = нет
clients-no-callers = Незнакомых номеров нет
clients-no-callers-about = Здесь стоят номера, которые звонили, но ещё никем не названы.
clients-none-marked-about = Отметку ставят в карточке клиента.
clients-own-fields = Свои поля
clients-import = Загрузить файл
clients-export = Выгрузить

fields-about = Что ещё хранить о клиентах: поля видны в карточке, в списке, в файлах и в API.
fields-none = Своих полей нет
fields-none-about = Например, номер договора, город или сегмент.
fields-new = Новое поле
fields-make = Добавить поле
fields-name = Название
fields-kind = Что в нём
fields-choices = Варианты
fields-choices-help = Для выбора из списка: каждый вариант с новой строки.
fields-place = Место
fields-place-help = Чем меньше число, тем выше поле.
fields-remove = Удалить поле
# $count (Number) - how many clients
fields-in-use = { $count ->
    [one] у { $count } клиента
   *[many] у { $count } клиентов
}
# $count (Number) - how many clients
fields-remove-question = { $count ->
    [0] Поле исчезнет из карточек. Значений в нём нет.
    [one] Поле исчезнет вместе со значением у { $count } клиента. Вернуть нельзя.
   *[many] Поле исчезнет вместе со значениями у { $count } клиентов. Вернуть нельзя.
}
field-kind-text = текст
field-kind-number = число
field-kind-date = дата
field-kind-choice = выбор из списка
field-kind-checkbox = отметка
field-kind-link = ссылка

import-about = Таблица CSV из Excel или другой программы: сначала покажем, что получится.
import-file = Файл
import-file-help = CSV до 24 МБ. Кодировку и разделитель определим сами.
import-bring = Загрузить
import-before = Загруженные раньше
import-state = Что с ним
import-when = Когда
import-rows = Строк
import-brought = ждёт проверки
import-runs = выполняется
import-tried = проверен
import-done = Загружено
import-tried-about = Проверка прошла: ничего ещё не записано
# $done (Number) - rows
# $total (Number) - rows
import-trying = Проверяем: { $done } из { $total }
# $done (Number) - rows
# $total (Number) - rows
import-taking = Загружаем: { $done } из { $total }
import-made = Новых клиентов
import-updated = Обновлено
import-skipped = Пропущено: уже есть
import-not-taken = Не принято
import-get-wrong = Скачать непринятые строки
import-line = Строка
import-wrong = Что не так
import-row = Что в строке
import-several = Эти номера у разных клиентов: непонятно, кого обновить.
import-encoding = Кодировка
import-delimiter = Разделитель
import-semicolon = точка с запятой
import-comma = запятая
import-tab = табуляция
import-duplicates = Если номер уже есть
import-skip = пропустить строку
import-update = обновить клиента
import-header = В первой строке названия столбцов
import-columns = Столбцы
# $number (Number) - which
import-column = Столбец { $number }
import-ignored = не загружать
import-try = Проверить
import-try-again = Проверить ещё раз
import-take = Загрузить клиентов
import-to-clients = К клиентам
