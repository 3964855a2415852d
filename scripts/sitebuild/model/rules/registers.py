"""The registers, the references to them, and what is put together from them: routes, letters, figures."""

from typing import Literal, get_args

from .group import Group, Sentence

TypedFacts = Literal["hotline-typed", "article-typed", "deadline-typed", "amount-typed", "operator-typed"]
References = Literal["reference-unknown"]
TypedEscapes = Literal["escape-without-reason", "escape-unused"]
AvoidedTerms = Literal["term-avoided"]
RegisterFiles = Literal[
    "register-missing",
    "register-broken",
    "register-entry-wrong",
    "register-key-doubled",
    "register-words-missing",
    "register-words-unmatched",
]
RegisterConsistency = Literal[
    "register-dates",
    "value-unchecked",
    "domain-unknown",
    "number-doubled",
    "number-main-missing",
    "fact-value",
    "fact-text",
    "gist-missing",
    "gist-unmatched",
    "authority-unknown",
    "authority-not-in-force",
    "successor-unknown",
    "successor-of-law-in-force",
    "term-avoided-in-use",
]
Companies = Literal["company-door-unknown", "company-product-doubled", "company-words"]
Routes = Literal["route-unknown", "route-loops", "route-deep", "route-unreached", "route-target", "route-words"]
Plans = Literal["plan-target", "plan-empty", "plan-words", "plan-unasked"]
Blanks = Literal["field-unknown", "blank-unnamed", "field-hint-missing"]
Letters = Literal["letter-part-missing", "foreign-law"]
Figures = Literal["figure-drawing", "figure-words", "figure-label-long", "figure-label-wide"]
RegisterRule = Literal[
    TypedFacts,
    References,
    TypedEscapes,
    AvoidedTerms,
    RegisterFiles,
    RegisterConsistency,
    Companies,
    Routes,
    Plans,
    Blanks,
    Letters,
    Figures,
]

