// The whole text of sections, for queries that no title answers.
/** @typedef {{terms: {text: string, places: number, weight: number}[], whole: number}} Sought */
var texts = (function () {
  /**
   * Return the share of a query that each section has in its text, by number of the item.
   * @param {Asked} asked
   * @param {string[][]} pages the texts of each page: what stands before its first section, then its sections
   * @param {Library} library
   * @returns {Map<number, number>}
   */
  function hits(asked, pages, library) {
    /** @type {Map<number, number>} */
    var found = new Map();
    var sought = terms(asked, library);
    var whole = ranking.share(asked, -1) || 1;
    var item = 0;
    pages.forEach(function (sections) {
      sections.forEach(function (text) {
        var places = 0;
        var sum = 0;
        sought.forEach(function (term) {
          if (!text.includes(term.text)) return;
          places |= term.places;
          sum += term.weight;
        });
        if (places) found.set(item, (ranking.share(asked, places) / whole) * Math.min(sum, 40));
        item++;
      });
    });
    return found;
  }

  /**
   * @param {Asked} asked
   * @param {Library} library
   */
  function terms(asked, library) {
    var list = asked.terms.flatMap(function (term) {
      return term.ways.slice(0, 3).map(function (way) {
        return { text: way[0], places: term.places, weight: term.weight * way[1] };
      });
    });
    asked.places.forEach(function (place, number) {
      var next = asked.places[number + 1];
      if (/[a-z0-9]/.test(place.text)) {
        if (!place.known) list.push({ text: words.stem(place.text), places: 1 << number, weight: place.weight });
      } else if (next && next.at === place.at + 1) {
        var pair = place.text + next.text;
        var weight = Math.min(place.weight, next.weight);
        if (!library.index.has(pair)) list.push({ text: pair, places: 3 << number, weight: weight });
      }
    });
    return list;
  }

  return { hits: hits };
})();
