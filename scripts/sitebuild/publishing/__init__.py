"""
The built site to what is handed out.

For hosts: names with hashes, compressed files, the settings of servers. As a release: everything of one commit, with
what it is made of and what was not done.
"""
