"""Files of comments: whole or not at all, whoever else writes and whenever the process dies."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from lacplan.errors import LacplanError
from lacplan.model.comment import Comment, erased
from lacplan.model.comment_line import encode_line
from lacplan.store import comments as module
from lacplan.store.comments import CommentFiles

ROOT = Path(__file__).parents[3]


def comment(number: int, text: str = "…") -> Comment:
    return Comment(f"s{number}.1", f"s{number}", 1, "2013-03-27T12:00:00Z", "csv", text)


def ids(files: CommentFiles) -> list[str]:
    return [line.record.id for line in files.lines() if line.record]


def test_what_is_added_is_there_once(tmp_path):
    files = CommentFiles(tmp_path)
    assert files.add([comment(1), comment(2)]) == 2
    assert files.add([comment(2), comment(3), comment(3)]) == 1
    assert ids(files) == ["s1.1", "s2.1", "s3.1"]


def test_files_are_full_before_a_new_one_begins(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "SHARD_LINES", 3)
    files = CommentFiles(tmp_path)
    for numbers in (range(2), range(2, 9), range(9, 9), range(9, 10)):
        files.add(map(comment, numbers))
    assert [shard.name for shard in files.shards()] == [f"000{n}.jsonl" for n in (1, 2, 3, 4)]
    assert [len(shard.read_text().splitlines()) for shard in files.shards()] == [3, 3, 3, 1]
    assert ids(files) == [f"s{number}.1" for number in range(10)]


def test_a_damaged_line_is_named_and_the_others_live(tmp_path):
    files = CommentFiles(tmp_path)
    files.add([comment(1, "uno"), comment(2, "dos")])
    shard = files.shards()[0]
    first, second = shard.read_text().splitlines()
    shard.write_bytes(f"{first}\n\n{second[:20]}\xff\n{second}".encode("latin-1"))
    lines = list(files.lines())
    assert [(line.number, line.fault) for line in lines] == [
        (1, None),
        (3, "is not JSON"),
        (4, None),
    ]
    files.add([comment(3)])
    assert shard.read_bytes().startswith(f"{first}\n\n{second[:20]}\xff\n".encode("latin-1"))
    assert ids(files) == ["s1.1", "s2.1", "s3.1"]


def test_only_what_is_changed_is_rewritten(tmp_path):
    files = CommentFiles(tmp_path)
    files.add([comment(1, "uno"), comment(2, "dos")])
    gone = files.rewrite(
        lambda record: erased(record, "2013-05-02") if record.id == "s2.1" else record
    )
    assert gone == 1
    text = files.shards()[0].read_text()
    assert text.startswith(encode_line(comment(1, "uno")))
    assert "dos" not in text


def test_what_is_private_is_ignored_before_anything_is_in_it(tmp_path):
    CommentFiles(tmp_path).add([comment(1)])
    assert (tmp_path / "private" / ".gitignore").read_text().endswith("*\n")


def test_what_no_list_names_is_thrown_away_and_what_one_names_is_finished(tmp_path):
    files = CommentFiles(tmp_path)
    files.add([comment(1)])
    stray = tmp_path / "private" / "0002.jsonl.incoming"
    stray.write_text(encode_line(comment(2)) + "\n")
    files.add([comment(3)])
    assert ids(files) == ["s1.1", "s3.1"]
    stray.write_text(encode_line(comment(2)) + "\n")
    (tmp_path / "private" / "incoming.json").write_text('["0002.jsonl"]')
    assert ids(files) == ["s1.1", "s3.1", "s2.1"]
    assert not stray.exists()


def test_who_comes_second_waits_and_then_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 0.1)
    files = CommentFiles(tmp_path)
    with files.writing(), pytest.raises(LacplanError, match="Somebody else is writing"):
        CommentFiles(tmp_path).add([comment(1)])


def test_two_at_once_lose_nothing(tmp_path):
    jobs = [
        threading.Thread(target=CommentFiles(tmp_path).add, args=([comment(n), comment(n + 50)],))
        for n in range(8)
    ]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    assert sorted(ids(CommentFiles(tmp_path))) == sorted(
        f"s{n}.1" for n in [*range(8), *range(50, 58)]
    )


ADD = """
import sys
from pathlib import Path
from lacplan.model.comment import Comment
from lacplan.store import comments
comments.SHARD_LINES = 40
batch = int(sys.argv[2])
records = [
    Comment(f"s{n}.1", f"s{n}", 1, "2013-03-27T12:00:00Z", "csv", "x" * 500)
    for n in range(batch * 200, batch * 200 + 200)
]
print("ready", flush=True)
comments.CommentFiles(Path(sys.argv[1])).add(records)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_killed_at_any_moment_all_is_there_or_nothing(tmp_path):
    chance = random.Random(6)
    files = CommentFiles(tmp_path)
    kills = 50 if os.environ.get("LACPLAN_LONG") else 12
    for batch in range(kills):
        before = len(ids(files))
        command = [sys.executable, "-c", ADD, str(tmp_path), str(batch)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            time.sleep(chance.random() * 0.05)
            process.send_signal(signal.SIGKILL)
        after = ids(files)
        assert len(after) - before in (0, 200)
        assert len(set(after)) == len(after)
