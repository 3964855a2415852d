// The letters of a page, filled in where they stand. What is sent is in the language of those who get it.
/** @typedef {{blank: string, label: string, write: string, hint: string, example: string, kind: string}} Blank */
/** @typedef {{code: string, words: Record<string, string>, sent: string, blanks: Record<string, Blank>, products: [string[], string, string][], offices: [string[], string[], string, string][]}} LetterGiven */
/** @typedef {{text: string, box: HTMLInputElement, shown: HTMLElement}} Line */
/** @param {LetterGiven} given */
function letterWriter(given) {
  var words = given.words;
  var BLANK = /(【[^】]*】)/;
  /** @type {Record<string, string>} */
  var named = {};
  Object.keys(given.blanks).forEach(function (name) {
    named[given.blanks[name].blank] = name;
  });
  document.querySelectorAll(".letter[data-copy]").forEach(function (block, number) {
    // Beside the buttons that copy and print it as it is.
    var bar = block.previousElementSibling;
    var print = bar && bar.querySelector("button:last-of-type");
    if (!bar || !print || !bar.matches(".copy")) return;
    /** @type {HTMLElement | null} */
    var section = null;
    var opener = document.createElement("button");
    opener.type = "button";
    opener.textContent = words.fill;
    bar.insertBefore(opener, print);
    opener.addEventListener("click", function () {
      if (!section) {
        section = form(block, "_letter-" + number);
        block.insertAdjacentElement("afterend", section);
      }
      section.focus();
      section.scrollIntoView();
    });
    elements.forgetting(function () {
      if (section) section.remove();
      section = null;
    });
  });

  /**
   * Return the lines of a letter as it is sent.
   * @param {Element} block
   */
  function linesOf(block) {
    var said = block.getAttribute("data-copy");
    if (said) return said.split("\u2028");
    return Array.from(block.querySelectorAll("p:not(.admonition-title), li, tr"))
      .filter(function (line) {
        return !line.querySelector("p");
      })
      .map(function (line) {
        return (line.textContent || "").replace(/\s+/g, " ").trim();
      })
      .filter(Boolean);
  }

  /**
   * Return the form of a letter.
   * @param {Element} block
   * @param {string} id
   */
  function form(block, id) {
    var section = document.createElement("section");
    section.className = "tool writer";
    section.tabIndex = -1;
    section.setAttribute("aria-labelledby", id);
    elements.make(section, "p", words.heading, "tool__figure").id = id;
    elements.make(section, "p", words.intro);
    var both = elements.make(section, "div", "", "writer__both");
    var left = elements.make(both, "div");
    var right = elements.make(both, "div");
    /** @type {Record<string, Labelled>} */
    var fields = {};
    /** @type {Line[]} */
    var lines = [];
    elements.make(right, "p", words.lines_intro);
    linesOf(block).forEach(function (text, place) {
      text.split(BLANK).forEach(function (part) {
        var name = named[part];
        if (name && !fields[name]) fields[name] = blank(left, id + "-" + name, name, update);
      });
      lines.push(line(right, text, id + "-line-" + place));
    });
    var status = elements.make(section, "p", "", "tool__fault");
    status.setAttribute("role", "status");
    foot(section, function () {
      var left = missing(lines, fields);
      status.textContent = left.length ? elements.filled(words.left, { names: left.join(words.comma) }) : "";
      return textOf(lines, fields);
    }, clear);
    update();
    var page = /([^/]*)\/(?:index\.html)?$/.exec(location.pathname);
    var memory = remembering.offer(elements.make(section, "div"), (page ? page[1] : "") + id, words, held, restore, clear);
    return section;

    function clear() {
      memory.forget();
      section.querySelectorAll("input[id], textarea").forEach(function (field) {
        if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = true;
        else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = "";
        field.dispatchEvent(new Event("input"));
        field.dispatchEvent(new Event("change"));
      });
    }

    /** Return what may be kept: no whole number, and only the part of a masked one that the letter has. */
    function held() {
      /** @type {Record<string, string>} */
      var values = {};
      Object.keys(fields).forEach(function (name) {
        var value = fields[name].field.value;
        var kind = given.blanks[name].kind;
        if (kind === "masked") value = masking.written(name, kind, value);
        if (!masking.isWhole(value)) values[name] = value;
      });
      var left = lines.filter(function (line) {
        return !line.box.checked;
      });
      return {
        values: values,
        left: left.map(function (line) {
          return line.text;
        }),
      };
    }

    /** @param {{values: Record<string, string>, left: string[]}} kept */
    function restore(kept) {
      Object.keys(fields).forEach(function (name) {
        fields[name].field.value = kept.values[name] || "";
      });
      lines.forEach(function (line) {
        line.box.checked = !kept.left.includes(line.text);
      });
      update();
    }

    function update() {
      if (memory) memory.keep();
      Object.keys(fields).forEach(function (name) {
        var value = fields[name].field.value;
        var whole = given.blanks[name].kind !== "masked" && masking.isWhole(value);
        elements.blame(fields[name], whole ? words.whole_number : "");
      });
      lines.forEach(function (line) {
        show(line, fields);
        line.box.onchange = update;
      });
    }
  }

  /**
   * Return the field of a blank.
   * @param {Element} parent
   * @param {string} id
   * @param {string} name
   * @param {() => void} update
   */
  function blank(parent, id, name, update) {
    var about = given.blanks[name];
    var hint = elements.filled(words.hint, { write: about.write, example: about.example });
    if (about.kind === "masked") hint += words.masked;
    var made = elements.field(parent, about.kind === "lines" ? "textarea" : "input", id, about.label, hint);
    if (made.field instanceof HTMLInputElement && /^(?:date|time)$/.test(about.kind)) made.field.type = about.kind;
    if (/^(?:company|regulator)$/.test(name)) suggest(made, addressees(name), update);
    made.field.addEventListener("input", update);
    return made;
  }

  /**
   * Return whom a letter may be written to: what they are found by, their name, what they are, and how to say it.
   * @param {string} name
   * @returns {[string[], string, string, string][]}
   */
  function addressees(name) {
    var offices = given.offices.map(function (office) {
      // A regulator is found by what it watches over too.
      var found = name === "company" ? office[0] : office[0].concat(office[1]);
      return /** @type {[string[], string, string, string]} */ ([found, office[2], office[3], words.office]);
    });
    if (name !== "company") return offices;
    return given.products
      .map(function (product) {
        return /** @type {[string[], string, string, string]} */ (product.concat(words.operator));
      })
      .concat(offices);
  }

  /**
   * Name whom a letter goes to when a product or office is typed, and write the name if the reader wants.
   * @param {Labelled} made
   * @param {[string[], string, string, string][]} known
   * @param {() => void} update
   */
  function suggest(made, known, update) {
    var found = elements.make(made.box, "span", "", "writer__found");
    found.setAttribute("role", "status");
    made.field.addEventListener("input", function () {
      var typed = made.field.value.trim().toLowerCase();
      found.textContent = "";
      known.forEach(function (product) {
        var said = product[0].find(function (name) {
          return typed.length > 1 && (typed.includes(name.toLowerCase()) || name.toLowerCase().includes(typed));
        });
        if (!said || found.childElementCount > 4 || made.field.value === product[1]) return;
        var row = elements.make(found, "span", elements.filled(product[3], { product: said, kind: product[2] }) + " ");
        elements.button(row, product[1], function () {
          made.field.value = product[1];
          found.textContent = "";
          made.field.focus();
          update();
        }).lang = given.sent;
      });
    });
  }

  /**
   * Return a line of the letter, with a box to leave it out.
   * @param {Element} parent
   * @param {string} text
   * @param {string} id
   * @returns {Line}
   */
  function line(parent, text, id) {
    var box = elements.check(parent, "");
    box.checked = true;
    box.id = id;
    var shown = /** @type {HTMLElement} */ (box.nextElementSibling);
    if (box.parentElement) box.parentElement.classList.add("writer__line");
    shown.lang = given.sent;
    return { text: text, box: box, shown: shown };
  }

  /**
   * Show a line as it reads now.
   * @param {Line} line
   * @param {Record<string, Labelled>} fields
   */
  function show(line, fields) {
    line.shown.textContent = "";
    line.shown.className = line.box.checked ? "" : "writer__out";
    parts(line.text, fields).forEach(function (part) {
      if (part[1]) elements.make(line.shown, "span", part[0], "blank");
      else line.shown.appendChild(document.createTextNode(part[0]));
    });
  }

  /**
   * Return the parts of a line, blanks that are left with their names.
   * @param {string} text
   * @param {Record<string, Labelled>} fields
   * @returns {[string, string][]}
   */
  function parts(text, fields) {
    var cut = text.split(BLANK);
    return cut.map(function (part, place) {
      var name = named[part];
      if (!name || !fields[name]) return [part, ""];
      var value = masking.written(name, given.blanks[name].kind, fields[name].field.value);
      // The letter has its own full stop.
      if (/^[，。；：、]/.test(cut[place + 1] || "")) value = value.replace(/[，。；：、,.;]+$/, "");
      return value ? [value, ""] : [part, name];
    });
  }

  /** @param {Line[]} lines @param {Record<string, Labelled>} fields */
  function textOf(lines, fields) {
    return lines
      .filter(function (line) {
        return line.box.checked;
      })
      .map(function (line) {
        return parts(line.text, fields)
          .map(function (part) {
            return part[0];
          })
          .join("");
      })
      .join("\n");
  }

  /** @param {Line[]} lines @param {Record<string, Labelled>} fields */
  function missing(lines, fields) {
    /** @type {string[]} */
    var names = [];
    lines.forEach(function (line) {
      parts(line.text, fields).forEach(function (part) {
        var label = part[1] && given.blanks[part[1]].label;
        if (line.box.checked && label && !names.includes(label)) names.push(label);
      });
    });
    return names;
  }

  /** @param {Element} section @param {() => string} text @param {() => void} clear */
  function foot(section, text, clear) {
    var bar = elements.make(section, "p", "", "tool__bar");
    elements.copying(bar, text, words.copy);
    elements.button(bar, words.print, function () {
      elements.print(text(), given.sent);
    });
    elements.button(bar, words.save, function () {
      // Windows needs the mark at the beginning, and both signs at the end of a line.
      elements.save(words.file + ".txt", "text/plain", ["\ufeff" + text().replace(/\n/g, "\r\n") + "\r\n"]);
    });
    elements.button(bar, words.save_word, function () {
      elements.save(words.file + ".docx", wordFile.TYPE, wordFile.made(text()));
    });
    elements.button(bar, words.tool_clear, clear);
  }
}
