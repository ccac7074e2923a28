import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Entra, startEntra } from '../testing/entra.ts';
import { type ServiceUnderTest, startServiceUnderTest } from '../testing/service-under-test.ts';
import { MAX_FILE_BYTES, plainName } from './upload.ts';

let entra: Entra;
let service: ServiceUnderTest;
let token: string;

beforeAll(async () => {
  entra = await startEntra();
  service = await startServiceUnderTest(entra);
  token = await entra.token();
});
afterAll(async () => {
  await service.close();
  await entra.close();
});

type Part = [name: string, value: string | Blob, fileName?: string];

async function upload(parts: readonly Part[], to = 'uploads') {
  const form = new FormData();
  for (const [name, value, fileName] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, fileName ?? 'a.docx');
  }
  const response = await fetch(`${service.url}/api/v1/${to}`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const metadata: Part = ['metadata', JSON.stringify({ title: '伺い' })];
const bytes = (size: number) => new Blob([new Uint8Array(size)]);
const file: Part = ['file', bytes(1_000), '庁舎の件.docx'];

describe('an upload', () => {
  it('of metadata and file arrives', async () => {
    expect(await upload([metadata, file])).toEqual({
      status: 200,
      body: { body: { title: '伺い' }, fileName: '庁舎の件.docx', size: 1_000 },
    });
  });

  it('of exactly 50 MB is taken, one byte more is refused', async () => {
    expect(await upload([metadata, ['file', bytes(MAX_FILE_BYTES)]])).toMatchObject({ status: 200 });
    expect(await upload([metadata, ['file', bytes(MAX_FILE_BYTES + 1)]])).toMatchObject({
      status: 413,
      body: { code: 'http.file_too_large' },
    });
  });

  it.each<[string, Part[], number, string]>([
    ['without a file', [metadata], 400, 'http.invalid_upload'],
    ['without metadata', [file], 400, 'http.invalid_upload'],
    ['with the file first', [file, metadata], 400, 'http.invalid_upload'],
    ['with two files', [metadata, file, file], 400, 'http.invalid_upload'],
    ['with two metadata', [metadata, metadata, file], 400, 'http.invalid_upload'],
    ['with another field', [metadata, ['who', 'mayor'], file], 400, 'http.invalid_upload'],
    ['with metadata that is no JSON', [['metadata', 'x'], file], 400, 'http.invalid_json'],
    ['with metadata that is a file', [['metadata', bytes(10)], file], 400, 'http.invalid_upload'],
    ['with metadata of the wrong shape', [['metadata', '{"title":1}'], file], 400, 'http.invalid_input'],
    ['with a field that nobody reads', [['metadata', '{"title":"a","x":1}'], file], 400, 'http.invalid_input'],
    [
      'with metadata that is far too long',
      [['metadata', `{"title":"${'a'.repeat(70_000)}"}`], file],
      400,
      'http.invalid_upload',
    ],
  ])('%s is refused', async (_what, parts, status, code) => {
    expect(await upload(parts)).toMatchObject({ status, body: { code } });
  });

  it('as JSON is refused', async () => {
    const response = await fetch(`${service.url}/api/v1/uploads`, {
      method: 'POST',
      body: '{}',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    expect(response.status).toBe(415);
  });

  it('to a route that takes JSON is refused', async () => {
    const form = new FormData();
    form.append('title', 'a');
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${service.url}/api/v1/things/1/acts`, { method: 'POST', body: form, headers });
    expect(response.status).toBe(415);
  });

  it('that breaks off in the middle does not disturb the service', async () => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    const head = [
      'POST /api/v1/uploads HTTP/1.1',
      'host: 127.0.0.1',
      `authorization: Bearer ${token}`,
      'content-length: 100000',
    ];
    const part = '--b\r\ncontent-disposition: form-data; name="metadata"\r\n\r\n{"title":"a"}\r\n--b\r\n';
    socket.write(`${[...head, 'content-type: multipart/form-data; boundary=b'].join('\r\n')}\r\n\r\n${part}`);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.destroy();
    expect(await upload([metadata, file])).toMatchObject({ status: 200 });
  });
});

describe('a large upload is staged on the disk', () => {
  const lying = () => readdir(path.join(service.blobFolder, 'incoming')).catch(() => []);
  const nothingLies = async () => {
    for (let left = await lying(); left.length > 0; left = await lying()) await setTimeout(20);
  };

  it('and is whole there while it is answered, with its hash, and gone afterwards', async () => {
    const content = randomBytes(3_000_000);
    const { status, body } = await upload([metadata, ['file', new Blob([content]), '大きな図面.pdf']], 'staged');
    expect(status).toBe(200);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(body).toEqual({
      body: { title: '伺い' },
      fileName: '大きな図面.pdf',
      size: 3_000_000,
      sha256,
      lies: 3_000_000,
    });
    await nothingLies();
  });

  it('up to 50 MB, and one byte more is refused and leaves nothing', async () => {
    expect(await upload([metadata, ['file', bytes(MAX_FILE_BYTES)]], 'staged')).toMatchObject({ status: 200 });
    expect(await upload([metadata, ['file', bytes(MAX_FILE_BYTES + 1)]], 'staged')).toMatchObject({
      status: 413,
      body: { code: 'http.file_too_large' },
    });
    await nothingLies();
  });

  it.each([
    ['announced', 'content-length: 2147483648'],
    ['not announced', 'transfer-encoding: chunked'],
  ])('2 GB, %s, are refused long before they have come, and nothing of them lies', async (_what, length) => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    let [answer, sent, isOpen] = ['', 0, true];
    socket.on('data', (piece) => (answer += piece)).on('error', () => undefined);
    const closed = new Promise<void>((resolve) => {
      socket.once('close', () => {
        isOpen = false;
        resolve();
      });
    });
    const head = ['POST /api/v1/staged HTTP/1.1', 'host: 127.0.0.1', `authorization: Bearer ${token}`, length];
    socket.write(`${[...head, 'content-type: multipart/form-data; boundary=b'].join('\r\n')}\r\n\r\n`);
    const send = async (bytes: Buffer) => {
      const size = length.startsWith('transfer') ? [`${bytes.length.toString(16)}\r\n`, '\r\n'] : ['', ''];
      socket.write(Buffer.concat([Buffer.from(size[0] ?? ''), bytes, Buffer.from(size[1] ?? '')]));
      sent += bytes.length;
      // Whoever waits for room in vain waits for the end.
      if (socket.writableNeedDrain)
        await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
    };
    const field = '--b\r\ncontent-disposition: form-data; name="metadata"\r\n\r\n{"title":"a"}\r\n';
    await send(Buffer.from(`${field}--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n`));
    const piece = Buffer.alloc(1024 * 1024);
    while (isOpen && answer === '') {
      await send(piece);
      await setTimeout(1);
    }
    expect(answer).toMatch(/^HTTP\/1.1 413 [\s\S]*"http\.file_too_large"/);
    expect(sent).toBeLessThan(2 * MAX_FILE_BYTES);
    await closed;
    await nothingLies();
  });

  it.each<[string, Part[]]>([
    ['a second file', [metadata, file, file]],
    ['another field behind it', [metadata, file, ['who', 'mayor']]],
  ])('%s is refused and leaves nothing', async (_what, parts) => {
    expect(await upload(parts, 'staged')).toMatchObject({ status: 400, body: { code: 'http.invalid_upload' } });
    await nothingLies();
  });

  it('broken off at any byte it leaves nothing, and the service goes on', async () => {
    const part = (name: string, more: string, value: string) =>
      `--b\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
    const whole = `${part('metadata', '', '{"title":"a"}')}${part('file', '; filename="a.docx"', 'x'.repeat(400))}--b--\r\n`;
    const head = [
      ...['POST /api/v1/staged HTTP/1.1', 'host: 127.0.0.1', `authorization: Bearer ${token}`],
      ...[`content-length: ${whole.length}`, 'content-type: multipart/form-data; boundary=b'],
    ].join('\r\n');
    const breakOff = async (at: number) => {
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
      await once(socket, 'connect');
      socket.end(`${head}\r\n\r\n${whole.slice(0, at)}`);
      socket.resume();
      await once(socket, 'close');
    };
    const places = Array.from({ length: whole.length }, (_, at) => at);
    for (let at = 0; at < places.length; at += 40) await Promise.all(places.slice(at, at + 40).map(breakOff));
    await nothingLies();
    expect(await upload([metadata, file], 'staged')).toMatchObject({ status: 200 });
  });
});

describe('a file name', () => {
  it.each([
    ['C:\\Users\\a\\伺い.docx', '伺い.docx'],
    ['../../etc/passwd', 'passwd'],
    ['a\u0000b\r\n.docx', 'ab.docx'],
    ['invoice\u202excod.exe', 'invoicexcod.exe'],
    ['', 'document'],
    ['/', 'document'],
  ])('%j becomes %j', (given, plain) => {
    expect(plainName(given)).toBe(plain);
  });

  it('that is very long keeps its ending', () => {
    expect(plainName(`${'あ'.repeat(300)}.docx`)).toMatch(/^あ{195}\.docx$/);
  });
});
