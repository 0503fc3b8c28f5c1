"""
A believable data set to look at: invented petitions of three months, played through the real actions.

`material` what it is made of, `voices` how people say it, `stories` what becomes of a case, `plan` who files and
does what when (pure: seed and day decide), `cast` the officers, `play` the actions, `load` and `removal` the rows.
"""
