// A query taken apart: its places, each a character or a word, and the terms that may be meant by them.
/**
 * One way to find some places of a query: any of `ways`, each a term of the index with the share that it counts;
 * `plain` is what a word of a question would weigh if it were none, and `own` what a term weighs in each item, once that
 * has been looked up.
 * @typedef {{ways: [string, number][], places: number, weight: number, plain?: number, own?: Map<number, number>}} Term
 */
/**
 * A character or word of a query; `known` if the index has a term for it.
 * @typedef {{text: string, at: number, weight: number, known: boolean}} Place
 */
/** @typedef {{text: string, places: Place[], terms: Term[], whole: number}} Asked `whole` is the weight of all places */
/**
 * What a query needs to know of an index: sounds and misspelt words are worked out at their first use.
 * @typedef {object} Vocabulary
 * @property {Postings} index
 * @property {Language} language
 * @property {(sound: string) => string[]} sounding
 * @property {() => string[]} latin
 */
var asking = (function () {
  var MOST = 30;
  var LIGHT = 0.06;
  var SOFT = 0.4;
  var BESIDE = 0.6;
  var ALONE = 0.36;
  var UNKNOWN = 5.8;
  // Who tells such an age asks as a minor.
  var YOUNG = /(?:刚|才|只有)?\b1[0-7] ?(?:周?岁|years? old|y\/?o\b)|\b(?:i am|i['’]?m|aged?) (?:only )?1[0-7](?= |$|,|\.)/g;

  // Who tells a year that is long gone has an old debt, and readers ask about those in words.
  var YEAR = /((?:19|20)\d\d) ?年?(?=[^,.，。]{0,8}(?:借|欠|贷|债|逾期))|\b(?:from|in|since) ((?:19|20)\d\d)\b/g;
  var OLD = 3;
  var AGO = /(?:[三四五六七八九十]|十几|好几|好多|[3-9]|[1-9]\d) ?年(?:前|了)|\b(?:three|four|five|six|seven|eight|nine|ten|[3-9]|[1-9]\d) years (?:ago|old)\b/g;
  var DEBT = /借|欠|贷|债|loan|debt|borrow/;

  /**
   * Take a query apart.
   * @param {string} query
   * @param {Vocabulary} known
   * @returns {Asked}
   */
  function ask(query, known) {
    var text = numbers.unified(folding.fold(query.replace(/[\uff01-\uff5e\u3000]/g, width)));
    text = text.replace(YOUNG, function (age) {
      return /岁/.test(age) ? "未成年" : "minor under 18";
    });
    text = text.replace(YEAR, function (all, chinese, english) {
      if (new Date().getFullYear() - (chinese || english) < OLD) return all;
      return chinese ? "几年前" : "years ago";
    });
    if (DEBT.test(text)) {
      text = text.replace(AGO, function (ago) {
        return /年/.test(ago) ? "几年前" : "years ago";
      });
    }
    var marks = words.light(text);
    var soft = words.soft(text);
    var all = marks.some(function (mark, at) {
      return !mark && /[^\s\p{P}]/u.test(text[at]);
    });
    /** @type {Asked} */
    var asked = { text: text, places: [], terms: [], whole: 0 };
    var replaced = others.within(text, known.language);
    words.runs(text).forEach(function (run, number, runs) {
      if (asked.places.length >= MOST) return;
      var light = function (/** @type {number} */ at) {
        return !all ? 1 : marks[run.at + at] ? LIGHT : soft[run.at + at] ? SOFT : 1;
      };
      if (run.kind === "han") askHan(asked, run, light, known, replaced);
      else askWord(asked, run, light(0), number === runs.length - 1, known);
    });
    synonyms.askFamilies(asked, known);
    synonyms.askOthers(asked, replaced, known);
    asked.whole = ranking.share(asked, -1);
    return asked;
  }

  /**
   * Return a text without what stands around it and between its words.
   * @param {string} text
   */
  function bare(text) {
    return text.replace(/[^a-z0-9\u00c0-\u024f\u3400-\u9fff]+/g, " ").trim();
  }

  /** @param {string} sign */
  function width(sign) {
    return sign.normalize("NFKC");
  }

  /**
   * @param {Asked} asked
   * @param {Run} run
   * @param {(at: number) => number} light
   * @param {Vocabulary} known
   * @param {Other[]} replaced
   */
  function askHan(asked, run, light, known, replaced) {
    var index = known.index;
    var first = asked.places.length;
    var length = Math.min(run.text.length, MOST - first);
    for (var at = 0; at < length; at++) {
      var rarity = index.has(run.text[at]) ? index.rarity(run.text[at]) : UNKNOWN;
      asked.places.push({ text: run.text[at], at: run.at + at, weight: rarity * light(at), known: false });
    }
    for (at = 0; at + 1 < length; at++) {
      var pair = run.text.substr(at, 2);
      var places = 3 << (first + at);
      var share = light(at) === light(at + 1) ? light(at) : BESIDE;
      if (index.has(pair)) {
        asked.terms.push({ ways: [[pair, 1]], places: places, weight: index.rarity(pair) * share, plain: index.rarity(pair) });
        asked.places[first + at].known = asked.places[first + at + 1].known = true;
      }
    }
    for (at = 0; at + 1 < length; at++) {
      var here = asked.places[first + at];
      var next = asked.places[first + at + 1];
      if ((here.known && next.known) || light(at) + light(at + 1) < 2 || synonyms.otherwise(replaced, here.at)) continue;
      pair = run.text.substr(at, 2);
      if (!index.has(pair)) askSound(asked, known.language.sounds.ofPair(pair), 3 << (first + at), 0.7, known);
    }
    for (at = 0; at < length; at++) {
      var place = asked.places[first + at];
      if (index.has(place.text) && !(place.known && length > 1)) {
        asked.terms.push({ ways: [[place.text, 1]], places: 1 << (first + at), weight: place.weight * ALONE });
      }
    }
  }

  /**
   * @param {Asked} asked
   * @param {string[]} heard
   * @param {number} places
   * @param {number} share
   * @param {Vocabulary} known
   */
  function askSound(asked, heard, places, share, known) {
    /** @type {[string, number][]} */
    var ways = [];
    heard.forEach(function (sound) {
      known.sounding(sound).forEach(function (pair) {
        ways.push([pair, share]);
      });
    });
    if (!ways.length) return false;
    var weight = Math.max.apply(
      null,
      ways.map(function (way) {
        return known.index.rarity(way[0]);
      }),
    );
    asked.terms.push({ ways: ways, places: places, weight: weight });
    synonyms.know(asked, places);
    return true;
  }

  /**
   * @param {Asked} asked
   * @param {Run} run
   * @param {number} light
   * @param {boolean} last
   * @param {Vocabulary} known
   */
  function askWord(asked, run, light, last, known) {
    var term = run.kind === "word" ? words.stem(run.text) : run.text;
    var ways = waysOf(term, run, last, known);
    // The first letters of a word that is being typed say nothing yet.
    if (last && !ways.length && run.kind === "word" && run.text.length < 3) return;
    var syllables = !ways.length && run.kind === "word" ? known.language.sounds.split(run.text) : null;
    if (syllables && askSyllables(asked, run, syllables, known)) return;
    var weight = ways.length
      ? Math.min.apply(
          null,
          ways.map(function (way) {
            return known.index.rarity(way[0]);
          }),
        )
      : UNKNOWN;
    var place = { text: run.text, at: run.at, weight: weight * light, known: ways.length > 0 };
    if (ways.length) asked.terms.push({ ways: ways, places: 1 << asked.places.length, weight: place.weight });
    asked.places.push(place);
  }

  /**
   * @param {string} term
   * @param {Run} run
   * @param {boolean} last
   * @param {Vocabulary} known
   * @returns {[string, number][]}
   */
  function waysOf(term, run, last, known) {
    if (known.index.has(term)) return [[term, 1]];
    if (run.kind === "digits") return [];
    /** @type {[string, number][]} */
    var ways = [];
    if (last && run.text.length >= 3) {
      known.latin().forEach(function (word) {
        if (word.startsWith(run.text) || word.startsWith(term)) ways.push([word, 0.8]);
      });
    }
    if (!ways.length && term.length >= 4) {
      var most = term.length >= 8 ? 2 : 1;
      known.latin().forEach(function (word) {
        if (word.length >= 3 && spelling.near(term, word, most)) ways.push([word, 0.7]);
      });
    }
    return ways;
  }

  /**
   * @param {Asked} asked
   * @param {Run} run
   * @param {string[]} syllables
   * @param {Vocabulary} known
   */
  function askSyllables(asked, run, syllables, known) {
    // Syllables of words typed one by one belong together: a pair may begin in the word before.
    var last = asked.places[asked.places.length - 1];
    var first = asked.places.length;
    var at = run.at;
    syllables.slice(0, MOST - first).forEach(function (syllable) {
      asked.places.push({ text: syllable, at: at, weight: 4, known: false });
      at += syllable.length;
    });
    var start = last && /^[a-z]+$/.test(last.text) && known.language.sounds.split(last.text) ? first - 1 : first;
    for (var number = start; number + 1 < asked.places.length; number++) {
      var sound = asked.places[number].text + " " + asked.places[number + 1].text;
      askSound(asked, [sound], 3 << number, 0.9, known);
    }
    return true;
  }

  return { ask: ask, bare: bare };
})();
