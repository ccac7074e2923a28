export { type Anchors, folderAnchors } from './anchor.ts';
export { type Leaf, type LedgerEntry, MAX_ENTRY_BYTES } from './entry.ts';
export { type LedgerKeys, loadLedgerKeys } from './keys.ts';
export type { Sequencer } from './sequencer.ts';
export { append } from './store.ts';
export { ledgerTexts } from './text.ts';
export type { Finding, Witnessed } from './witness.ts';
