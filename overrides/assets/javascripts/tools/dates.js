// The days by which others must answer or the reader must act, as a list and for a calendar.
/** @typedef {{name: string, from: string, count: number, unit: string, basis: string, yours: boolean}} Limited */
/** @typedef {{code: string, locale: string, words: Record<string, string>, items: Limited[]}} DatesGiven */
/** @param {DatesGiven} given */
function dates(given) {
  var words = given.words;
  // In hours from the beginning of the day: an answer is looked for on its day; what must be handed in takes days, and
  // more of them the longer the law leaves.
  var ON_THE_DAY = [9];
  var SHORT = [-63, -15];
  var LONG = [-159, -15];
  /** @type {{day: number, text: string, name: string, hours: number[]}[]} */
  var kept = [];
  var section = elements.section("_dates", words.heading, words.intro);
  if (!section) return;
  var form = elements.make(section, "form");
  form.noValidate = true;
  var what = elements.field(form, "select", "_dates-what", words.what);
  [false, true].forEach(function (yours) {
    var group = elements.make(what.field, "optgroup");
    group.label = yours ? words.yours : words.theirs;
    given.items.forEach(function (item, number) {
      // Names alone may sound alike: what a limit runs from tells them apart.
      var name = elements.filled(words.option, { name: item.name, from: item.from });
      if (item.yours === yours) elements.make(group, "option", name).value = String(number);
    });
  });
  var start = elements.field(form, "input", "_dates-start", " ");
  if (start.field instanceof HTMLInputElement) start.field.type = "date";
  var label = start.box.querySelector("label");
  var bar = elements.make(form, "p", "", "tool__bar");
  elements.make(bar, "button", words.add).type = "submit";
  var status = elements.make(bar, "span");
  status.setAttribute("role", "status");
  var result = elements.make(section, "div", "", "tool__result");
  var list = elements.make(result, "ul");
  elements.make(result, "p", words.caveat);
  elements.make(result, "p", words.alarms, "tool__hint");
  var foot = calendar.offer(result, function () {
    return kept.map(function (each) {
      return { day: each.day, title: each.name, about: each.text, hours: each.hours };
    });
  });
  elements.copying(foot, text, common.tool_copy);
  elements.button(foot, common.tool_print, function () {
    elements.print(text(), given.code);
  });
  elements.button(foot, common.tool_clear, function () {
    clear();
    what.field.focus();
  });
  what.field.addEventListener("change", ask);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    add();
  });
  elements.forgetting(clear);
  ask();
  show();

  function chosen() {
    return given.items[Number(what.field.value)];
  }

  function ask() {
    if (label) label.textContent = chosen().from;
  }

  function text() {
    return kept
      .map(function (each) {
        return each.text;
      })
      .concat(words.caveat)
      .join("\n");
  }

  /** @param {number} day */
  function said(day) {
    return new Date(day * 86400000).toLocaleDateString(given.locale, { dateStyle: "long", timeZone: "UTC" });
  }

  function add() {
    var from = numerals.day(start.field.value);
    elements.blame(start, isNaN(from) ? words.fault_date : "");
    if (isNaN(from)) {
      start.field.focus();
      return;
    }
    var item = chosen();
    var day = limits.last(from, item.count, item.unit);
    var gaps = { day: said(day), name: item.name, from: item.from, start: said(from), basis: item.basis };
    var line = elements.filled(item.yours ? words.line_yours : words.line_theirs, gaps);
    if (item.unit === "working-days") line += words.working;
    if ((day + 1) * 86400000 < Date.now()) line += words.passed;
    var hours = day - from > 20 ? LONG : SHORT;
    kept.push({ day: day, text: line, name: item.name, hours: item.yours ? hours : ON_THE_DAY });
    kept.sort(function (one, other) {
      return one.day - other.day;
    });
    show();
    status.textContent = elements.filled(words.added, { day: said(day) });
  }

  function show() {
    result.hidden = !kept.length;
    list.textContent = "";
    status.textContent = "";
    kept.forEach(function (each, number) {
      var item = elements.make(list, "li", each.text + " ");
      elements.removing(item, number, remove.bind(null, number), what.field);
    });
  }

  /** @param {number} number */
  function remove(number) {
    kept.splice(number, 1);
    show();
  }

  function clear() {
    kept = [];
    form.reset();
    elements.blame(start, "");
    ask();
    show();
  }
}
