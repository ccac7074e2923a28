import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../approvals/contract.ts';
import type { Actor } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Caller } from '../../shared/index.ts';
import { moment } from '../punches/room.fixture.ts';
import type { TeleworkRequestInput } from '../requests/contract.ts';
import { requestKind } from '../requests/kind.ts';
import type { ApplicationPage, ApplicationView, JudgementView } from './contract.ts';
import { correct as makeCorrection } from './correcting.ts';
import { type ApplyRoom, openApplyRoom, USUAL } from './room.fixture.ts';
import { seenBy } from './views.ts';

let room: ApplyRoom;
const START = '2026-11-20 10:00';

beforeAll(async () => {
  room = await openApplyRoom(START);
  await room.registered('drafter');
  await room.registered('colleague');
});
beforeEach(() => room.at(START));
afterAll(() => room.city.close());

const on = (...dates: string[]) => ({ when: { dates } });
const asOf = (view: ApplicationView) => [view.state, ...view.days.map(({ date, state }) => `${date} ${state}`)];
const statuses = (view: ApplicationView) => view.cases.map(({ status }) => status);
const caseAs = (name: string, caseId: string): Promise<CaseView> =>
  room.city.suite.approvals.read(room.city.as(name), caseId);

async function act(name: string, caseId: string, input: object): Promise<void> {
  const { version } = await caseAs(name, caseId);
  await room.city.suite.approvals.act(room.city.as(name), caseId, { ...input, version } as never);
  await room.settled();
}

/** The approval of this application comes back from the head of the section; the 係長 has agreed already. */
async function sentBack(name: string, dates: readonly string[]): Promise<ApplicationView> {
  const made = await room.apply(name, on(...dates));
  const approval = room.caseOf(made, 'APPROVAL');
  await act('subsection-head', approval, { act: 'approve' });
  await act('section-head', approval, { act: 'sendBack', reason: '会議の日は登庁してください' });
  const view = await room.read(name, made.id);
  expect([view.state, view.may.correct]).toEqual(['SENT_BACK', true]);
  return view;
}

const correct = (name: string, view: ApplicationView, more: Partial<TeleworkRequestInput>) =>
  room.call<ApplicationView>(name, 'POST /telework/requests/{id}/correct', {
    params: { id: view.id },
    body: { version: view.version, input: { ...USUAL, ...more } },
  });
/** The correction was written, and then the process was killed. */
async function killedAfterCorrecting(name: string, view: ApplicationView, more: Partial<TeleworkRequestInput>) {
  const { suite, test } = room.city;
  const clock = { now: () => moment(START) };
  const base = { ...suite, db: test.db, clock, kinds: new Map(), wake: () => undefined, texts: {} };
  const show = (tx: Tx, actor: Actor, { locale }: Caller, id: string) => seenBy(base, { tx, actor, locale }, id);
  const question = { kind: requestKind(suite.regulations), input: { ...USUAL, ...more } };
  await makeCorrection({ ...base, show }, room.city.as(name), {
    ...{ applicationId: view.id, version: view.version, question },
  });
}
const checked = (name: string, view: ApplicationView, more: Partial<TeleworkRequestInput>) =>
  room.call<JudgementView>(name, 'POST /telework/requests/{id}/correct/check', {
    params: { id: view.id },
    body: { ...USUAL, ...more },
  });

