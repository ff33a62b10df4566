"""How much of the API apus serves: asked of the server, and written down in docs/coverage.md."""
