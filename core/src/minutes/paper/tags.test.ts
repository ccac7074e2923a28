import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { TAGS, type Tags } from './tags.ts';

const PAGE = new URL('../../../../docs/administrators/minutes-templates.md', import.meta.url);

const rowsOf = (tags: Tags): string[] =>
  Object.entries(tags).flatMap(([tag, { kind, says, inside }]) => [
    `${kind === 'WORDS' ? `\`{${tag}}\`` : `\`{#${tag}}\`…\`{/${tag}}\``}|${says}`,
    ...(inside ? rowsOf(inside) : []),
  ]);

it('M-17: the page for administrators names every tag of a template and says what it stands for', async () => {
  const page = await readFile(PAGE, 'utf8');
  const rows = Array.from(page.matchAll(/^\| (`\{.*?) *\| \S+ *\| (.*?) *\|$/gmu), ([, tag, says]) => `${tag}|${says}`);
  expect(rows.toSorted()).toEqual(rowsOf(TAGS).toSorted());
});
