// Numbers and dates as people type them, and as they are shown.
var numerals = (function () {
  var DAY = 86400000;
  // A yuan amount beyond this is a slip.
  var MOST = 1e9;

  /**
   * Return what was typed in half-width signs, without what only makes numbers readable.
   * @param {string} text
   */
  function bare(text) {
    return text
      .normalize("NFKC")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      // Programs that copy numbers put signs around them that nobody sees.
      .replace(/[\u200b-\u202e\u2060¥]|人民币|元整?|块钱?|rmb|cny|yuan/gi, "")
      // What parts no groups of digits may be a decimal comma, or a second number.
      .replace(/(\d)[\s,'’_]+(?=\d{3})/g, "$1")
      .replace(/\s+(?!\d)/g, "");
  }

  /**
   * Return a number, NaN for what is none; 1.2万 is 12000, 5千 is 5000.
   * @param {string} text
   */
  function number(text) {
    var found = /^([-+]?(?:\d+\.?\d*|\.\d+))([万萬w]|[千k])?$/i.exec(bare(text).trim());
    return found ? Number(found[1]) * (found[2] ? (/[千k]/i.test(found[2]) ? 1000 : 10000) : 1) : NaN;
  }

  /**
   * Return a date as the number of its day, NaN for what is none, such as 30 February, or a year that was half typed.
   * @param {string} text
   */
  function day(text) {
    var found = /^((?:19|[2-8]\d)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})[日号號]?$/.exec(text.normalize("NFKC").replace(/\s/g, ""));
    if (!found) return NaN;
    var time = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
    var date = new Date(time);
    return date.getUTCMonth() === Number(found[2]) - 1 && date.getUTCDate() === Number(found[3]) ? time / DAY : NaN;
  }

  /**
   * Return the day some months later; a month that is too short has its last day instead.
   * @param {number} from
   * @param {number} months
   */
  function later(from, months) {
    var date = new Date(from * DAY);
    var last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
    return last.getTime() / DAY - Math.max(0, last.getUTCDate() - date.getUTCDate());
  }

  /**
   * Return an amount with at most two digits after the point; `grouped` by thousands.
   * @param {number} sum
   * @param {boolean} grouped
   */
  function amount(sum, grouped) {
    return (Math.round(sum * 100) / 100).toLocaleString("en", { maximumFractionDigits: 2, useGrouping: grouped });
  }

  /**
   * Return a share of one as a percentage with two digits after the point.
   * @param {number} share
   */
  function percent(share) {
    return (share * 100).toFixed(2) + "%";
  }

  return { MOST: MOST, number: number, day: day, later: later, amount: amount, percent: percent };
})();
