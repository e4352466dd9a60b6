"""Reading and checking the data that people write. Build only: never shipped to the browser."""
