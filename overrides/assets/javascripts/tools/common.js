// The words that more than one tool says, by their names in interface.yml; the build writes those of a language in.
/** @type {Record<string, string>} */
var common = {/*words*/};
