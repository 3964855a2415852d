// An engine of the search that answers what tests expect: the dialog is tested apart from how pages are found.
window.handbookSearch = {
  open: function (code, base, ready) {
    window.engineOpened = [code, base];
    ready({
      query: function (text, done) {
        (window.engineAsked = window.engineAsked || []).push(text);
        var calls = [];
        var crisis = [];
        if (/^1237\s?8$/.test(text)) calls = [{name: "银行保险消费者投诉维权热线", number: "12378", address: "channels/#channel-12378", dial: "tel"}];
        if (/砍|stab/.test(text)) crisis.push("danger");
        if (/想死|suicide/.test(text)) crisis.push("self-harm");
        if (/转给骗子|wired/.test(text)) crisis.push("money-sent");
        var results = ["harassing-calls", "contacts-called", "threats-and-visits"].map(function (name, number) {
          return {
            kind: number ? "page" : "letter",
            title: "Page " + name,
            address: "help/" + name + "/",
            section: number ? "Section 催收 & <b>" : "",
            sectionAddress: number ? "help/" + name + "/#sources" : "",
            sentence: "The first sentence of 催收 " + text,
            marks: ["催", "催收"],
          };
        });
        var nothing = /qqq/.test(text);
        if (/qqqqqq/.test(text)) results = [];
        var answer = {crisis: crisis, calls: calls, results: results, nothing: nothing, unknown: nothing ? [text] : [], last: true};
        done(answer);
        if (/late/.test(text)) setTimeout(done, 300, Object.assign({}, answer, {results: results.slice(0, 1)}));
      },
    });
  },
};
