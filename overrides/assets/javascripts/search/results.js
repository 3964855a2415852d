// What readers get to see of hits: pages with their best section, and the words to mark.
/**
 * @typedef {object} Result
 * @property {string} kind
 * @property {string} title
 * @property {string} address
 * @property {string} section
 * @property {string} sectionAddress
 * @property {string} sentence
 * @property {string[]} marks
 */
var results = (function () {
  var MOST = 10;
  var NEARLY = 1;
  var MIX = 0.3;
  var FIRST = 1.2;
  var COPY = 1.6;

  /**
   * Return the hits that are the best of their page, the best first.
   * @param {Hit[]} hits
   * @param {Item[]} items
   */
  function best(hits, items) {
    var sorted = hits.slice().sort(function (one, other) {
      return other.score - one.score || one.item - other.item;
    });
    /** @type {Set<string>} */
    var taken = new Set();
    return sorted.filter(function (hit) {
      var address = items[hit.item].address;
      if (taken.has(address)) return false;
      taken.add(address);
      return true;
    });
  }

  /**
   * Return the section to name where a page was found: the one that says most of the query itself, or, where the page's
   * title says more of it, the first, in which a page says what to do.
   * @param {Hit} hit
   * @param {Map<number, number>} scores
   * @param {Asked} asked
   * @param {Library} shelf
   * @param {boolean} copied whether a letter to copy is wished for
   */
  function inside(hit, scores, asked, shelf, copied) {
    var item = shelf.items[hit.item];
    var below = item.page < 0 ? [] : shelf.sections[item.page];
    if (!below.length || (item.section && shelf.said.get(asking.bare(asked.text)) === hit.item)) return item;
    var page = below[0] - 1;
    var best = below[0];
    var first = copied && /^letters\/./.test(item.address) ? COPY : FIRST;
    var most = ranking.own(asked, page, shelf) * NEARLY;
    below.forEach(function (number) {
      var score = (ranking.own(asked, number, shelf) + MIX * (scores.get(number) || 0)) * (number === below[0] ? first : 1);
      if (score < most) return;
      most = score;
      best = number;
    });
    return shelf.items[best];
  }

  /**
   * Return hits as results, one a page.
   * @param {Hit[]} hits
   * @param {Asked} asked
   * @param {Library} shelf
   * @param {Whole | null} whole
   * @returns {Result[]}
   */
  function shown(hits, asked, shelf, whole) {
    /** @type {Map<number, number>} */
    var scores = new Map();
    hits.forEach(function (hit) {
      scores.set(hit.item, hit.score);
    });
    var copied = wishes.letter(asked, shelf);
    return best(hits, shelf.items).slice(0, MOST).map(function (hit) {
      var item = shelf.items[hit.item];
      var part = inside(hit, scores, asked, shelf, copied);
      var sentence = whole && item.page >= 0 ? texts.sentence(shelf.items.indexOf(part), asked, whole) : item.sentence;
      return {
        kind: item.kind,
        title: item.title,
        address: item.address,
        section: part.section,
        sectionAddress: part.sectionAddress,
        sentence: sentence,
        marks: marks(item.title + "\n" + part.section + "\n" + sentence, asked),
      };
    });
  }

  /**
   * Return the words of a text that the query was found by, as they are written there.
   * @param {string} text
   * @param {Asked} asked
   */
  function marks(text, asked) {
    var folded = folding.fold(text);
    var marked = new Array(text.length).fill(false);
    /** @type {Set<string>} */
    var stems = new Set();
    asked.terms.forEach(function (term) {
      term.ways.forEach(function (way) {
        if (!/[\u3400-\u9fff]/.test(way[0])) stems.add(way[0]);
        else if (way[0].length > 1 || asked.places.length === 1) mark(folded, way[0], marked);
      });
    });
    words.runs(folded).forEach(function (run) {
      if (run.kind !== "han" && stems.has(run.kind === "word" ? words.stem(run.text) : run.text)) {
        marked.fill(true, run.at, run.at + run.text.length);
      }
    });
    /** @type {Set<string>} */
    var found = new Set();
    for (var at = 0; at < text.length; at++) {
      if (!marked[at]) continue;
      for (var end = at; marked[end]; ) end++;
      found.add(text.slice(at, end));
      at = end;
    }
    return Array.from(found);
  }

  /**
   * @param {string} text
   * @param {string} word
   * @param {boolean[]} marked
   */
  function mark(text, word, marked) {
    for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) marked.fill(true, at, at + word.length);
  }

  return { shown: shown };
})();
