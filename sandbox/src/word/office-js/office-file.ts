import type { WindowLink } from './window-link.ts';

const MAX_SLICE = 4_194_304;
const MAX_OPEN_FILES = 2;

export interface AsyncResult<T> {
  status: 'succeeded' | 'failed';
  value?: T;
  error?: { code: number; name: string; message: string };
  asyncContext?: unknown;
}

export type Callback<T> = (result: AsyncResult<T>) => void;

export interface OfficeFile {
  size: number;
  sliceCount: number;
  getSliceAsync: (index: number, callback: Callback<{ data: number[]; index: number; size: number }>) => void;
  closeAsync: (callback?: Callback<undefined>) => void;
}

const internalError = { code: 5001, name: 'Internal Error', message: 'An internal error has occurred.' };

/** `getFileAsync` with the limits of the real one: slices of at most 4 MB, at most two files open at a time. */
export class FileDoor {
  readonly #link: WindowLink;
  #open = 0;

  constructor(link: WindowLink) {
    this.#link = link;
  }

  getFileAsync(
    type: string,
    options: { sliceSize?: number } | Callback<OfficeFile>,
    callback?: Callback<OfficeFile>,
  ): void {
    const done = typeof options === 'function' ? options : callback;
    const sliceSize = typeof options === 'function' ? MAX_SLICE : (options.sliceSize ?? MAX_SLICE);
    if (!done) return;
    if (type !== 'compressed') {
      done({
        status: 'failed',
        error: { code: 1007, name: 'Unsupported', message: 'This file type is not part of this stand-in.' },
      });
    } else if (sliceSize > MAX_SLICE || sliceSize < 1 || this.#open >= MAX_OPEN_FILES) {
      done({ status: 'failed', error: internalError });
    } else {
      this.#open += 1;
      this.#read(sliceSize).then(
        (file) => done({ status: 'succeeded', value: file }),
        () => {
          this.#open -= 1;
          done({ status: 'failed', error: internalError });
        },
      );
    }
  }

  async #read(sliceSize: number): Promise<OfficeFile> {
    const bytes = new Uint8Array(await this.#link.ask<ArrayBuffer>({ method: 'bytes' }));
    let closed = false;
    return {
      size: bytes.length,
      sliceCount: Math.max(1, Math.ceil(bytes.length / sliceSize)),
      getSliceAsync: (index, callback) => {
        const slice = bytes.slice(index * sliceSize, (index + 1) * sliceSize);
        const usable = !closed && index >= 0 && index * sliceSize < bytes.length;
        queueMicrotask(() =>
          callback(
            usable
              ? { status: 'succeeded', value: { data: Array.from(slice), index, size: slice.length } }
              : { status: 'failed', error: internalError },
          ),
        );
      },
      closeAsync: (callback) => {
        if (!closed) this.#open -= 1;
        closed = true;
        queueMicrotask(() => callback?.({ status: 'succeeded' }));
      },
    };
  }
}
