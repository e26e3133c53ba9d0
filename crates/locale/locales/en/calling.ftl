# A channel's settings of calling back and of routing.
calling-title = Calling back and routing
calling-callback = Call a missed client back within, min
calling-callback-help = Counted in the channel's working time. Whoever waits longer is shown in red, and supervisors and administrators are told. Empty: no limit.
calling-routes = The PBX asks whom to ring
calling-routes-help = { $provider } asks in its scenario, and the call goes to whoever is responsible: the assignee of the client's open ticket, else who talked with them last. If there is nobody or they are not available, the scenario goes on.
calling-address = The address for the operation “Interactive call processing” in the scenario of { $provider }. Send the parameters call_session_id, numa and numb.
calling-no-token = The address appears when the channel has a token.
calling-save = Save calling
decision-routed-open-ticket = The PBX asked whom to ring: the assignee of the client's open ticket.
decision-routed-responsible = The PBX asked whom to ring: whoever is responsible for the client.
decision-routed-talked-last = The PBX asked whom to ring: whoever talked with the client last.
