// What is checked without the product's database, for the command line.
export {
  type OutsideFinding,
  type OutsideSummary,
  SENTENCES as OUTSIDE_SENTENCES,
  verifyOutside,
} from './ledger/outside/verify.mjs';
export { unpackBag } from './records/packages/unpack.ts';
