"""The built site to copies that are read without a network: a zip for a folder, one file for a chat, an e-book."""
