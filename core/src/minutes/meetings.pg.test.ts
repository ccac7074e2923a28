import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/index.ts';
import { type Hall, openHall } from '../telework/disaster/room.fixture.ts';
import { MINATO } from '../testing/test-city.ts';
import type { MeetingLines, MeetingList, MeetingView, MinutesView, SentenceEditsAnswer } from './contract.ts';
import type { LineEdit, LineEditsAnswer, LineSuggestions } from './lines/contract.ts';

const DAY = '2026-11-25';
let hall: Hall;
beforeAll(async () => {
  hall = await openHall(`${DAY}T15:00:00+09:00`);
});
afterAll(() => hall.city.close());

const attendee = async (name: string, role = 'MEMBER') => {
  const staffId = await hall.staffId(name);
  return { id: newId(hall.clock), staffId, name: '打ち間違い', role };
};
const make = async (name: string, more: object = {}) =>
  hall.call<MeetingView>(name, 'POST /meetings', {
    body: { title: '予算の打合せ', heldOn: DAY, attendees: [await attendee('section-head', 'CHAIR')], ...more },
  });
const at = (id: string) => ({ params: { id } });
const read = (name: string, id: string) => hall.call<MeetingView>(name, 'GET /meetings/{id}', at(id));
const lines = (name: string, id: string) => hall.call<MeetingLines>(name, 'GET /meetings/{id}/transcript', at(id));
const list = (name: string, query: object = {}) => hall.call<MeetingList>(name, 'GET /meetings', { query });
const give = (name: string, id: string, text: string, { fileName = 'a.vtt', despiteDoubts = true } = {}) =>
  hall.call<MeetingView>(name, 'POST /meetings/{id}/transcript', {
    ...at(id),
    body: { version: 1, despiteDoubts },
    file: { fileName, bytes: Buffer.from(text) },
  });
const edit = (name: string, id: string, edits: readonly LineEdit[]) =>
  hall.call<LineEditsAnswer>(name, 'POST /meetings/{id}/transcript/edits', { ...at(id), body: { edits } });
const findings = async (id: string) => {
  const found: string[] = [];
  for await (const one of hall.city.suite.verify(MINATO)) if (one.subject.includes(id)) found.push(one.code);
  return found;
};

const SAID = `WEBVTT

00:00:01.000 --> 00:00:06.000
<v 見本 section-head>それでは議題1、備品の購入についてお願いします。</v>

00:00:07.000 --> 00:00:15.000
<v 話者2>えー、机を十台購入したいと考えております。</v>

00:00:16.000 --> 00:00:22.000
<v 見本 section-head>ご異議ありませんか。</v>

00:00:22.500 --> 00:00:24.000
<v 話者2>異議なし。</v>

00:00:25.000 --> 00:00:33.000
<v 見本 section-head>異議なしと認め、案のとおり決定します。</v>
`;

const withTranscript = async () => {
  const { id } = await make('drafter');
  await give('drafter', id, SAID);
  return id;
};

