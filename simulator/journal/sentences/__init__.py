"""What each kind of journal entry says, in both languages; the files are those of `entries`."""
