"""``lacplan consult check``, whose answer is no: a hundredth of the comments waits for one.

usage: python check_comments.py DRAFTS
"""

import sys

from lacplan.cli import main

sys.argv = ["lacplan", "--drafts", sys.argv[1], "consult", "check", "lac-2013"]
try:
    main()
except SystemExit as left:
    assert left.code == 1
