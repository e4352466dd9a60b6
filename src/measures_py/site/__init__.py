"""The model as pages: Markdown, pictures, search data. Build only: never shipped to the browser."""
