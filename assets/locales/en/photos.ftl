## Picture files

photos-unreadable = { $file } could not be read: { $fault }
photos-not-a-picture = { $file } is not a picture and was not added: choose a JPEG, PNG, WebP, TIFF, GIF or BMP file
photos-foreign = { $file } is a picture in the { $format } format, which Runsheet cannot read: export it as JPEG and add that
photos-truncated = { $file } ends before the picture does and was not added: copy it from the camera again
photos-damaged = { $file } is damaged and cannot be shown: copy it from the camera again, or export it as JPEG
photos-no-more = { $file } is among the event’s photos and is not a picture that can be shown any more: put the original file back in its place, or remove the photo from the event
photos-too-many-pixels = { $file } measures { $width } × { $height } pixels and was not added: reduce it to { $edge } pixels on its longer side and { $megapixels } megapixels at most
photos-too-large = { $file } is too large a file and was not added: export it as a JPEG of less than { $limit } MB
photos-too-heavy = { $file } takes more than { $limit } MB of memory to open and was not added: export it as a smaller JPEG that is not progressive
photos-unwritten = { $file } was not added, since it could not be copied into the folder { $folder }: { $fault }; then add it again
photos-outside = { $file } is a link that leads out of the event’s folder and was not followed: make it a folder of its own

## Photos whose files hold another picture

photo-other = The file { $file } is not the picture that was added: caption, people and number may be wrong. Put the original file back, or accept the new picture and check them.
photo-other-short = Not the picture that was added
photo-other-accept = Accept the new picture
photo-other-accept-name = Accept the new picture of { $name }
photo-other-show = Show the photo
photo-other-show-name = Show { $name }
photo-other-known = The event has this picture as another photo already. Remove one of the two, or put the original file back.
cli-photo-other = The file of the photo { $name } is not the picture that was added: put the original file back, or accept the new picture in the window

## Photos that are held back, and files that are put in their places

photo-held-back = { $file } is not the picture that was added, so the photo is held back: put the original file back, or accept the new picture in the window and check its caption
photo-not-as-kept = { $file }, which was kept with a version as the photo { $photo }, does not hold its picture any more, and was not used. The next version repairs it, if the picture is still in the event’s folder; else put it back from a backup.
photo-not-kept = { $file } is not the picture that was added, so the version keeps no picture of this photo: put the original file back or accept the new picture in the window, then issue again
app-issued-without = { $count ->
    [one] Version { $number } keeps no picture of one photo:
   *[other] Version { $number } keeps no picture of { $count } photos:
}
paper-photos-lack = { $count ->
    [one] One photo of this paper is not as it was added:
   *[other] { $count } photos of this paper are not as they were added:
}
photos-put-in-place = { $count ->
    [one] The picture of one photo was found elsewhere in the event’s folder, and copied to its place:
   *[other] The pictures of { $count } photos were found elsewhere in the event’s folder, and copied to their places:
}
cli-photo-put-in-place = The picture of { $file } was found elsewhere in the event’s folder, and copied to its place
merge-photo-renamed = { $from } is now called { $to }, since another photo has a file of this name
trouble-same-file = its file has the name of that of { $other }, or one that other systems take for the same
mend-rename-file = Give its file a name of its own
