"""Traditional Chinese: the handbook's words one by one, and what is never touched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitebuild.model.content import Content
from sitebuild.text.traditional_chinese import Convert, converter, is_traditional

HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


@pytest.fixture
def convert(real_content: Content) -> Convert:
    """Return the conversion of the handbook, with its table of forms."""
    to_own_script = real_content.registers.words["zh-Hant"].to_own_script
    assert to_own_script is not None
    return to_own_script


@pytest.mark.parametrize(
    ("simplified", "wanted"),
    [
        # Statutes keep their words: another word is another statute.
        ("《数据安全法》", "《數據安全法》"),
        ("《网络安全法》", "《網絡安全法》"),
        ("《个人信息保护法》", "《個人信息保護法》"),
        ("《民法典》", "《民法典》"),
        ("《治安管理处罚法》", "《治安管理處罰法》"),
        ("《征信业管理条例》", "《徵信業管理條例》"),
        ("《反电信网络诈骗法》", "《反電信網絡詐騙法》"),
        # Words that phrase tables would exchange for others.
        ("注销账户", "註銷帳戶"),
        ("程序", "程序"),
        ("文件", "文件"),
        ("保存", "保存"),
        ("用户", "用戶"),
        ("短信", "短信"),
        ("信息", "信息"),
        ("数据库", "數據庫"),
        ("网络", "網絡"),
        ("软件", "軟件"),
        ("视频", "視頻"),
        ("登录", "登錄"),
        ("链接", "鏈接"),
        # One norm for what is written in two ways.
        ("平台", "平台"),
        ("后台", "後台"),
        ("台湾", "台灣"),
        ("柜台", "櫃台"),
        ("账户", "帳戶"),
        ("账号", "帳號"),
        ("转账", "轉帳"),
        ("发布", "發布"),
        ("公布", "公布"),
        ("散布隐私", "散布隱私"),
        ("非法占有", "非法占有"),
        ("占用财物", "占用財物"),
        ("不念给任何人", "不念給任何人"),
        ("已经念了", "已經念了"),
        # One Simplified character, several Traditional ones.
        ("征信", "徵信"),
        ("征求意见", "徵求意見"),
        ("手里有证据", "手裡有證據"),
        ("在单元格里输入", "在單元格裡輸入"),
        ("从本金里扣", "從本金裡扣"),
        ("三公里", "三公里"),
        ("阿里云", "阿里雲"),
        ("照着说", "照著說"),
        ("显著背离", "顯著背離"),
        ("还清以后", "還清以後"),
        ("皇后", "皇后"),
        ("只存不用", "只存不用"),
        ("告知式是只通知", "告知式是只通知"),
        ("多半只找到一份", "多半只找到一份"),
        ("一只手机", "一隻手機"),
        ("干扰生活", "干擾生活"),
        ("跟踪干扰", "跟蹤干擾"),
        ("不相干", "不相干"),
        ("若干规定", "若干規定"),
        ("政法干警", "政法幹警"),
        ("擦干净", "擦乾淨"),
        ("书面答复", "書面答覆"),
        ("回复", "回覆"),
        ("留下回复", "留下回覆"),
        ("反复上门", "反覆上門"),
        ("恢复名誉", "恢復名譽"),
        ("修复", "修復"),
        ("复印件", "複印件"),
        ("查阅、复制", "查閱、複製"),
        ("复议、复核", "復議、複核"),
        ("重大复杂", "重大複雜"),
        ("发送", "發送"),
        ("被发到网上", "被發到網上"),
        ("头发", "頭髮"),
        ("没有回音", "沒有回音"),
        ("多余的权限", "多餘的權限"),
        ("剩余本金", "剩餘本金"),
        ("批准", "批准"),
        ("是否准许", "是否准許"),
        ("标准", "標準"),
        ("准备材料", "準備材料"),
        ("宽松", "寬鬆"),
        ("松江区", "松江區"),
        ("案卷", "案卷"),
        ("卷入纠纷", "捲入糾紛"),
        ("冲抵", "沖抵"),
        ("冲突", "衝突"),
        ("范围", "範圍"),
        ("示范", "示範"),
        ("借据", "借據"),
        ("凭证", "憑證"),
        ("核实", "核實"),
        ("联系人", "聯繫人"),
        ("系统", "系統"),
        ("关系", "關係"),
        ("还款", "還款"),
        ("催收", "催收"),
        ("当面", "當面"),
        ("书面", "書面"),
        ("面粉", "麵粉"),
        ("下表对应", "下表對應"),
        ("看表的顺序", "看表的順序"),
        ("下表找", "下表找"),
        ("填表", "填表"),
        ("不要签", "不要簽"),
        ("签合同", "簽合同"),
        ("面签", "面簽"),
        ("营销标签", "營銷標籤"),
        ("标注争议", "標註爭議"),
        ("定制度和负责人", "定制度和負責人"),
        ("不得采集", "不得採集"),
        ("采取措施", "採取措施"),
        ("委托", "委託"),
        ("信托公司", "信託公司"),
        ("咨询", "諮詢"),
        ("泄露", "洩露"),
        ("身份证", "身份證"),
        ("几个月", "幾個月"),
        ("合并", "合併"),
        ("并处罚款", "並處罰款"),
        ("哄抢", "哄搶"),
        ("诋毁", "詆毀"),
        ("团伙", "團夥"),
    ],
)
def test_a_word_gets_its_characters_and_stays_the_word(convert: Convert, simplified: str, wanted: str) -> None:
    assert convert(simplified) == wanted
    assert convert(wanted) == wanted


CHARACTERS = [
    # What is written, what is right, and the form of another word.
    ("先发送再发放", "先發送再發放", "髮"),
    ("短发送、头发送、理发店", "短發送、頭發送、理髮店", ""),
    ("向大学生发放贷款", "向大學生發放貸款", "髮"),
    ("剪头发", "剪頭髮", "發"),
    ("定是不是由系统自动决定", "定是不是由系統自動決定", "係"),
    ("怀疑系统、相关系统、体系", "懷疑系統、相關系統、體系", "係"),
    ("没有关系", "沒有關係", "系"),
    ("联系人、联系统一", "聯繫人、聯繫統一", "系"),
    ("30天后再查", "30天後再查", "后"),
    ("皇太后", "皇太后", "後"),
    ("没有采取保护措施", "沒有採取保護措施", "采"),
    ("神采", "神采", "採"),
    ("合作伙伴、团伙、合伙", "合作夥伴、團夥、合夥", "伙"),
    ("伙食", "伙食", "夥"),
    ("行政复议", "行政復議", "複"),
    ("书面答复、反复发短信", "書面答覆、反覆發短信", "復"),
    ("恢复出厂设置", "恢復出廠設置", "覆"),
    ("重复扣款的复印件", "重複扣款的複印件", "復"),
    ("渠道里、报道里、卡里、事故里", "渠道裡、報道裡、卡裡、事故裡", "里"),
    ("十公里、邻里", "十公里、鄰里", "裡"),
    ("若干部规章", "若干部規章", "幹"),
    ("村干部、政法干警", "村幹部、政法幹警", "干"),
    ("不要干等", "不要乾等", "幹"),
    ("把信和面单放在一起", "把信和面單放在一起", "麵"),
    ("书面条款、页面包括", "書面條款、頁面包括", "麵"),
    ("这只涉及个人、多半只会", "這只涉及個人、多半只會", "隻"),
    ("两只手", "兩隻手", "只"),
    ("平台风险、后台、柜台", "平台風險、後台、櫃台", "颱"),
    ("台风", "颱風", "台"),
    ("不准出境、经批准", "不准出境、經批准", "準"),
    ("拿不准打12348", "拿不準打12348", "准"),
    ("信息不准确、以原文为准", "信息不準確、以原文為準", "准"),
    ("限制、机制、强制", "限制、機制、強制", "製"),
    ("复制和制作", "複製和製作", "制"),
    ("定制度、制定", "定制度、制定", "製"),
    ("提升服务", "提升服務", "昇"),
    ("余某的余额、其余某些", "余某的餘額、其餘某些", ""),
    ("余先生", "余先生", "餘"),
    ("松江区的松某", "松江區的松某", "鬆"),
    ("放松、松绑", "放鬆、鬆綁", "松"),
    ("卷款逃走", "捲款逃走", "卷"),
    ("案卷、第一卷", "案卷、第一卷", "捲"),
    ("范某、范女士", "范某、范女士", "範"),
    ("规范、防范、范围", "規範、防範、範圍", "范"),
    ("于某、关于某个人、成立于某年", "于某、關於某個人、成立於某年", ""),
    ("于女士借于网上", "于女士借於網上", ""),
    ("朴道征信", "朴道徵信", "樸"),
    ("朴素", "樸素", "朴"),
    ("钟某等了三分钟", "鍾某等了三分鐘", ""),
    ("涂某涂黑号码", "涂某塗黑號碼", ""),
    ("郁某很抑郁", "郁某很抑鬱", ""),
    ("周某每周还款", "周某每週還款", ""),
    ("一笔周转、一周内", "一筆週轉、一週內", "周"),
    ("游某玩游戏", "游某玩遊戲", ""),
    ("不签、另签一份", "不簽、另簽一份", "籤"),
    ("书签、合同书签名", "書籤、合同書簽名", ""),
    ("手表、手表明", "手錶、手表明", ""),
    ("才还清", "才還清", "纔"),
    ("出示、一出戏", "出示、一出戲", "齣"),
    ("丑化、小丑", "醜化、小丑", ""),
    ("应当当面", "應當當面", "噹"),
    ("斗殴、漏斗", "鬥毆、漏斗", ""),
    ("山谷、稻谷", "山谷、稻穀", ""),
    ("刮卡、刮风", "刮卡、颳風", ""),
    ("胡某、胡子", "胡某、鬍子", ""),
    ("计划、划款、划算", "計劃、劃款、划算", ""),
    ("没有回音、撤回", "沒有回音、撤回", "迴"),
    ("申请回避", "申請迴避", "回"),
    ("没收获利、获取、收获", "沒收獲利、獲取、收穫", ""),
    ("尽快、尽量", "儘快、儘量", "盡"),
    ("尽到义务、详尽", "盡到義務、詳盡", "儘"),
    ("克服、克扣", "克服、剋扣", ""),
    ("累计、劳累", "累計、勞累", "纍"),
    ("历史、日历", "歷史、日曆", ""),
    ("证明了的、了解", "證明了的、了解", "瞭"),
    ("蒙受、蒙骗", "蒙受、矇騙", ""),
    ("弥补、弥漫", "彌補、瀰漫", ""),
    ("千元、秋千", "千元、鞦韆", ""),
    ("歪曲", "歪曲", "麴"),
    ("宿舍、舍不得", "宿舍、捨不得", ""),
    ("技术、话术", "技術、話術", "朮"),
    ("感叹、赞叹", "感嘆、讚嘆", "歎"),
    ("咸菜", "鹹菜", "咸"),
    ("云闪付、人云亦云", "雲閃付、人云亦云", ""),
    ("点赞、赞成", "點讚、贊成", ""),
    ("征信、征求、征服", "徵信、徵求、征服", ""),
    ("一致、细致", "一致、細緻", ""),
    ("朱某、朱红", "朱某、朱紅", "硃"),
    ("注意、关注", "注意、關注", "註"),
    ("注册、备注", "註冊、備註", "注"),
    ("合并、一并", "合併、一併", "並"),
    ("并为其保密、并处罚款", "並為其保密、並處罰款", "併"),
    ("冲突、冲业绩", "衝突、衝業績", "沖"),
    ("冲抵、对冲", "沖抵、對沖", "衝"),
    ("汇款、外汇", "匯款、外匯", "彙"),
    ("汇总、词汇", "彙總、詞彙", "匯"),
    ("佣金、雇佣", "佣金、僱傭", ""),
    ("强奸、奸商", "強姦、奸商", ""),
    ("心脏、弄脏", "心臟、弄髒", ""),
    ("占用、公布、念出来、巨额、账户", "占用、公布、念出來、巨額、帳戶", ""),
    ("日志、志愿", "日誌、志願", ""),
    ("借口、出借、转借", "藉口、出借、轉借", ""),
    ("痕迹、奇迹", "痕跡、奇蹟", ""),
    ("姜某、生姜", "姜某、生薑", ""),
    ("瓴岳", "瓴岳", "嶽"),
    ("背债", "背債", "揹"),
    ("局限", "局限", "侷"),
    ("抵押、抵触", "抵押、牴觸", ""),
    ("存折、折扣", "存摺、折扣", ""),
    ("搜索、搜集", "搜索、蒐集", ""),
]


@pytest.mark.parametrize(("simplified", "wanted", "other"), CHARACTERS)
def test_a_character_has_the_form_of_its_word(convert: Convert, simplified: str, wanted: str, other: str) -> None:
    converted = convert(simplified)

    assert converted == wanted
    assert not other or other not in converted
    assert convert(converted) == converted


SPANS = [
    pytest.param("`后台 里`", id="code"),
    pytest.param("``后`台``", id="code with a backtick"),
    pytest.param("```text\n后台\n```", id="a block of code"),
    pytest.param("~~~~\n后台\n~~~\n里\n~~~~", id="a block that holds shorter signs"),
    pytest.param("<!-- typed: 后台 -->", id="a comment"),
    pytest.param("<!-- sources: pipl/13 -->", id="a marker"),
    pytest.param('<span lang="zh-Hans">后台<b>里</b></span>', id="a quotation in Simplified characters"),
    pytest.param('<q class="x" lang="en">发 OK</q>', id="a quotation in English"),
    pytest.param("<code>后台</code>", id="code as HTML"),
    pytest.param('<script type="text/plain">后台</script>', id="a script"),
    pytest.param("<i class=\"后台\" data-x='后台>里'>", id="a tag"),
    pytest.param("<https://后台.example/里>", id="an address between angles"),
    pytest.param("{#后台 .里}", id="an id and a class"),
    pytest.param("{: .后台}", id="attributes with a colon"),
    pytest.param("{data-x=后台}", id="an attribute alone"),
]


@pytest.mark.parametrize("span", SPANS)
def test_what_is_no_text_stays_as_it_is(convert: Convert, span: str) -> None:
    assert convert(f"后台\n{span}\n后台") == f"後台\n{span}\n後台"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        pytest.param("[后台](后台.md#里)", "[後台](后台.md#里)", id="the address of a link"),
        pytest.param('[后台](后台.md "后台")', '[後台](后台.md "後台")', id="its title is text"),
        pytest.param("![后台](后(台).png)后", "![後台](后(台).png)後", id="a picture, brackets in its address"),
        pytest.param("[](law:pipl/47)后", "[](law:pipl/47)後", id="a reference"),
        pytest.param("[后台]: 后台.md\n", "[後台]: 后台.md\n", id="an address below the text"),
        pytest.param("看[注]:后台", "看[注]:後台", id="a colon after brackets in prose"),
        pytest.param("[^1]: 后台", "[^1]: 後台", id="a footnote"),
        pytest.param('<b lang="zh-Hant" title="后">后</b>', '<b lang="zh-Hant" title="後">後</b>', id="a title there"),
        pytest.param('<a class="后" title="后台">后', '<a class="后" title="後台">後', id="a title is for people"),
        pytest.param("<img alt='后台' src='后.png'>", "<img alt='後台' src='后.png'>", id="alt is for people"),
        pytest.param('{aria-label="后台" #后}', '{aria-label="後台" #后}', id="a label among attributes"),
        pytest.param('!!! note "后台"', '!!! note "後台"', id="the title of a box"),
        pytest.param("{某个后台}和 a < b", "{某個後台}和 a < b", id="braces and angles in prose"),
        pytest.param('<b lang="zh-Hant">后台</b>', '<b lang="zh-Hant">後台</b>', id="the language itself"),
        pytest.param("`后台", "`後台", id="a backtick alone"),
        pytest.param("后台\0里\ud800面", "後台\0裡\ud800面", id="signs that OpenCC cannot read"),
    ],
)
def test_text_is_converted_around_what_is_not(convert: Convert, written: str, wanted: str) -> None:
    assert convert(written) == wanted


def test_the_longest_word_wins() -> None:
    convert = converter({"台": {"else": "台", "臺": "平台", "檯": "大平台"}})

    assert convert("大平台、平台和后台") == "大平檯、平臺和後台"


@given(st.text())
def test_any_text_keeps_everything_that_is_not_chinese(text: str) -> None:
    """Nothing that somebody pastes stops the build."""
    assert HAN.sub("", converter({})(text)) == HAN.sub("", text)


@given(st.lists(st.tuples(st.text("后台里发 a，。\n"), st.sampled_from([row.values[0] for row in SPANS]))))
def test_protected_spans_stay_to_the_byte(pieces: list[tuple[str, object]]) -> None:
    text = "".join(f"{words}\n\n{span}\n\n" for words, span in pieces)
    converted = converter({})(text)

    for _, span in pieces:
        assert str(span) in converted
        converted = converted[converted.index(str(span)) + len(str(span)) :]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("後台", True), ("里", True), ("發布 App", True), ("发布", False), ("网", False), ("𫔭", False)],
)
def test_simplified_characters_are_known(text: str, expected: bool) -> None:  # noqa: FBT001 - a row
    assert is_traditional(text) == expected
