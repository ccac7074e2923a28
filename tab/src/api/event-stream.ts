import type { ChangeEvent } from '@kaigi/core/contract';

export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

function blockToEvent(block: string): StreamEvent | null {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? null : { event, data: data.join('\n') };
}

/**
 * Reads `text/event-stream` piece by piece: what is whole comes out, what is not waits for the next piece.
 * A CR at the end of a piece waits too, for its LF may be in the next.
 */
export function readEvents(rest: string, piece: string): { events: StreamEvent[]; rest: string } {
  const raw = rest + piece;
  const held = raw.endsWith('\r') ? '\r' : '';
  const text = raw.slice(0, raw.length - held.length).replace(/\r\n?/g, '\n');
  const blocks = text.split('\n\n');
  const last = blocks.pop() ?? '';
  const events = blocks.map(blockToEvent).filter((event) => event !== null);
  return { events, rest: last + held };
}

const KINDS: readonly unknown[] = ['case', 'presence', 'schedules', 'meeting'] satisfies ChangeEvent['kind'][];
const isKind = (kind: unknown): kind is ChangeEvent['kind'] => KINDS.includes(kind);

/** What the event says, or null when it is not a change we know. */
export function changeOf({ event, data }: StreamEvent): ChangeEvent | null {
  if (event !== 'change') return null;
  try {
    const value = JSON.parse(data) as Record<string, unknown> | null;
    const { kind, id, version } = value ?? {};
    return isKind(kind) && typeof id === 'string' && typeof version === 'number' ? { kind, id, version } : null;
  } catch {
    return null;
  }
}
