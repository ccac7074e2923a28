import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { KaigiError, type Route } from '../shared/index.ts';
import { YAMATO } from '../testing/test-city.ts';
import type { ApplicationView } from './applications/contract.ts';
import { type ApplyRoom, openApplyRoom } from './applications/room.fixture.ts';

// Every call of テレワーク・庶務 with everything that its schemas let through: it is answered, or refused by a sentence.
let room: ApplyRoom;
let made: ApplicationView;
let staffId = '';
beforeAll(async () => {
  room = await openApplyRoom();
  await room.registered('drafter');
  made = await room.apply('drafter');
  staffId = await room.staffId('drafter');
});
afterAll(() => room.city.close());

type Schema = Readonly<Record<string, unknown>>;
interface Picked {
  readonly day: string;
  readonly month: string;
  readonly id: string;
  readonly text: string;
  readonly number: 'minimum' | 'maximum';
}

const UNEXPECTED = 'unexpected:';
const TIMES = '12:00';

function textOf({ format, pattern, enum: words, const: only }: Schema, picked: Picked): unknown {
  if (only !== undefined) return only;
  if (Array.isArray(words)) return words[0];
  if (format === 'uuid') return picked.id;
  if (format === 'date') return picked.day;
  if (format === 'date-time') return `${picked.day}T00:00:00+09:00`;
  const form = typeof pattern === 'string' ? new RegExp(pattern, 'u') : null;
  if (form) return [TIMES, picked.month, 'a'.repeat(64)].find((one) => form.test(one)) ?? picked.text;
  return picked.text;
}

/** Something that the schema lets through, as far as it says. */
function sample(schema: Schema, picked: Picked): unknown {
  const { type, anyOf, oneOf, items, properties, minItems } = schema;
  const some = (anyOf ?? oneOf) as Schema[] | undefined;
  if (some) return sample(some[0] ?? {}, picked);
  if (type === 'object') {
    const all = Object.entries((properties ?? {}) as Record<string, Schema>);
    return Object.fromEntries(all.map(([name, of]) => [name, sample(of, picked)]));
  }
  if (type === 'array')
    return Array.from({ length: Math.max(1, Number(minItems ?? 1)) }, () => sample((items ?? {}) as Schema, picked));
  if (type === 'integer' || type === 'number') return Number(schema[picked.number] ?? 1);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return textOf(schema, picked);
}

function inputOf(of: z.ZodType | undefined, picked: Picked): unknown {
  if (!of) return {};
  const found = sample(z.toJSONSchema(of, { io: 'input', unrepresentable: 'any' }) as Schema, picked);
  const read = of.safeParse(found);
  return read.success ? read.data : null;
}

const MINE = /^\/(?:telework|leave|overtime|trips|stats\/telework)(?:\/|$)/;
const routes = (): Route[] => room.city.suite.routes.filter(({ path }) => MINE.test(path));

async function answered(route: Route, who: { name: string; municipalityId?: string }, picked: Picked): Promise<string> {
  const [params, query, body] = [route.params, route.query, route.body].map((one) => inputOf(one, picked));
  if (params === null || query === null || body === null) return 'not let through';
  const file = route.upload ? { fileName: 'x.csv', bytes: Buffer.from(`${picked.text}\n\0,\u{202e}`) } : null;
  const { name, ...where } = who;
  try {
    return JSON.stringify(await route.handle(room.city.as(name, where), { params, query, body, file }));
  } catch (error) {
    if (error instanceof KaigiError) return error.code;
    return `${UNEXPECTED} ${route.method} ${route.path} ${picked.day} ${error}`;
  }
}

const NOBODY = '00000000-0000-7000-8000-000000000000';
const LONG = '<script>"\'=1+1'.padEnd(180, '長');

describe('every call', () => {
  it('is answered or refused by a sentence, on the first and the last day that can be said, by anybody', async () => {
    let through = 0;
    const broken = new Set<string>();
    for (const day of ['1900-01-01', '2026-11-20', '2199-12-31'])
      for (const number of ['minimum', 'maximum'] as const)
        for (const name of ['colleague', 'section-head', 'auditor'])
          for (const route of routes()) {
            const picked = { day, month: day.slice(0, 7), id: NOBODY, text: LONG, number };
            const said = await answered(route, { name }, picked);
            if (said.startsWith(UNEXPECTED)) broken.add(said);
            if (said !== 'not let through') through += 1;
          }
    expect([...broken]).toEqual([]);
    expect(routes().length).toBeGreaterThan(60);
    expect(through).toBeGreaterThan(800);
  });

  it('knows nothing of another municipality, and does nothing there', async () => {
    const facts = 'select count(*)::int as count from kaigi.telework_fact where municipality_id <> $1';
    const before = await room.city.test.owner.query(facts, [YAMATO]);
    const caseId = room.caseOf(made, 'APPROVAL');
    for (const id of [made.id, staffId, caseId, made.days[0]?.itemId ?? ''])
      for (const name of ['section-head', 'general-affairs-head', 'auditor'])
        for (const route of routes()) {
          const picked = { day: '2026-11-25', month: '2026-11', id, text: 'x', number: 'minimum' as const };
          const said = await answered(route, { name, municipalityId: YAMATO }, picked);
          expect([route.path, said.includes(made.title), said.includes('浜町')]).toEqual([route.path, false, false]);
        }
    expect((await room.city.test.owner.query(facts, [YAMATO])).rows).toEqual(before.rows);
  });
});
