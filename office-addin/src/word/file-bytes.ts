import { WordProblem } from './word-document.ts';

// Word refuses larger slices with an internal error; a file not closed blocks the next one (two may be open).
const SLICE_SIZE = 4_194_304;

interface Answer<T> {
  status: Office.AsyncResultStatus;
  value: T;
  error: Office.Error;
}

/** The whole document as Word would save it. */
export async function readFileBytes(): Promise<Uint8Array<ArrayBuffer>> {
  const file = await asked<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_SIZE }, done),
  );
  try {
    return await readSlices(file);
  } finally {
    await new Promise<void>((resolve) => file.closeAsync(() => resolve()));
  }
}

async function readSlices(file: Office.File): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  let filled = 0;
  for (let index = 0; index < file.sliceCount; index += 1) {
    const slice = await asked<Office.Slice>((done) => file.getSliceAsync(index, done));
    const data = Uint8Array.from(slice.data as ArrayLike<number>);
    bytes.set(data, filled);
    filled += data.length;
  }
  if (filled !== file.size) throw new WordProblem('fileNotGiven');
  return bytes;
}

function asked<T>(question: (done: (answer: Answer<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    question((answer) => {
      if (answer.status === Office.AsyncResultStatus.Succeeded) resolve(answer.value);
      else reject(problemOf(answer.error));
    });
  });
}

// 5001: internal error, mostly another file still open or an unsaved state; 11001: Word on the web could not fetch
// the file from its own storage (office-js issues 6747, 6748). Both pass when tried again after saving.
function problemOf(error: Office.Error): WordProblem {
  return new WordProblem(error.code === 5001 || error.code === 11001 ? 'fileNotGiven' : 'wordFailed', { cause: error });
}
