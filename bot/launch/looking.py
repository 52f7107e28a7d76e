"""Whether a process on this machine answers. Standard library only, since it is read at every start."""

from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit


def answers(url: str, timeout: float) -> bool:
    """True when the address gives 200 within `timeout` seconds."""
    address = urlsplit(url)
    connection = HTTPConnection(address.hostname or "", address.port, timeout=timeout)
    try:
        connection.request("GET", address.path)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
