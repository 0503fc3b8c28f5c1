# Files that residents send: why one was not taken, and what to do next.

file-refused-size = The file you sent is larger than { $megabytes } MB, so I could not take it. Please send a smaller photo or file.
file-refused-type = I cannot take this kind of file. Please send a photo, a PDF, Word (docx) or Excel (xlsx) file, a voice message or an MP4 video.
file-refused-heic = I cannot open your phone's HEIC photo. Please take a screenshot of it and send that, or send it as JPEG.
file-refused-unreadable = The photo you sent is damaged and I could not open it. Please take it or send it again.
file-refused-too-many-pixels = The photo you sent is too large to be opened. Please send it as an ordinary photo, not as a file.
file-refused-empty = The file you sent is empty. Please send it again.
file-refused-macro = The file you sent contains a program (a macro); to keep everybody safe I do not take it. Please save it as PDF and send that.
file-failed = I am sorry, I could not fetch the file you sent. What you wrote is kept. Please send the file again.

# The same, said to officers.

