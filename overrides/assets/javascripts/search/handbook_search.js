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

  /** @type {Record<string, (() => void)[]>} */
  var waiting = {};

  /**
   * Load a script of the folder of rows, once for all who wait for it; whoever finds it missing may try again.
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
    script.src = new URL("../search/" + name + ".js", folder).href;
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
    load(code + "-text", function () {
      done(textsOf[code] || null);
    });
  }

  /** @type {HandbookSearch["open"]} */
  function open(code, base, ready) {
    if (engines[code]) return ready(engines[code]);
    load(code, function () {
      if (!rowsOf[code]) return ready(null);
      engines[code] = engines[code] || engine.of(rowsOf[code], whole.bind(null, code));
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
