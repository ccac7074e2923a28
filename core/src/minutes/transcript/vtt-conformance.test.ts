import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Oddities } from './transcript.ts';
import { VttBlocks, type VttFile } from './vtt-blocks.ts';
import { voicesOf } from './vtt-text.ts';

const samples = process.env.KAIGI_SAMPLES ? path.join(process.env.KAIGI_SAMPLES, 'vtt') : null;
const there = samples !== null && existsSync(samples);
if (!there) process.stderr.write('KAIGI_SAMPLES is not set: the WebVTT cases of web-platform-tests were not tried.\n');

const read = (file: string): VttFile =>
  new VttBlocks(new TextDecoder('utf-8').decode(readFileSync(path.join(samples ?? '', file))), new Oddities()).read();

const plain = (payload: string): string =>
  voicesOf(payload)
    .map(({ text }) => text)
    .join('');

/** The text nodes of the tree that the case expects, one after the other. */
function textOfTree(tree: string): string {
  return Array.from(tree.matchAll(/^\| *"([\s\S]*?)"$/gm), ([, text]) => text).join('');
}

// What the cases of web-platform-tests assert in their pages: how many cues, and where they say so, of which text.
const CUES: Readonly<Record<string, number>> = {
  'arrows.vtt': 6,
  'header-garbage.vtt': 1,
  'header-space.vtt': 1,
  'header-tab.vtt': 1,
  'header-timings.vtt': 1,
  'ids.vtt': 5,
  'newlines.vtt': 4,
  'nulls.vtt': 7,
  'regions-old.vtt': 2,
  'settings-align.vtt': 13,
  'settings-multiple.vtt': 2,
  'signature-bom.vtt': 0,
  'signature-no-newline.vtt': 0,
  'signature-space.vtt': 0,
  'signature-space-no-newline.vtt': 0,
  'signature-tab.vtt': 0,
  'signature-tab-no-newline.vtt': 0,
  'signature-timings.vtt': 0,
  'stylesheets.vtt': 2,
  'timings-60.vtt': 2,
  'timings-eof.vtt': 0,
  'timings-garbage.vtt': 0,
  'timings-negative.vtt': 4,
  'timings-omitted-hours.vtt': 3,
};

describe('the WebVTT cases of web-platform-tests', () => {
  if (!there) {
    it('were not tried, for there is no folder of them', () => expect(there).toBe(false));
    return;
  }

  it.each(Object.entries(CUES))('%s has its cues', (file, count) => {
    expect(read(path.join('wpt', file)).cues).toHaveLength(count);
  });

  it('takes no cue whose text says that it is invalid because of its times, and every other one', () => {
    for (const file of readdirSync(path.join(samples ?? '', 'wpt')).filter((name) => name.startsWith('timings-'))) {
      const { cues } = read(path.join('wpt', file));
      expect({ file, invalid: cues.filter(({ payload }) => payload.trim() === 'invalid') }).toEqual({
        file,
        invalid: [],
      });
    }
  });

  it('numbers the texts in the order in which they stand', () => {
    for (const file of ['arrows.vtt', 'ids.vtt', 'newlines.vtt', 'timings-negative.vtt', 'timings-60.vtt'])
      for (const [at, { payload }] of read(path.join('wpt', file)).cues.entries())
        expect(payload).toBe(file === 'timings-60.vtt' ? `text${at + 1}` : `text${at}`);
  });

  it.each(['entities', 'tags', 'text', 'timestamps', 'tree-building'])(
    '%s: the text of each cue is that of its tree',
    (name) => {
      const expected = JSON.parse(readFileSync(path.join(samples ?? '', 'wpt', `${name}.json`), 'utf8')) as {
        text: string;
        expectedTree: string;
      }[];
      for (const { text, expectedTree } of expected) {
        const payload = text
          .replaceAll('\0', '\ufffd')
          .replace(/\n\n[\s\S]*$/, '')
          .replace(/\n$/, '');
        expect({ text, plain: plain(payload) }).toEqual({ text, plain: textOfTree(expectedTree) });
      }
    },
  );

  it('tags.json: a voice has the name that the tree calls its title', () => {
    expect(voicesOf('<v a b>test')).toEqual([{ speaker: 'a b', text: 'test' }]);
    expect(voicesOf('<v.a.b>test')).toEqual([{ speaker: null, text: 'test' }]);
    expect(voicesOf('a<v.d e>b</v>c')).toEqual([
      { speaker: null, text: 'a' },
      { speaker: 'e', text: 'b' },
      { speaker: null, text: 'c' },
    ]);
  });
});
