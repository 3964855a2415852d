"""What a translation keeps of its Chinese text, and how it says which text that was."""

from typing import Literal, get_args

from .group import Group, Sentence

SourcePage = Literal["translation-without-original"]
MovedPage = Literal["translation-moved"]
Record = Literal["translation-unrecorded", "translated-incomplete", "translated-unknown", "translated-malformed"]
OlderTranslation = Literal["translation-older"]
MinorChanges = Literal["minor-malformed", "minor-unknown", "minor-outdated"]
Sections = Literal["section-missing", "section-unknown-in-source", "section-order", "section-differs"]
Quantities = Literal["reference-differs", "number-differs"]
Negations = Literal["negation-differs", "box-differs"]
AgreedTerms = Literal["term-missing"]
GeneratedParts = Literal["marker-differs"]
SmallDifferences = Literal["link-differs", "steps-differ", "question-mark-differs"]
Exemptions = Literal["exemption-without-reason", "exemption-unused"]
TranslationRule = Literal[
    SourcePage,
    MovedPage,
    Record,
    OlderTranslation,
    MinorChanges,
    Sections,
    Quantities,
    Negations,
    AgreedTerms,
    GeneratedParts,
    SmallDifferences,
    Exemptions,
]

GROUPS = (
    Group(
        get_args(SourcePage),
        wants=Sentence(
            zh="每一页译文都有同名的中文页：译文从它译出，也靠名字和它对上",
            en="Every translation has a Chinese page of the same name, which it was made from and is matched with",
        ),
        mend=Sentence(
            zh="先有中文页，文件名要一样",
            en="The Chinese page comes first, under the same name",
        ),
    ),
    Group(
        get_args(MovedPage),
        wants=Sentence(
            zh="中文页改了名，译文也跟着改：只有名字相同，两页才对得上",
            en="A translation takes the new name of its Chinese page: the same name is how the two are known to belong together",
        ),
        mend=Sentence(
            zh="中文页改了名：照提示把译文移过去",
            en="The Chinese page has another name now: move the translation as the message says",
        ),
    ),
    Group(
        get_args(Record),
        wants=Sentence(
            zh="译文的每一节、每一条都记着是照哪一版原文译的：原文改了，才看得出哪里旧了",
            en="For each section or entry a translation records the text that it was made from: when that text changes, this shows what has grown older",
        ),
        mend=Sentence(
            zh="写明照哪一版原文翻译：贴上提示里的那几行，或者运行提示里的命令",
            en="Say which text was translated: paste the lines of the message, or type its command",
        ),
    ),
    Group(
        get_args(OlderTranslation),
        wants=Sentence(
            zh="译文跟得上中文：还没跟上的小节，读者会在页面上看到提示，所以这里只是提醒",
            en="A translation keeps up with the Chinese text: readers are told on the page which sections do not yet, so this is only a note",
        ),
        mend=Sentence(
            zh="只是提醒：这一节的中文改过了，改好译文再写上提示里的那一行，或者运行`python scripts/build.py translated`，后面写译文的文件；原文只改了错别字的，运行`minor`，后面写中文的文件",
            en="Only a note: the Chinese text of this section has changed; bring it up to date, then write the line that the message names, or type `python scripts/build.py translated` and its file; if only a slip was mended, `minor` and the Chinese file",
        ),
    ),
    Group(
        get_args(MinorChanges),
        wants=Sentence(
            zh="`minor`下面的每一行都说的是现有的小节，记号也是现在的：只有这样，改个错字才不会让译文变旧",
            en="Each line below `minor` names a section that is there, by the hash that it has now: only then do its translations count as up to date after a mended slip",
        ),
        mend=Sentence(
            zh="`minor`下面每行是小节的短名、新的和旧的记号；又改过的就删掉",
            en="Each line below `minor` is a section's name, the new hash and older ones; delete a line whose section has changed again",
        ),
    ),
    Group(
        get_args(Sections),
        wants=Sentence(
            zh="译文的小节和中文页一样：在哪种语言里，同一个链接都通往同一节，两种文字也才能一节一节地比",
            en="A translation has the sections of its Chinese page: a link leads to the same place in every language, and the two texts can be compared one section at a time",
        ),
        mend=Sentence(
            zh="译文的小节和中文页一样：短名、顺序、级别、`.faq`；中文页新加、改过的只是提醒",
            en="Give the translation the sections of the Chinese page: names, order, level, `.faq`; what is new or has changed there is only a note",
        ),
    ),
    Group(
        get_args(Quantities),
        wants=Sentence(
            zh="译文这一节引用的法条、号码、期限和中文一样，写出的数字也一样：读者就照这些去做",
            en="A section cites the laws, phone numbers and facts of its original, and has the same numbers: readers act on them",
        ),
        mend=Sentence(
            zh="译文这一节的号码、法条、期限、日期和金额，照中文页改；中文页错了就改中文页",
            en="Give the section the phone numbers, articles, deadlines, dates and amounts of the Chinese page; if that one is wrong, correct it there",
        ),
    ),
    Group(
        get_args(Negations),
        wants=Sentence(
            zh="中文说“不要”的，译文也说“不要”，提醒框一个不少：丢了一个“不”字，会害了读者",
            en="What the Chinese text forbids stays forbidden, and no box is lost or changed: a “not” that is lost does harm",
        ),
        mend=Sentence(
            zh="中文页叫人不要做的那一行，译文也要是“不要”；提醒框里否定词一样多，框的种类和顺序也一样",
            en="A line that forbids in Chinese forbids in the translation; boxes have as many negations, and are of the same kinds in the same order",
        ),
    ),
    Group(
        get_args(AgreedTerms),
        wants=Sentence(
            zh="中文这一节用到的词，译文用约定的译法：同一样东西，读者只见到一个叫法",
            en="For a term in the Chinese section the translation uses the agreed word: readers meet one word for one thing",
        ),
        mend=Sentence(
            zh="用约定的词；确有别的说法，加到这种语言`terms.yml`的`also`里",
            en="Use the agreed word; if another form is right, add it under `also` in that language's `terms.yml`",
        ),
    ),
    Group(
        get_args(GeneratedParts),
        wants=Sentence(
            zh="自动生成的表、图和索引，译文在同一节里也有：哪种语言的读者都不少看一样",
            en="A translation has the generated tables, figures and indexes of each section: readers of no language go without one",
        ),
        mend=Sentence(
            zh="自动生成的表、图、索引，译文里和原文一样写：`<!-- figure: … -->`",
            en="Generated tables, figures and indexes stand in a translation as in its original: `<!-- figure: … -->`",
        ),
    ),
    Group(
        get_args(SmallDifferences),
        wants=Sentence(
            zh="链接、步数和问号通常和中文一样；不一样的多半是漏了，也可能是有意的，所以只是提示",
            en="Links, numbers of steps and question marks are mostly those of the Chinese text; where they are not, something may be lost or may be meant so, hence only a note",
        ),
        mend=Sentence(
            zh="只是提示：看看链接、步数、问号是不是漏了",
            en="Only notes: see whether a link, a step or a question mark was lost",
        ),
    ),
    Group(
        get_args(Exemptions),
        wants=Sentence(
            zh="确实要和中文不一样的地方写明理由，用不着的不留着：这样每一处例外都有人看过",
            en="Whatever must differ from the Chinese text has its reason beside it, and no such comment stays where nothing differs: so each exception can be judged",
        ),
        mend=Sentence(
            zh="`<!-- differs: 名称: 理由 -->`要写理由，用不着就删掉",
            en="`<!-- differs: name: reason -->` needs its reason; delete it where nothing differs",
        ),
    ),
)
