// Words of a text: pairs of Han characters, and Latin words without their endings.
/**
 * A piece of a folded text: `kind` is "han", "word" or "digits".
 * @typedef {{kind: string, text: string, at: number}} Run
 */
var words = (function () {
  var RUNS = /([\u3400-\u9fff\u3007]+)|(\d+(?:\.\d+)?)|([a-z\u00c0-\u024f]+(?:['’][a-z]+)*)/g;
  var PIECES = new RegExp(RUNS.source.replace(/\((?!\?)/g, "(?:"), "g");
  var HAN = 0x3400;
  var ZERO = 0x3007;
  var LETTERS = 0x61;
  /** @type {Map<string, string>} */
  var stems = new Map();
  // What a question is made of, and being polite: it may stand in a title, but nobody looks for it.
  var LIGHT = new RegExp(
    [
      "请问|请教|你好|您好|谢谢|多谢|麻烦|求助|求救|帮帮?我|急急+|在线等|大家|有人知道|知道|想问一?下?|问一?下|咨询一?下?|跪求",
      "怎么办呢?|怎么样|怎么弄|怎么搞|怎么破|怎么处理|怎么|怎样|咋办|咋整|咋|如何|点算|点样|边个|边间|系咪|为什么|为何|为啥|凭什么|什么意思|什么|是啥|啥",
      "是不是|有没有|能不能|会不会|可不可以|可以吗|可以|应该|需要|是否|有用吗|真的吗|真的|能给不|能不|行不行|行吗|合法吗|犯法吗",
      "哪里|哪儿|哪个|哪些|多少|几个|一个|这个|那个|这种|这些|这样|那些|我们|你们|他们|她们|自己|别人|人家|一下|一直|已经|现在|还能|还是|就是|但是|因为|所以|如果|的话|东西|时候",
      "大陆|内地|中国(?![人银电移联农建工])|点解|点做|乜嘢|边度|几时|唔该|有冇|可唔可以|使唔使|会唔会|该如何|该怎么",
      "[的了吗呢吧啊呀哦嘛么我你您他她它妳是就都也又这那个在和跟被把给让会能要想很太有去来叫到说嘅咗喺佢哋啲嚟咁啦喎冇唔畀俾乜喔]",
    ].join("|"),
    "g",
  );
  // What says when or how often, or with how much feeling: it stands in many questions, and few are about it.
  var SOFT =
    /天天|每天|整天|成天|老是|总是|刚刚|刚才|突然|忽然|今天|昨天|昨晚|最近|结果|后来|然后|偷偷|悄悄|居然|竟然|根本|实在|全都|甚至|好像|反正|每次|成日|日日|不停|拼命|疯狂|明明|好几|\b(?:every ?day|all day|constantly|suddenly|today|yesterday|recently|actually|secretly|still|again|always)\b/g;
  var STOP = new Set(
    (
      "a an the i i'm im i've my me mine we our us you your he his him she her they their them it its is are was were be been am " +
      "do does did doing done to of in on at for from with by and or if so that this these those there here what how when " +
      "where who whom which why can could should would will may might must have has had get got not no don't dont doesn't " +
      "please help hi hello thanks about into out up just really very any some as but than then too need want know"
    ).split(" "),
  );
  var ENDINGS = /(?:ations?|ings?|ions?|ers?|ors?|ed|es|s|ments?|ly|en|e)$/;

  /**
   * Return a Latin word without its ending, so that “collectors” is “collect”.
   * @param {string} word
   */
  function stem(word) {
    var bare = word.replace(/['’].*$/, "").replace(/ies$/, "y");
    for (var round = 0; round < 2; round++) {
      var shorter = bare.replace(ENDINGS, "");
      if (shorter.length < (round ? 4 : 3) || shorter === bare) break;
      bare = shorter;
    }
    return bare.length > 3 ? bare.replace(/([^aeiou])\1$/, "$1").replace(/[iy]$/, "") : bare;
  }

  /**
   * Return the runs of a folded text, in order.
   * @param {string} folded
   */
  function runs(folded) {
    /** @type {Run[]} */
    var found = [];
    RUNS.lastIndex = 0;
    for (var match = RUNS.exec(folded); match; match = RUNS.exec(folded)) {
      var kind = match[1] ? "han" : match[2] ? "digits" : "word";
      found.push({ kind: kind, text: match[0], at: match.index });
    }
    return found;
  }

  /**
   * Call `each` with every word of a folded text by which an index finds it, and `alone` with each Han character.
   * @param {string} folded
   * @param {(term: string) => void} each
   * @param {(code: number) => void} alone
   */
  function terms(folded, each, alone) {
    (folded.match(PIECES) || []).forEach(function (piece) {
      var code = piece.charCodeAt(0);
      if (code >= HAN || code === ZERO) {
        for (var at = 0; at < piece.length; at++) {
          alone(piece.charCodeAt(at));
          if (at + 1 < piece.length) each(piece.substr(at, 2));
        }
        if (piece.length === 1) each(piece);
      } else if (code >= LETTERS) {
        var known = stems.get(piece);
        if (known === undefined) stems.set(piece, (known = stem(piece)));
        each(known);
      } else {
        each(piece);
      }
    });
  }

  /**
   * Tell, for each character of a folded text, whether it is one of a question and not of what is asked.
   * @param {string} folded
   */
  function light(folded) {
    var marks = new Array(folded.length).fill(false);
    folded.replace(LIGHT, function (found, at) {
      marks.fill(true, at, at + found.length);
      return found;
    });
    runs(folded).forEach(function (run) {
      if (run.kind === "word" && STOP.has(run.text)) marks.fill(true, run.at, run.at + run.text.length);
    });
    return marks;
  }

  /**
   * Tell, for each character of a folded text, whether it is one of those that say little.
   * @param {string} folded
   */
  function soft(folded) {
    var marks = new Array(folded.length).fill(false);
    folded.replace(SOFT, function (found, at) {
      marks.fill(true, at, at + found.length);
      return found;
    });
    return marks;
  }

  return { light: light, soft: soft, runs: runs, stem: stem, terms: terms };
})();
