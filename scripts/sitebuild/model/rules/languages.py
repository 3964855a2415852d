"""What each language says of itself, and what it needs before it is published."""

from typing import Literal, get_args

from .group import Group, Sentence

LanguageNames = Literal["language-missing", "section-untranslated", "section-unknown"]
FirstSet = Literal["language-incomplete"]
FirstPages = Literal["first-page-unknown"]
InterfaceWords = Literal["interface-missing", "interface-broken", "interface-key-missing", "interface-key-unknown"]
Grammar = Literal["interface-braces", "grammar-value-wrong"]
GrammarPatterns = Literal["grammar-patterns-missing"]
ParityWords = Literal["parity-words-missing"]
Conversion = Literal["generated-from-unknown"]
ConvertedWords = Literal["words-generated"]
ConversionList = Literal["conversion-wrong"]
ConversionDecisions = Literal["conversion-undecided"]
LanguageRule = Literal[
    LanguageNames,
    FirstSet,
    FirstPages,
    InterfaceWords,
    Grammar,
    GrammarPatterns,
    ParityWords,
    Conversion,
    ConvertedWords,
    ConversionList,
    ConversionDecisions,
]

GROUPS = (
    Group(
        get_args(LanguageNames),
        wants=Sentence(
            zh="每种语言都写明手册叫什么，菜单的每一部分叫什么，不多也不少：不然菜单里会冒出别的语言",
            en="Every language says what it calls the handbook and each section of its menu, and nothing more: otherwise words of another language would stand in the menu",
        ),
        mend=Sentence(
            zh="改这种语言的`_data/language.yml`：手册的名字，菜单每一部分的名字",
            en="Correct `_data/language.yml` of that language: the name of the handbook, a name for each section of the menu",
        ),
    ),
    Group(
        get_args(FirstSet),
        wants=Sentence(
            zh="公布的语言，第一批要译的页面和文字都译全了：出了事的人先看的就是这些",
            en="A published language has all pages and texts of the first set: they are what somebody in trouble reads first",
        ),
        mend=Sentence(
            zh="已发布的语言缺第一批要译的页面或文字，照提示翻译；和原来一样的，行末写`# same`",
            en="A published language lacks a page or text of the first set: translate what the message names; where it reads the same, write `# same` at the end of the line",
        ),
    ),
    Group(
        get_args(FirstPages),
        wants=Sentence(
            zh="`first_translations`里的每一页都真有：新语言照着它决定先译什么",
            en="Every page of `first_translations` exists: by that list a new language knows what to translate first",
        ),
        mend=Sentence(
            zh="改`mkdocs.yml`里的`first_translations`",
            en="Correct `first_translations` in `mkdocs.yml`",
        ),
    ),
    Group(
        get_args(InterfaceWords),
        wants=Sentence(
            zh="页面四周的文字和数字、条号的写法，每种语言都有，键名和中文一样：少一个，读者就会看到别的语言",
            en="Every language has the words around the pages and its ways to write numbers and articles, under the keys of the Chinese files: where one is missing, readers would meet another language",
        ),
        mend=Sentence(
            zh="改这种语言的`_data/interface.yml`或`_data/grammar.yml`，键名和中文的一样",
            en="Correct `_data/interface.yml` or `_data/grammar.yml` of that language; same keys as in Chinese",
        ),
    ),
    Group(
        get_args(Grammar),
        wants=Sentence(
            zh="花括号里是构建认识的词，设置是它认识的值：构建要在那里填上数字和名称",
            en="Words in braces are those that the build replaces, and settings have values that it knows: otherwise it could not fill in numbers and names",
        ),
        mend=Sentence(
            zh="花括号里的词照原样；其他照提示改`_data/grammar.yml`或`_data/interface.yml`",
            en="Leave the words in braces as they are; otherwise correct `_data/grammar.yml` or `_data/interface.yml` as the message says",
        ),
    ),
    Group(
        get_args(GrammarPatterns),
        wants=Sentence(
            zh="一种语言里直接写出的条号、期限和金额，机器会找出来；还不会找的语言，这里说一声，免得没有提示被当成没有问题",
            en="Articles, deadlines and amounts that are typed are found in every language; where the machine cannot yet, this note says so, so that silence is not taken for a clean page",
        ),
        mend=Sentence(
            zh="只是提醒：这种语言里直接写的条号、期限和金额，机器还不会找，审阅时自己看",
            en="Only a note: articles, deadlines and amounts typed in this language are not found by the machine; reviewers look for them",
        ),
    ),
    Group(
        get_args(ParityWords),
        wants=Sentence(
            zh="每种语言都写明它怎么写数字、日期和否定：没写的就没法和中文比较，读的人会以为比过了",
            en="Every language says how it writes numbers, dates and negations: what it leaves out cannot be compared with the Chinese, and silence would be taken for agreement",
        ),
        mend=Sentence(
            zh="已发布的语言没有`_data/parity.yml`：照别的语言的文件，换成这种语言的写法。文件里缺几项只是提醒：那几项不比较，审阅时自己看",
            en="A published language lacks `_data/parity.yml`: copy another one and put in how this language writes them. Keys missing in it are only a note: nothing is compared by them, reviewers look",
        ),
    ),
    Group(
        get_args(Conversion),
        wants=Sentence(
            zh="自动转换的语言只从中文转换，因为只有中文有转换的办法",
            en="A language that is converted comes from Chinese, the only one that can be converted",
        ),
        mend=Sentence(
            zh="只能从中文转换：写成`generated_from: zh`",
            en="Only Chinese can be converted: write `generated_from: zh`",
        ),
    ),
    Group(
        get_args(ConvertedWords),
        wants=Sentence(
            zh="自动转换的语言没有自己的登记表文字：写了也没有谁去读",
            en="A converted language has no words of its own for the registers: nothing would read them",
        ),
        mend=Sentence(
            zh="删掉这个文件：它的文字由转换得来；转错的写进`conversion.yml`",
            en="Delete this file: its words are converted; corrections go into `conversion.yml`",
        ),
    ),
    Group(
        get_args(ConversionList),
        wants=Sentence(
            zh="`conversion.yml`的每个词都能对上中文页上的词，转出来的字也不会再变：不然这个词等于没写",
            en="Every word of `conversion.yml` can match one of the Chinese pages, and its form is not converted again: otherwise it would decide nothing",
        ),
        mend=Sentence(
            zh="左边写一个字；它的每个繁体字占一行，后面写用这个字的简体词，词里要有左边的字，一个词只写一次",
            en="One character before the colon; below it a line for each Traditional form, with the Simplified words that have it, each with that character, each once",
        ),
    ),
    Group(
        get_args(ConversionDecisions),
        wants=Sentence(
            zh="一个简体字有几个繁体字的，每个词用哪一个都有人定过：机器会把“发送”的发当成头发的发",
            en="Where a Simplified character has several Traditional forms, somebody has decided for each word: a machine takes the character of “send” for that of “hair”",
        ),
        mend=Sentence(
            zh="在`docs/zh-Hant/_data/conversion.yml`里找到这个字，把它所在的词加到对的繁体字后面",
            en="Find the character in `docs/zh-Hant/_data/conversion.yml`, and add the word that it stands in after the right form",
        ),
    ),
)
