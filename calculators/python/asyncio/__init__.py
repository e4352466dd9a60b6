"""In place of the standard library's: Pyodide's core imports asyncio, but a worker that answers text with text awaits nothing."""


def get_event_loop():
    """There is none."""
    raise RuntimeError("no event loop in this Python")
