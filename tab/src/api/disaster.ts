import type {
  AfterAction,
  DisasterView,
  EndSwitchInput,
  MusterInput,
  PaperEntryInput,
  RollAnswerInput,
  RollBoard,
  RollBoardQuery,
  RollKind,
  RollView,
  SafetyCheckInput,
  SwitchOrderInput,
  SwitchOrderView,
  WorkdayView,
} from '@kaigi/core/contract';
import { bytes, json } from './answers.ts';
import { queryOf } from './paths.ts';
import type { Transport } from './transport.ts';

export interface RollNamed {
  readonly kind: RollKind;
  readonly id: string;
}

/** Everything that one may do to a roll: an answer, a reminder, its end. */
export type RollWish =
  | { readonly to: 'answers'; readonly body: RollAnswerInput }
  | { readonly to: 'reminders' | 'close'; readonly body: { readonly version: number } };

export type Calling =
  | { readonly kind: 'SAFETY'; readonly body: SafetyCheckInput }
  | { readonly kind: 'MUSTER'; readonly body: MusterInput };

/** 特例の切替え, 安否確認 and 参集, as the service answers them. */
export interface DisasterClient {
  overview(signal?: AbortSignal): Promise<DisasterView>;
  order(input: SwitchOrderInput, idempotencyKey: string): Promise<SwitchOrderView>;
  submit(id: string, idempotencyKey: string): Promise<SwitchOrderView>;
  end(id: string, input: EndSwitchInput, idempotencyKey: string): Promise<SwitchOrderView>;
  afterAction(id: string, cursor: string | null, signal?: AbortSignal): Promise<AfterAction>;
  afterActionCsv(id: string): Promise<Blob>;
  /** The forms for when the network is down, as a page to print. */
  forms(): Promise<Blob>;
  enter(input: PaperEntryInput, idempotencyKey: string): Promise<WorkdayView>;
  call(calling: Calling, idempotencyKey: string): Promise<RollView>;
  board(roll: RollNamed, query: RollBoardQuery, signal?: AbortSignal): Promise<RollBoard>;
  tell(roll: RollNamed, wish: RollWish, idempotencyKey: string): Promise<RollView>;
}

const BASE = '/api/v1/telework/disaster';
const ROLLS: Readonly<Record<RollKind, string>> = { SAFETY: `${BASE}/safety-checks`, MUSTER: `${BASE}/musters` };

export function disasterClient(transport: Transport): DisasterClient {
  const get = <T>(path: string, signal?: AbortSignal) => json<T>(transport({ method: 'GET', path, signal }));
  const post = <T>(path: string, body: unknown, idempotencyKey: string) =>
    json<T>(transport({ method: 'POST', path, body, idempotencyKey }));
  const file = (path: string, accept: string) => bytes(transport({ method: 'GET', path, accept }));
  const order = (id: string, rest: string) => `${BASE}/orders/${encodeURIComponent(id)}/${rest}`;
  const roll = ({ kind, id }: RollNamed) => `${ROLLS[kind]}/${encodeURIComponent(id)}`;
  return {
    overview: (signal) => get(BASE, signal),
    order: (input, key) => post(`${BASE}/orders`, input, key),
    submit: (id, key) => post(order(id, 'submit'), {}, key),
    end: (id, input, key) => post(order(id, 'end'), input, key),
    afterAction: (id, cursor, signal) => get(`${order(id, 'after-action')}${queryOf({ cursor })}`, signal),
    afterActionCsv: (id) => file(order(id, 'after-action/csv'), 'text/csv'),
    forms: () => file(`${BASE}/forms`, 'text/html'),
    enter: (input, key) => post('/api/v1/telework/paper-entries', input, key),
    call: ({ kind, body }, key) => post(ROLLS[kind], body, key),
    board: (named, query, signal) => get(`${roll(named)}${queryOf(query)}`, signal),
    tell: (named, { to, body }, key) => post(`${roll(named)}/${to}`, body, key),
  };
}
