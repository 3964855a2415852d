// The letters of a page, filled in where they stand. What is sent is in the language of those who get it.
/** @typedef {{hint: string, kind?: string, optional?: boolean}} Blank */
/** @typedef {{code: string, words: Record<string, string>, sent: string, blanks: Record<string, Blank>, products: [string[], string, string][], offices: [string[], number[], string, string][]}} LetterGiven */
/** A case in which a letter says more or something else: its box, and where, such as `after-4` or `for-2`.
 * @typedef {{box: HTMLInputElement, places: string[]}} Case */
/** A line or a sentence of one, which paragraph it is of, the number that it begins with, the case that it is of, and
 * those in which something else stands in its place.
 * @typedef {{text: string, paragraph: number, number?: string, own?: Case, out: Case[], box: HTMLInputElement, shown: HTMLElement}} Line */
/** A field, and the box of those who have nothing to write there.
 * @typedef {Labelled & {none?: HTMLInputElement}} Filled */
/** @param {LetterGiven} given */
function letterWriter(given) {
  var words = given.words;
  var BLANK = /(【[^】]*】)/;
  // What a line is numbered with: in a letter, or below one of these.
  var NUMBER = /^(?:[一二三四五六七八九十]|(\d))、/;
  var DIGITS = "一二三四五六七八九十";
  // What stands for a blank that is left out, and the part of a sentence that goes with it.
  var NONE = "\0";
  var CLAUSE = /(^|[，；。】])[^，；。【】\0]*(?:\0[^，；。【】\0]*)+([，；。【]|$)/;
  /** @type {Record<string, string>} */
  var named = {};
  // The name of each blank in the language of the page: what is sent stands before it.
  /** @type {Record<string, string>} */
  var labelled = {};
  var letters = Array.from(document.querySelectorAll(".letter[data-copy]"));
  letters.forEach(function (block) {
    block.querySelectorAll("[data-field]").forEach(function (each) {
      labelled[each.getAttribute("data-field") || ""] = (each.textContent || "").replace(/^【|[：:】].*$/g, "");
    });
    // Beside a translation the page has what is sent too; else its blanks stand in the same order.
    var blanks = block.querySelectorAll('[lang="' + given.sent + '"] [data-field]');
    if (!blanks.length) blanks = block.querySelectorAll("[data-field]");
    (linesOf(block).join().match(/【[^】]*】/g) || []).forEach(function (text, at) {
      named[text] = blanks[at].getAttribute("data-field") || "";
    });
  });
  /** @type {(HTMLElement | null)[]} */
  var forms = [];
  letters.forEach(function (block, number) {
    // Beside the buttons that copy and print it as it is.
    var bar = block.previousElementSibling;
    var print = bar && bar.querySelector("button:last-of-type");
    if (!bar || !print || !bar.matches(".copy")) return;
    var opener = document.createElement("button");
    opener.type = "button";
    opener.textContent = words.fill;
    bar.insertBefore(opener, print);
    opener.addEventListener("click", open.bind(null, number));
  });
  elements.forgetting(function () {
    forms.splice(0).forEach(function (form) {
      if (form) form.remove();
    });
  });

  /** @param {number} number */
  function open(number) {
    var shown = forms[number];
    if (!shown) {
      shown = forms[number] = form(number);
      letters[number].insertAdjacentElement("afterend", shown);
    }
    shown.focus();
    shown.scrollIntoView();
  }

  /**
   * Return where the text of a block goes in the letter before it; nothing of a whole letter.
   * @param {Element} block
   */
  function places(block) {
    return block.className.match(/\b(?:after|for)-\d+/g);
  }

  /**
   * Return what a title says behind its colon.
   * @param {Element | null} title
   */
  function about(title) {
    return ((title && title.textContent) || "").replace(/^.*?(?:[:：]\s*|$)/, "");
  }

  /** @param {Element} block */
  function titleOf(block) {
    return about(block.querySelector(".admonition-title"));
  }

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
   * Offer what a letter says in some cases only, at most one for each place, and the other letters of the page.
   * @param {Element} parent
   * @param {number} number
   * @param {() => void} update
   */
  function offer(parent, number, update) {
    /** @type {{own: Case, block: Element}[]} */
    var cases = [];
    if (places(letters[number])) return cases;
    letters.slice(number + 1).every(function (block) {
      var where = places(block);
      if (!where) return false;
      if (!cases.length) elements.make(parent, "p", words.cases);
      var own = { box: elements.check(parent, titleOf(block)), places: where };
      own.box.addEventListener("change", function () {
        cases.forEach(function (each) {
          if (each.own !== own && each.own.places[0] === own.places[0]) each.own.box.checked = false;
        });
        update();
      });
      cases.push({ own: own, block: block });
      return true;
    });
    letters.forEach(function (block, other) {
      if (other === number || places(block)) return;
      var line = elements.make(parent, "p", words.other + " ");
      elements.button(line, titleOf(block) || about(document.querySelector("h1")), open.bind(null, other));
    });
    return cases;
  }

  /**
   * Return the lines of a letter with those of its cases, each with a box to leave it out.
   * @param {Element} parent
   * @param {number} number
   * @param {{own: Case, block: Element}[]} cases
   * @param {() => void} update
   */
  function linesIn(parent, number, cases, update) {
    /** @type {Line[]} */
    var lines = [];
    var paragraph = 0;
    /** @param {string} text @param {Case[]} out @param {Case} [own] */
    function add(text, out, own) {
      paragraph += 1;
      // What is said of a case is left out sentence by sentence: each must be true.
      (((own || places(letters[number])) && text.match(/[^。]+。?/g)) || [text]).forEach(function (text) {
        var made = line(parent, text, "_letter-" + number + "-line-" + lines.length, paragraph);
        made.own = own;
        made.out = out;
        made.box.addEventListener("change", update);
        lines.push(made);
      });
    }
    linesOf(letters[number]).forEach(function (text, at) {
      var out = cases.filter(function (each) {
        return each.own.places.includes("for-" + (at + 1));
      });
      add(
        text,
        out.map(function (each) {
          return each.own;
        }),
      );
      cases.forEach(function (each) {
        if (each.own.places[0].split("-")[1] !== String(at + 1)) return;
        linesOf(each.block).forEach(function (own) {
          add(own, [], each.own);
        });
      });
    });
    return lines;
  }

  /**
   * Return the form of a letter.
   * @param {number} number
   */
  function form(number) {
    var id = "_letter-" + number;
    var section = document.createElement("section");
    section.className = "tool writer";
    section.tabIndex = -1;
    section.setAttribute("aria-labelledby", id);
    elements.make(section, "p", words.fill, "tool__figure").id = id;
    elements.make(section, "p", words.intro);
    var cases = offer(elements.make(section, "div", "", "writer__cases"), number, update);
    var both = elements.make(section, "div", "", "writer__both");
    var left = elements.make(both, "div");
    var right = elements.make(both, "div");
    elements.make(right, "p", words.lines_intro);
    var lines = linesIn(right, number, cases, update);
    /** @type {Record<string, Filled>} */
    var fields = {};
    lines.forEach(function (line) {
      line.text.split(BLANK).forEach(function (part) {
        var name = named[part];
        if (name && !fields[name]) fields[name] = blank(left, id + "-" + name, name, update);
      });
    });
    var empty = elements.make(section, "p", "", "tool__fault");
    empty.id = id + "-empty";
    foot(section, lines, fields, fileName.bind(null, number, fields), clear);
    var page = /([^/]*)\/(?:index\.html)?$/.exec(location.pathname);
    var memory = remembering.offer(elements.make(section, "div"), (page ? page[1] : "") + id, held, restore, clear, dropped);
    update();
    return section;

    function clear() {
      memory.forget();
      restore({ values: {} });
      section.focus();
    }

    /** Return what is not kept although it was typed, by its name: whole numbers. */
    function dropped() {
      var names = Object.keys(fields).filter(function (name) {
        return given.blanks[name].kind !== "masked" && masking.isWhole(fields[name].field.value);
      });
      if (!names.length) return "";
      return elements.filled(words.dropped, { names: labels(names) });
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
      return {
        values: values,
        none: Object.keys(fields).filter(function (name) {
          return isNone(fields[name]);
        }),
        left: texts(function (line) {
          return !line.box.checked;
        }),
        cases: texts(function (line) {
          return !!line.own && line.own.box.checked;
        }),
      };
    }

    /** @param {(line: Line) => boolean} chosen */
    function texts(chosen) {
      return lines.filter(chosen).map(function (line) {
        return line.text;
      });
    }

    /** @param {{values: Record<string, string>, none?: string[], left?: string[], cases?: string[]}} kept */
    function restore(kept) {
      Object.keys(fields).forEach(function (name) {
        var filled = fields[name];
        filled.field.value = kept.values[name] || "";
        if (filled.none) filled.none.checked = (kept.none || []).includes(name);
      });
      lines.forEach(function (line) {
        line.box.checked = !(kept.left || []).includes(line.text);
        if (line.own) line.own.box.checked = (kept.cases || []).includes(line.text);
      });
      update();
    }

    function update() {
      if (memory) memory.keep();
      /** @type {Record<string, boolean>} */
      var used = {};
      // What is put into a letter by hand has the number of its place there.
      if (!places(letters[number])) enumerate(lines);
      lines.forEach(function (line) {
        show(line, fields);
        if (!isOut(line)) {
          line.text.split(BLANK).forEach(function (part) {
            used[named[part]] = true;
          });
        }
      });
      Object.keys(fields).forEach(function (name) {
        var filled = fields[name];
        var whole = given.blanks[name].kind !== "masked" && masking.isWhole(filled.field.value);
        filled.box.hidden = !used[name];
        filled.field.disabled = isNone(filled);
        elements.blame(filled, whole ? words.whole_number : "");
      });
      var names = missing(lines, fields);
      empty.textContent = names.length ? elements.filled(words.left, { names: labels(names) }) : "";
    }
  }

  /** @param {string[]} names */
  function labels(names) {
    return names
      .map(function (name) {
        return labelled[name];
      })
      .join(words.comma);
  }

  /**
   * Return the name of a letter's file: what kind of letter it is, and of which day, but of nobody.
   * @param {number} number
   * @param {Record<string, Filled>} fields
   */
  function fileName(number, fields) {
    var now = new Date(Date.now() - new Date().getTimezoneOffset() * 60000);
    var day = (fields.date && fields.date.field.value) || now.toISOString().slice(0, 10);
    return [about(document.querySelector("h1")), titleOf(letters[number]), day]
      .filter(Boolean)
      .join(" ")
      .replace(/[\\/:*?"<>|，、\s]+/g, "-");
  }

  /** @param {Filled} filled */
  function isNone(filled) {
    return !!filled.none && filled.none.checked;
  }

  /** @param {Line} line */
  function isOut(line) {
    return (
      (!!line.own && !line.own.box.checked) ||
      line.out.some(function (each) {
        return each.box.checked;
      })
    );
  }

  /**
   * Return the field of a blank.
   * @param {Element} parent
   * @param {string} id
   * @param {string} name
   * @param {() => void} update
   * @returns {Filled}
   */
  function blank(parent, id, name, update) {
    var about = given.blanks[name];
    var hint = about.hint + (about.kind === "masked" ? words.masked : "");
    /** @type {Filled} */
    var made = elements.field(parent, about.kind === "lines" ? "textarea" : "input", id, labelled[name], hint);
    if (made.field instanceof HTMLInputElement && /^(?:date|time)$/.test(about.kind || "")) made.field.type = about.kind || "";
    if (/^(?:company|regulator)$/.test(name)) suggest(made, addressees(name), update);
    made.field.addEventListener("input", update);
    if (about.optional) {
      made.none = elements.check(made.box, words.none);
      made.none.addEventListener("change", update);
    }
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
      var found = office[0].slice();
      if (name !== "company") {
        office[1].forEach(function (company) {
          found.push.apply(found, given.products[company][0]);
        });
      }
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
   * @param {number} paragraph
   * @returns {Line}
   */
  function line(parent, text, id, paragraph) {
    var box = elements.check(parent, "");
    box.checked = true;
    box.id = id;
    var shown = /** @type {HTMLElement} */ (box.nextElementSibling);
    if (box.parentElement) box.parentElement.classList.add("writer__line");
    shown.lang = given.sent;
    return { text: text, paragraph: paragraph, box: box, shown: shown, out: [] };
  }

  /**
   * Number again what is sent, so that nothing seems to be missing.
   * @param {Line[]} lines
   */
  function enumerate(lines) {
    var heads = 0;
    var items = 0;
    sent(lines).forEach(function (line) {
      var found = NUMBER.exec(line.text);
      if (!found) return;
      items = found[1] ? items + 1 : 0;
      line.number = (items || DIGITS[heads++]) + "、";
    });
  }

  /**
   * Show a line as it reads now.
   * @param {Line} line
   * @param {Record<string, Filled>} fields
   */
  function show(line, fields) {
    if (line.box.parentElement) line.box.parentElement.hidden = isOut(line);
    line.shown.textContent = "";
    line.shown.className = line.box.checked ? "" : "writer__out";
    parts(line, fields).forEach(function (part) {
      if (part[1]) elements.make(line.shown, "span", part[0], "blank");
      else line.shown.appendChild(document.createTextNode(part[0]));
    });
  }

  /**
   * Return the parts of a line, blanks that are left with their names.
   * @param {Line} line
   * @param {Record<string, Filled>} fields
   * @returns {[string, string][]}
   */
  function parts(line, fields) {
    var cut = whole(line.text.replace(NUMBER, line.number || "$&"), fields).split(BLANK);
    return cut.map(function (part, place) {
      var name = named[part];
      if (!name || !fields[name]) return [part, ""];
      var value = masking.written(name, given.blanks[name].kind, fields[name].field.value);
      // The letter has its own full stop.
      if (/^[，。；：、]/.test(cut[place + 1] || "")) value = value.replace(/[，。；：、,.;]+$/, "");
      return value ? [value, ""] : [part, name];
    });
  }

  /**
   * Return a line without the blanks that its writer has nothing for, and without the words around each.
   * @param {string} text
   * @param {Record<string, Filled>} fields
   */
  function whole(text, fields) {
    var left = text
      .split(BLANK)
      .map(function (part) {
        return fields[named[part]] && isNone(fields[named[part]]) ? NONE : part;
      })
      .join("");
    while (left.includes(NONE)) {
      left = left.replace(CLAUSE, function (_, before, after) {
        // Beside a blank that stays only the words between go; else the sentence loses a part, or is gone.
        if (before === "】" || after === "【") return before + after;
        return /[，；]/.test(before) ? after : before;
      });
    }
    return left;
  }

  /** @param {Line[]} lines */
  function sent(lines) {
    return lines.filter(function (line) {
      return line.box.checked && !isOut(line);
    });
  }

  /** @param {Line[]} lines @param {Record<string, Filled>} fields */
  function textOf(lines, fields) {
    var last = 0;
    return sent(lines).reduce(function (text, line) {
      var own = parts(line, fields)
        .map(function (part) {
          return part[0];
        })
        .join("");
      if (!own) return text;
      var between = text && line.paragraph !== last ? "\n" : "";
      last = line.paragraph;
      return text + between + own;
    }, "");
  }

  /** @param {Line[]} lines @param {Record<string, Filled>} fields */
  function missing(lines, fields) {
    /** @type {string[]} */
    var names = [];
    sent(lines).forEach(function (line) {
      parts(line, fields).forEach(function (part) {
        if (part[1] && !names.includes(part[1])) names.push(part[1]);
      });
    });
    return names;
  }

  /**
   * @param {Element} section
   * @param {Line[]} lines
   * @param {Record<string, Filled>} fields
   * @param {() => string} name
   * @param {() => void} clear
   */
  function foot(section, lines, fields, name, clear) {
    var text = textOf.bind(null, lines, fields);
    var bar = elements.make(section, "p", "", "tool__bar");
    // What is still empty is read out before anything is copied.
    elements.copying(bar, text, words.copy).setAttribute("aria-describedby", section.getAttribute("aria-labelledby") + "-empty");
    elements.button(bar, words.print, function () {
      elements.print(text(), given.sent);
    });
    elements.button(bar, words.save, function () {
      // Windows needs the mark at the beginning, and both signs at the end of a line.
      elements.save(name() + ".txt", "text/plain", ["\ufeff" + text().replace(/\n/g, "\r\n") + "\r\n"]);
    });
    elements.button(bar, words.save_word, function () {
      // What is empty becomes room to write in.
      var ruled = text().replace(/【([^：】]*)[^】]*】/g, "＿＿＿＿＿＿（$1）");
      elements.save(name() + ".docx", wordFile.TYPE, wordFile.made(ruled));
    });
    elements.button(bar, common.tool_clear, clear);
  }
}
