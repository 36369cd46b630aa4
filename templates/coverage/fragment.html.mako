## The plot and the table of a coverage, within a page.
<%def name="linked(name)">\
% if name in links:
<a href="${links[name] | h}"><code>${name | h}</code></a>\
% else:
<code>${name | h}</code>\
% endif
</%def>
<style>
.coverage { --automatic: #2f7de1; --annotated: #0f8a72; --runtime: #b8690f; --excluded: #d0435b; }
.coverage svg { width: 100%; min-width: 38rem; height: auto; font: 12px system-ui, sans-serif; }
.coverage svg text { fill: currentColor; }
.coverage svg line { stroke: currentColor; stroke-opacity: 0.2; }
.coverage .automatic { fill: var(--automatic); background: var(--automatic); }
.coverage .annotated { fill: var(--annotated); background: var(--annotated); }
.coverage .runtime { fill: var(--runtime); background: var(--runtime); }
.coverage .excluded { fill: var(--excluded); background: var(--excluded); }
.coverage ul { padding: 0; list-style: none; }
.coverage .key { display: inline-block; width: 0.8em; height: 0.8em; margin-right: 0.5em; border-radius: 2px; }
.coverage .search { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; margin: 1rem 0; }
.coverage input { min-width: 16rem; padding: 0.35rem 0.6rem; border: 1px solid #7b7f87; border-radius: 4px; background: transparent; color: inherit; font: inherit; }
.coverage .rows { overflow-x: auto; }
.coverage table { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
.coverage th, .coverage td { padding: 0.35rem 0.6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); text-align: left; vertical-align: top; }
.coverage td:last-child { min-width: 12rem; }
</style>
<div class="coverage">
<p>Python can call ${coverage.wrapped} of the ${coverage.total} functions of SDK ${coverage.sdk | h} (${coverage.percent} %). The plot shows the functions that each release of Orthanc has, by how Python reaches them.</p>
<div class="rows" tabindex="0" role="region" aria-label="Plot">
<svg viewBox="0 0 ${plot.width} ${plot.height}" role="img" aria-label="Functions of each release, by how Python reaches them. The table below has the same content.">
% for number, y in lines:
<line x1="${plot.left}" x2="${plot.width}" y1="${f"{y:.1f}"}" y2="${f"{y:.1f}"}"/><text x="${plot.left - 6}" y="${f"{y + 4:.1f}"}" text-anchor="end">${number}</text>
% endfor
% for bar in bars:
<g><title>${bar.release | h}: ${bar.total} functions (${", ".join(f"{s.count} {s.status}" for s in bar.segments if s.count)})</title>
% for s in bar.segments:
% if s.count:
<rect class="${s.status}" x="${f"{bar.x:.1f}"}" y="${f"{s.y:.1f}"}" width="${f"{bar.width:.1f}"}" height="${f"{s.height:.1f}"}"/>
% endif
% endfor
<text transform="translate(${f"{bar.middle + 4:.1f}"},${plot.ground + 8}) rotate(-60)" text-anchor="end">${bar.release | h}</text></g>
% endfor
</svg>
</div>
<ul>
% for status, count in coverage.by_status.items():
<li><span class="key ${status}"></span>${count} ${status}: ${meanings[status] | h}</li>
% endfor
</ul>
% if coverage.guesses:
<p>The header has no markers. ${len(coverage.guesses)} are guessed:</p>
<ul>
% for guess in coverage.guesses:
<li>${guess | h}</li>
% endfor
</ul>
% endif
<div class="search"><label for="coverage-search">Search</label> <input type="search" id="coverage-search" placeholder="name, status or reason" autocomplete="off"> <span id="coverage-count" aria-live="polite">${coverage.total} functions</span></div>
<div class="rows" tabindex="0" role="region" aria-label="Functions">
<table>
<thead><tr><th scope="col">Function of the SDK, and in Python</th><th scope="col">Since</th><th scope="col">Status</th><th scope="col">Reason</th></tr></thead>
<tbody id="coverage-rows">
% for f in coverage.functions:
<tr><td>${linked(f.name)}\
% for name in f.python:
<br>${linked(name)}\
% endfor
</td><td>${f.since or ""}</td><td>${f.status}</td><td>${f.reason or "" | h}</td></tr>
% endfor
</tbody>
</table>
</div>
</div>
<script>
"use strict";
(function () {
  const rows = [...document.getElementById("coverage-rows").rows];
  const count = document.getElementById("coverage-count");
  document.getElementById("coverage-search").addEventListener("input", (event) => {
    const words = event.target.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      shown += !row.hidden;
    }
    count.textContent = `<%text>${shown}</%text> functions`;
  });
})();
</script>
