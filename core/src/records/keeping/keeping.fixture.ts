import { afterAll, beforeAll } from '@jest/globals';
import { docx } from '../docx.fixture.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import type { KeepingAct } from './contract.ts';
import { keepingOf } from './store.ts';

export let bench: Bench;

/** A city hall with a store for the tests of a file. */
export function withKeeping(): void {
  beforeAll(async () => {
    bench = await recordsBench();
  });
  afterAll(() => bench.close());
}

export const NOW = '2026-11-21T00:00:00.000Z';
export const NEXT_YEAR = '2027-04-10T00:00:00.000Z';
export const drafter = () => bench.as('drafter@minato.example');
export const head = () => bench.as('section-head@minato.example');
export const chief = () => bench.as('chief@minato.example');
export const keeping = () => bench.records.keeping;
export const kept = async (id: string) => {
  const row = await bench.inside(MINATO, (tx) => keepingOf(tx, id));
  if (!row) throw new Error('not kept');
  return row;
};

export async function staffIdOf(name: string): Promise<string> {
  const rows = await bench.inside(MINATO, (tx) =>
    tx.query<{ staffId: string }>(
      `select s.staff_id as "staffId" from kaigi.directory_staff s where s.municipality_id = $1 and s.sign_in_name = $2`,
      [MINATO, `${name}@minato.example`],
    ),
  );
  return rows[0]?.staffId ?? '';
}

export type Wish = KeepingAct extends infer A ? (A extends KeepingAct ? Omit<A, 'version'> : never) : never;
export const act = async (who: ReturnType<typeof drafter>, id: string, wish: Wish) =>
  keeping().kept.act(who, id, { ...wish, version: (await kept(id)).version } as KeepingAct);

let made = 0;
export async function file(
  kind: 'REFERENCE' | 'RECEIPT' | 'FINAL_DOCUMENT' = 'REFERENCE',
  classificationCode = 'A-04-03',
) {
  made += 1;
  const title = `文書その${made}`;
  const uploaded = { fileName: `${title}.docx`, bytes: docx([title]) };
  return (await bench.records.file(drafter(), { kind, title, classificationCode }, uploaded)).id;
}

export async function section() {
  const { sections } = await keeping().folders.list(head(), undefined);
  return sections[0]?.unitId ?? '';
}
export const folder = async (title: string, classificationCode = 'A-04-03', fiscalYear = 2026) =>
  keeping().folders.make(head(), { title, classificationCode, fiscalYear, unitId: await section() });
