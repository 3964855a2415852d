// One question after the other, danger first, then a plan in the order of time. What it says a script puts into its page, hidden.
// Answers are kept by this script alone: a history entry holds its own number, and nothing of what was asked.
/** @typedef {{code: string, locale: string, words: Record<string, string>}} PickerGiven */
/** @param {PickerGiven} given */
function situationPicker(given) {
  var QUESTIONS = ["urgent", "who", "what", "lender", "risk", "plan"];
  var PLAN = 5;
  /** @type {Record<string, number>} */
  var DAYS = { day: 1, week: 7, month: 30 };
  /** @type {Record<string, string>} */
  var words = {};
  var held = document.querySelector(".plans");
  var start = document.querySelector("article h2");
  if (!held || !start) return;
  /** @type {Element} */
  var store = held;
  all("[data-word]").forEach(function (each) {
    words[data(each, "word")] = each.textContent || "";
  });
  all("[data-part]").forEach(function (part) {
    var head = document.createElement("h4");
    head.textContent = words[data(part, "part")];
    part.insertBefore(head, part.firstChild);
  });

  /** @type {{who?: string, what?: Element, lender?: Element[], risks?: Element[]}} */
  var answers = {};
  // Which question each entry of the history shows; an entry of an earlier visit shows the first.
  var here = (history.state && history.state.step) || 0;
  /** @type {number[]} */
  var walk = [];
  /** @type {Element[]} */
  var lent = [];
  /** @type {Element | undefined} */
  var guest;
  var section = document.createElement("section");
  section.className = "tool picker";
  section.setAttribute("aria-labelledby", "_picker");
  elements.make(section, "h2", words.heading).id = "_picker";
  var body = elements.make(section, "div");
  start.insertAdjacentElement("beforebegin", section);
  // Nobody looks for anything in what is not shown: the page stays light.
  store.remove();
  addEventListener("popstate", function (event) {
    if (!event.state || !(event.state.step >= 0)) return;
    here = event.state.step;
    show(walk[here] || 0);
  });
  elements.forgetting(function () {
    answers = {};
    show(0);
  });
  ask(0);

  /** @param {string} selector */
  function all(selector) {
    return Array.from(store.querySelectorAll(selector));
  }

  /** @param {Element} element @param {string} name */
  function data(element, name) {
    return element.getAttribute("data-" + name) || "";
  }

  /** @param {string} name @param {string} value */
  function known(name, value) {
    return store.querySelector("[data-" + name + '="' + value + '"]');
  }

  /** @param {number} step */
  function go(step) {
    history.replaceState({ step: here }, "");
    here += 1;
    walk[here] = step;
    history.pushState({ step: here }, "");
    show(step);
  }

  /**
   * Show a question that can be asked now, else the first, and bring the reader there.
   * @param {number} step
   */
  function show(step) {
    var ready = step < 2 || (step === 2 ? answers.who : answers.what);
    var head = ask(ready ? step : 0);
    head.focus();
    head.scrollIntoView();
  }

  /** @param {number} step */
  function ask(step) {
    var name = QUESTIONS[step];
    // What was lent to the page is taken back before the page is emptied.
    lent.splice(0).forEach(function (each) {
      store.appendChild(each);
    });
    if (guest) guest.remove();
    body.textContent = "";
    if (!step) elements.make(body, "p", words.intro);
    var head = elements.make(body, "h3", words[name]);
    head.tabIndex = -1;
    if (name === "urgent") urgent();
    if (name === "who") who();
    if (name === "what") what();
    if (name === "lender") lender();
    if (name === "risk") risk();
    if (name === "plan") plan();
    if (step) {
      var bar = elements.make(body, "p", "", "tool__bar");
      elements.button(bar, words.back, function () {
        history.back();
      });
      if (step === PLAN) {
        elements.button(bar, words.again, function () {
          answers = {};
          go(0);
        });
      }
    }
    return head;
  }

  /**
   * @param {Element} parent
   * @param {string} text
   * @param {() => void} work
   */
  function answer(parent, text, work) {
    var made = elements.button(parent, text, work);
    made.className = "picker__answer";
    return made;
  }

  /**
   * Offer the situations of a group that somebody may be in.
   * @param {Element} parent
   * @param {Element[]} situations
   */
  function offer(parent, situations) {
    situations.forEach(function (each) {
      answer(parent, each.textContent || "", function () {
        answers.what = each;
        answers.lender = answers.risks = [];
        go(data(each, "group") === "urgent" ? PLAN : each.hasAttribute("data-lends") ? 3 : 4);
      });
    });
  }

  function urgent() {
    offer(body, all('[data-group="urgent"]'));
    answer(body, words.no_urgent, function () {
      go(1);
    });
  }

  function who() {
    ["me", "family", "colleague", "employer"].forEach(function (name) {
      answer(body, words["who_" + name], function () {
        answers.who = name;
        go(2);
      });
    });
  }

  function what() {
    var mine = all('[data-who~="' + answers.who + '"]').filter(function (each) {
      return data(each, "group") !== "urgent";
    });
    // The page has the groups as sections, with their headings.
    document.querySelectorAll("article > h2[id]").forEach(function (heading) {
      var those = mine.filter(function (each) {
        return data(each, "group") === heading.id;
      });
      if (!those.length) return;
      /** @type {Element} */
      var parent = body;
      if (mine.length > 9) {
        parent = elements.make(body, "details");
        elements.make(parent, "summary", heading.firstChild ? heading.firstChild.textContent || "" : "");
      }
      offer(parent, those);
    });
  }

  function lender() {
    var typed = elements.field(body, "input", "_picker-product", words.product, words.product_hint);
    var found = elements.make(typed.box, "span", "", "writer__found");
    found.setAttribute("role", "status");
    typed.field.addEventListener("input", function () {
      var text = typed.field.value.trim().toLowerCase();
      found.textContent = "";
      all("[data-door]").forEach(function (line) {
        var named = Array.from(line.children).some(function (each) {
          return text.length > 1 && each.className === "product" && (each.textContent || "").toLowerCase().includes(text);
        });
        if (!named || found.querySelectorAll("button").length > 5) return;
        var made = answer(found, "", from.bind(null, [line, known("lender", data(line, "door"))]));
        // A button holds no link; what is in another language stays marked.
        line.childNodes.forEach(function (part) {
          made.append(part.nodeName === "SPAN" ? part.cloneNode(true) : part.textContent || "");
        });
      });
      if (text.length > 1 && !found.firstChild) found.textContent = words.product_none;
    });
    answer(body, words.unknown, from.bind(null, [known("lender", "")]));
    elements.make(body, "p", words.kind);
    all("[data-lender] > .called").forEach(function (name) {
      answer(body, name.textContent || "", from.bind(null, [name.parentElement]));
    });
  }

  /** @param {(Element | null)[]} told */
  function from(told) {
    answers.lender = /** @type {Element[]} */ (told.filter(Boolean));
    go(4);
  }

  function risk() {
    elements.make(body, "p", words.risk_hint);
    /** @type {[HTMLInputElement, Element][]} */
    var boxes = all("[data-risk]").map(function (each) {
      return [elements.check(body, (each.firstElementChild || each).textContent || ""), each];
    });
    elements.button(elements.make(body, "p", "", "tool__bar"), words.show, function () {
      answers.risks = boxes
        .filter(function (each) {
          return each[0].checked;
        })
        .map(function (each) {
          return each[1];
        });
      go(PLAN);
    });
  }

  /**
   * Move elements into the page, below a heading.
   * @param {string} heading
   * @param {Element[] | undefined} told
   */
  function lend(heading, told) {
    var part = document.createElement("div");
    if (heading && told && told.length) elements.make(part, "h4", heading);
    (told || []).forEach(function (each) {
      lent.push(part.appendChild(each));
    });
    return part;
  }

  function plan() {
    if (!answers.what) return;
    var about = answers.what.textContent || "";
    var own = known("body", data(answers.what, "plan"));
    if (!own) return;
    var sheet = elements.make(body, "div");
    elements.make(sheet, "p", about, "tool__figure");
    sheet.appendChild(lend(words.guard, answers.risks));
    sheet.appendChild(lend("", [own]));
    var first = own.querySelector("[data-part]");
    guest = lend(words.lent, answers.lender);
    if (first) first.insertAdjacentElement("afterend", guest);
    dates(own, about);
    var bar = elements.make(body, "p", "", "tool__bar");
    elements.copying(bar, text.bind(null, sheet), common.tool_copy);
    elements.button(bar, common.tool_print, function () {
      elements.printShown(sheet);
    });
  }

  /** @param {Element} own @param {string} about */
  function dates(own, about) {
    // A day of the calendar where the reader is.
    var today = Math.floor(Date.now() / 86400000 - new Date().getTimezoneOffset() / 1440);
    var reminders = Object.keys(DAYS)
      .filter(function (part) {
        return own.querySelector('[data-part="' + part + '"]');
      })
      .map(function (part) {
        return { day: today + DAYS[part], title: words[part] + " " + about, about: "", hours: alarms(part) };
      });
    if (!reminders.length) return;
    elements.make(body, "p", words.dates);
    var list = elements.make(body, "ul");
    reminders.forEach(function (each) {
      var day = new Date(each.day * 86400000).toLocaleDateString(given.locale, { dateStyle: "long", timeZone: "UTC" });
      elements.make(list, "li", elements.filled(words.dates_line, { day: day, what: each.title }));
    });
    calendar.offer(body, function () {
      return reminders;
    });
  }

  /**
   * Return when a step is called to mind, in hours from the beginning of its last day.
   * @param {string} part
   */
  function alarms(part) {
    // Of 24 hours that began in the evening most are left in the morning; else the evening before is not too late.
    if (part === "day") return [new Date().getHours() < 16 ? -6 : 9];
    return [part === "month" ? -63 : -15];
  }

  /**
   * Return the plan as plain text: a line for each paragraph, item and row.
   * @param {Element} sheet
   */
  function text(sheet) {
    return Array.from(sheet.querySelectorAll("h4, p, li, tr"))
      .filter(function (line) {
        return !line.closest(".copy") && line.textContent && !line.querySelector("p, li");
      })
      .map(function (line) {
        var item = line.closest("li");
        var sign = "";
        if (line.localName === "h4") sign = "\n";
        else if (item && (line === item || line === item.firstElementChild)) {
          var list = item.parentElement;
          sign = list && list.localName === "ol" ? Array.from(list.children).indexOf(item) + 1 + ". " : "- ";
        }
        var cells = line.localName === "tr" ? Array.from(line.children) : [line];
        return sign + cells.map(plain).join(" | ");
      })
      .join("\n");
  }

  /** @param {Element} element */
  function plain(element) {
    return (element.textContent || "").replace(/\s+/g, " ").trim();
  }
}
