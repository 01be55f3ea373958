"""Versions and other repositories: shared, compared, signed."""

import json
import shutil
import subprocess

import pytest

from tests.git.conftest import Repo, draft

NAME = "lac-2030"
FILE = "drafts/lac-2030.yaml"


@pytest.fixture
def shared(repo, lacplan, new_repo, tmp_path):
    """A plan with one version, which its remote has."""
    new_repo("hub.git", "--bare")
    repo.git("remote", "add", "origin", str(tmp_path / "hub.git"))
    repo.commit("1", {FILE: draft(title="One")})
    repo.git("push", "--quiet", "--set-upstream", "origin", "main")
    assert lacplan("version", "create", NAME, "--push").status == 0
    return repo


@pytest.fixture
def clone(shared, tmp_path) -> Repo:
    """A clone of its remote."""
    shared.git("clone", "--quiet", str(tmp_path / "hub.git"), str(tmp_path / "clone"))
    return Repo(tmp_path / "clone")


def verdicts(lacplan, *words: str) -> dict[str, list[str]]:
    _, out, _ = lacplan("version", "verify", *words, "--format", "json")
    rows = json.loads(out)["versions"]
    return {row["label"]: [each["name"] for each in row["faults"]] for row in rows}


def test_what_is_pushed_is_there(shared, clone, lacplan, monkeypatch):
    assert verdicts(lacplan, "--remote") == {"draft-01": []}
    monkeypatch.chdir(clone.folder)
    assert verdicts(lacplan, NAME, "--remote") == {"draft-01": []}


def test_what_is_not_pushed_says_how(shared, lacplan):
    shared.commit("2", {FILE: draft(title="Two")})
    out = lacplan("version", "create", NAME).out
    assert "It is only here. Share it: git push origin lac-2030@draft-02\n" in out
    assert verdicts(lacplan, "--remote") == {"draft-01": [], "draft-02": ["not-shared"]}


def test_a_replaced_newest_version_is_found_by_comparing(shared, clone, lacplan):
    shared.git("tag", "-d", "lac-2030@draft-01")
    shared.commit("2", {FILE: draft(title="Two")})
    assert lacplan("version", "create", NAME).status == 0
    assert verdicts(lacplan) == {"draft-01": []}
    assert verdicts(lacplan, "--remote") == {"draft-01": ["remote-differs"]}


def test_a_replaced_older_version_can_be_taken_back(shared, lacplan):
    shared.commit("2", {FILE: draft(title="Two")})
    lacplan("version", "create", NAME, "--push")
    shared.git("tag", "-f", "-a", "-m", "x", "lac-2030@draft-01")
    status, out, _ = lacplan("version", "verify", "--remote")
    assert status == 1
    assert "git fetch --force origin tag lac-2030@draft-01" in " ".join(out.split())
    shared.git("fetch", "--quiet", "--force", "origin", "tag", "lac-2030@draft-01")
    assert lacplan("version", "verify", "--remote").status == 0


def test_a_version_that_is_only_there_is_shown_and_comes_first(shared, clone, lacplan, monkeypatch):
    shared.commit("2", {FILE: draft(title="Two")})
    lacplan("version", "create", NAME, "--push")
    monkeypatch.chdir(clone.folder)
    assert verdicts(lacplan, "--remote") == {"draft-01": [], "draft-02": ["only-there"]}
    clone.commit("other", {FILE: draft(title="Other")})
    status, _, err = lacplan("version", "create", NAME, "--push")
    assert status == 2
    assert "origin has the version lac-2030@draft-02, which is not here." in err
    assert clone.git("tag") == "lac-2030@draft-01"


def test_a_clone_without_tags_says_so(shared, tmp_path, lacplan, monkeypatch):
    url = f"file://{tmp_path / 'hub.git'}"
    shared.commit("2", {FILE: draft(title="Two")})
    shared.git("push", "--quiet")
    shared.git("clone", "--quiet", "--depth=1", url, str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    assert "git fetch --tags" in lacplan("version", "list", NAME).err
    assert "git fetch --tags" in lacplan("version", "verify", NAME).err
    status, _, err = lacplan("version", "create", NAME, "mine")
    assert status == 0
    assert "This clone is shallow" in err


def test_a_version_in_no_history_of_the_branch_is_warned_of(shared, lacplan):
    shared.git("switch", "--quiet", "-c", "side")
    shared.commit("side", {FILE: draft(title="Side")})
    lacplan("version", "create", NAME)
    shared.git("switch", "--quiet", "main")
    shared.commit("2", {FILE: draft(title="Two")})
    status, _, err = lacplan("version", "create", NAME)
    assert status == 0
    assert "lac-2030@draft-02 is not in the history of this branch" in err


def test_a_detached_head_can_be_published(shared, lacplan):
    shared.git("checkout", "--quiet", "--detach")
    shared.commit("2", {FILE: draft(title="Two")})
    assert lacplan("version", "create", NAME).status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--remote-name", "orign"), "Did you mean “origin”?"),
        (("--remote-name", "--upload-pack=touch x"), "There is no remote"),
        (("--remote-name", "ext::sh -c true"), "There is no remote"),
    ],
)
def test_a_remote_that_is_none_reaches_no_git(shared, lacplan, words, said):
    status, _, err = lacplan("version", "verify", *words)
    assert status == 2
    assert said in err


