"""A plugin of pytest, `-p text_tests`: keeps the tests that read the handbook's own text, and build nothing."""

import pytest

_SLOW = {"real_site", "real_address", "real_editions", "chromium", "running_chromium", "host"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out all other tests."""
    kept = []
    for item in items:
        named = set(getattr(item, "fixturenames", ()))
        if "real_content" in named and not named & _SLOW:
            kept.append(item)
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept
