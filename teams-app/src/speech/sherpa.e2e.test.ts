import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Hints, Recognition } from '@kaigi/core/recogniser';
import { createSherpa, type SherpaOptions } from './sherpa.ts';
import { wavOf } from './testing/wav-of.ts';

const RECORDED = new URL('./testing/recorded-sherpa.ts', import.meta.url).href;
const HINTS: Hints = { language: 'ja', speakers: null, hotwords: '', prompt: '' };
const NOBODY_STOPS = new AbortController().signal;

type Files = Readonly<Record<string, string>>;

const json = JSON.stringify;
const STRETCHES = json([
  { start: 16_000, length: 32_000 },
  { start: 64_000, length: 16_000 },
]);
const RESULTS = json([
  { text: '始めます。はい。', tokens: ['始め', 'ます', '。', 'はい', '。'], timestamps: [0, 0.5, 0.9, 1.2, 1.8] },
  { text: '以上です。' },
]);
const TURNS = json([
  { start: 1, end: 2.1, speaker: 4 },
  { start: 2.15, end: 3, speaker: 1 },
  { start: 3.9, end: 5, speaker: 4 },
]);
const SENSE_VOICE: Files = {
  'recognition/sense/model.int8.onnx': RESULTS,
  'recognition/sense/tokens.txt': '<|ja|> 1\n',
};
const WHOLE: Files = {
  ...SENSE_VOICE,
  'vad/silero_vad.onnx': STRETCHES,
  'segmentation/model.onnx': TURNS,
  'embedding/voices.onnx': '[]',
};
const GARBAGE = 'this is no model';

