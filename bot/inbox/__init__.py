"""One place for what waits for a server's moderators; each capability brings its own section."""