def test_no_remote_is_said(repo, lacplan):
    repo.commit("1", {FILE: draft()})
    assert "git remote add" in lacplan("version", "create", NAME).out
    assert "git remote add" in lacplan("version", "verify", "--remote").err
    repo.commit("2", {FILE: draft(title="Two")})
    status, _, err = lacplan("version", "create", NAME, "--push")
    assert status == 2
    assert "git remote add" in err
    assert repo.git("tag") == "lac-2030@draft-01"


def test_a_remote_that_is_gone_is_said(shared, lacplan, tmp_path):
    shutil.rmtree(tmp_path / "hub.git")
    status, _, err = lacplan("version", "verify", "--remote")
    assert status == 2
    assert "→" in err


def test_a_push_that_is_refused_leaves_the_version_here(shared, lacplan, tmp_path):
    hook = tmp_path / "hub.git/hooks/update"
    hook.write_text("#!/bin/sh\necho no tags today >&2\nexit 1\n")
    hook.chmod(0o755)
    shared.commit("2", {FILE: draft(title="Two")})
    status, out, err = lacplan("version", "create", NAME, "--push")
    assert status == 2
    assert "Published lac-2030@draft-02." in out
    assert "no tags today" in err
    assert "git push origin lac-2030@draft-02" in err


def test_no_identity_is_met_with_how_to_set_it(shared, lacplan, home):
    (home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
    shared.git("-c", "user.name=A", "-c", "user.email=a@x", "commit", "-q", "--allow-empty", "-mx")
    shared.write({FILE: draft(title="Two")})
    shared.git("-c", "user.name=A", "-c", "user.email=a@x", "commit", "-qam", "2")
    status, _, err = lacplan("version", "create", NAME)
    assert status == 2
    assert "git config --global user.name" in err
    assert shared.git("tag") == "lac-2030@draft-01"


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="needs ssh-keygen")
class TestSigned:
    """Signatures are git's: made with a key of SSH, and looked at by git."""

    @pytest.fixture
    def signing(self, repo, home):
        key = home / "key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        repo.git("config", "gpg.format", "ssh")
        repo.git("config", "user.signingkey", f"{key}.pub")
        public = (home / "key.pub").read_text()
        (home / "signers").write_text(f"ana@example.org {public}")
        repo.git("config", "gpg.ssh.allowedSignersFile", str(home / "signers"))
        repo.commit("1", {FILE: draft(title="One")})
        return repo

    def signature(self, lacplan) -> tuple[str, list[str]]:
        [row] = json.loads(lacplan("version", "verify", "--format", "json").out)["versions"]
        return row["signature"], [each["name"] for each in row["faults"]]

    def test_a_signed_version_holds_and_is_listed_as_signed(self, signing, lacplan):
        assert lacplan("version", "create", NAME, "--sign").status == 0
        assert signing.git("verify-tag", "lac-2030@draft-01") == ""
        assert self.signature(lacplan) == ("good", [])
        [row] = json.loads(lacplan("version", "list", "--format", "json").out)["versions"]
        assert row["signed"] is True

    def test_where_git_leaves_the_signature_out_nothing_is_published(self, signing, lacplan):
        signing.git("config", "user.signingkey", "/no/such/key.pub")
        status, out, err = lacplan("version", "create", NAME, "--sign")
        assert (status, out) == (2, "")
        assert "git config user.signingkey" in err
        assert signing.git("tag") == ""

    def test_a_signed_version_is_followed_by_the_next(self, signing, lacplan):
        lacplan("version", "create", NAME, "--sign")
        signing.commit("2", {FILE: draft(title="Two")})
        lacplan("version", "create", NAME, "--sign")
        assert lacplan("version", "verify").status == 0

    def test_a_signature_over_other_words_is_bad(self, signing, lacplan):
        lacplan("version", "create", NAME, "--sign")
        raw = signing.git("cat-file", "tag", "lac-2030@draft-01") + "\n"
        forged = raw.replace("The first version", "The last version")
        id = signing.git("hash-object", "-t", "tag", "-w", "--stdin", text=forged)
        signing.git("update-ref", "refs/tags/lac-2030@draft-01", id)
        assert self.signature(lacplan) == ("bad", ["bad-signature"])

    def test_a_signature_of_nobody_known_does_not_hold(self, signing, lacplan, home):
        lacplan("version", "create", NAME, "--sign")
        (home / "signers").write_text("")
        assert self.signature(lacplan) == ("unknown", ["unknown-signature"])
        signing.git("config", "--unset", "gpg.ssh.allowedSignersFile")
        assert self.signature(lacplan) == ("unknown", ["unknown-signature"])

    def test_no_key_is_said_and_nothing_is_published(self, signing, lacplan):
        signing.git("config", "--unset", "user.signingkey")
        status, _, err = lacplan("version", "create", NAME, "--sign")
        assert status == 2
        assert "user.signingkey" in err
        assert signing.git("tag") == ""
