"""The site in an object store: a store of moto's, filled by scripts/upload.py, and asked as browsers ask."""

import logging
import os
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import upload

from . import tools
from .measure import Measure

_BUCKET = "handbook"


def faults(folder: Path, web: Path) -> tuple[list[str], int]:
    """Upload the folder `web` twice; return what is not as it should be, and the number of objects."""
    moto: Any = tools.package(folder, "moto.server")
    boto3: Any = tools.package(folder, "boto3")
    keys = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_DEFAULT_REGION": "us-east-1"}
    os.environ.update(keys)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        address = f"http://{host}:{port}"
        store = boto3.client("s3", endpoint_url=address)
        store.create_bucket(Bucket=_BUCKET, ACL="public-read")
        for key in ("gone/index.html", "assets/stylesheets/handbook.0123456789ab.css"):
            store.put_object(Bucket=_BUCKET, Key=key, Body=b"of an earlier site")
        return [*_faults(store, web, address)], len(list(upload.uploads(web)))
    finally:
        server.stop()


def _faults(store: Any, web: Path, address: str) -> list[str]:
    typed = [str(web.parent), _BUCKET, "--endpoint", address]
    found = [f"upload ends with {code}" for code in (upload.main(typed), upload.main(typed)) if code]
    listed = set(upload.keys(store, _BUCKET))
    wanted = {each.key: each for each in upload.uploads(web)}
    earlier = "assets/stylesheets/handbook.0123456789ab.css"
    found += [f"{key} is there or missing" for key in sorted(listed ^ {*wanted, earlier})]
    for key, each in wanted.items():
        head = store.head_object(Bucket=_BUCKET, Key=key)
        told = {name: head.get(name) for name in each.told}
        found += [f"{key}: {told}"] if told != dict(each.told) else []
    website = store.get_bucket_website(Bucket=_BUCKET)
    pages = (website["IndexDocument"]["Suffix"], website["ErrorDocument"]["Key"])
    found += [f"the pages of the bucket are {pages}"] if pages != ("index.html", "404.html") else []
    for key in ("index.html", "en/index.html", "assets/images/card.png"):
        part = urllib.request.Request(f"{address}/{_BUCKET}/{key}", headers={"Range": "bytes=0-9"})  # noqa: S310 - ours
        with urllib.request.urlopen(part) as answer:  # noqa: S310 - our own server
            right = (answer.status, answer.read()) == (206, (web / key).read_bytes()[:10])
            found += [] if right else [f"a part of {key} is answered {answer.status}"]
    try:
        urllib.request.urlopen(f"{address}/{_BUCKET}/none/").close()  # noqa: S310 - our own server
    except urllib.error.HTTPError as error:
        found += [f"what is not there is answered {error.code}"] if error.code not in (403, 404) else []
    return found


def measures(found: list[str], number: int) -> list[Measure]:
    """Return the figure of the table."""
    return [Measure(name=f"object store and container: faults, with {number} objects", value=len(found), most=0)]
