import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../approvals/contract.ts';
import { aDocument, importPosts, MINATO, POSTS } from '../../testing/test-city.ts';
import type { ApplicationView } from './contract.ts';
import { type ApplyRoom, MORE_POSTS, openApplyRoom } from './room.fixture.ts';

let room: ApplyRoom;
const START = '2026-11-20 10:00';

beforeAll(async () => {
  room = await openApplyRoom(START);
  await room.registered('drafter');
});
beforeEach(() => room.at(START));
afterAll(() => room.city.close());

const approvals = () => room.city.suite.approvals;
const theCase = (name: string, caseId: string) => approvals().read(room.city.as(name), caseId);

async function sentBack(view: ApplicationView, procedure = 'APPROVAL'): Promise<string> {
  const caseId = room.caseOf(view, procedure);
  const { version } = await theCase('subsection-head', caseId);
  const input = { act: 'sendBack', reason: '予定を詳しく', version } as const;
  await approvals().act(room.city.as('subsection-head'), caseId, input);
  await room.settled();
  return caseId;
}
const edit = async (caseId: string, change: object): Promise<CaseView> => {
  const { version } = await theCase('drafter', caseId);
  return approvals().edit(room.city.as('drafter'), caseId, { version, ...change });
};
const replace = (caseId: string, version: number, says: string): Promise<CaseView> =>
  approvals().replaceDocument(room.city.as('drafter'), { caseId, version, file: aDocument(says) });
async function resubmit(caseId: string): Promise<void> {
  const { version } = await theCase('drafter', caseId);
  await approvals().submit(room.city.as('drafter'), caseId, version);
  await room.settled();
}
const day = (date: string, more = {}) => room.apply('drafter', { when: { dates: [date] }, ...more });

describe('an applicant who changes the case of an application', () => {
  it('is not approved as something else: the application ends, its cases are dropped, and it is said why', async () => {
    const view = await day('2026-12-01');
    const caseId = await sentBack(view);
    const matter = { code: 'GENERAL', facts: {}, escalations: [], raiseTo: null, analogousTo: null };
    await edit(caseId, { title: '事務用品の購入について', matter });
    await resubmit(caseId);
    const after = await room.read('drafter', view.id);
    expect([after.state, after.days.map(({ state }) => state)]).toEqual(['REFUSED', ['REFUSED']]);
    expect(after.cases.map(({ status }) => status)).toEqual(['ABANDONED', 'ABANDONED']);
    expect(after.history.at(-1)).toMatchObject({
      act: 'REFUSED',
      reason: expect.stringContaining('申請したときの内容と違う'),
    });
  });

  it('does not leave out whom the rules name: who approves specially still has to', async () => {
    const view = await day('2026-12-02', { information: ['PERSONAL'], reason: '締切のため' });
    const caseId = await sentBack(view);
    await edit(caseId, { routeWish: { adds: [], removes: [], skips: [] } });
    await resubmit(caseId);
    expect((await room.read('drafter', view.id)).state).toBe('REFUSED');
  });

  it('does not exchange the document before anybody has read it', async () => {
    const view = await day('2026-12-03');
    const caseId = room.caseOf(view, 'APPROVAL');
    const { version } = await theCase('drafter', caseId);
    await approvals().act(room.city.as('drafter'), caseId, { act: 'pullBack', version });
    await room.settled();
    const now = await theCase('drafter', caseId);
    await replace(caseId, now.version, '別の文書');
    await resubmit(caseId);
    expect((await room.read('drafter', view.id)).state).toBe('REFUSED');
  });

  it('may say more, and give a better document to whoever sent it back', async () => {
    const view = await day('2026-12-04');
    const caseId = await sentBack(view);
    const { proposalText } = await theCase('drafter', caseId);
    await edit(caseId, { proposalText: `${proposalText}\n午前に計画案、午後に資料。` });
    const { version } = await theCase('drafter', caseId);
    await replace(caseId, version, '予定を詳しく');
    await resubmit(caseId);
    expect((await room.approved(view)).state).toBe('APPROVED');
  });

  it('has no case of their own taken for it: ids of the suite are the suite’s', async () => {
    const view = await day('2026-12-07');
    const { items } = await room.city.suite.regulations.classifications(room.city.as('drafter'), '');
    const squatted = await approvals().draft(
      room.city.as('drafter'),
      {
        ...{ title: '別の件', proposalText: '', classificationCode: items[0]?.code ?? '' },
        externalId: `telework/${view.id}/APPROVAL`,
      },
      aDocument(),
    );
    expect(view.cases.map(({ caseId }) => caseId)).not.toContain(squatted.id);
  });
});

describe('why somebody works at home', () => {
  it('is not read by colleagues once it is approved: neither the case, nor its document, nor its title', async () => {
    const made = await day('2026-12-08', { reason: '家族の看護のため' });
    const view = await room.approved(made);
    const caseId = room.caseOf(view, 'APPROVAL');
    const { document, title } = await theCase('drafter', caseId);
    const colleague = room.city.as('colleague');
    expect(await room.refused(approvals().read(colleague, caseId))).toBe('approvals.not_found');
    expect((await approvals().list(colleague, { box: 'section' })).items.map(({ id }) => id)).not.toContain(caseId);
    const content = room.call('colleague', 'GET /records/{id}/content', { params: { id: document.recordId } });
    expect(await room.refused(content)).toBe('records.not_found');
    const page = await room.call('colleague', 'GET /register', { query: { fiscalYear: 2026 } });
    expect(JSON.stringify(page)).not.toContain(title);
    // Who decided still has it, and so has the chief of records.
    expect((await theCase('subsection-head', caseId)).id).toBe(caseId);
    expect((await theCase('general-affairs-head', caseId)).id).toBe(caseId);
    expect(await room.verified()).toEqual([]);
  });
});

describe('an application that is very long', () => {
  const words = (letters: number) => '長'.repeat(letters);

  it('of half a year of days is made, and its history can be verified', async () => {
    const body = {
      ...{ destination: words(100), purpose: words(1000), contact: words(200) },
      ...{ from: { date: '2026-12-09', time: '09:00' }, to: { date: '2027-06-05', time: '17:00' } },
    };
    const view = await room.call<ApplicationView>('colleague', 'POST /trips', { body });
    expect(view.days).toHaveLength(179);
    expect(await room.verified()).toEqual([]);
  });

  it('with all that its fields take is made, or told to be too much', async () => {
    const items = Array.from({ length: 50 }, (_, nth) => `${words(198)}${nth}`);
    const most = { items, tasks: words(1000), reason: words(1000), contact: words(200) };
    expect((await day('2026-12-10', most)).state).toBe('REVIEW');
    const when = { weekly: [1, 2, 3, 4, 5], from: '2027-01-04', to: '2028-01-03' };
    expect((await room.check('drafter', { when, ...most })).days.length).toBeGreaterThan(200);
  });
});

describe('somebody without a post', () => {
  it('is told at once that nobody could decide, and nothing is made', async () => {
    const ended = [...POSTS, ...MORE_POSTS].map((line) =>
      line.replace('colleague,0,,2026-04-01,', 'colleague,0,,2026-04-01,2026-11-01'),
    );
    await importPosts(room.city.suite, MINATO, ended);
    expect(await room.refused(room.apply('colleague'))).toBe('directory.no_post');
  });
});
