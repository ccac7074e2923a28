export type { OutsideNote } from './claims.ts';
export type { LedgerEntry } from './entry.ts';
export { type LedgerKeys, loadLedgerKeys } from './keys.ts';
export type { Sequencer } from './sequencer.ts';
export { createLedger, type Ledger } from './service.ts';
export { append } from './store.ts';
export { ledgerTexts } from './text.ts';
export type { VerifySummary } from './verify.ts';
export type { Finding, Witnessed } from './witness.ts';
