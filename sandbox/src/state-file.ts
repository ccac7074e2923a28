import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JWK } from 'jose';
import { z } from 'zod';
import type { SavedChat } from './channel/chat.ts';

/** Everything the sandbox keeps over a restart, when it is told where. */
export interface SavedState {
  readonly keys: { readonly entra: JWK[]; readonly channel: JWK[] };
  readonly chats: Readonly<Record<string, SavedChat>>;
}

const savedState = z.object({
  version: z.literal(1),
  keys: z.object({ entra: z.array(z.looseObject({})), channel: z.array(z.looseObject({})) }),
  chats: z.record(z.string(), z.looseObject({ messages: z.array(z.unknown()), feed: z.array(z.unknown()) })),
});

const SAVE_DELAY_MS = 200;

/** A file that is damaged or of another version is left aside: a sandbox may always start afresh. */
export function loadState(file: string): SavedState | null {
  if (!existsSync(file)) return null;
  try {
    return savedState.parse(JSON.parse(readFileSync(file, 'utf8'))) as unknown as SavedState;
  } catch {
    renameSync(file, `${file}.unreadable`);
    return null;
  }
}

/** Writes soon after a change, many changes at once. */
export class StateWriter {
  readonly #file: string;
  readonly #current: () => SavedState;
  #timer: NodeJS.Timeout | null = null;

  constructor(file: string, current: () => SavedState) {
    this.#file = file;
    this.#current = current;
  }

  changed(): void {
    this.#timer ??= setTimeout(() => this.flush(), SAVE_DELAY_MS);
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    mkdirSync(dirname(this.#file), { recursive: true });
    const partial = `${this.#file}.partial`;
    writeFileSync(partial, JSON.stringify({ version: 1, ...this.#current() }), { mode: 0o600 });
    renameSync(partial, this.#file);
  }
}
