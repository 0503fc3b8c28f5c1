# What an administrator does in chat.

help-administrator = For administrators: type “add officer”, “change scope”, “office”, “report calendar”, “sign reports”, “errors”.
administrator-name = Administrator
command-add-officer =
    add officer
    /addofficer
add-officer-name = What is the officer's full name?
add-officer-commune = Which commune or ward is the officer in charge of? Type its name; for a whole province, “all of Nghệ An”.
workplace-whole = All of { $province }
heard-whole-province =
    all of
    the whole of
    the whole province of
    whole province
add-officer-organisation = Which organisation does the officer belong to?
add-officer-role = Which role has the officer?
add-officer-label-name = Full name
add-officer-label-role = Role
add-officer-sum =
    Add an officer:
    • Name: { $name }
    • Place: { $unit }
    • Organisation: { $organisation }
    • Role: { $role }
add-officer-send = Yes, add
button-add-officer = Add an officer
admin-accounts =
    list officers
    remove officer
    disable officer
    disable account
    rename officer
admin-accounts-where = In chat officers can be added and their area changed. To list accounts, to invite again, to disable or to hand one over, use the server: nghedan officer list, nghedan officer invite NUMBER, nghedan officer disable NUMBER. An invitation that nobody used ends after 7 days.
add-officer-done = { $name }, { $organisation } { $unit }, was added.
add-officer-link =
    Send this link to that person only. It works once, until { $until }:
    { $links }

command-scope =
    change scope
    /scope
admin-scope =
    change scope of
    change the scope of
    change scope
button-scope = Change where an officer works
scope-whom = Whose area is to change? Type the full name, or the number of the account.
scope-which = Several people have this name. Which one is it?
scope-account = { $name } · { $where }
scope-nobody = No active officer is called “{ $name }”.
scope-too-many = Too many people are called “{ $name }”; please type the full name.
scope-again = Another name
scope-what =
    { $name } looks after: { $scopes }.

    What is to change?
scope-label-what = Change
scope-more = One more place
scope-elsewhere = Another place instead
scope-less = No longer { $where }
scope-commune = Which commune or ward, or a whole province? Type its name, such as “Quảng Điền” or “all of Nghệ An”.
scope-sum =
    { $name }
    • Looks after: { $before }
    • After the change: { $after }

    The officer is told at once. Open cases outside the new area go back to the body that handles them.
scope-send = Yes, change it
scope-undo = Undo
scope-done =
    Changed; the officer is told.{ $cases ->
        [0] { "" }
        [one] { " " }{ $cases } open case went back to the body that handles it.
       *[other] { " " }{ $cases } open cases went back to the body that handles them.
    }
scope-undone = As it was before: { $scopes }. The officer is told.
scope-cases-waiting = { $cases ->
        [one] { $cases } case that the change sent back is
       *[other] { $cases } cases that the change sent back are
    } still with the body, taken by nobody: this officer and colleagues see them. Shall the officer have them again?
scope-cases-again = Give { $cases } back
scope-cases-given =
    { $cases ->
        [0] There is none left to give back: somebody took them, or they are closed.
        [one] The officer has { $cases } case again.
       *[other] The officer has { $cases } cases again.
    }
officer-scopes-changed =
    From now on you look after: { $scopes }.{ $cases ->
        [0] { "" }
        [one] { " " }{ $cases } case of yours outside of it went back to the body that handles it.
       *[other] { " " }{ $cases } cases of yours outside of it went back to the body that handles them.
    } If that is not right, tell the administrator.
error-scope-not-there = The officer does not look after this place.
error-scope-none-left = At least one place must be left. To end the account, on the server: nghedan officer disable.
error-scope-the-same = The officer looks after exactly that already; nothing changes.
error-scope-never-changed = The area of this officer was never changed.
error-scope-changed-since = The area of this officer was changed again since, so that change cannot be undone. Use “change scope”.
add-officer-send-heard =
    add
    yes add
    ok add
scope-send-heard =
    change
    change it
    yes change
    ok change
