// The whole text of sections, for queries that no title answers.
/**
 * The text of each item that is a page or a section, as it is shown and as it is compared.
 * @typedef {{shown: string[], folded: string[]}} Whole
 */
var texts = (function () {
  var HALF = 1.2;
  var LENGTH = 0.3;
  var TYPICAL = 200;
  var BASE = 0.25;
  var BETTER = 1.5;
  // No looking behind: Safari before 16.4 would not read the script at all.
  var SENTENCES = /[^\n。！？]+?(?:[。！？]+”?|[.!?](?= )|(?=\n)|$)/g;

  /**
   * Return how well the text of each section answers a query, by number of the item.
   * @param {Asked} asked
   * @param {Whole} whole
   * @param {Library} library
   * @returns {Map<number, number>}
   */
  function hits(asked, whole, library) {
    var all = whole.folded;
    var scores = new Float64Array(all.length);
    var covers = new Int32Array(all.length);
    terms(asked, library).forEach(function (term) {
      var found = all.map(function (text) {
        return count(text, term.text);
      });
      var number = found.filter(Boolean).length;
      var rarity = Math.log(1 + (all.length - number + 0.5) / (number + 0.5));
      found.forEach(function (times, item) {
        if (!times) return;
        var long = 1 - LENGTH + (LENGTH * all[item].length) / TYPICAL;
        scores[item] += (term.share * rarity * times) / (HALF * long + times);
        covers[item] |= term.places;
      });
    });
    var everything = asked.whole || 1;
    /** @type {Map<number, number>} */
    var found = new Map();
    scores.forEach(function (score, item) {
      if (score) found.set(item, score * (BASE + ranking.share(asked, covers[item]) / everything));
    });
    return found;
  }

  /**
   * @param {string} text
   * @param {string} word
   */
  function count(text, word) {
    var times = 0;
    for (var at = text.indexOf(word); at >= 0 && times < 5; at = text.indexOf(word, at + word.length)) times++;
    return times;
  }

  /**
   * Return what to look for: the terms of the query, and those that no title has.
   * @param {Asked} asked
   * @param {Library} library
   */
  function terms(asked, library) {
    var list = asked.terms.flatMap(function (term) {
      return term.ways.slice(0, 3).map(function (way) {
        return { text: way[0], places: term.places, share: (way[1] * term.weight) / library.index.rarity(way[0]) };
      });
    });
    asked.places.forEach(function (place, number) {
      var next = asked.places[number + 1];
      var strong = place.weight > 1;
      if (/[a-z0-9]/.test(place.text)) {
        if (!place.known && strong) list.push({ text: words.stem(place.text), places: 1 << number, share: 1 });
      } else if (next && next.at === place.at + 1 && strong && next.weight > 1) {
        var pair = place.text + next.text;
        if (!library.index.has(pair)) list.push({ text: pair, places: 3 << number, share: 1 });
      }
    });
    return list;
  }

  /**
   * Return the texts of pages: of each, what stands before its first section, then its sections.
   * @param {string[][]} pages
   * @returns {Whole}
   */
  function of(pages) {
    var shown = pages.flat();
    return { shown: shown, folded: shown.map(folding.fold) };
  }

  /**
   * Return the sentence of an item that has most of a query; of two the first, which is mostly the answer.
   * @param {number} item
   * @param {Asked} asked
   * @param {Whole} whole
   */
  function sentence(item, asked, whole) {
    var best = "";
    var most = -1;
    ((whole.shown[item] || "").match(SENTENCES) || []).forEach(function (text) {
      var folded = folding.fold(text);
      var weight = asked.terms.reduce(function (sum, term) {
        return folded.includes(term.ways[0][0]) ? sum + term.weight : sum;
      }, 0);
      if (text.trim() && weight > most * (most > 0 ? BETTER : 1)) {
        best = text.trim();
        most = weight;
      }
    });
    return best;
  }

  return { hits: hits, of: of, sentence: sentence };
})();
