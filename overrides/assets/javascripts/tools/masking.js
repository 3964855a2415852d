// What must not stand in a letter in full, and what each kind of blank becomes in it.
var masking = (function () {
  /**
   * Return the half-width signs of a text without what people put between groups of digits.
   * @param {string} text
   */
  function bare(text) {
    return text.normalize("NFKC").replace(/(\d)[\s./_·\u200b-\u202e-]+(?=[\dXx])/g, "$1");
  }

  /**
   * Tell whether a text holds what may be a whole ID or bank card number.
   * @param {string} text
   */
  function isWhole(text) {
    // What begins with the number of a mobile phone or with a year is neither, if it is not as long as an ID.
    return /(?:^|\D)(?:[3-9]\d{14,18}|\d{17}[\dXx])(?![\dXx])/.test(bare(text));
  }

  /**
   * Return what a letter says of a value, by the name of its blank and its kind.
   * @param {string} name
   * @param {string | undefined} kind
   * @param {string} value
   */
  function written(name, kind, value) {
    var text = value.trim();
    if (kind === "masked") return masked(name, bare(text).replace(/\s/g, ""));
    var date = kind === "date" && /^(\d{4})-0?(\d+)-0?(\d+)$/.exec(text);
    if (date) return date[1] + "年" + date[2] + "月" + date[3] + "日";
    if (name === "amount" && /^[\d.,]+万?$/.test(text)) return text + "元";
    // In a letter 【】 stands for what is still empty.
    return text.replace(/\s*\n\s*/g, "；").replace(/【/g, "［").replace(/】/g, "］");
  }

  /** @param {string} name @param {string} text */
  function masked(name, text) {
    if (!/^phone/.test(name)) return text.replace(/[^\dA-Za-z]/g, "").slice(-4).toUpperCase();
    var mobile = text.replace(/^(?:\+?86)?(1\d{2})\d{4}(\d{4})$/, "$1****$2");
    // Of any other number, a landline's or one from Hong Kong, the end is enough.
    return mobile === text && text.length > 6 ? text.replace(/\d(?=\d{4})/g, "*") : mobile;
  }

  return { isWhole: isWhole, written: written };
})();
