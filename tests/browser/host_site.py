"""Somebody else's site on a port of its own: strict policy, hostile styles, the chat in one script tag."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

HOSTILE_CSS = """
* { color: red !important; margin: 40px !important; font-family: fantasy; text-transform: uppercase;
    letter-spacing: .3em; line-height: 3; position: static; }
html { font-size: 62.5%; }
button, textarea, section { display: none; }
div { border: 3px solid lime !important; }
.panel, .bubble, .launcher, .card { display: none !important; }
"""
PAGE = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Kommunens sida</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/hostile.css"><script src="{service}/widget.js" defer></script></head>
<body><main><h1>Kommunens sida</h1><p>Text på sidan.</p>
<div class="panel bubble">Sidans egen ruta.</div></main></body>
</html>"""
POLICY = "default-src 'none'; script-src {service}; connect-src {service}; style-src 'self'; img-src data:"


@contextmanager
def host_site(service: str) -> Iterator[str]:
    """Serves the site and yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            css = self.path == "/hostile.css"
            body = (HOSTILE_CSS if css else PAGE.format(service=service)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/css" if css else "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", POLICY.format(service=service))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
