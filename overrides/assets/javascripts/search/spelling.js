// Slips of fingers: how far two words are apart.
var spelling = (function () {
  /**
   * Tell whether two words differ by at most `most` letters that are wrong, missing, added or swapped.
   * @param {string} one
   * @param {string} other
   * @param {number} most
   */
  function near(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return false;
    // Fingers seldom miss the first letter; to compare all other words too would take longer than the next key.
    if (one[0] !== other[0] && one[0] !== other[1] && one[1] !== other[0]) return false;
    /** @type {number[]} */
    var before = [];
    /** @type {number[]} */
    var last = [];
    for (var column = 0; column <= other.length; column++) last.push(column);
    for (var row = 1; row <= one.length; row++) {
      var next = [row];
      var least = row;
      for (column = 1; column <= other.length; column++) {
        var same = one[row - 1] === other[column - 1];
        var cost = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
        var swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
        if (swapped) cost = Math.min(cost, before[column - 2] + 1);
        next.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return false;
      before = last;
      last = next;
    }
    return last[other.length] <= most;
  }

  return { near: near };
})();
