// A picture of a document: a mark across it, parts covered, and a new file without what the old one says of itself.
/** @typedef {{code: string, words: Record<string, string>, sent: {code: string, text: string}}} MarkGiven */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */
/** @param {MarkGiven} given */
function idMark(given) {
  var words = given.words;
  var MOST_ZOOM = 4;
  // In pixels of the screen; what is shorter is a touch.
  var STROKE = 9;
  var section = elements.section("_mark", words.heading, words.intro);
  if (!section) return;
  /** @type {ImageBitmap | null} */
  var picture = null;
  /** @type {Box[]} */
  var covers = [];
  // A corner that waits for the opposite one, where a touch began, and the box that keys move.
  /** @type {Box | null} */
  var corner = null;
  /** @type {PointerEvent | null} */
  var begun = null;
  /** @type {Box} */
  var box = { x: 0, y: 0, width: 0, height: 0 };
  var from = box;
  var turn = 0;
  // How many times as wide as its frame the picture is shown, so that a thumb hits the digits of a number.
  var zoom = 1;
  var form = elements.make(section, "form");
  form.noValidate = true;
  var photo = elements.field(form, "input", "_mark-photo", words.photo, words.photo_hint);
  var fields = ["to", "purpose", "day"].map(function (name) {
    var made = elements.field(form, "input", "_mark-" + name, words[name], words[name + "_hint"]);
    made.field.addEventListener("change", paint);
    return made;
  });
  var input = /** @type {HTMLInputElement} */ (photo.field);
  input.type = "file";
  input.accept = "image/*";
  /** @type {HTMLInputElement} */ (fields[2].field).type = "date";
  var stage = elements.make(section, "div");
  elements.make(stage, "p", words.hint).id = "_mark-hint";
  var bar = elements.make(stage, "p", "", "tool__bar");
  // Above the picture: a screenshot may be many screens long.
  var zooming = elements.button(bar, words.zoom, function () {
    enlarge(zoom < MOST_ZOOM ? zoom * 2 : 1);
  });
  elements.button(bar, words.undo, undo);
  elements.button(bar, words.save_jpeg, save.bind(null, "jpeg"));
  elements.button(bar, words.save_png, save.bind(null, "png"));
  elements.button(bar, common.tool_clear, function () {
    clear();
    input.focus();
  });
  var status = elements.make(section, "p", "", "mark__said");
  status.setAttribute("role", "status");
  var sheet = elements.make(section, "div", "", "mark__sheet");
  var inner = elements.make(sheet, "div");
  var canvas = elements.make(inner, "canvas");
  canvas.lang = given.sent.code;
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", words.picture);
  canvas.setAttribute("aria-describedby", "_mark-hint");
  var outline = elements.make(inner, "span", "", "mark__box");
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  input.addEventListener("change", load);
  canvas.addEventListener("pointerdown", function (event) {
    begun = event;
    from = place(event);
  });
  canvas.addEventListener("pointerup", function (event) {
    if (!begun) return;
    var at = place(event);
    var step = stepped();
    var moved = Math.abs(event.clientX - begun.clientX) + Math.abs(event.clientY - begun.clientY) > STROKE;
    begun = null;
    // A stroke with the mouse covers what it spans, one with a finger scrolls; of two touches, the second names the
    // opposite corner.
    if (moved) return event.pointerType === "touch" ? undefined : cover(from, at);
    if (corner) return cover(corner, at);
    corner = from;
    show({ x: corner.x - step / 4, y: corner.y - step / 4, width: step / 2, height: step / 2 });
    status.textContent = words.corner;
  });
  // Whoever scrolls is on the way to the opposite corner.
  canvas.addEventListener("pointercancel", function () {
    begun = null;
  });
  canvas.addEventListener("keydown", press);
  canvas.addEventListener("blur", function () {
    outline.hidden = !corner;
  });
  elements.forgetting(clear);
  clear();

  function load() {
    var file = input.files && input.files[0];
    drop();
    if (!file) return;
    var own = turn;
    status.textContent = words.working;
    // A browser without this function is told of in the same words as a file that is no picture.
    Promise.resolve(file)
      .then(function (file) {
        return createImageBitmap(file);
      })
      .then(function (whole) {
        var size = marking.size(whole.width, whole.height);
        if (size && size.width === whole.width) return open(own, whole, words.ready);
        var smaller = size && { resizeWidth: size.width, resizeHeight: size.height, resizeQuality: /** @type {const} */ ("high") };
        return (smaller ? createImageBitmap(whole, smaller) : Promise.resolve(null)).then(function (small) {
          whole.close();
          if (small) open(own, small, words.shrunk);
          else if (own === turn) refuse(words.too_long);
        });
      })
      .catch(function () {
        if (own === turn) refuse(words.unreadable);
      });
  }

  /**
   * Show a picture, unless another was chosen since.
   * @param {number} own
   * @param {ImageBitmap} opened
   * @param {string} said
   */
  function open(own, opened, said) {
    if (own !== turn) return opened.close();
    picture = opened;
    var size = { width: (canvas.width = opened.width), height: (canvas.height = opened.height) };
    var step = size.width / 40;
    box = { x: 10 * step, y: step, width: 20 * step, height: 3 * step };
    enlarge(1);
    paint();
    var context = canvas.getContext("2d");
    // Where memory does not suffice, browsers draw nothing and say nothing.
    if (!context || !context.getImageData(size.width - 1, size.height - 1, 1, 1).data[3]) return refuse(words.failed);
    stage.hidden = sheet.hidden = false;
    status.textContent = elements.filled(said, size);
  }

  function paint() {
    var context = canvas.getContext("2d");
    if (!context || !picture) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    mark(context);
    context.fillStyle = "#000";
    covers.forEach(function (each) {
      /** @type {CanvasRenderingContext2D} */ (context).fillRect(each.x, each.y, each.width, each.height);
    });
  }

  /** @param {CanvasRenderingContext2D} context */
  function mark(context) {
    var form = marking.letters(canvas.width, canvas.height);
    var said = fields.map(function (each) {
      return each.field.value.trim() || "＿＿";
    });
    var text = elements.filled(given.sent.text, { to: said[0], purpose: said[1], day: marking.day(said[2]) });
    var cos = Math.cos(form.rise);
    var sin = Math.sin(form.rise);
    context.font = "bold " + form.height + "px sans-serif";
    context.lineWidth = form.height / 10;
    // Red with a light edge is seen on paper and on dark pictures, and what is below shows through.
    context.fillStyle = "rgba(190,0,30,.45)";
    context.strokeStyle = "rgba(255,255,255,.4)";
    var length = context.measureText(text).width;
    marking.rows(canvas.width, canvas.height, length).forEach(function (row) {
      context.setTransform(cos, -sin, sin, cos, 0, row.top);
      for (var at = -row.over; at < canvas.width / cos; at += length) {
        context.strokeText(text, at, 0);
        context.fillText(text, at, 0);
      }
    });
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  /**
   * Return where a pointer is in the picture.
   * @param {PointerEvent} event
   * @returns {Box}
   */
  function place(event) {
    var shown = canvas.getBoundingClientRect();
    var scale = canvas.width / shown.width;
    return { x: (event.clientX - shown.left) * scale, y: (event.clientY - shown.top) * scale, width: 0, height: 0 };
  }

  /** @param {Box} one @param {Box} other */
  function cover(one, other) {
    var x = Math.floor(Math.min(one.x, other.x));
    var y = Math.floor(Math.min(one.y, other.y));
    var right = Math.ceil(Math.max(one.x + one.width, other.x + other.width));
    var bottom = Math.ceil(Math.max(one.y + one.height, other.y + other.height));
    covers.push({ x: x, y: y, width: right - x, height: bottom - y });
    corner = null;
    outline.hidden = true;
    covered();
  }

  function undo() {
    // A corner that waits is what was done last.
    if (!corner) covers.pop();
    corner = null;
    outline.hidden = true;
    covered();
  }

  /** Return how far keys move a box, in pixels of the picture. */
  function stepped() {
    return canvas.width / 40 / zoom;
  }

  /**
   * Show the picture larger or smaller, with the same part in the middle.
   * @param {number} times
   */
  function enlarge(times) {
    var across = (sheet.scrollLeft + sheet.clientWidth / 2) / (inner.clientWidth || 1);
    var down = (sheet.scrollTop + sheet.clientHeight / 2) / (inner.clientHeight || 1);
    zoom = times;
    inner.style.width = 100 * times + "%";
    sheet.classList.toggle("mark__sheet--large", times > 1);
    zooming.textContent = times < MOST_ZOOM ? words.zoom : words.whole;
    sheet.scrollLeft = across * inner.clientWidth - sheet.clientWidth / 2;
    sheet.scrollTop = down * inner.clientHeight - sheet.clientHeight / 2;
  }

  function covered() {
    paint();
    status.textContent = elements.filled(words.covered, { number: covers.length });
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    var step = stepped();
    var across = { ArrowLeft: -step, ArrowRight: step }[event.key] || 0;
    var down = { ArrowUp: -step, ArrowDown: step }[event.key] || 0;
    if (event.key === "Enter") cover(box, box);
    else if (event.key === "Backspace") undo();
    else if (!across && !down) return;
    else if (event.shiftKey) {
      box.width = Math.max(step, box.width + across);
      box.height = Math.max(step, box.height + down);
    } else {
      box.x = Math.max(0, Math.min(canvas.width - step, box.x + across));
      box.y = Math.max(0, Math.min(canvas.height - step, box.y + down));
    }
    event.preventDefault();
    show(box);
    outline.scrollIntoView({ block: "nearest" });
  }

  /** @param {Box} framed */
  function show(framed) {
    outline.hidden = false;
    outline.style.left = (100 * framed.x) / canvas.width + "%";
    outline.style.top = (100 * framed.y) / canvas.height + "%";
    outline.style.width = (100 * framed.width) / canvas.width + "%";
    outline.style.height = (100 * framed.height) / canvas.height + "%";
  }

  /** @param {string} kind */
  function save(kind) {
    // Whoever has set one corner takes the part for covered.
    if (corner) {
      status.textContent = words.half;
      return;
    }
    var empty = fields.filter(function (each) {
      elements.blame(each, each.field.value.trim() ? "" : words.fault);
      return !each.field.value.trim();
    });
    if (empty.length) return empty[0].field.focus();
    var type = "image/" + kind;
    canvas.toBlob(
      function (blob) {
        if (blob) elements.save(words.file + "." + kind.replace("e", ""), type, [blob]);
        status.textContent = blob ? words.saved : words.failed;
      },
      type,
      0.92,
    );
  }

  /** @param {string} why */
  function refuse(why) {
    drop();
    status.textContent = why;
  }

  /** Give the memory back: the picture, and what was drawn. */
  function drop() {
    turn += 1;
    if (picture) picture.close();
    picture = corner = begun = null;
    covers = [];
    canvas.width = canvas.height = 0;
    stage.hidden = sheet.hidden = outline.hidden = true;
    status.textContent = "";
  }

  function clear() {
    form.reset();
    drop();
    var now = new Date();
    fields[2].field.value = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }
}
