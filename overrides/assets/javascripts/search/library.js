// The rows of a language as items, indexed: first what is shown of them, then by which words else they are found.
/**
 * Rows come in columns: a line for each row, and in it, with tabs between, what belongs to each section of a page.
 * @typedef {object} Rows
 * @property {string[]} pages addresses, titles, search words, headings
 * @property {string[]} channels keys, names, numbers, ways to dial
 * @property {string[]} laws keys, titles, names in citations
 * @property {string[]} companies keys, products, names
 * @property {string[]} terms keys, terms, other forms
 * @property {string} article
 * @property {string} forms
 */
/**
 * @typedef {object} More
 * @property {string} words
 * @property {string} anchors
 * @property {string[]} channels what they handle
 * @property {string[]} laws numbers of articles
 * @property {string} forms
 */
/** @typedef {{channels: string[][], laws: string[][], companies: string[][], terms: string[][], article: string}} Entries */
/**
 * @typedef {object} Library
 * @property {Item[]} items
 * @property {Postings} index
 * @property {number[][]} sections
 * @property {Entries} rows
 * @property {Vocabulary} vocabulary
 * @property {Map<string, number>} said the items by whole search words, which their authors chose for them
 */
var library = (function () {
  var QUESTION = 0.92;
  var WEIGHTS = { heading: 6, words: 6, title: 6, names: 6 };
  var LAW = 0.5;
  var COMPANY = 1.25;
  // Of a channel it is what it handles, of a law the numbers of its articles.
  var LATER = 4;

  /**
   * Return the index of the first rows of a language.
   * @param {Rows} rows
   * @param {Language} language
   * @returns {Library}
   */
  function of(rows, language) {
    folding.learn(rows.forms);
    var index = postings.empty();
    /** @type {Library} */
    var shelf = {
      items: [],
      index: index,
      sections: [],
      rows: { channels: table(rows.channels), laws: table(rows.laws), companies: table(rows.companies), terms: table(rows.terms), article: rows.article },
      vocabulary: vocabulary(index, language),
      said: new Map(),
    };
    table(rows.pages).forEach(function (row, page) {
      addPage(shelf, row, page);
    });
    addEntries(shelf);
    return shelf;
  }

  /**
   * Add what comes after the first rows: search words and ids of sections, and more about entries.
   * @param {Library} shelf
   * @param {More} more
   */
  function extend(shelf, more) {
    folding.learn(more.forms);
    var anchors = more.anchors.split("\n");
    more.words.split("\n").forEach(function (line, page) {
      var ids = anchors[page].split("\t");
      line.split("\t").forEach(function (words, number) {
        var item = shelf.sections[page][number];
        if (item === undefined) return;
        shelf.items[item].sectionAddress += "#" + ids[number];
        if (words) addWords(shelf, item, words, shelf.items[item].section);
      });
    });
    addLater(shelf.rows.channels, more.channels);
    addLater(shelf.rows.laws, more.laws);
    shelf.items.forEach(function (item) {
      if (item.kind === "channel") item.sentence = shelf.rows.channels[item.row][LATER];
    });
    shelf.vocabulary = vocabulary(shelf.index, shelf.vocabulary.language);
  }

  /**
   * Return rows of the texts in columns.
   * @param {string[]} columns
   * @returns {string[][]}
   */
  function table(columns) {
    var lists = columns.map(function (column) {
      return column.split("\n");
    });
    return (lists[0] || []).map(function (_, row) {
      return lists.map(function (list) {
        return list[row];
      });
    });
  }

  /**
   * @param {string[][]} rows
   * @param {string[]} columns
   */
  function addLater(rows, columns) {
    table(columns).forEach(function (later, row) {
      rows[row][LATER] = later[0];
    });
  }

  /**
   * @param {Library} shelf
   * @param {string[]} row
   * @param {number} page
   */
  function addPage(shelf, row, page) {
    var kind = /^letters\/./.test(row[0]) ? "letter" : "page";
    var number = add(shelf, { kind: kind, page: page, address: row[0], title: row[1], prior: prior(row[0]) });
    shelf.index.add(number, row[1], WEIGHTS.title);
    shelf.items[number].phrases.push(read(row[1]));
    if (row[2]) addWords(shelf, number, row[2]);
    shelf.sections.push([]);
    row[3].split("\t").forEach(function (heading) {
      if (!heading) return;
      var isQuestion = /[?\uff1f]$/.test(heading);
      var section = add(shelf, {
        kind: isQuestion ? "question" : "section",
        page: page,
        address: row[0],
        title: row[1],
        section: heading,
        sectionAddress: row[0],
        prior: prior(row[0]) * (isQuestion ? QUESTION : 1),
      });
      shelf.sections[page].push(section);
      shelf.index.add(section, heading, WEIGHTS.heading);
      shelf.items[section].phrases.push(read(heading));
    });
  }

  /**
   * Add an item and return its number.
   * @param {Library} shelf
   * @param {Partial<Item>} known
   */
  function add(shelf, known) {
    /** @type {Item} */
    var item = { kind: "", page: -1, row: -1, address: "", title: "", section: "", sectionAddress: "", sentence: "", prior: 1, phrases: [] };
    return shelf.items.push(Object.assign(item, known)) - 1;
  }

  /**
   * @param {Library} shelf
   * @param {number} item
   * @param {string} written
   * @param {string} [before]
   */
  function addWords(shelf, item, written, before) {
    shelf.index.add(item, written, WEIGHTS.words, before);
    written.split(",").forEach(function (word) {
      shelf.said.set(asking.bare(read(word)), item);
      shelf.items[item].phrases.push(read(word));
    });
  }

  /** @param {string} text */
  function read(text) {
    return numbers.unified(folding.fold(text));
  }

  /** @param {string} address */
  function prior(address) {
    return /^about\//.test(address) ? 0.7 : 1;
  }

  /** @param {Library} shelf */
  function addEntries(shelf) {
    /** @param {string} kind @param {string} address @param {number} number @param {string} title @param {string} names @param {string} sentence @param {number} prior */
    function entry(kind, address, number, title, names, sentence, prior) {
      var item = add(shelf, { kind: kind, row: number, address: address, title: title, sentence: sentence, prior: prior });
      shelf.index.add(item, title, WEIGHTS.names);
      shelf.index.add(item, names, WEIGHTS.words);
      shelf.items[item].phrases = title.split(/[（()）]+/).concat(names.split(",")).filter(Boolean).map(read);
    }
    shelf.rows.channels.forEach(function (row, number) {
      entry("channel", "channels/#channel-" + row[0], number, row[1], row[2].replace(/ /g, ","), "", 1);
    });
    shelf.rows.laws.forEach(function (row, number) {
      entry("law", "laws/" + row[0] + "/", number, row[1], row[2], "", LAW);
    });
    shelf.rows.companies.forEach(function (row, number) {
      entry("company", "companies/#company-" + row[0], number, row[1].replace(/,/g, " "), row[2], row[2].split(",")[0], COMPANY);
    });
    shelf.rows.terms.forEach(function (row, number) {
      entry("term", "glossary/#" + row[0], number, row[1], row[2], "", 0.9);
    });
  }

  /**
   * @param {Postings} index
   * @param {Language} language
   * @returns {Vocabulary}
   */
  function vocabulary(index, language) {
    /** @type {Map<string, string[]> | undefined} */
    var heard;
    /** @type {string[] | undefined} */
    var latin;
    return {
      index: index,
      language: language,
      sounding: function (sound) {
        if (!heard) heard = hear(index, language);
        return heard.get(sound) || [];
      },
      latin: function () {
        if (!latin) {
          latin = index.terms().filter(function (term) {
            return /^[a-z]/.test(term);
          });
        }
        return latin;
      },
    };
  }

  /**
   * @param {Postings} index
   * @param {Language} language
   */
  function hear(index, language) {
    /** @type {Map<string, string[]>} */
    var heard = new Map();
    index.terms().forEach(function (term) {
      if (term.length !== 2 || term < "\u3400") return;
      language.sounds.ofPair(term).forEach(function (sound) {
        var pairs = heard.get(sound);
        if (pairs) pairs.push(term);
        else heard.set(sound, [term]);
      });
    });
    return heard;
  }

  return { extend: extend, of: of };
})();
