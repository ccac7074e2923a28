import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import type { Disposals, DisposalView } from '../../records/disposal/contract.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { KeptMeetings, MeetingKeeping, MeetingView } from '../contract.ts';
import { DAY, type DecidingRoom, openDecidingRoom } from '../deciding/deciding.fixture.ts';

let room: DecidingRoom;
beforeAll(async () => {
  room = await openDecidingRoom();
  await room.sql(
    `insert into kaigi.directory_role (municipality_id, grant_id, staff_id, role, valid_from)
     select municipality_id, gen_random_uuid(), staff_id, 'RECORDS_OFFICER', '2026-04-01'
     from kaigi.directory_staff where sign_in_name in ('colleague', 'personnel') and municipality_id = $1`,
    [MINATO],
  );
});
afterAll(() => room.city.close());

const keeping = (name: string, id: string) =>
  room.call<MeetingKeeping>(name, 'GET /meetings/{id}/keeping', { params: { id } });
const hold = (name: string, id: string, reason = '発言と違う') =>
  room.call<MeetingKeeping>(name, 'POST /meetings/{id}/holds', { params: { id }, body: { reason } });
const lift = (name: string, id: string, holdId: string) =>
  room.call<MeetingKeeping>(name, 'POST /meetings/{id}/holds/{holdId}/lift', {
    ...{ params: { id, holdId }, body: { reason: '確かめました' } },
  });
const kept = (name: string, query: object = {}) => room.call<KeptMeetings>(name, 'GET /meetings/kept', { query });
const isDue = async (id: string) =>
  (await kept('auditor', { due: 'true' })).items.some(({ meetingId }) => meetingId === id);

const VTT = 'WEBVTT\n\n00:00:01.000 --> 00:00:06.000\n<v 見本 section-head>始めます。</v>\n';
/** 課内会議: kept for seven days after the minutes are final. */
async function withTranscript(title: string, more: object = {}): Promise<MeetingView> {
  const { id } = await room.ready(title, { bodyId: 'meeting.section', ...more });
  const { version } = await room.read('drafter', id);
  await room.call('drafter', 'POST /meetings/{id}/transcript', {
    ...{ params: { id }, body: { version, despiteDoubts: true } },
    file: { fileName: '録音の文字起こし.vtt', bytes: Buffer.from(VTT.replace('始めます', `${title}を始めます`)) },
  });
  return room.read('drafter', id);
}
const final = async (title: string) => room.decide('drafter', await withTranscript(title));

describe('M-18: recordings and transcripts are kept with the minutes', () => {
  it('for as long as the rules say after they are final, told with the article', async () => {
    const meeting = await withTranscript('保存');
    const before = await keeping('drafter', meeting.id);
    expect(before).toMatchObject({
      ...{ finalOn: null, until: null, keepDays: 7, isDue: false, article: 'みなと市会議録等作成要領 第10条第4項' },
      items: [{ kind: 'TRANSCRIPT', fileName: '録音の文字起こし.vtt', by: { name: '見本 drafter' } }],
    });
    expect(before.sentence).toContain('まだ確定していません');
    await room.decide('drafter', meeting);
    const after = await keeping('drafter', meeting.id);
    expect(after).toMatchObject({ finalOn: DAY, until: '2026-12-02', isDue: false });
    expect(after.sentence).toContain('令和8年12月2日まで');
    expect(await room.refused(keeping('other-section', meeting.id))).toBe('minutes.meeting_not_found');
    expect(await room.refused(keeping('drafter@yamato', meeting.id))).toBe('minutes.meeting_not_found');
  });

  it('are due for disposal the day after the last, and never before; nothing is disposed of by it', async () => {
    const { id } = await final('期限');
    room.clock.set('2026-12-02T09:00:00+09:00');
    expect(await isDue(id)).toBe(false);
    room.clock.set('2026-12-03T09:00:00+09:00');
    expect(await isDue(id)).toBe(true);
    expect((await keeping('drafter', id)).items).toHaveLength(1);
    room.clock.set(`${DAY}T15:00:00+09:00`);
  });

  it('are listed for the records section: of every section, or of one’s own', async () => {
    const { id } = await final('一覧');
    for (const [name, mayOpen] of [
      ['general-affairs-head', false],
      ['auditor', true],
      ['colleague', true],
    ] as const) {
      const row = (await kept(name)).items.find(({ meetingId }) => meetingId === id);
      expect(row).toMatchObject({
        mayOpen,
        title: '一覧',
        until: '2026-12-02',
        transcripts: 1,
        recordings: 0,
        holds: 0,
      });
    }
    expect((await kept('personnel')).items.map(({ meetingId }) => meetingId)).not.toContain(id);
    expect(await room.refused(kept('drafter'))).toBe('minutes.kept_not_yours');
    expect(await room.refused(kept('auditor', { cursor: 'eA' }))).toBe('minutes.bad_cursor');
  });

  it('a list longer than a page goes on without one twice', async () => {
    const { id } = await final('続き');
    await room.sql(
      `insert into kaigi.meeting (municipality_id, meeting_id, version, state, held_on, unit_id, organiser_id, is_open, content, final_on, kept_until)
       select municipality_id, gen_random_uuid(), 1, 'FINAL', held_on, unit_id, organiser_id, is_open, content, final_on, kept_until
       from kaigi.meeting, generate_series(1, 60) where meeting_id = $1`,
      [id],
    );
    await room.sql(
      `insert into kaigi.meeting_transcript select municipality_id, gen_random_uuid(), m.meeting_id, t.sha256, t.source, t.file_name,
         t.taken_at, t.taken_by, t.state, t.timed, t.remarks, t.lines
       from kaigi.meeting m join kaigi.meeting_transcript t using (municipality_id)
       where t.meeting_id = $1 and m.content ->> 'title' = '続き' and m.meeting_id <> $1`,
      [id],
    );
    const first = await kept('auditor');
    const second = await kept('auditor', { cursor: first.nextCursor });
    const ids = [...first.items, ...second.items].map(({ meetingId }) => meetingId);
    expect([first.items.length, second.nextCursor, new Set(ids).size]).toEqual([50, null, ids.length]);
    expect(ids.length).toBeGreaterThan(60);
  });
});

