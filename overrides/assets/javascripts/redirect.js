// Keeps the section of an old address (#…): a static host cannot, and readers would land at the top of the page.
// A section that went elsewhere has a link of its own, with its old name as id.
(function () {
  var section = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  var link = section || document.querySelector("a");
  location.replace(link.hash ? link.href : link.href + location.hash);
})();
