// The dialog of the search. The build adds a call of this function with the words of a language and makes a file of
// each. Nothing that is typed is kept, sent or put into an address; whatever is shown is text, never HTML.
function handbookDialog(words) {
  "use strict";
  var MOST_LETTERS = 400;
  var PAUSE = 120;
  var PATIENCE = 15000;
  var own = document.currentScript.src;
  var door = document.querySelector("[data-search]");
  var base = new URL("..", door.href);
  var plain = /[?&]plain\b/.test(location.search);
  var engine = null;
  var failed = false;
  var composing = false;
  var asked = "";
  var entering = false;
  var waiting;

  var make = function (parent, name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    parent.appendChild(made);
    return made;
  };
  var fill = function (pattern, name, value) {
    return pattern.replace("{" + name + "}", value);
  };

  // A disguised page stays disguised, and a folder without a server needs the name of its file.
  var place = function (address) {
    var url = new URL(address, base);
    if (plain) url.search = "?plain";
    if (url.protocol === "file:" && /\/$/.test(url.pathname)) url.pathname += "index.html";
    return url.href;
  };

  // --- what it is made of

  var dialog = make(document.body, "dialog", "search");
  var head = make(dialog, "div", "search__head");
  var label = make(head, "label", "search__title", words.title);
  var way = document.querySelector("[data-leave]");
  var exit = head.appendChild(way.cloneNode(true));
  var close = make(head, "button", "", words.close);
  var field = make(dialog, "input", "search__field");
  var status = make(dialog, "p", "search__status");
  var found = make(dialog, "div", "search__found");
  label.id = "_search";
  label.htmlFor = field.id = "_query";
  close.type = "button";
  dialog.setAttribute("aria-labelledby", label.id);
  status.setAttribute("role", "status");
  field.type = "search";
  field.maxLength = MOST_LETTERS;
  field.spellcheck = false;
  field.autocomplete = "off";
  field.setAttribute("autocapitalize", "off");
  field.setAttribute("autocorrect", "off");
  field.setAttribute("enterkeyhint", "search");

  // --- what it shows

  var say = function (text) {
    if (status.textContent !== text) status.textContent = text;
  };
  // Where a word to mark stands: not a single letter, and no Latin word within another one.
  var placeOf = function (mark, rest, before) {
    if (!mark || /^[a-z]$/i.test(mark)) return -1;
    var low = rest.toLowerCase();
    var at = low.indexOf(mark.toLowerCase());
    var letters = /^[a-z]/i.test(mark);
    while (letters && at >= 0 && /[a-z]/i.test(at ? low.charAt(at - 1) : before)) at = low.indexOf(mark.toLowerCase(), at + 1);
    return at;
  };
  var marked = function (parent, text, marks) {
    var rest = text;
    while (rest) {
      var first = -1;
      var mark = "";
      (marks || []).forEach(function (each) {
        var at = placeOf(each, rest, text.length - rest.length ? text.charAt(text.length - rest.length - 1) : "");
        if (at < 0 || (first >= 0 && (at > first || (at === first && each.length < mark.length)))) return;
        first = at;
        mark = each;
      });
      if (first < 0) break;
      parent.appendChild(document.createTextNode(rest.slice(0, first)));
      make(parent, "mark", "", rest.slice(first, first + mark.length));
      rest = rest.slice(first + mark.length);
    }
    parent.appendChild(document.createTextNode(rest));
  };
  var call = function (list, each) {
    var link = make(make(list, "li"), "a");
    link.href = each.dial + ":" + each.number.replace(/[^+\d]/g, "");
    make(link, "span", "", fill(each.dial === "sms" ? words.text : words.call, "number", each.number));
    make(link, "span", "search__name", each.name);
  };
  var calls = function (parent, several) {
    var list = make(parent, "ul", "search__calls");
    several.forEach(function (each) {
      call(list, each);
    });
    return list;
  };
  var further = function (list, each) {
    var link = make(make(list, "li"), "a", "", each.name);
    link.href = place(each.address);
  };
  var crisis = function (name) {
    var known = words.crisis[name];
    if (!known) return;
    var part = make(found, "section", "search__crisis");
    var line = make(part, "p");
    known.text.split("{phrase}").forEach(function (piece, number) {
      if (number) make(line, "span", "", words.phrase).lang = words.spoken;
      line.appendChild(document.createTextNode(piece));
    });
    further(calls(part, known.calls), known.more);
  };
  var result = function (list, each) {
    var link = make(make(list, "li"), "a");
    link.href = place(each.sectionAddress || each.address);
    var title = make(link, "span", "search__page");
    if (words.kinds[each.kind]) make(title, "span", "search__kind", words.kinds[each.kind]);
    marked(title, each.title, each.marks);
    if (each.section) {
      make(title, "span", "search__step", " › ");
      marked(make(title, "span", "search__part"), each.section, each.marks);
    }
    if (each.sentence) marked(make(link, "span", "search__sentence"), each.sentence, each.marks);
  };
  var elsewhere = function () {
    words.ways.forEach(further.bind(null, make(found, "ul", "search__ways")));
  };
  var show = function (answer) {
    found.textContent = "";
    var urgent = [];
    answer.crisis.forEach(function (name) {
      crisis(name);
      (words.crisis[name] ? words.crisis[name].calls : []).forEach(function (each) {
        if (urgent.indexOf(each.number) < 0) urgent.push(each.number);
      });
    });
    if (answer.calls.length) calls(found, answer.calls);
    // Few words of despair are no question: the numbers and the page for it are the answer.
    var few = asked.length <= (/[\u3400-\u9fff]/.test(asked) ? 8 : 30);
    if (few && answer.crisis.indexOf("self-harm") >= 0) answer.results = [];
    var list = answer.results.length ? make(found, "ol", "search__results") : null;
    answer.results.forEach(function (each) {
      result(list, each);
    });
    if (answer.nothing || !list) {
      elsewhere();
      calls(found, words.anybody);
    }
    var none = answer.nothing || !(list || answer.calls.length);
    var said = none ? (list ? words.nearest : words.nothing) : fill(words.found, "number", answer.results.length);
    say((urgent.length ? fill(words.first, "numbers", urgent.join(words.comma)) : "") + said);
    found.scrollTop = 0;
  };
  var start = function (text) {
    found.textContent = "";
    elsewhere();
    say(text);
  };

  // --- how it asks

  // Enter never dials: it goes to the numbers, or opens the first page.
  var enter = function () {
    var first = found.querySelector(".search__crisis a, .search__calls a") || found.querySelector("a");
    entering = false;
    if (!first || !found.querySelector(".search__crisis, .search__results")) return;
    if (/^(?:tel|sms):/.test(first.getAttribute("href"))) first.focus();
    else first.click();
  };
  var ask = function () {
    clearTimeout(waiting);
    asked = field.value.slice(0, MOST_LETTERS).trim();
    var text = asked;
    if (!text) entering = false;
    if (!text) return start(failed ? words.failed : words.start);
    if (failed) return start(words.failed);
    if (!engine) return say(words.loading);
    engine.query(text, function (answer) {
      // What comes late takes nothing away that somebody has reached; half a word is not yet "not found".
      // Nor is it while the rest of the rows is on its way.
      if (text !== asked || found.contains(document.activeElement) || (composing && answer.nothing)) return;
      if (answer.nothing && !answer.crisis.length && !answer.last && !answer.whole) return say(words.loading);
      show(answer);
      if (entering) enter();
    });
  };
  var soon = function () {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  };
  var fail = function () {
    failed = !engine;
    if (failed) ask();
  };
  var load = function () {
    var sheet = make(document.head, "link");
    sheet.rel = "stylesheet";
    sheet.href = new URL("../stylesheets/search.css", own).href;
    // Without its style it would be drawn below the page.
    sheet.onload = sheet.onerror = begin;
    var script = document.createElement("script");
    script.src = new URL("../javascripts/search.js", own).href;
    script.onerror = fail;
    script.onload = function () {
      if (!window.handbookSearch) return fail();
      setTimeout(fail, PATIENCE);
      window.handbookSearch.open(document.documentElement.lang, base.href, function (made) {
        if (!made) return fail();
        engine = made;
        failed = false;
        if (field.value) ask();
      });
    };
    document.body.appendChild(script);
  };

  // --- how it is used

  var fit = function () {
    // The keyboard of a phone covers what it does not move.
    if (window.visualViewport) dialog.style.maxHeight = Math.floor(visualViewport.height) + "px";
  };
  var begin = function () {
    if (dialog.open) return;
    field.value = "";
    ask();
    fit();
    dialog.showModal();
    field.focus();
  };
  var shut = function () {
    if (dialog.open) dialog.close();
  };
  var stops = function () {
    return Array.prototype.slice.call(dialog.querySelectorAll("a, button, input"));
  };
  var step = function (event, several, by) {
    var at = several.indexOf(document.activeElement) + by;
    event.preventDefault();
    several[(at + several.length) % several.length].focus();
  };
  dialog.addEventListener("keydown", function (event) {
    if (event.isComposing || event.keyCode === 229) return;
    var listed = [field].concat(Array.prototype.slice.call(found.querySelectorAll("a")));
    if (event.key === "Tab") step(event, stops(), event.shiftKey ? -1 : 1);
    if (event.key === "ArrowDown") step(event, listed, 1);
    if (event.key === "ArrowUp") step(event, listed, -1);
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      shut();
    }
    if (event.key === "Enter" && event.target === field) {
      event.preventDefault();
      entering = true;
      ask();
    }
  });
  field.addEventListener("compositionstart", function () {
    composing = true;
  });
  field.addEventListener("compositionend", function () {
    composing = false;
    soon();
  });
  field.addEventListener("input", function () {
    entering = false;
    soon();
  });
  dialog.addEventListener("click", function (event) {
    var box = dialog.getBoundingClientRect();
    var beside = event.target === dialog && (event.clientY > box.bottom || event.clientX < box.left || event.clientX > box.right);
    if (beside || found.contains(event.target.closest("a[href^='http'], a[href^='file']"))) shut();
  });
  dialog.addEventListener("close", function () {
    clearTimeout(waiting);
    asked = field.value = found.textContent = status.textContent = "";
  });
  close.addEventListener("click", shut);
  exit.addEventListener("click", function (event) {
    event.preventDefault();
    way.click();
  });
  if (window.visualViewport) visualViewport.addEventListener("resize", fit);
  // A page that comes back from the browser's memory shows nothing of what was looked for.
  addEventListener("pagehide", shut);
  addEventListener("handbook-search", begin);
  load();
}
