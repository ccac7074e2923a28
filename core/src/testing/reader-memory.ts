import { readdir, readFile } from 'node:fs/promises';

const MAIN = 'limited-process-main';

async function fileOf(pid: string, name: string): Promise<string> {
  return readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
}

/**
 * The most that any process apart (`limitedProcesses`) of this one has held in memory so far, in MB; asked of Linux, 0
 * elsewhere. Those that have ended do not count.
 */
export async function mostOfReaders(): Promise<number> {
  const all = await readdir('/proc').catch(() => []);
  const held = all
    .filter((name) => /^\d+$/.test(name))
    .map(async (pid) => {
      const status = await fileOf(pid, 'status');
      const isOurs = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) === process.pid;
      if (!isOurs || !(await fileOf(pid, 'cmdline')).includes(MAIN)) return 0;
      return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024;
    });
  return Math.max(0, ...(await Promise.all(held)));
}
