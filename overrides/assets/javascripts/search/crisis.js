// Words of danger, of self-harm and of money just sent: whom to call comes before any result.
var crisis = (function () {
  // What only sounds like it: programs that call without end, old debts of the dead, figures of speech.
  var HARMLESS =
    /呼死你|(?:烦|气|累|忙|急|笑|饿|困|渴|热|冷|吓|坑|逼|丑|难看|恨|爱|想)死(?:我|人|了|你)(?!.*(?:不想活|自杀))|死账|死帐|死卡|死循环|卡死|死活不|死人|死期|死亡|死因|死者|死后|死了.{0,6}(?:债|还|欠|贷|钱)|去世|过世|跳楼价|砍头息|砍价|砍单|杀熟|杀猪盘|秒杀|杀毒|刀具|dead ?lines?|dead (?:account|borrower|father|mother|person|relative|husband|wife)|kill(?:ing)? time|kill switch|die[ds]? (?:with|owing|before)|after .{0,20} die[ds]?/g;
  var KINDS = [
    {
      name: "self-harm",
      zh: /自杀|自尽|自残|轻生|寻死|求死|想不开|不想活|不想再活|活不下去|活不了|活不成|活着没意思|活着没意义|活着(?:好|太)?累|没有?活路|不如死|想死|去死|死了算|死了一了百了|一死了之|了结自己|结束生命|结束自己|跳楼|跳河|跳桥|跳江|上吊|割腕|割脉|烧炭|吞药|吃(?:了)?(?:安眠药|农药|老鼠药)|喝农药|喝药|遗书|遗言|撑不住|撑不下去|扛不住了|崩溃|绝望|生无可恋|伤害自己|抑郁/,
      en: /suicid|kill(?:ing)? my ?self|kms\b|end(?:ing)? my (?:own )?life|end it all|want(?:ed)? to die|wanna die|rather die|better off dead|wish i (?:was|were) dead|(?:no|not?) (?:reason|want|wish) to live|(?:don'?t|dont|do not) (?:want|wanna) (?:to )?(?:live|be alive|exist)|can(?:'?t|not) go on|can(?:'?t|not) (?:take|bear|cope)(?: (?:it|this))?(?: any ?more| with)?|self[- ]?harm|hurt(?:ing)? my ?self|harm(?:ing)? my ?self|cut(?:ting)? my ?self|slit my|jump(?:ing)? off|overdos|hang my ?self|hopeless/,
    },
    {
      name: "danger",
      zh: /拿(?:着)?刀|持刀|动刀|砍(?:我|人|死|伤)|捅(?:我|人|死)|打(?:我|人)(?!电话|的电话|手机)(?:了|一顿|，|,|$)|挨打|被打(?!电话|爆|扰)|殴打|打伤|打死|动手打|要打我|绑架|绑走|带走我|强行带|关(?:起来|在屋|在车)|非法拘禁|限制(?:我)?人身自由|不让(?:我)?(?:走|出门|离开)|堵(?:在)?(?:门|家|楼|我)|砸(?:门|窗|车|店|我家)|踹门|撬门|泼(?:油漆|粪|汽油)|放火|纵火|烧(?:我|你)?(?:家|房|死)|弄死|杀(?:了)?(?:我|你|人|全家)|要(?:我|你)的?命|威胁要命|人身威胁|人身安全|跟踪我|尾随|强奸|性侵|家暴|卸(?:胳膊|腿)|剁手|断(?:手|腿)/,
      en: /knife|\bguns?\b|stab|beat(?:ing|en)? (?:me|us|him|her|up)|hit(?:ting)? me|attack(?:ed|ing)? (?:me|us)|assault|kidnap|locked (?:me|us) (?:in|up)|won'?t let (?:me|us) (?:leave|go)|hold(?:ing)? me|break(?:ing)? (?:down|in) (?:my|the|our) (?:door|house|home)|smash|(?:going to|gonna|will|threat\w*(?: to)?) (?:kill|hurt|beat|burn) (?:me|us|my|him|her)|kill (?:me|us|my (?:family|wife|husband|kids?|mother|father|parents))|death threats?|outside my (?:door|house|home|flat)|at my door|follow(?:ing|ed) me|stalk|rape|in danger|unsafe/,
    },
    {
      name: "money-sent",
      zh: /(?:刚|刚刚|刚才|今天|昨天|已经|才)[^，。？?]{0,8}(?:转账|转帐|转(?:了|过去|出去|给)|汇款|汇(?:了|过去|出)|打(?:了)?款|付(?:了|款)|扫码付|充值)|(?:钱|款)[^，。？?]{0,4}(?:转(?:出|走|过去|给)|汇(?:出|走)|打过去)|(?:转|汇|打|付|给)(?:了)?(?:钱|账|帐|款)?(?:给|到)(?:了)?(?:骗子|对方|诈骗|陌生|客服|“?安全账户)|被骗(?:了)?(?:钱|转|汇|走|[\d一二三四五六七八九十几两]+[万千百块元])|骗(?:走|去|光)(?:了)?(?:我)?(?:的)?(?:钱|[\d一二三四五六七八九十几两]+[万千百块元])|(?:刚|刚刚|刚才)(?:被|遭|遇到?)?(?:诈?骗)|止付|(?:转账|转帐|汇款|打款)[^，。？?]{0,6}(?:骗|诈)/,
      en: /(?:just|already|i'?ve|have|i) (?:been )?(?:sent|paid|transferred|wired|transfered|deposited|gave) [^.?!]{0,30}(?:scam|fraud|stranger|fake|them|him|her|money|deposit|fee)|(?:sent|paid|transferred|wired) (?:the |my |some )?(?:money|cash|rmb|yuan|deposit)|money (?:is )?(?:gone|sent|transferred)|(?:just|been|got|was) scammed|scammed (?:me|out of)|scammers? (?:took|got|stole|has|have) (?:my |the )?money|stop (?:the |a |my )?(?:payment|transfer)/,
    },
  ];

  /**
   * Return which lines a folded query calls for: "self-harm", "danger", "money-sent", the most urgent first.
   * @param {string} folded
   */
  function kinds(folded) {
    var text = folded.replace(/\s+/g, " ").replace(HARMLESS, " ");
    var joined = text.replace(/([\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, "$1");
    return KINDS.filter(function (kind) {
      return kind.zh.test(joined) || kind.en.test(text);
    }).map(function (kind) {
      return kind.name;
    });
  }

  return { kinds: kinds };
})();
