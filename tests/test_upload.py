"""The script that fills an object store, as far as it goes without one; `make audit` has that."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import upload
from making import ROOT, write

WEB = {
    "www/_headers": "/*\n  A: b\n/\n  Cache-Control: public, max-age=300\n"
    "/assets/tools/*\n  Cache-Control: public, max-age=31536000, immutable\n",
    "www/_redirects": "/old/ /new/#part 301\n/en/* /en/404.html 404\n/* /404.html 404\n",
    "www/index.html": "x",
    "www/index.html.br": "x",
    "www/index.html.gz": "x",
    "www/old/index.html": "x",
    "www/assets/tools/a.0.js": "x",
    "www/data/all.tar.gz": "x",
}


class Store:
    """A store that notes what it is asked."""

    def __init__(self, *keys: str) -> None:
        self.keys, self.put, self.gone = keys, list[str](), list[str]()
        self.pages: object = None

    def upload_file(self, _file: str, _bucket: str, key: str, **_: object) -> None:
        """Note an object."""
        self.put.append(key)

    def put_bucket_website(self, **given: object) -> None:
        """Note the pages of the bucket."""
        self.pages = given["WebsiteConfiguration"]

    def get_paginator(self, _name: str) -> "Store":
        """Return what lists the objects."""
        return self

    def paginate(self, **_: object) -> list[dict[str, list[dict[str, str]]]]:
        """Return a full and an empty page of the list."""
        return [{"Contents": [{"Key": key} for key in self.keys]}, {}]

    def delete_objects(self, **given: dict[str, list[dict[str, str]]]) -> None:
        """Note what is deleted."""
        self.gone += [each["Key"] for each in given["Delete"]["Objects"]]


def test_each_object_has_a_type_and_the_time_that_the_headers_say(tmp_path: Path) -> None:
    found = {each.key: each.told for each in upload.uploads(write(tmp_path, WEB) / "www")}

    minutes = {"ContentType": "text/html; charset=utf-8", "CacheControl": "public, max-age=300"}
    assert found == {
        "index.html": minutes,
        "old/index.html": {**minutes, "WebsiteRedirectLocation": "/new/#part"},
        "assets/tools/a.0.js": {
            "ContentType": "text/javascript; charset=utf-8",
            "CacheControl": "public, max-age=31536000, immutable",
        },
        "data/all.tar.gz": {"ContentType": "application/x-tar", "CacheControl": "public, max-age=300"},
    }


def test_what_pages_load_comes_first_and_what_is_gone_goes_last_but_for_names_with_a_hash(tmp_path: Path) -> None:
    store = Store("index.html", "gone/index.html", "assets/tools/earlier.1.js")
    number, gone = upload.upload(store, "b", write(tmp_path, WEB) / "www")

    assert (number, gone, store.gone) == (4, 1, ["gone/index.html"])
    assert store.put[0] == "assets/tools/a.0.js"
    assert store.pages == {"IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "404.html"}}


def test_what_is_no_hosted_site_is_said_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert upload.main([str(tmp_path), "b"]) == upload.FAILED
    assert "type `make hosted`" in capsys.readouterr().err


def test_without_boto3_it_says_what_to_type(tmp_path: Path) -> None:
    command = [sys.executable, "-I", str(ROOT / "scripts/upload.py"), str(write(tmp_path, WEB)), "b"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stderr.strip()) == (upload.FAILED, upload.HELP)


def test_the_audit_installs_the_same_boto3() -> None:
    def listed(path: str) -> list[str]:
        return re.findall(r"(?m)^boto(?:3|core)==\S+", (ROOT / path).read_text("utf-8"))

    assert listed("scripts/upload-requirements.txt") == listed("tests/audit/requirements.txt") != []