describe('M-18: a hold', () => {
  it('keeps everything until it is lifted, with the reason, and is found by verification', async () => {
    const { id } = await final('争い');
    const [first] = (await hold('section-head', id)).holds;
    await hold('auditor', id);
    room.clock.set('2027-03-01T09:00:00+09:00');
    expect(await isDue(id)).toBe(false);
    const held = await keeping('drafter', id);
    expect([held.isDue, held.sentence.includes('2件')]).toEqual([false, true]);
    await lift('section-head', id, first?.id ?? '');
    expect(await isDue(id)).toBe(false);
    const second = (await keeping('drafter', id)).holds.find((one) => one.lifted === null);
    const lifted = await lift('general-affairs-head', id, second?.id ?? '');
    expect(lifted.holds.map((one) => one.lifted?.by.name).toSorted()).toEqual([
      '見本 general-affairs-head',
      '見本 section-head',
    ]);
    expect(await isDue(id)).toBe(true);
    expect(await room.refused(lift('general-affairs-head', id, second?.id ?? ''))).toBe('minutes.hold_lifted');
    expect(await room.findings(id)).toEqual([]);
    await room.sql(
      `update kaigi.minutes_change set change = '{"reason":"x"}' where subject_kind = 'keeping' and subject_id = $1 and seq = 1`,
      [id],
    );
    expect(await room.findings(id)).toEqual(['minutes.words_altered']);
    room.clock.set(`${DAY}T15:00:00+09:00`);
  });

  it('is placed by those who were there, keep the minutes or audit; lifted by the records section and whoever placed it', async () => {
    const personnel = { id: newId(), staffId: await room.staffId('personnel'), name: 'x' };
    const { id } = await withTranscript('誰が止めるか', { isOpen: true, attendees: [personnel] });
    const [held] = (await hold('personnel', id)).holds;
    const holdId = held?.id ?? '';
    expect(held?.may.lift).toBe(true);
    expect((await keeping('drafter', id)).holds[0]?.may.lift).toBe(false);
    expect(await room.refused(lift('drafter', id, holdId))).toBe('minutes.lift_not_yours');
    expect(await room.refused(hold('other-section', id))).toBe('minutes.meeting_not_found');
    // 総括文書管理者 see what is kept of it, and place nothing.
    expect((await keeping('general-affairs-head', id)).may.hold).toBe(false);
    expect(await room.refused(hold('general-affairs-head', id))).toBe('minutes.hold_not_yours');
    expect(await room.refused(lift('colleague', id, newId()))).toBe('minutes.hold_not_found');
    // 文書主任 of the section.
    expect((await lift('colleague', id, holdId)).holds[0]?.lifted?.reason).toBe('確かめました');
  });

  it('pressed twice is one hold', async () => {
    const { id } = await final('二度押し');
    await Promise.all([hold('drafter#hold', id), hold('drafter#hold', id)]);
    const { holds } = await keeping('drafter', id);
    expect(holds).toHaveLength(1);
    const [one] = holds;
    await Promise.all([lift('drafter#lift', id, one?.id ?? ''), lift('drafter#lift', id, one?.id ?? '')]);
    expect((await keeping('drafter', id)).holds[0]?.lifted).not.toBeNull();
  });
});

