### The web chat's own words: page, menu, states of messages. What the bot says is elsewhere.

## The page

webchat-title = Nghe Dân
webchat-title-to-officer = Nghe Dân – Officers
webchat-description = Send petitions and feedback to the Fatherland Front of your commune and read the answers. Nothing to install, no account.
webchat-office = Viet Nam Fatherland Front
webchat-motto = Listen to the people, speak plainly, earn their trust
webchat-assistant = Automatic assistant
webchat-assistant-to-officer = Officers’ assistant
webchat-conversation = Conversation
webchat-they-said = The Front:
webchat-they-said-to-officer = The assistant:
webchat-you-said = You:
webchat-skip = Go to the message box
webchat-earlier = Show earlier messages
webchat-chosen = (chosen)
webchat-choices = Choose one
webchat-welcome-text = This is where you send petitions, reports and suggestions to the Front and the organisations of your commune. Just write what you want to say, like any message.
webchat-welcome-text-to-officer = This is where you get your digest, and read and answer the cases given to you.
webchat-begin = Begin
webchat-begin-link = Press this button to begin from the link that you opened.
webchat-plain = The page is in its simple form. Press “Reload” to see new messages.
webchat-reload = Reload

## Writing

webchat-write = Write a message
webchat-write-hint = Write a message…
webchat-send = Send
webchat-add-photo = Photo
webchat-add-photo-long = Add photos or files
webchat-add-location = Location
webchat-add-location-long = Send a location
webchat-attached = Photos and files that go with the message
webchat-to-latest = Go to the latest message

## Files

webchat-photo = Photo
webchat-file-waiting = The photo is being stored
webchat-file = File
webchat-voice = Voice message
webchat-video = Video
webchat-location = Location sent
webchat-photo-viewer = Photo
webchat-photo-previous = Previous photo
webchat-photo-next = Next photo
webchat-close = Close

## Location

webchat-location-title = Send your location?
webchat-location-why = It helps the officer find the place and is used for this matter only. You need not send it: typing the name of the commune or hamlet is enough.
webchat-location-here = Your phone will ask once more: choose “Allow”.
webchat-location-send = Send where I am now
webchat-location-type = I will type the place

## Menu

webchat-menu = Menu
webchat-menu-open = Open the menu
webchat-menu-resident-new = New petition
webchat-menu-resident-new-says = New petition
webchat-menu-resident-code = I have a receipt code
webchat-menu-resident-code-says = Look up
webchat-menu-resident-mine = My petitions
webchat-menu-resident-mine-says = My petitions
webchat-menu-resident-officer = Talk to an officer
webchat-menu-resident-officer-says = Talk to an officer
webchat-menu-resident-help = Help
webchat-menu-resident-help-says = Help
webchat-menu-officer-cases = New cases
webchat-menu-officer-cases-says = New cases
webchat-menu-officer-due = Due
webchat-menu-officer-due-says = Due
webchat-menu-officer-overdue = Overdue
webchat-menu-officer-overdue-says = Overdue
webchat-menu-officer-find = Find a case
webchat-menu-officer-find-says = Find
webchat-menu-officer-digest = Today’s digest
webchat-menu-officer-digest-says = Digest
webchat-menu-officer-help = Help
webchat-menu-officer-help-says = Help
webchat-language = Language
webchat-language-vi = Tiếng Việt
webchat-language-en = English
webchat-office-address = Address
webchat-office-phone = Phone
webchat-office-hours = Office hours
webchat-leave = Leave this device
webchat-leave-title = Leave this device?
webchat-leave-why = The conversation will no longer be on this device. What you have sent is kept: the receipt code opens it again. Do this on a shared device.
webchat-leave-why-to-officer = The conversation will no longer be on this device. To come back you need a new invitation. Do this on a shared device.
webchat-leave-stay = Stay
webchat-emergency = In danger, call 113, 114, 115, or 111, 112 at once.

## Refusals

webchat-no-cookie = Your browser has not kept this conversation. Please allow this page’s cookie and send again.
webchat-slow-down = That was a little fast. Please wait a moment, the message will go on by itself.
webchat-empty = You have not written anything.
webchat-too-long = This message is too long. Please split it into messages of at most { $most } characters.
webchat-file-gone = A photo or file is no longer on the server. Please choose it again and send.
webchat-file-too-large = This file is too large. A file may have up to { $megabytes } MB.
webchat-not-kept = The message could not be taken just now. It stays on your device and will be sent again.
webchat-no-lines = Earlier messages cannot be shown just now. You can still write: it will be kept and sent.
webchat-not-understood = The page could not read what was sent. Please reload the page and try again.

## Nothing here

webchat-lost-title = No such page
webchat-lost = The address may be mistyped or no longer in use. What you have sent is kept: open the chat to see it.
webchat-lost-link = This link has ended, or the file is not kept any more. Open the chat again to see your photos and files.
webchat-lost-back = Open the chat

## What the page says by itself

webchat-weekdays =
    Monday
    Tuesday
    Wednesday
    Thursday
    Friday
    Saturday
    Sunday
webchat-js-today = Today
webchat-js-yesterday = Yesterday
webchat-js-sending = Sending
webchat-js-sent = Sent
webchat-js-sent-waiting = Waiting for the network
webchat-js-not-sent = Not sent
webchat-js-retry = Send again
webchat-js-typing = The assistant is answering
webchat-js-connecting = Connecting…
webchat-js-offline = No connection. What you write is kept and sent when the network is back.
webchat-js-unread-marker = New
webchat-js-new-lines = { $count } new
webchat-js-title-unread = ({ $count }) { $title }
webchat-js-earlier-failed = Earlier messages could not be loaded. Please press again.
webchat-js-attach-busy = Uploading; it will be sent as soon as that is done.
webchat-js-attach-failed = A photo could not be uploaded. Press it to try again, or remove it.
webchat-js-attach-many = One message takes { $count } photos or files. Please send the rest in the next one.
webchat-js-attach-too-large = “{ $name }” is too large. A file may have up to { $megabytes } MB.
webchat-js-attach-refused-large = “{ $name }” is too large to be sent. Please take it away and choose a smaller photo or file.
webchat-js-attach-remove = Remove { $name }
webchat-js-attach-retry = Upload { $name } again
webchat-js-draft-too-long = This message has more than { $most } characters. Please split it.
webchat-js-location-busy = Finding your location…
webchat-js-location-said = Location sent
webchat-js-location-denied = The device did not allow sending its location. Type the name of the commune or hamlet below.
webchat-js-location-failed = The location could not be found. Type the name of the commune or hamlet below.
