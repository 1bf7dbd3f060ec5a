"""What the hostile inputs are made with: a register of makers, and files with holes instead of gigabytes on the disk."""

GOOD = ("Eastern desert: two killed\n\nTwo civilians were killed on 3 March 2024 when gunmen attacked their car "
        "near al-Sukhna in Homs governorate, a local monitor said.\n")
SENTENCE = "Two civilians were killed on Sunday when shells hit a market in Ariha. "

REFUSED, READ, EITHER = "refused", "read", "either"

makers = []  # (name, what must come of it, function)


def hostile(name, expected=EITHER):
    """Registers a maker: it gets an empty folder and gives the input to read, a path or an address."""
    def register(make):
        makers.append((name, expected, make))
        return make
    return register


def written(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def with_hole(folder, name, before, hole_bytes, after=b""):
    """A file whose middle is a hole: NUL bytes that take no room on the disk."""
    path = folder / name
    with open(path, "wb") as out:
        out.write(before)
        out.seek(hole_bytes, 1)
        out.write(after or b"\n")
    with open(path, "rb") as back:  # into the page cache, where a file just written would be
        while back.read(1 << 20):
            pass
    return path


GIBIBYTE = 1 << 30
LOOKED_AT = 70_000  # more than the bytes a type is told from
