"""The site as built and how it is built."""
