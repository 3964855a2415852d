// Words that the handbook does not use, and its own for them.
/** @typedef {{at: number, end: number, words: string[]}} Other */
var others = (function () {
  /** @type {WeakMap<string[], (text: string) => Other[]>} */
  var finders = new WeakMap();

  /**
   * Return the words of a folded query that the handbook has others for.
   * @param {string} text
   * @param {Language} language
   * @returns {Other[]}
   */
  function within(text, language) {
    var finder = finders.get(language.others);
    if (!finder) finders.set(language.others, (finder = learn(language.others)));
    return finder(text);
  }

  /**
   * Fold the words as queries are: the rows of a language must have been read.
   * @param {string[]} lines
   */
  function learn(lines) {
    /** @type {Map<string, string[]>} */
    var known = new Map();
    lines.forEach(function (line) {
      var names = line.split(line.includes(",") ? ", " : " ").map(folding.fold);
      names.slice(1).forEach(function (name) {
        if (name !== names[0]) known.set(name, (known.get(name) || []).concat(names[0]));
      });
    });
    var longest = Array.from(known.keys()).sort(function (one, other) {
      return other.length - one.length;
    });
    var pattern = longest.length ? new RegExp(longest.map(bounded).join("|"), "g") : /(?!)/g;
    return function (/** @type {string} */ text) {
      /** @type {Other[]} */
      var found = [];
      text.replace(pattern, function (name, at) {
        found.push({ at: at, end: at + name.length, words: known.get(name) || [] });
        return name;
      });
      return found;
    };
  }

  /** @param {string} name */
  function bounded(name) {
    return /^[a-z]/.test(name) ? "\\b" + name + "\\b" : name;
  }

  return { within: within };
})();
