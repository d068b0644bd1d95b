"""Articles that rules of our own are let loose on, in a folder of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lint import packages, session
from lint.fixing import Fixing
from lint.model import Safety
from lint.report import Report, Rewrite
from lint.session import CheckOptions
from lint.writeback import Files

HEAD = """summary: A test rule
message: "“{match}” is not right."
confidence: high
why: For a test.
source: Nobody

"""

SAFE = frozenset({Safety.SAFE})
BOTH = frozenset({Safety.SAFE, Safety.UNSAFE})

Fix = Callable[..., Report]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give a function that lays rules (name and body) and articles (name and content) into the folder we are in."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "no-rules").mkdir()
    monkeypatch.setattr(packages, "own_rules", lambda: tmp_path / "no-rules")
    monkeypatch.chdir(tmp_path)

    def lay(rules: dict[str, str], **articles: str | bytes) -> None:
        Path(".copydesk.yaml").write_text("rule_folders: [rules]\n", encoding="utf-8")
        for name, body in rules.items():
            file = Path(f"rules/house/{name}.yaml")
            file.parent.mkdir(parents=True, exist_ok=True)
            severity = "" if "severity:" in body else "severity: error\n"
            file.write_text(f"{body}\n{severity}{HEAD}", encoding="utf-8")
        for name, content in articles.items():
            data = content if isinstance(content, bytes) else content.encode()
            Path(name.replace("_", ".")).write_bytes(data)

    return lay


@pytest.fixture
def fix() -> Fix:
    """Fix files, or standard input where `stdin` is given; the new text of that is put into the list `texts`."""

    def run(
        *paths: str, safeties: frozenset[Safety] = SAFE, stdin: bytes | None = None, texts: list[bytes] | None = None
    ) -> Report:
        files = Files()

        def deliver(rewrite: Rewrite) -> tuple[Exception, ...]:
            if rewrite.draft.data is None:
                return files.write(rewrite)
            (texts if texts is not None else []).append(rewrite.after)
            return ()

        return session.check(paths or ("a.md",), CheckOptions(fixing=Fixing(safeties, deliver)), stdin)

    return run
