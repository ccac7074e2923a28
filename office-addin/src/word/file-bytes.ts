import { WordProblem } from './word-document.ts';

// Word refuses larger slices with an internal error; a file not closed blocks the next one (two may be open).
const SLICE_SIZE = 4_194_304;
/** Word answers a slice within a moment or, on the web, not at all. */
const ANSWER_MS = 60_000;
const CLOSE_MS = 5_000;

interface Answer<T> {
  status: Office.AsyncResultStatus;
  value: T;
  error: Office.Error;
}

let reading: Promise<unknown> = Promise.resolve();

/** The whole document as Word would save it. One file is open at a time, and it is closed whatever happens. */
export function readFileBytes(patienceMs = ANSWER_MS): Promise<Uint8Array<ArrayBuffer>> {
  const mine = reading.then(() => openAndRead(patienceMs));
  reading = mine.catch(() => undefined);
  return mine;
}

async function openAndRead(patienceMs: number): Promise<Uint8Array<ArrayBuffer>> {
  let abandoned = false;
  const file = await asked<Office.File>(patienceMs, (done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_SIZE }, (answer) => {
      // Given when nobody waits for it any more, it would stay open for as long as the pane.
      if (abandoned && answer.status === Office.AsyncResultStatus.Succeeded) answer.value.closeAsync();
      else done(answer);
    }),
  ).catch((error: unknown) => {
    abandoned = true;
    throw error;
  });
  try {
    return await readSlices(file, patienceMs);
  } finally {
    await closed(file);
  }
}

function closed(file: Office.File): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, CLOSE_MS);
    file.closeAsync(() => {
      clearTimeout(patience);
      resolve();
    });
  });
}

async function readSlices(file: Office.File, patienceMs: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  let filled = 0;
  for (let index = 0; index < file.sliceCount; index += 1) {
    const slice = await asked<Office.Slice>(patienceMs, (done) => file.getSliceAsync(index, done));
    const data = Uint8Array.from(slice.data as ArrayLike<number>);
    if (filled + data.length > bytes.length) throw new WordProblem('fileNotGiven');
    bytes.set(data, filled);
    filled += data.length;
  }
  if (filled !== file.size) throw new WordProblem('fileNotGiven');
  return bytes;
}

function asked<T>(patienceMs: number, question: (done: (answer: Answer<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new WordProblem('fileNotGiven')), patienceMs);
    question((answer) => {
      clearTimeout(patience);
      if (answer.status === Office.AsyncResultStatus.Succeeded) resolve(answer.value);
      else reject(problemOf(answer.error));
    });
  });
}

// 5001: internal error, mostly another file still open or an unsaved state; 11001: Word on the web could not fetch
// the file from its own storage (office-js issues 6747, 6748). The service may still get what is saved.
function problemOf(error: Office.Error): WordProblem {
  return new WordProblem(error.code === 5001 || error.code === 11001 ? 'fileNotGiven' : 'wordFailed', { cause: error });
}
