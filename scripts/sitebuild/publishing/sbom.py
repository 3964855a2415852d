"""The bill of materials of a release, as CycloneDX 1.6 in JSON."""

import json
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from .inputs import Asset, Package

NAME = "handbook.cdx.json"
_TEXT, _CODE = "CC-BY-SA-4.0", "MIT"
_BUNDLED: Mapping[str, str] = {
    "mkdocs-material": "a part of its style sheet is in the site; none of its scripts and icons are",
    "opencc": "its pairs of Traditional and Simplified characters are in the script of search",
    "fontpkg-noto-sans": "the letters that are used are in the PDF files",
    "justmytype-intl-cjk": "the characters that are used are in the PDF files",
}
"""Packages of which something is handed out, and what; the others only make the release."""
_FONTS = ("fontpkg-noto-sans", "justmytype-intl-cjk")
_FONT_LICENCE = "OFL-1.1"
_SPACE = uuid.UUID("7d9c1a34-5f0e-4c58-9a41-3f1d6b0f8e52")
"""Makes the number of a bill from what it is about: the same release has the same one."""


def bill(version: str, commit: str, moment: datetime, packages: Sequence[Package], assets: Sequence[Asset]) -> str:
    """Return the bill of a release; the same values make the same text."""
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, f'{version} {commit}')}",
        "version": 1,
        "metadata": {
            "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": "handbook",
                "name": "online-loan-privacy-handbook",
                "version": version,
                "description": "网贷个人信息保护手册 · Online Loan Privacy Handbook",
                "licenses": [{"expression": f"{_TEXT} AND {_CODE}"}],
                "properties": [{"name": "git:commit", "value": commit}],
            },
        },
        "components": [*map(_of_package, packages), *map(_of_asset, assets)],
        "dependencies": [{"ref": "handbook", "dependsOn": sorted(map(_reference, packages))}],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _reference(package: Package) -> str:
    return f"pkg:pypi/{package.name}@{package.version}"


def _of_package(package: Package) -> dict[str, Any]:
    what = _BUNDLED.get(package.name)
    return {
        "type": "library",
        "bom-ref": _reference(package),
        "name": package.name,
        "version": package.version,
        "scope": "required" if what else "excluded",
        **({"description": what} if what else {}),
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in package.hashes],
        **_licences(package),
        "purl": _reference(package),
    }


def _licences(package: Package) -> dict[str, Any]:
    if package.name in _FONTS:
        return {"licenses": [{"expression": _FONT_LICENCE}]}
    if not package.licence:
        return {}
    if package.is_expression:
        return {"licenses": [{"expression": package.licence}]}
    return {"licenses": [{"license": {"name": package.licence}}]}


def _of_asset(asset: Asset) -> dict[str, Any]:
    is_code = asset.path.endswith((".js", ".css"))
    return {
        "type": "file",
        "bom-ref": asset.path,
        "name": asset.path,
        "scope": "required",
        "hashes": [{"alg": "SHA-256", "content": asset.sha256}],
        "licenses": [{"license": {"id": _CODE if is_code else _TEXT}}],
    }
