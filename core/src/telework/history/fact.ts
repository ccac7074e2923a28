/** Something of テレワーク・庶務 that happened. */
export type { Fact as TeleworkFact } from '../../ledger/index.ts';
