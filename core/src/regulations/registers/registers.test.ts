import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { changed, fileOf, told } from '../packs/packs.fixture.ts';
import { registerRulesOf } from './of-pack.ts';

const MINATO = 'minato/2026-04-01.yaml';
const minato = () => registerRulesOf(loaded(MINATO));
const day = (text: string) => text as LocalDate;

function loaded(name: string) {
  const pack = changed(name, () => undefined);
  if (!pack.ok) throw new Error(JSON.stringify(pack.findings));
  return pack.pack.file;
}

describe('R-03: 「番号は要る?」 by the regulations', () => {
  it.each([
    [{ outside: true, decision: true, evidence: false }, 'NUMBERED', 'need.outside-decision'],
    [{ outside: false, decision: false, evidence: true }, 'NUMBERED', 'need.evidence'],
    [{ outside: false, decision: true, evidence: false }, 'UNNUMBERED', 'need.registered'],
    [{ outside: true, decision: false, evidence: false }, 'MINOR', 'need.minor'],
  ])('answers %j with %s by %s and names the article', (answers, outcome, ruleId) => {
    const verdict = minato().need(answers);
    expect(verdict).toMatchObject({ outcome, ruleId, article: expect.stringContaining('みなと市文書取扱規程') });
  });

  it('does not answer before it knows enough, and asks at most three questions', () => {
    expect(minato().need({ outside: true })).toBeNull();
    expect(minato().need({ evidence: true })?.outcome).toBe('NUMBERED');
    expect(minato().questions).toHaveLength(3);
  });

  it('answers every combination also where a body has no rules of its own', () => {
    const rules = registerRulesOf(loaded('yamato/2026-04-01.yaml'));
    const yesNo = [true, false];
    const all = yesNo.flatMap((outside) =>
      yesNo.flatMap((decision) => yesNo.map((evidence) => ({ outside, decision, evidence }))),
    );
    expect(all.map((answers) => rules.need(answers)?.outcome)).not.toContain(undefined);
  });

  it('is refused where an answer leads nowhere, a question is not asked or a row is never reached', () => {
    const need = () => {
      const { registers } = fileOf(MINATO);
      if (!registers?.need) throw new Error('no rules');
      return registers.need;
    };
    const withRows = (rows: ReturnType<typeof need>['rows']) =>
      told(
        changed(MINATO, (pack) => {
          if (pack.registers?.need) pack.registers.need.rows = rows;
        }),
      );
    const all = need().rows;
    expect(withRows(all.slice(0, -1)).map(({ code }) => code)).toContain('need_open');
    expect(withRows([...all].reverse()).map(({ code }) => code)).toContain('need_unreachable');
    const [first, ...rest] = all;
    if (!first) throw new Error('no rows');
    expect(withRows([{ ...first, when: { nothing: true } }, ...rest])).toEqual([{ row: first.id, code: 'unknown' }]);
  });
});

describe('R-24: postage by the day', () => {
  it('is the national one where the regulations have none, by the table in force on the day', () => {
    const { postageOn } = minato();
    const yen = (on: string, id: string) => postageOn(day(on))?.charges.find((one) => one.id === id)?.yen;
    expect([yen('2024-09-30', 'standard25'), yen('2024-10-01', 'standard50'), yen('2026-11-22', 'card')]).toEqual([
      84, 110, 85,
    ]);
    expect(postageOn(day('2019-09-30'))).toBeNull();
  });
});

describe('R-04: runs of numbers by the regulations', () => {
  it('are those of the decision table and those for the hand alone, each once', () => {
    const symbols = minato().series.map(({ symbol }) => symbol);
    expect(symbols).toEqual(expect.arrayContaining(['みなと市告示', 'みなと市指令', 'みなと市達']));
    expect(new Set(symbols).size).toBe(symbols.length);
  });
});
