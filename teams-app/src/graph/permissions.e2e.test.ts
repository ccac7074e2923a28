import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { GRAPH_PERMISSIONS } from './permissions.ts';

const here = import.meta.dirname;

async function named(): Promise<Set<string>> {
  const files = (await readdir(here)).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  const texts = await Promise.all(files.map((name) => readFile(path.join(here, name), 'utf8')));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/Permission: (\S+) \((\w+)\)/g)].map((found) => `${found[1]} ${found[2]}`),
    ),
  );
}

const listed = GRAPH_PERMISSIONS.map(({ name, type }) => `${name} ${type}`);

describe('the permissions asked of an administrator', () => {
  it('are exactly those that the Graph functions name', async () => {
    expect([...(await named())].sort()).toEqual([...listed].sort());
  });

  it('all stand in the README', async () => {
    const readme = await readFile(path.join(here, '../../README.md'), 'utf8');
    for (const { name } of GRAPH_PERMISSIONS) expect(readme).toContain(`\`${name}\``);
  });

  it('are exactly those that an administrator reads of when installing', async () => {
    const page = await readFile(path.join(here, '../../../docs/administrators/install.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([A-Z]\w+(?:\.\w+)+)` +\|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(GRAPH_PERMISSIONS.map(({ name }) => name).sort());
    const calendars = await readFile(path.join(here, '../../../docs/administrators/calendars.md'), 'utf8');
    for (const name of ['Calendars.ReadBasic.All', 'Calendars.Read', 'Calendars.ReadWrite', 'Place.Read.All'])
      expect(calendars).toContain(`| \`${name}\` `);
  });
});
