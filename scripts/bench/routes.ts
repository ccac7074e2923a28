import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { snapshotOf } from '../../core/src/directory/index.ts';
import type { Rank } from '../../core/src/directory/rules.ts';
import { type ExplainQuestion, explain } from '../../core/src/regulations/engine/explain.ts';
import type { Pack } from '../../core/src/regulations/engine/pack.ts';
import { checkPack } from '../../core/src/regulations/language/load.ts';
import { regulationsTexts } from '../../core/src/regulations/text.ts';
import type { LocalDate } from '../../core/src/shared/index.ts';
import { createCities } from '../../sandbox/src/city/cities.ts';
import type { Figures } from './approvals.ts';
import { median, rounded, say, type Turns } from './measure.ts';

const STAFF = 20_000;
const ROWS = 2_000;
const QUESTIONS = 4_000;
const PACKS = '../../core/src/regulations/packs/minato/2026-04-01.yaml';

interface File {
  matters: { code: string; facts?: string[] }[];
  decisions: { id: string; matters: string[] }[];
  examples: object;
}

/** みなと市's regulations with every matter so many times over that the table has 2,000 rows. */
function largePack(): Pack {
  const file = parse(readFileSync(path.join(import.meta.dirname, PACKS), 'utf8')) as File;
  const { matters, decisions } = file;
  for (let copy = 2; file.decisions.length < ROWS; copy += 1) {
    const named = (code: string) => `${code}.${copy}`;
    file.matters = [...file.matters, ...matters.map((matter) => ({ ...matter, code: named(matter.code) }))];
    const rows = decisions.map((row) => ({ ...row, id: named(row.id), matters: row.matters.map(named) }));
    file.decisions = [...file.decisions, ...rows];
  }
  const loaded = checkPack(file);
  if (!loaded.ok) throw new TypeError(JSON.stringify(loaded.findings.slice(0, 3)));
  return loaded.pack;
}

function largeCity() {
  const [city] = createCities({ size: STAFF, seed: 7 }).all;
  if (!city) throw new TypeError('the sandbox has みなと市');
  const posts = new Map(city.appointments.map(({ post }) => [post.code, post]));
  const held = city.appointments.flatMap(({ post, signInName }) =>
    signInName === null ? [] : [{ postId: post.code, staffId: signInName }],
  );
  const there = snapshotOf({
    day: '2026-11-21' as LocalDate,
    units: city.units.map(({ code, name, kind, parentCode }) => ({
      ...{ unitId: code, code, name, kind },
      parentUnitId: parentCode,
    })),
    posts: [...posts.values()].map(({ code, unitCode, title, rank, headsUnit }) => ({
      ...{ postId: code, code, unitId: unitCode, title, headsUnit },
      rank: rank as Rank,
    })),
    appointments: held,
    staff: held.map(({ staffId }) => ({ staffId, name: staffId })),
  });
  const drafters = city.appointments.filter(({ post, signInName }) => post.rank === 'STAFF' && signInName !== null);
  return { there, drafters };
}

const AWAY = { source: 'LEAVE', from: '2026-11-20T00:00:00Z', until: '2026-11-30T00:00:00Z' } as const;
const awayOn = (code: string): boolean => [...code].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 7 === 0;

/** Questions as they come in a day: every matter, small and large, from all over the city. */
function* questions(pack: Pack): Generator<ExplainQuestion> {
  const { there, drafters } = largeCity();
  const matters = [...pack.matters.values()];
  const reasons = pack.file.reasons.map(({ code }) => code);
  for (let at = 0; at < QUESTIONS; at += 1) {
    const matter = matters[(at * 7919) % matters.length];
    const post = drafters[(at * 104_729) % drafters.length]?.post;
    if (!matter || !post) continue;
    const facts = [...pack.facts.values()].map((fact, nth) => {
      if (fact.type === 'boolean') return [fact.key, (at + nth) % 5 === 0];
      if (fact.type === 'choice') return [fact.key, fact.choices?.[at % (fact.choices.length || 1)]?.value ?? ''];
      return [fact.key, fact.type === 'amountYen' ? (at * 37_123) % 50_000_000 : at % 6];
    });
    yield {
      ...{ there, matter: matter.code, facts: Object.fromEntries(facts), urgent: at % 10 === 0, unitId: post.unitCode },
      escalations: at % 8 === 0 ? [reasons[at % reasons.length] ?? ''] : [],
      drafterPostIds: [post.code],
      locale: 'ja',
      at: new Date('2026-11-24T01:00:00Z'),
      // One post in seven is without its holder, so that deputies are looked for as well.
      absenceOf: ({ code }) => (awayOn(code) ? AWAY : null),
      texts: regulationsTexts,
    };
  }
}

/** `route_us`: the median time to compute and explain a route, with a table of 2,000 rows and 20,000 staff. */
export async function benchRoutes({ runs }: Turns): Promise<Figures> {
  const pack = largePack();
  const asked = [...questions(pack)];
  for (const question of asked) explain(pack, question);
  const medians: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    let answered = 0;
    const times = asked.map((question) => {
      const from = performance.now();
      const view = explain(pack, question);
      const took = performance.now() - from;
      answered += view.problem === null ? 1 : 0;
      return took * 1000;
    });
    medians.push(median(times));
    say(`経路の計算と説明 ${asked.length} 件（うち決裁者あり ${answered} 件）：中央値 ${rounded(median(times))} µs`);
  }
  return { route_us: rounded(median(medians)), rows: pack.file.decisions.length, staff: STAFF };
}
