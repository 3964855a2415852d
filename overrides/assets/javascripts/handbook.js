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
    each("article details", function (part) {
      part.open = true;
    });
  });
})();
