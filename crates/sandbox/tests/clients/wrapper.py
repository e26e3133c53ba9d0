"""comagic-wrapper 0.0.4.2 against the sandbox: it asks for what it is told and returns plain data."""

import sys

from comagic import Comagic
from comagic.exceptions import ComagicException

url, key, session = sys.argv[1], sys.argv[2], int(sys.argv[3])

api = Comagic(token=key)
api._session.API_URL = url

account = api.account.get()
assert account[0]["app_id"] == 4735 and account[0]["timezone"] == "Europe/Moscow", account

employees = api.employees.get(fields=["id", "full_name", "phone_numbers", "extension"], limit=2)
assert [it["id"] for it in employees] == [391001, 391002], employees

numbers = api.virtual_numbers.get(filter={"field": "status", "operator": "=", "value": "active"})
assert len(numbers) == 3 and all(it["scenarios"] for it in numbers), numbers

for endpoint in ["tags", "sip_lines", "scenarios", "media_files"]:
    assert getattr(api, endpoint).get(), endpoint

period = {"date_from": sys.argv[4], "date_till": sys.argv[5]}
calls = api.calls_report.get(**period, sort=[{"field": "start_time", "order": "asc"}])
assert session in [it["id"] for it in calls], calls
assert api.call_legs_report.get(**period)

assert api.tag_communications.set is not None
try:
    api.tags.create(name="Из обёртки")
    raise AssertionError("a created thing has its id in the result itself, where this client looks for data")
except KeyError:
    pass
assert "Из обёртки" in [it["name"] for it in api.tags.get()]

try:
    api.employees.get(fields=["shoe_size"])
    raise AssertionError("an unknown field was taken")
except ComagicException as refused:
    assert refused.error_data["data"]["mnemonic"] == "unexpected_parameters", refused.error_data

try:
    Comagic(token="x")._session  # no request yet
    stranger = Comagic(token="wrong")
    stranger._session.API_URL = url
    stranger.account.get()
    raise AssertionError("a wrong key was taken")
except ComagicException as refused:
    assert refused.error_data["code"] == -32001, refused.error_data

print("comagic-wrapper is content")
