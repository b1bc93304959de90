# Copies of the event that a synced folder has left beside it.
deed-merge-copy = Take in the copy of { $owner }
copies-another-computer = another computer
copies-one = Another copy of this event: { $copy }
copies-several = { $count ->
   *[other] { $count } other copies of this event
}
copies-told = { $owner }, { $when } · { $count ->
    [0] nothing different
    [one] 1 difference
   *[other] { $count } differences
}
copies-told-undated = { $owner } · { $count ->
    [0] nothing different
    [one] 1 difference
   *[other] { $count } differences
}
copies-merge-named = { $deed } { $copy }
copies-saved = { $count ->
    [one] Saved. The merged copy is kept as { $files }.
   *[other] Saved. The merged copies are kept as { $files }.
}
copies-set-aside = { $count ->
    [one] The merged copy is kept as { $files }.
   *[other] The merged copies are kept as { $files }.
}
