// Prints one letter on a sheet of its own: its blanks become room to write in, with what belongs there in small letters
// below. Pages with a letter load this; `handbook.js` makes the button.
(function () {
  "use strict";
  var root = document.documentElement;
  var element = function (name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text || "";
    return made;
  };
  var layOut = function (sheet, text) {
    var lines = text.split("\n");
    var dated = /^日期/.test(lines[lines.length - 1]);
    lines.forEach(function (line, number) {
      // To whom, the name of the letter, and whose it is stand where Chinese letters have them.
      var signed = dated && number > lines.length - 3;
      var head = number < 3 && line.length < 24;
      var paragraph = element("p", signed ? "signed" : head && /：$/.test(line) ? "to" : "");
      if (head && !/[：。；【]/.test(line)) paragraph.className = "name";
      var parts = line.split(/(【[^】]*】)/);
      var bare = line.replace(/【[^】]*】/g, "").length < 14;
      parts.forEach(function (part, place) {
        if (part.charAt(0) !== "【") return paragraph.appendChild(document.createTextNode(part));
        var blank = element("span", "room");
        blank.appendChild(element("small", "", part.slice(1, -1)));
        // What ends a sentence may be long.
        if (!signed && /^。/.test(parts[place + 1]) && /(：|到|^)$/.test(parts[place - 1])) {
          blank.className += bare ? " line" : " long";
        }
        // No line begins with a comma.
        var kept = element("span", "kept");
        kept.appendChild(blank);
        parts[place + 1] = parts[place + 1].replace(/^[，。；：、）]/, function (sign) {
          kept.appendChild(document.createTextNode(sign));
          return "";
        });
        paragraph.appendChild(kept);
      });
      sheet.appendChild(paragraph);
    });
  };
  window.printLetter = function (text, language) {
    var sheet = element("section", "sheet");
    sheet.lang = language;
    layOut(sheet, text);
    document.body.appendChild(sheet);
    root.classList.add("one-letter");
    // As large as fits one A4 sheet, within its margins.
    for (var size = 14; size >= 10.5; size -= 0.25) {
      sheet.style.fontSize = size + "pt";
      sheet.style.lineHeight = 1.35 + 0.12 * (size - 10.5);
      if (sheet.offsetHeight < (265 / 25.4) * 96) break;
    }
    sheet.classList.toggle("full", size < 10.5);
    addEventListener("afterprint", function after() {
      removeEventListener("afterprint", after);
      root.classList.remove("one-letter");
      sheet.remove();
    });
    print();
  };
  // A letter that was filled in is printed in the same way.
  addEventListener("handbook-print", function (event) {
    printLetter(event.detail.text, event.detail.language);
  });
})();