describe('M-01, M-21: a meeting', () => {
  it('names its staff as the directory does, whatever was typed, and is of the section of whoever called it', async () => {
    const meeting = await make('drafter');
    expect(meeting.attendees).toEqual([expect.objectContaining({ name: '見本 section-head', role: 'CHAIR' })]);
    expect(meeting.unit.name).toBe('政策課');
    expect(meeting).toMatchObject({ version: 1, state: 'PLANNED', organiser: { name: '見本 drafter' } });
  });

  it('is made once however often it is sent', async () => {
    const body = { title: '二度押し', heldOn: DAY };
    const [one, two] = await Promise.all(
      [1, 2].map(() => hall.call<MeetingView>('drafter#meeting-twice', 'POST /meetings', { body })),
    );
    expect(one?.id).toBe(two?.id);
  });

  it('is seen by who attends, the section and the heads above it, and by nobody else', async () => {
    const { id } = await make('drafter', { attendees: [await attendee('personnel')] });
    for (const name of ['drafter', 'colleague', 'section-head', 'department-head', 'personnel'])
      expect((await read(name, id)).id).toBe(id);
    expect(await hall.refused(read('other-section', id))).toBe('minutes.meeting_not_found');
    expect(await hall.refused(read('drafter@yamato', id))).toBe('minutes.meeting_not_found');
    expect((await list('other-section', { box: 'ALL' })).items.map((item) => item.id)).not.toContain(id);
    expect((await list('personnel')).items.map((item) => item.id)).toContain(id);
  });

  it('of two who change it at once one is told, and sees it as it is now', async () => {
    const { id } = await make('drafter');
    const change = (place: string) =>
      hall.call<MeetingView>('drafter', 'PATCH /meetings/{id}', { ...at(id), body: { version: 1, place } });
    const became = await Promise.allSettled([change('第1会議室'), change('第2会議室')]);
    expect(became.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await read('drafter', id)).version).toBe(2);
  });

  it('is changed by nobody who only attends', async () => {
    const { id } = await make('drafter', { attendees: [await attendee('personnel')] });
    const change = hall.call('personnel', 'PATCH /meetings/{id}', { ...at(id), body: { version: 1, place: 'x' } });
    expect(await hall.refused(change)).toBe('minutes.meeting_not_yours');
  });

  it('goes on from page to page without one twice', async () => {
    for (let nth = 0; nth < 52; nth += 1) await make('colleague', { title: `第${nth}回`, attendees: [] });
    const first = await list('colleague');
    const second = await list('colleague', { cursor: first.nextCursor });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(52);
    expect(await hall.refused(list('colleague', { cursor: 'eA' }))).toBe('minutes.bad_cursor');
  });

  it('that was cancelled says so, and takes nothing in any more', async () => {
    const { id } = await make('drafter');
    const cancel = () =>
      hall.call<MeetingView>('drafter', 'POST /meetings/{id}/cancel', {
        ...at(id),
        body: { version: 1, reason: '延期' },
      });
    expect((await cancel()).state).toBe('CANCELLED');
    expect((await cancel()).version).toBe(2);
    expect(await hall.refused(give('drafter', id, SAID))).toBe('minutes.meeting_cancelled_already');
  });
});

describe('M-03, M-05, M-06: a transcript', () => {
  it('becomes lines; a whole name is put to the attendee, everybody else is left to people', async () => {
    const id = await withTranscript();
    const { lines: all, speakers } = await lines('drafter', id);
    expect(all.map(({ label, attendeeId }) => [label, attendeeId !== null])).toEqual([
      ['見本 section-head', true],
      ['話者2', false],
      ['見本 section-head', true],
      ['話者2', false],
      ['見本 section-head', true],
    ]);
    expect(speakers.map(({ kind, open, candidates }) => [kind, open, candidates.length])).toEqual([
      ['NAME', 0, 1],
      ['MACHINE', 2, 0],
    ]);
  });

  it('that may be of another meeting is asked about first', async () => {
    const { id } = await make('drafter');
    const other = SAID.replaceAll('見本 section-head', '他市 太郎').replaceAll('話者2', '他市 花子');
    expect(await hall.refused(give('drafter', id, other, { despiteDoubts: false }))).toBe(
      'minutes.transcript_doubtful',
    );
    expect((await lines('drafter', id)).lines).toEqual([]);
    const { transcripts } = await give('drafter', id, other);
    expect(transcripts[0]?.doubts.join()).toContain('他市 太郎');
  });

  it('that is none is refused, and nothing is kept', async () => {
    const { id } = await make('drafter');
    expect(await hall.refused(give('drafter', id, '', { fileName: 'a.txt' }))).toBe('minutes.transcript_empty');
    expect(await hall.refused(give('drafter', id, '%PDF-1.7 …', { fileName: 'a.pdf' }))).toMatch(/unreadable/);
    expect((await read('drafter', id)).transcripts).toEqual([]);
  });

  it('given twice is there once; another one before anybody has edited takes its place', async () => {
    const id = await withTranscript();
    expect((await give('drafter', id, SAID)).transcripts).toHaveLength(1);
    hall.clock.set(`${DAY}T15:10:00+09:00`);
    const { transcripts } = await give('drafter', id, SAID.replace('机を十台', '椅子を十脚'));
    expect(transcripts.map(({ state }) => state)).toEqual(['KEPT', 'USED']);
    expect((await lines('drafter', id)).lines[1]?.text).toContain('椅子');
  });

  it('that gave way to a wrong one is used again when it is brought once more, and stands alone', async () => {
    const id = await withTranscript();
    hall.clock.set(`${DAY}T15:12:00+09:00`);
    await give('drafter', id, SAID.replace('机を十台', '椅子を十脚'));
    hall.clock.set(`${DAY}T15:14:00+09:00`);
    const twice = await Promise.all([give('drafter', id, SAID), give('drafter', id, SAID)]);
    for (const { transcripts } of twice)
      expect(transcripts.map(({ state }) => state)).toEqual(['KEPT', 'KEPT', 'USED']);
    const { lines: all } = await lines('drafter', id);
    expect([all.length, all[1]?.text]).toEqual([5, expect.stringContaining('机')]);
    expect(await findings(id)).toEqual([]);
  });

  it('that comes after editing began is kept beside it, and nothing edited is lost', async () => {
    const id = await withTranscript();
    const [line] = (await lines('drafter', id)).lines;
    await edit('drafter', id, [{ op: 'TEXT', lineId: line?.id ?? '', version: 1, text: '直した' }]);
    hall.clock.set(`${DAY}T15:20:00+09:00`);
    const { transcripts } = await give('drafter', id, SAID.replace('机を十台', '椅子を十脚'));
    expect(transcripts.map(({ state }) => state)).toEqual(['USED', 'KEPT']);
    expect((await lines('drafter', id)).lines.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['直した', expect.stringContaining('机')]),
    );
  });
});

