# The event’s file is not there, as while a synced folder replaces it.
watch-away = { $file } has not been there for half a minute, and nothing has come in its place. Wait if the folder is still being synchronised; saving writes it anew, as the event is here.
files-away = { $file } is not there at this moment, as when a synced folder replaces it, so nothing was written: try again in a moment. If it stays away, the window says so, and saving there then writes it anew.
