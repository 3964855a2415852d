"""What the system's refusal to read or write a file means for who typed a command."""

import errno

from .message import Message

_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "this is not allowed; check the permissions",
    errno.EPERM: "this is not allowed; check the permissions",
}


def said(error: OSError) -> Message:
    """Return in one line why a file could not be written or read."""
    why = Message(_WHY.get(error.errno or 0, error.strerror or str(error))) or Message("it failed")
    if not error.filename:
        return why
    return Message("{file}: {why}; nothing was changed there", file=error.filename, why=why)
