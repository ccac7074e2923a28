import { describe, expect, it } from '@jest/globals';
import { type AnyRow, allRowsOf, changed, type File, fileOf, rowsOf, TABLES, told } from './packs.fixture.ts';

const MINATO = 'minato/2026-04-01.yaml';
const PACKS = [
  MINATO,
  'yamato/2026-04-01.yaml',
  'daito/2026-04-01.yaml',
  'odd-bodies/hospital.yaml',
  'odd-bodies/waterworks.yaml',
  'odd-bodies/clean-union.yaml',
];

interface Limits {
  over?: number;
  upTo?: number;
}
const amountOf = (row: File['decisions'][number]): Limits | undefined =>
  (row.when as { amountYen?: Limits } | undefined)?.amountYen;
const namesOf = (loaded: Parameters<typeof told>[0], code: string) =>
  told(loaded)
    .filter((one) => one.code === code)
    .map(({ row }) => row);

describe('みなと市 with a mistake in every row of a kind: each row is named', () => {
  it('every row without its article', () => {
    const loaded = changed(MINATO, (pack) => {
      for (const row of allRowsOf(pack)) Reflect.deleteProperty(row, 'article');
    });
    const ids = allRowsOf(fileOf(MINATO)).map(({ id }) => id);
    expect(namesOf(loaded, 'no_article').toSorted()).toEqual(ids.toSorted());
  });

  it('every band of amounts that begins one yen too late leaves a gap', () => {
    const bands = fileOf(MINATO).decisions.filter((row) => amountOf(row)?.over !== undefined);
    expect(bands.length).toBeGreaterThan(40);
    const loaded = changed(MINATO, (pack) => {
      for (const row of pack.decisions) {
        const amount = amountOf(row);
        if (amount?.over !== undefined) amount.over += 1;
      }
    });
    const matters = new Set(bands.flatMap((row) => row.matters));
    const named = new Set(namesOf(loaded, 'gap').map((id) => fileOf(MINATO).decisions.find((row) => row.id === id)));
    expect(new Set([...named].flatMap((row) => row?.matters ?? []))).toEqual(matters);
  });

  it('every band of amounts that ends one yen too late overlaps the next', () => {
    const loaded = changed(MINATO, (pack) => {
      for (const row of pack.decisions) {
        const amount = amountOf(row);
        if (amount?.upTo !== undefined) amount.upTo += 1;
      }
    });
    const { decisions } = fileOf(MINATO);
    const matters = new Set(decisions.filter((row) => amountOf(row)?.upTo !== undefined).flatMap((row) => row.matters));
    const named = namesOf(loaded, 'overlap').flatMap((id) => decisions.find((row) => row.id === id)?.matters ?? []);
    expect(new Set(named)).toEqual(matters);
  });

  it('every deputy that is a post nobody has', () => {
    const loaded = changed(MINATO, (pack) => {
      for (const row of pack.deputies) row.order = [{ who: { post: 'joyaku' } }];
    });
    expect(namesOf(loaded, 'unknown').toSorted()).toEqual(
      fileOf(MINATO)
        .deputies.map(({ id }) => id)
        .toSorted(),
    );
  });

  it('every unit that a reorganisation abolished, wherever rows still name it', () => {
    const loaded = changed(MINATO, (pack) => {
      pack.organisation.units = pack.organisation.units.filter(({ code }) => code !== 'zaisei');
    });
    const named = namesOf(loaded, 'unknown');
    expect(named).toEqual(expect.arrayContaining(['FINANCE', 'handover.property', 'zaisei-kakari']));
  });

  it('every example whose article is another', () => {
    const names: string[] = [];
    const loaded = changed(MINATO, (pack) => {
      const { routes, deputies, skips } = pack.examples;
      for (const { name, expect: wanted } of [...routes, ...deputies, ...skips]) {
        if (!('article' in wanted) || wanted.article === undefined) continue;
        wanted.article = 'みなと市事務決裁規程 第99条';
        names.push(name);
      }
    });
    expect(names.length).toBeGreaterThan(150);
    expect(namesOf(loaded, 'example_failed').toSorted()).toEqual(names.toSorted());
  });

  it('a decision by functions that name functions, two by two: followed to its end, however many there are', () => {
    const decidedBy = (last: File['functions'][number]['rows'][number]['to']) =>
      changed(MINATO, (pack) => {
        const name = { ja: '担当', en: 'function' };
        const named = Array.from({ length: 3000 }, (_, at) => ({
          function: `F${at}`,
          name,
          rows: [{ units: ['seisaku'], to: { function: `F${at + 1}` } }, { to: { function: `F${at + 1}` } }],
        }));
        pack.functions = [...(pack.functions ?? []), ...named, { function: 'F3000', name, rows: [{ to: last }] }];
        const [row] = pack.decisions;
        if (row) row.decider = { function: 'F0' };
      });
    expect(told(decidedBy({ section: 'zaisei' })).map(({ code }) => code)).toEqual(['misplaced']);
    expect(told(decidedBy({ head: 'zaisei' })).map(({ code }) => code)).not.toContain('misplaced');
  });

  it('A-13: a row of 後閲 that could not come by itself, or that would pass over a decision', () => {
    type Skip = File['skips'][number];
    const refused = (change: Partial<Skip>) => {
      const loaded = changed(MINATO, (pack) => {
        pack.skips = pack.skips.map((row) => (row.id === 'skip.automatic' ? { ...row, ...change } : row));
      });
      return told(loaded).flatMap(({ row, code }) => (row === 'skip.automatic' ? [code] : []));
    };
    expect(refused({ allowed: false })).toContain('automatic_not_allowed');
    expect(refused({ triggers: ['PULL_UP'] })).toContain('automatic_not_allowed');
    expect(refused({ duties: ['REVIEW', 'DECISION'] })).toContain('skip_of_decision');
    expect(refused({ duties: ['PROVISIONAL'] })).toContain('skip_of_decision');
    expect(refused({ automatic: { sources: ['LEAVE', 'GRAPH_PRESENCE'] } })).toContain('automatic_not_absence');
    expect(refused({ automatic: { sources: [] } })).toEqual(['shape']);
  });

  it('every matter that no row decides any more', () => {
    const loaded = changed(MINATO, (pack) => {
      pack.decisions = pack.decisions.filter(({ matters }) => matters.includes('GENERAL'));
    });
    const others = fileOf(MINATO).matters.map(({ code }) => code);
    expect(namesOf(loaded, 'no_decision').toSorted()).toEqual(others.filter((code) => code !== 'GENERAL').toSorted());
  });
});

