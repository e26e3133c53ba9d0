# How people sign in, for administrators.
security-title = Безопасность входа
security-lead = Кому для входа нужен второй фактор.
security-roles = Второй фактор обязателен для ролей
security-roles-help = У кого его ещё нет, тот сейчас выйдет и настроит его при следующем входе. Ключам API он не нужен.
security-saved = Сохранено
