// What answers a query best: how rare its words are, how much of it a row has, and what kind of row that is.
/** @typedef {{item: number, score: number, covered: number}} Hit */
var ranking = (function () {
  var HALF = 6;
  var PARENT = 0.34;
  var SIBLING = 0.08;
  var BASE = 0.2;
  // So many hits are looked at more closely.
  var CLOSER = 40;
  var ALIKE = 0.5;
  var INSIDE = 0.5;

  /**
   * Return the items with any word of a query, with their score and the share of the query that they have.
   * @param {Asked} asked
   * @param {Item[]} items
   * @param {Postings} index
   * @param {number[][]} sections the numbers of the items below each page
   * @returns {Hit[]}
   */
  function hits(asked, items, index, sections) {
    var scores = new Float64Array(items.length);
    var covers = new Int32Array(items.length);
    asked.terms.forEach(function (term) {
      weights(term, items, index, sections).forEach(function (weight, item) {
        if (!weight) return;
        scores[item] += (term.weight * weight) / (HALF + weight);
        covers[item] |= term.places;
      });
    });
    /** @type {Hit[]} */
    var all = [];
    items.forEach(function (item, number) {
      if (!covers[number]) return;
      var covered = asked.whole ? share(asked, covers[number]) / asked.whole : 0;
      all.push({ item: number, score: scores[number] * (BASE + covered) * item.prior, covered: covered });
    });
    return all.sort(better).map(function (hit, rank) {
      if (rank < CLOSER) hit.score *= 1 + ALIKE * likeness.most(asked, items[hit.item].phrases);
      return hit;
    });
  }

  /**
   * @param {Hit} one
   * @param {Hit} other
   */
  function better(one, other) {
    return other.score - one.score || one.item - other.item;
  }

  /**
   * Return the weight of a term in each item; a section has a part of what its page and the sections beside it have.
   * @param {Term} term
   * @param {Item[]} items
   * @param {Postings} index
   * @param {number[][]} sections
   */
  function weights(term, items, index, sections) {
    var found = new Float64Array(items.length);
    var above = new Float64Array(sections.length);
    var beside = new Float64Array(sections.length);
    /** @type {Map<number, number>} */
    var own = (term.own = new Map());
    term.ways.forEach(function (way) {
      var list = index.of(way[0]);
      for (var at = 0; at < list.length; at += 2) {
        var weight = list[at + 1] * way[1];
        var item = items[list[at]];
        if (weight > found[list[at]]) own.set(list[at], (found[list[at]] = weight));
        // A single character is in some section of nearly every page.
        if (item.page < 0 || (item.section && way[0].length < 2)) continue;
        var where = item.section ? beside : above;
        where[item.page] = Math.max(where[item.page], weight);
      }
    });
    sections.forEach(function (below, page) {
      var share = above[page] * PARENT + beside[page] * SIBLING;
      if (!share) return;
      below.forEach(function (item) {
        found[item] += share;
      });
    });
    return found;
  }

  /**
   * Return how well an item answers a query by itself, without the title of its page: among the sections of a page words
   * of a question tell one from another.
   * @param {Asked} asked
   * @param {number} item
   * @param {Library} shelf
   */
  function own(asked, item, shelf) {
    var places = 0;
    var sum = 0;
    asked.terms.forEach(function (term) {
      var weight = (term.own && term.own.get(item)) || 0;
      if (!weight) return;
      places |= term.places;
      sum += ((term.plain || term.weight) * weight) / (HALF + weight);
    });
    if (!places) return 0;
    sum *= 1 + INSIDE * likeness.most(asked, shelf.items[item].phrases);
    return sum * (BASE + share(asked, places) / (asked.whole || 1)) * shelf.items[item].prior;
  }

  /**
   * Return the weight of some places of a query.
   * @param {Asked} asked
   * @param {number} places
   */
  function share(asked, places) {
    return asked.places.reduce(function (sum, place, number) {
      return places & (1 << number) ? sum + place.weight : sum;
    }, 0);
  }

  return { hits: hits, own: own, share: share };
})();
