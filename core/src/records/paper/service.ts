import { personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import { type Caller, conflict, notAllowed } from '../../shared/index.ts';
import { addBox, giveBack, lend, move, put } from './acts.ts';
import type {
  AddBoxInput,
  AddPlaceInput,
  BoxRecordInput,
  BoxSearchInput,
  LendInput,
  MoveBoxInput,
  PaperBoxView,
  PaperView,
  RecordBox,
} from './contract.ts';
import { boxOfRecord, boxViewOf, inside, keepsPaper, type Open, type PaperParts, viewOf } from './open.ts';
import * as store from './store.ts';

export interface Paper {
  view(caller: Caller, search: BoxSearchInput): Promise<PaperView>;
  /** @throws not-found `records.box_not_found` */
  box(caller: Caller, boxId: string): Promise<PaperBoxView>;
  /** @throws not-found `records.not_found`, also for who may not see the record */
  boxOfRecord(caller: Caller, recordId: string): Promise<RecordBox>;
  /** @throws not-allowed `records.place_not_yours`; conflict `records.place_taken` */
  addPlace(caller: Caller, input: AddPlaceInput): Promise<PaperView>;
  /** @throws not-allowed `records.box_not_yours`; not-found `records.place_not_found` */
  addBox(caller: Caller, input: AddBoxInput): Promise<PaperBoxView>;
  /** @throws conflict `records.box_stale` */
  move(caller: Caller, boxId: string, input: MoveBoxInput): Promise<PaperBoxView>;
  /** @throws bad-input `records.box_number_unread`; not-found `records.box_number_not_found` */
  put(caller: Caller, boxId: string, input: BoxRecordInput): Promise<PaperBoxView>;
  /** 借覧. @throws conflict `records.box_lent`; bad-input `records.loan_due` */
  lend(caller: Caller, boxId: string, input: LendInput): Promise<PaperBoxView>;
  /** @throws not-found `records.loan_not_found`; not-allowed `records.loan_not_yours` */
  giveBack(caller: Caller, loanId: string): Promise<PaperBoxView>;
}

export function createPaper(parts: PaperParts): Paper {
  const changed = (caller: Caller, boxId: string, work: (open: Open) => Promise<void>) =>
    inside(parts, caller, async (open) => {
      await work(open);
      return boxViewOf(open, boxId);
    });
  return {
    view: (caller, search) => inside(parts, caller, (open) => viewOf(open, search)),
    box: (caller, boxId) => inside(parts, caller, (open) => boxViewOf(open, boxId)),
    boxOfRecord: (caller, recordId) => inside(parts, caller, (open) => boxOfRecord(open, recordId)),
    addPlace: (caller, { store: room, shelf }) =>
      inside(parts, caller, async (open) => {
        if (!keepsPaper(open.actor)) throw notAllowed('records.place_not_yours');
        const place = { id: newId(parts.clock), store: room, shelf, by: personOf(open.actor), at: parts.clock.now() };
        if (!(await store.insertPlace(open.tx, place))) throw conflict('records.place_taken');
        return viewOf(open, { q: '' });
      }),
    addBox: (caller, input) =>
      inside(parts, caller, async (open) => {
        const request = { use: 'records.add_box', ...input };
        const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
        return boxViewOf(open, await onlyOnce(open.tx, call, () => addBox(parts, open, input)));
      }),
    move: (caller, boxId, input) => changed(caller, boxId, (open) => move(parts, open, boxId, input)),
    put: (caller, boxId, input) => changed(caller, boxId, (open) => put(parts, open, boxId, input)),
    lend: (caller, boxId, input) => changed(caller, boxId, (open) => lend(parts, open, boxId, input)),
    giveBack: (caller, loanId) =>
      inside(parts, caller, async (open) => boxViewOf(open, await giveBack(parts, open, loanId))),
  };
}
