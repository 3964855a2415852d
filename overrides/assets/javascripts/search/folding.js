// Texts as they are compared: full-width signs, capitals and scripts make no difference.
/**
 * @typedef {object} Folding
 * @property {(text: string) => string} fold
 * @property {(pairs: string) => void} learn
 */
/** @type {Folding} */
var folding = (function () {
  /** @type {Map<string, string>} */
  var simplified = new Map();

  /**
   * Learn Traditional characters, each followed by its Simplified form.
   * @param {string} pairs
   */
  function learn(pairs) {
    for (var at = 0; at + 1 < pairs.length; at += 2) simplified.set(pairs[at], pairs[at + 1]);
  }

  /**
   * Return a text in one form, character by character: the result is as long as the text.
   * @param {string} text
   */
  function fold(text) {
    var made = "";
    for (var at = 0; at < text.length; at++) {
      var one = text[at];
      // Signs of ASCII and common Han are what most texts are made of, and need no normalising.
      if (one > "~" && !(one >= "\u4e00" && one <= "\u9fff")) {
        var normal = one.normalize("NFKC");
        one = normal.length === 1 ? normal : one;
      }
      var low = one.toLowerCase();
      made += simplified.get(one) || (low.length === 1 ? low : one);
    }
    return made;
  }

  return { fold: fold, learn: learn };
})();
