## Files of newer formats

formats-newer-minor = { $file } was written by a newer Runsheet (format { $format }, while this one knows { $known }), so that not all of it is understood here: update Runsheet to change it; nothing was written
formats-newer-minor-read = This event was written by a newer Runsheet (format { $format }, while this one knows { $known }): what is new in it is not shown, and it can only be read here. Update Runsheet to change it.
formats-newer-banner = Written by a newer Runsheet, so it is read-only: update Runsheet to change it
formats-newer-leave = Open another event…
