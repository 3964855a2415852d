// The rate at which payments are worth what was received: one, none, several, or one beyond all sense.
/**
 * A payment of the borrower, so many months after the payout; what the borrower receives is negative.
 * @typedef {{at: number, sum: number}} Payment
 */
/** @typedef {{kind: "one", nominal: number, effective: number} | {kind: "none" | "several" | "high"}} Found */
var rates = (function () {
  // Rates are looked for as logarithms of the growth in a month: from a loss of nine tenths to 100,000 % a year.
  var LOWEST = Math.log(0.1);
  var HIGHEST = Math.log(1 + 1000 / 12);
  var STEPS = 4000;

  /**
   * Return what payments are worth at the payout, less what was received.
   * @param {number} received
   * @param {Payment[]} payments
   * @param {number} growth
   */
  function over(received, payments, growth) {
    return payments.reduce(function (sum, payment) {
      return sum + payment.sum * Math.exp(-growth * payment.at);
    }, -received);
  }

  /**
   * Return the growth between two that lie on either side of it.
   * @param {number} received
   * @param {Payment[]} payments
   * @param {number} low
   * @param {number} high
   */
  function between(received, payments, low, high) {
    var below = over(received, payments, low) > 0;
    for (var step = 0; step < 200 && high - low > 1e-15; step++) {
      var middle = (low + high) / 2;
      if (over(received, payments, middle) > 0 === below) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  /** @param {number} growth @returns {Found} */
  function one(growth) {
    return { kind: "one", nominal: 12 * Math.expm1(growth), effective: Math.expm1(12 * growth) };
  }

  /**
   * Find the rate. `received` is more than nothing.
   * @param {number} received
   * @param {Payment[]} payments
   * @returns {Found}
   */
  function find(received, payments) {
    var back = payments.some(function (payment) {
      return payment.sum < 0;
    });
    if (back) return among(received, payments);
    if (over(received, payments, 0) <= 0) return { kind: "none" };
    if (over(received, payments, HIGHEST) >= 0) return { kind: "high" };
    return one(between(received, payments, 0, HIGHEST));
  }

  /**
   * Find the rate where money flows to and fro: there may be several.
   * @param {number} received
   * @param {Payment[]} payments
   * @returns {Found}
   */
  function among(received, payments) {
    var found = [];
    var before = over(received, payments, LOWEST);
    for (var step = 1; step <= STEPS; step++) {
      var low = LOWEST + ((HIGHEST - LOWEST) * (step - 1)) / STEPS;
      var high = LOWEST + ((HIGHEST - LOWEST) * step) / STEPS;
      var after = over(received, payments, high);
      if (before > 0 !== after > 0) found.push(between(received, payments, low, high));
      before = after;
    }
    if (found.length > 1) return { kind: "several" };
    return found.length && found[0] > 0 ? one(found[0]) : { kind: "none" };
  }

  return { find: find };
})();
