import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { type Loaded, loadPack } from './load.ts';
import type { PackFile } from './schema.ts';
import { findingSentence } from './text.ts';

const yaml = readFileSync(path.join(import.meta.dirname, 'example.yaml'), 'utf8');
type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };
type File = Writable<PackFile>;

function changed(change: (file: File) => void): Loaded {
  const file = parse(yaml) as File;
  file.examples = { routes: file.examples.routes.slice(0, 1), deputies: [], skips: [] };
  change(file);
  return loadPack(stringify(file));
}
const row = <T extends { id: string }>(rows: T[], id: string): T => {
  const found = rows.find((one) => one.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
};
const told = (loaded: Loaded) => (loaded.ok ? [] : loaded.findings.map((one) => `${one.row} ${one.code.slice(17)}`));
const sentences = (loaded: Loaded) => (loaded.ok ? [] : loaded.findings.map((one) => findingSentence(one, 'ja')));

describe('a refusal', () => {
  const broken = () =>
    changed((file) => {
      const loose = file as unknown as Record<string, unknown>;
      Object.assign(loose, { version: 'X', effectiveFrom: '2026-13-01', title: 'x', body: undefined, bogus: 1 });
      Object.assign(loose, { ladder: [], reasons: {}, numbering: { article: '第1条', symbols: 'a' } });
      Object.assign(file.matters[0] ?? {}, { minor: 'yes' });
      Object.assign(file.matters[1]?.name ?? {}, { en: '' });
      Object.assign(file.facts[0] ?? {}, { type: 'money' });
      Object.assign(file.decisions[0] ?? {}, { id: '3x', when: { amountYen: {} } });
      Object.assign(file.decisions[1] ?? {}, { line: 5 });
      Object.assign(file.steps[0] ?? {}, { place: { afterr: 1 } });
    });

  it('of a wrong shape says in either language what to write, and mixes none', () => {
    const loaded = broken();
    const findings = loaded.ok ? [] : loaded.findings;
    const [japanese, english] = [findings, findings].map((all, at) =>
      all.map((one) => findingSentence(one, at === 0 ? 'ja' : 'en')),
    );
    for (const words of [
      '「version」の書き方が違います（「city/2026-04-01」のように書いてください）',
      '（日付を「2026-04-01」のように書いてください）',
      '「title」の書き方が違います（見出しと値の組（名前: 値）を書いてください）',
      '「body」の書き方が違います（書かれていません）',
      '（1 件以上にしてください）',
      '（一覧（「- 」か [ ]）を書いてください）',
      '（amountYen、days、nights、count、number、boolean、choice のどれかを書いてください）',
      '（true か false を書いてください）',
      '（空です）',
      '（半角の英字で始め、',
      '（範囲（from・over・upTo・below）が書かれていません）',
      '（知らない見出しがあります：afterr）',
      '（知らない見出しがあります：bogus）',
      '（この書き方は使えません。',
    ])
      expect(japanese?.filter((sentence) => sentence.includes(words))).not.toEqual([]);
    expect(japanese?.join('').match(/expected|Invalid|received|Too|must/u)).toBeNull();
    expect(english?.join('').match(/[\u3040-\u30ff\u4e00-\u9fff]/u)).toBeNull();
  });

  it('of a text that is no YAML says in words why', () => {
    const told = (text: string) => sentences(loadPack(text))[0];
    expect(told('a: 1\n\tb: 2')).toContain('字下げにタブ');
    expect(told('a: {b: 1')).toContain('{ } や [ ] が閉じていません');
    expect(told('a: "b')).toContain('閉じる記号');
    expect(told('a: 1\na: 2')).toBe('YAML として読めません（2行目、同じ見出しが二度あります）。');
    const many = `a: &a x\nb: [${Array(101).fill('*a').join(', ')}]`;
    expect(told(many)).toContain('YAML として読めません（');
    const bomb = [
      'a: &a [x, x, x]',
      ...[...'bcdefgh'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`),
    ];
    expect(told(bomb.join('\n'))).toBe('YAML として読めません（ファイル全体、「*」による引用が多すぎます）。');
  });

  it('of an unknown name says what kind of thing it would have been', () => {
    const loaded = changed((file) => Object.assign(row(file.decisions, 'trip.day'), { decider: 'KING' }));
    expect(sentences(loaded)[0]).toContain('「KING」（職の段階）はどこにも定められていません');
  });
});

describe('分野', () => {
  it('have a name in each language, all of them or none', () => {
    const nameless = changed((file) => file.groups.pop());
    expect(sentences(nameless)[0]).toContain('（事案の分野）はどこにも定められていません');
    expect(told(changed((file) => file.groups.push({ ...file.groups[0] } as never)))).toEqual(['一般 twice']);
    expect(told(changed((file) => file.groups.splice(0)))).toEqual([]);
  });
});
