<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coverage of SDK ${coverage.sdk | h}</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 76rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
</style>
</head>
<body>
<main>
<h1>Coverage of SDK ${coverage.sdk | h}</h1>
<%include file="fragment.html.mako"/>\
</main>
</body>
</html>
