// How alike a query and one phrase are: words that stand together in a heading or a search word say more than the same
// words spread over several.
var likeness = (function () {
  var BALANCE = 0.5;
  /** @type {Map<string, string[]>} */
  var split = new Map();

  /**
   * Return how alike a query and the phrase of an item that is most like it are, from 0 to 1.
   * @param {Asked} asked
   * @param {string[]} phrases folded
   */
  function most(asked, phrases) {
    return phrases.reduce(function (best, phrase) {
      return Math.max(best, of(asked, phrase));
    }, 0);
  }

  /**
   * @param {Asked} asked
   * @param {string} phrase
   */
  function of(asked, phrase) {
    var terms = termsOf(phrase);
    var places = 0;
    /** @type {Set<string>} */
    var met = new Set();
    asked.terms.forEach(function (term) {
      var way = term.ways.find(function (each) {
        return terms.includes(each[0]);
      });
      if (!way) return;
      places |= term.places;
      met.add(way[0]);
    });
    if (!met.size) return 0;
    var asks = ranking.share(asked, places) / (asked.whole || 1);
    var says = met.size / terms.length;
    return (asks * says * (1 + BALANCE)) / (asks * BALANCE + says || 1);
  }

  /** @param {string} phrase */
  function termsOf(phrase) {
    var known = split.get(phrase);
    if (known) return known;
    /** @type {string[]} */
    var found = [];
    words.terms(phrase, found.push.bind(found), Boolean);
    split.set(phrase, found);
    return found;
  }

  return { most: most };
})();
