// The global object: loads the rows of a language, and hands its engine to whoever asks.
/** @typedef {{open: (code: string, base: string, ready: (engine: Engine | null) => void) => void, matcher: (query: string) => (text: string) => boolean, language: (code: string, parts: Partial<Language>) => void, rows: (code: string, rows: Rows) => void, more: (code: string, more: More) => void, texts: (code: string, texts: string[][]) => void}} HandbookSearch */
/** @type {HandbookSearch} */
var handbookSearch = (function () {
  var ROWS = "../search/";
  /** @type {Record<string, Rows>} */
  var rowsOf = {};
  /** @type {Record<string, More>} */
  var moreOf = {};
  /** @type {Record<string, Whole>} */
  var textsOf = {};
  /** @type {Record<string, Engine>} */
  var engines = {};
  var folder = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

  /** @type {Record<string, (() => void)[]>} */
  var waiting = {};
  // Where files have a hash in their names, scripts/sitebuild/publishing/hashed_names.py writes them in here.
  /** @type {Record<string, string>} */
  var hashed = JSON.parse("{}");

  /**
   * Load a script, once for all who wait for it; whoever finds it missing may try again.
   * @param {string} name
   * @param {() => void} done
   */
  function load(name, done) {
    if (waiting[name]) {
      waiting[name].push(done);
      return;
    }
    waiting[name] = [done];
    var script = document.createElement("script");
    script.src = new URL(hashed[name] || name + ".js", folder).href;
    script.onload = script.onerror = function () {
      var all = waiting[name];
      delete waiting[name];
      script.remove();
      all.forEach(function (each) {
        each();
      });
    };
    document.head.append(script);
  }

  /**
   * Hand over the whole text of a language; null where it cannot be loaded.
   * @param {string} code
   * @param {(texts: Whole | null) => void} done
   */
  function whole(code, done) {
    if (textsOf[code]) return done(textsOf[code]);
    load(ROWS + code + "-text", function () {
      done(textsOf[code] || null);
    });
  }

  /** @type {HandbookSearch["open"]} */
  function open(code, base, ready) {
    if (engines[code]) return ready(engines[code]);
    load(ROWS + code, function () {
      if (!rowsOf[code]) return ready(null);
      if (!engines[code]) {
        engines[code] = engine.of(rowsOf[code], languages.of(code), whole.bind(null, code));
        complete(code);
      }
      ready(engines[code]);
    });
  }

  /**
   * Load the rest of the rows of a language, and what the engine needs for it alone.
   * @param {string} code
   */
  function complete(code) {
    var names = [ROWS + code + "-more"];
    var script = languages.script(code);
    if (script) names.unshift("search-" + script);
    var missing = names.length;
    names.forEach(function (name) {
      load(name, function () {
        missing -= 1;
        if (!missing) engines[code].complete(moreOf[code] || null);
      });
    });
  }

  return {
    open: open,
    matcher: matching.matcher,
    language: languages.learn,
    rows: function (code, rows) {
      rowsOf[code] = rows;
    },
    more: function (code, more) {
      moreOf[code] = more;
    },
    texts: function (code, pages) {
      textsOf[code] = texts.of(pages);
    },
  };
})();
