import type { CaseView } from '../../approvals/contract.ts';
import { importPosts, MINATO, POSTS } from '../../testing/test-city.ts';
import { openPunchRoom, type PunchRoom } from '../punches/room.fixture.ts';
import type { RegistrationInput } from '../registrations/contract.ts';
import type { TeleworkRequestInput } from '../requests/contract.ts';
import type { ApplicationView, JudgementView } from './contract.ts';

/** A city hall with a 情報セキュリティ責任者 and personnel, in which people register and ask for telework. */
export interface ApplyRoom extends PunchRoom {
  /** A registration that everybody who decides has approved. */
  registered(name: string, more?: Partial<RegistrationInput>): Promise<ApplicationView>;
  apply(name: string, more?: Partial<TeleworkRequestInput>): Promise<ApplicationView>;
  check(name: string, more?: Partial<TeleworkRequestInput>): Promise<JudgementView>;
  read(name: string, id: string): Promise<ApplicationView>;
  /** Everybody on the way of this case approves it, and what follows has followed. */
  decide(caseId: string): Promise<CaseView>;
  /** All cases of the application are decided. */
  approved(view: ApplicationView): Promise<ApplicationView>;
  caseOf(view: ApplicationView, procedure: string): string;
}

export const MORE_POSTS = [
  'joho,情報政策課,SECTION,kikaku,joho-head,課長,SECTION_HEAD,1,other-section,1,SECURITY_OFFICER,2026-04-01,',
  'jinji,人事課,SECTION,,jinji-head,課長,SECTION_HEAD,1,auditor,1,PERSONNEL,2026-04-01,',
];

export const WEDNESDAY = '2026-11-25';
export const USUAL: TeleworkRequestInput = {
  when: { dates: [WEDNESDAY] },
  ...{ kind: 'HOME', span: 'DAY', time: null, place: 'OWN_HOME', networks: ['CITY_LINE'], devices: ['LOANED_PC'] },
  ...{ information: ['GENERAL'], reasons: [], breaks: null, overtime: 'NONE', tasks: '計画案の作成' },
  ...{ contact: '内線から転送', reason: '', items: ['貸与端末 1台'], leaveOut: false, replaces: null },
};

const REGISTRATION: RegistrationInput = {
  places: [{ place: 'OWN_HOME', address: 'みなと市浜町1丁目2番3号' }],
  devices: [{ device: 'LOANED_PC', name: 'PC-0123' }],
  ...{ reasons: [], contact: '090-0000-0000', renewal: false },
};

const PEOPLE = ['subsection-head', 'section-head', 'department-head', 'other-section', 'auditor'];

export async function openApplyRoom(began = '2026-11-20 10:00'): Promise<ApplyRoom> {
  const room = await openPunchRoom(began);
  const { city, call } = room;
  const { approvals } = city.suite;
  await importPosts(city.suite, MINATO, [...POSTS, ...MORE_POSTS]);
  const readAs = (name: string, id: string, base = 'requests') =>
    call<ApplicationView>(name, `GET /telework/${base}/{id}`, { params: { id } });
  const decide = async (caseId: string): Promise<CaseView> => {
    for (;;) {
      let moved: CaseView | null = null;
      for (const name of PEOPLE) {
        const view = await approvals.read(city.as(name), caseId).catch(() => null);
        if (!view?.may.approve) continue;
        moved = await approvals.act(city.as(name), caseId, { act: 'approve', version: view.version });
        break;
      }
      if (moved === null || moved.status !== 'IN_REVIEW') {
        await room.settled();
        return moved ?? approvals.read(city.as('drafter'), caseId);
      }
    }
  };
  const approved = async (view: ApplicationView): Promise<ApplicationView> => {
    for (const { caseId } of view.cases) if (caseId !== null) await decide(caseId);
    // 「見本 drafter」
    const who = view.applicant.name.split(' ').at(-1) ?? '';
    return readAs(who, view.id, view.kind === 'REGISTRATION' ? 'registrations' : 'requests');
  };
  return {
    ...room,
    decide,
    approved,
    read: (name, id) => readAs(name, id),
    caseOf: ({ cases }, procedure) => cases.find((one) => one.procedure === procedure)?.caseId ?? '',
    async registered(name, more = {}) {
      const body = { ...REGISTRATION, ...more };
      return approved(await call<ApplicationView>(name, 'POST /telework/registrations', { body }));
    },
    apply: (name, more = {}) => call(name, 'POST /telework/requests', { body: { ...USUAL, ...more } }),
    check: (name, more = {}) => call(name, 'POST /telework/requests/check', { body: { ...USUAL, ...more } }),
  };
}
