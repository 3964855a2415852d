// The whole text of sections, for queries that no title answers.
var texts = (function () {
  var HALF = 1.2;
  var LENGTH = 0.3;
  var TYPICAL = 200;
  var BASE = 0.25;

  /**
   * Return how well the text of each section answers a query, by number of the item.
   * @param {Asked} asked
   * @param {string[][]} pages the texts of each page: what stands before its first section, then its sections
   * @param {Library} library
   * @returns {Map<number, number>}
   */
  function hits(asked, pages, library) {
    var all = pages.flat();
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
    var whole = ranking.share(asked, -1) || 1;
    /** @type {Map<number, number>} */
    var found = new Map();
    scores.forEach(function (score, item) {
      if (score) found.set(item, score * (BASE + ranking.share(asked, covers[item]) / whole));
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

  return { hits: hits };
})();
