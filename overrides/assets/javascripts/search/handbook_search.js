// The global object: loads the rows of a language, and hands its engine to whoever asks.
/** @typedef {{open: (code: string, base: string, ready: (engine: Engine | null) => void) => void, matcher: (query: string) => (text: string) => boolean, rows: (code: string, rows: Rows) => void, texts: (code: string, texts: string[][]) => void}} HandbookSearch */
/** @type {HandbookSearch} */
var handbookSearch = (function () {
  /** @type {Record<string, Rows>} */
  var rowsOf = {};
  /** @type {Record<string, Whole>} */
  var textsOf = {};
  /** @type {Record<string, Engine>} */
  var engines = {};
  var folder = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

  /**
   * Load a script of the folder of rows; `done` says whether it is there.
   * @param {string} name
   * @param {(there: boolean) => void} done
   */
  function load(name, done) {
    var script = document.createElement("script");
    script.src = new URL("../search/" + name + ".js", folder).href;
    script.onload = function () {
      done(true);
    };
    script.onerror = function () {
      script.remove();
      done(false);
    };
    document.head.append(script);
  }

  /** @type {HandbookSearch["open"]} */
  function open(code, base, ready) {
    if (engines[code]) return ready(engines[code]);
    load(code, function (there) {
      if (!there || !rowsOf[code]) return ready(null);
      engines[code] = engine.of(rowsOf[code], function (done) {
        if (textsOf[code]) return done(textsOf[code]);
        load(code + "-text", function () {
          done(textsOf[code] || null);
        });
      });
      ready(engines[code]);
    });
  }

  return {
    open: open,
    matcher: matching.matcher,
    rows: function (code, rows) {
      rowsOf[code] = rows;
    },
    texts: function (code, pages) {
      textsOf[code] = texts.of(pages);
    },
  };
})();
