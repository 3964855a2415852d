"""Creates docs/<code>/ for a new language from the files of an existing one, and adds the language to mkdocs.yml."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from babel.core import Locale, UnknownLocaleError
from pydantic import ValidationError

from ..memo import all_or_none
from ..model import register_paths
from ..model.content import Content
from ..model.language_words import LanguageWords
from ..model.message import Message
from ..model.problem import ToolError
from . import readiness

_CODE = re.compile(r"[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
"""The BCP 47 codes that the i18n plugin can build: language, then script and country if needed."""
_CONFIG = "mkdocs.yml"
_LEAST_MARGIN = 2
"""The smallest indent of a list entry's keys in mkdocs.yml: the width of “- ”."""
_HEADER = (
    "# Translate the text between the quotes, one line after the other; leave keys, [](…) and {…} as they are.\n"
    "# Where a text reads the same in your language, write # same at the end of its line.\n"
    "# 逐行翻译引号里的文字；键名、[](…)和{…}照原样。译文和原来一样的，在行末写上 # same。\n"
)
_PARITY_HEADER = (
    "# How this language writes numbers, dates and prohibitions, by which translations are compared with Chinese.\n"
    "# Below is how English does. Take the # away from what you know, and write your language's words instead;\n"
    "# what is left out is not compared, and the checks say so.\n"
    "# 数字、日期和禁止的话怎么写，检查照它比较译文和原文。下面是英文的写法：会写的，去掉行首的#，换成你的语言；\n"
    "# 没写的就不比较，检查会说明。\n"
)


class UsageError(Exception):
    """The command cannot create this language; the message says what to type instead."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """The arguments of the command; `name` and `direction` may be empty for a language that CLDR knows."""

    code: str
    name: str = ""
    direction: str = ""
    fonts: str = ""


def make(root: Path, content: Content, request: Request, texts: Mapping[str, str]) -> None:
    """
    Write docs/<code>/ and the entry in mkdocs.yml, or neither.

    `root` is the repository; `texts` gives the text of every file in it by its
    path. Raise UsageError, before anything is written, for a language that
    cannot be added, and ToolError if a file cannot be written.
    """
    request = _completed(request)
    _refuse(root, content, request)
    config = (root / _CONFIG).read_bytes().decode("utf-8")
    entered = with_language(config, request.code, request.name)
    folder = f"docs/{readiness.template(content).code}/_data/"
    files = {path.removeprefix(folder): text for path, text in texts.items() if path.startswith(folder)}
    if not files:
        raise ToolError(Message("{folder} has no files to start from", folder=folder))
    _write(root, request.code, {name: words(name, text, request) for name, text in files.items()}, entered)


def words(name: str, text: str, request: Request) -> str:
    """Return the text of a file of words for a new language: instructions, then the template's texts to translate."""
    body = re.sub(r"\A(?:#.*\n)*", "", text)
    if name == f"{register_paths.PARITY}.yml":
        # English patterns would match nothing in this language, and every number and negation would be reported.
        return _PARITY_HEADER + re.sub(r"(?m)^(?=[^#\n])", "#", body)
    if name == f"{register_paths.LANGUAGE}.yml":
        body = re.sub(r"(?m)^(?:direction|fonts):.*\n", "", body)
        fonts = "fonts: '{}'\n".format(request.fonts.replace("'", "''")) if request.fonts else ""
        body = f"direction: {request.direction}\n{fonts}{body}"
    if name == f"{register_paths.GRAMMAR}.yml" and (locale := _locale(request.code)):
        body = re.sub(r"(?m)^date_locale:.*$", f'date_locale: "{locale}"', body)
    return _HEADER + body


def with_language(config: str, code: str, name: str) -> str:
    """Return mkdocs.yml with a language added after the last; raise UsageError if its list cannot be edited safely."""
    advice = Message(
        "write it by hand under languages in {config}: locale: {code}, name: {name}, build: false",
        config=_CONFIG,
        code=code,
        name=name,
    )
    unknown = UsageError(
        Message(
            "{config} lists the languages in a form that this command does not know; {advice}",
            config=_CONFIG,
            advice=Message(advice),
        )
    )
    languages = _languages(config)
    last = languages[-1] if languages else None
    if last is None or last.flow_style or last.start_mark.column < _LEAST_MARGIN:
        raise unknown
    lines = config.split("\n")
    end, margin, ending = _last_line(last), " " * last.start_mark.column, "\r" if "\r\n" in config else ""
    entry = [
        f"{margin[:-2]}- locale: {code}",
        f"{margin}name: {json.dumps(name, ensure_ascii=False)}",
        f"{margin}build: false # set to true when its first set is translated; `check` says what is missing",
    ]
    entered = "\n".join([*lines[: end + 1], *(line + ending for line in entry), *lines[end + 1 :]])
    if [*map(_locale_of, languages), code] != [*map(_locale_of, _languages(entered))]:
        raise unknown
    return entered