describe('M-05, M-08: editing', () => {
  it('puts a label to an attendee here, from here, or everywhere, and keeps the machine’s word', async () => {
    const id = await withTranscript();
    const [meeting, { lines: all }] = [await read('drafter', id), await lines('drafter', id)];
    const [, second, , fourth] = all;
    const attendeeId = meeting.attendees[0]?.id ?? '';
    const put = (line: typeof second, scope: 'THIS' | 'FROM_HERE' | 'EVERYWHERE', to: string | null) =>
      edit('drafter', id, [
        { op: 'SPEAKER', lineId: line?.id ?? '', version: line?.version ?? 0, attendeeId: to, scope },
      ]);
    expect((await put(fourth, 'FROM_HERE', attendeeId)).changed).toHaveLength(1);
    expect((await put(second, 'EVERYWHERE', attendeeId)).changed).toHaveLength(1);
    const now = (await lines('drafter', id)).lines;
    expect(now.map((line) => line.attendeeId)).toEqual(all.map(() => attendeeId));
    expect(now.map(({ label }) => label)).toEqual(all.map(({ label }) => label));
    const { refused } = await put(now[1], 'THIS', newId(hall.clock));
    expect(refused).toHaveLength(1);
  });

  it('M-06: a person says that a line is whose it stands for; whoever puts many lines at once has not looked at it', async () => {
    const id = await withTranscript();
    const [meeting, { lines: all, sureFrom }] = [await read('drafter', id), await lines('drafter', id)];
    expect([sureFrom, all.map(({ sure, confidence }) => [sure, confidence])]).toEqual([
      0.7,
      all.map(() => [false, null]),
    ]);
    const [, second] = all;
    const [lineId, attendeeId] = [second?.id ?? '', meeting.attendees[0]?.id ?? ''];
    const one = { lineId, version: second?.version ?? 0 };
    const { changed } = await edit('drafter', id, [{ op: 'SURE', ...one, sure: true }]);
    expect(changed).toMatchObject([{ id: lineId, sure: true, version: one.version + 1 }]);
    expect((await edit('drafter', id, [{ op: 'SURE', ...one, sure: false }])).refused).toHaveLength(1);
    const put = (version: number, scope: 'THIS' | 'EVERYWHERE', to: string | null) =>
      edit('drafter', id, [{ op: 'SPEAKER', lineId, version, attendeeId: to, scope }]);
    const sureNow = async () => (await lines('drafter', id)).lines.find((line) => line.id === lineId)?.sure;
    await put(one.version + 1, 'THIS', attendeeId);
    expect(await sureNow()).toBe(true);
    await put(one.version + 2, 'EVERYWHERE', null);
    expect(await sureNow()).toBe(false);
  });

  it('splits and joins, and gives back what no longer fits', async () => {
    const id = await withTranscript();
    const [, second] = (await lines('drafter', id)).lines;
    const [lineId, newLine] = [second?.id ?? '', newId(hall.clock)];
    const cut = await edit('drafter', id, [{ op: 'SPLIT', lineId, version: 1, at: 3, newId: newLine }]);
    expect(cut.changed.map(({ text }) => text)).toEqual(['えー、', '机を十台購入したいと考えております。']);
    const joined = await edit('drafter', id, [
      { op: 'JOIN', lineId, version: 2, nextId: newLine, nextVersion: 1 },
      { op: 'TEXT', lineId: newLine, version: 1, text: '消えた行' },
    ]);
    expect(joined.changed.map(({ text }) => text)).toEqual([second?.text]);
    expect(joined).toMatchObject({ removed: [newLine], refused: [{ edit: 1, now: null }] });
    expect(joined.changed[0]?.heard).toBe(second?.heard);
  });

  it('of two editors of one line the later one is told what stands there now; other lines are saved', async () => {
    const id = await withTranscript();
    const [first, second] = (await lines('drafter', id)).lines;
    const retype = (text: string): LineEdit => ({ op: 'TEXT', lineId: first?.id ?? '', version: 1, text });
    const [one, two] = await Promise.all([
      edit('drafter', id, [retype('課長が直した')]),
      edit('colleague', id, [
        retype('同僚が直した'),
        { op: 'TEXT', lineId: second?.id ?? '', version: 1, text: '別の行' },
      ]),
    ]);
    const told = [...one.refused, ...two.refused];
    expect(told).toHaveLength(1);
    const now = (await lines('drafter', id)).lines;
    expect(told[0]?.now?.text).toBe(now[0]?.text);
    expect(now[1]?.text).toBe('別の行');
  });

  it('sees who else is there for a minute', async () => {
    const id = await withTranscript();
    hall.clock.set(`${DAY}T15:30:30+09:00`);
    const here = (name: string) =>
      hall.call<MeetingLines>(name, 'POST /meetings/{id}/editing', { ...at(id), body: { lineId: null } });
    await here('colleague');
    expect((await here('drafter')).editors.map(({ name }) => name)).toEqual(['見本 colleague']);
    hall.clock.set(`${DAY}T15:32:00+09:00`);
    expect((await lines('drafter', id)).editors).toEqual([]);
  });

  it('M-10, M-11: suggests what the rules let an editor do, and changes nothing', async () => {
    const id = await withTranscript();
    const ask = () => hall.call<LineSuggestions>('drafter', 'GET /meetings/{id}/transcript/suggestions', at(id));
    const { items } = await ask();
    expect(items.map(({ after }) => after)).toEqual(['机を十台購入したいと考えております。']);
    expect((await lines('drafter', id)).version).toBe(1);
  });
});

