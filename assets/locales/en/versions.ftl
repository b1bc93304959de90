## Versions

standing-draft = Draft
standing-draft-after = Draft after version { $number }
standing-version = Version { $number }
version-issued = { $date } { $time }
version-line = Version { $number } · issued { $issued } · { $fingerprint }
version-line-draft = { $standing } · { $fingerprint }
date-plain = { $day } { $month } { $year }
