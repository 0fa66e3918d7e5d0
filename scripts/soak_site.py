"""The site that `soak-publish` and `soak-served` publish, its targets, and the run of their parts."""

import argparse
import hashlib
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time

LIMIT = 120  # seconds of one publish
NOW = "2026-01-01"


class Failure(Exception):
    """What is not as it should be."""


def configuration(root):
    return f"""\
[site]
title = "Soak"
url = "https://example.org/"
language = "en"

[publish.directory]
type = "directory"
path = "{root}/www"

[publish.git]
type = "git"
remote = "{root}/remote.git"

[publish.rclone]
type = "rclone"
remote = "{root}/store"

[publish.nginx]
type = "directory"
path = "{root}/www"
host = "nginx"

[publish.full]
type = "directory"
path = "{root}/full/www"

[publish.s3]
type = "rclone"
remote = "soak:bucket"
"""


ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Soak",
    "GIT_AUTHOR_EMAIL": "soak@example.org",
    "GIT_COMMITTER_NAME": "Soak",
    "GIT_COMMITTER_EMAIL": "soak@example.org",
}


class Site:
    """The site and its targets, in a folder of their own."""

    def __init__(self, galley, root, posts):
        self.galley, self.root, self.folder = galley, root, f"{root}/blog"
        os.makedirs(f"{self.folder}/content/posts")
        os.makedirs(f"{self.folder}/static/pictures")
        os.makedirs(f"{self.folder}/theme/partials")
        write(f"{self.folder}/galley.toml", configuration(root))
        for number in range(posts):
            text = f"---\ntitle: Post {number}\ndate: 2021-01-{1 + number % 28:02}\n---\n"
            write(f"{self.folder}/content/posts/p{number}.md", text + "Some words. " * 400)
            write(f"{self.folder}/static/pictures/{number}.txt", f"picture {number}\n" * 200)
        self.version(0)

    def version(self, number):
        """Writes one of the site's versions; the mark stands on every page."""
        write(
            f"{self.folder}/theme/partials/footer-end.mustache", f"<p>version={number}=</p>\n"
        )
        picture = f"{self.folder}/static/pictures/only-even.txt"
        if number % 2 == 0:
            write(picture, "even\n")
        elif os.path.exists(picture):
            os.remove(picture)

    def command(self, target, *more):
        return [self.galley, "publish", target, "--site", self.folder, "--now", NOW, *more]

    def publish(self, target, *more, environment=None, code=0):
        result = subprocess.run(
            self.command(target, *more), env={**ENVIRONMENT, **(environment or {})},
            capture_output=True, text=True, timeout=LIMIT,
        )
        if result.returncode != code:
            raise Failure(
                f"publish {target} ended with {result.returncode}, not {code}: {result.stderr}"
            )
        return result

    def tree(self):
        return tree(f"{self.folder}/public")


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def tree(folder):
    """Every file below a folder with the digest of its bytes."""
    files = {}
    for top, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(top, name)
            with open(path, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            files[os.path.relpath(path, folder)] = digest
    files.pop("galley-manifest.json", None)
    files.pop(".nojekyll", None)
    return files


def git_tree(root):
    """The files of the branch, out of a fresh clone."""
    clone = f"{root}/clone"
    shutil.rmtree(clone, ignore_errors=True)
    subprocess.run(
        ["git", "clone", "-q", "--branch", "gh-pages", f"{root}/remote.git", clone],
        check=True, env=ENVIRONMENT, capture_output=True,
    )
    subprocess.run(
        ["git", "-C", f"{root}/remote.git", "fsck", "--strict", "--no-dangling"], check=True,
        env=ENVIRONMENT, capture_output=True,
    )
    shutil.rmtree(f"{clone}/.git")
    return tree(clone)


def without_extra(found, wanted):
    """The files of `found` that `wanted` has: a release keeps old digest-named files besides."""
    return {path: digest for path, digest in found.items() if path in wanted}


def is_one(found, trees):
    return any(without_extra(found, wanted) == wanted for wanted in trees)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_port(port, seconds=60):
    deadline = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise Failure(f"nobody listens at port {port}") from None
            time.sleep(0.05)


def run_parts(parts, description, add_options=lambda parser: None):
    """The command line of a script: runs its parts, each with a site of its own, and exits."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("galley")
    parser.add_argument("--posts", type=int, default=60)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--switches", type=int, default=15)
    parser.add_argument("--only", choices=parts)
    add_options(parser)
    try:
        options = parser.parse_args()
    except SystemExit as end:
        sys.exit(64 if end.code else 0)
    galley = os.path.abspath(options.galley)
    failed = False
    for name, part in parts.items():
        if options.only and name != options.only:
            continue
        root = os.path.realpath(tempfile.mkdtemp(prefix="galley-soak-"))
        try:
            site = Site(galley, root, options.posts)
            said = part(site, options, random.Random(options.seed))
            print(f"{name}: {said or 'left out, its program is not there'}", flush=True)
        except Failure as failure:
            failed = True
            print(f"{name}: FAILED: {failure}", flush=True)
        finally:
            shutil.rmtree(root, ignore_errors=True)
    sys.exit(1 if failed else 0)
