"""What looks like syntax and is none, raw HTML, ways to reach people, and files that may lie beside pages."""

from typing import Literal, get_args

from .group import Group, Sentence

Signs = Literal["markup-spacing", "markup-full-width"]
Layout = Literal["markup-empty-line", "markup-indent", "box-malformed", "table-malformed"]
Unclosed = Literal["markup-unclosed", "markup-unknown", "merge-unresolved", "character-invisible"]
Foreign = Literal["markup-foreign", "markup-published"]
Chinese = Literal["words-untranslated"]
RawHtml = Literal["html-forbidden", "drawing-forbidden"]
TypedContacts = Literal["contact-typed"]
FilesBeside = Literal["file-kind", "file-name", "file-link", "file-large"]
MarkupRule = Literal[Signs, Layout, Unclosed, Foreign, Chinese, RawHtml, TypedContacts, FilesBeside]

GROUPS = (
    Group(
        get_args(Signs),
        wants=Sentence(
            zh="标题、列表、表格、链接的符号用半角，后面空一格：不然读者看到的就是这些符号",
            en="Signs of headings, lists, tables and links are half-width, with a space after them: otherwise readers see the signs",
        ),
        mend=Sentence(
            zh="符号用半角，`##`、`-`、`1.`后面空一格，`{#`前面空一格",
            en="Write half-width signs, with a space after `##`, `-` and `1.` and one before `{#`",
        ),
    ),
    Group(
        get_args(Layout),
        wants=Sentence(
            zh="列表和表格上面空一行，框里和下一层的文字空四格，表格每行格数一样：不然框是空的，列表连成一段",
            en="A list or table has an empty line above it, text in boxes and nested items are indented by four spaces, rows have as many cells: otherwise boxes are empty and lists run together",
        ),
        mend=Sentence(
            zh="列表、表格上面空一行；框里的文字空四格；表格第二行写`|---|---|`，每行格数一样",
            en="Leave an empty line above lists and tables; indent the text of boxes by four spaces; write `|---|---|` as the second line of a table, and as many cells in each row",
        ),
    ),
    Group(
        get_args(Unclosed),
        wants=Sentence(
            zh="打开的都在这一行或这一段关上，引用的种类写对，合并没有留下记号，没有看不见的字符：不然后面的文字会不见，或者符号露出来",
            en="What is opened is closed in its line or paragraph, kinds of references are spelt right, no sign of a merge and no invisible character is left: otherwise text disappears or signs show",
        ),
        mend=Sentence(
            zh="照提示关上`**`、`<!-- -->`、链接和标签；合并的两段留一段；看不见的字符删掉",
            en="Close `**`, `<!-- -->`, links and tags as the message says; keep one side of a merge; delete invisible characters",
        ),
    ),
    Group(
        get_args(Foreign),
        wants=Sentence(
            zh="别的网站和工具才有的写法，这里不用：不然读者看到的是符号",
            en="Notation that only other sites and tools know is not used: readers would see its signs",
        ),
        mend=Sentence(
            zh="照提示换成这里的写法；网页上看得见的符号，找到它改掉",
            en="Write it as the message says; find and mend signs that show on the built page",
        ),
    ),
    Group(
        get_args(Chinese),
        wants=Sentence(
            zh="译文页里的中文，要么译出来，要么标明是中文：不然读屏会念错，读者看不懂",
            en="Chinese on a translated page is translated or marked as Chinese: otherwise readers cannot read it, and screen readers say it wrongly",
        ),
        mend=Sentence(
            zh='译出这些字；要照抄给人看的，写成`<span lang="zh">…</span>`。还没有发布的语言不报',
            en='Translate the words; what is shown as it stands is `<span lang="zh">…</span>`. Languages that are not published yet are not judged',
        ),
    ),
    Group(
        get_args(RawHtml),
        wants=Sentence(
            zh="页面只用几种HTML标签和属性，图里只有形状和文字：脚本、样式、隐藏的文字都进不来",
            en="Pages use a few HTML elements and attributes, drawings only shapes and words: no script, style or hidden text gets in",
        ),
        mend=Sentence(
            zh="改用Markdown；图里只留形状和文字",
            en="Write it in Markdown; leave only shapes and words in drawings",
        ),
    ),
    Group(
        get_args(TypedContacts),
        wants=Sentence(
            zh="电话、邮箱、微信号、群号都从登记表里取：骗子最想写进来的，就是一个假客服号码",
            en="Phone numbers, mailboxes and names in messengers come from the registers: a false service number is what a swindler would most like to write here",
        ),
        mend=Sentence(
            zh="用登记表里的：`[](phone:12378)`；举例的遮住几位，比如`400-***-0000`、`name@example.com`；确实要写的，行末写`<!-- typed: 理由 -->`",
            en="Refer to a register: `[](phone:12378)`; mask an example, as in `400-***-0000` or `name@example.com`; where it must be typed, end the line with `<!-- typed: reason -->`",
        ),
    ),
    Group(
        get_args(FilesBeside),
        wants=Sentence(
            zh="`docs/`里只有页面、登记表和图，文件名是小写英文，没有链接文件，也不大：多出来的都会公布",
            en="`docs/` holds pages, registers and drawings only, with small English names, no symbolic links and nothing large: whatever lies there is published",
        ),
        mend=Sentence(
            zh="删掉或者移走多出来的文件；文件名改成小写英文、数字和连字符",
            en="Delete or move files that do not belong; rename to small English letters, digits and hyphens",
        ),
    ),
)
