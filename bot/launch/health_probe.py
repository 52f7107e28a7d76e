"""Whether a process on this machine answers. Standard library only, since it is read at every start."""

from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit


def own_address(host: str, port: int) -> str:
    """Where this machine reaches what listens on `host`: loopback when that is every address."""
    near = {"": "[::1]", "::": "[::1]", "0.0.0.0": "127.0.0.1"}.get(host, host)  # noqa: S104 - only compared
    return f"http://[{near}]:{port}" if ":" in near and not near.startswith("[") else f"http://{near}:{port}"


def answers(url: str, timeout: float, question: bytes = b"") -> bool:
    """True when the address gives 200 within `timeout` seconds. A `question` is posted, as JSON."""
    address = urlsplit(url)
    connection = HTTPConnection(address.hostname or "", address.port, timeout=timeout)
    target = f"{address.path}?{address.query}" if address.query else address.path
    try:
        connection.request("POST" if question else "GET", target, question or None)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
