## Where a template of the house cannot be used: what the page of the papers says

template-faulty = { $file } cannot be used: there is a mistake in it.
template-inaccessible = The pages are ready, but no accessible PDF can be made of them because of the house’s own template.
template-slow = { $file } takes longer than { $limit } seconds and was stopped.
template-hungry = { $file } needs too much memory (more than { $limit } MB) and was stopped.
template-long = { $file } makes more than { $limit } pages and was stopped.
template-ended = { $file } made the typesetter break off.
template-no-helper = The house’s own templates cannot be used just now: a second process of this program did not start.
template-place = Line { $line }, character { $column }: { $message }
paper-use-built-in = Print with the built-in template this time
paper-is-built-in = This is the built-in template, not the house’s own. It stays so until you turn to another paper, close the event or the house’s template is changed.
paper-use-house = Try the house’s own again
app-printed-built-in = PDF saved, with the built-in template: { $path }

## What the papers wait for

slow-paper-templates = The event’s folder does not answer: the house’s templates are waited for. The paper comes as soon as it does; you can go on working.
slow-paper-versions = The event’s folder does not answer: the versions are waited for. The paper comes as soon as it does; you can go on working.
slow-paper-photos = The event’s folder does not answer: the photos are waited for. The paper comes as soon as it does; you can go on working.
slow-paper-house = The house’s own template takes long; it is stopped after 20 seconds.
