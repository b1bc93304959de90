## 版本

standing-draft = 擬稿
standing-draft-after = 第{ $number }版後擬稿
standing-version = 第{ $number }版
version-issued = { $date }{ $time }
version-line = 第{ $number }版 · { $issued }發出 · { $fingerprint }
version-line-draft = { $standing } · { $fingerprint }
date-plain = { $year }年{ $number }月{ $day }日
