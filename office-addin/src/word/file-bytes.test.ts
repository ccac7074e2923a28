import { afterEach, describe, expect, it } from '@jest/globals';
import { readFileBytes } from './file-bytes.ts';

interface Options {
  openError?: number;
  sliceError?: number;
  /** Word takes the question and never answers. */
  silent?: 'open' | 'slice';
}

function installOffice(bytes: readonly number[], { openError, sliceError, silent }: Options = {}) {
  const seen = { closed: 0, open: 0, mostOpen: 0, giveLate: () => undefined as unknown };
  const fail = (code: number) => ({ status: 'failed', error: { code } });
  const file = {
    size: bytes.length,
    sliceCount: Math.ceil(bytes.length / 2),
    getSliceAsync: (index: number, done: (answer: unknown) => void) => {
      if (silent === 'slice') return;
      const answer =
        sliceError === undefined
          ? { status: 'succeeded', value: { data: bytes.slice(index * 2, index * 2 + 2) } }
          : fail(sliceError);
      setTimeout(() => done(answer), 0);
    },
    closeAsync: (done?: () => void) => {
      seen.closed += 1;
      seen.open -= 1;
      done?.();
    },
  };
  const getFileAsync = (_type: string, _options: object, done: (answer: unknown) => void) => {
    const give = () => {
      if (openError !== undefined) return done(fail(openError));
      seen.open += 1;
      seen.mostOpen = Math.max(seen.mostOpen, seen.open);
      return done({ status: 'succeeded', value: file });
    };
    if (silent === 'open') seen.giveLate = give;
    else give();
  };
  Object.assign(globalThis, {
    Office: {
      AsyncResultStatus: { Succeeded: 'succeeded' },
      FileType: { Compressed: 'compressed' },
      context: { document: { getFileAsync } },
    },
  });
  return seen;
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
});

describe('the bytes of the document', () => {
  it('are put together from the slices, and the file is closed', async () => {
    const seen = installOffice([1, 2, 3, 4, 5]);
    expect(Array.from(await readFileBytes())).toEqual([1, 2, 3, 4, 5]);
    expect(seen.closed).toBe(1);
  });

  it('close the file also when a slice fails', async () => {
    const seen = installOffice([1, 2, 3], { sliceError: 5001 });
    await expect(readFileBytes()).rejects.toMatchObject({ code: 'fileNotGiven' });
    expect(seen.closed).toBe(1);
  });

  it.each([
    [5001, 'fileNotGiven'],
    [11001, 'fileNotGiven'],
    [7000, 'wordFailed'],
  ])('turn error %i into %s', async (openError, code) => {
    installOffice([], { openError });
    await expect(readFileBytes()).rejects.toMatchObject({ code });
  });

  it('R-30: are read one after the other, so that never two files are open', async () => {
    const seen = installOffice([1, 2, 3, 4, 5]);
    await Promise.all([readFileBytes(), readFileBytes(), readFileBytes()]);
    expect([seen.mostOpen, seen.closed]).toEqual([1, 3]);
  });

  it('R-30: are given up when Word does not answer, and the file is closed all the same', async () => {
    const slices = installOffice([1, 2, 3], { silent: 'slice' });
    await expect(readFileBytes(5)).rejects.toMatchObject({ code: 'fileNotGiven' });
    expect(slices.closed).toBe(1);
    const late = installOffice([1, 2, 3], { silent: 'open' });
    await expect(readFileBytes(5)).rejects.toMatchObject({ code: 'fileNotGiven' });
    late.giveLate();
    expect([late.open, late.closed]).toEqual([0, 1]);
  });
});
