// What style alone cannot do. Everything works without this file; it stores nothing, and sends nothing.
(function () {
  "use strict";
  var root = document.documentElement;
  var each = function (selector, work) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), work);
  };

  // The same section in the other language: ids are shared by all languages.
  var keepSection = function () {
    each("[data-same-section]", function (link) {
      link.hash = location.hash;
    });
  };
  keepSection();
  addEventListener("hashchange", keepSection);

  // A link to a folded entry opens it.
  var unfold = function () {
    var target;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) {
      return; // an address cut off within a sign
    }
    for (var part = target; part; part = part.parentElement) {
      if (part.localName === "details") part.open = true;
    }
    if (target) target.scrollIntoView();
  };
  unfold();
  addEventListener("hashchange", unfold);

  // What a tool keeps if it is asked to begins with the time when that is over; see tools/remembering.js.
  var forget = function (all) {
    try {
      Object.keys(localStorage).forEach(function (name) {
        var over = !(parseInt(localStorage.getItem(name), 10) > Date.now());
        if (/^handbook-/.test(name) && (all || over)) localStorage.removeItem(name);
      });
    } catch (error) {
      // A browser that keeps nothing has nothing to forget.
    }
  };
  forget(false);
  addEventListener("handbook-forget", forget);

  // Leaving: the page does not stay in the history of this tab, and is blank at once.
  var leave = function (event) {
    var link = document.querySelector("[data-leave]");
    if (event) event.preventDefault();
    root.hidden = true;
    forget(true);
    var away = function () {
      location.replace(link.href);
    };
    // A page that asks one question after the other has an entry for each: they go before it does.
    var step = history.state && history.state.step;
    if (!step) return away();
    addEventListener("popstate", away);
    history.go(-step);
    setTimeout(away, 500);
  };
  each("[data-leave]", function (link) {
    link.addEventListener("click", leave);
  });
  // A page that comes back from the browser's memory is shown again.
  addEventListener("pageshow", function () {
    root.hidden = false;
  });

  // Shift three times within three seconds leaves as well; Escape closes what is open.
  var presses = [];
  addEventListener("keydown", function (event) {
    if (event.key === "Enter" && /menu__switch/.test(event.target.className)) event.target.click();
    if (event.key === "Escape") {
      each(".menu__switch:checked", function (box) {
        box.checked = false;
        box.focus();
      });
    }
    presses = event.key === "Shift" && !event.repeat ? presses.concat(event.timeStamp).slice(-3) : [];
    if (presses.length === 3 && presses[2] - presses[0] < 3000) leave();
  });

  // A title that tells nobody what is read here, for as long as the address ends in ?plain.
  if (/[?&]plain\b/.test(location.search)) {
    document.title = root.getAttribute("data-plain-title");
    each("link[rel=icon]", function (icon) {
      icon.href = "data:,";
    });
    each("a[href]", function (link) {
      // In a folder without a server no address has an origin, a number to call neither.
      if (link.origin === location.origin && link.protocol === location.protocol && !link.hasAttribute("data-full-title")) link.search = "?plain";
    });
  }

  // Search comes with its first use; without it, its door leads to the index from A to Z.
  var door = document.querySelector("[data-search]");
  var dialog;
  var search = function (event) {
    event.preventDefault();
    if (dialog) return dispatchEvent(new Event("handbook-search"));
    dialog = document.createElement("script");
    dialog.src = door.getAttribute("data-search");
    dialog.onerror = function () {
      location.href = door.href;
    };
    document.body.appendChild(dialog);
  };
  if (door && window.HTMLDialogElement) {
    each("[data-search]", function (link) {
      link.setAttribute("aria-haspopup", "dialog");
      link.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
      link.addEventListener("click", function (event) {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) search(event);
      });
    });
    addEventListener("keydown", function (event) {
      // No key alone: who speaks to a computer, or whose hand slips, would open it unasked (WCAG 2.1.4).
      var held = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && !event.isComposing;
      var typing = event.target.isContentEditable || /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
      if (held && !typing && event.key.toLowerCase() === "k") search(event);
    });
  }

  // Copying: the text of a message or letter, in the language that it is sent in.
  var words = function (name) {
    return root.getAttribute("data-say-" + name);
  };
  var ownText = function (block) {
    var lines = [];
    // In a block that says the same in two languages, what is sent is marked, and the rest explains it.
    var sent = "[lang|=" + words("language") + "]";
    var marked = block.querySelector(sent) ? sent : "";
    Array.prototype.forEach.call(block.querySelectorAll("p, li, tr"), function (line) {
      if (line.className === "admonition-title" || line.querySelector("p")) return;
      var parts = marked ? Array.prototype.slice.call(line.querySelectorAll(marked)) : [line];
      var text = parts.map(function (part) {
        return part.textContent;
      });
      lines.push(text.join("").replace(/\s+/g, " ").trim());
    });
    return lines.filter(Boolean).join("\n");
  };
  var copyByHand = function (text) {
    var before = document.activeElement;
    var field = document.createElement("textarea");
    field.value = text;
    field.readOnly = true;
    field.className = "off";
    document.body.appendChild(field);
    field.select();
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (error) {
      done = false;
    }
    field.remove();
    if (before) before.focus();
    return done;
  };
  var copy = function (text, say) {
    var byHand = function () {
      say(copyByHand(text) ? "copied" : "copy-failed");
    };
    if (!navigator.clipboard) return byHand();
    navigator.clipboard.writeText(text).then(function () {
      say("copied");
    }, byHand);
  };
  var button = function (bar, name, work) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = words(name);
    made.addEventListener("click", work);
    bar.appendChild(made);
    return made;
  };
  each("[data-copy]", function (block) {
    var bar = document.createElement("p");
    var status = document.createElement("span");
    var text = function () {
      return block.getAttribute("data-copy").replace(/\u2028/g, "\n") || ownText(block);
    };
    var say = function (name) {
      status.textContent = words(name);
    };
    bar.className = "copy";
    status.setAttribute("role", "status");
    button(bar, "copy", function () {
      copy(text(), say);
    });
    if (words("copy-converted")) {
      button(bar, "copy-converted", function () {
        copy(ownText(block), say);
      });
    }
    if (/letter/.test(block.className) && window.printLetter) {
      button(bar, "print-letter", function () {
        printLetter(text(), words("language"));
      });
    }
    bar.appendChild(status);
    // Under the thumb as soon as the words are in sight.
    block.parentNode.insertBefore(bar, block);
  });

  // Tools that readers fill in copy in the same way.
  addEventListener("handbook-copy", function (event) {
    copy(event.detail.text, event.detail.say);
  });

  each("[data-plain]", function (link) {
    link.hidden = /[?&]plain\b/.test(location.search);
  });

  // On paper stands what to do, as the build and the style sheet have it; these buttons print all of a page, or the
  // same as the browser's own printing does in large letters, on as many sheets as they take.
  each("[data-print]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var kind = button.getAttribute("data-print");
      if (kind) root.classList.add(kind);
      print();
    });
  });
  // Phones go on with the script while their print dialog is open: what is set for paper stays until it is closed.
  var folded = [];
  addEventListener("beforeprint", function () {
    each("main details:not([open])", function (part) {
      folded.push(part);
      part.open = true;
    });
  });
  addEventListener("afterprint", function () {
    root.classList.remove("all", "large");
    folded.splice(0).forEach(function (part) {
      part.open = false;
    });
  });
})();
