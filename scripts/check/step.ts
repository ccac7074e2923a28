import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** One thing that `npm run check` looks at. */
export interface Step {
  readonly name: string;
  readonly why: string;
  /** What is wrong, each with its fix; empty when all is well. */
  run(): readonly string[];
}

/** A step that is another program: wrong when it ends with an error, and then what it printed. */
export function program(name: string, why: string, [file, ...args]: readonly [string, ...string[]]): Step {
  return {
    name,
    why,
    run() {
      const done = spawnSync(process.execPath, [path.join(ROOT, file), ...args], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1' },
        maxBuffer: 64 * 1024 * 1024,
      });
      return done.status === 0 ? [] : [`${done.stdout}${done.stderr}`];
    },
  };
}