describe('an application that was sent back', () => {
  it('is corrected in its days and fields and goes the same way again; who has seen another one is asked anew', async () => {
    const back = await sentBack('drafter', ['2026-12-01', '2026-12-02']);
    const [permit, approval] = [room.caseOf(back, 'TAKE_OUT_PERMIT'), room.caseOf(back, 'APPROVAL')];
    const next = { ...on('2026-12-01', '2026-12-03'), tasks: '計画案の第2章' };
    expect((await checked('drafter', back, next)).answer).toBe('ALLOWED');
    expect(asOf(await room.read('drafter', back.id))).toEqual(asOf(back));

    const again = await correct('drafter', back, next);
    expect(asOf(again)).toEqual(['REVIEW', '2026-12-01 ASKED', '2026-12-03 ASKED']);
    expect(again.input).toMatchObject({ tasks: '計画案の第2章' });
    expect(again.history.map(({ act: done }) => done)).toEqual(['MADE', 'FILED', 'SENT_BACK', 'CORRECTED', 'FILED']);
    // The approval goes on as the same case; the permit was with others already, and is asked for anew.
    expect(room.caseOf(again, 'APPROVAL')).toBe(approval);
    expect(room.caseOf(again, 'TAKE_OUT_PERMIT')).not.toBe(permit);
    expect(statuses(again)).toEqual(['IN_REVIEW', 'IN_REVIEW']);
    expect((await caseAs('drafter', permit)).status).toBe('ABANDONED');

    const seen = await caseAs('subsection-head', approval);
    expect(seen.may.approve).toBe(true);
    expect(seen.changes?.items.map(({ part }) => part)).toContain('DOCUMENT');
    expect(seen.document.file.sha256).not.toBe((await caseAs('drafter', permit)).document.file.sha256);
    const done = await room.approved(again);
    expect(asOf(done)).toEqual(['APPROVED', '2026-12-01 APPROVED', '2026-12-03 APPROVED']);
    expect(done.takeOut?.dues).toHaveLength(2);
  });

  it('pressed twice or on two devices it is corrected once, and whoever comes late sees how it stands', async () => {
    const back = await sentBack('colleague', ['2026-12-01']);
    const tasks = { ...on('2026-12-01'), tasks: '予定を詳しく書きました' };
    const [one, two] = await Promise.all([
      correct('colleague#again', back, tasks),
      correct('colleague#again', back, tasks),
    ]);
    // Of two at the same time one may look while the other is still filing it.
    expect([one.state, two.state]).toContain('REVIEW');
    expect(await room.refused(correct('colleague', back, tasks))).toBe('telework.application_stale');
    const view = await room.read('colleague', back.id);
    expect(view.state).toBe('REVIEW');
    expect(view.history.filter(({ act: done }) => done === 'CORRECTED')).toHaveLength(1);
    expect(await room.refused(correct('colleague', view, tasks))).toBe('telework.application_not_sent_back');
    await act('colleague', room.caseOf(view, 'APPROVAL'), { act: 'abandon', reason: '取りやめ' });
  });

  it('what the rules refuse is not corrected, and all stays as it was; nobody else corrects it', async () => {
    const back = await sentBack('colleague', ['2026-12-02']);
    const wrong = { ...on('2026-12-02'), information: ['MY_NUMBER'] };
    expect((await checked('colleague', back, wrong)).answer).toBe('REFUSED');
    expect(await room.refused(correct('colleague', back, wrong))).toBe('telework.refused');
    expect(await room.refused(correct('section-head', back, on('2026-12-02')))).toBe('telework.application_not_yours');
    expect(await room.refused(correct('drafter', back, on('2026-12-02')))).toBe('telework.application_not_found');
    expect(await room.read('colleague', back.id)).toEqual(back);
  });

  it('was asked for in time, however late it is corrected; a new day counts from the day of the correction', async () => {
    const back = await sentBack('drafter', ['2026-12-08', '2026-12-09']);
    room.at('2026-12-08 9:00');
    expect((await checked('drafter', back, on('2026-12-08'))).answer).toBe('ALLOWED');
    expect((await checked('drafter', back, on('2026-12-07'))).answer).not.toBe('ALLOWED');
  });

  it('broken off before its cases have followed it goes on by itself, with the same cases', async () => {
    const back = await sentBack('drafter', ['2026-12-16']);
    await killedAfterCorrecting('drafter', back, on('2026-12-17'));
    expect((await room.read('drafter', back.id)).state).toBe('FILING');
    room.at('2026-11-20 10:10');
    await room.run('telework/file-left-everywhere');
    const view = await room.read('drafter', back.id);
    expect(asOf(view)).toEqual(['REVIEW', '2026-12-17 ASKED']);
    expect(room.caseOf(view, 'APPROVAL')).toBe(room.caseOf(back, 'APPROVAL'));
    expect(statuses(view)).toEqual(['IN_REVIEW', 'IN_REVIEW']);
  });

  it('leads from its card to exactly its form', async () => {
    const back = await sentBack('colleague', ['2026-12-22']);
    expect(await room.type('colleague', '申請')).toContain(`https://kaigi.example/workday/correct/${back.id}`);
  });
});

describe('applications of every kind', () => {
  const list = (query: object) => room.call<ApplicationPage>('drafter', 'GET /telework/applications', { query });

  it('come page by page, newest first, by kind and state', async () => {
    const all: ApplicationView[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await list(cursor === undefined ? {} : { cursor });
      all.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['REGISTRATION', 'TELEWORK']));
    expect(all.map(({ id }) => id)).toEqual(
      all
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    );
    const some = await list({ kind: 'TELEWORK', state: 'APPROVED' });
    expect(some.items.map(({ id }) => id)).toEqual(
      all.filter(({ kind, state }) => kind === 'TELEWORK' && state === 'APPROVED').map(({ id }) => id),
    );
    const [first] = some.items;
    const one = await room.call('drafter', 'GET /telework/applications/{id}', { params: { id: first?.id } });
    expect(one).toEqual(first);
  });

  it('and the log of everything that happened to them verifies', async () => {
    await room.settled();
    expect(await room.verified()).toEqual([]);
  });
});
