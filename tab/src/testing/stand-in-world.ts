import {
  AddresseesSchema,
  type BoardItem,
  BoardPageSchema,
  type CaseView,
  CaseViewSchema,
  type HistoryEntry,
  HistorySchema,
  type InstructionView,
  MattersViewSchema,
  type Me,
  MeSchema,
  type Person,
  ProblemSchema,
  RegisterPageSchema,
  type RegisterRow,
  type Statistics,
  StatisticsSchema,
} from '@kaigi/core/contract';
import { type BookingPapersWorld, firstBookingPapers, ofBookingPapers } from './booking-papers.ts';
import { aCase, aDecidedCase, aRegisterRow, caseId, HISTORY } from './cases.ts';
import { type DisasterWorld, firstDisaster, ofDisaster } from './disaster.ts';
import { type FindingWorld, firstFinding, ofFinding } from './finding.ts';
import { aDraftedInstruction, aReceivedInstruction, instructionPage } from './instructions.ts';
import { firstPanel, ofPanel, type PanelWorld } from './panel.ts';
import { DRAFTER, ME } from './people.ts';
import { firstPolls, ofPolls, type PollsWorld } from './polls.ts';
import { firstPresence, ofPresence, type PresenceWorld } from './presence.ts';
import { firstRooms, ofRooms, type RoomsWorld } from './rooms.ts';
import { firstSchedules, ofSchedules, type SchedulesWorld } from './schedules.ts';
import { type AttendanceWorld, firstAttendance, ofAttendance } from './stand-in-attendance.ts';
import { type BookWorld, ofBook } from './stand-in-book.ts';
import { bulkApprove, caseList, ofCase, summaries } from './stand-in-desk.ts';
import { firstMeetings, type MeetingsWorld, ofMeetings } from './stand-in-meetings.ts';
import { firstPacks, ofPacks, type PacksWorld } from './stand-in-packs.ts';
import { firstPapers, ofPapers, type PapersWorld } from './stand-in-papers.ts';
import { firstSettings, ofSettings, type SettingsWorld } from './stand-in-settings.ts';
import type { Answer, Call } from './stand-in-wire.ts';
import { firstWords, ofWords, type WordsWorld } from './stand-in-words.ts';
import { firstWorkday, ofWorkday, type WorkdayWorld } from './stand-in-workday.ts';
import { aBoardItem, theStatistics } from './stats.ts';
import { firstWritten, ofWritten, type WrittenWorld } from './written.ts';
import { firstYearly, ofYearly, type YearlyWorld } from './yearly.ts';

/** The data behind the stand-in: plain values that a test changes before a page is opened or by `after`. */
export interface World {
  me: Me;
  cases: Map<string, CaseView>;
  history: HistoryEntry[];
  register: RegisterRow[];
  /** In which letters the data of the book stand. */
  bookWords: BookWorld['bookWords'];
  instructions: Record<'received' | 'given', InstructionView[]> & { below: Person[] };
  board: BoardItem[];
  statistics: Statistics;
  settings: SettingsWorld;
  packs: PacksWorld;
  attendance: AttendanceWorld;
  disaster: DisasterWorld;
  workday: WorkdayWorld;
  presence: PresenceWorld;
  schedules: SchedulesWorld;
  panel: PanelWorld;
  rooms: RoomsWorld;
  yearly: YearlyWorld;
  polls: PollsWorld;
  written: WrittenWorld;
  finding: FindingWorld;
  bookingPapers: BookingPapersWorld;
  minutes: MeetingsWorld;
  papers: PapersWorld;
  words: WordsWorld;
  clientConfig(origin: string, hostOrigins: readonly string[]): unknown;
  problem(status: number, code: string, detail: string, present?: unknown): unknown;
  notSignedIn(): Answer;
  answer(call: Call): Answer;
  reset(): void;
}

function problem(status: number, code: string, detail: string, present?: unknown): unknown {
  const body = { type: 'about:blank', title: code, status, detail, code, errorId: 'err-0123', present };
  return ProblemSchema.parse(body);
}

function clientConfig(origin: string, hostOrigins: readonly string[]): unknown {
  return {
    clientId: '4b616967-6900-4000-8000-000000000001',
    scope: 'api://localhost/access_as_user',
    authority: `${origin}/organizations`,
    appId: '4b616967-6900-4000-8000-0000000000aa',
    sandbox: true,
    hostOrigins,
    officeJsUrl: '',
  };
}

function board(items: readonly BoardItem[]): Answer {
  const overdue = items.filter((item) => item.overdue).length;
  const places = new Map(items.map(({ holderUnitId, holderUnitName }) => [holderUnitId, holderUnitName]));
  const units = [...places].map(([unitId, unitName]) => {
    const there = items.filter((item) => item.holderUnitId === unitId);
    return { unitId, unitName, count: there.length, overdue: there.filter((item) => item.overdue).length };
  });
  return { body: BoardPageSchema.parse({ items, units, total: items.length, overdue, nextCursor: null }) };
}

const NO_MATTERS = { regulationVersion: '1', regulation: '', items: [], reasons: [], classes: [], analogy: false };

