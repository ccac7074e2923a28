import {
  type ApplicationView,
  ApplicationViewSchema,
  type JudgementView,
  JudgementViewSchema,
  type TakeOutList,
  TakeOutListSchema,
  type TeleworkRequestInput,
} from '@kaigi/core/contract';
import { SECTION_HEAD, SUBSECTION_HEAD } from './people.ts';
import { DATE } from './workday.ts';

const uuid = (n: number): string => `0193c0de-0000-7000-a000-00000000000${n}`;

export function aJudgement(more: Partial<JudgementView> = {}): JudgementView {
  return JudgementViewSchema.parse({
    answer: 'ALLOWED',
    regulationVersion: 'minato/2026-04-01',
    findings: [],
    relaxed: [],
    steps: [
      {
        ...{ procedure: 'TAKE_OUT_PERMIT', name: '情報資産の持出し許可' },
        ...{ article: 'みなと市テレワーク実施要領 第8条第5項', sentence: '持出しは許可を受けます。' },
      },
      {
        ...{ procedure: 'APPROVAL', name: '所属長の承認' },
        ...{ article: 'みなと市テレワーク実施要領 第5条第4項', sentence: '所属長が承認します。' },
      },
    ],
    further: [],
    days: [{ date: '2026-11-25', answer: 'ALLOWED', from: '8:30', to: '17:15' }],
    title: '在宅勤務（11月25日）',
    ...more,
  });
}

export const aRefusal = (): JudgementView =>
  aJudgement({
    answer: 'REFUSED',
    steps: [],
    findings: [
      {
        ...{ severity: 'REFUSED', code: 'regulations.telework_cap', dates: ['2026-11-27'] },
        sentence: '1週間の上限は3日です。この申請で4日になります。',
        rule: 'テレワークは1週間に3日までです。',
        ...{ article: 'みなと市テレワーク実施要領 第6条第1項', ask: '人事課' },
      },
    ],
  });

/** Telework on two days: one approved, one still asked for. */
export function anApplication(more: Partial<ApplicationView> = {}): ApplicationView {
  const day = (n: number, date: string, state: 'ASKED' | 'APPROVED') => ({
    ...{ itemId: uuid(n), date, kind: 'TELEWORK', state, from: null, to: null, detail: {}, notes: [], reason: null },
    mayCancel: true,
  });
  return ApplicationViewSchema.parse({
    id: uuid(1),
    kind: 'TELEWORK',
    version: 3,
    state: 'REVIEW',
    applicant: SECTION_HEAD,
    madeAt: '2026-11-20T01:00:00Z',
    title: '在宅勤務（11月25日、26日）',
    days: [day(2, '2026-11-25', 'ASKED'), day(3, '2026-11-26', 'ASKED')],
    judgement: aJudgement(),
    input: {},
    cases: [],
    problem: null,
    replaces: null,
    may: { file: false, withdraw: true, change: true, correct: false, cancel: false, returnItems: false },
    takeOut: null,
    history: [{ seq: 1, at: '2026-11-20T01:00:00Z', act: 'MADE', actor: SUBSECTION_HEAD, reason: null }],
    ...more,
  });
}

/** What was asked for, as the telework form takes it. */
const TELEWORK_INPUT: TeleworkRequestInput = {
  when: { dates: ['2026-11-25', '2026-11-26'] },
  ...{ kind: 'HOME', span: 'DAY', time: null, place: 'OWN_HOME', networks: ['CITY_LINE'], devices: ['LOANED_PC'] },
  ...{ information: ['GENERAL'], reasons: [], breaks: null, overtime: 'NONE', tasks: '計画案の作成' },
  ...{ contact: '内線から転送', reason: '', items: ['貸与端末 1台'], leaveOut: false, replaces: null },
};

/** Sent back by the head, with the reason. */
export const aSentBack = (): ApplicationView => {
  const [made] = anApplication().history;
  return anApplication({
    ...{ state: 'SENT_BACK', input: TELEWORK_INPUT, version: 4 },
    may: { file: false, withdraw: true, change: true, correct: true, cancel: false, returnItems: false },
    history: [
      ...(made ? [made] : []),
      {
        ...{ seq: 4, at: '2026-11-20T04:00:00Z', act: 'SENT_BACK', actor: SUBSECTION_HEAD },
        reason: '会議の日は登庁してください',
      },
    ],
  });
};

/** Approved on two days, with a device that is due back. */
export const anApproved = (): ApplicationView => {
  const view = anApplication({ state: 'APPROVED', input: TELEWORK_INPUT });
  return {
    ...view,
    days: view.days.map((day) => ({ ...day, state: 'APPROVED' })),
    may: { ...view.may, withdraw: false, returnItems: true },
    takeOut: { items: ['貸与端末 1台'], dues: [{ dueOn: DATE, returnedAt: null }] },
  };
};

export const theTakeOuts = (): TakeOutList =>
  TakeOutListSchema.parse({
    own: [{ applicationId: uuid(1), version: 3, items: ['貸与端末 1台'], dueOn: DATE, due: true }],
    permitted: [
      {
        applicationId: uuid(6),
        person: SUBSECTION_HEAD,
        items: ['紙の文書 2件'],
        dueOn: DATE,
        due: true,
        caseId: uuid(7),
      },
    ],
    more: false,
  });

export const aLeave = (): ApplicationView =>
  anApplication({
    ...{ id: uuid(4), kind: 'LEAVE', state: 'APPROVED', title: '年次有給休暇（11月6日午後）' },
    madeAt: '2026-11-02T01:00:00Z',
    days: [],
    may: { file: false, withdraw: false, change: false, correct: false, cancel: false, returnItems: false },
  });
