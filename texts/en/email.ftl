# E-mail of officers.

channel-email = e-mail

command-email =
    email
    e-mail
    mail
    /email

email-subject = Nghe Dân: there is news for you
email-foot = This mail was sent by a program; please do not answer it. Open the assistant: { $url }
email-code =
    Your code to confirm this e-mail: { $code }

    It is good for { $minutes } minutes, in the chat that asked for it. If you did not ask, please ignore this mail.
email-code-ask = I have just sent a code of 6 digits to { $address }. Please type it here.
email-code-not-understood = The code has 6 digits and stands in the mail. Please type it again.
email-code-wrong = This code is wrong, used, or too old. Type “email” with the address for a new one.
email-confirmed = Noted: { $address }. When nothing can be sent here, I write to that address.
email-known = The address in use: { $address }. To change it, type “email” with the new one.
email-ask = Please type “email” with the address, for example: email lan@example.vn
email-not-understood = This is no e-mail address.
email-not-set-up = No mail server is connected; please tell the administrator.
