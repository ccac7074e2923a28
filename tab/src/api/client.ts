import type {
  ActInput,
  Box,
  CasePage,
  CaseView,
  CiteCaseInput,
  EditCaseInput,
  HistoryEntry,
  Me,
  ReadingPartView,
  RecordsSearch,
  RecordsSearchQuery,
} from '@kaigi/core/contract';
import { bytes, json } from './answers.ts';
import { type ApprovalsClient, approvalsClient } from './approvals.ts';
import { type AttendanceClient, attendanceClient } from './attendance.ts';
import { type BookClient, bookClient } from './book.ts';
import { type BookingPapersClient, bookingPapersClient } from './booking-papers.ts';
import { type CourseClient, courseClient } from './course.ts';
import { type DisasterClient, disasterClient } from './disaster.ts';
import { type DisclosureClient, disclosureClient } from './disclosure.ts';
import { type DisposalsClient, disposalsClient } from './disposals.ts';
import { type DraftingClient, draftingClient } from './drafting.ts';
import { type FilingClient, filingClient } from './filing.ts';
import { type InstructionsClient, instructionsClient } from './instructions.ts';
import { type KeepingClient, keepingClient } from './keeping.ts';
import { type MinutesClient, minutesClient } from './minutes.ts';
import { type PacksClient, packsClient } from './packs.ts';
import { type PanelClient, panelClient } from './panel.ts';
import { type PapersClient, papersClient } from './papers.ts';
import { pathOf } from './paths.ts';
import { type PollsClient, pollsClient } from './polls.ts';
import { type PresenceClient, presenceClient } from './presence.ts';
import { UnreachableError } from './problem.ts';
import { type RecordingsClient, recordingsClient } from './recordings.ts';
import { type RehearsalsClient, rehearsalsClient } from './rehearsals.ts';
import { type SchedulesClient, schedulesClient } from './schedules.ts';
import { type SettingsClient, settingsClient } from './settings.ts';
import { type ShelfClient, shelfClient } from './shelf.ts';
import { type StatsClient, statsClient } from './stats.ts';
import { type TemplatesClient, templatesClient } from './templates.ts';
import type { Transport } from './transport.ts';
import { type WordsClient, wordsClient } from './words.ts';
import { type WorkdayClient, workdayClient } from './workday.ts';
import { type WrittenClient, writtenClient } from './written.ts';
import { type YearlyClient, yearlyClient } from './yearly.ts';

/** Everything a person can order about one case. */
export type CaseOrder =
  | { readonly to: 'acts'; readonly body: ActInput }
  | { readonly to: 'submit'; readonly body: { readonly version: number } }
  /** 引用起案: answers the new case, not the one it was copied from. */
  | { readonly to: 'cite'; readonly body: CiteCaseInput }
  | { readonly to: 'edit'; readonly body: EditCaseInput };

// A long paper is taken apart before it is shown.
const READING_DEADLINE_MS = 90_000;

interface CaseListQuery {
  readonly box: Box;
  readonly q: string;
  readonly cursor: string | null;
}

