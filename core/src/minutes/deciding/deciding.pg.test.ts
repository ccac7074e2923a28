import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import { newId } from '../../platform/index.ts';
import type { Caller } from '../../shared/index.ts';
import { aDocument, MINATO } from '../../testing/test-city.ts';
import type { MeetingView } from '../contract.ts';
import { type DecidingRoom, openDecidingRoom, partsOf } from './deciding.fixture.ts';
import { decide } from './service.ts';

let room: DecidingRoom;
beforeAll(async () => {
  room = await openDecidingRoom();
  await room.chat('drafter');
});
afterAll(() => room.city.close());

const count = async (text: string, values: readonly unknown[]) => Number((await room.sql(text, values))[0]?.count);
const casesOf = ({ id }: Pick<MeetingView, 'id'>) =>
  count('select count(*) from kaigi.approvals_external where external_id like $1', [`minutes/${id}/%`]);
const acts = async ({ id }: Pick<MeetingView, 'id'>) =>
  (
    await room.sql(
      `select act from kaigi.minutes_fact where subject_id = $1 and subject_kind = 'meeting' order by seq`,
      [id],
    )
  ).map(({ act }) => act);
const change = (meeting: Pick<MeetingView, 'id' | 'version'>, place: string) =>
  room.call<MeetingView>('drafter', 'PATCH /meetings/{id}', {
    ...{ params: { id: meeting.id }, body: { version: meeting.version, place } },
  });

