// What a tool keeps on the device, if its reader asks for it: until some days after the last change, and no longer.
var remembering = (function () {
  // The page's own script knows this beginning: it erases what is over, and everything when the reader leaves.
  var OURS = "handbook-";
  var DAYS = 30;

  /**
   * Offer to keep what a tool holds, and give it back what was kept.
   * @param {Element} parent
   * @param {string} name of what is kept
   * @param {Record<string, string>} words
   * @param {() => unknown} held what is to be kept
   * @param {(kept: any) => void} restore
   * @param {() => void} clear
   */
  function offer(parent, name, words, held, restore, clear) {
    var box = elements.check(parent, words.remember_offer);
    var note = elements.make(parent, "p", words.remember_note, "tool__hint");
    if (location.protocol === "file:") note.textContent += words.remember_file;
    var status = elements.make(parent, "p");
    status.setAttribute("role", "status");
    var erasing = elements.button(parent, words.remember_erase, function () {
      dispatchEvent(new Event("handbook-forget"));
      clear();
      status.textContent = words.remember_erased;
      box.focus();
    });
    erasing.hidden = true;
    box.addEventListener("change", function () {
      if (box.checked) keep();
      else forget();
    });
    addEventListener("handbook-forget", forget);
    try {
      var kept = localStorage.getItem(OURS + name);
      if (kept) {
        restore(JSON.parse(kept.slice(kept.indexOf(" "))));
        box.checked = true;
        keep(Number.parseInt(kept, 10));
      }
    } catch (error) {
      // What cannot be read is nothing; a browser that keeps nothing says so when it is asked to.
    }

    /** @param {number} [until] */
    function keep(until) {
      if (!box.checked) return;
      var end = until || Date.now() + DAYS * 86400000;
      try {
        localStorage.setItem(OURS + name, end + " " + JSON.stringify(held()));
      } catch (error) {
        forget();
        status.textContent = words.remember_failed;
        return;
      }
      erasing.hidden = false;
      var day = new Date(end).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
      status.textContent = elements.filled(words.remember_until, { day: day });
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
