"""The HTML of a whole page as it is sent."""

import pytest

from sitebuild.building import white_space


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("\n\n<!doctype html>\n  <p>一\n\n      <a>二</a>\n", "<!doctype html>\n<p>一\n<a>二</a>\n"),
        ("<p>a</p>\n  <pre>\n    b</pre>", "<p>a</p>\n  <pre>\n    b</pre>"),
    ],
    ids=["indents", "text whose white space is shown"],
)
def test_indents_are_not_sent(written: str, sent: str) -> None:
    assert white_space.without_indents(written) == sent
