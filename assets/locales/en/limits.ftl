## Limits of the house's own templates

paper-error-too-slow = { $file } was not done after { $seconds } seconds and was stopped. Correct the template, which may repeat something without end, or print with the built-in one: --built-in.
paper-error-memory = { $file } needed more than { $limit } MB of memory and was stopped. Correct the template, or print with the built-in one: --built-in.
paper-error-pages = { $file } makes more than { $limit } pages. Correct the template, or print with the built-in one: --built-in.
paper-error-unfinished = The PDF of this long paper was not finished: the process that makes it ended, perhaps for want of memory. Close other programs, or print it in one language.
paper-error-ended = { $file } made the typesetter break off. Correct the template, or print with the built-in one: --built-in.
paper-error-no-helper = The house’s own templates cannot be used: a second process of this program did not start ({ $detail }). Start Runsheet again, or print with the built-in templates: --built-in.

## Hostile files

files-forged = { $file } was changed after it was issued: what it holds does not match its fingerprint, so it is not that version any more. Put back an untouched copy of the file, or work with the other versions.
cli-not-a-folder = { $file } is not a folder: to print every paper, name a folder, which is made if it is not there, or a name that ends in .pdf

## Photos for the press

cli-about-photos-export = Write numbered copies of the cleared photos for the press, with captions and without the place where they were taken
cli-argument-photos-export-event = The event: its folder, or the event.ron in it
cli-argument-photos-export-out = The folder for the copies; it is made if it is not there
cli-argument-photos-export-location = Copy the files as they are, with the place where they were taken
press-left = { $count ->
    [one] 1 photo stays, because it is not cleared
   *[other] { $count } photos stay, because they are not cleared
}
press-incomplete = { $count ->
    [0] No photo is in { $folder }. These could not be copied:
    [one] 1 photo is in { $folder } with its caption. These could not be copied:
   *[other] { $count } photos are in { $folder } with their captions. These could not be copied:
}
press-caption-cut = The caption is too long for the copy { $file }, which holds only a part of it; the whole caption is in captions.txt
path-press = Folder for the press photos
press-folder = Press photos
press-photos = Press photos with captions (folder)
press-location = Keep the place where they were taken

## Limits of readers

files-too-many = { $file } holds more than { $limit } of one kind of thing and was not read, because no event has so many: check that it is the right file, or split the event
exchange-too-many-parts = { $file } is packed of more than { $limit } parts, so it was not read: save it again as a workbook with the sheets that you need
