"""The first answer in engines beside Chromium; asked for by `make test-browsers`."""
