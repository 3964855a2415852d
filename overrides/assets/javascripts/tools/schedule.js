// What a borrower receives and pays, and when, from what was typed; or what is wrong with it.
/**
 * What was typed, by the names of the fields; `kind` is how the loan is repaid.
 * @typedef {Record<string, string>} Typed
 */
/**
 * A fault: of a field, or of them all; `line` is that of a list.
 * @typedef {{field: string, fault: string, line?: number}} Fault
 */
/**
 * @typedef {object} Plan
 * @property {number} amount what the contract says
 * @property {number} received
 * @property {number} taken interest taken off first
 * @property {number} instalments all of them, without what is charged beside them
 * @property {[string, number][]} parts where the money goes, by the names of the fields
 * @property {number} total everything that is paid after the payout
 * @property {Payment[]} payments
 */
var schedule = (function () {
  var MONTH = 365 / 12;
  var MOST_PERIODS = 600;
  var MOST_DAYS = 36500;
  /** @type {Record<string, string[]>} */
  var NEEDED = {
    equal: ["payment", "count"],
    rate: ["rate", "count"],
    interest: ["interest", "count"],
    once: ["final", "days"],
    list: ["list"],
  };
  var EXTRAS = ["guarantee", "insurance", "member"];

  /**
   * Return the plan, or the faults of what was typed.
   * @param {Typed} typed
   * @returns {{plan: Plan | null, faults: Fault[]}}
   */
  function read(typed) {
    /** @type {Fault[]} */
    var faults = [];
    var kind = Object.keys(NEEDED).includes(typed.kind) ? typed.kind : "equal";
    var sums = amounts(typed, kind, faults);
    var rows = faults.length ? [] : due(typed, kind, sums, faults);
    if (kind !== "once" && sums.memberAt > rows.length && !faults.length) faults.push({ field: "memberAt", fault: "large" });
    if (!faults.length && sums.amount - sums.taken - sums.fees <= 0) faults.push({ field: "amount", fault: "nothing" });
    return { plan: faults.length ? null : plan(kind, sums, rows), faults: faults };
  }

  /**
   * Return all numbers that count, nothing for what was left empty.
   * @param {Typed} typed
   * @param {string} kind
   * @param {Fault[]} faults
   */
  function amounts(typed, kind, faults) {
    /** @type {Record<string, number>} */
    var sums = {};
    ["amount"].concat(NEEDED[kind]).forEach(function (name) {
      if (name !== "list") sums[name] = one(typed, name, true, faults);
    });
    ["taken", "fees", "each", "memberAt"].concat(EXTRAS).forEach(function (name) {
      sums[name] = one(typed, name, false, faults);
    });
    return sums;
  }

  /** @param {Typed} typed @param {string} name @param {boolean} needed @param {Fault[]} faults */
  function one(typed, name, needed, faults) {
    var text = (typed[name] || "").trim();
    var whole = /^(?:count|days|each|memberAt)$/.test(name);
    // Only a rate is a percentage: 2% of something is no sum of yuan.
    var value = text ? numerals.number(text.replace(name === "rate" ? /[%％]$/ : whole ? /[期天]$/ : "", "")) : 0;
    var most = { count: MOST_PERIODS, memberAt: MOST_PERIODS, days: MOST_DAYS, each: MOST_DAYS, rate: 1000 }[name];
    var fault = "";
    if (!text) fault = needed ? "missing" : "";
    else if (isNaN(value)) fault = "number";
    else if (value < 0 || (value === 0 && (whole || name === "amount"))) fault = "small";
    else if (value > (most || numerals.MOST)) fault = "large";
    else if (whole && value !== Math.floor(value)) fault = "whole";
    if (fault) faults.push({ field: name, fault: fault });
    return fault ? 0 : value;
  }

  /**
   * Return the instalments and when they are due, in months after the payout.
   * @param {Typed} typed
   * @param {string} kind
   * @param {Record<string, number>} sums
   * @param {Fault[]} faults
   * @returns {Payment[]}
   */
  function due(typed, kind, sums, faults) {
    if (kind === "once") return [{ at: sums.days / MONTH, sum: sums.final }];
    if (kind === "list") return listed(typed, sums.each, faults);
    var first = span(typed, faults);
    /** @type {Payment[]} */
    var rows = [];
    for (var number = 1; number <= sums.count && !faults.length; number++) {
      var sum = sums.payment;
      if (kind === "rate") sum = sums.amount / sums.count + (sums.amount * sums.rate) / 100;
      if (kind === "interest") sum = sums.interest + (number === sums.count ? sums.amount : 0);
      rows.push({ at: when(number, sums.each, first), sum: sum });
    }
    return rows;
  }

  /**
   * Return the days of the payout and of the first instalment; null where neither was given.
   * @param {Typed} typed
   * @param {Fault[]} faults
   */
  function span(typed, faults) {
    if (!typed.paidOut && !typed.firstDue) return null;
    var from = numerals.day(typed.paidOut || "");
    var first = numerals.day(typed.firstDue || "");
    if (isNaN(from)) faults.push({ field: "paidOut", fault: "date" });
    if (isNaN(first)) faults.push({ field: "firstDue", fault: "date" });
    if (first <= from) faults.push({ field: "firstDue", fault: "order" });
    if (first - from > MOST_DAYS) faults.push({ field: "firstDue", fault: "large" });
    return { from: from, first: first };
  }

  /** @param {number} number @param {number} each @param {{from: number, first: number} | null} span */
  function when(number, each, span) {
    if (!span) return each ? (number * each) / MONTH : number;
    var day = each ? span.first + (number - 1) * each : numerals.later(span.first, number - 1);
    return (day - span.from) / MONTH;
  }

  /**
   * Return the lines of a list: all with dates, or none.
   * @param {Typed} typed
   * @param {number} each
   * @param {Fault[]} faults
   * @returns {Payment[]}
   */
  function listed(typed, each, faults) {
    var lines = (typed.list || "").split(/\r?\n|[;；]/);
    var kept = lines.filter(function (line) {
      return line.trim();
    });
    if (!kept.length) faults.push({ field: "list", fault: "missing" });
    if (kept.length > MOST_PERIODS) faults.push({ field: "list", fault: "large" });
    var from = numerals.day(typed.paidOut || "");
    var dated = kept.filter(function (line) {
      return /^\s*\d{4}\s*[-/.年]\s*\d+\s*[-/.月]\s*\d/.test(line.normalize("NFKC"));
    }).length;
    if (dated && dated < kept.length) faults.push({ field: "list", fault: "mixed" });
    if (dated && isNaN(from)) faults.push({ field: "paidOut", fault: "date" });
    if (faults.length) return [];
    return kept.map(function (line, place) {
      var parts = /^(.+?[-/.月]\s*\d+(?:\s*[日号號]|(?=[\s:,])))[\s:,]*(.*)$/.exec(line.normalize("NFKC").trim());
      var day = dated && parts ? numerals.day(parts[1]) : NaN;
      var rest = dated && parts ? parts[2] : line;
      // On one line, a space between digits parts two numbers.
      var sum = /[\d.,，]\s+\d/.test(rest) ? NaN : numerals.number(rest);
      // The first line that cannot be read is named.
      if (!faults.length && (isNaN(sum) || Math.abs(sum) > numerals.MOST || (dated && !(day > from && day - from <= MOST_DAYS)))) {
        faults.push({ field: "list", fault: "line", line: place + 1 });
      }
      return { at: dated ? (day - from) / MONTH : when(place + 1, each, null), sum: sum };
    });
  }

  /**
   * @param {string} kind
   * @param {Record<string, number>} sums
   * @param {Payment[]} rows
   * @returns {Plan}
   */
  function plan(kind, sums, rows) {
    var before = sums.taken + sums.fees;
    var beside = sums.guarantee + sums.insurance;
    var last = kind === "once" ? 0 : Math.max(1, sums.memberAt) - 1;
    var instalments = rows.reduce(function (all, row) {
      return all + row.sum;
    }, 0);
    var payments = rows.map(function (row, place) {
      return { at: row.at, sum: row.sum + beside + (place === last ? sums.member : 0) };
    });
    /** @type {[string, number][]} */
    var parts = [
      ["received", sums.amount - before],
      ["taken", sums.taken],
      ["fees", sums.fees],
      ["interest", instalments - sums.amount],
      ["guarantee", sums.guarantee * rows.length],
      ["insurance", sums.insurance * rows.length],
      ["member", sums.member],
    ];
    return {
      amount: sums.amount,
      received: sums.amount - before,
      taken: sums.taken,
      instalments: instalments,
      parts: parts,
      total: instalments + beside * rows.length + sums.member,
      payments: payments,
    };
  }

  return { read: read };
})();
