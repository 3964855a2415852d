// A ZIP file of a few texts, stored as they are: all that a .docx needs.
var packing = (function () {
  // 1 January 1980, the first day that the format knows: a letter does not tell when it was written.
  var DAY = 33;
  // Names are in UTF-8.
  var FLAGS = 0x800;

  /**
   * Return the check sum that ZIP files have.
   * @param {Uint8Array} bytes
   */
  function sum(bytes) {
    var crc = -1;
    for (var at = 0; at < bytes.length; at++) {
      crc ^= bytes[at];
      for (var bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  }

  /**
   * Return numbers as bytes, lowest first, each in as many as stand before it.
   * @param {number[]} pairs
   */
  function bytes(pairs) {
    var made = [];
    for (var at = 0; at < pairs.length; at += 2) {
      for (var place = 0; place < pairs[at]; place++) made.push((pairs[at + 1] >>> (8 * place)) & 255);
    }
    return new Uint8Array(made);
  }

  /**
   * Return the pieces of a ZIP file, for a Blob.
   * @param {[string, string][]} files names and texts
   */
  function pack(files) {
    var encoder = new TextEncoder();
    /** @type {BlobPart[]} */
    var parts = [];
    /** @type {BlobPart[]} */
    var index = [];
    var size = 0;
    var indexed = 0;
    files.forEach(function (file) {
      var name = encoder.encode(file[0]);
      var body = encoder.encode(file[1]);
      var shared = [2, 20, 2, FLAGS, 2, 0, 2, 0, 2, DAY, 4, sum(body), 4, body.length, 4, body.length, 2, name.length, 2, 0];
      parts.push(bytes([4, 0x04034b50].concat(shared)), name, body);
      index.push(bytes([4, 0x02014b50, 2, 20].concat(shared, [2, 0, 2, 0, 2, 0, 4, 0, 4, size])), name);
      size += 30 + name.length + body.length;
      indexed += 46 + name.length;
    });
    var end = bytes([4, 0x06054b50, 2, 0, 2, 0, 2, files.length, 2, files.length, 4, indexed, 4, size, 2, 0]);
    return parts.concat(index, [end]);
  }

  return { pack: pack };
})();
