"""In place of Pyodide's: no event loop, so that asyncio and all it imports need not be loaded."""


def _initialize_event_loop():
    """Pyodide asks for one when it starts; nothing here awaits."""
