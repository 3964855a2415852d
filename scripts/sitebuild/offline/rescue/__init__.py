"""One file for each language that can be sent in a chat: the first hour, whom to ask, numbers, messages, letters."""
