// A letter as a .docx, with styles of its own, so that a reader can change the look in one place.
var wordFile = (function () {
  var FAMILY = "wordprocessingml";
  var MAIN = ' xmlns:w="' + officeFile.OFFICE + "wordprocessingml/2006/main";

  /**
   * Return the style of a line, as printed letters have it: to whom, the name of the letter, text, whose it is.
   * @param {string[]} lines
   * @param {number} number
   */
  function styleOf(lines, number) {
    var line = lines[number];
    if (number > lines.length - 3 && /^日期/.test(lines[lines.length - 1])) return "Signature";
    if (number > 2 || line.length > 40) return "BodyText";
    if (/：$/.test(line)) return "Salutation";
    return line.length < 24 && !/[：。；【]/.test(line) ? "Title" : "BodyText";
  }

  /** @param {string} name @param {string} shape */
  function style(name, shape) {
    var about = '<w:style w:type="paragraph" w:styleId="' + name + '"><w:name w:val="' + name.replace("BodyText", "Body Text") + '"/>';
    return about + '<w:basedOn w:val="Normal"/><w:qFormat/>' + shape + "</w:style>";
  }

  /**
   * Return how large a letter is set, in half points: smaller, if it would not be one sheet.
   * @param {string} text
   */
  function sizeOf(text) {
    var lines = text.split("\n").reduce(function (sum, line) {
      return sum + Math.ceil((line.length + 2) / 37) + 0.25;
    }, 0);
    return lines > 30 ? 21 : 24;
  }

  /** @param {number} size */
  function styles(size) {
    var fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>';
    var run = "<w:rPr>" + fonts + '<w:sz w:val="' + size + '"/><w:szCs w:val="' + size + '"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>';
    var normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>';
    return (
      "<w:styles" + MAIN + '"><w:docDefaults><w:rPrDefault>' + run + "</w:rPrDefault></w:docDefaults>" +
      normal + '<w:pPr><w:spacing w:after="80" w:line="320" w:lineRule="auto"/></w:pPr></w:style>' +
      style("Title", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>') +
      style("Salutation", "") +
      style("BodyText", '<w:pPr><w:ind w:firstLine="480" w:firstLineChars="200"/></w:pPr>') +
      style("Signature", '<w:pPr><w:ind w:left="4320"/></w:pPr>') +
      "</w:styles>"
    );
  }

  /** @param {string} text */
  function body(text) {
    var lines = text.split("\n");
    var paragraphs = lines.map(function (line, number) {
      var shape = '<w:p><w:pPr><w:pStyle w:val="' + styleOf(lines, number) + '"/></w:pPr><w:r>';
      return shape + '<w:t xml:space="preserve">' + officeFile.escaped(line) + "</w:t></w:r></w:p>";
    });
    // A4, with the margins of a letter.
    var page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1417" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';
    return "<w:document" + MAIN + '"><w:body>' + paragraphs.join("") + page + "</w:body></w:document>";
  }

  /**
   * Return the pieces of the file of a letter, for a Blob.
   * @param {string} text
   */
  function made(text) {
    return officeFile.made(FAMILY, "document", "word", [
      ["document", body(text)],
      ["styles", styles(sizeOf(text))],
    ]);
  }

  return { TYPE: officeFile.type(FAMILY, "document"), made: made };
})();
