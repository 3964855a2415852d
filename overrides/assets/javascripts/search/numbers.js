// Numbers as people write them: articles of laws, and phone numbers with gaps.
var numbers = (function () {
  var DIGITS = "零一二三四五六七八九";
  /** @type {Record<string, number>} */
  var SCALES = { 十: 10, 百: 100, 千: 1000 };

  /**
   * Return the value of Chinese numerals below ten thousand.
   * @param {string} text
   */
  function value(text) {
    var sum = 0;
    var digit = 0;
    Array.from(text.replace(/两/g, "二").replace(/〇/g, "零")).forEach(function (sign) {
      if (SCALES[sign]) {
        sum += (digit || 1) * SCALES[sign];
        digit = 0;
      } else {
        digit = DIGITS.indexOf(sign);
      }
    });
    return sum + digit;
  }

  /**
   * Return a number from 1 to 9999 in Chinese numerals.
   * @param {number} number
   */
  function chinese(number) {
    var text = "";
    ["千", "百", "十", ""].forEach(function (name, place) {
      var digit = Math.floor(number / Math.pow(10, 3 - place)) % 10;
      if (digit) text += DIGITS[digit] + name;
      else if (text && !text.endsWith("零")) text += "零";
    });
    return text.replace(/零+$/, "").replace(/^一十/, "十");
  }

  /**
   * Return a folded text with its articles as “47条”, and the gaps taken out of phone numbers.
   * @param {string} folded
   */
  function unified(folded) {
    if (!/条|\d|art|[零〇一幺二三四五六七八九]{3}/.test(folded)) return folded;
    return folded
      .replace(/[零〇一幺二三四五六七八九]{3,}(?![十百千万条])/g, function (spoken) {
        return Array.from(spoken.replace(/〇/g, "零").replace(/幺/g, "一"), function (sign) {
          return DIGITS.indexOf(sign);
        }).join("");
      })
      .replace(/第?([零〇一二两三四五六七八九十百千]+)条/g, function (all, numeral) {
        return value(numeral) + "条";
      })
      .replace(/第\s*(\d+)\s*条/g, "$1条")
      .replace(/\b(?:articles?|arts?)\.?\s*(\d+)/g, "$1条")
      .replace(/\d[\d\s-]*\d/g, function (number) {
        return /^\d+$/.test(number.replace(/[\s-]/g, "")) ? number.replace(/[\s-]/g, "") : number;
      });
  }

  return { chinese: chinese, unified: unified };
})();
