// The tables of what an app asks for, with boxes to tick; of the folded entries, those that were ticked are left.
/** @typedef {{code: string, words: Record<string, string>}} PermissionGiven */
/** @param {PermissionGiven} given */
function permissionCheck(given) {
  var words = given.words;
  var heading = document.getElementById("each-one");
  var folded = heading && heading.closest("details");
  if (!folded) return;
  /** @type {HTMLDetailsElement} */
  var all = folded;
  var entries = Array.from(all.querySelectorAll("details"));
  /** @type {HTMLInputElement[]} */
  var boxes = [];
  document.querySelectorAll("article td[data-label]").forEach(function (cell) {
    if (cell.textContent !== "□") return;
    cell.textContent = "";
    var box = elements.make(cell, "input", "", "permission");
    box.type = "checkbox";
    box.autocomplete = "off";
    box.setAttribute("aria-label", cell.getAttribute("data-label") + rowOf(cell).children[0].textContent);
    box.addEventListener("change", show);
    boxes.push(box);
  });
  var section = document.createElement("section");
  section.className = "tool";
  section.setAttribute("aria-labelledby", "_permissions");
  elements.make(section, "p", words.heading, "tool__figure").id = "_permissions";
  var status = elements.make(section, "p");
  status.setAttribute("role", "status");
  var bar = elements.make(section, "p", "", "tool__bar");
  elements.copying(bar, said, words.copy);
  elements.button(bar, common.tool_clear, function () {
    clear();
    boxes[0].focus();
  });
  all.insertAdjacentElement("beforebegin", section);
  elements.forgetting(clear);
  show();

  /** @param {Element} inside */
  function rowOf(inside) {
    return /** @type {Element} */ (inside.closest("tr"));
  }

  /** Return the entries that are asked for or switched on: the last box of a row says that this is over. */
  function chosen() {
    return entries.filter(function (entry) {
      var own = entry.querySelector("[id]");
      return boxes.some(function (box) {
        var link = own && box.checked && box.matches("td:not(:last-child) > input") && rowOf(box).querySelector("a");
        return link && own && link.hash === "#" + own.id;
      });
    });
  }

  function show() {
    var those = chosen();
    entries.forEach(function (entry) {
      entry.hidden = those.length > 0 && !those.includes(entry);
      entry.open = those.includes(entry);
    });
    all.open = those.length > 0;
    bar.hidden = !those.length;
    status.textContent = elements.filled(those.length ? words.some : words.none, { number: those.length });
  }

  /** Return what to say, as it is copied from each entry alone. */
  function said() {
    return chosen()
      .map(function (entry) {
        var block = entry.querySelector("[data-copy]");
        return block ? (block.getAttribute("data-copy") || block.textContent || "").replace(/\u2028/g, "\n").trim() : "";
      })
      .filter(Boolean)
      .join("\n");
  }

  function clear() {
    boxes.forEach(function (box) {
      box.checked = false;
    });
    show();
  }
}
