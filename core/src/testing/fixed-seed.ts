import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';

// Properties are tried on the same examples on every machine, so that a change is judged by what it changes and not by
// luck. `KAIGI_SEED=1 npm run test:unit` looks elsewhere.
const { testPath } = expect.getState();
// Importing fast-check for every file of tests would cost more than many of them.
if (testPath && (await readFile(testPath, 'utf8')).includes("'fast-check'")) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ seed: Number(process.env.KAIGI_SEED ?? 20_261_122) });
}
