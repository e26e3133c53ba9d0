# Wrapping up a call: the strip after it ends, the list of outcomes, what is written back to the provider.
wrap-label = Итог звонка
wrap-over = звонок завершён
# $count (Number) - how many more calls wait for their outcome
wrap-more = ещё { $count }
wrap-outcome = Итог
wrap-choose = Выберите итог
wrap-tags = Теги
# $tags (String) - "чек, доставка"
wrap-tags-there = Уже в запросе: { $tags }
wrap-note = Заметка
wrap-save = Сохранить
wrap-skip = Пропустить
wrap-skip-all = Пропустить все
wrap-saved = Итог звонка сохранён.
wrap-given-by = Кто указал
wrap-asked = Итог ещё не указан
wrap-skipped = Итог не указан
wrap-give = Указать итог
wrap-change = Изменить итог
denied-not-your-outcome = Итог указывает тот, кто говорил, или супервизор.
clash-call-goes-on = Звонок ещё идёт: итог указывают, когда он завершён.
missing-outcome-code = Такого итога в списке нет.
missing-write-back = Итог этого звонка в телефонию не записывался.

written-title = Запись в телефонию
written-waiting = Записывается
written-done = Записано
written-part = Записано не всё
written-failed = Не записано
written-retries = Не записано, повторим сами
written-unclear = Теги записаны, а про заметку телефония не ответила: посмотрите в личном кабинете, появилась ли она.
written-again = Записать ещё раз

outcomes-title = Итоги звонков
outcomes-about = Что может выйти из звонка: агент выбирает из этого списка, когда звонок завершён.
outcomes-none = Список пуст
outcomes-none-about = Пока итогов нет, после звонка агента ни о чём не спрашивают. Добавьте первый.
outcomes-new = Новый итог
outcomes-name = Название
outcomes-name-help = До 60 знаков. Если канал записывает итоги в телефонию, это имя тега.
outcomes-place = Место в списке
outcomes-place-help = Меньше число, выше в списке.
outcomes-active = Можно выбрать
outcomes-off = не предлагается
outcomes-make = Добавить

calls-outcome = Итог
calls-any-outcome = любой
calling-writes-back = Записывать итоги звонков в телефонию
# $provider (String) - the name of the telephony
calling-writes-back-help = Итог и теги станут тегами звонка в { $provider }, заметка комментарием. Нужен App Secret и компонент «Data API для настройки».
# $count (Number) - how many calls
calling-not-written = { $count ->
    [one] Итог { $count } звонка не записан в телефонию.
   *[other] Итоги { $count } звонков не записаны в телефонию.
  }
calling-not-written-one = Последний из них
audit-kind-outcome-code = Итог звонка
calls-rang-me = Звонили мне
