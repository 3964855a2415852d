// The log of calls, messages and visits: rows, what each day holds beside what the registers say, a table to keep.
/** @typedef {{name: string, value: string, basis: string}} Known */
/** @typedef {{code: string, words: Record<string, string>, calls: Known | null, quiet: Known | null}} LogGiven */
/** @param {LogGiven} given */
function evidenceLog(given) {
  var words = given.words;
  var KINDS = ["call", "missed", "message", "visit", "letter"];
  /** @type {("day" | "time" | "length" | "number" | "who" | "words" | "file")[]} */
  var NAMES = ["day", "time", "length", "number", "who", "words", "file"];
  var section = elements.section("_log", words.heading, words.intro);
  if (!section) return;
  /** @type {Entry[]} */
  var rows = [];
  // The row that is being changed, where it stands, and what stood in the form before.
  /** @type {Entry | null} */
  var changed = null;
  /** @type {Entry | null} */
  var draft = null;
  /** @type {Record<string, Labelled>} */
  var fields = {};
  var form = elements.make(section, "form");
  form.noValidate = true;
  var kind = elements.field(form, "select", "_log-kind", words.kind);
  KINDS.forEach(function (name) {
    elements.make(kind.field, "option", words["kind_" + name]).value = name;
  });
  NAMES.forEach(function (name) {
    var made = elements.field(form, name === "words" ? "textarea" : "input", "_log-" + name, words[name], words[name + "_hint"]);
    if (made.field instanceof HTMLInputElement && name === "day") made.field.type = "date";
    if (made.field instanceof HTMLInputElement && name === "time") made.field.type = "time";
    if (name === "who" || name === "words") made.field.addEventListener("input", warn);
    fields[name] = made;
  });
  var chosen = elements.field(form, "input", "_log-chosen", words.chosen, words.chosen_hint);
  var files = /** @type {HTMLInputElement} */ (chosen.field);
  files.type = "file";
  files.multiple = true;
  files.addEventListener("change", identify);
  var bar = elements.make(form, "p", "", "tool__bar");
  var adding = elements.make(bar, "button", words.add);
  adding.type = "submit";
  var cancelling = elements.button(bar, words.cancel, leave);
  cancelling.hidden = true;
  var status = elements.make(bar, "span");
  status.setAttribute("role", "status");
  var remembered = elements.make(section, "div");
  var result = elements.make(section, "div", "", "tool__result");
  var list = elements.make(result, "ol");
  var counted = elements.make(result, "ul");
  elements.make(result, "p", words.caveat);
  var foot = elements.make(result, "p", "", "tool__bar");
  elements.button(foot, words.save_table, function () {
    elements.save(words.file_name + ".xlsx", tableFile.TYPE, tableFile.made([heads()].concat(cells())));
  });
  elements.button(foot, words.save, function () {
    elements.save(words.file_name + ".csv", "text/csv", [records.table([heads()].concat(cells()))]);
  });
  elements.button(foot, common.tool_print, function () {
    elements.printTable(words.heading, [heads()].concat(cells()), said());
  });
  elements.button(foot, common.tool_clear, function () {
    clear();
    kind.field.focus();
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    add();
  });
  form.addEventListener("keydown", function (event) {
    if (event.key === "Escape") leave();
  });
  elements.forgetting(clear);
  show();
  var memory = remembering.offer(
    remembered,
    "log",
    function () {
      return rows;
    },
    function (kept) {
      leave();
      rows = records.sorted(kept);
      show();
    },
    clear,
    undefined,
    true,
  );

  function heads() {
    return [words.row, words.day, words.time, words.kind].concat(
      NAMES.slice(2).map(function (name) {
        return words[name];
      }),
    );
  }

  function cells() {
    return rows.map(function (row, number) {
      return [String(number + 1), row.day, row.time, words["kind_" + row.kind]].concat(
        NAMES.slice(2).map(function (name) {
          return row[name];
        }),
      );
    });
  }

  /** Return what the days hold, without a judgement: a standard is no law, and the log is one side's. */
  function said() {
    /** @type {string[]} */
    var lines = [];
    records.daily(rows, given.quiet ? given.quiet.value : "").forEach(function (day) {
      var line = elements.filled(words.daily, { day: day.day, calls: day.calls });
      if (given.calls && day.calls > Number(given.calls.value)) line += elements.filled(words.known, { name: given.calls.name, value: given.calls.value, basis: given.calls.basis });
      if (given.quiet && day.quiet) line += elements.filled(words.in_quiet, { number: day.quiet, name: given.quiet.name, value: given.quiet.value, basis: given.quiet.basis });
      lines.push(line);
    });
    return lines;
  }

  function add() {
    var day = fields.day.field.value;
    // A day alone is what a second tap on the button leaves.
    var empty = NAMES.slice(1).every(function (name) {
      return !fields[name].field.value.trim();
    });
    var fault = isNaN(numerals.day(day)) ? words.fault_day : empty ? words.fault_empty : "";
    elements.blame(fields.day, fault);
    if (fault) {
      fields.day.field.focus();
      return;
    }
    var row = typed();
    rows = records.sorted(
      rows
        .filter(function (each) {
          return each !== changed;
        })
        .concat(row),
    );
    memory.keep();
    if (changed) {
      changed = row;
      return leave();
    }
    // The next entry is often of the same day; whose it is must be said anew, or it would stand with a wrong name.
    write({ kind: row.kind, day: row.day });
    show();
  }

  /** Return what stands in the form. */
  function typed() {
    /** @type {Entry} */
    var row = { kind: kind.field.value, day: "", time: "", length: "", number: "", who: "", words: "", file: "" };
    NAMES.forEach(function (name) {
      row[name] = fields[name].field.value.trim();
    });
    return row;
  }

  /** @param {Partial<Entry>} row */
  function write(row) {
    kind.field.value = row.kind || KINDS[0];
    NAMES.forEach(function (name) {
      fields[name].field.value = row[name] || "";
      elements.blame(fields[name], "");
    });
    files.value = "";
    warn();
  }

  /** Warn of what nobody else should read; files have names with long numbers. */
  function warn() {
    [fields.who, fields.words].forEach(function (each) {
      elements.blame(each, masking.isWhole(each.field.value) ? words.whole_number : "");
    });
  }

  /**
   * Let a row be changed where it stands; until that is done or given up, no other is.
   * @param {Entry} row
   * @param {Element} item
   */
  function change(row, item) {
    draft = typed();
    changed = row;
    write(row);
    item.textContent = "";
    item.appendChild(form);
    list.querySelectorAll("li > button").forEach(function (other) {
      /** @type {HTMLElement} */ (other).hidden = true;
    });
    adding.textContent = words.change_done;
    cancelling.hidden = false;
    kind.field.focus();
  }

  /** Put the form back, with what stood in it before a row was changed. */
  function leave() {
    if (!changed || !draft || !section) return;
    var at = rows.indexOf(changed);
    section.insertBefore(form, remembered);
    write(draft);
    changed = draft = null;
    adding.textContent = words.add;
    cancelling.hidden = true;
    show();
    var item = list.children[at];
    if (item) /** @type {HTMLElement} */ (item.firstElementChild).focus();
  }

  function show() {
    result.hidden = !rows.length;
    list.textContent = counted.textContent = "";
    // A whole number in a row that is there already is warned of too.
    var whole = rows.some(function (row) {
      return masking.isWhole(row.who) || masking.isWhole(row.words);
    });
    status.textContent = rows.length ? elements.filled(words.added, { number: rows.length }) + (whole ? " " + words.whole_number : "") : "";
    var shown = cells();
    rows.forEach(function (row, number) {
      var item = elements.make(list, "li", shown[number].slice(1).filter(Boolean).join(words.comma) + " ");
      elements.button(item, words.change, change.bind(null, row, item)).setAttribute("aria-label", elements.filled(words.change_row, { number: number + 1 }));
      elements.removing(item, number, remove.bind(null, row), kind.field);
    });
    said().forEach(function (line) {
      elements.make(counted, "li", line);
    });
  }

  /** @param {Entry} row */
  function remove(row) {
    rows.splice(rows.indexOf(row), 1);
    memory.keep();
    show();
  }

  /** Write what the chosen files are called, and what tells each from every other, where the row names its files. */
  function identify() {
    if (!files.files || !files.files.length) return;
    // Browsers do this only where nobody can have changed the page on its way.
    if (!window.crypto || !crypto.subtle) return elements.blame(chosen, words.chosen_insecure);
    elements.blame(chosen, "");
    status.textContent = words.chosen_working;
    records.identified(Array.from(files.files)).then(
      function (found) {
        fields.file.field.value = [fields.file.field.value.trim()].concat(found).filter(Boolean).join("; ");
        status.textContent = words.chosen_done;
      },
      function () {
        status.textContent = "";
        elements.blame(chosen, words.chosen_failed);
      },
    );
  }

  function clear() {
    rows = [];
    leave();
    memory.forget();
    elements.blame(chosen, "");
    write({});
    show();
  }
}
