// The form of the true cost: what is typed, what comes out, and the sentence to write.
/** @typedef {{rate: number, name: string, who: string, basis: string}} Limit */
/** @typedef {{code: string, words: Record<string, string>, sent: {code: string, text: string}, limits: Limit[]}} CostGiven */
/** @param {CostGiven} given */
function trueCost(given) {
  var words = given.words;
  var KINDS = ["equal", "rate", "interest", "once", "list"];
  /** @type {Record<string, string>} */
  var SHOWN = {
    payment: "equal",
    rate: "rate",
    interest: "interest",
    final: "once",
    days: "once",
    list: "list",
    count: "equal rate interest",
    each: "equal rate interest list",
    memberAt: "equal rate interest list",
    paidOut: "equal rate interest list",
    firstDue: "equal rate interest",
  };
  var MAIN = ["amount", "taken", "fees", "payment", "rate", "interest", "final", "list", "count", "days"];
  var MORE = ["guarantee", "insurance", "member", "memberAt", "each", "paidOut", "firstDue"];
  // Beyond this the yearly rate with interest on interest means nothing to anybody.
  var MOST_SHOWN = 10000;
  /** @type {Record<string, Labelled>} */
  var fields = {};
  /** @type {string[]} */
  var lines = [];

  var section = elements.section("_cost", words.heading, words.intro);
  if (!section) return;
  var form = elements.make(section, "form");
  form.noValidate = true;
  var kind = elements.field(form, "select", "_cost-kind", words.kind);
  KINDS.forEach(function (name) {
    elements.make(kind.field, "option", words["kind_" + name]).value = name;
  });
  MAIN.forEach(add.bind(null, form));
  var more = elements.make(form, "details");
  elements.make(more, "summary", words.more);
  MORE.forEach(add.bind(null, more));
  var bar = elements.make(form, "p", "", "tool__bar");
  elements.make(bar, "button", words.compute).type = "submit";
  elements.button(bar, common.tool_clear, clear);
  var result = elements.make(section, "div", "", "tool__result");
  result.hidden = true;
  result.tabIndex = -1;
  result.setAttribute("role", "region");
  result.setAttribute("aria-label", words.result);
  kind.field.addEventListener("change", show);
  form.addEventListener("input", age);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    compute();
  });
  elements.forgetting(clear);
  show();

  /** @param {Element} parent @param {string} name */
  function add(parent, name) {
    var made = elements.field(parent, name === "list" ? "textarea" : "input", "_cost-" + name, words[name], words[name + "_hint"]);
    if (made.field instanceof HTMLInputElement) {
      if (/^(?:paidOut|firstDue)$/.test(name)) made.field.type = "date";
      else made.field.inputMode = "decimal";
    }
    fields[name] = made;
  }

  function show() {
    Object.keys(SHOWN).forEach(function (name) {
      fields[name].box.hidden = !SHOWN[name].includes(kind.field.value);
    });
  }

  function clear() {
    form.reset();
    show();
    hide();
    Object.keys(fields).forEach(function (name) {
      elements.blame(fields[name], "");
    });
  }

  /** Say that a result is of what stood in the form before, and let nobody take it along. */
  function age() {
    if (result.hidden || result.matches(".tool__old")) return;
    result.classList.add("tool__old");
    result.querySelectorAll(".tool__bar").forEach(function (bar) {
      bar.remove();
    });
    var said = document.createElement("p");
    said.className = "tool__fault";
    said.setAttribute("role", "status");
    result.insertBefore(said, result.firstChild);
    said.textContent = words.old;
  }

  function hide() {
    result.classList.remove("tool__old");
    result.hidden = true;
    result.textContent = "";
    lines = [];
  }

  function compute() {
    /** @type {Typed} */
    var typed = { kind: kind.field.value };
    Object.keys(fields).forEach(function (name) {
      if (!fields[name].box.hidden) typed[name] = fields[name].field.value;
      elements.blame(fields[name], "");
    });
    hide();
    var read = schedule.read(typed);
    read.faults.forEach(function (fault) {
      var line = elements.filled(words["fault_" + fault.fault], { field: fields[fault.field].label, line: fault.line || 0 });
      elements.blame(fields[fault.field], line);
    });
    if (!read.plan) {
      var wrong = fields[read.faults[0].field];
      if (more.contains(wrong.field)) more.open = true;
      wrong.field.focus();
      return;
    }
    tell(read.plan);
    result.hidden = false;
    result.focus();
    result.scrollIntoView();
  }

  /** @param {string} text */
  function say(text) {
    lines.push(text);
    return elements.make(result, "p", text);
  }

  /** @param {string} text */
  function head(text) {
    lines.push(text);
    elements.make(result, "h3", text);
  }

  /** @param {Plan} plan */
  function tell(plan) {
    var found = rates.find(plan.received, plan.payments);
    head(words.result);
    say(elements.filled(words.sums, { received: yuan(plan.received), total: yuan(plan.total), over: yuan(plan.total - plan.received) }));
    if (found.kind !== "one") say(words["rate_" + found.kind]);
    else {
      var high = found.effective > MOST_SHOWN;
      say(elements.filled(words.nominal, { rate: numerals.percent(found.nominal) })).className = "tool__figure";
      say(high ? words.effective_high : elements.filled(words.effective, { rate: numerals.percent(found.effective) }));
      whither(plan);
      compare(found.nominal);
    }
    if (plan.taken) takenFirst(plan);
    if (plan.parts[2][1]) say(words.fees_note);
    say(words.caveat);
    var foot = elements.make(result, "p", "", "tool__bar");
    var whole = function () {
      return lines.join("\n");
    };
    elements.copying(foot, whole, common.tool_copy);
    elements.button(foot, common.tool_print, function () {
      elements.print(whole(), given.code);
    });
  }

  /**
   * Show where the money goes, a bar for each part; left out where the parts make no sense.
   * @param {Plan} plan
   */
  function whither(plan) {
    var parts = plan.parts.filter(function (part) {
      return Math.abs(part[1]) >= 0.005;
    });
    var less = parts.some(function (part) {
      return part[1] < 0;
    });
    if (less) return;
    head(words.whither);
    var list = elements.make(result, "ul", "", "tool__parts");
    parts.forEach(function (part) {
      var share = part[1] / plan.total;
      var text = elements.filled(words.part, { name: words["part_" + part[0]], sum: yuan(part[1]), share: numerals.percent(share) });
      lines.push(text);
      var item = elements.make(list, "li", text);
      var drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      drawing.setAttribute("viewBox", "0 0 100 3");
      drawing.setAttribute("aria-hidden", "true");
      var line = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      line.setAttribute("width", String(Math.max(0.5, share * 100)));
      line.setAttribute("height", "3");
      drawing.appendChild(line);
      item.appendChild(drawing);
    });
  }

  /** @param {number} nominal */
  function compare(nominal) {
    head(words.compare);
    say(words.compare_intro);
    var list = elements.make(result, "ul");
    given.limits.forEach(function (limit) {
      var apart = nominal * 100 - limit.rate;
      var verdict = elements.filled(apart > 0 ? words.higher : words.not_higher, { points: Math.abs(apart).toFixed(2) });
      var text = elements.filled(words.limit, { name: limit.name, rate: limit.rate, who: limit.who, basis: limit.basis }) + verdict;
      lines.push(text);
      elements.make(list, "li", text);
    });
  }

  /**
   * Work out again what interest that was taken off first leaves, and write the sentence that asks for it.
   * @param {Plan} plan
   */
  function takenFirst(plan) {
    var lent = plan.amount - plan.taken;
    head(words.taken_first);
    say(elements.filled(words.taken_law, { amount: yuan(plan.amount), taken: yuan(plan.taken), lent: yuan(lent) }));
    if (plan.instalments > plan.amount) {
      var again = (plan.instalments * lent) / plan.amount;
      say(elements.filled(words.taken_again, { before: yuan(plan.instalments), again: yuan(again), less: yuan(plan.instalments - again) }));
    }
    say(words.write);
    var gaps = { amount: plain(plan.amount), taken: plain(plan.taken), lent: plain(lent) };
    var text = elements.filled(given.sent.text, gaps);
    var block = elements.make(result, "blockquote");
    elements.make(block, "p", text).lang = given.sent.code;
    lines.push(text);
    if (words.sentence !== given.sent.text) elements.make(block, "p", elements.filled(words.sentence, gaps));
    elements.copying(elements.make(result, "p", "", "tool__bar"), function () {
      return text;
    });
  }

  /** @param {number} sum */
  function yuan(sum) {
    return elements.filled(words.yuan, { sum: numerals.amount(sum, true) });
  }

  /** @param {number} sum */
  function plain(sum) {
    return numerals.amount(sum, false);
  }
}
