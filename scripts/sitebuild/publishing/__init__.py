"""A release: everything that is handed out, of one commit, with what it is made of and what was not done."""
