import type { FoundRecord, Place, Search } from './finding.ts';
import { isAttached } from './segment.ts';
import type { Hit } from './snapshot.ts';

/** A record that has every word somewhere: the places of each word by themselves, because not all may be for the searcher. */
export interface Candidate extends Place {
  readonly byWord: readonly (readonly Hit[])[];
}

/** What of it is for somebody who may not see what is attached; null where a word stands only there. */
function withoutAttached({ byWord, ...place }: Candidate): FoundRecord | null {
  const own = byWord.map((hits) => hits.filter(({ part }) => !isAttached(part)));
  return own.every((hits) => hits.length > 0) ? { ...place, hits: own.flat() } : null;
}

type Asking = Pick<Search, 'let' | 'letAttached'>;

/** Those of the records that the searcher may see and wants to see, with the places that are for them. */
async function letThrough({ let: allow, letAttached }: Asking, asked: readonly Candidate[]): Promise<FoundRecord[]> {
  const seen = await allow(asked.map(({ recordId }) => recordId));
  const records = asked.filter(({ recordId }) => seen.has(recordId));
  const attached = records.filter(({ byWord }) => byWord.some((hits) => hits.some(({ part }) => isAttached(part))));
  const open = attached.length > 0 ? await letAttached?.(attached.map(({ recordId }) => recordId)) : seen;
  const closed = new Set(attached.filter(({ recordId }) => !open?.has(recordId)));
  return records.flatMap((one) => {
    const { recordId, at, byWord } = one;
    return (closed.has(one) ? withoutAttached(one) : { recordId, at, hits: byWord.flat() }) ?? [];
  });
}

const FIRST_CHUNK = 256;
const LARGEST_CHUNK = 4_096;

/** Whether they may be seen is asked of many at once. */
export class Allowed {
  readonly found: FoundRecord[] = [];
  private waiting: Candidate[] = [];
  private chunk = FIRST_CHUNK;
  private readonly asking: Asking;

  constructor(asking: Asking) {
    this.asking = asking;
  }

  /** With those of which nobody has asked yet. */
  get count(): number {
    return this.found.length + this.waiting.length;
  }

  /** True where enough wait to be asked of. */
  add(record: Candidate): boolean {
    return this.waiting.push(record) >= this.chunk;
  }

  async look(): Promise<void> {
    if (this.waiting.length === 0) return;
    const records = this.waiting;
    this.waiting = [];
    this.found.push(...(await letThrough(this.asking, records)));
    this.chunk = Math.min(LARGEST_CHUNK, this.chunk * 4);
  }
}
