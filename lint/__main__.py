"""`python -m lint` is `copydesk`."""

import os
import sys

_HERE = os.getcwd()  # noqa: PTH109 - pathlib would be imported first, perhaps from the working directory
# Python puts the working directory first in its search path, and that may be somebody else's repository.
if sys.path[:1] in ([""], [_HERE]) and not __file__.startswith(os.path.join(_HERE, "lint")):  # noqa: PTH118
    del sys.path[0]

from lint.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
