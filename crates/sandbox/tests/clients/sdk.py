"""comagic-data-api-sdk 0.0.3.4 against the sandbox: it asks for every field it knows and parses the times."""

import sys
from datetime import datetime

from comagic import Comagic
from comagic.errors import ComagicException

url, key, session = sys.argv[1], sys.argv[2], int(sys.argv[3])
start, till = (datetime.strptime(it, "%Y-%m-%d %H:%M:%S") for it in sys.argv[4:6])

api = Comagic(token=key)
api.API_URL = url

account = api.get_account()
assert (account.app_id, account.timezone) == (4735, "Europe/Moscow"), account

employees = list(api.get_employees())
assert len(employees) == 6 and employees[0].full_name == "Иванова Мария", employees
assert employees[0].schedule_id is None and employees[0].extension["extension_phone_number"] == "101"

numbers = list(api.get_virtual_numbers())
assert len(numbers) == 3 and numbers[0].site_blocks == [], numbers

for get in [api.get_tags, api.get_scenarios, api.get_media_files, api.get_sip_lines, api.get_employees_groups,
            api.get_contacts]:
    assert list(get()), get

(call,) = [it for it in api.get_calls_report(start, till) if it.id == session]
assert isinstance(call.start_time, datetime) and isinstance(call.finish_time, datetime), call
assert call.is_lost is False and call.utm_source is None and call.employees, call
assert start <= call.start_time <= call.finish_time <= till

legs = [it for it in api.get_call_legs_report(start, till) if it.call_session_id == session]
assert any(isinstance(it.connect_time, datetime) for it in legs), legs

tag = api.create_tag("Из набора")["id"]
assert api.update_tag(tag, "Из другого набора") == {}
assert "Из другого набора" in [it.name for it in api.get_tags()]
assert api.delete_tag(tag) == {}

contact = api.create_contact("Сидорова", ["79160007777"], first_name="Анна")["id"]
assert api.update_contact(contact, "Сидорова", ["79160007777"], emails=["anna@example.ru"]) == {}
(found,) = api.get_contacts(filter={"field": "id", "operator": "=", "value": contact})
assert (found.full_name, found.emails) == ("Сидорова Анна", ["anna@example.ru"]), found
assert api.delete_contact(contact) == {}

signed_in = Comagic.__new__(Comagic)
signed_in.API_URL, signed_in.login, signed_in.password, signed_in._session = url, "ivanova", key, api._session
signed_in.access_token = signed_in._create_access_token()
assert signed_in.get_account().app_id == 4735

try:
    api.get_calls_report(datetime(2026, 1, 1), datetime(2026, 6, 1))
    raise AssertionError("half a year was reported at once")
except ComagicException as refused:
    assert refused.error_data["data"]["mnemonic"] == "date_interval_limit_reached", refused.error_data

print("comagic-data-api-sdk is content")
