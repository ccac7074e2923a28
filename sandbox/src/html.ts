/** Escapes text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}

/** A plain page in the look of the sandbox, for the few screens the server draws itself. */
export function plainPage(title: string, bodyHtml: string, { language = 'ja', style = '' } = {}): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; }
  body { font-family: "Segoe UI", "Yu Gothic UI", "Noto Sans CJK JP", sans-serif; margin: 0; line-height: 1.6; }
  main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem; }
  h1 { font-size: 1.4rem; } h2 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
  ul { list-style: none; margin: 0; padding: 0; }
  li a { display: block; padding: .6rem .75rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); color: inherit; text-decoration: none; }
  li a:hover, li a:focus-visible { background: color-mix(in srgb, #5b5fc7 15%, transparent); outline: 2px solid #5b5fc7; outline-offset: -2px; }
  small { opacity: .8; display: block; } form { display: flex; gap: .5rem; margin: 1rem 0; }
  input, button { font: inherit; padding: .4rem .6rem; } input { flex: 1; min-width: 0; }
${style}</style>
</head>
<body><main>
${bodyHtml}
</main></body>
</html>
`;
}
