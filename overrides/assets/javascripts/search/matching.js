// Which texts of a page have what a query asks for: read as search reads them, but all of it must be there.
var matching = (function () {
  /**
   * Return a function that tells whether a text has all words of a query; words of a question do not count.
   * @param {string} query
   * @returns {(text: string) => boolean}
   */
  function matcher(query) {
    /** @type {RegExp[]} */
    var articles = [];
    var folded = read(query).replace(/\d+条/g, function (article) {
      articles.push(new RegExp("(?:^|[^\\d-])" + article));
      return " ";
    });
    var light = words.light(folded);
    /** @type {Run[]} */
    var wanted = [];
    words.runs(folded).forEach(function (run) {
      wanted = wanted.concat(pieces(run, light));
    });
    var whole = folded.trim();
    return function (text) {
      var there = read(text);
      var named = articles.every(function (article) {
        return article.test(there);
      });
      if (!named || !wanted.length) return named && there.includes(whole);
      /** @type {Set<string> | undefined} */
      var stems;
      return wanted.every(function (piece) {
        if (there.includes(piece.text)) return true;
        if (piece.kind === "han") return nearly(piece.text, there);
        if (piece.kind === "digits") return false;
        stems = stems || stemsOf(there);
        return stems.has(words.stem(piece.text));
      });
    };
  }

  /** @param {string} text */
  function read(text) {
    return numbers.unified(folding.fold(text));
  }

  /**
   * Return the parts of a run that are not words of a question.
   * @param {Run} run
   * @param {boolean[]} light
   */
  function pieces(run, light) {
    /** @type {Run[]} */
    var found = [];
    for (var at = 0; at < run.text.length; at++) {
      if (light[run.at + at]) continue;
      for (var end = at; end < run.text.length && !light[run.at + end]; ) end++;
      found.push({ kind: run.kind, text: run.text.slice(at, end), at: run.at + at });
      at = end;
    }
    return found;
  }

  /**
   * Tell whether a text has most pairs of a long Chinese piece: words stand in another order there.
   * @param {string} piece
   * @param {string} text
   */
  function nearly(piece, text) {
    var pairs = piece.length - 1;
    var found = 0;
    for (var at = 0; at < pairs; at++) if (text.includes(piece.substr(at, 2))) found++;
    return piece.length > 2 && found * 2 >= pairs;
  }

  /** @param {string} text */
  function stemsOf(text) {
    /** @type {Set<string>} */
    var stems = new Set();
    words.runs(text).forEach(function (run) {
      if (run.kind === "word") stems.add(words.stem(run.text));
    });
    return stems;
  }

  return { matcher: matcher };
})();
