// What .docx and .xlsx have in common: a ZIP file of parts in XML, and a list of what each part is.
var officeFile = (function () {
  var HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  var OFFICE = "http://schemas.openxmlformats.org/";
  var RELATION = OFFICE + "officeDocument/2006/relationships";
  var PACKAGE = OFFICE + "package/2006/";
  var TYPE = "application/vnd.openxmlformats-";

  /** @param {string} text */
  function escaped(text) {
    // Signs that XML does not know at all would make the file unreadable.
    return text
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;");
  }

  /**
   * Return the list of what a part refers to.
   * @param {[string, string][]} targets what each is, and where
   */
  function relations(targets) {
    var list = targets.map(function (each, number) {
      return '<Relationship Id="r' + (number + 1) + '" Type="' + RELATION + "/" + each[0] + '" Target="' + each[1] + '"/>';
    });
    return HEAD + '<Relationships xmlns="' + PACKAGE + 'relationships">' + list.join("") + "</Relationships>";
  }

  /**
   * Return the type of a file, by its family and kind.
   * @param {string} family
   * @param {string} kind
   */
  function type(family, kind) {
    return TYPE + "officedocument." + family + "." + kind;
  }

  /**
   * Return the pieces of a file, for a Blob; the first part refers to the others, as r1, r2 and so on.
   * @param {string} family
   * @param {string} kind
   * @param {string} folder
   * @param {[string, string][]} parts names, which say what each is, and texts without their first line
   */
  function made(family, kind, folder, parts) {
    var kinds =
      '<Default Extension="rels" ContentType="' + TYPE + 'package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>';
    parts.forEach(function (part, number) {
      var own = type(family, (number ? part[0] : kind + ".main") + "+xml");
      kinds += '<Override PartName="/' + folder + "/" + part[0] + '.xml" ContentType="' + own + '"/>';
    });
    var main = parts[0][0] + ".xml";
    var others = parts.slice(1).map(function (part) {
      return /** @type {[string, string]} */ ([part[0], part[0] + ".xml"]);
    });
    /** @type {[string, string][]} */
    var files = [
      ["[Content_Types].xml", HEAD + '<Types xmlns="' + PACKAGE + 'content-types">' + kinds + "</Types>"],
      ["_rels/.rels", relations([["officeDocument", folder + "/" + main]])],
      [folder + "/_rels/" + main + ".rels", relations(others)],
    ];
    return packing.pack(
      files.concat(
        parts.map(function (part) {
          return [folder + "/" + part[0] + ".xml", HEAD + part[1]];
        }),
      ),
    );
  }

  return { OFFICE: OFFICE, RELATION: RELATION, escaped: escaped, type: type, made: made };
})();
