// Minutes of the staff's meeting of section heads, ready to be put before those who decide; no real persons.
import path from 'node:path';
import type { CaseView } from '../../approvals/contract.ts';
import { BY_THE_RULES } from '../../directory/index.ts';
import { folderBlobs, newId, silentReport } from '../../platform/index.ts';
import { localDateOf } from '../../shared/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { MeetingView, MinutesView } from '../contract.ts';
import { addFact } from '../history/store.ts';
import { createPaperMaker } from '../paper/paper-maker.ts';
import { insertRound } from '../round/store.ts';

export const DAY = '2026-11-25';

export interface DecidingRoom extends Hall {
  /** Written and confirmed by everybody; of the 課長会議 unless said otherwise. */
  ready(title: string, more?: object, by?: string): Promise<MeetingView>;
  read(name: string, id: string): Promise<MeetingView>;
  minutes(id: string): Promise<MinutesView>;
  decide(name: string, meeting: Pick<MeetingView, 'id' | 'version'>, more?: object): Promise<MeetingView>;
  caseOf(meeting: Pick<MeetingView, 'id'>): Promise<CaseView>;
  /** Somebody acts on the case of the meeting, and what follows has followed. */
  act(name: string, meeting: Pick<MeetingView, 'id'>, input: object): Promise<MeetingView>;
  /** Everybody on the way approves. */
  approved(meeting: Pick<MeetingView, 'id'>): Promise<MeetingView>;
  findings(id: string): Promise<string[]>;
  sql(text: string, values: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
}

const APPROVERS = ['subsection-head', 'section-head', 'department-head'];

/** Everybody was asked and has answered; nobody in particular. */
const confirmed = ({ city: { test }, clock }: Hall, meetingId: string) =>
  test.db.inMunicipality(MINATO, async (tx) => {
    const rule = { nth: 1, dueOn: localDateOf(clock.now()), silence: 'AGREES' } as const;
    await insertRound(tx, meetingId, {
      ...{ ...rule, state: 'CLOSED', askedAt: clock.now(), askedBy: BY_THE_RULES },
      ...{ article: null, settledAt: null, closedAt: clock.now() },
    });
    for (const [at, act] of (['ROUND_BEGUN', 'ROUND_CLOSED'] as const).entries())
      await addFact(tx, clock, {
        ...{ of: 'round', meetingId, seq: at + 1, act, actor: BY_THE_RULES, via: 'rules', change: null },
        fact: rule,
      });
  });

/** What another process of the service works with; it asks for a case as said here. */
export const partsOf = ({ city: { suite, test, home }, clock }: Hall, approvals: object) => ({
  ...suite,
  ...{ db: test.db, clock, blobs: folderBlobs(path.join(home, 'blobs')), report: silentReport, texts: {} },
  ...{ paperMaker: createPaperMaker(), enqueue: suite.enqueue, wake: () => undefined },
  approvals: { ...suite.approvals, ...approvals },
});

export async function openDecidingRoom(at = `${DAY}T15:00:00+09:00`): Promise<DecidingRoom> {
  const hall = await openHall(at);
  const { suite } = hall.city;
  const sql: DecidingRoom['sql'] = async (text, values) => (await hall.city.test.owner.query(text, [...values])).rows;
  const read: DecidingRoom['read'] = (name, id) =>
    hall.call<MeetingView>(name, 'GET /meetings/{id}', { params: { id } });
  const caseOf: DecidingRoom['caseOf'] = async ({ id }) => {
    const { caseId } = await read('drafter', id);
    return suite.approvals.read(hall.city.as('auditor'), caseId ?? '');
  };
  const act: DecidingRoom['act'] = async (name, meeting, input) => {
    const { id: caseId, version } = await caseOf(meeting);
    await suite.approvals.act(hall.city.as(name), caseId, { ...input, version } as never);
    await hall.run('');
    return read('drafter', meeting.id);
  };
  return {
    ...hall,
    ...{ sql, read, caseOf, act },
    async ready(title, more = {}, by = 'drafter') {
      const chair = { id: newId(), staffId: await hall.staffId('section-head'), name: 'x', role: 'CHAIR' };
      const body = {
        ...{ title, heldOn: DAY, bodyId: 'meeting.section-heads', place: '第1会議室', papers: ['資料1'] },
        ...{ agenda: [{ id: newId(), title: '備品の購入' }], attendees: [chair], ...more },
      };
      const { id } = await hall.call<MeetingView>(by, 'POST /meetings', { body });
      const sentence = (part: string, text: string) => ({
        ...{ op: 'ADD', id: newId(), part, itemId: null, after: null, text, sources: [] },
        ...(part === 'DECISION' ? { outcome: 'APPROVED_AS_PROPOSED' } : {}),
      });
      const edits = [sentence('ITEM', '備品の購入'), sentence('DECISION', '案のとおり決定する。')];
      await hall.call(by, 'POST /meetings/{id}/minutes/edits', { params: { id }, body: { edits } });
      await confirmed(hall, id);
      return read(by, id);
    },
    minutes: (id) => hall.call<MinutesView>('drafter', 'GET /meetings/{id}/minutes', { params: { id } }),
    decide: (name, { id, version }, more = {}) =>
      hall.call<MeetingView>(name, 'POST /meetings/{id}/decide', { params: { id }, body: { version, ...more } }),
    async approved(meeting) {
      const { id: caseId } = await caseOf(meeting);
      for (const name of APPROVERS) {
        const view = await suite.approvals.read(hall.city.as(name), caseId).catch(() => null);
        if (view?.may.approve)
          await suite.approvals.act(hall.city.as(name), caseId, { act: 'approve', version: view.version });
      }
      await hall.run('');
      return read('drafter', meeting.id);
    },
    async findings(id) {
      const found: string[] = [];
      for await (const one of suite.verify(MINATO)) if (one.subject.includes(id)) found.push(one.code);
      return found;
    },
  };
}
