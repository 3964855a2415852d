// A file for calendars: one event a day, none that repeats.
/**
 * A day, and the hours from its beginning at which it is to be called to mind.
 * @typedef {{day: number, title: string, about: string, hours: number[]}} Reminder
 */
var calendar = (function () {
  var DAY = 86400000;

  /** @param {number} time */
  function stamp(time) {
    return new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
  }

  /**
   * Return a text as calendars want it, in lines of at most 75 bytes.
   * @param {string} line
   */
  function folded(line) {
    var bytes = 0;
    var room = 75;
    return Array.from(line).reduce(function (text, sign) {
      var size = new TextEncoder().encode(sign).length;
      bytes += size;
      if (bytes <= room) return text + sign;
      bytes = 1 + size;
      return text + "\r\n " + sign;
    }, "");
  }

  /** @param {string} text */
  function escaped(text) {
    return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  }

  function unique() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), function (byte) {
      return (byte + 256).toString(16).slice(1);
    }).join("");
  }

  /**
   * Return the text of a calendar file.
   * @param {Reminder[]} reminders
   * @param {number} now
   */
  function file(reminders, now) {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dates//EN", "CALSCALE:GREGORIAN"];
    reminders.forEach(function (each) {
      var day = stamp(each.day * DAY).slice(0, 8);
      var next = stamp((each.day + 1) * DAY).slice(0, 8);
      lines.push("BEGIN:VEVENT", "UID:" + unique(), "DTSTAMP:" + stamp(now));
      lines.push("DTSTART;VALUE=DATE:" + day, "DTEND;VALUE=DATE:" + next, "TRANSP:TRANSPARENT");
      lines.push("SUMMARY:" + escaped(each.title));
      if (each.about) lines.push("DESCRIPTION:" + escaped(each.about));
      each.hours.forEach(function (hours) {
        var trigger = "TRIGGER:" + (hours < 0 ? "-" : "") + "PT" + Math.abs(hours) + "H";
        lines.push("BEGIN:VALARM", "ACTION:DISPLAY", trigger, "DESCRIPTION:" + escaped(each.title), "END:VALARM");
      });
      lines.push("END:VEVENT");
    });
    return lines.concat("END:VCALENDAR").map(folded).join("\r\n") + "\r\n";
  }

  /**
   * Offer to save reminders as a file, whose titles say nothing unless that is asked for; return the row of the button.
   * @param {Element} parent
   * @param {() => Reminder[]} reminders
   */
  function offer(parent, reminders) {
    var neutral = elements.check(parent, common.dates_neutral);
    neutral.checked = true;
    var bar = elements.make(parent, "p", "", "tool__bar");
    elements.button(bar, common.dates_save, function () {
      var told = reminders().map(function (each) {
        return neutral.checked ? { day: each.day, title: common.dates_title, about: "", hours: each.hours } : each;
      });
      elements.save(common.dates_file + ".ics", "text/calendar", [file(told, Date.now())]);
    });
    return bar;
  }

  return { file: file, offer: offer };
})();
