// A mark written across a picture: how large the picture may be, and where each row of the mark begins.
var marking = (function () {
  // On an iPhone a canvas of more than 4096 × 4096 stays empty; no browser has longer sides than this.
  var AREA = 16777216;
  var SIDE = 32767;
  // A page of paper is read well at this width, and what is larger takes long and is refused where it is uploaded.
  var WIDE = 2000;
  // A screenshot narrower than this cannot be read any more.
  var LEAST = 600;

  /**
   * Return the size in which a picture is marked: its own, or a smaller one; null if nobody could read that.
   * @param {number} width
   * @param {number} height
   */
  function size(width, height) {
    var narrow = Math.min(width, height);
    var scale = Math.min(1, WIDE / narrow, Math.sqrt(AREA / width / height), SIDE / Math.max(width, height));
    if (narrow * scale < Math.min(narrow, LEAST)) return null;
    return { width: Math.floor(width * scale), height: Math.floor(height * scale) };
  }

  /**
   * Return how high the letters are and how the rows rise, in radians.
   * @param {number} width
   * @param {number} height
   */
  function letters(width, height) {
    return { height: Math.max(12, Math.round(Math.min(width, height) / 36)), rise: Math.PI / 6 };
  }

  /**
   * Return where each row crosses the left edge, and how much of the text is over there: from row to row another
   * part, so that any third of the picture holds all of it.
   * @param {number} width
   * @param {number} height
   * @param {number} length of the text
   */
  function rows(width, height, length) {
    var form = letters(width, height);
    var step = (4 * form.height) / Math.cos(form.rise);
    var found = [];
    for (var number = 0; number * step < height + width * Math.tan(form.rise) + step; number += 1) {
      found.push({ top: number * step, over: ((number * 0.618) % 1) * length });
    }
    return found;
  }

  /**
   * Return the day of a field as a mark says it.
   * @param {string} day
   */
  function day(day) {
    return day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
  }

  return { size: size, letters: letters, rows: rows, day: day };
})();
