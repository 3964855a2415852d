// What kind of answer a query wishes for: what a word means, or a letter to copy.
var wishes = (function () {
  var ALIKE = 0.55;
  var MORE = 1.7;

  /**
   * Return the item of the word whose meaning a query asks for; undefined if it asks for none that is explained.
   * @param {Asked} asked
   * @param {Library} shelf
   */
  function word(asked, shelf) {
    var named = shelf.vocabulary.language.meanings.reduce(function (found, pattern) {
      return found || (pattern.exec(asked.text) || [])[1] || "";
    }, "");
    if (!named) return undefined;
    var about = asking.ask(named, shelf.vocabulary);
    var most = ALIKE;
    /** @type {number | undefined} */
    var best;
    shelf.items.forEach(function (item, number) {
      if (item.kind !== "term") return;
      var alike = likeness.most(about, item.phrases);
      if (alike < most) return;
      most = alike;
      best = number;
    });
    return best;
  }

  /**
   * @param {Asked} asked
   * @param {Library} shelf
   */
  function letter(asked, shelf) {
    var language = shelf.vocabulary.language;
    return language.letters.test(asked.text.replace(language.noLetters, " "));
  }

  /**
   * Raise the hits of letters if a query wishes for one.
   * @param {Asked} asked
   * @param {Hit[]} hits
   * @param {Library} shelf
   */
  function raise(asked, hits, shelf) {
    if (!letter(asked, shelf)) return hits;
    return hits.map(function (hit) {
      var score = hit.score * (/^letters\/./.test(shelf.items[hit.item].address) ? MORE : 1);
      return { item: hit.item, score: score, covered: hit.covered };
    });
  }

  return { letter: letter, raise: raise, word: word };
})();
