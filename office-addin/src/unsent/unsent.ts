import type { PlacedAs } from '@kaigi/core/shared';
import type { FilingForm } from '../filing/filing-form.ts';

/** What was pressed and is not known to have arrived: everything that sending it again, byte for byte, takes. */
export interface Unsent {
  /** The Idempotency-Key under which it is sent, however often. */
  key: string;
  person: string;
  /** Empty for a document that was never saved. */
  documentUrl: string;
  /** SHA-256 of the document's words when it was pressed. */
  words: string;
  form: FilingForm;
  /** 簿冊 and level as they stood on the screen; what an earlier pane kept has none. */
  placed?: PlacedAs;
  fileName: string;
  bytes: Uint8Array<ArrayBuffer>;
  pressedAt: number;
  /** It has arrived, and the document does not know its record yet. */
  recordId: string | null;
}

// The service knows a key for seven days. Later the same sending would file a second time.
const KNOWN_FOR_MS = 6 * 24 * 60 * 60 * 1000;

export const isTooOld = (unsent: Unsent, now: number): boolean => now - unsent.pressedAt > KNOWN_FOR_MS;

/** Whether it was pressed in this document: by its address, and for one without by its words. */
export function belongsTo(unsent: Unsent, { documentUrl, words }: { documentUrl: string; words: string }): boolean {
  if (unsent.documentUrl !== '' && documentUrl !== '') return unsent.documentUrl === documentUrl;
  return unsent.words === words;
}