describe('M-18: the end of recordings and transcripts', () => {
  const CHIEF = 'general-affairs-head';
  const OFFICER = 'colleague';
  const read = (id: string) => room.call<DisposalView>('auditor', 'GET /disposals/{id}', { params: { id } });
  const step = async (name: string, id: string, word: string) =>
    room.call<DisposalView>(name, 'POST /disposals/{id}/steps', {
      ...{ params: { id }, body: { version: (await read(id)).version, step: word } },
    });
  const make = async () => {
    const { items } = await room.call<Disposals>(CHIEF, 'POST /disposals', { body: { fiscalYear: 2026 } });
    return read(items.find(({ state }) => state === 'SECTION')?.id ?? '');
  };

  it('by the disposal list, a case and two people: bytes and words go, the minutes and what happened stay', async () => {
    const [going, held] = [await final('廃棄される会議'), await final('争われる会議')];
    const sentences = await room.minutes(going.id);
    await hold('section-head', held.id);
    const [file] = await room.sql(
      'select transcript_id as id, sha256 from kaigi.meeting_transcript where meeting_id = $1',
      [going.id],
    );
    room.clock.set('2026-12-02T09:00:00+09:00');
    const early = await room.call<Disposals>(CHIEF, 'POST /disposals', { body: { fiscalYear: 2026 } });
    expect(early.items).toEqual([]);
    room.clock.set('2026-12-03T09:00:00+09:00');
    const list = await make();
    const line = list.lines.find(({ id }) => id === file?.id);
    expect(line).toMatchObject({
      kind: 'TRANSCRIPT',
      endsOn: '2026-12-02',
      mark: null,
      choices: ['DESTROY', 'EXTEND'],
    });
    expect(list.lines.every(({ title }) => title.startsWith('非公開の会議（令和8年11月25日）の文字起こし'))).toBe(true);
    const [disputed] = await room.sql(
      'select transcript_id as id from kaigi.meeting_transcript where meeting_id = $1',
      [held.id],
    );
    expect(list.lines.find(({ id }) => id === disputed?.id)).toMatchObject({
      mark: 'HELD',
      choices: [],
    });
    await room.call(OFFICER, 'POST /disposals/{id}/choices', {
      ...{ params: { id: list.id } },
      body: {
        version: list.version,
        items: list.lines.filter(({ mark }) => mark === null).map(({ id }) => id),
        choice: 'DESTROY',
      },
    });
    await step(OFFICER, list.id, 'SUBMIT');
    await step(CHIEF, list.id, 'PROPOSE');
    await room.sql(`update kaigi.records_disposal_list set state = 'APPROVED', approved_at = now() where id = $1`, [
      list.id,
    ]);
    // As the case leaves it that approves: what is held is left out.
    await room.sql(`update kaigi.records_disposal_item set state = 'LEFT_OUT' where list_id = $1 and mark = 'HELD'`, [
      list.id,
    ]);
    await step(OFFICER, list.id, 'BEGIN');
    expect((await keeping('drafter', going.id)).items).toMatchObject([{ disposed: null }]);
    await step(CHIEF, list.id, 'CONFIRM');
    await room.run('');
    room.clock.set('2026-12-03T11:00:00+09:00');
    await room.run('records/look-at-disposals');

    const done = await read(list.id);
    expect(done.lines.filter(({ state, mark }) => state !== 'GONE' && mark !== 'HELD')).toEqual([]);
    expect([done.state, done.lines.find(({ id }) => id === file?.id)?.state]).toEqual(['DONE', 'GONE']);
    const after = await keeping('drafter', going.id);
    expect(after.items).toMatchObject([
      { disposed: expect.stringContaining('令和8年12月3日に廃棄しました（みなと市会議録等作成要領 第10条第4項）') },
    ]);
    expect(after.isDue).toBe(false);
    expect(await room.minutes(going.id)).toEqual(sentences);
    const left = await room.sql(
      `select (select count(*)::int from kaigi.minutes_line where meeting_id = $1 and (heard <> '' or words <> '')) as lines,
         (select count(*)::int from kaigi.minutes_change where subject_id = $1 and subject_kind = 'transcript') as changes,
         (select count(*)::int from kaigi.records_tombstone where subject_kind = 'TRANSCRIPT' and subject_id = $2) as stones`,
      [going.id, file?.id],
    );
    expect(left).toEqual([{ lines: 0, changes: 0, stones: 1 }]);
    expect(await room.findings(going.id)).toEqual([]);
    // Nobody takes a file away without the list, with a hand in the database neither.
    await expect(
      room.sql('update kaigi.meeting_transcript set disposed_at = now() where meeting_id = $1', [held.id]),
    ).rejects.toThrow('nobody decided');
    room.clock.set(`${DAY}T15:00:00+09:00`);
  });
});
