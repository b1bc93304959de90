## 版本

standing-draft = 草稿
standing-draft-after = 第{ $number }版后草稿
standing-version = 第{ $number }版
version-issued = { $date }{ $time }
version-line = 第{ $number }版 · { $issued }发出 · { $fingerprint }
version-line-draft = { $standing } · { $fingerprint }
date-plain = { $year }年{ $number }月{ $day }日
