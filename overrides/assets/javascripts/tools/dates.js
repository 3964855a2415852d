// The days by which others must answer or the reader must act, as a list and for a calendar.
/** @typedef {{name: string, from: string, count: number, unit: string, basis: string, yours: boolean}} Limited */
/** @typedef {{code: string, locale: string, words: Record<string, string>, items: Limited[]}} DatesGiven */
/** @param {DatesGiven} given */
function dates(given) {
  var words = given.words;
  var heading = document.getElementById("reply-times");
  if (!heading) return;
  /** @type {{day: number, text: string, name: string}[]} */
  var kept = [];
  var section = document.createElement("section");
  section.className = "tool";
  section.setAttribute("aria-labelledby", "_dates");
  elements.make(section, "h3", words.heading).id = "_dates";
  elements.make(section, "p", words.intro);
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
  var neutral = elements.check(result, words.neutral);
  neutral.checked = true;
  var foot = elements.make(result, "p", "", "tool__bar");
  elements.button(foot, words.save, function () {
    var reminders = kept.map(function (each) {
      return { day: each.day, title: neutral.checked ? words.title : each.name, about: neutral.checked ? "" : each.text };
    });
    elements.save(words.file + ".ics", "text/calendar", [calendar.file(reminders, Date.now())]);
  });
  elements.copying(foot, text, words.tool_copy);
  elements.button(foot, words.tool_print, function () {
    elements.print(text(), given.code);
  });
  elements.button(foot, words.tool_clear, clear);
  what.field.addEventListener("change", ask);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    add();
  });
  elements.forgetting(clear);
  ask();
  show();
  var folded = heading.closest("details");
  if (folded) folded.appendChild(section);
  else heading.insertAdjacentElement("afterend", section);

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
    kept.push({ day: day, text: line, name: item.name });
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
      var removing = elements.button(elements.make(list, "li", each.text + " "), words.remove, function () {
        kept.splice(number, 1);
        show();
        what.field.focus();
      });
      removing.setAttribute("aria-label", elements.filled(words.remove_row, { number: number + 1 }));
    });
  }

  function clear() {
    kept = [];
    form.reset();
    elements.blame(start, "");
    ask();
    show();
  }
}
