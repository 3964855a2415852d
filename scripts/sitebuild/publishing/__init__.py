"""The built site to what is published: names with hashes, compressed files, and the settings of hosts and servers."""
