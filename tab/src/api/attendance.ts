import type {
  Characters,
  CloseInput,
  ClosingView,
  Confirmations,
  Confirmed,
  ConfirmInput,
  ConfirmOvertimeInput,
  ConfirmUnorderedInput,
  CorrectionPage,
  OvertimeDaysView,
  PersonsRegistration,
  ReportCommentInput,
  ReportList,
  SheetView,
  TeleworkStatistics,
  UnlockInput,
} from '@kaigi/core/contract';
import { bytes, json } from './answers.ts';
import { queryOf } from './paths.ts';
import type { Transport } from './transport.ts';

export interface ConfirmationsWish {
  readonly month: string;
  /** Also those further below. */
  readonly all: boolean;
}

export interface SheetWish {
  readonly month: string;
  readonly staffId: string;
}

export interface ClosingWish {
  readonly month: string;
  readonly unitId: string | null;
}

export interface Settling {
  readonly id: string;
  readonly outcome: 'CONFIRMED' | 'DECLINED';
  readonly comment: string;
}

/** 事後確認 of an order by its id, or of work for which there was none. */
export type OvertimeConfirming =
  | { readonly itemId: string; readonly input: ConfirmOvertimeInput }
  | { readonly itemId: null; readonly input: ConfirmUnorderedInput };

export interface Commenting {
  readonly id: string;
  readonly input: ReportCommentInput;
}

export interface ExportWish extends ClosingWish {
  readonly encoding: 'utf8' | 'sjis';
  readonly kind: 'days' | 'counts';
  readonly closedOnly: boolean;
}

/** 庶務 of others: what a boss confirms and personnel closes. */
export interface AttendanceClient {
  confirmations(wish: ConfirmationsWish, signal?: AbortSignal): Promise<Confirmations>;
  confirm(input: ConfirmInput, idempotencyKey: string): Promise<Confirmed>;
  /** Those that wait for the caller's word. */
  corrections(signal?: AbortSignal): Promise<CorrectionPage>;
  settle(settling: Settling, idempotencyKey: string): Promise<unknown>;
  /** 時間外勤務 that waits for the caller's 事後確認. */
  overtime(signal?: AbortSignal): Promise<OvertimeDaysView>;
  confirmOvertime(confirming: OvertimeConfirming, idempotencyKey: string): Promise<unknown>;
  sheet(wish: SheetWish, signal?: AbortSignal): Promise<SheetView>;
  registration(staffId: string, signal?: AbortSignal): Promise<PersonsRegistration>;
  unlock(month: string, input: UnlockInput, idempotencyKey: string): Promise<unknown>;
  /** Of the people below on a day. */
  reports(date: string, cursor: string | null, signal?: AbortSignal): Promise<ReportList>;
  comment(commenting: Commenting, idempotencyKey: string): Promise<unknown>;
  closing(wish: ClosingWish, signal?: AbortSignal): Promise<ClosingView>;
  close(input: CloseInput, idempotencyKey: string): Promise<unknown>;
  export(wish: ExportWish): Promise<Blob>;
  /** What Shift_JIS lacks in it. */
  characters(wish: ExportWish, signal?: AbortSignal): Promise<Characters>;
  rates(month: string, signal?: AbortSignal): Promise<TeleworkStatistics>;
}

const TELEWORK = '/api/v1/telework';
const OVERTIME = '/api/v1/overtime';
// A whole city is worked out for it.
const EXPORT_MS = 300_000;

function exportPath({ month, unitId, encoding, kind, closedOnly }: ExportWish, rest: string): string {
  return `${TELEWORK}/sheets/${month}/export${rest}${queryOf({ encoding, kind, unitId, closedOnly: String(closedOnly) })}`;
}

export function attendanceClient(transport: Transport): AttendanceClient {
  const get = <T>(path: string, signal?: AbortSignal) => json<T>(transport({ method: 'GET', path, signal }));
  const post = <T>(path: string, body: unknown, idempotencyKey: string) =>
    json<T>(transport({ method: 'POST', path, body, idempotencyKey }));
  const one = (kind: string, id: string, act: string) => `${TELEWORK}/${kind}/${encodeURIComponent(id)}/${act}`;
  return {
    confirmations: ({ month, all }, signal) =>
      get(`${TELEWORK}/confirmations${queryOf({ month, all: all ? 'true' : null })}`, signal),
    confirm: (input, key) => post(`${TELEWORK}/confirmations`, input, key),
    corrections: (signal) => get(`${TELEWORK}/corrections?box=waiting`, signal),
    settle: ({ id, outcome, comment }, key) => post(one('corrections', id, 'settle'), { outcome, comment }, key),
    overtime: (signal) => get(`${OVERTIME}/days?box=to-confirm`, signal),
    confirmOvertime: ({ itemId, input }, key) =>
      post(
        itemId === null ? `${OVERTIME}/confirmations` : `${OVERTIME}/days/${encodeURIComponent(itemId)}/confirm`,
        input,
        key,
      ),
    sheet: ({ month, staffId }, signal) => get(`${TELEWORK}/sheets/${month}${queryOf({ staffId })}`, signal),
    registration: (staffId, signal) => get(`${TELEWORK}/registrations/people/${encodeURIComponent(staffId)}`, signal),
    unlock: (month, input, key) => post(`${TELEWORK}/sheets/${month}/unlock`, input, key),
    reports: (date, cursor, signal) => get(`${TELEWORK}/reports${queryOf({ date, cursor })}`, signal),
    comment: ({ id, input }, key) => post(one('reports', id, 'comments'), input, key),
    closing: ({ month, unitId }, signal) => get(`${TELEWORK}/closing${queryOf({ month, unitId })}`, signal),
    close: (input, key) => post(`${TELEWORK}/closing`, input, key),
    export: (wish) =>
      bytes(transport({ method: 'GET', path: exportPath(wish, ''), accept: 'text/csv', deadlineMs: EXPORT_MS })),
    characters: (wish, signal) =>
      json(transport({ method: 'GET', path: exportPath(wish, '/characters'), signal, deadlineMs: EXPORT_MS })),
    rates: (month, signal) => get(`/api/v1/stats/telework${queryOf({ month })}`, signal),
  };
}
