// Hints while typing, what was typed waits on the desk, and the button to take a message back goes when its time is over.
// Nothing here is needed: without it the hints stand on the preview.
(function () {
  "use strict";
  var field = document.getElementById("tekst");
  var tips = document.getElementById("tips");
  var pause = 1500; // milliseconds of silence before we ask
  var waiting = null;
  var asked = "";

  function show(found) {
    tips.textContent = "";
    found.forEach(function (hint) {
      var line = document.createElement("p");
      line.textContent = hint.reason + (hint.instead ? " (" + hint.instead + ")" : "");
      tips.appendChild(line);
    });
  }

  function ask() {
    var text = field.value.trim();
    if (text === asked) return;
    asked = text;
    if (!text) show([]);
    var sent = new URLSearchParams();
    sent.set("bewijs", field.form.elements.bewijs.value);
    sent.set("vorm", field.dataset.form);
    sent.set("tekst", text);
    fetch(field.dataset.hints, { method: "POST", body: sent, credentials: "same-origin", keepalive: true })
      .then(function (answer) {
        return answer.ok ? answer.json() : null;
      })
      .then(function (found) {
        if (found && field.value.trim() === text) show(found.hints);
      })
      .catch(function () {}); // offline: the preview has them too
  }

  if (field && tips) {
    field.addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(ask, pause);
    });
    document.addEventListener("visibilitychange", function () {
      if (document.hidden) ask(); // what was typed waits on the desk, also when the visit ends
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-until]"), function (part) {
    var left = new Date(part.dataset.until).getTime() - Date.now();
    if (left < 2147483647) {
      setTimeout(function () {
        part.hidden = true;
      }, Math.max(0, left));
    }
  });
})();
