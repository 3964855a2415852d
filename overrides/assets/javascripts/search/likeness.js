// How alike a query and one phrase are: words that stand together in a heading or a search word say more than the same
// words spread over several.
var likeness = (function () {
  var BALANCE = 0.5;
  /** @type {Map<string, Set<string>>} */
  var split = new Map();
  /** @type {WeakMap<Asked, Map<string, number>>} */
  var ways = new WeakMap();
  /** @type {WeakMap<Asked, Map<string, number>>} */
  var answers = new WeakMap();

  /**
   * Return how alike a query and the phrase of an item that is most like it are, from 0 to 1.
   * @param {Asked} asked
   * @param {string[]} phrases folded
   */
  function most(asked, phrases) {
    /** @type {Map<string, number>} */
    var known = answers.get(asked) || new Map();
    answers.set(asked, known);
    return phrases.reduce(function (best, phrase) {
      var alike = known.get(phrase);
      if (alike === undefined) known.set(phrase, (alike = of(asked, phrase)));
      return Math.max(best, alike);
    }, 0);
  }

  /**
   * @param {Asked} asked
   * @param {string} phrase
   */
  function of(asked, phrase) {
    var sought = waysOf(asked);
    var places = 0;
    var met = 0;
    var terms = termsOf(phrase);
    terms.forEach(function (term) {
      var found = sought.get(term);
      if (!found) return;
      places |= found;
      met += 1;
    });
    if (!met) return 0;
    var asks = ranking.share(asked, places) / (asked.whole || 1);
    var says = met / terms.size;
    return (asks * says * (1 + BALANCE)) / (asks * BALANCE + says || 1);
  }

  /**
   * Return the places of a query by each term that may be meant by them: thousands of phrases are compared with it.
   * @param {Asked} asked
   */
  function waysOf(asked) {
    var known = ways.get(asked);
    if (known) return known;
    /** @type {Map<string, number>} */
    var found = new Map();
    asked.terms.forEach(function (term) {
      term.ways.forEach(function (way) {
        found.set(way[0], (found.get(way[0]) || 0) | term.places);
      });
    });
    ways.set(asked, found);
    return found;
  }

  /** @param {string} phrase */
  function termsOf(phrase) {
    var known = split.get(phrase);
    if (known) return known;
    /** @type {Set<string>} */
    var found = new Set();
    words.terms(phrase, found.add.bind(found), Boolean);
    split.set(phrase, found);
    return found;
  }

  return { most: most };
})();