GROUPS = (
    Group(
        get_args(TypedFacts),
        wants=Sentence(
            zh="号码、条号、期限、金额和产品背后的公司都从登记表里引用：直接写在句子里的，登记表改了也不会跟着变",
            en="Phone numbers, articles, deadlines, amounts of a rule and the company behind a product are taken from the registers: what is typed stays as it is when the register is corrected",
        ),
        mend=Sentence(
            zh="号码、条号、期限、金额和产品背后的公司不直接写，照提示写成`[](phone:12378)`这样的引用",
            en="Do not type numbers, articles, deadlines, amounts of a rule or the company behind a product; write the reference that the message names, such as `[](phone:12378)`",
        ),
    ),
    Group(
        get_args(References),
        wants=Sentence(
            zh="引用的条目在登记表里有，还能引用，也有它要的那一条、那个号码或网址：不然没有东西可以给读者看",
            en="A reference names an entry that the registers have, that may still be cited, and that has the article, number or site asked for: otherwise there is nothing to show",
        ),
        mend=Sentence(
            zh="引用的名字不在登记表里，照提示改",
            en="The reference names nothing; write one of those in the message",
        ),
    ),
    Group(
        get_args(TypedEscapes),
        wants=Sentence(
            zh="允许直接写出的地方都说明理由，用不着的不留着：这样每一处例外都有人看过",
            en="Whatever may be typed after all has its reason beside it, and no such comment stays where nothing needs it: so each exception can be judged",
        ),
        mend=Sentence(
            zh="`<!-- typed: 理由 -->`要写理由，用不着就删掉",
            en="`<!-- typed: reason -->` needs its reason; delete it where nothing needs it",
        ),
    ),
    Group(
        get_args(AvoidedTerms),
        wants=Sentence(
            zh="一样东西只有一个叫法，读者才知道说的是同一样：不用登记表里说要避免的词",
            en="One thing has one name, so that readers know it again: words that the register of terms says to avoid are not used",
        ),
        mend=Sentence(
            zh="换成提示里的词",
            en="Use the word in the message",
        ),
    ),
    Group(
        get_args(RegisterFiles),
        wants=Sentence(
            zh="登记表读得出来，每一条该有的都有、只写一次，每种语言都有它的文字：每一页都从这里取",
            en="A register can be read, each of its entries is complete and stands once, and every language has its words: all pages take them from there",
        ),
        mend=Sentence(
            zh="改`_data`里的登记表，照旁边的条目写",
            en="Correct the register in `_data`; write it like its neighbours",
        ),
    ),
    Group(
        get_args(RegisterConsistency),
        wants=Sentence(
            zh="登记表里的日期、号码、网址和依据互相对得上，值和文字也对得上：登记表错一处，引用它的每一页都错",
            en="Dates, numbers, addresses and authorities in the registers agree with each other, and values with their words: a fault there is a fault on every page that refers to it",
        ),
        mend=Sentence(
            zh="登记表自相矛盾，提示里写着哪一条",
            en="The registers contradict themselves; the message names the entry",
        ),
    ),
    Group(
        get_args(Companies),
        wants=Sentence(
            zh="每家公司通往登记过的办理渠道，一个产品只在一家公司名下，每种语言都写明产品和公司怎么叫",
            en="A company leads to a registered door, a product belongs to one company, and each language says what product and company are called",
        ),
        mend=Sentence(
            zh="照提示改`docs/_data/companies.yml`或者它的文字",
            en="Correct `docs/_data/companies.yml` or its words as the message says",
        ),
    ),
    Group(
        get_args(Routes),
        wants=Sentence(
            zh="从第一问开始，每条路最多五问就到头，不绕圈，最后一站写明的渠道、页面和信都真有：出了事的人没有力气走错路",
            en="Every way from the first question ends after at most five, never in a circle, at doors, pages and letters that exist: somebody in distress has no strength for a wrong turn",
        ),
        mend=Sentence(
            zh="改`docs/_data/routes.yml`或者它的文字：每条路最多五问，最后一站写明找谁、看哪页、发哪封信，都要存在",
            en="Correct `docs/_data/routes.yml` or its words: each way has at most five questions and ends with doors, pages and a letter that exist",
        ),
    ),
    Group(
        get_args(Plans),
        wants=Sentence(
            zh="选路表里的每一种情形都通往一份计划，计划用到的页面、小节和渠道真有，谁来问都有可选的：走到头没有计划，等于没有问",
            en="Every situation of the picker leads to a plan, whose pages, sections and channels exist, and whoever asks finds one: a way that ends without a plan has asked for nothing",
        ),
        mend=Sentence(
            zh="照提示改`docs/_data/plans.yml`、`risks.yml`或者它们的文字：页面、小节和渠道要存在，计划至少有“现在”那一部分",
            en="Correct `docs/_data/plans.yml`, `risks.yml` or their words as the message says: pages, sections and channels exist, and a plan has at least what to do now",
        ),
    ),
    Group(
        get_args(Blanks),
        wants=Sentence(
            zh="信里每个空格都有登记过的名字，读者才知道填什么；写全了会有危险的号码，文字里要说清只写哪一部分",
            en="Every blank in a letter has a registered name, by which readers learn what to fill in, and one that would be a danger in full says which part to write",
        ),
        mend=Sentence(
            zh="空格写成`{{ company }}`这样，名字在`docs/_data/fields.yml`里；证件号这类只写一部分的，文字里要有提醒",
            en="Write a blank like `{{ company }}`, with a name of `docs/_data/fields.yml`; one that is only partly written needs a hint in its words",
        ),
    ),
    Group(
        get_args(Letters),
        wants=Sentence(
            zh="每封信都说清什么时候用、什么时候不用、有什么用、附什么、被拒绝了怎么办，只讲这里的法律和它定的期限：讲错了法的信，对方不会当真",
            en="Every letter says when to send it and when not, what it does, what to attach and what to do if it is refused, and keeps to the law here and its time limits: a letter that does not is not taken seriously",
        ),
        mend=Sentence(
            zh="每封信六节都要有；不用别国法律的词，也不写法律没有的天数",
            en="Every letter has its six sections; no words of other countries’ law, no days that the law does not set",
        ),
    ),
    Group(
        get_args(Figures),
        wants=Sentence(
            zh="图里不写字、不定颜色，每种语言的文字都齐全、放得下：一张图要能用在每种语言里",
            en="A figure has no words and colours of its own, and every language has words for it that fit: one figure serves all languages",
        ),
        mend=Sentence(
            zh="图里只有`{名字}`，文字写在每种语言的`_data/figures.yml`；放不下就改短，一行放不下的词语在可以换行的地方写`<wbr>`",
            en="A figure has only `{keys}`; its words stand in `_data/figures.yml` of each language, short enough to fit; write `<wbr>` where a line may end inside a long run of Chinese",
        ),
    ),
)
