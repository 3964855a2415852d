"""What the link checker looks at: where addresses lead, and what pages and site say of themselves."""

from typing import Literal, get_args

from .group import Group, Sentence

Targets = Literal["page-missing", "file-missing", "case-wrong", "metadata-missing"]
Fragments = Literal["anchor-unknown"]
AddressSyntax = Literal[
    "address-empty",
    "address-malformed",
    "address-glued",
    "address-javascript",
    "address-without-scheme",
    "address-insecure",
    "address-local",
    "scheme-unknown",
    "markdown-address",
    "markdown-left",
]
Hosts = Literal["domain-unlisted", "foreign-file", "foreign-hint"]
Contacts = Literal["mail-malformed", "phone-malformed", "phone-unregistered"]
Accessibility = Literal["id-doubled", "link-without-words", "alt-missing", "window-without-rel"]
Reach = Literal["link-other-language", "link-to-noindex", "link-to-redirect", "page-orphan"]
Detours = Literal["redirect-chain", "redirect-loop"]
MissingTitle = Literal["title-missing"]
DoubledTitle = Literal["title-doubled"]
FirstHeading = Literal["h1-count"]
PageLanguage = Literal["lang-missing", "lang-wrong"]
Canonical = Literal["canonical-doubled", "canonical-elsewhere", "canonical-relative"]
Versions = Literal["hreflang-no-default", "hreflang-one-way", "hreflang-without-itself", "hreflang-wrong-language"]
Metadata = Literal["metadata-relative", "json-broken"]
Sitemap = Literal[
    "sitemap-dead-link", "sitemap-foreign", "sitemap-noindex", "sitemap-without-page", "feed-dead-link", "xml-broken"
]
LinkRule = Literal[
    Targets,
    Fragments,
    AddressSyntax,
    Hosts,
    Contacts,
    Accessibility,
    Reach,
    Detours,
    MissingTitle,
    DoubledTitle,
    FirstHeading,
    PageLanguage,
    Canonical,
    Versions,
    Metadata,
    Sitemap,
]

_OF_A_TEMPLATE = Sentence(
    zh="模板或构建的问题，请维护者看",
    en="A fault of a template or the build; ask a maintainer",
)

