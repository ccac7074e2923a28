import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NAME = "'((?:records|ledger)/[a-z-]+|ledger)'";

/** What the background work of records and of the log calls itself where it fails. */
async function namesOfWork(): Promise<Set<string>> {
  const folders = ['core/src/records', 'core/src/ledger'];
  const names = await Promise.all(folders.map((folder) => readdir(path.join(ROOT, folder), { recursive: true })));
  const files = names.flatMap((some, at) => some.map((name) => path.join(ROOT, folders[at] ?? '', name)));
  const sources = files.filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file));
  const texts = await Promise.all(sources.map((file) => readFile(file, 'utf8')));
  return new Set(texts.flatMap((text) => [...reported(text), ...tasks(text)]));
}

const reported = (text: string) =>
  [...text.matchAll(new RegExp(`failed\\(\\s*${NAME}`, 'g'))].map(([, name = '']) => name);

/** A task is a constant that keys an object of tasks. */
const tasks = (text: string) =>
  [...text.matchAll(new RegExp(`const (\\w+) = ${NAME};`, 'g'))].flatMap(([, constant = '', name = '']) =>
    text.includes(`[${constant}]: `) ? [name] : [],
  );

describe('the page of whoever is on call', () => {
  it('says of every work of 文書管理 and of the log what it is and what to do when it fails', async () => {
    const page = await readFile(path.join(ROOT, 'docs/administrators/on-call.md'), 'utf8');
    const names = await namesOfWork();
    expect(names.size).toBeGreaterThan(25);
    expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('knows every figure that the service shows', async () => {
    const page = await readFile(path.join(ROOT, 'docs/administrators/on-call.md'), 'utf8');
    const source = await readFile(path.join(import.meta.dirname, 'figures.ts'), 'utf8');
    const figures = [...source.matchAll(/measure\('(\w+)'/g)].map(([, name]) => `kaigi_${name}`);
    expect(figures.length).toBeGreaterThan(6);
    expect(figures.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