export interface KaigiClient {
  me(signal?: AbortSignal): Promise<Me>;
  cases(query: CaseListQuery, signal?: AbortSignal): Promise<CasePage>;
  case(id: string, signal?: AbortSignal): Promise<CaseView>;
  history(id: string, signal?: AbortSignal): Promise<{ items: HistoryEntry[] }>;
  searchRecords(query: RecordsSearchQuery, signal?: AbortSignal): Promise<RecordsSearch>;
  readonly book: BookClient;
  order(id: string, order: CaseOrder, idempotencyKey: string): Promise<CaseView>;
  content(recordId: string): Promise<Blob>;
  /** The document as something to read on the page. */
  reading(recordId: string, signal?: AbortSignal): Promise<ReadingPartView>;
  readonly approvals: ApprovalsClient;
  readonly attendance: AttendanceClient;
  readonly bookingPapers: BookingPapersClient;
  readonly shelf: ShelfClient;
  readonly stats: StatsClient;
  readonly disaster: DisasterClient;
  readonly disclosure: DisclosureClient;
  readonly disposals: DisposalsClient;
  readonly keeping: KeepingClient;
  readonly drafting: DraftingClient;
  readonly filing: FilingClient;
  readonly recordings: RecordingsClient;
  readonly rehearsals: RehearsalsClient;
  readonly instructions: InstructionsClient;
  readonly minutes: MinutesClient;
  readonly course: CourseClient;
  readonly packs: PacksClient;
  readonly panel: PanelClient;
  readonly papers: PapersClient;
  readonly schedules: SchedulesClient;
  readonly polls: PollsClient;
  readonly written: WrittenClient;
  readonly settings: SettingsClient;
  readonly templates: TemplatesClient;
  readonly words: WordsClient;
  readonly workday: WorkdayClient;
  readonly yearly: YearlyClient;
  readonly presence: PresenceClient;
  changes(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
}

function orderPath(id: string, order: CaseOrder): { method: 'POST' | 'PATCH'; path: string } {
  const base = `/cases/${encodeURIComponent(id)}`;
  if (order.to === 'edit') return { method: 'PATCH', path: pathOf(base) };
  return { method: 'POST', path: pathOf(`${base}/${order.to}`) };
}

export function createClient(transport: Transport): KaigiClient {
  const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
    json<T>(transport({ method: 'GET', path, signal }));
  return {
    disaster: disasterClient(transport),
    disclosure: disclosureClient(transport),
    disposals: disposalsClient(transport),
    keeping: keepingClient(transport),
    drafting: draftingClient(transport),
    filing: filingClient(transport),
    me: (signal) => get(pathOf('/me'), signal),
    cases: ({ box, q, cursor }, signal) => get(pathOf('/cases', { box, q, cursor }), signal),
    case: (id, signal) => get(pathOf(`/cases/${encodeURIComponent(id)}`), signal),
    history: (id, signal) => get(pathOf(`/cases/${encodeURIComponent(id)}/history`), signal),
    searchRecords: (query, signal) => get(pathOf('/records', query), signal),
    book: bookClient(transport),
    order: (id, order, idempotencyKey) =>
      json(transport({ ...orderPath(id, order), body: order.body, idempotencyKey })),
    content: (recordId) =>
      bytes(
        transport({ method: 'GET', path: pathOf(`/records/${encodeURIComponent(recordId)}/content`), accept: '*/*' }),
      ),
    reading: (recordId, signal) =>
      json(
        transport({
          ...{ method: 'GET', path: pathOf(`/records/${encodeURIComponent(recordId)}/reading`), signal },
          deadlineMs: READING_DEADLINE_MS,
        }),
      ),
    approvals: approvalsClient(transport),
    attendance: attendanceClient(transport),
    bookingPapers: bookingPapersClient(transport),
    shelf: shelfClient(transport),
    stats: statsClient(transport),
    templates: templatesClient(transport),
    recordings: recordingsClient(transport),
    rehearsals: rehearsalsClient(transport),
    instructions: instructionsClient(transport),
    minutes: minutesClient(transport),
    course: courseClient(transport),
    packs: packsClient(transport),
    panel: panelClient(transport),
    papers: papersClient(transport),
    schedules: schedulesClient(transport),
    polls: pollsClient(transport),
    written: writtenClient(transport),
    settings: settingsClient(transport),
    words: wordsClient(transport),
    workday: workdayClient(transport),
    yearly: yearlyClient(transport),
    presence: presenceClient(transport),
    changes: async (signal) => {
      const path = pathOf('/changes');
      const response = await transport({ method: 'GET', path, accept: 'text/event-stream', signal, endless: true });
      if (!response.body) throw new UnreachableError('an empty stream');
      return response.body;
    },
  };
}