GROUPS = (
    Group(
        get_args(Targets),
        wants=Sentence(
            zh="站内的每个地址都通往真有的页面或文件，大小写也一样：服务器把大小写当成两样",
            en="Every address inside the site leads to a page or file that is there, in the same capitals: servers tell them apart",
        ),
        mend=Sentence(
            zh="地址没有对应的页面或文件，或者大小写不同；改地址或加文件",
            en="An address leads nowhere, or is spelt with other capitals; correct it or add the file",
        ),
    ),
    Group(
        get_args(Fragments),
        wants=Sentence(
            zh="地址里`#`后面的短名，在它通往的页面上要有：没有的话，读者只会停在那一页的开头",
            en="The name after `#` stands on the page that the link leads to: otherwise readers stay at the top of it",
        ),
        mend=Sentence(
            zh="链接里`#`后面的短名，那一页没有；照那一页写",
            en="The name after `#` is not on that page; use one that is",
        ),
    ),
    Group(
        get_args(AddressSyntax),
        wants=Sentence(
            zh="每个地址都写完整，不用脚本、在别人的机器上也打得开，路上没有谁能偷看或改动；没做成链接的写法不留在页面上",
            en="Every address is whole, opens without scripts and on other people's machines, and cannot be read or changed on its way; nothing that was meant as a link is left as it was typed",
        ),
        mend=Sentence(
            zh="照提示写完整的地址，以https开头，不带标点",
            en="Write the whole address with https and without punctuation, as the message says",
        ),
    ),
    Group(
        get_args(Hosts),
        wants=Sentence(
            zh="只链接到查过的网站；页面不从别的网站取任何文件，也不先跟它打招呼，不然别的网站会知道谁在读",
            en="Links lead only to hosts that somebody has looked at, and no page fetches a file from another host or announces itself there: that host would learn who reads it",
        ),
        mend=Sentence(
            zh="只链接`docs/_data/domains.yml`里的网站，不从别的网站取文件，也不写`preconnect`之类的提示",
            en="Link only to hosts of `docs/_data/domains.yml`, fetch no file from another host and give no hint such as `preconnect`",
        ),
    ),
    Group(
        get_args(Contacts),
        wants=Sentence(
            zh="邮箱和号码一点就能用；号码都在登记表里，有依据，有人定期核对",
            en="A tap on a mailbox or a number works, and every number is in the register, with its source and the day of its next check",
        ),
        mend=Sentence(
            zh="邮箱写完整；号码用引用",
            en="Write the whole mailbox; refer to numbers",
        ),
    ),
    Group(
        get_args(Accessibility),
        wants=Sentence(
            zh="短名在一页上只有一个，链接和图片对看不见屏幕的人也说得清自己是什么，新开的窗口动不了原来的页面",
            en="A name stands once on a page, links and pictures say what they are to those who cannot see them, and no window that a link opens can steer the page it came from",
        ),
        mend=Sentence(
            zh="短名不重复；链接要有文字，图片要有说明",
            en="Ids once; words for links, descriptions for pictures",
        ),
    ),
    Group(
        get_args(Reach),
        wants=Sentence(
            zh="读者从链接能走到每一页，不绕路，不被带到别的语言，也不被带到不让搜索引擎收录的页面",
            en="Links take readers to every page, without a detour, and neither into another language nor to a page that is kept from search engines",
        ),
        mend=Sentence(
            zh="链接到同一语言、已发布的最终页面；每一页都要有链接通往它",
            en="Link to the final, published page of the same language; every page needs a link to it",
        ),
    ),
    Group(
        get_args(Detours),
        wants=Sentence(
            zh="旧地址一步就到新地址：绕路慢，绕圈哪里也到不了",
            en="An old address leads to the new one in one step: a detour takes time, a circle leads nowhere",
        ),
        mend=Sentence(
            zh="`docs/_data/redirects.yml`里的，照提示改：旧地址通往一个已发布的新地址；别处的请维护者看",
            en="Correct `docs/_data/redirects.yml` as the message says: an old address leads to a published new one; elsewhere ask a maintainer",
        ),
    ),
    Group(
        get_args(MissingTitle),
        wants=Sentence(
            zh="每一页都有标题：菜单、浏览器和搜索结果里都用它称呼这一页",
            en="Every page has a title: the menu, browsers and search results call it by that",
        ),
        mend=Sentence(
            zh="补上`title`这一行；别处的网页补上`<title>`",
            en="Add the line `title`; in HTML from elsewhere, `<title>`",
        ),
    ),
    Group(
        get_args(DoubledTitle),
        wants=Sentence(
            zh="一种语言里没有两页标题相同：不然在搜索结果和浏览器里分不出来",
            en="No two pages of a language have one title: nobody could tell them apart in search results or in a browser",
        ),
        mend=Sentence(
            zh="标题不和别页重复",
            en="Choose a title no other page has",
        ),
    ),
    Group(
        get_args(FirstHeading),
        wants=Sentence(
            zh="一页正好有一个一级标题：听网页的人靠它知道到了哪一页",
            en="A page has exactly one first-level heading: it tells those who listen to it where they are",
        ),
        mend=_OF_A_TEMPLATE,
    ),
    Group(
        get_args(PageLanguage),
        wants=Sentence(
            zh="每一页都说明自己是什么语言，说得也对：朗读的声音、字体和断行都看它",
            en="Every page says which language it is in, and says it right: voices, fonts and line breaks go by it",
        ),
        mend=_OF_A_TEMPLATE,
    ),
    Group(
        get_args(Canonical),
        wants=Sentence(
            zh="写明正式地址的页面，写的是自己的完整地址，只写一次：搜索引擎才知道该收录哪个地址",
            en="A page that states a canonical address states its own, whole and once: so search engines know which address to list",
        ),
        mend=_OF_A_TEMPLATE,
    ),
    Group(
        get_args(Versions),
        wants=Sentence(
            zh="一页的各种语言互相说明，也说明自己和默认的语言：搜索引擎才能把读者带到他的语言",
            en="The language versions of a page name each other, themselves and a default: so search engines take readers to their own language",
        ),
        mend=_OF_A_TEMPLATE,
    ),
    Group(
        get_args(Metadata),
        wants=Sentence(
            zh="写给程序看的部分，比如预览图的地址、JSON-LD和manifest，读得出来，地址完整：不然程序不认",
            en="What programs read, such as the address of a preview picture, JSON-LD and manifests, can be read and has whole addresses: otherwise they pass it over",
        ),
        mend=_OF_A_TEMPLATE,
    ),
    Group(
        get_args(Sitemap),
        wants=Sentence(
            zh="站点地图列出每一个该让人找到的页面，不列别的，订阅源里的链接也都通：搜索引擎照着它们找页面",
            en="The sitemap lists every page that is meant to be found and no other, and feeds lead to pages that are there: crawlers find pages by them",
        ),
        mend=_OF_A_TEMPLATE,
    ),
)
