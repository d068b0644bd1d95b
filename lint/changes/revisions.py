"""Revisions: from what the user calls one to the commit that changes are counted from."""

from lint.changes import git
from lint.errors import UserError

_MORE = (
    "This is a shallow clone: fetch more of its history (git fetch --deepen=1000, git fetch --unshallow; "
    "in CI “fetch-depth: 0”)"
)


def branching(revision: str) -> str:
    """Give the commit at which the history of HEAD left that of `revision`; raise UserError if there is none.

    That commit, not the revision itself, is what a reviewer compares with: what others have added to `revision` since
    is no change of ours.
    """
    named, head = _named(revision), last()
    if not head:
        raise UserError("This repository has no commit yet.", None, "--staged checks what the first one will hold.")
    try:
        return git.ask(["merge-base", named, head]).decode().strip()
    except git.Refused as refused:
        if str(refused):
            raise git.failed(str(refused)) from None
    problem = f"“{revision}” and HEAD have no commit in common"
    if _is_shallow():
        raise UserError(f"{problem}, as far as is known here.", None, f"{_MORE}.")
    raise UserError(f"{problem}.", None, "Name a commit or branch that this one grew from.")


def last() -> str:
    """Give the commit HEAD stands at; empty where there is none yet."""
    return _commit("HEAD")


def _named(revision: str) -> str:
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise UserError(f"“{revision}” is no revision.", None, "Name a commit, tag or branch, such as origin/main.")
    if found := _commit(revision):
        return found
    problem = f"There is no revision “{revision}” here."
    if ".." in revision:
        raise UserError(problem, None, "Name one commit, not a range: changes count up to the work tree.")
    if _is_shallow():
        raise UserError(problem, None, f"{_MORE}, and the branch itself (git fetch origin BRANCH).")
    raise UserError(problem, None, "Name a commit, tag or branch; one of another repository has to be fetched first.")


def _commit(revision: str) -> str:
    """Give the id of the commit that a revision names, empty if it names none."""
    try:
        named = git.ask(["rev-parse", "--verify", "--quiet", revision]).decode().strip()
        return git.ask(["rev-parse", "--verify", "--quiet", f"{named}^{{commit}}"]).decode().strip()
    except git.Refused:
        return ""


def _is_shallow() -> bool:
    return git.ask(["rev-parse", "--is-shallow-repository"]).strip() == b"true"
