import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changeOf, readEvents, type StreamEvent } from './event-stream.ts';

const STREAM = [
  ': keep-alive\n\n',
  'event: change\ndata: {"kind":"case","id":"a","version":2}\n\n',
  'event: change\r\ndata: {"kind":"case",\r\ndata: "id":"b","version":3}\r\n\r\n',
  'data: plain\n\n',
  'id: 7\nretry: 10\n\n',
].join('');

function readIn(pieces: readonly string[]): StreamEvent[] {
  let rest = '';
  return pieces.flatMap((piece) => {
    const read = readEvents(rest, piece);
    rest = read.rest;
    return read.events;
  });
}

const WHOLE: readonly StreamEvent[] = [
  { event: 'change', data: '{"kind":"case","id":"a","version":2}' },
  { event: 'change', data: '{"kind":"case",\n"id":"b","version":3}' },
  { event: 'message', data: 'plain' },
];

describe('an event stream', () => {
  it('is read the same wherever it is cut', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(STREAM.length)), (cuts) => {
        const places = [0, ...cuts.sort((one, other) => one - other), STREAM.length];
        const pieces = places.slice(1).map((place, index) => STREAM.slice(places[index], place));
        expect(readIn(pieces)).toEqual(WHOLE);
      }),
    );
  });

  it('keeps an unfinished event for later', () => {
    const { events, rest } = readEvents('', 'data: half');
    expect(events).toEqual([]);
    expect(readEvents(rest, '\n\n').events).toEqual([{ event: 'message', data: 'half' }]);
  });
});

describe('a change', () => {
  it('is taken from an event that has its shape', () => {
    expect(changeOf({ event: 'change', data: '{"kind":"case","id":"a","version":2}' })).toEqual({
      kind: 'case',
      id: 'a',
      version: 2,
    });
  });

  it.each(['', 'null', '{', '[]', '{"kind":"case"}', '{"kind":"other","id":"a","version":1}'])('is not %s', (data) => {
    expect(changeOf({ event: 'change', data })).toBeNull();
  });

  it('is not another event', () => {
    expect(changeOf({ event: 'message', data: '{"kind":"case","id":"a","version":2}' })).toBeNull();
  });
});