describe('M-09, M-12: the minutes', () => {
  const minutes = (name: string, id: string) => hall.call<MinutesView>(name, 'GET /meetings/{id}/minutes', at(id));
  const draft = (id: string, version: number) =>
    hall.call<MinutesView>('drafter', 'POST /meetings/{id}/minutes/draft', { ...at(id), body: { version } });
  const change = (id: string, edits: readonly object[]) =>
    hall.call<SentenceEditsAnswer>('drafter', 'POST /meetings/{id}/minutes/edits', { ...at(id), body: { edits } });

  it('are drafted with the lines each sentence rests on', async () => {
    const id = await withTranscript();
    const { sentences } = await draft(id, 0);
    const known = new Set((await lines('drafter', id)).lines.map((line) => line.id));
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences.every(({ sources }) => sources.length > 0 && sources.every((one) => known.has(one)))).toBe(true);
    const decision = sentences.find(({ part }) => part === 'DECISION');
    expect(decision).toMatchObject({ outcome: 'APPROVED_AS_PROPOSED', origin: 'RULES', isAddition: false });
    expect((await read('drafter', id)).state).toBe('WRITING');
  });

  it('drafted anew keep what people have settled: changed, written and taken out', async () => {
    const id = await withTranscript();
    const first = await draft(id, 0);
    const [item, decision] = ['ITEM', 'DECISION'].map((part) => first.sentences.find((one) => one.part === part));
    const added = newId(hall.clock);
    await change(id, [
      { op: 'SET', id: decision?.id, version: 1, text: '机10台の購入を承認' },
      { op: 'ADD', id: added, part: 'SUMMARY', itemId: null, after: null, text: '書き足した概要' },
      { op: 'REMOVE', id: item?.id, version: 1 },
    ]);
    const { sentences } = await draft(id, 2);
    expect(sentences.filter(({ part }) => part === 'DECISION').map(({ text, origin }) => [text, origin])).toEqual([
      ['机10台の購入を承認', 'PERSON'],
    ]);
    expect(sentences.find((one) => one.id === added)).toMatchObject({ isAddition: true, origin: 'PERSON' });
    expect(sentences.some(({ part }) => part === 'ITEM')).toBe(false);
    // Whose 議題 was taken out is not lost with it.
    expect(sentences.map(({ itemId }) => itemId)).toEqual(sentences.map(() => null));
  });

  it('say to the later of two editors what stands there now, and draft nothing over what is newer', async () => {
    const id = await withTranscript();
    const { sentences } = await draft(id, 0);
    const set = (text: string) => change(id, [{ op: 'SET', id: sentences[0]?.id, version: 1, text }]);
    await set('先');
    expect((await set('後')).refused).toEqual([{ edit: 0, now: expect.objectContaining({ text: '先', version: 2 }) }]);
    expect(await hall.refused(draft(id, 1))).toBe('minutes.meeting_stale');
    expect((await minutes('section-head', id)).version).toBe(2);
  });

  it('need something to be drafted from', async () => {
    const { id } = await make('drafter');
    expect(await hall.refused(draft(id, 0))).toBe('minutes.nothing_to_draft_from');
  });
});

