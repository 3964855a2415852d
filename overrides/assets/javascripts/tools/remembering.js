// What a tool keeps on the device, if its reader asks for it: until some days after the last change, and no longer.
var remembering = (function () {
  // The page's own script knows this beginning: it erases what is over, and everything when the reader leaves.
  var OURS = "handbook-";
  var DAYS = 30;

  /**
   * Offer to keep what a tool holds, and give it back what was kept.
   * @param {Element} parent
   * @param {string} name of what is kept
   * @param {() => unknown} held what is to be kept
   * @param {(kept: any) => void} restore
   * @param {() => void} clear
   * @param {() => string} [dropped] what is to be said of what is not kept
   * @param {boolean} [shared] whether what is kept is a list of rows that all tabs have in common
   */
  function offer(parent, name, held, restore, clear, dropped, shared) {
    var box = elements.check(parent, common.remember_offer);
    var note = elements.make(parent, "p", common.remember_note, "tool__hint");
    if (location.protocol === "file:") note.textContent += common.remember_file;
    var status = elements.make(parent, "p");
    status.setAttribute("role", "status");
    var erasing = elements.button(parent, common.remember_erase, function () {
      dispatchEvent(new Event("handbook-forget"));
      clear();
      status.textContent = common.remember_erased;
      box.focus();
    });
    erasing.hidden = true;
    box.addEventListener("change", function () {
      if (!box.checked) return forget();
      if (shared) give(/** @type {any[]} */ (held()));
      keep();
    });
    addEventListener("handbook-forget", forget);
    // What another tab erases stays erased.
    addEventListener("storage", function (event) {
      if (event.key && event.key !== OURS + name) return;
      if (!event.newValue) forget();
      else if (shared && box.checked) give();
    });
    var until = give();
    if (until) {
      box.checked = true;
      keep(until);
    }

    /**
     * Give back what is kept, and those of other rows that are not among it; return until when it is kept.
     * @param {any[]} [rows]
     */
    function give(rows) {
      try {
        var kept = localStorage.getItem(OURS + name) || "";
        var told = kept && JSON.parse(kept.slice(kept.indexOf(" ")));
        var others = (rows || []).filter(function (row) {
          return !kept.includes(JSON.stringify(row));
        });
        if (told) restore(rows ? told.concat(others) : told);
        return Number.parseInt(kept, 10);
      } catch (error) {
        // What cannot be read is nothing; a browser that keeps nothing says so when it is asked to.
      }
    }

    /** @param {number} [until] */
    function keep(until) {
      if (!box.checked) return;
      var end = until || Date.now() + DAYS * 86400000;
      try {
        localStorage.setItem(OURS + name, end + " " + JSON.stringify(held()));
      } catch (error) {
        forget();
        status.textContent = common.remember_failed;
        return;
      }
      erasing.hidden = false;
      var day = new Date(end).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
      var said = (dropped ? dropped() : "") + elements.filled(common.remember_until, { day: day });
      // What is said already is not read out again with every letter that is typed.
      if (status.textContent !== said) status.textContent = said;
    }

    function forget() {
      box.checked = false;
      erasing.hidden = true;
      status.textContent = "";
      try {
        localStorage.removeItem(OURS + name);
      } catch (error) {
        // Nothing was kept.
      }
    }

    return { keep: keep, forget: forget };
  }

  return { offer: offer };
})();
