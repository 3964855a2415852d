"""What MkDocs calls, in a build as in `mkdocs serve`: everything is in sitebuild/building/mkdocs_hooks.py."""

from sitebuild.building.mkdocs_hooks import (  # noqa: F401 - MkDocs finds its hooks by these names
    on_config,
    on_env,
    on_files,
    on_nav,
    on_page_content,
    on_page_context,
    on_page_markdown,
    on_page_read_source,
    on_post_build,
    on_post_page,
    on_post_template,
    on_pre_page,
)
