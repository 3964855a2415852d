// Texts as they are compared: full-width signs, capitals and scripts make no difference.
/**
 * @typedef {object} Folding
 * @property {(text: string) => string} fold
 * @property {(pairs: string) => void} learn
 */
/** @type {Folding} */
var folding = (function () {
  // Whatever is neither ASCII nor common Han, such as full-width digits.
  var RARE = /[^\0-~\u3001\u3002\u4e00-\u9fff]/g;
  var traditional = /(?!)/g;
  /** @type {Map<string, string>} */
  var simplified = new Map();

  /**
   * Learn Traditional characters, each followed by its Simplified form.
   * @param {string} pairs
   */
  function learn(pairs) {
    for (var at = 0; at + 1 < pairs.length; at += 2) simplified.set(pairs[at], pairs[at + 1]);
    traditional = simplified.size ? new RegExp("[" + Array.from(simplified.keys()).join("") + "]", "g") : traditional;
  }

  /**
   * Return a text in one form, character by character: the result is as long as the text.
   * @param {string} text
   */
  function fold(text) {
    return text.replace(RARE, normal).replace(/[A-Z]+/g, low).replace(traditional, simple);
  }

  /** @param {string} character */
  function normal(character) {
    var one = character.normalize("NFKC").toLowerCase();
    return one.length === 1 ? one : character;
  }

  /** @param {string} letters */
  function low(letters) {
    return letters.toLowerCase();
  }

  /** @param {string} character */
  function simple(character) {
    return simplified.get(character) || character;
  }

  return { fold: fold, learn: learn };
})();
