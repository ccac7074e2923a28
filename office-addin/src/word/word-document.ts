/** Where the number and the day of the decision will stand; known by these tags in every document. */
export const NUMBER_TAG = 'kaigi:documentNumber';
export const DATE_TAG = 'kaigi:decidedOn';
/** The only thing kept in the document: everything else is asked of the service. */
export const RECORD_PROPERTY = 'KaigiRecordId';
export const NUMBER_PLACEHOLDER = '(番号)';
export const DATE_PLACEHOLDER = '(日付)';

/** What the pane wants to know of the open document, read in one go. */
export interface DocumentLook {
  recordId: string | null;
  titleProperty: string;
  firstParagraph: string;
  /** Null for a document that was never saved. */
  fileName: string | null;
  isEmpty: boolean;
}

export interface Stamp {
  number: string;
  date: string;
}

/** `missing`: the document has no place for them (any more). */
export type StampOutcome = 'stamped' | 'alreadyThere' | 'missing';

/** The open document, in our own words. Everything that knows Office.js is behind this. */
export interface WordDocument {
  look(): Promise<DocumentLook>;
  /** Puts the places for number and date at the top, unless the document has them. */
  prepare(): Promise<void>;
  /** @throws WordProblem when Word does not give the file. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  rememberRecord(recordId: string): Promise<void>;
  /** Writes both and locks them. Doing it again changes nothing. */
  stamp(stamp: Stamp): Promise<StampOutcome>;
  /** Makes a copied document new: forgets the record and shows the placeholders again. */
  startAnew(): Promise<void>;
}

export type WordProblemCode = 'fileNotGiven' | 'wordBusy' | 'documentLocked' | 'wordFailed';

export class WordProblem extends Error {
  override readonly name = 'WordProblem';
  readonly code: WordProblemCode;

  constructor(code: WordProblemCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
