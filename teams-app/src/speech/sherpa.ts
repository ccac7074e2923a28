import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, constants, setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { merged, type Recogniser, type Recognition, refusedTo } from '@kaigi/core/recogniser';
import { findModels } from './model-folder.ts';
import { lastStage, type SherpaAnswer, type SherpaTask } from './sherpa-task.ts';

export interface SherpaOptions {
  /** The administrator's folder of models. */
  readonly folder: string;
  readonly memoryMb: number;
  readonly deadlineMinutes?: number;
  readonly mostMinutes?: number;
  readonly library?: string;
}

// All samples of a recording stand in memory, 4 bytes each: five hours are 1.2 GB.
const MOST_MINUTES = 300;
const DEADLINE_MINUTES = 600;
export const SHERPA = 'sherpa-onnx-node';

const PROCESS = fileURLToPath(new URL('./sherpa-process.ts', import.meta.url));

interface Ended {
  readonly answer: SherpaAnswer | null;
  readonly output: string;
  readonly tooSlow: boolean;
}

/** Nothing of the service's environment goes with it, its keys least of all; what it drops stays in its own folder. */
function start(cwd: string): ChildProcess {
  const child = fork(PROCESS, [], { cwd, env: {}, execArgv: [], stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, which is told below.
  }
  return child;
}

/** Hands the task over and waits for the end: an answer, or how it came to none. */
function ended(task: SherpaTask, signal: AbortSignal, deadlineMs: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = start(path.dirname(task.hotwordsFile));
    let [output, tooSlow] = ['', false];
    let answer: SherpaAnswer | null = null;
    const stop = () => child.kill('SIGKILL');
    const deadline = setTimeout(() => {
      tooSlow = true;
      stop();
    }, deadlineMs);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-2_000);
    });
    child.once('message', (message) => {
      answer = message as SherpaAnswer;
    });
    const settle = () => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(signal.reason);
      else resolve({ answer, output, tooSlow });
    };
    // A process that could not be started tells no more than that.
    child.once('error', settle).once('close', settle);
    child.send(task, () => undefined);
  });
}

/** What became of a process that gave no answer. */
function failure({ output, tooSlow }: Ended, folder: string, most: { mb: number; minutes: number }): Recognition {
  if (tooSlow) return refusedTo('minutes.recogniser_too_slow', { minutes: most.minutes });
  const stage = lastStage(output);
  if (stage === 'TOO_MUCH_MEMORY') return refusedTo('minutes.recogniser_out_of_memory', { most: most.mb });
  if (stage === null || stage === 'LISTENING') return refusedTo('minutes.recogniser_failed');
  return refusedTo('minutes.recogniser_model_unreadable', { folder: path.resolve(folder, stage) });
}

/** Recognition on this machine by `sherpa-onnx`: sound leaves neither the machine nor the folder of the suite. */
export function createSherpa(options: SherpaOptions): Recogniser {
  const {
    folder,
    memoryMb,
    deadlineMinutes = DEADLINE_MINUTES,
    mostMinutes = MOST_MINUTES,
    library = SHERPA,
  } = options;
  return {
    name: 'sherpa-onnx',
    async recognise(recording, hints, signal) {
      signal.throwIfAborted();
      const { models, refusal } = await findModels(folder);
      if (refusal) return { refusal };
      const own = await mkdtemp(path.join(tmpdir(), 'kaigi-speech-'));
      try {
        const task: SherpaTask = {
          ...{ recording, models, hints, library, memoryMb, mostMinutes },
          threads: Math.max(1, Math.floor(availableParallelism() / 2)),
          hotwordsFile: path.join(own, 'hotwords.txt'),
        };
        const end = await ended(task, signal, deadlineMinutes * 60_000);
        if (!end.answer) return failure(end, folder, { mb: memoryMb, minutes: deadlineMinutes });
        if (end.answer.refusal) return { refusal: end.answer.refusal };
        const { spoken, turns } = end.answer;
        return { heard: { segments: merged(spoken, turns), language: hints.language } };
      } finally {
        await rm(own, { recursive: true, force: true });
      }
    },
  };
}
