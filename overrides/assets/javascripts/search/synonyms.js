// Other words for what a query says: of its family, and the handbook's for those of another region.
var synonyms = (function () {
  var ELSEWHERE = 0.6;
  var AS_WELL = 0.4;
  var FAMILY = 0.5;
  // So much of the handbook's word counts the reader's own, if a few places have it too.
  var OWN = 1;

  /**
   * @param {Asked} asked
   * @param {Vocabulary} known
   */
  function askFamilies(asked, known) {
    known.language.families.forEach(function (line) {
      var family = line.split(" ");
      var start = -1;
      var said = family.find(function (word) {
        start = /[a-z]/.test(word) ? asked.text.search(new RegExp("\\b" + word)) : asked.text.indexOf(word);
        return start >= 0;
      });
      if (!said) return;
      var places = placesOf(asked, start, start + said.length);
      /** @type {[string, number][]} */
      var ways = [];
      family.forEach(function (word) {
        var term = /[a-z]/.test(word) ? words.stem(word) : word;
        if (word !== said && known.index.has(term)) ways.push([term, FAMILY]);
      });
      if (!ways.length || !places) return;
      asked.terms.push({ ways: ways, places: places, weight: known.index.rarity(ways[0][0]) });
      know(asked, places);
    });
  }

  /**
   * Tell whether a place stands in a word for which the handbook has another: it is not misspelt.
   * @param {Other[]} replaced
   * @param {number} at
   */
  function otherwise(replaced, at) {
    return replaced.some(function (other) {
      return other.at <= at && at < other.end;
    });
  }

  /**
   * @param {Asked} asked
   * @param {Other[]} replaced
   * @param {Vocabulary} known
   */
  function askOthers(asked, replaced, known) {
    replaced.forEach(function (other) {
      var places = placesOf(asked, other.at, other.end);
      if (!places) return;
      var said = asked.text.slice(other.at, other.end);
      var share = known.index.has(/[a-z]/.test(said) ? words.stem(said) : said.slice(0, 2)) ? AS_WELL : ELSEWHERE;
      var own = asked.terms.filter(function (term) {
        return term.places && (term.places & ~places) === 0;
      });
      other.words.forEach(function (word) {
        /** @type {string[]} */
        var pairs = [];
        words.terms(word, pairs.push.bind(pairs), Boolean);
        pairs = pairs.filter(known.index.has);
        if (!pairs.length) return;
        var rarities = pairs.map(known.index.rarity);
        var usual = Math.max.apply(null, rarities);
        pairs.forEach(function (pair, number) {
          asked.terms.push({ ways: [[pair, 1]], places: places, weight: rarities[number] * share });
        });
        own.forEach(function (term) {
          term.weight = Math.min(term.weight, usual * OWN);
        });
      });
      know(asked, places);
    });
  }

  /**
   * @param {Asked} asked
   * @param {number} start
   * @param {number} end
   */
  function placesOf(asked, start, end) {
    return asked.places.reduce(function (places, place, number) {
      return place.at < end && place.at + place.text.length > start ? places | (1 << number) : places;
    }, 0);
  }

  /**
   * @param {Asked} asked
   * @param {number} places
   */
  function know(asked, places) {
    asked.places.forEach(function (place, number) {
      if (places & (1 << number)) place.known = true;
    });
  }

  return { askFamilies: askFamilies, askOthers: askOthers, know: know, otherwise: otherwise };
})();
