// What the tools are made of: fields with their labels and faults, buttons, and the way to the clipboard and printer.
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */
/** @typedef {{field: Field, box: HTMLElement, fault: HTMLElement, label: string}} Labelled */
var elements = (function () {
  /**
   * Return a new last child of `parent`.
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Element} parent
   * @param {Tag} name
   * @param {string} [text]
   * @param {string} [className]
   * @returns {HTMLElementTagNameMap[Tag]}
   */
  function make(parent, name, text, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    parent.appendChild(made);
    return made;
  }

  /**
   * Return the place of a tool, before the first part of the page; null if the page has no parts.
   * @param {string} id
   * @param {string} heading
   * @param {string} intro
   */
  function section(id, heading, intro) {
    var start = document.querySelector("article h2");
    if (!start || !start.parentNode) return null;
    var made = document.createElement("section");
    made.className = "tool";
    made.setAttribute("aria-labelledby", id);
    make(made, "h2", heading).id = id;
    make(made, "p", intro);
    start.parentNode.insertBefore(made, start);
    return made;
  }

  /**
   * Return a box to tick, with what it stands for.
   * @param {Element} parent
   * @param {string} text
   */
  function check(parent, text) {
    var label = make(parent, "label", "", "tool__check");
    var box = make(label, "input");
    box.type = "checkbox";
    box.autocomplete = "off";
    make(label, "span", text);
    return box;
  }

  /**
   * Return a field with its label, what helps to fill it in, and room for what is wrong with it.
   * @param {Element} parent
   * @param {"input" | "select" | "textarea"} kind
   * @param {string} id
   * @param {string} label
   * @param {string} [hint]
   * @returns {Labelled}
   */
  function field(parent, kind, id, label, hint) {
    var box = make(parent, "div", "", "tool__field");
    make(box, "label", label).htmlFor = id;
    var described = id + "-fault";
    if (hint) {
      make(box, "span", hint, "tool__hint").id = id + "-hint";
      described = id + "-hint " + described;
    }
    var made = make(box, kind);
    made.id = id;
    // Browsers keep what was typed for the next time unless they are asked not to.
    made.autocomplete = "off";
    if (!(made instanceof HTMLSelectElement)) {
      made.spellcheck = false;
      made.maxLength = 20000;
    }
    made.setAttribute("aria-describedby", described);
    var fault = make(box, "span", "", "tool__fault");
    fault.id = id + "-fault";
    return { field: made, box: box, fault: fault, label: label };
  }

  /**
   * @param {Element} parent
   * @param {string} text
   * @param {() => void} work
   */
  function button(parent, text, work) {
    var made = make(parent, "button", text);
    made.type = "button";
    made.addEventListener("click", work);
    return made;
  }

  /**
   * Return a button that takes a row out of its list; the next row has the focus then, or a field if none is left.
   * @param {Element} item
   * @param {number} number of the row, from nothing
   * @param {() => void} work
   * @param {Field} field
   */
  function removing(item, number, work, field) {
    var made = button(item, common.tool_remove, function () {
      var list = item.parentElement;
      work();
      var left = list ? list.querySelectorAll("li") : [];
      var next = left.length && left[Math.min(number, left.length - 1)].querySelector("button");
      (next || field).focus();
    });
    made.setAttribute("aria-label", filled(common.tool_remove_row, { number: number + 1 }));
    return made;
  }

  /**
   * Return a button that copies, with what it says afterwards; the page's own script does it.
   * @param {Element} parent
   * @param {() => string} text
   * @param {string} [name] what the button says, unless it is what all that copy a message say
   */
  function copying(parent, text, name) {
    var root = document.documentElement;
    /** @type {HTMLElement} */
    var status;
    var made = button(parent, name || root.getAttribute("data-say-copy") || "", function () {
      var say = function (/** @type {string} */ name) {
        status.textContent = root.getAttribute("data-say-" + name) || "";
      };
      dispatchEvent(new CustomEvent("handbook-copy", { detail: { text: text(), say: say } }));
    });
    status = make(parent, "span");
    status.setAttribute("role", "status");
    return made;
  }

  /**
   * Print a text alone; the page's own script does it.
   * @param {string} text
   * @param {string} language
   */
  function print(text, language) {
    dispatchEvent(new CustomEvent("handbook-print", { detail: { text: text, language: language } }));
  }

  /**
   * Print a table alone, along the long side of the paper, with lines below it.
   * @param {string} title
   * @param {string[][]} rows the first has the heads
   * @param {string[]} lines
   */
  function printTable(title, rows, lines) {
    var sheet = make(document.body, "section", "", "sheet landscape");
    make(sheet, "p", title, "name");
    var table = make(sheet, "table");
    rows.forEach(function (row, number) {
      var line = make(make(table, number ? "tbody" : "thead"), "tr");
      row.forEach(function (text) {
        make(line, number ? "td" : "th", text);
      });
    });
    lines.forEach(function (text) {
      make(sheet, "p", text, "to");
    });
    printSheet(sheet);
  }

  /**
   * Print what stands on the page already, alone and in two columns, without its buttons.
   * @param {Element} shown
   */
  function printShown(shown) {
    var sheet = make(document.body, "article", "", "sheet columns md-typeset");
    sheet.innerHTML = shown.innerHTML;
    sheet.querySelectorAll(".copy, .tool__bar, [hidden]").forEach(function (part) {
      part.remove();
    });
    printSheet(sheet);
  }

  /** @param {Element} sheet */
  function printSheet(sheet) {
    var root = document.documentElement;
    root.classList.add("one-letter");
    addEventListener(
      "afterprint",
      function () {
        root.classList.remove("one-letter");
        sheet.remove();
      },
      { once: true },
    );
    window.print();
  }

  /**
   * Hand a file over to the reader, who says where it goes.
   * @param {string} name
   * @param {string} type
   * @param {BlobPart[]} parts
   */
  function save(name, type, parts) {
    var link = document.createElement("a");
    link.download = name;
    link.href = URL.createObjectURL(new Blob(parts, { type: type }));
    link.click();
    setTimeout(function () {
      URL.revokeObjectURL(link.href);
    }, 10000);
  }

  /**
   * Say what is wrong with a field, or nothing.
   * @param {Labelled} labelled
   * @param {string} text
   */
  function blame(labelled, text) {
    labelled.fault.textContent = text;
    labelled.field.setAttribute("aria-invalid", text ? "true" : "false");
  }

  /**
   * Return a sentence with its gaps filled.
   * @param {string} sentence
   * @param {Record<string, string | number>} gaps
   */
  function filled(sentence, gaps) {
    return sentence.replace(/\{(\w+)\}/g, function (gap, name) {
      return name in gaps ? String(gaps[name]) : gap;
    });
  }

  /**
   * Forget everything when the page is left for good, so that nothing comes back with it.
   * @param {() => void} forget
   */
  function forgetting(forget) {
    addEventListener("pagehide", function () {
      if (document.documentElement.hidden) forget();
    });
  }

  return {
    make: make,
    section: section,
    check: check,
    field: field,
    button: button,
    removing: removing,
    copying: copying,
    print: print,
    printTable: printTable,
    printShown: printShown,
    save: save,
    blame: blame,
    filled: filled,
    forgetting: forgetting,
  };
})();
