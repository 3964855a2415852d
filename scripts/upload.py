"""
Puts the site into an object store that speaks S3: `python scripts/upload.py dist/hosted BUCKET`.

It stands beside the build, which neither needs nor imports it. It wants a virtual environment of its own:

    python3 -m venv .upload
    .upload/bin/python -m pip install --require-hashes -r scripts/upload-requirements.txt

Keys come from where boto3 looks for them, such as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. For a store of another
company, name its address: --endpoint https://….
"""

import argparse
import mimetypes
import sys
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

HELP = "boto3 is missing; type: python -m pip install --require-hashes -r scripts/upload-requirements.txt"
FAILED = 1
_INDEX = "index.html"
_FOR_HOSTS = ("_headers", "_redirects")
_COPIES = (".br", ".gz")
"""An object has one form; a CDN before the store compresses it."""
_KINDS = {".js": "text/javascript", ".webmanifest": "application/manifest+json", ".md": "text/markdown"}
_FOREVER = "immutable"
_MOST = 1000
"""The store deletes so many objects at a time."""


class Upload(NamedTuple):
    """One object: its key, its file, and what the store is told of it, by the names of boto3."""

    key: str
    file: Path
    told: Mapping[str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Upload the folder that the arguments name; say what is wrong in words, and end with another code than 0."""
    parser = argparse.ArgumentParser(description="Put the site into an object store that speaks S3.")
    parser.add_argument("hosted", type=Path, help="what `make hosted` made: dist/hosted")
    parser.add_argument("bucket", help="the bucket; all in it that is not of the site is deleted")
    parser.add_argument("--endpoint", help="the address of the store, unless it is AWS")
    options = parser.parse_args(arguments)
    web = options.hosted / "www"
    if not (web / _FOR_HOSTS[0]).is_file():
        return _said(f"{options.hosted} is nothing to upload; type `make hosted`, then this again")
    try:
        boto3, errors = import_module("boto3"), import_module("botocore.exceptions")
    except ImportError:
        return _said(HELP)
    try:
        store = boto3.client("s3", endpoint_url=options.endpoint)
        number, gone = upload(store, options.bucket, web)
    except (errors.BotoCoreError, errors.ClientError, boto3.exceptions.Boto3Error) as error:
        return _said(f"stopped: {error}")
    sys.stdout.write(f"{options.bucket}: {number} objects, {gone} deleted\n")
    return 0


def _said(text: str) -> int:
    sys.stderr.write(f"{text}\n")
    return FAILED


def upload(store: Any, bucket: str, web: Path) -> tuple[int, int]:  # noqa: ANN401 - a client of boto3, which has no types
    """
    Put the folder `web` into a bucket, and say which are its pages; return how many objects it has, and how many went.

    What pages load comes first, so no reader gets a page before its style. What is not of the site any more is deleted
    last, but for names with a hash: a page that somebody still has open may ask for them.
    """
    wanted = sorted(uploads(web), key=lambda each: (_FOREVER not in each.told.get("CacheControl", ""), each.key))
    for each in wanted:
        store.upload_file(str(each.file), bucket, each.key, ExtraArgs=dict(each.told))
    lines = _lines(web / _FOR_HOSTS[1])
    not_found = next(to for pattern, to, status in reversed(lines) if status == "404")
    pages = {"IndexDocument": {"Suffix": _INDEX}, "ErrorDocument": {"Key": not_found.lstrip("/")}}
    store.put_bucket_website(Bucket=bucket, WebsiteConfiguration=pages)
    kept = {each.key for each in wanted}
    rules = _caches(web)
    gone = [key for key in keys(store, bucket) if key not in kept and _FOREVER not in _cache(rules, key)]
    for start in range(0, len(gone), _MOST):
        objects = [{"Key": key} for key in gone[start : start + _MOST]]
        store.delete_objects(Bucket=bucket, Delete={"Objects": objects, "Quiet": True})
    return len(kept), len(gone)


def uploads(web: Path) -> Iterator[Upload]:
    """Yield what is put into the store: type, how long it is kept as `_headers` says, and where old pages lead."""
    rules = _caches(web)
    moved = {pattern.lstrip("/"): to for pattern, to, status in _lines(web / _FOR_HOSTS[1]) if status == "301"}
    for file in sorted(path for path in web.rglob("*") if path.is_file()):
        key = file.relative_to(web).as_posix()
        if key in _FOR_HOSTS or (file.suffix in _COPIES and file.with_suffix("").is_file()):
            continue
        told = {"ContentType": kind(file.name), "CacheControl": _cache(rules, key)}
        to = moved.get(key.removesuffix(_INDEX)) if key.endswith(_INDEX) else None
        yield Upload(key, file, {**told, **({"WebsiteRedirectLocation": to} if to else {})})


def kind(name: str) -> str:
    """Return the type of a file, with its encoding if it is text: the store sends what it is told."""
    found = _KINDS.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    is_text = found.startswith("text/") or found == "application/xml"
    return f"{found}; charset=utf-8" if is_text else found


def _caches(web: Path) -> list[tuple[str, str]]:
    """Return the patterns of `_headers` and how long what they fit is kept."""
    found, pattern = [], ""
    for line in (web / _FOR_HOSTS[0]).read_text(encoding="utf-8").splitlines():
        name, _, value = line.strip().partition(": ")
        if line.startswith("/"):
            pattern = line
        elif name == "Cache-Control":
            found.append((pattern, value))
    return found


def _cache(rules: Sequence[tuple[str, str]], key: str) -> str:
    return next((value for pattern, value in rules if fnmatchcase(f"/{key}", pattern)), "public, max-age=300")


def _lines(file: Path) -> list[list[str]]:
    return [line.split() for line in file.read_text(encoding="utf-8").splitlines()]


def keys(store: Any, bucket: str) -> list[str]:  # noqa: ANN401 - the same
    """Return the keys of all objects in a bucket."""
    pages = store.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    return [each["Key"] for page in pages for each in page.get("Contents", ())]


if __name__ == "__main__":
    sys.exit(main())
