// Words of danger, of self-harm and of money just sent: whom to call comes before any result.
var crisis = (function () {
  var AMOUNT = "(?:[\\d一二三四五六七八九十几两]+(?:多)?[万千百块元])";
  var SENT = "(?:转账|转帐|转钱|转了|转过去|转出去|转给|汇款|汇钱|汇了|汇出|打款|打钱|打了|打给|付款|付了|扫码|充值|交了|缴了|过数|过咗数|存了)";
  var CHEAT = "(?:骗|诈|假(?:平台|客服|警|检|公安|网站|链接|冒|贷|的$|$)|冒充|安全账户|安全帐户|失联|拉黑)";
  // What only looks like it. Words with “…” in the middle of them are cut out before anything is looked for.
  var HARMLESS = [
    "呼死你|(?:烦|气|累|忙|急|笑|饿|困|渴|热|冷|吓|坑|逼|丑|看|恨|爱|贵|穷|烧脑|催)死(?:我|人|了|你)?|想死(?:你|她|他|妈妈)了?",
    "死账|死帐|死卡|卡死|死机|死循环|死活|死心|死人|死期|死亡|死因|死者|死后|生死|誓死|去世|过世|打死不",
    "(?:爸|妈|父亲|母亲|老公|老婆|丈夫|妻子|亲人|家人|他|她|爷|奶|哥|弟|姐|妹|儿子|女儿|借款人|债务人|本人|人)死(?:了|掉|亡)",
    "跳楼(?:价|大|甩|式|清|机)|砍头息|砍价|砍单|砍掉|砍一刀|刀具|自杀式|抑郁症患者|打(?:电话)?给(?:官方|平台|银行)?客服|拼多多|杀熟|杀猪盘|秒杀|杀毒|捅娄子|上吊(?:牌|灯|顶|坠)",
    "年轻|不想活(?:动|用|期|跃|络|塞|埋)|想不开(?:通|户|卡|票|发|启|会员|分|花|白|借)|崩溃的?(?:app|软件|系统|网)|(?:app|软件|系统|网站|页面)(?:老是|总|一直)?崩溃",
    "打我(?:的|老|家|妈|爸|女|男|朋|同|单|公|手|微|电|座|号|客|名|征)(?!.*[打揍])|被打(?:电话|爆|扰|码|回|来)|关在群|分期付款|付款(?:失败|方式|日|码|期)|假(?:货|的?宣传)|会员费",
    "dead ?(?:line|account|borrower|father|mother|person|relative|husband|wife|parent|sim)\\w*|kill(?:ing|ed)? (?:time|switch|my (?:credit|score|battery|deal))|overdos\\w+ of (?:ads|\\w+ ads|calls|spam)",
    "to die for|dying to|died? (?:with|owing|before|and)|(?:has|have|had|father|mother|husband|wife|brother|he|she|who|borrower) died?|killer (?:app|rate|deal)|beat(?:ing)? the (?:rate|market|system)|cut(?:ting)? (?:my )?(?:costs?|rates?|interest|spending|payments?)",
    "hit(?:s|ting)? my (?:credit|score|account)|knife(?:rs)? (?:set|shop|store)|(?:at|to|outside|in) my (?:house|home|door|place)(?=.{0,14}(?:legal|allowed|lawful|\\?))|(?:can|may|could) (?:they|collectors?|he|she) (?:come|break|enter|visit|wait|turn up|show up)[^.]{0,40}|follow(?:ing|ed|s)? (?:(?:me )?(?:up|on)|my (?:complaint|case|order|report|appeal|application|request))|stab(?:s|bing)? of|stop (?:the |a |my )?payments? (?:of|by|from) (?:the |my )?(?:auto|direct|loan|month|instal|bank card)|jump(?:ing)? (?:rate|interest|queue)|gun to my head deal",
  ];
  var KINDS = [
    {
      name: "self-harm",
      words: [
        "自杀|自尽|安眠药|(?:楼|窗|阳台|桥)[上边户]?[^，。？]{0,4}跳(?:下|了)|(?:马上|快|就)要?死了|解脱|自残|自缢|自焚|轻生|寻死|寻短|求死|想不开|不想活|唔想活|不想再活|不想做人|唔想做人|活不下去|活不了|活不成|活够|活下去的(?:勇气|意义|希望|动力|理由)|(?:世界|人间)不值得|活着(?:没|好|太|真|还有)|没有?活路|没法活|不如死|宁愿死",
        "想死|想4|想去死|去死|死了算|死了之|一了百了|一死|死掉算|让我死|我(?:要是|如果)?死(?:了|掉)|^死(?:了|掉)|死(?:了|掉)(?:就|是不是就|是不是)(?:不|没|可以|能|一)",
        "了结自己|结束生命|结束自己|结束一切|结束这一切|离开这个?世界|不在(?:了|世上)|跳楼|跳河|跳桥|跳江|跳海|跳轨|卧轨|撞车死|上吊|割腕|割脉|割手|烧炭|煤气自|投河|天台|楼顶|桥上|桥边",
        "(?:吃|吞|喝|买|一瓶|多少|几颗|几片|过量).{0,6}(?:安眠|农药|老鼠药|百草枯|敌敌畏|药片)|(?:吞|喝|吃)(?:了|下)?(?:很多|好多|[一半几两]?整?(?:瓶|盒|板|把|堆)|大量|\\d+[片颗粒])?药|遗书|遗言|后事|撑不住|撑不下去|撑唔住|顶不住了|扛不住了?|熬不下去|崩溃|绝望|生无可恋|没有希望|伤害自己|抑郁",
        "s[uo]{1,2}[a-z]{0,2}cid|unalive|kill(?:ing|ed)? my ?self|kms\\b|end(?:ing)? (?:my|this) (?:own )?life|end it(?: all)?\\b|end everything|want(?:ed)? to die|wanna die|rather (?:die|be dead)|better off (?:dead|without me)|wish i (?:was|were) dead|(?:i|me) (?:will |should |could |might )?(?:just )?die\\b|if i die",
        "want(?:ed)? to (?:disappear|vanish|not exist)|no way out|can(?:'?t|not) do this (?:any ?more|any longer)|(?:no|not?|any) (?:reason|want|wish|point) (?:to|in|of) liv|(?:don'?t|dont|do not) (?:want|wanna) (?:to )?(?:live|be alive|be here|exist|wake up)|tired of living|(?:not|isn'?t|ain'?t) worth living|nothing (?:left )?to live for|can(?:'?t|not) go on|can(?:'?t|not) (?:take|bear|cope)|self[- ]?harm|(?:hurt|harm|cut|hang|drown|shoot)(?:ing)? my ?self|(?:cut|slit)(?:ting)? (?:my|the) (?:wrist|arm|vein|throat)|jump(?:ing)? (?:off|from|in front)|(?:on|at) the (?:roof|ledge|bridge|edge)",
        "overdos|(?:many|swallow\\w*|took|take|taken|bottle of|all the|all my) .{0,14}(?:pills|tablets)|sleeping pills|suicid|goodbye note|hopeless|no hope|life is over|give up on life",
      ],
    },
    {
      name: "danger",
      words: [
        "(?:拿|持|动|带|亮|有)(?:着|了)?(?:把)?(?:菜)?刀|刀架|砍(?:我|人|死|伤|手|脚|你)|斩(?:我|死|人|全|手)|捅(?:我|人|死|了)|打(?:我|人)(?=$|[^\\u3400-\\u9fff]|了|一顿|逼|和|还|要|骂|得|，)|挨打|被打|被[^，。？ ]{1,6}(?:打(?:了|伤|得|一顿)|揍)|殴打|打伤|打死|打断|动手打|要打|揍|围殴",
        "绑架|绑走|绑我|绑了|要绑|捆|掳|带走我(?!的|身份|手机|电脑|证)|押走|押去|强行带|拖走|拉上车|塞进车|关(?:起来|在|进|我)|囚|非法拘禁|限制(?:我)?(?:的)?人身自由|(?:不让|不准|唔畀|唔俾|不许)(?:我|我们|人)?(?:走|出|离|回)|扣(?:住|留)(?:我|人)(?!的|身份|证|工资|钱|手机)",
        "堵(?:在|我|门|家|楼)|砸(?:门|窗|车|店|我|东西|玻璃|家)|(?:踹|踢|撬|撞|拍|狂敲|猛敲)(?:我)?(?:家)?(?:的)?门|泼(?:油|粪|汽|红)|放火|纵火|点火|烧(?:我|你|了)?(?:家|房|屋|死|车)|弄死|杀(?:了)?(?:我|你|人|全|死)|要(?:我|你|他|人)(?:的)?命|取我|人身威胁|人身安全|生命危险",
        "救命|救救?我|(?:孩子|小孩|儿子|女儿|老婆|老公|家人|妈|爸)[^，。？]{0,4}被[^，。？]{0,6}(?:带走|抓走|抢走|拐走)|跟踪|尾随|(?:跟|跟着|跟住|一路跟)(?:着|住)?我|盯(?:着|住)我|强奸|性侵|强暴|家暴|猥亵|卸(?:胳膊|腿)|剁|断(?:我|你|他)?(?:的)?(?:双|一)?(?:手|腿|脚)|闯(?:进|入|到)|冲(?:进|入)|(?:门外|门口|楼下|屋外|家门|家里|屋里).{0,12}(?:有人|个人|群人|伙人|男|他们|等|守|按|敲|踢|不走|唔走|怕|揍|打)|(?:他们|有人|几个人|一群人|催收|讨债|收数).{0,8}(?:在|到|来)(?:我)?(?:家)?(?:的)?(?:门外|门口|楼下|家里)",
        "knife|\\bguns?\\b|weapon|stab|beat(?:ing|en|s)? (?:me|us|him|her|up|my)|hit(?:ting|s)? (?:me|us|my (?:wife|mother|mom|husband|father|kid|son|daughter))|attack(?:ed|ing)? (?:me|us|my)|assault|punch|chok(?:e|ed|ing) me|kidnap|abduct|lock(?:ed|ing)? (?:me|us) (?:in|up)|(?:won'?t|will not|not|refuse to) (?:let (?:me|us) (?:leave|go|out)|leave(?! (?:my|a|me|the|any)\\b))|hold(?:ing)? (?:me|us)|held (?:me|us|against)",
        "break(?:ing|s)? (?:down )?(?:my|our) (?:door|gate|window|house)|break(?:ing)? (?:down (?:my|the|our)|in(?:to)?\\b(?! (?:my|the|our) (?:phone|account|app|e-?mail|wechat|bank|computer)))|broke (?:in|into|down)|smash|(?:bang|pound|kick|hammer)\\w* (?:on |at |down )?(?:my|the|our) (?:door|gate)|(?:going to|gonna|will|threat\\w*(?: to)?|wants? to|said they.{0,6}) (?:(?:kill|hurt|beat|burn|shoot|harm|rape) (?:me|us|my|him|her|our)|(?:break|cut) (?:my|his|her|our|the) (?:legs?|arms?|bones?|neck|hands?|fingers?|knees?|face|throat))|kill(?:ing)? (?:me|us|him|her|my (?:family|wife|husband|kids?|son|daughter|mother|father|mom|dad|parents))",
        "death threats?|(?:outside|at|in|inside|around|near) (?:my|our) (?:front )?(?:door|house|home|flat|apartment|building|place)\\b.{0,20}(?:now|leave|wait|scar|afraid|refus|bang|$)|(?:men|man|people|guys?|collectors?|someone|they)\\b.{0,24}(?:outside|at my door|in my house|at my house|waiting)|follow(?:ing|ed|s)? (?:me|us|home|my)|stalk|rape|in danger|unsafe|not safe|set (?:my|our) .{0,12}on fire|burn (?:my|our|down)",
      ],
    },
    {
      name: "money-sent",
      words: [
        "(?:刚|刚刚|刚才|啱啱|今天|昨天|今早|昨晚|已经|才|分钟前|小时前)[^，。？?]{0,10}" + SENT + "[^。？?]{0,10}" + CHEAT,
        SENT + "[^。？?]{0,10}" + CHEAT + "|" + CHEAT + "[^，。？?]{0,10}" + SENT,
        "(?:刚|刚刚|刚才|啱啱)[^，。？?]{0,6}(?:转账|转帐|转钱|转了|汇款|汇钱|汇了|打款|打钱|过数|过咗数|转过去|转出去|被骗|被诈骗|遭诈骗)",
        "(?:转|汇|打|付|交|存|过|寄)(?:了|咗)?(?:钱|账|帐|款|数|" + AMOUNT + ")?(?:给|到|畀|俾|进)(?:了|咗)?(?:骗|诈|陌生|对方|假|“?安全|他们账|客服)",
        "被(?:诈骗|骗)了?$|被(?:诈骗|骗)了|被骗(?:了)?(?:钱|转|汇|走|光|" + AMOUNT + ")|骗(?:走|去|光)(?:了)?(?:我|她|他|妈|爸)?|骗(?:了)?(?:我|她|他)?(?:的)?(?:钱|" + AMOUNT + ")|(?:钱|款)[^，。？?]{0,5}(?:转出|转走|转到|转过去|汇出|被转|正在转|扣走|没了)|(?:才|才发现|才知道|发现)(?:是|被|上当)?[^，。？?]{0,3}(?:骗|诈|假)|(?:是|遇到|碰到)骗(?:子|局|的)$|(?:钱|款|码|密码)[^，。？]{0,4}给了?(?:骗|诈)|紧急止付|止付",
        "(?:sent|paid|pay|transfer+ed|wired|deposited|gave|scanned|top+ed up|remitted) [^.?!]{0,40}(?:scam|fraud|stranger|fake|safe account|vanish|disappear|block|gone|cheat|con\\b|conned)",
        "(?:just|already|i|i'?ve|have|mom|mum|mother|she|he|dad|father) (?:just |already )?(?:sent|transfer+ed|wired|remitted) [^.?!]{0,16}(?:money|cash|rmb|yuan|\\d{3,}|deposit|fee|them|him|her|savings)|money (?:is |was |has )?(?:gone|sent|transferred|leaving|being (?:sent|transferred|taken)|already)|(?:just|been|got|was|were|am) (?:\\w+ )?(?:scammed|defrauded|conned|swindled|cheated)|scammed (?:me|us|out of|my)|paid .{0,30}(?:want|ask|demand)\\w* .{0,12}more|(?:scam|fraud)\\w* (?:took|got|stole|has|have|emptied) (?:my |the |all |our )|stop (?:the |a |my )?(?:payment|transfer)",
      ],
    },
  ].map(function (kind) {
    return { name: kind.name, pattern: new RegExp(kind.words.join("|")) };
  });
  var CUT = new RegExp(HARMLESS.join("|"), "g");
  var PINYIN = /zisha|qingsheng|xiangsi(?!d)|buxianghuo|huobuxiaqu|tiaolou|gewan|shangdiao|shaotan/;

  /**
   * Return which lines a folded query calls for: "self-harm", "danger", "money-sent", the most urgent first.
   * @param {string} folded
   */
  function kinds(folded) {
    var spaced = folded.replace(/\s+/g, " ").replace(/([\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, "$1，");
    var text = spaced.replace(CUT, " ");
    var letters = folded.replace(/[\s'’-]/g, "");
    return KINDS.filter(function (kind) {
      return kind.pattern.test(text) || (kind.name === "self-harm" && /^[a-z]+$/.test(letters) && PINYIN.test(letters));
    }).map(function (kind) {
      return kind.name;
    });
  }

  return { kinds: kinds };
})();
