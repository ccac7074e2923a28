// Run by the bench in a process of its own, which has little else in memory: who files sits at another machine, and what the
// bench itself holds would cost the service its processor each time the engine looks through it.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** What the process is told through its channel; it answers with the seconds that all of them took. */
export interface FilingOrder {
  readonly serviceUrl: string;
  readonly token: string;
  readonly classificationCode: string;
  readonly files: readonly string[];
  /** So many at once; the next begins when one has ended. */
  readonly atOnce: number;
}

const PIECE = 256 * 1024;
const BOUNDARY = 'kaigi-measures';
const part = (name: string, value = '') =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}`;

/** From the disk onto the wire with as little work as can be. */
async function fileOne({ serviceUrl, token, classificationCode }: FilingOrder, file: string): Promise<void> {
  const metadata = JSON.stringify({ kind: 'REFERENCE', title: '測定', classificationCode });
  const head = Buffer.from(`${part('metadata', metadata)}\r\n${part('file"; filename="a.docx')}`);
  const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    'content-length': head.length + (await stat(file)).size + tail.length,
  };
  const call = request(`${serviceUrl}/api/v1/records`, { method: 'POST', headers });
  const answered = once(call, 'response');
  call.write(head);
  await pipeline(createReadStream(file, { highWaterMark: PIECE }), call, { end: false });
  call.end(tail);
  const [response] = (await answered) as [IncomingMessage];
  const answer = await text(response);
  if (response.statusCode !== 201) throw new Error(`not filed: ${response.statusCode} ${answer}`);
}

async function fileAll(order: FilingOrder): Promise<number> {
  const waiting = [...order.files];
  const began = performance.now();
  const worker = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await fileOne(order, file);
  };
  await Promise.all(Array.from({ length: order.atOnce }, worker));
  return (performance.now() - began) / 1_000;
}

process.once('message', async (order: FilingOrder) => {
  process.send?.(await fileAll(order));
  process.disconnect();
});
