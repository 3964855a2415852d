"""Addresses that readers have kept, where old ones lead, and what the link checker puts up with for a while."""

from typing import Literal, get_args

from .group import Group, Sentence

PublishedAddresses = Literal["url-removed", "url-malformed"]
Redirects = Literal[
    "redirect-broken",
    "redirect-doubled",
    "redirect-address-malformed",
    "redirect-key-missing",
    "redirect-key-unknown",
    "redirect-value-wrong",
    "redirect-still-published",
    "redirect-target-unpublished",
    "redirect-self",
    "redirect-page-needed",
]
LinkExceptions = Literal[
    "exception-broken",
    "exception-key-doubled",
    "exception-key-missing",
    "exception-key-unknown",
    "exception-value-wrong",
    "exception-rule-unknown",
]
UnusedException = Literal["exception-unused"]
ExpiredException = Literal["exception-expired"]
AddressRule = Literal[PublishedAddresses, Redirects, LinkExceptions, UnusedException, ExpiredException]

GROUPS = (
    Group(
        get_args(PublishedAddresses),
        wants=Sentence(
            zh="公布过的地址不会失效：读者可能收藏了它，印了出来，或者发给了别人",
            en="An address that was once published goes on working: readers may have bookmarked, printed or passed it on",
        ),
        mend=Sentence(
            zh="已经发布的页面或小节不能消失：放回去，或者在`docs/_data/redirects.yml`写明搬到哪里",
            en="A published page or section must not disappear: put it back, or say in `docs/_data/redirects.yml` where it went",
        ),
    ),
    Group(
        get_args(Redirects),
        wants=Sentence(
            zh="每个转向都从一个不再公布的地址通往一个已公布的地址，写明日期和理由：不然用旧地址的人哪里也到不了",
            en="Every redirect leads from an address that is no longer published to one that is, with its day and reason: otherwise whoever kept the old one gets nowhere",
        ),
        mend=Sentence(
            zh="照提示改`docs/_data/redirects.yml`：旧地址通往一个已发布的新地址",
            en="Correct `docs/_data/redirects.yml` as the message says: an old address leads to a published new one",
        ),
    ),
    Group(
        get_args(LinkExceptions),
        wants=Sentence(
            zh="暂时放过的每个链接问题，都写明是哪一条规则、哪个文件、为什么、到哪一天：没有写清的不能放过",
            en="Every fault of a link that is put up with has its rule, page, reason and last day: nothing is passed over without them",
        ),
        mend=Sentence(
            zh="照提示改`docs/_data/link-exceptions.yml`：每条写明规则、文件、理由和最后一天",
            en="Correct `docs/_data/link-exceptions.yml` as the message says: each entry has rule, page, reason and last day",
        ),
    ),
    Group(
        get_args(UnusedException),
        wants=Sentence(
            zh="名单里的每一条都还用得着：留着没用的，以后同样的问题会被它悄悄放过",
            en="Every entry of the list still excuses something: one that is left over would hide the next fault of its kind",
        ),
        mend=Sentence(
            zh="这一条已经用不着，删掉；或者照现在的提示改",
            en="Nothing needs this entry any more: delete it, or correct it after the message of today",
        ),
    ),
    Group(
        get_args(ExpiredException),
        wants=Sentence(
            zh="没有哪个问题可以一直放着：到了写明的那天，就要有人再看一次",
            en="Nothing is put up with for ever: after the last day somebody looks again",
        ),
        mend=Sentence(
            zh="期限过了：改好链接，删掉这一条；改不了就再核实一次，写新的日期和理由",
            en="Its day has passed: mend the link and delete the entry; if it cannot be mended, look again and write a later day with its reason",
        ),
    ),
)
