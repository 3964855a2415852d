// Which row has which word, and how much it counts there.
/**
 * What can be found: a page, a section of it (`page` is the number of its page), or an entry of a register.
 * @typedef {object} Item
 * @property {string} kind
 * @property {number} page
 * @property {string} address
 * @property {string} title
 * @property {string} section
 * @property {string} sectionAddress
 * @property {string} sentence
 * @property {number} prior
 */
/**
 * @typedef {object} Postings
 * @property {(item: number, text: string, weight: number) => void} add
 * @property {(term: string) => number[]} of
 * @property {(term: string) => boolean} has
 * @property {(term: string) => number} rarity
 * @property {() => string[]} terms
 */
var postings = (function () {
  var TYPICAL = 14;
  var LENGTH = 0.4;

  /**
   * Return an empty index; `of` gives pairs of item and weight in a row.
   * @returns {Postings}
   */
  function empty() {
    /** @type {Map<string, number[]>} */
    var lists = new Map();
    var size = 0;

    /** @type {Postings["add"]} */
    function add(item, text, weight) {
      size = Math.max(size, item + 1);
      var share = weight / (1 - LENGTH + (LENGTH * text.length) / TYPICAL);
      words.terms(numbers.unified(folding.fold(text)), function (term) {
        var list = lists.get(term);
        if (!list) lists.set(term, (list = []));
        if (list[list.length - 2] === item) list[list.length - 1] += share;
        else list.push(item, share);
      });
    }

    /** @param {string} term */
    function of(term) {
      return lists.get(term) || [];
    }

    /** @param {string} term */
    function rarity(term) {
      var count = of(term).length / 2;
      return Math.log(1 + (size - count + 0.5) / (count + 0.5));
    }

    return {
      add: add,
      of: of,
      has: lists.has.bind(lists),
      rarity: rarity,
      terms: function () {
        return Array.from(lists.keys());
      },
    };
  }

  return { empty: empty };
})();
