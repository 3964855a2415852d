// A file for calendars: one event a day, none that repeats.
/** @typedef {{day: number, title: string, about: string}} Reminder */
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
   * Return the text of a calendar file; each event reminds at nine in the morning of the day before.
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
      lines.push("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15H", "DESCRIPTION:" + escaped(each.title), "END:VALARM");
      lines.push("END:VEVENT");
    });
    return lines.concat("END:VCALENDAR").map(folded).join("\r\n") + "\r\n";
  }

  return { file: file };
})();
