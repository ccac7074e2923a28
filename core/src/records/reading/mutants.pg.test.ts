import { describe, expect, it } from '@jest/globals';
import { KaigiError } from '../../shared/index.ts';
import { mostOfReaders } from '../../testing/reader-memory.ts';
import { docx } from '../docx.fixture.ts';
import { recordsTexts } from '../text.ts';
import { FILE_KINDS, kindsFor } from './kinds.ts';
import { mutants } from './mutants.fixture.ts';
import { createReader } from './reader.ts';

// Longer: KAIGI_FUZZ=20000, from other seeds: KAIGI_SEED=1. What fails is named by both, and so made again.
const COUNT = Number(process.env.KAIGI_FUZZ ?? 400);
const SEED = Number(process.env.KAIGI_SEED ?? 20_261_122);
const AT_ONCE = 2;
/** As in `hostile.pg.test.ts`. */
const LONGEST_MS = 31_000;
const MOST_MB = 256 + 48;
const MS_EACH = 2_000;

const accept = kindsFor('RECEIPT');
const read = createReader();

/** Null where the answer is one that may be given. */
async function wrongWith(bytes: Buffer): Promise<string | null> {
  const began = performance.now();
  try {
    const { kind, text, title } = await read({ bytes, accept });
    if (!(kind in FILE_KINDS)) return `kind ${kind}`;
    if (!`${title}${text}`.isWellFormed() || `${title}${text}`.includes('\0')) return 'words that cannot be kept';
  } catch (error) {
    if (!(error instanceof KaigiError)) return String((error as Error).stack ?? error);
    // The reader died, or there is no sentence for it.
    if (error.kind !== 'bad-input' || !recordsTexts[error.code]) return error.code;
  }
  return performance.now() - began > LONGEST_MS ? 'too slow' : null;
}

describe('R-10: files changed by chance', () => {
  it(
    `${COUNT} of seed ${SEED} are read or refused with a code, in time, by readers that stay inside their bounds`,
    async () => {
      const mutant = mutants(SEED, process.env.KAIGI_FUZZ !== undefined);
      const wrong: Record<string, string> = {};
      let next = 0;
      const one = async () => {
        for (let number = next; number < COUNT; number = next) {
          next += 1;
          const found = await wrongWith(mutant(number));
          if (found !== null) wrong[`seed ${SEED} number ${number}`] = found;
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, one));
      expect(wrong).toEqual({});
      expect(await read({ bytes: docx(['次の文書']), accept })).toMatchObject({ title: '次の文書' });
      expect(await mostOfReaders()).toBeLessThan(MOST_MB);
    },
    Math.max(180_000, COUNT * MS_EACH),
  );
});
