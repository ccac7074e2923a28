import type { Caller } from '../../../shared/index.ts';
import { actOnce } from '../../bookings/service.ts';
import type { PanelParts } from '../service.ts';
import { cancel, confirmOnce, locked, moveOnce } from './changing.ts';
import type {
  ExplanationConfirmation,
  ExplanationInput,
  ExplanationMove,
  Explanations,
  ExplanationView,
  Times,
  TimesQuery,
} from './contract.ts';
import { makeOnce } from './making.ts';
import { listed, timesFor, timesToMove, viewOf } from './viewing.ts';

export interface ExplanationsService {
  /** Of a case. @throws not-found where the caller may not see it */
  list(caller: Caller, caseId: string): Promise<Explanations>;
  times(caller: Caller, query: TimesQuery): Promise<Times>;
  /** For another time of one that is booked. @throws not-found */
  timesToMove(caller: Caller, explanationId: string): Promise<Times>;
  /**
   * @throws not-allowed `schedules.explanation_not_yours`; bad-input `…_not_on_route`, `…_time`
   * @throws conflict `schedules.explanation_case_over`, `…_open`, `…_taken`
   */
  make(caller: Caller, input: ExplanationInput): Promise<ExplanationView>;
  /** By either of the two, or the secretary. @throws not-found; conflict `schedules.explanation_stale`, `…_closed`, `…_taken` */
  move(caller: Caller, explanationId: string, input: ExplanationMove): Promise<ExplanationView>;
  /** 仮 no more: by whoever hears it, or keeps their calendar. Again is harmless. @throws not-allowed, conflict, not-found */
  confirm(caller: Caller, explanationId: string, input: ExplanationConfirmation): Promise<ExplanationView>;
  /** By the same as move it. Again is harmless. */
  cancel(caller: Caller, explanationId: string): Promise<ExplanationView>;
}

export const createExplanations = (parts: PanelParts): ExplanationsService => ({
  list: (caller, caseId) => listed(parts, caller, caseId),
  times: (caller, query) => timesFor(parts, caller, query),
  timesToMove: (caller, explanationId) => timesToMove(parts, caller, explanationId),
  async make(caller, input) {
    const view = await parts.views.read(caller, input.caseId);
    return actOnce(parts, { caller, request: { use: 'schedules.explain', ...input } }, (acting) =>
      makeOnce(parts, acting, { input, view }),
    );
  },
  move: (caller, explanationId, input) =>
    actOnce(parts, { caller, request: { use: 'schedules.move-explanation', explanationId, ...input } }, (acting) =>
      moveOnce(parts, acting, { explanationId, input }),
    ),
  confirm: (caller, explanationId, { version }) =>
    actOnce(parts, { caller, request: { use: 'schedules.confirm-explanation', explanationId, version } }, (acting) =>
      confirmOnce(parts, acting, { explanationId, version }),
    ),
  cancel: (caller, explanationId) =>
    actOnce(parts, { caller, request: { use: 'schedules.cancel-explanation', explanationId } }, async (acting) => {
      const one = await cancel(parts, acting, { one: await locked(parts, acting, explanationId), why: null });
      return viewOf(parts, acting.tx, { actor: acting.actor, one, now: acting.now });
    }),
});
