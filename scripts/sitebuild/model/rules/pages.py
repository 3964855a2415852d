"""Pages as files: what stands at their top, where they lie, how they come into the site; and the table of rules."""

from typing import Literal, get_args

from .group import Group, Sentence

FrontMatterBlock = Literal["front-matter-missing", "front-matter-broken"]
FrontMatterKeys = Literal["front-matter-key-unknown", "front-matter-key-doubled"]
FrontMatterLines = Literal["title-empty", "description-missing", "description-empty", "reviewed-missing"]
DescriptionLength = Literal["description-length"]
Changes = Literal["changes-malformed"]
ReviewDay = Literal["reviewed-not-a-date"]
Days = Literal["day-impossible"]
NextPage = Literal["next-page-missing"]
SearchWordPlaces = Literal["search-word-empty", "search-words-misplaced"]
SearchWordsNews = Literal["search-word-in-title", "search-word-doubled"]
Location = Literal["page-outside-language", "folder-unknown", "folder-named-like-page"]
FileContent = Literal["file-empty", "file-not-utf8", "file-unreadable"]
Lines = Literal["fence-unclosed", "line-too-long"]
Menu = Literal["page-outside-menu", "nav-page-missing", "nav-page-doubled"]
Build = Literal["page-unpublished", "mkdocs"]
TableOfRules = Literal["rules-outdated"]
PageRule = Literal[
    FrontMatterBlock,
    FrontMatterKeys,
    FrontMatterLines,
    DescriptionLength,
    Changes,
    ReviewDay,
    Days,
    NextPage,
    SearchWordPlaces,
    SearchWordsNews,
    Location,
    FileContent,
    Lines,
    Menu,
    Build,
    TableOfRules,
]

