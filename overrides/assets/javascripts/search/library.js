// The rows of a language as items, indexed.
/**
 * @typedef {object} Rows
 * @property {[string, string, string, [string, string, string?, number?][]][]} pages
 * @property {[string, string, string, string, string][]} channels
 * @property {[string, string, string, string][]} laws
 * @property {[string, string, string][]} companies
 * @property {[string, string, string][]} terms
 * @property {string} article
 * @property {string} forms
 */
/**
 * @typedef {object} Library
 * @property {Item[]} items
 * @property {Postings} index
 * @property {number[][]} sections
 * @property {Rows} rows
 * @property {Vocabulary} vocabulary
 * @property {Map<string, number>} said the items by whole search words, which their authors chose for them
 */
var library = (function () {
  var QUESTION = 0.92;
  var WEIGHTS = { heading: 6, words: 6, title: 6, names: 6, about: 1 };

  /**
   * Return the index of the rows of a language.
   * @param {Rows} rows
   * @returns {Library}
   */
  function of(rows) {
    folding.learn(rows.forms);
    /** @type {Map<string, number>} */
    var said = new Map();
    var index = postings.empty();
    /** @type {Item[]} */
    var items = [];
    /** @type {number[][]} */
    var sections = [];
    rows.pages.forEach(function (row, page) {
      addPage(items, index, said, row, page);
      sections.push([]);
      row[3].forEach(function (section) {
        sections[page].push(items.length);
        addSection(items, index, said, row, section, page);
      });
    });
    addEntries(items, index, rows);
    return { items: items, index: index, sections: sections, rows: rows, vocabulary: vocabulary(index), said: said };
  }

  /**
   * @param {Item[]} items
   * @param {Postings} index
   * @param {Map<string, number>} said
   * @param {Rows["pages"][number]} row
   * @param {number} page
   */
  function addPage(items, index, said, row, page) {
    var number = items.length;
    items.push({
      kind: /^letters\/./.test(row[0]) ? "letter" : "page",
      page: page,
      address: row[0],
      title: row[1],
      section: "",
      sectionAddress: "",
      sentence: "",
      prior: prior(row[0]),
    });
    index.add(number, row[1], WEIGHTS.title);
    if (row[2]) addWords(index, said, number, row[2]);
  }

  /**
   * @param {Item[]} items
   * @param {Postings} index
   * @param {Map<string, number>} said
   * @param {Rows["pages"][number]} row
   * @param {[string, string, string?, number?]} section
   * @param {number} page
   */
  function addSection(items, index, said, row, section, page) {
    items.push({
      kind: section[3] ? "question" : "section",
      page: page,
      address: row[0],
      title: row[1],
      section: section[1],
      sectionAddress: row[0] + "#" + section[0],
      sentence: "",
      prior: prior(row[0]) * (section[3] ? QUESTION : 1),
    });
    index.add(items.length - 1, section[1], WEIGHTS.heading);
    if (section[2]) addWords(index, said, items.length - 1, section[2]);
  }

  /**
   * @param {Postings} index
   * @param {Map<string, number>} said
   * @param {number} item
   * @param {string} written
   */
  function addWords(index, said, item, written) {
    index.add(item, written, WEIGHTS.words);
    written.split(",").forEach(function (word) {
      said.set(asking.bare(numbers.unified(folding.fold(word))), item);
    });
  }

  /** @param {string} address */
  function prior(address) {
    return /^about\//.test(address) ? 0.7 : 1;
  }

  /**
   * @param {Item[]} items
   * @param {Postings} index
   * @param {Rows} rows
   */
  function addEntries(items, index, rows) {
    /** @param {string} kind @param {string} address @param {string} title @param {string} names @param {string} about @param {number} prior */
    function add(kind, address, title, names, about, prior) {
      items.push({
        kind: kind,
        page: -1,
        address: address,
        title: title,
        section: "",
        sectionAddress: "",
        sentence: about,
        prior: prior,
      });
      index.add(items.length - 1, title, WEIGHTS.names);
      index.add(items.length - 1, names, WEIGHTS.words);
      index.add(items.length - 1, about, WEIGHTS.about);
    }
    rows.channels.forEach(function (row) {
      add("channel", "channels/#channel-" + row[0], row[1], row[2].replace(/ /g, ","), row[3], 1);
    });
    rows.laws.forEach(function (row) {
      add("law", "laws/" + row[0] + "/", row[1], row[2], "", 0.5);
    });
    rows.companies.forEach(function (row) {
      add("company", "companies/#company-" + row[0], row[1].replace(/,/g, " "), row[2], row[2].split(",")[0], 1);
    });
    rows.terms.forEach(function (row) {
      add("term", "glossary/#" + row[0], row[1], row[2], "", 0.9);
    });
  }

  /**
   * @param {Postings} index
   * @returns {Vocabulary}
   */
  function vocabulary(index) {
    /** @type {Map<string, string[]> | undefined} */
    var heard;
    /** @type {string[] | undefined} */
    var latin;
    var chinese = index.has("贷款");
    return {
      index: index,
      chinese: chinese,
      sounding: function (sound) {
        if (!heard) heard = hear(index);
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

  /** @param {Postings} index */
  function hear(index) {
    /** @type {Map<string, string[]>} */
    var heard = new Map();
    index.terms().forEach(function (term) {
      if (term.length !== 2 || term < "\u3400") return;
      sounds.ofPair(term).forEach(function (sound) {
        var pairs = heard.get(sound);
        if (pairs) pairs.push(term);
        else heard.set(sound, [term]);
      });
    });
    return heard;
  }

  return { of: of };
})();
