// Days counted as the law counts them.
var limits = (function () {
  /**
   * Return the last day of a limit; the day that it runs from is not counted.
   * @param {number} from
   * @param {number} count
   * @param {string} unit
   */
  function last(from, count, unit) {
    if (unit === "months") return numerals.later(from, count);
    if (unit !== "working-days") return from + count;
    // The first of January 1970 was a Thursday; public holidays are in no register.
    for (var day = from, left = count; left > 0; ) {
      day += 1;
      if ((day + 3) % 7 < 5) left -= 1;
    }
    return day;
  }

  return { last: last };
})();