GROUPS = (
    Group(
        get_args(FrontMatterBlock),
        wants=Sentence(
            zh="每一页开头有一段读得出来的设置，夹在两行`---`之间：网站从那里取标题、简介和日期",
            en="Every page begins with a block of settings that can be read, between two `---`: the site takes its title, description and dates from there",
        ),
        mend=Sentence(
            zh="文件开头写三行，上下各一行`---`；值里有冒号时加双引号",
            en="Begin the file with three lines between two `---`; quote a value that holds a colon",
        ),
    ),
    Group(
        get_args(FrontMatterKeys),
        wants=Sentence(
            zh="每个键都是网站认识的，也只写一次：不认识的没有谁去读，写了两次的只有后一个算数",
            en="Every key is one that the site knows, and stands once: nothing reads an unknown one, and of two only the last would count",
        ),
        mend=Sentence(
            zh="只有`title`、`description`、`reviewed`，可以有`changes`和`search`，译文还有`translated`，中文页可以有`next`和`minor`，各一次",
            en="Only `title`, `description`, `reviewed` and perhaps `changes` and `search`, in translations also `translated`, in Chinese pages perhaps `next` and `minor`, each once",
        ),
    ),
    Group(
        get_args(FrontMatterLines),
        wants=Sentence(
            zh="标题和简介都有字，搜索结果里就靠它们认出这一页；除了介绍手册本身的页面，都写着哪天核对过",
            en="Title and description have words, by which a page is known in search results, and every page but those about the handbook itself says when it was last reviewed",
        ),
        mend=Sentence(
            zh="补上这一行",
            en="Add that line",
        ),
    ),
    Group(
        get_args(DescriptionLength),
        wants=Sentence(
            zh="简介有20到180个字符：再短说不清，再长会在搜索结果里被截断",
            en="A description has 20 to 180 characters: a shorter one says nothing, a longer one is cut off in search results",
        ),
        mend=Sentence(
            zh="写20到180个字符",
            en="Write 20 to 180 characters",
        ),
    ),
    Group(
        get_args(Changes),
        wants=Sentence(
            zh="`changes`下面每行是一个日期和一句话，再来的读者能看到哪天改了什么",
            en="Each line below `changes` is a day and a sentence, so that readers who come back see what changed and when",
        ),
        mend=Sentence(
            zh="`changes`下面每行写日期和一句话：`2026-01-31: 改了什么`",
            en="Below `changes`, each line is a day and a sentence: `2026-01-31: what changed`",
        ),
    ),
    Group(
        get_args(ReviewDay),
        wants=Sentence(
            zh="核对日期要让机器认得出是日期，它会写给读者看，也写进站点地图",
            en="The day of the review is one that the machine knows as a date: readers see it, and the sitemap states it",
        ),
        mend=Sentence(
            zh="写成2026-01-31这样，不加引号",
            en="Write it like 2026-01-31, without quotes",
        ),
    ),
    Group(
        get_args(Days),
        wants=Sentence(
            zh="核对、修改、颁布的日期都不在将来，也不会早得不可能：读者凭它判断还能不能信",
            en="No day of a review, a change or a law lies in the future or impossibly far back: readers judge by it what to trust",
        ),
        mend=Sentence(
            zh="改成真实的日期",
            en="Write the right day",
        ),
    ),
    Group(
        get_args(NextPage),
        wants=Sentence(
            zh="`next`下面的每一页都有，也不是这一页自己：读者做完这一页，靠它走到下一步",
            en="Every page named by `next` exists and is another one: it leads readers on when they are done with this page",
        ),
        mend=Sentence(
            zh="照`docs/zh/`里的文件名写，带文件夹：`next: [reporting/evidence.md]`",
            en="Write the file's name as it is in `docs/zh/`, with its folder: `next: [reporting/evidence.md]`",
        ),
    ),
    Group(
        get_args(SearchWordPlaces),
        wants=Sentence(
            zh="读者会搜的词写在文件开头的`search`里，小节的写在标题的下一行：写在别处，网站不知道它带人去哪里",
            en="Words that readers search for stand under `search` at the top of the file, those of a section on the line below its heading: elsewhere nothing says where they lead",
        ),
        mend=Sentence(
            zh="写成`search: [呼死你, 一天几十个电话]`；小节的写在标题的下一行：`<!-- search: 呼死你, 一天几十个电话 -->`；空的删掉",
            en="Write `search: [robocalls, called all day]`; for a section, on the line below its heading, `<!-- search: robocalls, called all day -->`; delete empty ones",
        ),
    ),
    Group(
        get_args(SearchWordsNews),
        wants=Sentence(
            zh="读者会搜的词，写的是标题里没有的说法，一个词只带人去一个地方：标题里的词本来就找得到，两个地方都写，就分不出哪一个更合适",
            en="Search words say what the title does not, and each leads to one place: words of a title are found anyway, and of two places neither would come first",
        ),
        mend=Sentence(
            zh="标题里已有的删掉；别处已有的，留在回答得更好的那一处",
            en="Delete what the title says; of two places keep the word in the one that answers it better",
        ),
    ),
    Group(
        get_args(Location),
        wants=Sentence(
            zh="每一页都在某种语言的文件夹里，`docs/`里另外只有`assets`和`_data`，文件夹也不起页面那样的名字：放在别处的页面不属于任何语言，没有人检查它",
            en="Every page lies in the folder of a language, beside which `docs/` has only `assets` and `_data`, and no folder is named like a page: a page elsewhere belongs to no language, and nobody checks it",
        ),
        mend=Sentence(
            zh="文件放进`docs/zh/`或`docs/en/`；文件夹名不带`.md`",
            en="Put files into `docs/zh/` or `docs/en/`; no folder's name ends in `.md`",
        ),
    ),
    Group(
        get_args(FileContent),
        wants=Sentence(
            zh="每个文件都打得开、有内容、用UTF-8保存：用别的编码保存的汉字，读出来是乱码",
            en="Every file can be opened, has something in it and is saved as UTF-8: in another encoding Chinese turns into gibberish",
        ),
        mend=Sentence(
            zh="写上内容，用UTF-8编码保存",
            en="Write something, and save it as UTF-8",
        ),
    ),
    Group(
        get_args(Lines),
        wants=Sentence(
            zh="代码块有结尾，不然后面的正文全成了代码；一行不超过5000个字符：再长的多半是漏了换行",
            en="A code block has an end, or all that follows would become code, and a line has at most 5,000 characters: a longer one has mostly lost its line breaks",
        ),
        mend=Sentence(
            zh="代码块要收尾；太长的一行在句子后面断开",
            en="Close the code block; break the long line after a sentence",
        ),
    ),
    Group(
        get_args(Menu),
        wants=Sentence(
            zh="每一页都在菜单里，菜单里的每一页都写好了：读者靠菜单找到页面",
            en="Every page is in the menu, and every page of the menu is written: readers find pages by it",
        ),
        mend=Sentence(
            zh="改`mkdocs.yml`里的`nav`",
            en="Correct `nav` in `mkdocs.yml`",
        ),
    ),
    Group(
        get_args(Build),
        wants=Sentence(
            zh="写了的每一页都在做好的网站里，MkDocs也没有别的警告：有警告的网站不公布",
            en="Every page that was written is in the finished site, and MkDocs has nothing else to warn of: a site with a warning is not published",
        ),
        mend=Sentence(
            zh="请维护者看",
            en="Ask a maintainer",
        ),
    ),
    Group(
        get_args(TableOfRules),
        wants=Sentence(
            zh="CONTRIBUTING.md最后那张表列出的就是现在的规则：谁看到一条提示，都要查得到",
            en="The table at the end of CONTRIBUTING.md lists the rules of today: whoever sees a message can look it up",
        ),
        mend=Sentence(
            zh="运行`python scripts/build.py rules`，它会重写那张表",
            en="Type `python scripts/build.py rules`, which writes that table again",
        ),
    ),
)
