// What style alone cannot do. Everything works without this file; nothing is stored, nothing is sent.
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
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var part = target; part; part = part.parentElement) {
      if (part.localName === "details") part.open = true;
    }
    if (target) target.scrollIntoView();
  };
  unfold();
  addEventListener("hashchange", unfold);

  // Leaving: the page does not stay in the history of this tab, and is blank at once.
  var leave = function (event) {
    var link = document.querySelector("[data-leave]");
    if (event) event.preventDefault();
    root.hidden = true;
    location.replace(link.href);
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
      if (link.origin === location.origin && !link.hasAttribute("data-full-title")) link.search = "?plain";
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
      return block.getAttribute("data-copy") || ownText(block);
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
    if (/letter/.test(block.className)) {
      button(bar, "print-letter", function () {
        printSheet(text());
      });
    }
    bar.appendChild(status);
    block.parentNode.insertBefore(bar, block.nextSibling);
  });

  // Printing one letter: its blanks become room to write in, with what belongs there in small letters below.
  var printSheet = function (text) {
    var sheet = document.createElement("section");
    sheet.className = "sheet";
    sheet.lang = words("language");
    text.split("\n").forEach(function (line) {
      var paragraph = document.createElement("p");
      line.split(/(【[^】]*】)/).forEach(function (part) {
        var blank = part.charAt(0) === "【" && document.createElement("span");
        if (blank) {
          blank.className = "room";
          blank.appendChild(document.createElement("small")).textContent = part.slice(1, -1);
        }
        paragraph.appendChild(blank || document.createTextNode(part));
      });
      sheet.appendChild(paragraph);
    });
    document.body.appendChild(sheet);
    root.classList.add("one-letter");
    addEventListener("afterprint", function after() {
      removeEventListener("afterprint", after);
      root.classList.remove("one-letter");
      sheet.remove();
    });
    print();
  };

  each("[data-plain]", function (link) {
    link.hidden = /[?&]plain\b/.test(location.search);
  });

  each("[data-print]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      print();
    });
  });
  addEventListener("beforeprint", function () {
    each("main details", function (part) {
      part.open = true;
    });
  });
})();
