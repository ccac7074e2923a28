import type {
  ApplicationKindName,
  ApplicationPage,
  ApplicationState,
  ApplicationView,
  CorrectionInput,
  CorrectionView,
  DayReportView,
  GiveUpInput,
  JudgementView,
  LeaveBalanceView,
  LeaveKindsView,
  LeaveRequestInput,
  MakeReportInput,
  MidShiftInput,
  MyRegistration,
  OvertimeRequestInput,
  Punched,
  PunchInput,
  RegistrationInput,
  ReturnItemsInput,
  SheetView,
  TakeOutList,
  TeleworkRequestInput,
  TeleworkRulesView,
  TripRequestInput,
  WorkdayView,
} from '@kaigi/core/contract';
import { json } from './answers.ts';
import { queryOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** What each kind of 申請 asks for. */
export interface ApplicationInputs {
  readonly REGISTRATION: RegistrationInput;
  readonly TELEWORK: TeleworkRequestInput;
  readonly LEAVE: LeaveRequestInput;
  readonly OVERTIME: OvertimeRequestInput;
  readonly TRIP: TripRequestInput;
}

const BASES: Readonly<Record<ApplicationKindName, string>> = {
  REGISTRATION: '/api/v1/telework/registrations',
  TELEWORK: '/api/v1/telework/requests',
  LEAVE: '/api/v1/leave',
  OVERTIME: '/api/v1/overtime',
  TRIP: '/api/v1/trips',
};
const API = '/api/v1';
const DAYS = `${API}/telework/workdays`;

/** One's own working days, month and applications, as the service answers them. */
export interface WorkdayClient {
  /** `today` is the working day that is open, or else the day of the calendar in Japan. */
  day(date: string, signal?: AbortSignal): Promise<WorkdayView>;
  punch(date: string, input: PunchInput): Promise<Punched>;
  midShift(date: string, input: MidShiftInput, idempotencyKey: string): Promise<WorkdayView>;
  correct(input: CorrectionInput, idempotencyKey: string): Promise<CorrectionView>;
  reports(date: string, signal?: AbortSignal): Promise<DayReportView>;
  report(date: string, input: MakeReportInput, idempotencyKey: string): Promise<DayReportView>;
  sheet(month: string, signal?: AbortSignal): Promise<SheetView>;
  /** One's own, of every kind, newest first. */
  applications(wish: ApplicationsWish, signal?: AbortSignal): Promise<ApplicationPage>;
  application(id: string, signal?: AbortSignal): Promise<ApplicationView>;
  check<K extends ApplicationKindName>(
    kind: K,
    input: ApplicationInputs[K],
    signal?: AbortSignal,
  ): Promise<JudgementView>;
  apply<K extends ApplicationKindName>(
    kind: K,
    input: ApplicationInputs[K],
    idempotencyKey: string,
  ): Promise<ApplicationView>;
  /** After 差戻し: what would come of it so, and the same for good. */
  checkCorrection<K extends ApplicationKindName>(of: Corrected<K>, signal?: AbortSignal): Promise<JudgementView>;
  correctApplication<K extends ApplicationKindName>(of: Corrected<K>, idempotencyKey: string): Promise<ApplicationView>;
  file(view: ApplicationView, idempotencyKey: string): Promise<ApplicationView>;
  withdraw(view: ApplicationView, input: GiveUpInput, idempotencyKey: string): Promise<ApplicationView>;
  cancelDay(of: DayOfApplication, input: GiveUpInput, idempotencyKey: string): Promise<ApplicationView>;
  /** 登録の取消し */
  cancelRegistration(id: string, input: GiveUpInput, idempotencyKey: string): Promise<ApplicationView>;
  takeOuts(signal?: AbortSignal): Promise<TakeOutList>;
  returnItems(id: string, input: ReturnItemsInput, idempotencyKey: string): Promise<ApplicationView>;
  registration(signal?: AbortSignal): Promise<MyRegistration>;
  balance(signal?: AbortSignal): Promise<LeaveBalanceView>;
  leaveKinds(signal?: AbortSignal): Promise<LeaveKindsView>;
  rules(signal?: AbortSignal): Promise<TeleworkRulesView>;
}

export interface ApplicationsWish {
  readonly kind: ApplicationKindName | null;
  readonly state: ApplicationState | null;
  readonly cursor: string | null;
}

export interface Corrected<K extends ApplicationKindName> {
  readonly view: Pick<ApplicationView, 'id' | 'version'> & { readonly kind: K };
  readonly input: ApplicationInputs[K];
}

export interface DayOfApplication {
  readonly view: ApplicationView;
  readonly itemId: string;
}

export function workdayClient(transport: Transport): WorkdayClient {
  const get = <T>(path: string, signal?: AbortSignal) => json<T>(transport({ method: 'GET', path, signal }));
  const post = <T>(path: string, body: unknown, idempotencyKey: string) =>
    json<T>(transport({ method: 'POST', path, body, idempotencyKey }));
  const oneOf = ({ kind, id }: Pick<ApplicationView, 'kind' | 'id'>) => `${BASES[kind]}/${encodeURIComponent(id)}`;
  return {
    day: (date, signal) => get(`${DAYS}/${date}`, signal),
    // The key of the tap itself: sent again after an hour, it is still the same one.
    punch: (date, input) => post(`${DAYS}/${date}/punches`, input, input.key),
    midShift: (date, input, key) => post(`${DAYS}/${date}/mid-shifts`, input, key),
    correct: (input, key) => post(`${API}/telework/corrections`, input, key),
    reports: (date, signal) => get(`${DAYS}/${date}/reports`, signal),
    report: (date, input, key) => post(`${DAYS}/${date}/reports`, input, key),
    sheet: (month, signal) => get(`${API}/telework/sheets/${month}`, signal),
    applications: (wish, signal) => get(`${API}/telework/applications${queryOf({ ...wish })}`, signal),
    application: (id, signal) => get(`${API}/telework/applications/${encodeURIComponent(id)}`, signal),
    check: (kind, body, signal) => json(transport({ method: 'POST', path: `${BASES[kind]}/check`, body, signal })),
    apply: (kind, input, key) => post(BASES[kind], input, key),
    checkCorrection: ({ view, input }, signal) =>
      json(transport({ method: 'POST', path: `${oneOf(view)}/correct/check`, body: input, signal })),
    correctApplication: ({ view, input }, key) => post(`${oneOf(view)}/correct`, { version: view.version, input }, key),
    file: (view, key) => post(`${oneOf(view)}/file`, { version: view.version }, key),
    withdraw: (view, input, key) => post(`${oneOf(view)}/withdraw`, input, key),
    cancelDay: ({ view, itemId }, input, key) =>
      post(`${oneOf(view)}/days/${encodeURIComponent(itemId)}/cancel`, input, key),
    cancelRegistration: (id, input, key) => post(`${oneOf({ kind: 'REGISTRATION', id })}/cancel`, input, key),
    takeOuts: (signal) => get(`${API}/telework/take-outs`, signal),
    returnItems: (id, input, key) => post(`${oneOf({ kind: 'TELEWORK', id })}/return`, input, key),
    registration: (signal) => get(`${BASES.REGISTRATION}/mine`, signal),
    balance: (signal) => get(`${API}/leave/balance`, signal),
    leaveKinds: (signal) => get(`${API}/leave/kinds`, signal),
    rules: (signal) => get(`${API}/regulations/telework`, signal),
  };
}
