/** Where number, day and classification stand; known by these tags in every document and every 様式. */
export const PLACES = {
  number: { tag: 'kaigi:documentNumber', title: '文書番号', placeholder: '(番号)' },
  date: { tag: 'kaigi:decidedOn', title: '決裁日', placeholder: '(日付)' },
  classification: { tag: 'kaigi:classification', title: '分類・保存期間', placeholder: '(分類)' },
} as const;
export type PlaceName = keyof typeof PLACES;
/** In the order in which they stand at the top of a document. */
export const PLACE_NAMES: readonly PlaceName[] = ['number', 'date', 'classification'];

/** Ids of what the document is and what it was made from; everything else is asked of the service. */
export const RECORD_PROPERTY = 'KaigiRecordId';
export const TEMPLATE_PROPERTY = 'KaigiTemplate';

/** What the pane wants to know of the open document, read in one go. */
export interface DocumentLook {
  recordId: string | null;
  /** The 様式 that it was made from. */
  template: TemplateMark | null;
  titleProperty: string;
  /** What it is about, as far as its first lines say; empty for no words. */
  subjectLine: string;
  headings: readonly string[];
  /** SHA-256 of its words, without what stands in the places. */
  words: string;
  /** The places that it has. */
  places: readonly PlaceName[];
  /** Null for a document that was never saved. */
  fileName: string | null;
  isEmpty: boolean;
}

export interface TemplateMark {
  id: string;
  edition: number;
}

export type Stamp = Readonly<Record<PlaceName, string>>;

/** `missing`: places that were asked for and that the document does not have (any more). */
export interface StampOutcome {
  changed: boolean;
  missing: readonly PlaceName[];
}

/** The open document, in our own words. Everything that knows Office.js is behind this. */
export interface WordDocument {
  look(): Promise<DocumentLook>;
  /** Puts those places at the top that the document does not have, wherever the others stand. */
  prepare(places: readonly PlaceName[]): Promise<void>;
  /** @throws WordProblem when Word does not give the file. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  /** Saves it where it stands; nothing for a document that has no place yet. */
  save(): Promise<void>;
  rememberRecord(recordId: string): Promise<void>;
  /** Writes and locks every place that there is, wherever it stands and however often. Doing it again changes nothing. */
  stamp(stamp: Stamp): Promise<StampOutcome>;
  /** Makes a copied document new: forgets the record and shows the placeholders again. */
  startAnew(): Promise<void>;
  /** Puts a 様式 into the document: in place of nothing, else after what stands there. */
  insertTemplate(docx: Uint8Array, mark: TemplateMark): Promise<void>;
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
