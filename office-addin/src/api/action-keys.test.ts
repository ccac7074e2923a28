import { describe, expect, it } from '@jest/globals';
import { ActionKeys } from './action-keys.ts';
import { readChanges } from './changes.ts';
import { ApiFailure, kindOf } from './failure.ts';

function numbered(): ActionKeys {
  let made = 0;
  return new ActionKeys(() => {
    made += 1;
    return `key-${made}`;
  });
}

describe('the key of an action', () => {
  it('stays while nobody knows whether it arrived, and is new after an answer', async () => {
    const keys = numbered();
    const used: string[] = [];
    const attempt = (outcome: 'ok' | 'unsure' | 'refused') =>
      keys
        .once('file', async (key) => {
          used.push(key);
          if (outcome !== 'ok') throw new ApiFailure(outcome);
        })
        .catch(() => undefined);
    await attempt('unsure');
    await attempt('unsure');
    await attempt('refused');
    await attempt('ok');
    await attempt('ok');
    expect(used).toEqual(['key-1', 'key-1', 'key-1', 'key-2', 'key-3']);
  });

  it.each([
    [400, 'refused'],
    [401, 'signedOut'],
    [409, 'refused'],
    [429, 'unsure'],
    [500, 'unsure'],
    [503, 'unsure'],
  ])('reads status %i as %s', (status, kind) => {
    expect(kindOf(status)).toBe(kind);
  });
});

describe('the stream of changes', () => {
  it('is read in whatever pieces it comes, and what is no change is passed over', async () => {
    const id = 'c-1';
    const text = `: keep-alive\n\nevent: change\ndata: {"kind":"case","id":"${id}","version":3}\n\ndata: nonsense\n\nevent: change\r\ndata: {"kind":"case","id":"会","version":4}\r\n\r\n`;
    const bytes = new TextEncoder().encode(text);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < bytes.length; i += 7) controller.enqueue(bytes.slice(i, i + 7));
        controller.close();
      },
    });
    const seen: unknown[] = [];
    await readChanges(stream, (event) => seen.push(event));
    expect(seen).toEqual([
      { kind: 'case', id, version: 3 },
      { kind: 'case', id: '会', version: 4 },
    ]);
  });
});
