// What only Chinese needs: it comes after the first answer may have been given, and adds nothing until then.
/**
 * @typedef {object} Chinese
 * @property {{ofPair: (pair: string) => string[], split: (letters: string) => string[] | null}} sounds
 * @property {{within: (text: string) => Other[]}} regional
 */
/** @type {Chinese} */
var chinese = {
  sounds: {
    ofPair: function () {
      return [];
    },
    split: function () {
      return null;
    },
  },
  regional: {
    within: function () {
      return [];
    },
  },
};
