// Lets keyboards scroll blocks of code and tables that are wider than the page.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  for (const block of document.querySelectorAll("pre, .table-wrapper")) {
    if (block.scrollWidth > block.clientWidth) {
      block.tabIndex = 0;
    }
  }
});
