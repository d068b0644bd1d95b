"""The tables of the index, and how articles get into them and out again.

`names` holds every form once, with the sums over all articles, so that a draft asks for a name and reads one row.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from lint.annotate.similar import plain
from lint.archive.model import Article, Name, number

VERSION = 2

SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE folders(path TEXT PRIMARY KEY, changed INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE articles(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, changed INTEGER NOT NULL,
                      digest BLOB NOT NULL, day TEXT NOT NULL);
CREATE INDEX article_digests ON articles(digest);
CREATE TABLE names(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, full TEXT NOT NULL, form TEXT NOT NULL, key TEXT NOT NULL,
                   family TEXT NOT NULL, uses INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0,
                   UNIQUE(form, kind, full));
CREATE INDEX name_keys ON names(key);
CREATE INDEX name_families ON names(family) WHERE family != '';
CREATE TABLE uses(article INTEGER NOT NULL, name INTEGER NOT NULL, uses INTEGER NOT NULL, PRIMARY KEY(article, name))
    WITHOUT ROWID;
CREATE INDEX uses_names ON uses(name);
CREATE TABLE near(key INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY(key, name)) WITHOUT ROWID;
"""

Stat = tuple[int, int]
"""Size of a file, and when it was changed, in nanoseconds; 0 where that is too near to be trusted."""


def add(base: sqlite3.Connection, batch: Sequence[tuple[Article, Stat]]) -> None:
    """Put articles in, in place of what their paths held before."""
    remove(base, [article.path for article, _ in batch])
    names = {name for article, _ in batch for name in article.uses}
    known = _ids(base, names)
    uses: Counter[int] = Counter()
    articles: Counter[int] = Counter()
    for article, (size, changed) in batch:
        row = base.execute(
            "INSERT INTO articles(path, size, changed, digest, day) VALUES(?, ?, ?, ?, ?)",
            (article.path, size, changed, article.digest, article.day),
        ).lastrowid
        found = [(known[name], count) for name, count in article.uses.items()]
        base.executemany("INSERT INTO uses VALUES(?, ?, ?)", ((row, name, count) for name, count in found))
        uses.update(dict(found))
        articles.update(name for name, _ in found)
    changes = ((uses[name], articles[name], name) for name in uses)
    base.executemany("UPDATE names SET uses = uses + ?, articles = articles + ? WHERE id = ?", changes)


def remove(base: sqlite3.Connection, paths: Iterable[str]) -> None:
    """Take out the articles of these paths, if they are there."""
    for path in paths:
        for (row,) in base.execute("SELECT id FROM articles WHERE path = ?", (path,)).fetchall():
            gone = "UPDATE names SET uses = uses - ?, articles = articles - 1 WHERE id = ?"
            base.executemany(gone, base.execute("SELECT uses, name FROM uses WHERE article = ?", (row,)).fetchall())
            base.execute("DELETE FROM uses WHERE article = ?", (row,))
            base.execute("DELETE FROM articles WHERE id = ?", (row,))


def _ids(base: sqlite3.Connection, names: Iterable[Name]) -> dict[Name, int]:
    """Give the row of each name; one that is new gets its row, and the keys that lead to it from names nearly alike."""
    found: dict[Name, int] = {}
    for name in sorted(names):
        asked = (name.form, name.kind.value, name.full)
        row = base.execute("SELECT id FROM names WHERE form = ? AND kind = ? AND full = ?", asked).fetchone()
        found[name] = row[0] if row else _new(base, name)
    return found


def _new(base: sqlite3.Connection, name: Name) -> int:
    values = (name.kind.value, name.full, name.form, plain(name.form), plain(name.family))
    insert = "INSERT INTO names(kind, full, form, key, family) VALUES(?, ?, ?, ?, ?)"
    row = base.execute(insert, values).lastrowid or 0
    base.executemany("INSERT OR IGNORE INTO near VALUES(?, ?)", ((number(key), row) for key in name.kin()))
    return row
