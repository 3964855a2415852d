// Answers queries of one language; nothing of a query leaves the page.
/**
 * @typedef {object} Answer
 * @property {string[]} crisis
 * @property {{name: string, number: string, address: string, dial: string}[]} calls
 * @property {Result[]} results
 * @property {boolean} nothing
 * @property {string[]} unknown
 * @property {boolean} last whether no better answer to the query follows
 * @property {boolean} whole whether the whole text was asked for
 */
/**
 * `query` answers in up to three steps: from the first rows if the rest has not come yet, from all rows, and with the
 * whole text if the rows say too little. `complete` is told when the rest has come, or null if it does not come.
 * @typedef {object} Engine
 * @property {(text: string, done: (answer: Answer) => void) => void} query
 * @property {(more: More | null) => void} complete
 */
/** @typedef {(ready: (whole: Whole | null) => void) => void} LoadTexts */
var engine = (function () {
  var LONGEST = 400;
  var WEAK_UNKNOWN = 0.6;
  var WEAK_COVERED = 0.5;
  // Where no title has so much of a query, the results are said to be the nearest only.
  var LEAST_COVERED = 0.35;
  // Among so many of the best.
  var SURE = 10;
  var TEXT = 0.4;
  // Chinese characters or Latin words beside a number.
  var ABOUT = 3;
  var PAUSE = 20;
  // So long an answer waits for the rest of the rows: what changes within a moment is shown once.
  var PATIENCE = 150;

  /**
   * Return the engine for the rows of a language; `load` brings the whole text once, when a query needs it.
   * @param {Rows} rows
   * @param {Language} language
   * @param {LoadTexts} load
   * @returns {Engine}
   */
  function of(rows, language, load) {
    var shelf = library.of(rows, language);
    var last = 0;
    var complete = false;
    /** @type {() => void} */
    var waiting = function () {};
    /** @type {Whole | null} */
    var whole = null;

    /**
     * @param {number} number
     * @param {string} text
     * @param {(answer: Answer) => void} done
     */
    function respond(number, text, done) {
      if (number !== last) return;
      var asked = asking.ask(text.slice(0, LONGEST), shelf.vocabulary);
      var found = ranking.hits(asked, shelf.items, shelf.index, shelf.sections);
      var hits = withSaid(asked, wishes.raise(asked, found, shelf), shelf);
      var needed = complete && weak(asked, hits);
      done(answer(asked, hits, shelf, whole, complete && !needed, needed));
      if (!needed) return;
      load(function (loaded) {
        if (number !== last) return;
        whole = loaded;
        done(answer(asked, loaded ? withTexts(asked, hits, loaded, shelf) : hits, shelf, whole, true, true));
      });
    }

    return {
      query: function (text, done) {
        var work = respond.bind(null, ++last, text, done);
        waiting = work;
        if (complete) work();
        else {
          setTimeout(function () {
            if (!complete) work();
          }, PATIENCE);
        }
      },
      complete: function (more) {
        if (more) library.extend(shelf, more);
        complete = true;
        waiting();
        warm(shelf);
      },
    };
  }

  /**
   * Work out, piece by piece, what only some queries need, while nobody has typed yet.
   * @param {Library} shelf
   */
  function warm(shelf) {
    [
      function () {
        crisis.kinds("a");
      },
      function () {
        shelf.vocabulary.sounding("");
      },
      function () {
        shelf.index.of("催");
        shelf.vocabulary.latin();
      },
      function () {
        var asked = asking.ask("催收 collection", shelf.vocabulary);
        answer(asked, ranking.hits(asked, shelf.items, shelf.index, shelf.sections), shelf, null, true, false);
      },
    ].forEach(function (work, number) {
      setTimeout(work, number * PAUSE);
    });
  }

  /**
   * Put first what an author has given just these words, or the word whose meaning is asked for.
   * @param {Asked} asked
   * @param {Hit[]} hits
   * @param {Library} shelf
   */
  function withSaid(asked, hits, shelf) {
    var item = shelf.said.get(asking.bare(asked.text));
    if (item === undefined) item = wishes.word(asked, shelf);
    if (item === undefined) return hits;
    var most = hits.reduce(function (sum, hit) {
      return Math.max(sum, hit.score);
    }, 0);
    return hits
      .filter(function (hit) {
        return hit.item !== item;
      })
      .concat({ item: item, score: most + 1, covered: 1 });
  }

  /**
   * Return the most of a query, from 0 to 1, that one hit or its page has in whole words as they were typed.
   * @param {Asked} asked
   * @param {Hit[]} hits
   * @param {Library} shelf
   */
  function covered(asked, hits, shelf) {
    var sure = asked.terms.filter(function (term) {
      return term.own && term.ways[0][1] === 1 && (term.ways[0][0].length > 1 || asked.places.length === 1);
    });
    return hits.slice(0, SURE).reduce(function (most, hit) {
      var sections = shelf.sections[shelf.items[hit.item].page];
      var page = sections && sections.length ? sections[0] - 1 : hit.item;
      var places = sure.reduce(function (all, term) {
        return term.own && (term.own.has(hit.item) || term.own.has(page)) ? all | term.places : all;
      }, 0);
      return Math.max(most, ranking.share(asked, places) / (asked.whole || 1));
    }, 0);
  }

  /**
   * Tell whether the titles say too little about a query.
   * @param {Asked} asked
   * @param {Hit[]} hits
   */
  function weak(asked, hits) {
    var whole = asked.whole;
    if (!whole) return false;
    var unknown = asked.places.reduce(function (sum, place) {
      return place.known ? sum : sum + place.weight;
    }, 0);
    var best = hits.reduce(function (one, other) {
      return other.score > one.score ? other : one;
    }, hits[0] || { score: 0, covered: 0 });
    return unknown / whole > WEAK_UNKNOWN || best.covered < WEAK_COVERED;
  }

  /**
   * @param {Asked} asked
   * @param {Hit[]} hits
   * @param {Whole} whole
   * @param {Library} shelf
   */
  function withTexts(asked, hits, whole, shelf) {
    var more = texts.hits(asked, whole, shelf);
    var found = hits.map(function (hit) {
      var extra = (more.get(hit.item) || 0) * TEXT * shelf.items[hit.item].prior;
      more.delete(hit.item);
      return { item: hit.item, score: hit.score + extra, covered: hit.covered };
    });
    more.forEach(function (score, item) {
      found.push({ item: item, score: score * TEXT * shelf.items[item].prior, covered: 0 });
    });
    return found;
  }

  /**
   * @param {Asked} asked
   * @param {Hit[]} hits
   * @param {Library} shelf
   * @param {Whole | null} whole
   * @param {boolean} last
   * @param {boolean} needed
   * @returns {Answer}
   */
  function answer(asked, hits, shelf, whole, last, needed) {
    var typed = registers.typedNumbers(asked.text, shelf.rows);
    var shown = withEntries(asked, results.shown(hits, asked, shelf, whole), typed, shelf);
    if (typed.length && besides(asked)) shown = withPageFirst(shown);
    return {
      crisis: crisis.kinds(asked.text),
      calls: calls(typed, shown, shelf.rows),
      results: shown,
      nothing: !shown.length || (!typed.length && shown[0].kind !== "law" && covered(asked, hits, shelf) < LEAST_COVERED),
      unknown: unknown(asked),
      last: last,
      whole: needed,
    };
  }

  /**
   * Put the entries that were typed by number or article before all others.
   * @param {Asked} asked
   * @param {Result[]} shown
   * @param {{row: number, number: string, exact: boolean}[]} typed
   * @param {Library} shelf
   */
  function withEntries(asked, shown, typed, shelf) {
    var rows = shelf.rows;
    var first = typed.map(function (each) {
      return entry("channel", "channels/#channel-" + rows.channels[each.row][0], rows.channels[each.row][1], rows.channels[each.row][4] || "", [each.number]);
    });
    registers.typedLaws(asked.text, rows).forEach(function (each) {
      var row = rows.laws[each.row];
      if (!each.article && each.whole < 0.6) return;
      var result = entry("law", "laws/" + row[0] + "/", row[1], "", [row[1]]);
      if (each.article) {
        result.section = registers.articleName(each.article, rows.article);
        result.sectionAddress = result.address + "#" + row[0] + "-" + each.article;
      }
      first.push(result);
    });
    var taken = first.map(function (each) {
      return each.address;
    });
    return first
      .concat(
        shown.filter(function (each) {
          return !taken.includes(each.address);
        }),
      )
      .slice(0, 10);
  }

  /**
   * Tell whether a query with a number says so much else that it asks about something, and not for the number.
   * @param {Asked} asked
   */
  function besides(asked) {
    var said = asked.places.reduce(function (sum, place) {
      return /\d/.test(place.text) || place.weight < 1 ? sum : sum + 1;
    }, 0);
    return said >= ABOUT;
  }

  /**
   * Put the best page before the entries; whom to call stands above all results.
   * @param {Result[]} shown
   */
  function withPageFirst(shown) {
    var page = shown.find(function (each) {
      return each.kind !== "channel" && each.kind !== "law";
    });
    if (!page) return shown;
    return [page].concat(
      shown.filter(function (each) {
        return each !== page;
      }),
    );
  }

  /** @param {string} kind @param {string} address @param {string} title @param {string} sentence @param {string[]} marks @returns {Result} */
  function entry(kind, address, title, sentence, marks) {
    return { kind: kind, title: title, address: address, section: "", sectionAddress: "", sentence: sentence, marks: marks };
  }

  /**
   * Return the numbers to call: those that were typed, or that of a channel which is the first result.
   * @param {{row: number, number: string}[]} typed
   * @param {Result[]} shown
   * @param {Entries} rows
   */
  function calls(typed, shown, rows) {
    var wanted = typed.slice();
    rows.channels.forEach(function (row, number) {
      var known = row[2].split(" ")[0];
      if (!typed.length && known && shown[0] && shown[0].address === "channels/#channel-" + row[0]) {
        wanted.push({ row: number, number: known });
      }
    });
    return wanted.map(function (each) {
      var row = rows.channels[each.row];
      return { name: row[1], number: each.number, address: "channels/#channel-" + row[0], dial: row[3] || "tel" };
    });
  }

  /** @param {Asked} asked */
  function unknown(asked) {
    /** @type {string[]} */
    var found = [];
    var end = -1;
    asked.places.forEach(function (place) {
      if (place.known || place.weight < 1) return;
      if (place.at === end && place.text.length === 1) found[found.length - 1] += place.text;
      else found.push(place.text);
      end = place.at + place.text.length;
    });
    return found;
  }

  return { of: of };
})();