describe('M-04: recognition on this machine', () => {
  let home: string;
  let recording: { name: string; path: string };
  let count = 0;

  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'kaigi-sherpa-test-'));
    recording = { name: '庁議.wav', path: path.join(home, 'recording') };
    await writeFile(recording.path, wavOf(new Array<number>(16_000).fill(0.1)));
  });

  afterAll(() => rm(home, { recursive: true, force: true }));

  async function folderWith(files: Files): Promise<string> {
    count += 1;
    const folder = path.join(home, `models-${count}`);
    await mkdir(folder);
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
    return folder;
  }

  async function heardWith(files: Files, changed: Partial<SherpaOptions> = {}, hints: Partial<Hints> = {}) {
    const folder = await folderWith(files);
    const sherpa = createSherpa({ folder, memoryMb: 4_096, library: RECORDED, ...changed });
    return sherpa.recognise(recording, { ...HINTS, ...hints }, NOBODY_STOPS);
  }

  const glance = ({ heard, refusal }: Recognition) =>
    heard?.segments.map(({ label, from, to, text }) => `${label ?? '-'}|${from}|${to}|${text}`) ?? refusal;

  it('M-06: gives timed segments with machine labels, divided where the voice changes', async () => {
    expect(glance(await heardWith(WHOLE))).toEqual([
      '話者1|1000|2200|始めます。',
      '話者2|2200|3000|はい。',
      '話者1|4000|5000|以上です。',
    ]);
  });

  it('tells no voices apart where there are no models for it', async () => {
    const { 'segmentation/model.onnx': _, 'embedding/voices.onnx': __, ...some } = WHOLE;
    expect(glance(await heardWith(some))).toEqual(['-|1000|3000|始めます。はい。', '-|4000|5000|以上です。']);
  });

  it('lets itself be told how many speak', async () => {
    const segments = glance(await heardWith(WHOLE, {}, { speakers: 2 }));
    expect(segments).toEqual(['-|1000|1500|始め', '話者1|1500|3000|ます。はい。', '-|4000|5000|以上です。']);
  });

  it('M-11: expects the words of the glossary that the model can write, and leaves no list of them behind', async () => {
    const { 'recognition/sense/model.int8.onnx': _, 'recognition/sense/tokens.txt': __, ...others } = WHOLE;
    const before = await readdir(tmpdir());
    const heard = await heardWith(
      {
        ...others,
        'recognition/encoder-epoch-99.int8.onnx': json([{ text: '(hotwords)' }]),
        'recognition/encoder-epoch-99.onnx': GARBAGE,
        'recognition/decoder.onnx': '',
        'recognition/joiner.onnx': '',
        'recognition/tokens.txt': 'み 1\nな 2\nと 3\n市 4\n',
      },
      {},
      { hotwords: 'みなと市\n粗大ごみ\n' },
    );
    expect(heard.heard?.segments[0]?.text).toBe('みなと市|');
    const left = (await readdir(tmpdir())).filter((name) => name.startsWith('kaigi-speech-') && !before.includes(name));
    expect(left).toEqual([]);
  });

  it.each<[string, Files, { code: string; folder?: string; files?: string }]>([
    ['nothing at all', {}, { code: 'model_missing', folder: 'recognition', files: 'model.onnx, tokens.txt' }],
    [
      'half of Whisper',
      { 'recognition/large-encoder.onnx': '' },
      { code: 'model_missing', files: 'decoder.onnx, tokens.txt' },
    ],
    [
      'no joiner',
      { ...WHOLE, 'recognition/joiner.onnx': '' },
      { code: 'model_missing', files: 'encoder.onnx, decoder.onnx' },
    ],
    ['no VAD', SENSE_VOICE, { code: 'model_missing', folder: 'vad', files: 'silero_vad.onnx' }],
    [
      'voices by half',
      { ...SENSE_VOICE, 'vad/v.onnx': '', 'embedding/v.onnx': '' },
      { code: 'model_missing', folder: 'segmentation' },
    ],
    ['two models', { ...WHOLE, 'embedding/other.onnx': '' }, { code: 'model_ambiguous', folder: 'embedding' }],
    [
      'a model that is none',
      { ...WHOLE, 'recognition/sense/model.int8.onnx': GARBAGE },
      { code: 'model_unreadable', folder: 'recognition' },
    ],
    ['a VAD that is none', { ...WHOLE, 'vad/silero_vad.onnx': GARBAGE }, { code: 'model_unreadable', folder: 'vad' }],
    [
      'a segmentation that is none',
      { ...WHOLE, 'segmentation/model.onnx': GARBAGE },
      { code: 'model_unreadable', folder: 'segmentation' },
    ],
    [
      'an embedding that is none',
      { ...WHOLE, 'embedding/voices.onnx': GARBAGE },
      { code: 'model_unreadable', folder: 'embedding' },
    ],
  ])('with %s says what is missing and where it belongs', async (_, files, { code, folder, ...params }) => {
    const { refusal } = await heardWith(files);
    expect(refusal).toMatchObject({ code: `minutes.recogniser_${code}`, params, passing: false });
    if (folder) expect(path.basename(String(refusal?.params.folder))).toBe(folder);
  });

  it('says which folder there is not', async () => {
    const folder = path.join(home, 'nowhere');
    const sherpa = createSherpa({ folder, memoryMb: 4_096 });
    const { refusal } = await sherpa.recognise(recording, HINTS, NOBODY_STOPS);
    expect(refusal).toMatchObject({ code: 'minutes.recogniser_folder_missing', params: { folder } });
  });

  it('says which package is not installed', async () => {
    const { refusal } = await heardWith(WHOLE, { library: 'sherpa-onnx-nowhere' });
    const params = { package: 'sherpa-onnx-nowhere' };
    expect(refusal).toMatchObject({ code: 'minutes.recogniser_package_missing', params });
  });

  it.each<[string, Files]>([
    [
      'Whisper',
      { 'recognition/a-encoder.onnx': GARBAGE, 'recognition/a-decoder.onnx': '', 'recognition/a-tokens.txt': 'a 0\n' },
    ],
    ['SenseVoice', { 'recognition/model.onnx': GARBAGE, 'recognition/tokens.txt': '<|ja|> 0\n' }],
    ['a CTC model', { 'recognition/model.onnx': GARBAGE, 'recognition/tokens.txt': 'a 0\n' }],
  ])('the real library meets garbage in place of %s, and the service goes on', async (_, files) => {
    const { refusal } = await heardWith({ ...files, 'vad/v.onnx': GARBAGE }, { library: 'sherpa-onnx-node' });
    expect(refusal?.code).toBe('minutes.recogniser_model_unreadable');
    expect(path.basename(String(refusal?.params.folder))).toBe('recognition');
  });

  it.each<[string, Buffer, string]>([
    ['an MP3', Buffer.from('ID3 and so on'), 'not_wav'],
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a file that was cut in its head', wavOf([0, 0]).subarray(0, 30), 'unreadable'],
    ['more than may be heard at once', wavOf(new Array<number>(20_000).fill(0), { rate: 4_000, bits: 8 }), 'too_long'],
  ])('refuses %s in a sentence', async (_, bytes, code) => {
    const folder = await folderWith(WHOLE);
    const odd = { name: 'a.wav', path: path.join(home, `odd-${code}`) };
    await writeFile(odd.path, bytes);
    const sherpa = createSherpa({ folder, memoryMb: 4_096, library: RECORDED, mostMinutes: 0.05 });
    const { refusal } = await sherpa.recognise(odd, HINTS, NOBODY_STOPS);
    expect(refusal).toMatchObject({ code: `minutes.recording_${code}`, params: { name: 'a.wav' } });
  });

  it('stops what takes too much memory, or too long', async () => {
    const recognition = 'recognition/sense/model.int8.onnx';
    const hungry = await heardWith({ ...WHOLE, [recognition]: 'hungry' }, { memoryMb: 300 });
    expect(hungry.refusal).toMatchObject({ code: 'minutes.recogniser_out_of_memory', params: { most: 300 } });
    const slow = await heardWith({ ...WHOLE, [recognition]: 'for ever' }, { deadlineMinutes: 1 / 60 });
    expect(slow.refusal).toMatchObject({ code: 'minutes.recogniser_too_slow' });
  });

  it.each(['before it begins', 'while it listens'])(
    'stops when it is told to %s, and begins again when asked again',
    async (when) => {
      const folder = await folderWith({ ...WHOLE, 'recognition/sense/model.int8.onnx': 'for ever' });
      const sherpa = createSherpa({ folder, memoryMb: 4_096, library: RECORDED });
      const stopping = new AbortController();
      const asked = sherpa.recognise(recording, HINTS, stopping.signal);
      const begun = path.join(folder, 'recognition/sense/model.int8.onnx.begun');
      while (when === 'while it listens' && !existsSync(begun)) await setTimeout(20);
      stopping.abort(new RangeError('stopped'));
      await expect(asked).rejects.toThrow('stopped');
      await writeFile(path.join(folder, 'recognition/sense/model.int8.onnx'), RESULTS);
      expect((await sherpa.recognise(recording, HINTS, NOBODY_STOPS)).heard?.segments).toHaveLength(3);
    },
  );
});
