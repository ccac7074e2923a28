import type { CaseView, Classification, RecordView } from '@kaigi/core/contract';
import type { FilingForm } from '../filing/filing-form.ts';
import type { TextCode } from '../text.ts';
import type { DocumentLook } from '../word/word-document.ts';

/** A sentence to show: one of ours by its code, or the service's own, already in the pane's language. */
export interface Failure {
  code: TextCode;
  sentence?: string;
  errorId?: string;
  /** True while nobody knows whether the action arrived; the form then stays as it was sent. */
  unsure: boolean;
}

type Busy = 'preparing' | 'sending' | 'acting' | null;
export type StampState = 'none' | 'working' | 'done' | 'missing' | 'failed';

export interface FilingState {
  stage: 'filing';
  look: DocumentLook;
  form: FilingForm;
  classifications: readonly Classification[] | 'loading' | 'failed';
  busy: Busy;
  failure: Failure | null;
}

export interface CaseState {
  stage: 'case';
  view: CaseView;
  justFiled: boolean;
  replaced: boolean;
  /** False when the document could not keep the id of its record. */
  remembered: boolean;
  stamp: StampState;
  busy: Busy;
  failure: Failure | null;
}

export interface RecordState {
  stage: 'record';
  view: RecordView;
  remembered: boolean;
  stamp: StampState;
  busy: Busy;
  failure: Failure | null;
}

export type PaneState =
  | { stage: 'starting' }
  | { stage: 'signedOut' }
  | { stage: 'failed'; failure: Failure }
  | { stage: 'gone'; recordId: string }
  | FilingState
  | CaseState
  | RecordState;
