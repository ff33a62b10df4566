"""The files of a store, as a test sees, harms and compares them."""

import hashlib


def fingerprints(directory):
    """The hash of every file's content, by its path; nothing may differ in a directory that was left alone."""
    return {
        str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


def newest_log(directory):
    """The write-ahead log that was written last."""
    return max(directory.rglob("*.log"), key=lambda path: (path.stat().st_mtime_ns, path.name))


def cut_off(path, count):
    """Takes the last bytes from a file."""
    with open(path, "r+b") as file:
        file.truncate(max(0, path.stat().st_size - count))


def flip_byte(path, position):
    with open(path, "r+b") as file:
        file.seek(position)
        byte = file.read(1)[0]
        file.seek(position)
        file.write(bytes([byte ^ 0xFF]))