// Rows that say what holds anyway where no row is: minor matters take no number, nothing is reviewed afterwards.
const saysNothingNew = (row: AnyRow): boolean =>
  ('per' in row && row.per === 'NONE') || ('required' in row && row.required === false && !('minor' in row));

describe.each(PACKS)('no row of %s can go unnoticed', (name) => {
  const file = fileOf(name);
  const rows = TABLES.flatMap((table) =>
    rowsOf(file, table)
      .filter((row) => !saysNothingNew(row))
      .map(({ id }) => [table, id] as const),
  );

  it('A-03: each row that decides is tried by an example of its own', () => {
    const { routes } = file.examples;
    const loaded = changed(name, (pack) => {
      for (const row of pack.decisions) row.article = `${row.id}: ${row.article}`;
    });
    const findings = loaded.ok ? [] : loaded.findings.filter(({ code }) => code === 'regulations.pack_example_failed');
    expect(findings.length).toBeLessThanOrEqual(routes.length);
    const actual = findings.map(({ params }) => String(params.actual ?? ''));
    const untried = file.decisions.filter(({ id }) => !actual.some((article) => article.startsWith(`"${id}: `)));
    expect(untried.map(({ id }) => id)).toEqual([]);
  });

  it.each(rows)('%s without %s is refused', (table, id) => {
    const loaded = changed(name, (pack) => {
      const kept = rowsOf(pack, table).filter((row) => row.id !== id);
      Object.assign(pack, { [table]: kept });
    });
    expect(told(loaded)).not.toEqual([]);
  });
});

describe('other people’s mistakes', () => {
  it('a row that a wider one hides is named', () => {
    const loaded = changed(MINATO, (pack) => pack.reminders.reverse());
    expect(namesOf(loaded, 'unreachable')).toEqual(expect.arrayContaining(['remind.urgent', 'remind.executive']));
  });

  it('departments that stand above each other are named', () => {
    const loaded = changed(MINATO, (pack) => {
      for (const unit of pack.organisation.units) if (unit.code === 'kikaku-bu') unit.under = 'seisaku-kakari';
    });
    expect(namesOf(loaded, 'circle').length).toBeGreaterThan(0);
  });

  it('a class that decides although the ladder lacks it is named', () => {
    const loaded = changed(MINATO, (pack) => {
      pack.ladder = pack.ladder.filter(({ class: name }) => name !== 'DEPUTY_MAYOR');
    });
    const rows = fileOf(MINATO).decisions.filter(({ decider }) => decider === 'DEPUTY_MAYOR');
    expect(namesOf(loaded, 'unknown')).toEqual(expect.arrayContaining(rows.map(({ id }) => id)));
  });
});
