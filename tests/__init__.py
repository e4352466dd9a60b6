"""Tests of the data, the checks, the built site and the pages in a browser."""
