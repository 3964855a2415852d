// A table as an .xlsx, in which every cell is text: no program takes one for a formula, or loses the digits of another.
var tableFile = (function () {
  var FAMILY = "spreadsheetml";
  var MAIN = ' xmlns="' + officeFile.OFFICE + "spreadsheetml/2006/main";
  // About as many signs as fit into a column that is not to be too wide.
  var WIDEST = 40;

  /**
   * Return how wide each column is, in signs of half a width.
   * @param {string[][]} rows
   */
  function columns(rows) {
    return rows[0].map(function (_, place) {
      var widths = rows.map(function (row) {
        return row[place].replace(/[^\u0000-\u2000]/g, "  ").length + 2;
      });
      var width = Math.min(WIDEST, Math.max.apply(null, widths));
      return '<col min="' + (place + 1) + '" max="' + (place + 1) + '" width="' + width + '" customWidth="1"/>';
    });
  }

  /** @param {string[][]} rows */
  function sheet(rows) {
    var lines = rows.map(function (row, number) {
      var cells = row.map(function (text) {
        return '<c s="' + (number ? 1 : 2) + '" t="inlineStr"><is><t>' + officeFile.escaped(text) + "</t></is></c>";
      });
      return "<row>" + cells.join("") + "</row>";
    });
    return (
      "<worksheet" + MAIN + '"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>' + columns(rows).join("") +
      "</cols><sheetData>" + lines.join("") +
      // A4, along the long side.
      '</sheetData><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    );
  }

  function styles() {
    // Format 49 is text: what is typed into a cell later stays as it is typed, too.
    var cell = ' numFmtId="49" borderId="0" fillId="0" applyNumberFormat="1" applyAlignment="1"';
    var shape = '><alignment vertical="top" wrapText="1"/></xf>';
    return (
      "<styleSheet" + MAIN + '"><fonts><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>' +
      '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>" +
      "<cellXfs><xf/><xf" + cell + ' fontId="0"' + shape + "<xf" + cell + ' fontId="1"' + shape + "</cellXfs></styleSheet>"
    );
  }

  /**
   * Return the pieces of the file of a table, for a Blob; the first row has the heads.
   * @param {string[][]} rows
   */
  function made(rows) {
    var sheets = '<sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>';
    return officeFile.made(FAMILY, "sheet", "xl", [
      ["workbook", "<workbook" + MAIN + '" xmlns:r="' + officeFile.RELATION + '">' + sheets],
      ["worksheet", sheet(rows)],
      ["styles", styles()],
    ]);
  }

  return { TYPE: officeFile.type(FAMILY, "sheet"), made: made };
})();
