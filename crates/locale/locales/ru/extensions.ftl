# Extensions: what administrators turn on.
nav-extensions = Расширения
extensions-lead = Возможности, которые включает администратор.
ext-said = Расшифровка звонка
ext-said-about = Разговор становится текстом: кто что сказал, с точностью до секунды. Текст попадает в запрос внутренним комментарием и находится поиском.
ext-on = ON
ext-off = OFF
ext-enabled = Включена
ext-engine = Распознавание
ext-engine-none = Распознавать пока нечем: на сервере нет модели. Её загружает команда
ext-engine-local = Работает на этом сервере, записи никуда не отправляются, если в настройках сервера не указан другой адрес.
ext-used = В этом месяце
# $used (String) - minutes
ext-minutes = { $used } мин
# $used (String) - minutes
# $limit (String) - minutes
ext-minutes-of = { $used } из { $limit } мин
ext-which = Какие звонки расшифровывать
ext-on-demand = только по кнопке «Расшифровать»
ext-all-calls = все состоявшиеся разговоры
ext-longer-than = разговоры длиннее
ext-seconds = Длиннее, секунд
ext-missed-never = Пропущенные звонки сами не расшифровываются никогда.
ext-language = Язык разговоров
ext-language-auto = определять в каждом звонке
ext-language-desk = как для всех
ext-limit = Предел минут в месяц
ext-limit-help = Пусто — без предела.
ext-names = Названия и имена
ext-names-help = По одному в строке: компания, товары, фамилии. Распознавание будет их ждать.
ext-corrections = Исправления
ext-corrections-help = По одному в строке: как слышится = как правильно.
# $text (String) - what stands there
ext-corrections-wrong = Строка без знака «=»: { $text }
ext-secrets = Кто видит номера карт, коды и документы
ext-secrets-help = Остальным они скрыты в тексте и не находятся поиском. В самой записи они слышны: кто её слушает, решают правила канала. Администраторы видят всё.
ext-promises = Обещания
ext-promises-help = По одному правилу в строке: что сказал агент = когда напомнить. Например: перезвоню завтра = завтра 10:00. Вместо числа — {"{n}"}. Пустое поле вернёт правила по умолчанию.
ext-channels = По каналам
ext-channel = Канал
ext-channel-on = Включена
ext-channel-language = Язык
ext-no-channels = Каналов пока нет.
ext-save = Сохранить
ext-saved = Настройки расшифровки сохранены.
ext-turned-on = Расшифровка звонка включена.
ext-turned-off = Расшифровка звонка выключена.
ext-conflict = Настройки тем временем изменил кто-то другой. Проверьте их и сохраните ещё раз.
