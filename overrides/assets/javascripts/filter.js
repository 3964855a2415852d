// A box that shortens a long index to the entries with some words: it reads as the search does. Nothing is kept.
(function () {
  "use strict";
  var own = document.currentScript.src;
  var article = document.querySelector("[data-filter]");
  var list = function (selector) {
    return Array.prototype.slice.call(article.querySelectorAll(selector));
  };
  var start = article.querySelector(":scope > h2, :scope > details");
  // The first of these that an index has are its entries: questions in groups, folded entries, or lines of a list.
  var kinds = ["details.question", ":scope > details.entry", ":scope > ul > li[id]"].map(list);
  var several = kinds.filter(function (kind) {
    return kind.length;
  });
  var entries = (several[0] || []).map(function (entry) {
    // Its numbers to call may stand below it.
    var next = entry.nextElementSibling;
    return {shown: next && next.className === "calls" ? [entry, next] : [entry], text: ""};
  });
  if (!start || !entries.length) return;
  var groups = list("details.group");
  var opened = [];
  var pause;

  var make = function (parent, name, text) {
    var made = document.createElement(name);
    made.textContent = text || "";
    parent.appendChild(made);
    return made;
  };
  var box = document.createElement("p");
  box.className = "filter";
  var label = make(box, "label", article.getAttribute("data-filter"));
  var field = make(box, "input");
  var status = make(box, "span");
  label.htmlFor = field.id = "_filter";
  field.type = "search";
  field.maxLength = 400;
  field.spellcheck = false;
  field.autocomplete = "off";
  status.setAttribute("role", "status");
  article.insertBefore(box, start);

  // What is found as the search finds it; in plain words until its script is there, or where it does not come.
  var matcher = function (query) {
    if (window.handbookSearch && window.handbookSearch.matcher) return window.handbookSearch.matcher(query);
    return function (text) {
      return text.toLowerCase().indexOf(query.toLowerCase()) >= 0;
    };
  };

  // Of what follows the box, only what has an entry that is left is shown, with the heading above it.
  var show = function (left) {
    var heading;
    for (var part = box.nextElementSibling; part; part = part.nextElementSibling) {
      var kept = !left || left.some(part.contains.bind(part));
      if (part.localName === "h2") heading = part;
      else if (kept && heading) heading.hidden = false;
      part.hidden = !kept;
    }
  };
  var restore = function () {
    show(null);
    entries.forEach(function (entry) {
      entry.shown[0].hidden = false;
    });
    groups.forEach(function (group) {
      group.open = opened.indexOf(group) >= 0;
    });
    status.textContent = "";
  };
  // A law shows its name only; the ids within it end with the numbers of its articles.
  var textOf = function (part) {
    var text = part.textContent;
    Array.prototype.forEach.call(part.querySelectorAll("span[id]"), function (span) {
      var article = /-(\d+(?:-\d+)?)$/.exec(span.id);
      if (article) text += " " + article[1] + "条";
    });
    return text;
  };
  var filtering = false;
  var filter = function () {
    var query = field.value.trim();
    if (!query) {
      if (filtering) restore();
      filtering = false;
      return;
    }
    if (!filtering) {
      opened = groups.filter(function (group) {
        return group.open;
      });
    }
    filtering = true;
    var fits = matcher(query);
    var left = [];
    var number = 0;
    entries.forEach(function (entry) {
      entry.text = entry.text || entry.shown.map(textOf).join(" ");
      var kept = fits(entry.text);
      entry.shown[0].hidden = !kept;
      if (!kept) return;
      number += 1;
      left = left.concat(entry.shown);
    });
    show(left);
    groups.forEach(function (group) {
      group.open = !group.hidden;
    });
    status.textContent = number
      ? article.getAttribute("data-filter-left").replace("{number}", number)
      : article.getAttribute("data-filter-none");
  };

  field.addEventListener("input", function () {
    clearTimeout(pause);
    pause = setTimeout(filter, 120);
  });
  field.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && field.value && !event.isComposing) {
      field.value = "";
      filter();
    }
  });
  field.addEventListener(
    "focus",
    function () {
      if (window.handbookSearch) return;
      var script = document.createElement("script");
      script.src = new URL("search.js", own).href;
      script.onload = function () {
        // Its rows know which characters are the same.
        if (window.handbookSearch) window.handbookSearch.open(document.documentElement.lang, "", filter);
      };
      document.body.appendChild(script);
    },
    {once: true},
  );
  // A page that comes back from the browser's memory is whole again.
  addEventListener("pagehide", function () {
    field.value = "";
    filter();
  });
})();
