"""The page about all this shows what comes out: its commands are run one after the other, in one folder."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

from lint.cli import boundary

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"(?ms)^```text\n(.*?)^```$")


def test_the_commands_of_the_page_say_what_it_shows(repo, tmp_path, capsys) -> None:
    shutil.copy(ROOT / "rules/typos/doubled-word.yaml", tmp_path / "rules/typos")
    repo.write("ferry.md", "The ferry leaves on on Monday.")
    blocks = _BLOCK.findall((ROOT / "docs/only-what-is-new.md").read_text(encoding="utf-8"))
    assert len(blocks) == 2
    for command, shown in re.findall(r"(?ms)^\$ ([^\n]+)\n(.*?)(?=^\$|\Z)", "".join(blocks)):
        if command.startswith("copydesk "):
            boundary.run(shlex.split(command)[1:])
        else:
            subprocess.run(command, shell=True, check=True)  # noqa: S602 - of our own page
        assert capsys.readouterr().out == shown
