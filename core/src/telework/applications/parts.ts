import type { Approvals } from '../../approvals/index.ts';
import type { Actor, Directory } from '../../directory/index.ts';
import type { Clock, Database, Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { localDateOf } from '../../shared/index.ts';
import type { Asking, Following } from './kind.ts';

/** What the machinery of 申請 works with. */
export interface MachineParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly approvals: Approvals;
  readonly kinds: ReadonlyMap<string, Following>;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
}

/** What a kind is told about who asks and when; the regulations are ready from here on. */
export async function askingOf(
  { clock, directory, regulations }: Pick<MachineParts, 'clock' | 'directory' | 'regulations'>,
  tx: Tx,
  { actor, replacing = [] }: { actor: Actor; replacing?: readonly string[] },
): Promise<Asking> {
  const [there] = await Promise.all([directory.organisation(tx), regulations.ready(tx)]);
  const now = clock.now();
  return { tx, actor, there, today: localDateOf(now), now, replacing };
}
