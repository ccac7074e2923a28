import { execFile, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { docx } from '../../core/src/records/docx.fixture.ts';
import { signIn } from '../e2e/people.ts';
import { aProduct, type Product } from '../e2e/product.ts';
import type { Figures, OnClose } from './approvals.ts';
import type { FilingOrder } from './file-client.ts';
import { median, rounded, say, type Turns } from './measure.ts';
import type { Size } from './size.ts';

const MB = 1024 * 1024;
const UPLOADS = 16;
const LOOK_EVERY_MS = 20;
const SETTLED_MS = 5_000;
const PARTS = { ordinary: 10 * MB, large: 50 * MB - 16 * 1024 } as const;

/** A document with a picture of that size, each another one. */
async function documents(folder: string, count: number, bytes: number): Promise<string[]> {
  const files: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const file = path.join(folder, `${at}-${bytes}.docx`);
    const picture = { name: 'word/media/image1.png', content: randomBytes(bytes - 4_096) };
    await writeFile(file, docx([`測定 ${at}`], [picture]));
    files.push(file);
  }
  return files;
}

/** Seconds for all of them; what went wrong was printed by the process that files. */
async function fileAll(order: FilingOrder): Promise<number> {
  const child = fork(path.join(import.meta.dirname, 'file-client.ts'));
  const failed = once(child, 'exit').then(() => Promise.reject(new Error('not filed')));
  child.send(order);
  const [seconds] = await Promise.race([once(child, 'message'), failed]);
  return seconds as number;
}

async function limitOf(folder: string, files: readonly string[]): Promise<number> {
  await mkdir(folder, { recursive: true });
  const script = path.join(import.meta.dirname, 'file-limit.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder, ...files]);
  return (JSON.parse(stdout) as { mbPerSecond: number }).mbPerSecond;
}

/** What the service's process alone holds in memory, in MB, with all that it holds when nobody files; asked of Linux. */
async function rssOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1_024;
}

const pidOf = (product: Product) => Number(/サービスの番号（pid）\s+(\d+)/.exec(product.output())?.[1]);

/** Before anybody has asked anything of it, when its first jobs are done. */
async function idleOf(product: Product): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  return rssOf(pidOf(product));
}

async function highest(pid: number, work: Promise<unknown>): Promise<number> {
  let [most, over] = [0, false];
  const done = work.finally(() => {
    over = true;
  });
  while (!over) {
    most = Math.max(most, await rssOf(pid));
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  await done;
  return most;
}

/** Filing documents of 10 MB through HTTP, beside the least that can be done with their bytes; and memory under 16 large ones. */
export async function benchFiles({ runs }: Turns, onClose: OnClose, { documents: size }: Size): Promise<Figures> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-bench-file-'));
  const product = await aProduct({ KAIGI_LOG_LEVEL: 'error' });
  onClose(async () => {
    await product.stop();
    await product.remove();
    await rm(folder, { recursive: true, force: true });
  });
  // As on every day but the first, on which the city is taken in and the sources are compiled.
  await product.start();
  await product.stop();
  await product.start();
  const idle = await idleOf(product);
  const person = await signIn(product, 'drafter');
  const { body } = await person.call<{ items: { code: string }[] }>('GET', '/regulations/classifications');
  const sender = {
    serviceUrl: product.serviceUrl,
    token: person.token,
    classificationCode: body.items[0]?.code ?? '',
  };
  const fileSome = (files: readonly string[], atOnce: number) => fileAll({ ...sender, files, atOnce });
  const pid = pidOf(product);
  const count = Math.max(4, Math.min(24, Math.round(size / 5_000)));
  await fileSome(await documents(folder, 4, PARTS.ordinary), 4);
  const [filed, least]: [number[], number[]] = [[], []];
  for (let run = 1; run <= runs; run += 1) {
    const files = await documents(folder, count, PARTS.ordinary);
    filed.push((count * PARTS.ordinary) / MB / (await fileSome(files, 4)));
    least.push(await limitOf(path.join(folder, 'limit'), files));
    say(`  ${run}/${runs} 登録: ${filed.at(-1)?.toFixed(0)} MB/s、読んで書くだけ: ${least.at(-1)?.toFixed(0)} MB/s`);
  }
  const large = await documents(folder, UPLOADS, PARTS.large);
  const rss = await highest(pid, fileSome(large, UPLOADS));
  return {
    file_mb_s: rounded(median(filed), 1),
    file_limit_mb_s: rounded(median(least), 1),
    file_vs_limit: rounded(median(filed.map((value, at) => value / (least[at] ?? 1))), 2),
    ...{ file_rss_mb: rounded(rss), file_idle_rss_mb: rounded(idle), file_rss_grown_mb: rounded(rss - idle) },
  };
}
