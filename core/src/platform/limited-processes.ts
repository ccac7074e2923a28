import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { invariant, KaigiError } from '../shared/index.ts';
import { OFFER_COLLECTING } from './collecting.ts';
import { type IdlePool, idlePool } from './idle-pool.ts';
import { type ThreadLimits, turnstile } from './limited-threads.ts';
import { OVERFULL, type ProcessAnswer, TOO_MUCH } from './thread-work.ts';

export interface ProcessLimits extends ThreadLimits {
  /**
   * For one piece: what it may keep a processor busy, and what it may take by a clock that stands still while the machine
   * serves others. By the wall's clock a machine with much to do takes longer (`deadlineMs`).
   */
  readonly cpuMs: number;
  /** Of the whole process, with everything that Node itself needs. */
  readonly memoryMb: number;
  /** A process that has nothing to do so long ends. */
  readonly idleMs: number;
}

export interface LimitedProcesses {
  /** A module that calls `serveThread`. */
  readonly module: URL;
  readonly limits: ProcessLimits;
  readonly refusals: {
    /** Too much time or memory. */
    readonly tooMuch: () => KaigiError;
    /** Too many wait. */
    readonly busy: () => KaigiError;
    /** The process ended in the middle, whoever ended it. */
    readonly died: () => KaigiError;
  };
}

/** By itself each thread gets memory of its own to hold on to, and the process is soon too large for the next piece. */
const LEAN = { MALLOC_ARENA_MAX: '2' };

/** Reads files, starts threads; writes nothing, starts no process, loads no native code. */
const MAY = ['--permission', '--allow-fs-read=*', '--allow-worker'];

function startProcess({ module, limits }: LimitedProcesses, gone: (child: ChildProcess) => void): ChildProcess {
  const { heapMb, memoryMb, cpuMs } = limits;
  const main = fileURLToPath(new URL('./limited-process-main.ts', import.meta.url));
  const child = fork(main, [module.href, String(heapMb), String(memoryMb), String(cpuMs)], {
    execArgv: [...MAY, OFFER_COLLECTING, '--disable-warning=SecurityWarning', '--disable-warning=ExperimentalWarning'],
    // Nothing of the service's secrets. Windows starts no program without its own variables.
    ...(process.platform === 'win32' ? {} : { env: LEAN }),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => child.kill('SIGKILL')).once('exit', () => gone(child));
  return child;
}

function hold(child: ChildProcess, held: boolean): void {
  if (held) {
    child.ref();
    child.channel?.ref();
  } else {
    // A process that waits for its next piece of work does not keep the service alive.
    child.unref();
    child.channel?.unref();
  }
}

/** One piece in one process. The process is of no further use unless this is answered. */
function workIn<O>(child: ChildProcess, input: unknown, parts: LimitedProcesses): Promise<ProcessAnswer<O>> {
  const { limits, refusals } = parts;
  return new Promise((resolve, reject) => {
    const settle = (answer: () => void) => {
      clearTimeout(deadline);
      child.off('message', onMessage).off('exit', onExit);
      answer();
    };
    const onMessage = (answer: unknown) => settle(() => resolve(answer as ProcessAnswer<O>));
    const onExit = (code: number | null) =>
      settle(() => reject(code === OVERFULL ? refusals.tooMuch() : refusals.died()));
    const deadline = setTimeout(() => settle(() => reject(refusals.tooMuch())), limits.deadlineMs);
    child.once('message', onMessage).once('exit', onExit);
    child.send(input as object, (error) => error && settle(() => reject(refusals.died())));
  });
}

/** One that can still be spoken to. */
function takeFrom(idle: IdlePool<ChildProcess>): ChildProcess | null {
  for (let child = idle.take(); child; child = idle.take()) if (child.connected) return child;
  return null;
}

/**
 * Work on what strangers sent, apart from the service's process, each with a limit of time and memory, a few at once.
 * @throws what the work refuses, or one of the refusals
 */
export function limitedProcesses<I, O>(parts: LimitedProcesses): (input: I) => Promise<O> {
  const { limits, refusals } = parts;
  const idle = idlePool<ChildProcess>(limits.idleMs, (child) => child.kill('SIGKILL'));
  const places = turnstile(limits, refusals.busy);
  return async (input) => {
    await places.enter();
    const child = takeFrom(idle) ?? startProcess(parts, idle.forget);
    hold(child, true);
    let usable = false;
    try {
      const answer = await workIn<O>(child, input, parts);
      if ('failed' in answer) throw answer.failed;
      const isTooMuch = 'refused' in answer && answer.refused.code === TOO_MUCH;
      usable = !(isTooMuch || answer.spent);
      if ('done' in answer) return answer.done;
      invariant('refused' in answer, 'an answer is one of three');
      throw isTooMuch ? refusals.tooMuch() : new KaigiError('bad-input', answer.refused.code, answer.refused.params);
    } finally {
      if (usable) {
        idle.put(child);
        hold(child, false);
      } else child.kill('SIGKILL');
      places.leave();
    }
  };
}
