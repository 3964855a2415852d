// Rows of a log: their order, what a day holds, and a table for other programs.
/**
 * A row as it was typed: `kind` is what happened, `day` and `time` as fields of dates and times have them.
 * @typedef {Record<"kind" | "day" | "time" | "length" | "number" | "who" | "words" | "file", string>} Entry
 */
/** @typedef {{day: string, calls: number, quiet: number}} Daily */
var records = (function () {
  /** @param {Entry[]} rows */
  function sorted(rows) {
    return rows.slice().sort(function (one, other) {
      return (one.day + " " + one.time).localeCompare(other.day + " " + other.time);
    });
  }

  /**
   * Tell whether a time lies between two others, the first of which may be the evening before.
   * @param {string} time
   * @param {string} span two times with a dash between them
   */
  function within(time, span) {
    var ends = span.split(/[–-]/);
    if (!time || ends.length !== 2) return false;
    return ends[0] > ends[1] ? time >= ends[0] || time < ends[1] : time >= ends[0] && time < ends[1];
  }

  /**
   * Count, for each day, connected calls and what came within the quiet hours.
   * @param {Entry[]} rows
   * @param {string} quiet
   * @returns {Daily[]}
   */
  function daily(rows, quiet) {
    /** @type {Daily[]} */
    var days = [];
    sorted(rows).forEach(function (row) {
      var last = days[days.length - 1];
      if (!last || last.day !== row.day) days.push((last = { day: row.day, calls: 0, quiet: 0 }));
      if (row.kind === "call") last.calls += 1;
      if (within(row.time, quiet)) last.quiet += 1;
    });
    return days;
  }

  /**
   * Return a cell that no program takes for a formula, or for a number whose digits it would change.
   * @param {string} text
   */
  function cell(text) {
    var kept = /^\s*[=+\-@\t\r]|^\s*\d{12,}\s*$|^\s*0\d+\s*$/.test(text.normalize("NFKC")) ? "'" + text : text;
    return '"' + kept.replace(/"/g, '""') + '"';
  }

  /**
   * Return the text of a table: the mark at its beginning says that it is UTF-8.
   * @param {string[][]} rows
   */
  function table(rows) {
    return (
      "\ufeff" +
      rows
        .map(function (row) {
          return row.map(cell).join(",") + "\r\n";
        })
        .join("")
    );
  }

  /**
   * Return each file's name and the SHA-256 of its bytes.
   * @param {File[]} files
   */
  function identified(files) {
    return Promise.all(
      files.map(function (file) {
        return file
          .arrayBuffer()
          .then(function (bytes) {
            return crypto.subtle.digest("SHA-256", bytes);
          })
          .then(function (digest) {
            var signs = Array.from(new Uint8Array(digest), function (byte) {
              return (byte + 256).toString(16).slice(1);
            });
            return file.name + " SHA-256: " + signs.join("");
          });
      }),
    );
  }

  return { sorted: sorted, daily: daily, table: table, identified: identified };
})();
