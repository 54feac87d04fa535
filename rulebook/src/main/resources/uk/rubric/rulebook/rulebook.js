// Narrows the list of all names to what is looked for. Without it the list stands whole.
"use strict";
(function () {
  const names = document.getElementById("names");
  const field = document.getElementById("find");
  if (!names || !field) {
    return;
  }
  const rows = Array.from(names.querySelectorAll("tbody tr"));
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const found = document.getElementById("found");

  function narrow() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      const fits = words.every((word) => texts[i].includes(word));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    found.textContent = words.length ? shown + " of " + rows.length + " names" : "";
  }

  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", narrow);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    narrow();
  });
  narrow();
})();
