import type {
  ExplanationInput,
  Explanations,
  ExplanationView,
  Times,
  WhereaboutsLines,
  WindowChangeInput,
  WindowInput,
  WindowsView,
  WindowView,
} from '@kaigi/core/contract';
import { json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

export interface TimesWish {
  readonly caseId: string;
  readonly staffId: string;
  readonly minutes: 10 | 15;
}

export interface ExplanationMoved {
  readonly id: string;
  readonly at: string;
  readonly version: number;
}

export type ExplanationConfirmed = Pick<ExplanationMoved, 'id' | 'version'>;
export type WindowChanged = WindowChangeInput & Pick<WindowView, 'windowId'>;

/** 在席の1行 and 決裁・説明枠. */
export interface PanelClient {
  lines(people: readonly string[], signal?: AbortSignal): Promise<WhereaboutsLines>;
  explanations(caseId: string, signal?: AbortSignal): Promise<Explanations>;
  times(wish: TimesWish, signal?: AbortSignal): Promise<Times>;
  timesToMove(explanationId: string, signal?: AbortSignal): Promise<Times>;
  explain(input: ExplanationInput, idempotencyKey: string): Promise<ExplanationView>;
  move(moved: ExplanationMoved, idempotencyKey: string): Promise<ExplanationView>;
  confirm(confirmed: ExplanationConfirmed, idempotencyKey: string): Promise<ExplanationView>;
  cancel(explanationId: string): Promise<ExplanationView>;
  /** `null`: my own. */
  windows(staffId: string | null, signal?: AbortSignal): Promise<WindowsView>;
  addWindow(input: WindowInput, idempotencyKey: string): Promise<WindowView>;
  changeWindow(change: WindowChanged): Promise<WindowView>;
  removeWindow(window: Pick<WindowView, 'windowId' | 'version'>): Promise<void>;
}

const EXPLANATIONS = '/schedules/explanations';
const WINDOWS = '/schedules/windows';
const one = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`;

export function panelClient(transport: Transport): PanelClient {
  const get = <T>(path: string, signal?: AbortSignal): Promise<T> => json(transport({ method: 'GET', path, signal }));
  return {
    lines: (people, signal) => get(pathOf('/schedules/whereabouts', { people: people.join() }), signal),
    explanations: (caseId, signal) => get(pathOf(EXPLANATIONS, { caseId }), signal),
    times: (wish, signal) => get(pathOf(`${EXPLANATIONS}/times`, { ...wish }), signal),
    timesToMove: (id, signal) => get(pathOf(`${one(EXPLANATIONS, id)}/times`), signal),
    explain: (body, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf(EXPLANATIONS), body, idempotencyKey })),
    move: ({ id, ...body }, idempotencyKey) =>
      json(transport({ method: 'PATCH', path: pathOf(one(EXPLANATIONS, id)), body, idempotencyKey })),
    confirm: ({ id, ...body }, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf(`${one(EXPLANATIONS, id)}/confirm`), body, idempotencyKey })),
    cancel: (id) => json(transport({ method: 'DELETE', path: pathOf(one(EXPLANATIONS, id)) })),
    windows: (staffId, signal) => get(pathOf(WINDOWS, { staffId }), signal),
    addWindow: (body, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf(WINDOWS), body, idempotencyKey })),
    changeWindow: ({ windowId, ...body }) =>
      json(transport({ method: 'PATCH', path: pathOf(one(WINDOWS, windowId)), body })),
    removeWindow: async ({ windowId, version }) => {
      await transport({ method: 'DELETE', path: pathOf(one(WINDOWS, windowId), { version }) });
    },
  };
}
