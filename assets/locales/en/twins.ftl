# Versions that were issued twice, on two machines before a synced folder brought them together.
version-line-formerly = Version { $number } (issued as version { $formerly }) · issued { $issued } · { $fingerprint }
version-issued-as = { $issued }, as version { $formerly }
twin-told = { $issued } ({ $fingerprint })
twin-told-noted = { $issued } { $note } ({ $fingerprint })
twin-name = Version { $number }, another
twin-unreadable = A copy of a version, { $file }
twins-several = Version { $number } was issued { $count ->
    [2] twice
   *[other] { $count } times
}: { $each }
twins-lone = Version { $number } is not in its place, but lies beside it as { $file }
twins-look = Look…
twins-decide = Decide…
twins-title = Which is version { $number }?
twins-title-lone = Version { $number } is not in its place
twins-what = Two machines issued version { $number }, each before it had the other’s. Papers of both may be out; the fingerprint tells them apart. One keeps the number. Of the others nothing changes but the number, and the list says which one they were issued as.
twins-what-lone = The file is called { $file } and gets its own name, { $number }.ron, again. If something else has that name and is no version, it is moved to backups/.
twins-becomes = The one of { $told } becomes version { $number }.
twins-is-already = The one of { $told } is version { $number } already.
twins-do = Number them
twins-do-lone = Put it there
app-numbering = Numbering the versions…
app-numbered = Version { $number } is the one of { $told }.
app-numbered-other = The one of { $told } is version { $number } now.
app-numbered-already = This has been decided on another machine already.
cli-about-versions = List the versions of an event, and the numbers that were issued twice: status 0 if all is well, 1 if a number was issued twice or a version cannot be read
cli-argument-versions-event = The event: its folder, or the event.ron in it
cli-argument-versions-keep = Of several versions of one number, the one in this file keeps it; the others get the next
cli-argument-versions-json = Write the list as JSON, for another program
cli-version-noted = { $version } · { $note }
cli-version-of-several = { $version }: { $file }
cli-version-twins = { $twins }. Say which keeps the number: in the window under Versions, or with “runsheet versions EVENT --keep FILE”
cli-not-a-twin = { $file } is not one of several versions of one number, so nothing was numbered; “runsheet versions EVENT” says which there are
