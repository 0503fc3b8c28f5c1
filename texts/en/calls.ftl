# Residents who asked to be called back, as officers see them.

command-calls =
    call back
    calls
    /calls
button-called = I have called
button-called-number = Called no. { $number }
button-calls = Show whom to call
calls-none = Nobody is waiting to be called.
calls-head = { $count } people are waiting to be called:
calls-line = { $number }. { $phone }, asked on { $day }
calls-line-note = { $number }. { $phone }, asked on { $day }. About: { $note }
calls-done = Noted: { $phone } was called.
error-called-already = This was already noted as called.
