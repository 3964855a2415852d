// What only one language needs: it comes after the first answer may have been given, and adds nothing until then.
/**
 * `others` are lines of words that mean the same, first the handbook's; `families` lines of words of which each may find
 * the others; `meanings` patterns of questions what a word means, with the word in brackets; `letters` what only who
 * wants a letter to copy says, once `noLetters` has been cut out.
 * @typedef {object} Language
 * @property {{ofPair: (pair: string) => string[], split: (letters: string) => string[] | null}} sounds
 * @property {string[]} others
 * @property {string[]} families
 * @property {RegExp[]} meanings
 * @property {RegExp} letters
 * @property {RegExp} noLetters
 */
var languages = (function () {
  /** @type {Record<string, Language>} */
  var known = {};

  /**
   * Return the name of the script that has what a language needs; "" if there is none.
   * @param {string} code
   */
  function script(code) {
    return /^zh/.test(code) ? "chinese" : /^en/.test(code) ? "english" : "";
  }

  /**
   * Return what a language needs, which is filled when its script has come.
   * @param {string} code
   * @returns {Language}
   */
  function of(code) {
    var name = script(code);
    if (!known[name]) {
      known[name] = {
        sounds: {
          ofPair: function () {
            return [];
          },
          split: function () {
            return null;
          },
        },
        others: [],
        families: [],
        meanings: [],
        letters: /(?!)/,
        noLetters: /(?!)/,
      };
    }
    return known[name];
  }

  /**
   * @param {string} code
   * @param {Partial<Language>} parts
   */
  function learn(code, parts) {
    Object.assign(of(code), parts);
  }

  return { learn: learn, of: of, script: script };
})();
