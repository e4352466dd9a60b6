"""The built site in a browser, over http and from disk."""