describe('the history of minutes', () => {
  it('finds out whoever puts another file in the place of a transcript', async () => {
    const id = await withTranscript();
    const { owner } = hall.city.test;
    await owner.query('alter table kaigi.minutes_fact disable trigger all');
    await owner.query(
      `update kaigi.minutes_fact set fact = replace(fact::text, fact ->> 'sha256', repeat('0', 64))::json
       where subject_id = $1 and act = 'TAKEN_IN'`,
      [id],
    );
    await owner.query('alter table kaigi.minutes_fact enable trigger all');
    expect(await findings(id)).toContain('minutes.file_missing');
  });

  it('holds no word of what was said, and finds out whoever changes one', async () => {
    const id = await withTranscript();
    const [line] = (await lines('drafter', id)).lines;
    await edit('drafter', id, [{ op: 'TEXT', lineId: line?.id ?? '', version: 1, text: 'ここだけの言葉' }]);
    const { owner } = hall.city.test;
    const { rows } = await owner.query<{ said: string }>(
      `select fact::text as said from kaigi.minutes_fact union all
       select convert_from(entry, 'UTF8') from kaigi.ledger_leaf union all
       select convert_from(entry, 'UTF8') from kaigi.ledger_pending`,
    );
    expect(rows.some(({ said }) => said.includes('EDITED'))).toBe(true);
    expect(rows.filter(({ said }) => said.includes('ここだけの言葉') || said.includes('備品'))).toEqual([]);
    expect(await findings(id)).toEqual([]);
    await owner.query(
      `update kaigi.minutes_change set change = replace(change::text, 'ここだけ', 'どこにも')::json
       where subject_id = $1 and seq = 2`,
      [id],
    );
    expect(new Set(await findings(id))).toEqual(new Set(['minutes.words_altered', 'minutes.lines_altered']));
    await owner.query('alter table kaigi.minutes_fact disable trigger all');
    await owner.query(
      `delete from kaigi.minutes_fact where subject_id = $1 and subject_kind = 'transcript' and seq = 1`,
      [id],
    );
    expect(await findings(id)).toContain('minutes.facts_missing');
  });
});
