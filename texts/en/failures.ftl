# What an administrator reads of failures; ids and kinds of error only.

command-failures =
    errors
    failures
    /errors
button-failures = Show errors
failures-notice = The system could not handle { $count } messages. Their senders got an apology and were asked to send again. Press the button below, or type “errors”, for ids and kinds of error.
failures-none = No message has failed.
failures-head =
    { $new ->
        [0] The newest messages that could not be handled:
       *[other] The newest messages that could not be handled ({ $new } new):
    }
failures-message =
    { $seen ->
        [yes] Message { $id }, { $at }, { $channel }: { $error }
       *[no] NEW: message { $id }, { $at }, { $channel }: { $error }
    }
failures-deliveries-head = Messages of ours that did not arrive in the last 7 days:
failures-delivery = Delivery { $id }, { $at }, { $channel }: { $reason }
channel-webchat = web chat
channel-telegram = Telegram
channel-zalo-oa = Zalo OA
channel-zalo-bot = Zalo Bot
delivery-failed-perhaps-delivered = the connection broke while sending; it may have arrived
delivery-failed-unreachable = the messenger could not be reached
delivery-failed-rejected = the messenger refused the message
delivery-failed-window-closed = the person has not written for too long to be written to
delivery-failed-unreadable = this version cannot read the message
delivery-failed-unexpected = a defect of the program
delivery-failed-file-too-large = the file is too large
delivery-failed-file-gone = the file is gone
delivery-failed-throttled = the messenger asked to slow down
delivery-failed-recipient-moved = the chat's address keeps changing
