import type {
  CaseView,
  Classification,
  CopySign,
  Placing,
  RecordKind,
  RecordView,
  Suggestion,
} from '@kaigi/core/contract';
import type { FilingForm } from '../filing/filing-form.ts';
import type { TextCode } from '../text.ts';
import type { DocumentLook, PlaceName } from '../word/word-document.ts';

/** A sentence to show: one of ours by its code, or the service's own, already in the pane's language. */
export interface Failure {
  code: TextCode;
  sentence?: string;
  errorId?: string;
  /** True while nobody knows whether the action arrived; the form then stays as it was sent. */
  unsure: boolean;
}

type Busy = 'preparing' | 'sending' | 'acting' | null;
/** `locked`: the document is protected against changes. `missing`: a place that the document does not have. */
export type StampState =
  | { is: 'none' | 'working' | 'failed' | 'locked' }
  | { is: 'done' | 'missing'; missing: readonly PlaceName[] };

export interface FilingState {
  stage: 'filing';
  look: DocumentLook;
  form: FilingForm;
  classifications: readonly Classification[] | 'loading' | 'failed';
  /** The best first, each with its reason. */
  suggestions: readonly Suggestion[];
  /** The kind that they were made for. */
  suggestedFor: RecordKind | null;
  /** Of the class it was asked for; null until it is known, or where the service does not say. */
  placing: { readonly code: string; readonly view: Placing } | null;
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
  /** The document says something else now than what was filed. */
  writtenOn: boolean;
  stamp: StampState;
  busy: Busy;
  failure: Failure | null;
}

export interface RecordState {
  stage: 'record';
  view: RecordView;
  remembered: boolean;
  writtenOn: boolean;
  stamp: StampState;
  busy: Busy;
  failure: Failure | null;
}

export type PaneState =
  | { stage: 'starting' }
  | { stage: 'signedOut' }
  | { stage: 'failed'; failure: Failure }
  | { stage: 'gone'; recordId: string }
  /** The document says that it is this record, and may be a copy of it. */
  | { stage: 'copy'; recordId: string; title: string; number: string | null; signs: readonly CopySign[] }
  | { stage: 'notFiled' }
  | FilingState
  | CaseState
  | RecordState;

/** What was pressed in another document and has not arrived. */
export interface Waiting {
  key: string;
  title: string;
  pressedAt: number;
  tooOld: boolean;
  /** The service's sentence, when it will not take it as it is. */
  refused: string | null;
}

export interface Said {
  intent: 'success' | 'warning' | 'error';
  code: TextCode;
}

/** Which button of the ribbon opened the pane. */
export type PaneView = 'file' | 'status' | 'places';
