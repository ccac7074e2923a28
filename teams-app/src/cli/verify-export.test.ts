import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ExportFixture, writeExport } from '../../../core/src/ledger/outside/export.fixture.ts';
import { EXIT } from './context.ts';
import { runCli } from './kaigi.ts';

let folder: string;
let log: ExportFixture;

async function kaigi(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await runCli(['verify', ...args], {}, output);
  return { code, text: out.join('\n'), err: err.join('\n') };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaigi-export-'));
  log = await writeExport(path.join(folder, 'export', 'minato'), 300);
});
afterAll(() => rm(folder, { recursive: true }));

describe('R-19: kaigi verify --export', () => {
  it('needs neither database nor data folder', async () => {
    const { code, text } = await kaigi('--export', path.join(folder, 'export'), '--key', log.vkey);
    expect([code, text]).toEqual([EXIT.ok, expect.stringContaining('記録 300 件とファイル 1 件を確かめました')]);
    const without = await kaigi('--export', path.join(folder, 'export'));
    expect(without.text).toContain(`--key で渡してください：${log.vkey}`);
  });

  it('answers machines, and tells what was altered', async () => {
    await writeFile(path.join(folder, 'export', 'minato', 'entries.jsonl'), '');
    const { code, text } = await kaigi('--export', path.join(folder, 'export'), '--json');
    expect(code).toBe(EXIT.found);
    expect(JSON.parse(text)).toMatchObject({ altered: true, checked: [{ findings: [{ code: 'wrong_entries' }] }] });
  });

  it('tells a package that is none, in a sentence', async () => {
    await writeFile(path.join(folder, 'x.zip'), 'no zip');
    const { code, text } = await kaigi('--export', path.join(folder, 'x.zip'));
    expect([code, text]).toEqual([EXIT.found, '✗ パッケージを zip として読めません。']);
  });
});