def _completed(request: Request) -> Request:
    """Return a request with name and direction filled in from CLDR; raise UsageError if it is invalid."""
    if not _CODE.fullmatch(request.code):
        message = Message(
            "“{code}” is no code that can be used; write two small letters, with a script or a country where needed, "
            "such as ug, kk-Arab or pt-BR",
            code=request.code,
        )
        raise UsageError(message)
    known = _locale(request.code)
    locale = Locale.parse(known) if known else None
    name = request.name or (locale.get_display_name(locale) if locale else None) or ""
    direction = request.direction or (locale.text_direction if locale else "")
    if not name:
        raise UsageError(Message("CLDR does not know what “{code}” calls itself; add --name “…”", code=request.code))
    if not name.isprintable() or not name.strip():
        raise UsageError(Message("--name must be a name on one line"))
    if direction not in ("ltr", "rtl"):
        raise UsageError(
            Message("add --direction ltr or --direction rtl: which way “{code}” is written on pages", code=request.code)
        )
    return Request(code=request.code, name=name.strip(), direction=direction, fonts=request.fonts.strip())


def _refuse(root: Path, content: Content, request: Request) -> None:
    """Raise UsageError for an existing language, a folder or address that is taken, or an invalid list of fonts."""
    code = request.code
    if content.find_language(code):
        raise UsageError(
            Message("“{code}” is a language of {config} already; translate in docs/{code}/", code=code, config=_CONFIG)
        )
    if (root / "docs" / code).exists():
        raise UsageError(Message("docs/{code} is there already; move it away, for nothing is overwritten", code=code))
    if any(page.name.startswith(f"{code}/") for page in content.pages):
        raise UsageError(
            Message("“{code}” is a folder of pages, so the language would have the same addresses", code=code)
        )
    try:
        LanguageWords.model_validate({"site_name": code, **({"fonts": request.fonts} if request.fonts else {})})
    except ValidationError:
        message = Message(
            "--fonts must be names with commas between them, those with spaces between double quotes: "
            "'\"Noto Sans Arabic\", sans-serif'"
        )
        raise UsageError(message) from None


def _locale(code: str) -> str:
    """Return the CLDR identifier of a language, such as zh_Hant; empty if CLDR does not know it."""
    try:
        return str(Locale.parse(code, sep="-"))
    except (UnknownLocaleError, ValueError):
        return ""


def _languages(config: str) -> list[yaml.MappingNode]:
    """Return the YAML nodes of the languages in mkdocs.yml, at plugins → i18n → languages."""
    plugins = _child(yaml.compose(config, Loader=yaml.SafeLoader), "plugins")
    for entry in plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]:
        languages = _child(_child(entry, "i18n"), "languages")
        if isinstance(languages, yaml.SequenceNode) and not languages.flow_style:
            return [each for each in languages.value if isinstance(each, yaml.MappingNode)]
    return []


def _locale_of(language: yaml.MappingNode) -> str:
    locale = _child(language, "locale")
    return str(locale.value) if locale else ""


def _last_line(node: yaml.Node) -> int:
    """Return the last line of a YAML node, from 0; the end mark of a block is already on the next block's line."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        return _last_line(node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1])
    return int(node.end_mark.line) - (1 if node.end_mark.column == 0 else 0)


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _write(root: Path, code: str, files: Mapping[str, str], config: str) -> None:
    """Write all files, or none."""
    made = {f"docs/{code}/_data/{name}": text.replace("\r\n", "\n") for name, text in files.items()}
    try:
        all_or_none.write_all(root, {**made, _CONFIG: config})
    except OSError as error:
        raise ToolError(
            Message(
                "docs/{code} and {config} cannot be written ({strerror}); nothing was made",
                code=code,
                config=_CONFIG,
                strerror=error.strerror,
            )
        ) from error
