// Keeps the section of an old address (#…): a static host cannot, and readers would land at the top of the page.
// On the page of an old address, a section that went elsewhere has a link of its own, with its old name as id.
// On a page that is still there, data-moved marks what is elsewhere now, with a link to it: all that has an id inside
// kept that id there.
(function () {
  var stays = document.querySelector("[data-moved]");
  function go() {
    var section = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var moved = section && section.closest("[data-moved]");
    if (stays && !moved) return;
    var link = moved ? moved.querySelector("a") || moved : section || document.querySelector("a");
    location.replace(link.hash || (moved && moved === section) ? link.href : link.href + location.hash);
  }
  go();
  if (stays) addEventListener("hashchange", go);
})();
