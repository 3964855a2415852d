// Which row has which word, and how much it counts there.
/**
 * What can be found: a page, a section of it (`page` is the number of its page), or an entry (`row` of its register).
 * @typedef {object} Item
 * @property {string} kind
 * @property {number} page
 * @property {number} row
 * @property {string} address
 * @property {string} title
 * @property {string} section
 * @property {string} sectionAddress
 * @property {string} sentence
 * @property {number} prior
 * @property {string[]} phrases folded: its title or heading, and each of its search words
 */
/**
 * @typedef {object} Postings
 * @property {(item: number, text: string, weight: number, before?: string) => void} add what is `before` it in an item is known already
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
    // Of single characters it is counted in how many items they are; which ones follows from the pairs, if need be.
    var counts = new Uint16Array(0x10000);
    var latest = new Int32Array(0x10000).fill(-1);
    /** @type {Map<string, string[]> | undefined} */
    var pairs;
    /** @type {Map<string, number[]>} */
    var singles = new Map();

    /** @type {Postings["add"]} */
    function add(item, text, weight, before) {
      var known = before ? folding.fold(before) : "";
      size = Math.max(size, item + 1);
      pairs = undefined;
      singles.clear();
      numbers.unified(folding.fold(text)).split(",").forEach(function (part) {
        var share = weight / (1 - LENGTH + (LENGTH * part.length) / TYPICAL);
        words.terms(
          part,
          function (term) {
            var list = lists.get(term);
            if (!list) lists.set(term, (list = []));
            var at = before ? placeIn(list, item) : list.length - 2;
            if (list[at] === item) list[at + 1] += share;
            else list.push(item, share);
          },
          function (code) {
            if (latest[code] !== item && !(known && known.includes(String.fromCharCode(code)))) counts[code]++;
            latest[code] = item;
          },
        );
      });
    }

    /** @param {string} term */
    function of(term) {
      var list = lists.get(term) || singles.get(term);
      if (list || !counts[term.charCodeAt(0)] || term.length > 1) return list || [];
      list = withCharacter(term);
      singles.set(term, list);
      return list;
    }

    /** @param {string} character */
    function withCharacter(character) {
      if (!pairs) pairs = byCharacter();
      /** @type {Map<number, number>} */
      var found = new Map();
      (pairs.get(character) || []).forEach(function (pair) {
        var list = lists.get(pair) || [];
        for (var at = 0; at < list.length; at += 2) {
          found.set(list[at], Math.max(found.get(list[at]) || 0, list[at + 1]));
        }
      });
      return Array.from(found).flat();
    }

    function byCharacter() {
      /** @type {Map<string, string[]>} */
      var found = new Map();
      lists.forEach(function (_, term) {
        if (term.length !== 2 || term < "\u3400") return;
        Array.from(term).forEach(function (character) {
          var known = found.get(character);
          if (known) known.push(term);
          else found.set(character, [term]);
        });
      });
      return found;
    }

    /** @param {string} term */
    function count(term) {
      return (term.length === 1 && counts[term.charCodeAt(0)]) || (lists.get(term) || []).length / 2;
    }

    return {
      add: add,
      of: of,
      has: function (term) {
        return count(term) > 0;
      },
      rarity: function (term) {
        return Math.log(1 + (size - count(term) + 0.5) / (count(term) + 0.5));
      },
      terms: function () {
        return Array.from(lists.keys());
      },
    };
  }

  /**
   * @param {number[]} list
   * @param {number} item
   */
  function placeIn(list, item) {
    for (var at = list.length - 2; at >= 0 && list[at] !== item; ) at -= 2;
    return at;
  }

  return { empty: empty };
})();
