import { writeFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { serveThread } from '../platform/thread-work.ts';
import { badInput } from '../shared/index.ts';

const kept: Buffer[] = [];
const heap: string[][] = [];

/** Does to its process whatever a hostile file might make a reader do. */
const MISDEEDS: Readonly<Record<string, () => unknown>> = {
  nothing: () => 'done',
  refuse: () => {
    throw badInput('records.damaged');
  },
  'for ever': () => {
    for (;;);
  },
  memory: () => {
    for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
  },
  'keep much': () => {
    kept.push(Buffer.alloc(80 * 1024 * 1024, 1));
    return process.pid;
  },
  'throw away much': async () => {
    for (let at = 0; at < 40; at += 1) {
      Buffer.alloc(256 * 1024, 1);
      await setImmediate();
    }
    return process.pid;
  },
  heap: () => {
    for (;;) heap.push(Array.from({ length: 100_000 }, (_, at) => `${at}${heap.length}`));
  },
  death: () => process.kill(process.pid, 'SIGKILL'),
  write: () =>
    writeFile('/tmp/kaigi-misbehaving', 'x').then(
      () => 'written',
      ({ code }) => code as string,
    ),
  secrets: () => Object.keys(process.env).filter((name) => /KAIGI|DATABASE|SECRET/.test(name)),
  pid: () => process.pid,
};

serveThread(async (misdeed: string) => MISDEEDS[misdeed]?.());
