import { type ChangeEvent, ChangeEventSchema } from '@kaigi/core/contract';

/** Reads server-sent events out of a byte stream; lines may arrive in any pieces. */
export async function readChanges(
  stream: ReadableStream<Uint8Array>,
  onChange: (event: ChangeEvent) => void,
): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    rest += decoder.decode(chunk.value, { stream: true });
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event) onChange(event);
    }
  }
}

function parseEvent(block: string): ChangeEvent | undefined {
  const lines = block.split(/\r?\n/);
  const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trimStart());
  if (data.length === 0) return undefined;
  try {
    return ChangeEventSchema.safeParse(JSON.parse(data.join('\n'))).data;
  } catch {
    return undefined;
  }
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Keeps the stream open for as long as the signal allows; waits longer after each failure. */
export async function listen(options: {
  open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
  onChange: (event: ChangeEvent) => void;
  /** Called after each (re)connection: something may have been missed. */
  onConnect: () => void;
  signal: AbortSignal;
}): Promise<void> {
  let wait = FIRST_WAIT_MS;
  while (!options.signal.aborted) {
    try {
      const stream = await options.open(options.signal);
      wait = FIRST_WAIT_MS;
      options.onConnect();
      await readChanges(stream, options.onChange);
    } catch {
      // The poll of the pane goes on meanwhile.
    }
    await pause(wait, options.signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
