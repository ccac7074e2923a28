import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { GlossaryItem, LineEdit, MeetingLines } from '../contract.ts';
import { courseIn, DAY } from '../round/course.fixture.ts';

let hall: Hall;
let course: ReturnType<typeof courseIn>;
beforeAll(async () => {
  hall = await openHall(`${DAY}T15:00:00+09:00`);
  course = courseIn(hall);
});
afterAll(() => hall.city.close());

const sql = (text: string, values: readonly unknown[] = []) => hall.city.test.owner.query(text, [...values]);
const CAME = [{ staff: 'section-head', role: 'CHAIR' }, { staff: 'other-section' }] as const;

/** Taken in, retyped, put to somebody, split and joined again, in one step and in several. */
async function edited(): Promise<string> {
  const id = await course.minuted(CAME);
  const now = async () =>
    (await hall.call<MeetingLines>('drafter', 'GET /meetings/{id}/transcript', { params: { id } })).lines;
  const edit = async (...edits: LineEdit[]) => course.edit(id, edits);
  const [first] = await now();
  const half = newId(hall.clock);
  const at = { lineId: first?.id ?? '', version: first?.version ?? 0 };
  await edit(
    { op: 'SPLIT', ...at, at: 5, newId: half },
    { op: 'TEXT', lineId: half, version: 1, text: '議題2についてお願いします。' },
    // Changes nothing: it is no part of what was done.
    { op: 'TEXT', lineId: (await now())[2]?.id ?? '', version: 1, text: (await now())[2]?.text ?? '' },
  );
  const [one, two, three] = await now();
  await edit({
    op: 'JOIN',
    lineId: two?.id ?? '',
    version: two?.version ?? 0,
    nextId: three?.id ?? '',
    nextVersion: three?.version ?? 0,
  });
  await edit({ op: 'TEXT', lineId: one?.id ?? '', version: one?.version ?? 0, text: 'では、' });
  return id;
}

/** What is found while it is so, by code; afterwards everything stands as before. */
async function foundWhile(table: string, tampering: string, values: readonly unknown[] = []): Promise<string[]> {
  await sql(`create table kaigi.kept_aside as select * from ${table}`);
  await sql(tampering, values);
  const found: string[] = [];
  for await (const { code } of hall.city.suite.verify(MINATO)) if (code.startsWith('minutes.')) found.push(code);
  await sql(`delete from ${table}`);
  await sql(`insert into ${table} select * from kaigi.kept_aside`);
  await sql('drop table kaigi.kept_aside');
  return found;
}
const all = async () => {
  const found: string[] = [];
  for await (const { code, subject } of hall.city.suite.verify(MINATO))
    if (code.startsWith('minutes.')) found.push(`${code} ${subject}`);
  return found;
};

describe('M-18: kaigi verify', () => {
  it('finds lines that stand otherwise than their history left them', async () => {
    const id = await edited();
    expect(await all()).toEqual([]);
    const untouched = 'version = 1';
    const changed = 'version > 1 and not gone';
    for (const tampering of [
      `update kaigi.minutes_line set words = '別の言葉' where meeting_id = $1 and ${untouched}`,
      `update kaigi.minutes_line set heard = '聞こえなかった' where meeting_id = $1 and ${untouched}`,
      `update kaigi.minutes_line set attendee_id = gen_random_uuid() where meeting_id = $1 and ${changed}`,
      `update kaigi.minutes_line set words = '別の言葉' where meeting_id = $1 and ${changed}`,
      `update kaigi.minutes_line set heard = '聞こえなかった' where meeting_id = $1 and ${changed}`,
      `update kaigi.minutes_line set gone = true where meeting_id = $1 and ${changed}`,
      `update kaigi.minutes_line set gone = false where meeting_id = $1 and gone`,
      `delete from kaigi.minutes_line where meeting_id = $1 and ${untouched}`,
      `delete from kaigi.minutes_line where meeting_id = $1`,
      `insert into kaigi.minutes_line (municipality_id, meeting_id, line_id, transcript_id, version, place, start_ms, heard, words)
       select municipality_id, meeting_id, gen_random_uuid(), transcript_id, 1, 99, 0, '足した', '足した'
       from kaigi.minutes_line where meeting_id = $1 limit 1`,
    ]) {
      const found = await foundWhile('kaigi.minutes_line', tampering, [id]);
      expect([tampering, new Set(found)]).toEqual([tampering, new Set(['minutes.lines_altered'])]);
    }
    expect(await all()).toEqual([]);
  });

  it('finds terms that were changed, added or taken away behind its back', async () => {
    const add = (written: string) =>
      hall.call<GlossaryItem>('general-affairs-head', 'POST /minutes/glossary', {
        body: { written, heard: [`${written}？`] },
      });
    const [, gone] = [await add('みなと市'), await add('消す語'), await add('総合計画')];
    await hall.call('general-affairs-head', 'DELETE /minutes/glossary/{id}', { params: { id: gone.id } });
    expect(await all()).toEqual([]);
    for (const tampering of [
      `update kaigi.minutes_term set written = '別の市' where written = 'みなと市'`,
      `update kaigi.minutes_term set heard = '{}' where written = 'みなと市'`,
      `update kaigi.minutes_term set gone = false`,
      `update kaigi.minutes_term set gone = true`,
      `delete from kaigi.minutes_term`,
    ])
      expect(new Set(await foundWhile('kaigi.minutes_term', tampering))).toEqual(new Set(['minutes.term_altered']));
  });

  it('finds another 確定日, or another last day of what is kept', async () => {
    const id = await course.minuted(CAME, { bodyId: null });
    const { version } = await course.read('drafter', id);
    await course.post('drafter', id, 'decide', { version });
    expect(await all()).toEqual([]);
    for (const [tampering, mended] of [
      ['final_on = final_on - 1', 'final_on = final_on + 1'],
      [`kept_until = '2027-01-01'`, 'kept_until = null'],
    ]) {
      await sql(`update kaigi.meeting set ${tampering} where meeting_id = $1`, [id]);
      expect(await course.findings(id)).toEqual(['minutes.final_altered']);
      await sql(`update kaigi.meeting set ${mended} where meeting_id = $1`, [id]);
    }
    expect(await all()).toEqual([]);
  });
});
