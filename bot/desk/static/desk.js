// Live list: asks for a short stamp, never for content. When it changed, it offers a link; when
// the visit has ended, the page is left, so that no family stays on an empty desk's screen.
(function () {
  "use strict";
  var body = document.body;
  var ask = body.dataset.ask;
  if (!ask) return;
  var every = 20000;

  function look() {
    fetch(ask, { credentials: "same-origin", cache: "no-store" })
      .then(function (answer) {
        if (answer.status === 401) {
          location.reload();
          return null;
        }
        return answer.ok ? answer.json() : null;
      })
      .then(function (state) {
        var news = document.getElementById("nieuws");
        if (state && news && state.stamp !== body.dataset.stamp) news.hidden = false;
      })
      .catch(function () {}) // offline: the next round asks again
      .then(function () {
        setTimeout(look, every);
      });
  }

  setTimeout(look, every);
})();
