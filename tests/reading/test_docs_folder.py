"""A docs folder, good or bad, becomes content and problems."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import EN, HEAD, ZH, found, write
from sitebuild.reading import docs_folder

INTERFACE = {"zh/_data/interface.yml": "menu: 菜单\n", "en/_data/interface.yml": "menu: Menu\n"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"zh/a.md": HEAD + "正文。"}, [], id="a good page"),
        pytest.param(
            {"zh/a.md": HEAD.encode() + "第一行\n第二".encode() + b"\xff"},
            [("docs/zh/a.md", 8, 3, "file-not-utf8")],
            id="a byte that is not UTF-8",
        ),
        pytest.param(
            {"zh/a.md": HEAD.encode("gb18030")}, [("docs/zh/a.md", 2, 8, "file-not-utf8")], id="another encoding"
        ),
        pytest.param({"a.md": HEAD}, [("docs/a.md", 1, 1, "page-outside-language")], id="a page in no language"),
        pytest.param({"zh/x.md/a.txt": ""}, [("docs/zh/x.md", 1, 1, "folder-named-like-page")], id="a folder x.md"),
        pytest.param({"fr/a.md": HEAD}, [("docs/fr", 1, 1, "folder-unknown")], id="a language that is not configured"),
        pytest.param({"zh/a.md": b""}, [("docs/zh/a.md", 1, 1, "file-empty")], id="an empty file"),
        pytest.param({"assets/x.svg": "", "_data/redirects.yml": ""}, [], id="shared folders"),
        pytest.param(
            {"zh/a.md": b"\xef\xbb\xbf" + f"{HEAD}\n一句话。\n".encode()}, [], id="a byte order mark from Windows"
        ),
        pytest.param(
            {"en/_data/interface.yml": "menu: [\n"},
            [("docs/en/_data/interface.yml", 2, 1, "interface-broken")],
            id="broken words",
        ),
        pytest.param(
            {"en/_data/interface.yml": "menu: 1\n"},
            [("docs/en/_data/interface.yml", 1, 1, "interface-broken")],
            id="a number",
        ),
    ],
)
def test_every_fault_is_one_line_with_its_place(
    tmp_path: Path, files: dict[str, str | bytes], expected: list[tuple[str, int, int, str]]
) -> None:
    """Nothing that lies in docs/ may stop the reader."""
    docs = write(tmp_path / "docs", {**INTERFACE, **files})

    _, problems = docs_folder.read(tmp_path, docs, (ZH, EN), ())

    assert [(each.path, each.line, each.column, each.rule) for each in problems] == expected


def test_missing_words_are_reported_for_their_language(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", {"zh/_data/interface.yml": "menu: 菜单\n"})

    _, problems = docs_folder.read(tmp_path, docs, (ZH, EN), ())

    assert found(problems) == [("docs/en/_data/interface.yml", 1, "interface-missing")]


def test_pages_know_their_language_and_name(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", {**INTERFACE, "en/help/a.md": HEAD, "zh/index.md": HEAD})

    content, _ = docs_folder.read(tmp_path, docs, (ZH, EN), ())

    assert [(page.language, page.name, page.route) for page in content.pages] == [
        ("en", "help/a.md", "help/a/"),
        ("zh", "index.md", ""),
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that every example writes its files into, over those of the last."""
    return tmp_path_factory.mktemp("anything")


@given(st.binary() | st.binary().map(lambda content: HEAD.encode() + content))
def test_any_bytes_are_read_as_a_page(folder: Path, content: bytes) -> None:
    """And twice alike: two runs can be compared line by line."""
    docs = write(folder / "docs", {**INTERFACE, "zh/a.md": content, "en/_data/interface.yml": content})

    first, second = (docs_folder.read(folder, docs, (ZH, EN), ()) for _ in range(2))

    assert first == second
    assert {each.path for each in first[1]} <= {"docs/zh/a.md", "docs/en/_data/interface.yml"}
