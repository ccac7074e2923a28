import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { checkPack, type Loaded, loadPack } from './load.ts';
import type { PackFile } from './schema.ts';
import { findingSentence, packTexts } from './text.ts';

const yaml = readFileSync(path.join(import.meta.dirname, 'example.yaml'), 'utf8');
const example: unknown = parse(yaml);
type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };
type File = Writable<PackFile>;

/** The example with something changed; its own examples only where they are what is tried. */
function changed(change: (file: File) => void, { keepExamples = false } = {}): Loaded {
  const file = parse(yaml) as File;
  if (!keepExamples) file.examples = { routes: file.examples.routes.slice(0, 1), deputies: [], skips: [] };
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

describe('reading a pack', () => {
  it('a pack whose examples hold is read', () => {
    expect(sentences(loadPack(yaml))).toEqual([]);
  });

  it('what is no YAML is refused with its line', () => {
    expect(sentences(loadPack('version: [1\nfoo: {'))[0]).toContain('YAML として読めません');
    expect(told(loadPack('a: 1\na: 2'))).toEqual(['null unreadable']);
    expect(told(loadPack(''))[0]).toContain('shape');
  });

  it('a name written twice is told with its line, however deep', () => {
    expect(sentences(loadPack('a:\n  - b: 1\n    c: 2\n    b: 3'))).toEqual([
      'YAML として読めません（4行目、同じ見出しが二度あります）。',
    ]);
  });

  it.each([
    ['aliases', (at: number) => `k${at}: &a${at} {<<: *a${Math.max(0, at - 1)}, x: 1}`, 'unreadable'],
    ['names', (at: number) => `k${at}: 1`, 'shape'],
  ])('a text of thousands of %s holds nobody up', (_, line, code) => {
    const text = Array.from({ length: 20_000 }, (_none, at) => line(at)).join('\n');
    const since = process.cpuUsage();
    expect(told(loadPack(text))[0]).toContain(code);
    // Compared each with each they took a quarter of a minute; others on the machine do not count.
    expect(process.cpuUsage(since).user / 1_000).toBeLessThan(5_000);
  });

  it('a key that the language does not have is refused, naming the row', () => {
    const loaded = changed((file) => Object.assign(row(file.decisions, 'purchase.small'), { amount: 5 }));
    expect(sentences(loaded)[0]).toContain('purchase.small：「decisions.1」の書き方が違います');
  });

  it('a row without an article is refused, naming the row', () => {
    const gone = changed((file) => Reflect.deleteProperty(row(file.steps, 'consult.finance'), 'article'));
    expect(told(gone)).toEqual(['consult.finance no_article']);
    const empty = changed((file) => Object.assign(row(file.deputies, 'deputy.mayor'), { article: '' }));
    expect(told(empty)).toEqual(['deputy.mayor no_article']);
  });

  it('the same name twice is refused', () => {
    expect(told(changed((file) => Object.assign(row(file.decisions, 'trip.day'), { id: 'general' })))).toEqual([
      'general twice',
    ]);
  });
});

describe('names that mean nothing', () => {
  it.each<[string, string, (file: File) => void]>([
    [
      'post',
      'deputy.mayor',
      (file) => Object.assign(row(file.deputies, 'deputy.mayor').order[0] ?? {}, { who: { post: 'joyaku' } }),
    ],
    [
      'unit',
      'leave.other',
      (file) => Object.assign(row(file.decisions, 'leave.other'), { decider: { head: 'jinji' } }),
    ],
    [
      'unit',
      'examine.general',
      (file) => Object.assign(row(file.steps, 'examine.general'), { exceptUnits: ['kaikei'] }),
    ],
    ['class', 'general', (file) => Object.assign(row(file.decisions, 'general'), { decider: 'BUREAU_HEAD' })],
    ['matter', 'general', (file) => Object.assign(row(file.decisions, 'general'), { matters: ['GENERAL', 'LAWSUIT'] })],
    ['group', 'consult.finance', (file) => Object.assign(row(file.steps, 'consult.finance'), { groups: ['契約'] })],
    ['fact', 'trip.day', (file) => Object.assign(row(file.decisions, 'trip.day'), { when: { days: { upTo: 1 } } })],
    [
      'reason',
      'limit.reasons',
      (file) => Object.assign(row(file.deputyLimits, 'limit.reasons'), { escalations: ['WAR'] }),
    ],
    [
      'function',
      'consult.finance',
      (file) => Object.assign(row(file.steps, 'consult.finance'), { to: [{ function: 'LEGAL' }] }),
    ],
    ['classification', 'LEAVE', (file) => Object.assign(file.matters[4] ?? {}, { classification: 'Z-1' })],
  ])('an unknown %s is refused, naming %s', (kind, name, change) => {
    const loaded = changed(change);
    expect(loaded.ok ? [] : loaded.findings.map((one) => [one.row, one.code, one.params.kind])).toEqual([
      [name, 'regulations.pack_unknown', kind],
    ]);
  });
});

describe('circles', () => {
  it.each<[string, string[], (file: File) => void]>([
    [
      'matters by each other’s example',
      ['REPAIR', 'PURCHASE'],
      (file) => Object.assign(file.matters[1] ?? {}, { sameAs: 'REPAIR' }),
    ],
    [
      'a unit above itself',
      ['kensetsu', 'doboku-kakari'],
      (file) => Object.assign(file.organisation.units[4] ?? {}, { under: 'doboku-kakari' }),
    ],
    [
      'a function that means itself',
      ['FINANCE'],
      (file) => Object.assign(file.functions[0] ?? {}, { rows: [{ to: { function: 'FINANCE' } }] }),
    ],
    [
      'steps after each other',
      ['consult.finance', 'examine.general'],
      (file) => {
        row(file.steps, 'consult.finance').afterRows = ['examine.general'];
        row(file.steps, 'examine.general').afterRows = ['consult.finance'];
      },
    ],
    [
      'a post as its own deputy',
      ['deputy.mayor'],
      (file) => Object.assign(row(file.deputies, 'deputy.mayor'), { posts: ['fukuchocho'] }),
    ],
  ])('%s: a circle is refused', (_, names, change) => {
    const loaded = changed(change);
    const findings = loaded.ok ? [] : loaded.findings;
    expect(findings.map(({ code }) => code)).toEqual(['regulations.pack_circle']);
    expect(names).toContain(findings[0]?.row);
  });
});

describe('the decision table', () => {
  it('overlapping rows are refused, naming both', () => {
    const loaded = changed((file) =>
      Object.assign(row(file.decisions, 'purchase.middle'), {
        when: { amountYen: { from: 500_000, upTo: 3_000_000 } },
      }),
    );
    expect(told(loaded)).toEqual(['purchase.middle overlap']);
    expect(sentences(loaded)[0]).toContain('行「purchase.small」と重なります');
    expect(sentences(loaded)[0]).toContain('金額=500000');
  });

  it('a gap in amounts is refused, naming the rows beside it', () => {
    const loaded = changed((file) =>
      Object.assign(row(file.decisions, 'purchase.large'), { when: { amountYen: { over: 3_000_001 } } }),
    );
    expect(told(loaded)).toEqual(['purchase.middle gap']);
    expect(sentences(loaded)[0]).toContain('金額=3000001');
    expect(sentences(loaded)[0]).toContain('purchase.middle、purchase.large');
  });

  it('yen are whole: 50万円以下 and 50万1円以上 leave no gap, 超 and 未満 of one limit do', () => {
    const whole = changed((file) =>
      Object.assign(row(file.decisions, 'purchase.middle'), {
        when: { amountYen: { from: 500_001, upTo: 3_000_000 } },
      }),
    );
    expect(told(whole)).toEqual([]);
    const open = changed((file) =>
      Object.assign(row(file.decisions, 'purchase.small'), { when: { amountYen: { below: 500_000 } } }),
    );
    expect(sentences(open)[0]).toContain('金額=500000');
  });

  it('a choice that no row decides is a gap', () => {
    const loaded = changed((file) =>
      file.facts[2]?.choices?.push({ value: 'other', label: { ja: 'その他', en: 'other' } }),
    );
    expect(sentences(loaded)[0]).toContain('事案「LEAVE」の「休暇の種類=other」に当たる行がありません');
  });

  it('bands of two facts are checked in combination', () => {
    const both = (file: File) => {
      const trip = file.matters.find(({ code }) => code === 'TRIP');
      trip?.facts.push('amountYen');
      row(file.decisions, 'trip.day').when = { nights: { upTo: 1 }, amountYen: { upTo: 100_000 } };
    };
    expect(told(changed(both))).toEqual([]);
    const withoutRest = changed((file) => {
      both(file);
      const other = row(file.decisions, 'trip.other');
      Reflect.deleteProperty(other, 'otherwise');
      other.when = { nights: { over: 1 } };
    });
    expect(sentences(withoutRest)[0]).toContain('金額=100001');
  });

  it('a unit’s own rows may leave the rest to the common ones, but not overlap each other', () => {
    const own = (when: object) => ({
      ...{
        id: 'own',
        matters: ['PURCHASE'],
        units: ['kensetsu'],
        when,
        decider: 'SUBSECTION_HEAD',
        article: '別表第2',
      },
      sentence: { ja: '建設課では係長専決です。', en: 'In construction the subsection head decides.' },
    });
    const fine = changed((file) => file.decisions.push(own({ amountYen: { upTo: 50_000 } }) as never));
    expect(told(fine)).toEqual([]);
    const twice = changed((file) =>
      file.decisions.push(own({ amountYen: { upTo: 50_000 } }) as never, { ...own({}), id: 'own2' } as never),
    );
    expect(told(twice)).toEqual(['own2 overlap']);
  });

  it('a matter that no row decides is refused', () => {
    expect(told(changed((file) => file.matters.push({ ...file.matters[0], code: 'LAWSUIT' } as never)))).toEqual([
      'LAWSUIT no_decision',
    ]);
  });

  it('a condition that does not fit its fact, and a range without values, are refused', () => {
    expect(told(changed((file) => Object.assign(row(file.decisions, 'trip.day'), { when: { nights: true } })))).toEqual(
      ['trip.day test_does_not_fit'],
    );
    const empty = changed((file) =>
      Object.assign(row(file.decisions, 'purchase.small'), { when: { amountYen: { over: 5, upTo: 5 } } }),
    );
    expect(told(empty)).toEqual(['purchase.small empty_range']);
  });
});

describe('the other tables', () => {
  it('a row that a wider one above always hides is refused', () => {
    const loaded = changed((file) => file.postReview.reverse());
    expect(told(loaded)).toEqual(['post-review.minor unreachable']);
  });

  it('a reason that raises nothing, a limit without condition, no general absence: all are told together', () => {
    const loaded = changed((file) => {
      file.reasons.push({ code: 'SECRET', name: { ja: '秘密', en: 'secret' } });
      Reflect.deleteProperty(row(file.deputyLimits, 'limit.deadlock'), 'deadlock');
      Object.assign(row(file.absence, 'absence'), { classes: ['MAYOR'] });
    });
    expect(told(loaded)).toEqual([
      'SECRET reason_without_row',
      'null no_absence',
      'limit.deadlock limit_without_condition',
    ]);
  });

  it('a section as deputy and a provisional decision of somebody else are refused', () => {
    const deputy = changed((file) =>
      Object.assign(row(file.deputies, 'deputy.mayor').order[0] ?? {}, { who: { section: 'somu' } }),
    );
    expect(told(deputy)).toEqual(['deputy.mayor misplaced']);
    const step = changed((file) => Object.assign(row(file.steps, 'examine.general'), { duty: 'PROVISIONAL' }));
    expect(told(step)).toEqual(['examine.general misplaced']);
  });
});

describe('whatever is put before the loader', () => {
  const paths: (string | number)[][] = [];
  const walk = (value: unknown, at: (string | number)[]): void => {
    if (at.length > 0) paths.push(at);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) walk(inner, [...at, Array.isArray(value) ? Number(key) : key]);
  };
  walk(parse(yaml), []);
  const values = fc.oneof(
    fc.constantFrom<unknown>(null, '', 0, -1, 1e308, [], {}, true, 'GENERAL', 'somu', 'MAYOR', 'FINANCE', '__proto__'),
    fc.jsonValue(),
  );

  it('it answers with a pack or with findings, each with a sentence, and never fails otherwise', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), values, fc.boolean(), (at, value, remove) => {
        const file = structuredClone(example) as Record<string | number, unknown>;
        const place = at
          .slice(0, -1)
          .reduce<Record<string | number, unknown>>((inner, key) => inner[key] as never, file);
        const last = at.at(-1) ?? '';
        if (remove) delete place[last];
        else place[last] = value;
        const loaded = checkPack(file);
        if (loaded.ok) return;
        expect(loaded.findings.length).toBeGreaterThan(0);
        for (const one of loaded.findings) {
          const wanted = [...(packTexts[one.code]?.ja ?? '').matchAll(/\{(\w+)/gu)].map((match) => match[1] ?? '');
          expect(wanted.filter((name) => one.params[name] === undefined)).toEqual([]);
          expect(findingSentence(one, 'en')).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a table that combines too much to be checked is refused instead of taking for ever', () => {
    const loaded = changed((file) => {
      const keys = Array.from({ length: 20 }, (_, at) => `yes${at}`);
      for (const key of keys) file.facts.push({ key, type: 'boolean', label: { ja: key, en: key } });
      Object.assign(file.matters[0] ?? {}, { facts: keys });
      const general = row(file.decisions, 'general');
      file.decisions.push({ ...general, id: 'rest', otherwise: true });
      general.when = Object.fromEntries(keys.map((key) => [key, true]));
    });
    expect(told(loaded)).toEqual(['general too_many_conditions']);
  });
});

describe('the examples of a pack', () => {
  it('are run, and one that fails refuses the pack with expected and computed', () => {
    const loaded = changed((file) => Object.assign(row(file.decisions, 'general'), { decider: 'DEPUTY_MAYOR' }), {
      keepExamples: true,
    });
    expect(loaded.ok).toBe(false);
    expect(sentences(loaded)[0]).toContain('軽易な事務は課長が決裁する');
    expect(sentences(loaded)[0]).toContain('"SECTION_HEAD"');
  });

  it('of 代決 and 後閲 too', () => {
    const loaded = changed((file) => Object.assign(row(file.absence, 'absence'), { awayMoreThanDays: 0 }), {
      keepExamples: true,
    });
    expect(told(loaded)).toEqual(['半日の会議は不在でない example_failed']);
  });
});
