import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { tagRows } from './tags.ts';

const PAGE = new URL('../../../../docs/administrators/minutes-templates.md', import.meta.url);

const rows = tagRows().map(
  ({ tag, kind, says }) => `${kind === 'WORDS' ? `\`{${tag}}\`` : `\`{#${tag}}\`…\`{/${tag}}\``}|${says}`,
);

it('M-17: the page for administrators names every tag of a template and says what it stands for', async () => {
  const page = await readFile(PAGE, 'utf8');
  const written = Array.from(
    page.matchAll(/^\| (`\{.*?) *\| \S+ *\| (.*?) *\|$/gmu),
    ([, tag, says]) => `${tag}|${says}`,
  );
  expect(written.toSorted()).toEqual(rows.toSorted());
});
