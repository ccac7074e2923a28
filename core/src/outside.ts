// What is checked without the product's database, for the command line.

export { claimedMunicipality } from './ledger/checkpoint.ts';
export { TimestampsSchema } from './ledger/contract.ts';
export {
  type OutsideFinding,
  type OutsideSummary,
  SENTENCES as OUTSIDE_SENTENCES,
  saidOfStamps as stampsSaid,
  verifyOutside,
} from './ledger/outside/verify.mjs';
export { unpackBag } from './records/packages/unpack.ts';

/** The file that checks what was handed out, and that goes with it. */
export const VERIFIER = new URL('./ledger/outside/verify.mjs', import.meta.url);
