import { afterEach, describe, expect, it } from '@jest/globals';
import { readFileBytes } from './file-bytes.ts';

interface Options {
  openError?: number;
  sliceError?: number;
}

function installOffice(bytes: readonly number[], { openError, sliceError }: Options = {}): { closed: number } {
  const seen = { closed: 0 };
  const fail = (code: number) => ({ status: 'failed', error: { code } });
  const file = {
    size: bytes.length,
    sliceCount: Math.ceil(bytes.length / 2),
    getSliceAsync: (index: number, done: (answer: unknown) => void) =>
      done(
        sliceError === undefined
          ? { status: 'succeeded', value: { data: bytes.slice(index * 2, index * 2 + 2) } }
          : fail(sliceError),
      ),
    closeAsync: (done: () => void) => {
      seen.closed += 1;
      done();
    },
  };
  const getFileAsync = (_type: string, _options: object, done: (answer: unknown) => void) =>
    done(openError === undefined ? { status: 'succeeded', value: file } : fail(openError));
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
});
