"""The data, their checks and the text, without a built site."""
