"""A file to be saved, not shown."""


def attachment(name: str) -> dict[str, str]:
    """The header that gives a file its name where it is saved; `name`: ASCII without quotes."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}
