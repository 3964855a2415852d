// Other engines on the same pages: each function returns, for every query, the addresses of its results.
// MiniSearch gets our rows, in pairs of Han characters, as its makers advise for Chinese; Pagefind the finished pages.
window.rivals = (function () {
  const MOST = 10;

  function words(text) {
    const found = [];
    for (const run of text.normalize("NFKC").toLowerCase().match(/[\u3400-\u9fff]+|[a-z0-9]+/g) || []) {
      if (/[a-z0-9]/.test(run) || run.length === 1) found.push(run);
      else for (let at = 0; at + 1 < run.length; at++) found.push(run.substr(at, 2));
    }
    return found;
  }

  const table = (columns) => columns[0].split("\n").map((_, row) => columns.map((column) => column.split("\n")[row]));

  function documents(rows, more) {
    const found = [];
    const add = (place, heading, words, title) => found.push({ id: found.length, place, heading, words, title });
    for (const [address, title, said, headings, words, anchors] of table([...rows.pages, more.words, more.anchors])) {
      add(address, title, said, "");
      const [every, ids] = [words.split("\t"), anchors.split("\t")];
      for (const [at, heading] of headings.split("\t").entries()) {
        if (heading) add(`${address}#${ids[at]}`, heading, every[at], title);
      }
    }
    for (const [key, name, numbers, , handles] of table([...rows.channels, ...more.channels])) {
      add(`channels/#channel-${key}`, name, numbers + " " + handles, "");
    }
    for (const [key, title, cite] of table(rows.laws)) add(`laws/#${key}`, title, cite, "");
    for (const [key, products, names] of table(rows.companies)) add(`companies/#company-${key}`, products, names, "");
    for (const [key, term, others] of table(rows.terms)) add(`glossary/#${key}`, term, others, "");
    return found;
  }

  function onePerPage(places) {
    const taken = new Set();
    return places.filter((place) => !taken.has(place.split("#")[0]) && taken.add(place.split("#")[0])).slice(0, MOST);
  }

  function minisearch(rows, more, queries) {
    const fields = ["heading", "words", "title"];
    const engine = new MiniSearch({ fields, storeFields: ["place"], tokenize: words, processTerm: (term) => term });
    engine.addAll(documents(rows, more));
    const latin = (term) => /^[a-z]{4,}$/.test(term);
    const options = { boost: { heading: 6, words: 6, title: 2 }, prefix: latin, fuzzy: (term) => latin(term) && 0.2 };
    return queries.map((query) => onePerPage(engine.search(query, options).map((hit) => hit.place)));
  }

  async function pagefind(base, queries) {
    const engine = await import(new URL("/pagefind/pagefind.js", location.href).href);
    await engine.init();
    const found = [];
    for (const query of queries) {
      const { results } = await engine.search(query);
      const pages = await Promise.all(results.slice(0, 5).map((each) => each.data()));
      found.push(
        pages.map((page) => {
          const best = page.sub_results.slice().sort((one, other) => other.weighted_locations.length - one.weighted_locations.length)[0];
          return new URL((best || page).url, location.href).href.slice(base.length);
        }),
      );
    }
    return found;
  }

  return { minisearch, pagefind };
})();
