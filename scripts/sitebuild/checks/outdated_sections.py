"""Rule: a translated page records the source text of every section; older sections are noted. See section_age."""

from collections.abc import Iterator, Mapping

from ..model.content import Content
from ..model.message import Message
from ..model.page import OPENING, Page
from ..model.problem import Problem
from ..model.rules.all_rules import RuleName
from ..text import fingerprint
from ..translation import section_age
from ..translation.section_age import MINOR, TRANSLATED, Older

_COMMAND = "python scripts/build.py"


def check(content: Content) -> Iterator[Problem]:
    """Report missing and malformed lines below `translated` and `minor`, and, as notes, sections that are older."""
    for page, original in section_age.pairs(content):
        if page.front_matter.lines:
            yield from _record(page, original)
            yield from (_older(page, original, each) for each in section_age.older(page, original))
    for page in content.pages_in(content.source_language.code):
        if MINOR in page.front_matter.lines:
            yield from _minor(page)


def _record(page: Page, original: Page) -> Iterator[Problem]:
    """Report a translation without `translated`, and faults of the lines below it."""
    if TRANSLATED not in page.front_matter.lines:
        block = "\n".join([f"{TRANSLATED}:", *(f"  {key}: {now}" for key, now in section_age.hashes(original).items())])
        message = Message(
            "say which text of {path} this was translated from: type {command} translated "
            "{page}, or paste these lines above the second ---\n{block}\n",
            path=original.path,
            command=_COMMAND,
            page=page.path,
            block=block,
        )
        yield Problem(path=page.path, rule="translation-unrecorded", message=message)
        return
    recorded, now = section_age.lines(page, TRANSLATED), section_age.hashes(original)
    own = section_age.hashes(page)
    yield from _lines(page, TRANSLATED, recorded, now, original)
    for key in now:
        if key in own and key not in recorded:
            message = Message(
                "add the line “  {key}: {now}” below {translated}", key=key, now=now[key], translated=TRANSLATED
            )
            line = page.front_matter.line(TRANSLATED)
            yield Problem(path=page.path, line=line, rule="translated-incomplete", message=message)


def _lines(
    page: Page, key: str, recorded: Mapping[str, object], known: Mapping[str, str], original: Page
) -> Iterator[Problem]:
    """Report lines below `key` that name no section of the source, and, below `translated`, values without a hash."""
    for name, value in recorded.items():
        line = page.front_matter.line(key, name)
        if name not in known:
            message = Message(
                "“{name}” below {key} is no section of {path}; delete the line", name=name, key=key, path=original.path
            )
            rule: RuleName = "translated-unknown" if key == TRANSLATED else "minor-unknown"
            yield Problem(path=page.path, line=line, rule=rule, message=message)
        elif key == TRANSLATED and not fingerprint.is_one(value):
            message = Message(
                "“{name}: {value}” does not end with a hash; write “{name}: {known}” if it is up to date",
                name=name,
                value=value,
                known=known[name],
            )
            yield Problem(path=page.path, line=line, rule="translated-malformed", message=message)


def _older(page: Page, original: Page, section: Older) -> Problem:
    line = page.front_matter.line(TRANSLATED, section.key)
    minor = section_age.extended_minor_line(
        section_age.minor_changes(original).get(section.key, ()), section.was, section.now
    )
    message = Message(
        "{called} is older than {path} line {line}. Mend it and write “{section}: {now}” on line {noted}; for a "
        'slip: “  {section}: "{minor}"” below {key_of_minor}: there',
        called=_called(section.key),
        path=original.path,
        line=section.theirs.line,
        section=section.key,
        now=section.now,
        noted=line,
        minor=" ".join(minor),
        key_of_minor=MINOR,
    )
    return Problem(path=page.path, line=section.mine.line, rule="translation-older", message=message, severity="note")


def _called(key: str) -> str:
    return (
        Message("the opening (title, description, first lines; “{opening}”)", opening=OPENING)
        if key == OPENING
        else f"#{key}"
    )


def _minor(page: Page) -> Iterator[Problem]:
    """Report lines below `minor` in a source page that are malformed, or about a text that has changed again."""
    now, valid = section_age.hashes(page), section_age.minor_changes(page)
    recorded = section_age.lines(page, MINOR)
    yield from _lines(page, MINOR, recorded, now, page)
    for name in recorded:
        line = page.front_matter.line(MINOR, name)
        if name in now and name not in valid:
            message = Message(
                "write the new hash and the older ones with spaces between, such as “{name}: {example}”",
                name=name,
                example=Message(_example(now[name])),
            )
            yield Problem(path=page.path, line=line, rule="minor-malformed", message=message)
        elif name in now and valid[name][0] != now[name]:
            message = Message(
                "{called} has changed again, so this line says nothing any more; delete it, or, if you "
                "mended another slip, type {command} minor {path}#{name}",
                called=_called(name),
                command=_COMMAND,
                path=page.path,
                name=name,
            )
            yield Problem(path=page.path, line=line, rule="minor-outdated", message=message, severity="note")


def _example(now: str) -> str:
    return f'"{now} {"b" * fingerprint.LENGTH}"'