describe('M-17: minutes put before those who decide', () => {
  it('are one case with the paper of the minutes, its class and the day; once decided they are final', async () => {
    const meeting = await room.ready('課長会議');
    expect([meeting.next, meeting.may.decide]).toEqual(['DECISION', true]);
    const put = await room.decide('drafter', meeting);
    expect(put).toMatchObject({ state: 'DECIDING', case: { id: put.caseId, number: null, status: 'IN_REVIEW' } });
    const view = await room.caseOf(put);
    expect(view).toMatchObject({
      title: '課長会議（令和8年11月25日開催）会議録について（伺い）',
      ...{ confidentiality: 'C2', status: 'IN_REVIEW' },
      classification: { code: 'A-03-01' },
      matter: { code: 'MINUTES', facts: { meetingKind: 'INTERNAL' } },
    });
    const { bytes } = await room.city.suite.records.content(room.city.as('drafter'), view.document.recordId);
    expect((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value).toContain('案のとおり決定する。');
    const final = await room.approved(put);
    expect(final).toMatchObject({ state: 'FINAL', finalOn: '2026-11-25', next: null, may: { decide: false } });
    expect(final.case?.status).toBe('DECIDED');
    expect(final.deadlines.every(({ state }) => state === 'DONE')).toBe(true);
    expect(await room.refused(change(final, '別の場所'))).toBe('minutes.meeting_closed');
    expect((await acts(meeting)).slice(-3)).toEqual(['PUT_FORWARD', 'LAID_BEFORE', 'FINAL']);
    expect(JSON.stringify(room.told.get('drafter'))).toContain('会議録が確定しました：課長会議');
    expect(await room.findings(meeting.id)).toEqual([]);
  });

  it('pressed twice, by two at once and late again: one case', async () => {
    const meeting = await room.ready('二度押し');
    const both = await Promise.allSettled([
      room.decide('drafter#twice', meeting),
      room.decide('drafter#twice', meeting),
      room.decide('colleague', meeting),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    await room.run('');
    expect(await casesOf(meeting)).toBe(1);
    await room.approved(meeting);
    expect((await room.decide('drafter', meeting)).state).toBe('FINAL');
    expect((await acts(meeting)).filter((act) => act === 'FINAL')).toHaveLength(1);
  });

  it('are put forward by whoever keeps them, when everything before is done and nothing is missing', async () => {
    const meeting = await room.ready('権限');
    expect(await room.refused(room.decide('other-section', meeting))).toBe('minutes.meeting_not_found');
    expect(await room.refused(room.decide('drafter@yamato', meeting))).toBe('minutes.meeting_not_found');
    const personnel = { id: newId(), staffId: await room.staffId('personnel'), name: 'x' };
    const attended = await room.ready('出席しただけ', { attendees: [personnel] });
    expect((await room.read('personnel', attended.id)).may.decide).toBe(false);
    expect(await room.refused(room.decide('personnel', attended))).toBe('minutes.meeting_not_yours');
    expect(await room.refused(room.decide('drafter', { ...meeting, version: 0 }))).toBe('minutes.meeting_stale');
    const bare = await room.ready('事項なし', { papers: [] });
    expect(await room.refused(room.decide('drafter', bare))).toBe('minutes.parts_missing');
    await room.sql(`update kaigi.minutes_round set state = 'OPEN' where meeting_id = $1`, [meeting.id]);
    expect(await room.refused(room.decide('drafter', meeting))).toBe('minutes.not_ready');
  });

  it('of a meeting closed on a ground stay with those who take part in the case', async () => {
    const meeting = await room.ready('非公開', { isOpen: false, closedReason: '個人に関する情報を含むため' });
    const put = await room.decide('drafter', meeting);
    expect((await room.caseOf(put)).confidentiality).toBe('C3C');
    const seen = await room.read('colleague', meeting.id);
    expect([seen.state, seen.case]).toEqual(['DECIDING', null]);
  });

  it('sent back are written on and put forward again as the same case with the new paper', async () => {
    const put = await room.decide('drafter', await room.ready('差戻し'));
    const back = await room.act('subsection-head', put, { act: 'sendBack', reason: '日付を確かめてください' });
    expect(back).toMatchObject({ state: 'WRITING', caseId: put.caseId, may: { decide: true, edit: true } });
    expect(JSON.stringify(room.told.get('drafter'))).toContain('日付を確かめてください');
    expect(back.case?.returned).toMatchObject({
      reason: '日付を確かめてください',
      by: { name: '見本 subsection-head' },
    });
    const before = await room.caseOf(put);
    const changed = await change(back, '第2会議室');
    // Pressed many times at once: none of them is told of the others, and the case is changed once.
    const presses = [1, 2, 3, 4, 5, 6, 7, 8].map(() => room.decide('drafter', changed));
    const [again = back] = await Promise.all(presses);
    const after = await room.caseOf(again);
    expect([again.state, again.caseId, after.status]).toEqual(['DECIDING', put.caseId, 'IN_REVIEW']);
    expect(after.document.file.sha256).not.toBe(before.document.file.sha256);
    // 差戻し, then the new place, the new paper and the submission: one step each.
    expect(after.version - before.version).toBe(3);
    expect((await room.approved(again)).state).toBe('FINAL');
    expect(await room.findings(put.id)).toEqual([]);
  });

  it('pulled back by their drafter they are with whoever keeps them again, and go on as the same case', async () => {
    const put = await room.decide('drafter', await room.ready('引戻し'));
    const back = await room.act('drafter', put, { act: 'pullBack' });
    expect([back.state, back.caseId]).toEqual(['WRITING', put.caseId]);
    expect(room.told.get('drafter')?.some((card) => card.includes('起案者が引き戻しました：引戻し'))).toBe(true);
    expect((await acts(put)).at(-1)).toBe('PULLED_BACK');
    const again = await room.decide('drafter', back);
    expect([again.state, again.caseId]).toEqual(['DECIDING', put.caseId]);
  });

  it('rejected are with whoever keeps them, and come as a new case', async () => {
    const put = await room.decide('drafter', await room.ready('却下'));
    const back = await room
      .act('subsection-head', put, { act: 'approve' })
      .then(() => room.act('section-head', put, { act: 'reject', reason: '作り直すこと' }));
    expect([back.state, back.case?.returned?.reason]).toEqual(['WRITING', '作り直すこと']);
    const again = await room.decide('drafter', back);
    expect(again.case?.returned).toBeNull();
    expect([again.state, again.caseId === put.caseId]).toEqual(['DECIDING', false]);
    expect((await room.approved(again)).state).toBe('FINAL');
  });
});

describe('M-17: what is decided is these minutes and nothing else', () => {
  const sentBack = async (title: string) => {
    const put = await room.decide('drafter', await room.ready(title));
    return room.act('subsection-head', put, { act: 'sendBack', reason: '確認' });
  };
  const submitted = async (meeting: MeetingView) => {
    const { id, version } = await room.caseOf(meeting);
    await room.city.suite.approvals.submit(room.city.as('drafter'), id, version);
    await room.run('');
    return room.read('drafter', meeting.id);
  };

  it('submitted again as it was from the page of the case, they go on', async () => {
    const again = await submitted(await sentBack('そのまま再提出'));
    expect(again.state).toBe('DECIDING');
    expect((await room.approved(again)).state).toBe('FINAL');
  });

  it('not final by a case with another title or paper, nor after the minutes were written on', async () => {
    const { approvals } = room.city.suite;
    const drafter = room.city.as('drafter');
    const titled = await sentBack('題名替え');
    const { id, version } = await room.caseOf(titled);
    await approvals.edit(drafter, id, { version, title: '別の件' });
    const replaced = await sentBack('文書替え');
    const other = await room.caseOf(replaced);
    await approvals.replaceDocument(drafter, { caseId: other.id, version: other.version, file: aDocument('別の文書') });
    const written = await sentBack('直してから');
    await change(written, '第9会議室');
    for (const meeting of [titled, replaced, written]) {
      expect((await submitted(meeting)).state).toBe('WRITING');
      expect((await room.approved(meeting)).state).toBe('WRITING');
      expect(await acts(meeting)).toContain('OTHERWISE');
    }
    const now = await room.read('drafter', titled.id);
    const again = await room.decide('drafter', now);
    expect(again.caseId).not.toBe(now.caseId);
    expect((await room.approved(again)).state).toBe('FINAL');
  });
});

describe('M-17: where nobody decides', () => {
  it('the minutes are final by the article that says so, and filed in their class', async () => {
    const meeting = await room.ready('課内会議', { bodyId: 'meeting.section' });
    expect(meeting.next).toBe('FINAL');
    const final = await room.decide('drafter', meeting);
    expect(final).toMatchObject({ state: 'FINAL', caseId: null, finalOn: '2026-11-25' });
    const [row] = await room.sql('select record_id, title from kaigi.minutes_deciding where meeting_id = $1', [
      meeting.id,
    ]);
    const record = await room.city.suite.records.read(room.city.as('drafter'), String(row?.record_id));
    expect(record).toMatchObject({ state: 'FROZEN', classification: { code: 'A-03-02' }, title: row?.title });
    expect(await acts(meeting)).toEqual(['MADE', 'FINAL', 'FILED']);
  });

  it('of a meeting of no body they are final, and nothing is filed', async () => {
    const final = await room.decide('drafter', await room.ready('打合せ', { bodyId: null }));
    expect(final.state).toBe('FINAL');
    expect(await acts(final)).toEqual(['MADE', 'FINAL']);
  });
});

describe('M-17: cut short', () => {
  /** As if the process had ended right after the minutes were put forward. */
  const cutShort = async (title: string, more: object = {}) => {
    const meeting = await room.ready(title, more);
    await room.decide('drafter', meeting);
    await room.run('');
    return meeting;
  };
  const undo = (id: string, sql: string) => room.sql(sql, [id, MINATO]);
  const carryOn = async (id: string) => {
    await room.city.suite.enqueue([
      { task: 'minutes/carry-on-deciding', payload: { municipalityId: MINATO, meetingId: id, version: 1 } },
    ]);
    await room.run('');
    return room.read('drafter', id);
  };

  it('between draft and submission, and before anything was noted, it goes on with the same case', async () => {
    const meeting = await cutShort('途中で止まる');
    const { id } = meeting;
    // Submitted, and nobody noted it.
    await undo(
      id,
      `update kaigi.minutes_deciding set state = 'FILING', case_id = null where meeting_id = $1 and municipality_id = $2`,
    );
    expect(await carryOn(id)).toMatchObject({ state: 'DECIDING' });
    expect(await casesOf(meeting)).toBe(1);
    // Decided before anybody looked.
    await undo(
      id,
      `update kaigi.minutes_deciding set state = 'FILING', case_id = null where meeting_id = $1 and municipality_id = $2`,
    );
    const { id: caseId } = await room.caseOf(meeting);
    for (const name of ['subsection-head', 'section-head']) {
      const { version } = await room.city.suite.approvals.read(room.city.as(name), caseId);
      await room.city.suite.approvals.act(room.city.as(name), caseId, { act: 'approve', version });
    }
    await room.run('');
    expect((await room.read('drafter', id)).state).toBe('DECIDING');
    expect(await carryOn(id)).toMatchObject({ state: 'FINAL', finalOn: '2026-11-25' });
    expect((await carryOn(id)).version).toBe((await room.read('drafter', id)).version);
    expect(await casesOf(meeting)).toBe(1);
  });

  it.each([
    ['draft', 'draft'],
    // Looked at before it is submitted, also where the job of another process has just done all of it.
    ['submit', 'read'],
  ] as const)('killed right before it asks for %s, it is put forward all the same', async (step, asks) => {
    const meeting = await room.ready(`${step}の前で止まる`);
    const killed = () => Promise.reject(new Error('killed'));
    const parts = {
      ...partsOf(room, { [asks]: killed }),
      meetings: { read: (_: Caller, id: string) => room.read('drafter', id) },
    };
    const asked = { meetingId: meeting.id, input: { version: meeting.version } };
    await expect(decide(parts, room.city.as('drafter'), asked)).rejects.toThrow('killed');
    await room.run('');
    expect(await carryOn(meeting.id)).toMatchObject({ state: 'DECIDING', case: { status: 'IN_REVIEW' } });
    expect(await casesOf(meeting)).toBe(1);
    expect((await room.approved(meeting)).state).toBe('FINAL');
  });

  it('a record is filed once', async () => {
    const { id } = await cutShort('登録の途中', { bodyId: 'meeting.section' });
    await undo(
      id,
      `update kaigi.minutes_deciding set state = 'FILING', record_id = null where meeting_id = $1 and municipality_id = $2`,
    );
    await carryOn(id);
    expect(await count('select count(*) from kaigi.records_record where title like $1', ['登録の途中%'])).toBe(1);
  });
});

describe('M-17: where the rules refuse the case', () => {
  it('whoever pressed is told why, and the minutes are with whoever keeps them', async () => {
    const meeting = await room.ready('課長がいない所管', {}, 'mayor');
    expect(await room.refused(room.decide('mayor', meeting))).toBe('approvals.route_missing');
    await room.run('');
    const now = await room.read('mayor', meeting.id);
    expect([now.state, now.may.decide]).toEqual(['WRITING', true]);
    expect(await acts(meeting)).toContain('NOT_PUT_FORWARD');
  });
});

describe('M-17: verification', () => {
  it('finds what was changed after minutes became final, and minutes that never became it', async () => {
    const final = await room.decide('drafter', await room.ready('改ざん', { bodyId: null }));
    expect(await room.findings(final.id)).toEqual([]);
    const words = (text: string) =>
      room.sql(`update kaigi.minutes_sentence set words = $2 where meeting_id = $1 and part = 'DECISION'`, [
        final.id,
        text,
      ]);
    await words('否決する。');
    expect(await room.findings(final.id)).toEqual(['minutes.final_altered']);
    await words('案のとおり決定する。');
    await room.sql(
      `update kaigi.meeting set content = jsonb_set(content, '{place}', '"別の場所"') where meeting_id = $1`,
      [final.id],
    );
    expect(await room.findings(final.id)).toEqual(['minutes.final_altered']);
    const never = await room.ready('確定を装う', { bodyId: null });
    await room.sql(`update kaigi.meeting set state = 'FINAL' where meeting_id = $1`, [never.id]);
    expect(await room.findings(never.id)).toEqual(['minutes.final_altered']);
  });
});
