import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

export interface FormFile {
  readonly path: string;
  /** What the other side is told; it goes by the ending. */
  readonly name: string;
}

export interface Form {
  readonly contentType: string;
  readonly length: number;
  /** The body from its beginning, each time it is asked for: a request may be sent again. */
  body(): Readable;
}

// What a boundary of 32 random signs never meets in a recording.
const LINE = '\r\n';

/** Quotes and line ends would end the head early. */
const quoted = (text: string) => text.replace(/[\r\n"\\]/g, '_');

/** `multipart/form-data` whose file is read from the disk while it is sent, and never held whole. */
export async function formOf(
  fields: Readonly<Record<string, string>>,
  file: FormFile,
  boundary: string,
): Promise<Form> {
  const part = (head: string) => `--${boundary}${LINE}Content-Disposition: form-data; ${head}${LINE}`;
  const said = Object.entries(fields).map(([name, value]) => `${part(`name="${name}"`)}${LINE}${value}${LINE}`);
  const head = `${part(`name="file"; filename="${quoted(file.name)}"`)}Content-Type: application/octet-stream${LINE}${LINE}`;
  const [before, after] = [Buffer.from(said.join('') + head), Buffer.from(`${LINE}--${boundary}--${LINE}`)];
  const { size } = await stat(file.path);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    length: before.length + size + after.length,
    body: () => Readable.from(pieces(before, file.path, after), { objectMode: false }),
  };
}

async function* pieces(before: Buffer, path: string, after: Buffer): AsyncGenerator<Buffer> {
  yield before;
  for await (const piece of createReadStream(path)) yield piece as Buffer;
  yield after;
}
