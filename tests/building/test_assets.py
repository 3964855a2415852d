"""The files beside the pages."""

import pytest

from sitebuild.building import assets


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("  // Why.\n  go();\n", "go();\n"),
        ("go(); // not a line of its own\n", "go(); // not a line of its own\n"),
        ('var place = "https://example.org/";\n', 'var place = "https://example.org/";\n'),
    ],
)
def test_readers_get_scripts_without_what_is_for_authors(written: str, sent: str) -> None:
    assert assets.shorter(written) == sent
