import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { loadPack } from './load.ts';
import type { PackFile } from './schema.ts';

type Range = NonNullable<PackFile['deputies'][number]['absentDays']>;
const yaml = readFileSync(path.join(import.meta.dirname, 'example.yaml'), 'utf8');

/** The findings where the section head's deputies are given by rows of these lengths, from the top. */
function told(...lengths: readonly { absentDays?: Range; vacant?: boolean }[]): string[] {
  const file = parse(yaml) as { deputies: PackFile['deputies'][number][] };
  file.deputies = file.deputies.flatMap((row) =>
    row.id === 'deputy.section-head' ? lengths.map((one, at) => ({ ...row, id: `row.${at + 1}`, ...one })) : [row],
  );
  const loaded = loadPack(stringify(file));
  return loaded.ok ? [] : loaded.findings.map(({ row, code }) => `${row} ${code.replace('regulations.pack_', '')}`);
}

it('a row for long absences stands above the one for the rest', () => {
  expect(told({ absentDays: { from: 5 } }, {})).toEqual([]);
  expect(told({}, { absentDays: { from: 5 } })).toEqual(['row.2 unreachable']);
});

it.each<[string, Range, Range, boolean]>([
  ['within a longer one', { from: 5 }, { from: 7 }, true],
  ['of the same length', { from: 5 }, { from: 5 }, true],
  ['inside a span', { from: 3, upTo: 9 }, { over: 3, below: 9 }, true],
  ['that begins on the day which the upper leaves out', { over: 5 }, { from: 5 }, false],
  ['that ends on the day which the upper leaves out', { below: 5 }, { upTo: 5 }, false],
  ['that goes on for longer', { from: 3, upTo: 9 }, { from: 3 }, false],
])('a row %s is refused as never used, or has its own days', (_, upper, lower, hidden) => {
  const findings = told({ absentDays: upper }, { absentDays: lower }, {});
  expect(findings).toEqual(hidden ? ['row.2 unreachable'] : []);
});

it('a span without any day, and the length of a vacancy, are refused', () => {
  expect(told({ absentDays: { from: 9, upTo: 3 } }, {})).toEqual(['row.1 empty_range']);
  expect(told({ absentDays: { from: 9 }, vacant: true }, {})).toEqual(['row.1 length_of_vacancy']);
});
