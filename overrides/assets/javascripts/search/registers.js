// What is typed by number or by an abbreviated name: phone numbers, and articles of laws.
var registers = (function () {
  /** @type {WeakMap<string[], string[]>} */
  var known = new WeakMap();

  /**
   * Return the numbers in the list of channels of those that were typed, mistyped ones too.
   * @param {string} text
   * @param {Entries} rows
   */
  function typedNumbers(text, rows) {
    /** @type {{row: number, number: string, exact: boolean}[]} */
    var found = [];
    (text.match(/\d{3,}/g) || []).forEach(function (typed) {
      ["same", "near"].some(function (way) {
        rows.channels.forEach(function (row, number) {
          var match = row[2].split(" ").find(function (known) {
            var near = typed.length > 3 && known.length > 3 && spelling.near(typed, known, 1);
            // With or without the code of its city.
            var same = known === typed || (typed.length > 4 && known.endsWith(typed));
            return known && (way === "same" ? same : near);
          });
          if (match) found.push({ row: number, number: match, exact: way === "same" });
        });
        return found.length > 0;
      });
    });
    return found;
  }

  /**
   * Return the laws that are named in a query, with the article if one follows.
   * @param {string} text
   * @param {Entries} rows
   */
  function typedLaws(text, rows) {
    /** @type {{row: number, article: string, whole: number}[]} */
    var found = [];
    var bare = text.replace(/[《》〈〉\s]/g, "");
    var typed = bare.match(/[\u4e00-\u9fff]{2,}/g) || [];
    var article = (text.match(/(\d+(?:-\d+)?)条/) || text.match(/(?:^|\D)(\d{1,4}(?:-\d+)?)\s*$/) || [])[1] || "";
    rows.laws.forEach(function (row, number) {
      var names = foldedNames(row);
      var named = names.find(function (name) {
        return name.length > 2 && (/[\u3400-\u9fff]/.test(name) ? bare.includes(name.replace(/\s/g, "")) : spaced(text).includes(spaced(name)));
      });
      var short = !named && article && typed.some(function (word) {
        return abbreviates(word.replace(/(?:第|条)+$/, ""), names[0]);
      });
      if (named || short) {
        var has = includes(row[4] || "", article);
        found.push({ row: number, article: has ? article : "", whole: (named || names[0]).length / bare.length });
      }
    });
    return found;
  }

  /**
   * Tell whether numbers with spaces between, or spans such as 3~9, include one.
   * @param {string} spans
   * @param {string} article
   */
  function includes(spans, article) {
    return spans.split(" ").some(function (span) {
      var ends = span.split("~");
      return span === article || (ends.length > 1 && +article >= +ends[0] && +article <= +ends[1]);
    });
  }

  /** @param {string[]} row */
  function foldedNames(row) {
    var names = known.get(row);
    if (!names) {
      names = [row[1], row[2]].map(function (name) {
        return folding.fold(name).replace(/[《》〈〉]/g, "");
      });
      known.set(row, names);
    }
    return names;
  }

  /** @param {string} text */
  function spaced(text) {
    return " " + text.replace(/[^a-z0-9]+/g, " ").trim() + " ";
  }

  /**
   * Tell whether a word is a name with characters left out: 个保法 for 个人信息保护法.
   * @param {string} word
   * @param {string} name
   */
  function abbreviates(word, name) {
    if (word.length < 2 || word[0] !== name[0] || word[word.length - 1] !== name[name.length - 1]) return false;
    var at = -1;
    return Array.from(word).every(function (character) {
      at = name.indexOf(character, at + 1);
      return at >= 0;
    });
  }

  /**
   * Return how a language writes the number of an article.
   * @param {string} article
   * @param {string} pattern
   */
  function articleName(article, pattern) {
    var parts = article.split("-");
    var inserted = parts[1] ? (pattern.includes("{chinese}") ? "之" + numbers.chinese(+parts[1]) : "-" + parts[1]) : "";
    return pattern.replace("{number}", parts[0] + inserted).replace("{chinese}条", numbers.chinese(+parts[0]) + "条" + inserted).replace("{chinese}條", numbers.chinese(+parts[0]) + "條" + inserted);
  }

  return { articleName: articleName, typedLaws: typedLaws, typedNumbers: typedNumbers };
})();
