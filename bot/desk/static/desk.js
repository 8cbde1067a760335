// Live pages: a stream tells that something changed, never what; then the list fetches itself anew,
// and a family's page offers a link. Without a stream the page asks for a short stamp now and then.
// When the visit has ended the page is left, so that no family stays on an empty desk's screen.
(function () {
  "use strict";
  var page = document.body.dataset;
  if (!page.ask) return;
  var EVERY = 20000; // milliseconds between questions while there is no stream
  var AGES = 300000; // the clocks on the list are drawn anew
  var BUSY = 10000; // after a touch, nothing moves under a finger
  var tab = Math.random().toString(36).slice(2);
  var news = document.getElementById("nieuws");
  var source = null;
  var touched = 0;
  var drawn = Date.now();

  function get(url) {
    return fetch(url, { credentials: "same-origin", cache: "no-store" }).then(function (answer) {
      if (answer.status === 401) location.reload();
      return answer.ok ? answer : null;
    });
  }

  function inUse(list) {
    var near = list.contains(document.activeElement) || list.matches(":hover");
    return near || Date.now() - touched < BUSY;
  }

  function draw(text) {
    var list = document.getElementById("lijst");
    var fresh = new DOMParser().parseFromString(text, "text/html").getElementById("lijst");
    if (!fresh) return;
    if (inUse(list)) return offer();
    list.replaceWith(document.adoptNode(fresh));
    page.stamp = fresh.dataset.stamp;
    drawn = Date.now();
    if (news) news.hidden = true;
  }

  function offer() {
    if (news) news.hidden = false;
  }

  function changed() {
    var list = document.getElementById("lijst");
    if (!page.part || !list || inUse(list)) return offer();
    get(page.part)
      .then(function (answer) {
        return answer && answer.text();
      })
      .then(function (text) {
        if (text) draw(text);
      })
      .catch(offer); // the link asks again
  }

  function open() {
    if (!page.live || !window.EventSource || source || document.hidden) return;
    var known = page.part ? page.stamp : page.known;
    source = new EventSource(page.live + "?blad=" + tab + "&na=" + encodeURIComponent(known));
    source.addEventListener("anders", function (event) {
      if (!page.part) page.known = event.lastEventId;
      changed();
    });
    source.addEventListener("weg", function () {
      location.reload();
    });
    source.addEventListener("error", function () {
      if (source && source.readyState === 2) close(); // refused: ask() tries again
    });
  }

  function close() {
    if (source) source.close();
    source = null;
  }

  function ask() {
    var streams = source && source.readyState === 1;
    var asked = streams ? Promise.resolve(null) : get(page.ask);
    if (streams && page.part && Date.now() - drawn > AGES) changed();
    asked
      .then(function (answer) {
        return answer && answer.json();
      })
      .then(function (state) {
        if (!state) return;
        if (state.stamp !== page.stamp) changed();
        open();
      })
      .catch(function () {}) // offline: the next round asks again
      .then(function () {
        setTimeout(ask, EVERY);
      });
  }

  document.addEventListener("touchstart", function () {
    touched = Date.now();
  }, { passive: true });
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) close();
    else open();
  });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);
  setTimeout(ask, EVERY);
})();