/** Everything that is not about one case. */
function general(world: World, { url, method, body }: { url: URL; method: string; body: unknown }): Answer | null {
  const path = url.pathname.replace('/api/v1/', '');
  if (path === 'me') return { body: MeSchema.parse(world.me) };
  if (path === 'register' && method === 'GET') return register(world, url.searchParams);
  if (path === 'instructions')
    return {
      body: instructionPage(...world.instructions[url.searchParams.get('box') === 'given' ? 'given' : 'received']),
    };
  if (path === 'instructions/addressees')
    return { body: AddresseesSchema.parse({ items: world.instructions.below, more: false }) };
  if (path === 'stats/board') return board(world.board);
  if (path === 'stats/approvals') return { body: StatisticsSchema.parse(world.statistics) };
  if (path === 'regulations/matters') return { body: MattersViewSchema.parse(NO_MATTERS) };
  if (path === 'cases') return caseList(world.cases, url.searchParams);
  if (path === 'cases/summaries') return summaries(world.cases, body);
  if (path === 'cases/bulk-approve') return bulkApprove(world.cases, body);
  return null;
}

function register(world: World, query: URLSearchParams): Answer {
  const fiscalYear = Number(query.get('fiscalYear') ?? 2026);
  const items = world.register.filter((row) => row.number.fiscalYear === fiscalYear);
  const page = { fiscalYear, fiscalYearLabel: `令和${fiscalYear - 2018}年度`, items, nextCursor: null };
  return { body: RegisterPageSchema.parse(page) };
}

function answer(world: World, { path, method, body, headers }: Call): Answer {
  const url = new URL(path, 'http://stand-in');
  const asked = { method, url, body, headers };
  const known =
    general(world, asked) ??
    ofBook(world, asked) ??
    ofPresence(world.presence, asked) ??
    ofPanel(world.panel, asked) ??
    ofSchedules(world.schedules, asked) ??
    ofRooms(world.rooms, asked) ??
    ofYearly(world.yearly, asked) ??
    ofPolls(world.polls, asked) ??
    ofWritten(world.written, asked) ??
    ofBookingPapers(world.bookingPapers, asked) ??
    ofFinding(world.finding, asked) ??
    ofWords(world.words, asked) ??
    ofMeetings(world.minutes, asked) ??
    ofPapers(world.papers, asked) ??
    ofSettings(world.settings, asked) ??
    ofPacks(world.packs, asked) ??
    ofAttendance(world.attendance, asked) ??
    ofDisaster(world.disaster, asked) ??
    ofWorkday(world.workday, asked);
  if (known) return known;
  const [first, id, rest = ''] = url.pathname.replace('/api/v1/', '').split('/');
  if (first === 'records')
    return { body: Buffer.from('PK docx bytes'), headers: { 'Content-Type': 'application/octet-stream' } };
  const view = world.cases.get(id ?? '');
  if (first !== 'cases' || !view)
    return { status: 404, body: problem(404, 'approvals.not_found', '案件が見つかりません。') };
  if (rest === 'history') return { body: HistorySchema.parse({ items: world.history }) };
  return ofCase(world.cases, view, { rest, method }) ?? { body: CaseViewSchema.parse(view) };
}

function firstCases(): Map<string, CaseView> {
  const cases = [
    aCase(),
    aDecidedCase({ id: caseId(2), title: '庁舎会議室の利用基準の改正について' }),
    aCase({ id: caseId(3), title: '職員研修の実施について', task: 'ANSWER', version: 5 }),
  ];
  return new Map(cases.map((view) => [view.id, view]));
}

const firstInstructions = (): World['instructions'] => ({
  received: [aReceivedInstruction()],
  given: [aDraftedInstruction()],
  below: [DRAFTER],
});

/** Everything of 予定. */
const firstCalendars = () => ({
  schedules: firstSchedules(),
  panel: firstPanel(),
  rooms: firstRooms(),
  finding: firstFinding(),
  bookingPapers: firstBookingPapers(),
  yearly: firstYearly(),
  polls: firstPolls(),
  written: firstWritten(),
});

export function createWorld(): World {
  const world: World = {
    me: ME,
    cases: firstCases(),
    history: [...HISTORY],
    register: [],
    bookWords: (answer) => answer,
    instructions: firstInstructions(),
    board: [],
    statistics: theStatistics(),
    settings: firstSettings(),
    packs: firstPacks(),
    attendance: firstAttendance(),
    disaster: firstDisaster(),
    workday: firstWorkday(),
    presence: firstPresence(),
    ...firstCalendars(),
    minutes: firstMeetings(),
    papers: firstPapers(),
    words: firstWords(),
    clientConfig,
    problem,
    notSignedIn: () => ({ status: 401, body: problem(401, 'auth.not_signed_in', 'サインインしてください。') }),
    answer: (call) => answer(world, call),
    reset: () => {
      world.me = ME;
      world.cases = firstCases();
      world.history = [...HISTORY];
      world.statistics = theStatistics();
      world.settings = firstSettings();
      world.instructions = firstInstructions();
      world.packs = firstPacks();
      world.attendance = firstAttendance();
      world.disaster = firstDisaster();
      world.workday = firstWorkday();
      world.presence = firstPresence();
      Object.assign(world, firstCalendars());
      world.minutes = firstMeetings();
      world.papers = firstPapers();
      world.words = firstWords();
      world.board = [
        aBoardItem({ caseId: caseId(3), title: '職員研修の実施について', overdue: true, names: [] }),
        aBoardItem(),
      ];
      world.register = [
        aRegisterRow(14, {
          direction: 'RECEIVED',
          counterparty: '県 市町村課',
          caseId: null,
          title: '交付税の算定に関する照会',
        }),
        aRegisterRow(13, { state: 'VOID' }),
        aRegisterRow(12),
      ];
    },
  };
  world.reset();
  return world;
}
