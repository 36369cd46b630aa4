// Switches the reference to another release. Stays at the same symbol if that release has it.
"use strict";

(function () {
  // Returns the folder of the references, the release and the page of an address, ex) of
  // ".../reference/1.13.0/functions.html".
  function placeOf(address) {
    const found = address.match(/^(.*\/reference\/)([^/]+)\/([^/?#]*)/);
    return found && { folder: found[1], release: found[2], page: found[3] || "index.html" };
  }

  // Returns the symbol of the address, or the one at the top of the window.
  function currentSymbol() {
    const shown = document.querySelector(".toc-tree li.scroll-current > a.reference");
    const anchor = location.hash || (shown ? shown.getAttribute("href") : "");
    return decodeURIComponent(anchor.slice(1));
  }

  // Returns the address of a symbol in a release: its own, that of the same page, or that of the index.
  function addressIn(release, symbol, symbols) {
    const { folder, page } = placeOf(location.href);
    const target = `${folder}${release}/`;
    const pages = symbols[release] || {};
    if (symbol.startsWith("orthanc.")) {
      return pages[symbol] ? `${target}${pages[symbol]}#${symbol}` : `${target}index.html`;
    }
    return Object.values(pages).includes(page) ? `${target}${page}` : `${target}index.html`;
  }

  // Calls a function with the symbols of all releases. A script instead of fetch(), which does not read files.
  function withSymbols(use) {
    if (window.orthancSymbols) {
      use(window.orthancSymbols);
      return;
    }
    const script = document.createElement("script");
    script.src = `${placeOf(location.href).folder}symbols.js`;
    script.addEventListener("load", () => use(window.orthancSymbols));
    document.head.append(script);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const select = document.getElementById("release");
    if (!select || !placeOf(location.href)) {
      return;
    }
    select.value = placeOf(location.href).release; // after a step back, browsers keep the other choice
    select.addEventListener("change", () => {
      const symbol = currentSymbol();
      withSymbols((symbols) => location.assign(addressIn(select.value, symbol, symbols)));
    });
  });
})();
