# What agents are told, and how.
notices-title = Notifications
notices-bell = { $count ->
    [0] Notifications
    [one] Notifications: { $count } new
   *[other] Notifications: { $count } new
  }
notices-all = All
notices-unread = New
notices-read-all = Mark all as read
notices-read-one = Mark as read
notices-none = No notifications
notices-none-about = You will see here that a ticket was given to you, that somebody mentioned you, or that a reminder is due.
notices-none-unread = Nothing new
notices-new = new
notices-settings = What to tell, and how
notices-somebody = Somebody
notices-ticket-gone = you no longer have access to this ticket
notices-channel-gone = the channel is gone
notices-assigned = { $who } gave you a ticket
notices-mentioned = { $who } mentioned you in a comment
notices-reminder = A reminder of a ticket
notices-silent = The channel has been silent since { $since }
notices-settings-lead = For each event: show it on the page that is open, tell it by the browser when no page is in sight, and a sound. Without the first and the second the event is not listed either.
notices-what = Event
notices-in-page = On the page
notices-in-browser = By the browser
notices-sound = Sound
notices-saved = Saved
notices-kind-mentioned = I am mentioned in a comment
notices-kind-assigned = A ticket is given to me
notices-kind-reminder = A reminder is due
notices-kind-silent = A channel went silent
notices-browser = Browser notifications
notices-browser-ask = The browser has not allowed Dozvon to show notifications yet.
notices-browser-allow = Allow in this browser
notices-browser-granted = Allowed in this browser
notices-browser-denied = Blocked in this browser. Allow them in the settings of the site, by the icon left of the address.
notices-browser-insecure = Browsers show notifications only for pages over HTTPS. Here the page and the sound remain.
notices-browser-missing = This browser cannot show notifications.
notices-quiet = When you ask not to be disturbed, and outside of your working hours, nothing pops up or sounds: events wait in the list.
notices-overdue = { $caller } has been waiting for a call since { $since }
notices-kind-overdue = A missed client was not called back in time
