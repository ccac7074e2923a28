import {
  AbsenceInputSchema,
  AbsenceListSchema,
  type AbsenceView,
  AbsenceViewSchema,
  type DataSetsView,
  DataSetsViewSchema,
  type MirrorOverview,
  MirrorOverviewSchema,
  type NotificationSettings,
  NotificationSettingsSchema,
  NotificationWishSchema,
  type Person,
  type ReachPage,
  ReachPageSchema,
} from '@kaigi/core/contract';
import { COLLEAGUE, DRAFTER, SECTION_HEAD, SUBSECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

/** What people have set for themselves; a test may change it at any time. */
export interface SettingsWorld {
  wishes: NotificationSettings;
  absences: AbsenceView[];
  /** For whom the reader may say that they are away. */
  mayRecordFor: Person[];
  /** What the three sources of Microsoft 365 say of themselves. */
  freshness: string;
  reach: ReachPage;
  dataSets: DataSetsView;
  mirror: MirrorOverview;
}

export function anAbsence(change: Partial<AbsenceView> = {}): AbsenceView {
  return {
    id: '01900000-0000-7000-8000-00000000c001',
    person: SECTION_HEAD,
    source: 'MANUAL',
    from: '2026-11-20T23:30:00Z',
    until: '2026-11-21T15:00:00Z',
    now: true,
    statement: '課長 次郎の入力：県庁で会議',
    note: '県庁で会議',
    recordedAt: '2026-11-20T23:30:00Z',
    recordedBy: SECTION_HEAD.name,
    confirmedAt: null,
    stale: false,
    mayCancel: true,
    ...change,
  };
}

export function aReachPage(change: Partial<ReachPage> = {}): ReachPage {
  const advice = '本人に Teams で「回議」を開いてもらってください。';
  return {
    counts: { staff: 60, reached: 58, never: 1, blocked: 1, gone: 0 },
    otherwise: { ways: ['FEED'], sentence: 'チャットで届かない職員には、Teams のアクティビティでお知らせします。' },
    items: [
      { person: DRAFTER, state: 'NEVER', since: null, waiting: 2, told: null, advice },
      {
        person: SUBSECTION_HEAD,
        state: 'BLOCKED',
        since: '2026-11-18T00:00:00Z',
        waiting: 5,
        told: { by: 'FEED', at: '2026-11-20T23:30:00Z' },
        advice: '本人がアプリをブロックしたか、アプリのアクセス許可ポリシーが止めています。',
      },
    ],
    nextCursor: null,
    ...change,
  };
}

/** One copy that SharePoint refused, and one without its label. */
const aMirror = (): MirrorOverview => ({
  ...{ isOn: true, checkedAt: '2026-11-21T02:00:00.000Z', notYet: 3, quietUntil: null },
  counts: { MIRRORED: 120, REFUSED: 1 },
  truncated: false,
  troubled: [
    {
      recordId: '0193c0de-0000-7000-8000-00000000e001',
      ...{
        title: '庁舎の改修について',
        number: '政第12号',
        name: '政第12号_庁舎の改修について_ab12cd34ef56.docx',
        state: 'REFUSED',
      },
      ...{ problem: 'records.mirror_full', said: 'SharePoint のライブラリに空きがありません。' },
      ...{ noticedAt: '2026-11-21T01:00:00.000Z', againAt: '2026-11-22T01:00:00.000Z' },
      mayTellDeleted: false,
    },
    {
      recordId: '0193c0de-0000-7000-8000-00000000e002',
      ...{ title: null, number: '政第13号', name: null, state: 'MIRRORED' },
      ...{ problem: 'records.mirror_label_refused', said: '写しに保持ラベルを付けられませんでした。' },
      ...{ noticedAt: '2026-11-21T01:00:00.000Z', againAt: null, mayTellDeleted: false },
    },
  ],
});

export const aDataSets = (): DataSetsView => ({
  regulationVersion: 'minato/2026-04-01',
  regulation: 'みなと市文書取扱規程',
  items: [
    {
      ...{ set: 'PRESENCE', name: '在席・行先', purpose: '当日の連絡のため' },
      ...{ article: 'みなと市文書取扱規程 別表第3 第4項', period: '1年未満（30日）', endAction: 'DESTROY' },
      sentence: '保存期間は1年未満（30日）です。作成・取得の日から数えます。満了したら、廃棄することになります。',
      ...{ keptFrom: '2026-10-22', note: '行先と「応答お願いします」は、期間が過ぎると毎晩消します。' },
    },
    {
      ...{
        set: 'READING_LOG',
        name: '機密文書の閲覧の記録',
        purpose: '機密性の高い文書が正しく扱われたことを確かめるため',
      },
      ...{ article: 'みなと市文書取扱規程 別表第3 第2項', period: '5年', endAction: 'DESTROY' },
      sentence: '保存期間は5年です。作成・取得の日の翌年度の4月1日から数えます。満了したら、廃棄することになります。',
      ...{ keptFrom: '2021-04-01', note: '期間が過ぎると、誰が開いたかを毎晩消します。' },
    },
  ],
});

export const firstSettings = (): SettingsWorld => ({
  wishes: { normal: 'AT_ONCE', quietHours: false, chosen: false, sentence: '依頼は、届きしだいお知らせします。' },
  absences: [
    anAbsence(),
    anAbsence({
      id: '01900000-0000-7000-8000-00000000c002',
      source: 'GRAPH_CALENDAR',
      from: '2026-11-24T00:00:00Z',
      until: '2026-11-25T08:15:00Z',
      now: false,
      statement: 'Outlook の予定表の「外出中」（11:05 に確認）',
      note: '',
      recordedBy: null,
      confirmedAt: '2026-11-21T02:05:00Z',
    }),
  ],
  mayRecordFor: [COLLEAGUE],
  freshness: 'Outlook の予定表：11:05 に確認しました。',
  reach: aReachPage(),
  dataSets: aDataSets(),
  mirror: aMirror(),
});

function absenceList({ absences, freshness, mayRecordFor }: SettingsWorld, of: string | null): Answer {
  const sources = [
    { source: 'GRAPH_CALENDAR', readAt: '2026-11-21T02:05:00Z', stale: false, sentence: freshness },
  ] as const;
  const items = absences.filter(({ person }) => of === 'unit' || person.staffId !== COLLEAGUE.staffId);
  const shown = { items, sources: [...sources], mayRecordFor };
  return { body: AbsenceListSchema.parse(shown) };
}

function record(world: SettingsWorld, body: unknown): Answer {
  const { staffId, from, until, note } = AbsenceInputSchema.parse(body);
  const whose = staffId === COLLEAGUE.staffId ? { person: COLLEAGUE } : {};
  const id = `01900000-0000-7000-8000-00000000d00${world.absences.length}`;
  const typed = { from: from ?? new Date().toISOString(), until, note, statement: `課長 次郎の入力：${note}` };
  const made = anAbsence({ id, ...whose, ...typed, now: from === undefined });
  world.absences.push(made);
  return { status: 201, body: AbsenceViewSchema.parse(made) };
}

function takeOut(world: SettingsWorld, id: string): Answer {
  const found = world.absences.find((one) => one.id === id);
  world.absences = world.absences.filter((one) => one !== found);
  return { body: found ?? {} };
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** Everything that the page of settings asks; null for whatever else. */
export function ofSettings(world: SettingsWorld, { method, url, body }: Asked): Answer | null {
  const path = url.pathname.replace('/api/v1/', '');
  if (path === 'records/mirror') return { body: MirrorOverviewSchema.parse(world.mirror) };
  if (path === 'notifications/reach') {
    const state = url.searchParams.get('state');
    const items = world.reach.items.filter((item) => state === null || item.state === state);
    return { body: ReachPageSchema.parse({ ...world.reach, items }) };
  }
  if (path === 'regulations/data-sets') return { body: DataSetsViewSchema.parse(world.dataSets) };
  if (path === 'notifications/settings') {
    if (method === 'PUT')
      world.wishes = { ...NotificationWishSchema.parse(body), chosen: true, sentence: world.wishes.sentence };
    return { body: NotificationSettingsSchema.parse(world.wishes) };
  }
  if (!path.startsWith('directory/absences')) return null;
  if (method === 'GET') return absenceList(world, url.searchParams.get('of'));
  const id = path.split('/')[2];
  return id === undefined ? record(world, body) : takeOut(world, id);
}
