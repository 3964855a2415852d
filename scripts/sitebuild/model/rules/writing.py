"""What authors write into pages: headings, links, questions, markers, Chinese, nobody's real numbers."""

from typing import Literal, get_args

from .group import Group, Sentence

Anchors = Literal["anchor-missing", "anchor-malformed", "anchor-doubled"]
Headings = Literal["heading-first-level", "heading-skips-level", "heading-underlined"]
MarkdownLinks = Literal["link-broken", "link-absolute", "link-outside-docs", "link-across-languages"]
Questions = Literal["question-doubled", "question-id-doubled"]
QuestionMarks = Literal["question-mark-missing"]
QuestionPlaces = Literal["question-outside-body", "question-outside-menu"]
Answers = Literal["answer-missing", "answer-short", "answer-without-sentence"]
Markers = Literal["marker-unknown", "marker-misplaced", "index-count"]
ChineseTypography = Literal[
    "chinese-half-width",
    "chinese-dots",
    "chinese-gap",
    "chinese-unbalanced",
    "chinese-traditional",
    "address-glued-to-chinese",
]
PersonalData = Literal["personal-data"]
WritingRule = Literal[
    Anchors,
    Headings,
    MarkdownLinks,
    Questions,
    QuestionMarks,
    QuestionPlaces,
    Answers,
    Markers,
    ChineseTypography,
    PersonalData,
]

GROUPS = (
    Group(
        get_args(Anchors),
        wants=Sentence(
            zh="每一节都有自己的英文短名，链接、译文和读者的书签都靠它找到这一节",
            en="Every section has a short English name of its own: links, translations and bookmarks hold on to it",
        ),
        mend=Sentence(
            zh="标题后写`{#short-name}`：小写英文、数字、连字符，本页不重复",
            en="Write `{#short-name}` after the heading: small letters, digits, hyphens, once per page",
        ),
    ),
    Group(
        get_args(Headings),
        wants=Sentence(
            zh="标题从`##`开始，一级一级往下，因为一级标题只有`title`一个；写在一行里，才能带上短名",
            en="Headings go down from `##` one level at a time, for `title` is the only one of the first level, and stand on one line, where they can carry a name",
        ),
        mend=Sentence(
            zh="标题写成一行，从`##`开始，一级一级往下",
            en="Write headings on one line, starting from `##`, one level at a time",
        ),
    ),
    Group(
        get_args(MarkdownLinks),
        wants=Sentence(
            zh="正文里的链接写成到同一语言里一个真有的文件的路径：这样MkDocs才查得到，读者也不会被带到别的语言去",
            en="A link in the text is the path of a file that is there, in the same language: so MkDocs can follow it, and readers stay in their language",
        ),
        mend=Sentence(
            zh="链接写成到同一语言的文件的相对路径，比如`../rights/delete.md`",
            en="Link by the relative path of a file of the same language, such as `../rights/delete.md`",
        ),
    ),
    Group(
        get_args(Questions),
        wants=Sentence(
            zh="一种语言里，一个问题和它的短名只出现一次：问题索引里的一问只通往一答",
            en="In each language a question and its name stand once: in the index one question leads to one answer",
        ),
        mend=Sentence(
            zh="全站只问一次；换个问法或短名",
            en="Ask it once on the whole site; change the wording or the name",
        ),
    ),
    Group(
        get_args(QuestionMarks),
        wants=Sentence(
            zh="带`.faq`的标题是一个问题：索引里按问题找，读者问的是一句话，不是一个词",
            en="A heading with `.faq` is a question: the index lists what readers ask, which is a sentence",
        ),
        mend=Sentence(
            zh="标题写成问句，以“？”结尾；不是问题的，去掉`.faq`",
            en="Write the heading as a question that ends with “?”; if it is none, take out `.faq`",
        ),
    ),
    Group(
        get_args(QuestionPlaces),
        wants=Sentence(
            zh="问题写在菜单里的页面上，不在框、列表和引文里面：这样下面才能接着写回答，索引也才收得到",
            en="A question stands on a page of the menu, outside boxes, lists and quotations: there its answer can follow, and the index can gather it",
        ),
        mend=Sentence(
            zh="问题顶格写，用`##`或`###`，所在页面要在菜单里",
            en="Put the question at the left margin with `##` or `###`, on a page of the menu",
        ),
    ),
    Group(
        get_args(Answers),
        wants=Sentence(
            zh="问题下面先是一句话，回答至少20个字符：索引里只显示问题和这第一句",
            en="An answer begins with a sentence and has at least 20 characters: the index shows the question and that sentence alone",
        ),
        mend=Sentence(
            zh="问题下面先写一句完整的回答，至少20个字符",
            en="Begin the answer with a full sentence; at least 20 characters",
        ),
    ),
    Group(
        get_args(Markers),
        wants=Sentence(
            zh="记号都是构建认识的，每个索引在一种语言里只有一处，在语言文件夹最上层的页面上：没有谁来填的记号，读者什么也看不到",
            en="Every marker is one that the build fills, and each index has one place in a language, on a page at the top of its folder: of a marker that nothing fills readers see nothing",
        ),
        mend=Sentence(
            zh="`<!-- faq-index -->`这样的记号每种语言只写一次，写在原来的那一页",
            en="Markers such as `<!-- faq-index -->` stand once per language, on the page where they are",
        ),
    ),
    Group(
        get_args(ChineseTypography),
        wants=Sentence(
            zh="中文按中文的规矩排：全角标点，符号成对，用简体字，不加空格；网址不和汉字连着，不然会被当成网址的一部分",
            en="Chinese text is set as Chinese is: full-width punctuation, closed pairs, Simplified characters, no gaps; and no address touches a Chinese character, which would be taken for part of it",
        ),
        mend=Sentence(
            zh="用全角标点和“……”，汉字与字母数字之间不空格，成对的符号写全，用简体字，网址放进链接",
            en="In Chinese: full-width punctuation and “……”, no space between Han and Latin letters, pairs closed, Simplified characters, addresses in links",
        ),
    ),
    Group(
        get_args(PersonalData),
        wants=Sentence(
            zh="仓库里任何文件都没有可能属于真人的号码：身份证号和银行卡号看校验位，手机号看着像真的就不行",
            en="No file of the repository holds a number that may be a real person's: an ID or a bank card that its check digit accepts, or a mobile number that looks real",
        ),
        mend=Sentence(
            zh="遮住数字，不能出现像真人的证件号、卡号、手机号",
            en="Mask digits: nothing that may be a real ID, card or mobile number",
        ),
    ),
)
