## Limits of the house's own templates

paper-error-too-slow = { $file } was not done after { $seconds } seconds and was stopped. Correct the template, which may repeat something without end, or take it out of the event’s papers folder to print with the built-in one.
paper-error-memory = { $file } needed more than { $limit } MB of memory and was stopped. Correct the template, or take it out of the event’s papers folder to print with the built-in one.
paper-error-pages = { $file } makes more than { $limit } pages. Correct the template, or take it out of the event’s papers folder to print with the built-in one.
paper-error-ended = { $file } made the typesetter break off. Correct the template, or take it out of the event’s papers folder to print with the built-in one.
paper-error-no-helper = The house’s own templates cannot be used: a second process of this program did not start ({ $detail }). Start Runsheet again, or take the templates out of the event’s papers folder to print with the built-in ones.

## Hostile files

files-forged = { $file } was changed after it was issued: what it holds does not match its fingerprint, so it is not that version any more. Put back an untouched copy of the file, or work with the other versions.
cli-not-a-folder = { $file } is not a folder: to print every paper, name a folder, which is made if it is not there, or a name that ends in .pdf
