/** What stands in a WAV file: where its samples are and how they are written. */
export interface WavFormat {
  readonly channels: number;
  readonly rate: number;
  readonly bits: number;
  readonly isFloat: boolean;
  /** Bytes of one moment, all channels. */
  readonly frameBytes: number;
  /** Where the samples begin. */
  readonly from: number;
  readonly frames: number;
}

export type WavProblem = 'not_wav' | 'unreadable' | 'empty';

/** Reads so many bytes from a place of a file; fewer at its end. */
export type ReadAt = (from: number, length: number) => Uint8Array;

interface Chunk {
  readonly id: string;
  readonly from: number;
  readonly length: number;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const signOf = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));

// A file of chunks may hold pictures, notes and padding before its sound; nobody writes more of them than this.
const MOST_CHUNKS = 1_000;
const HEAD = 12;
const CHUNK_HEAD = 8;

function* chunksOf(read: ReadAt): Generator<Chunk> {
  let at = HEAD;
  for (let count = 0; count < MOST_CHUNKS; count += 1) {
    const head = read(at, CHUNK_HEAD);
    if (head.length < CHUNK_HEAD) return;
    const length = viewOf(head).getUint32(4, true);
    yield { id: signOf(head, 0), from: at + CHUNK_HEAD, length };
    at += CHUNK_HEAD + length + (length % 2);
  }
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

type Samples = Omit<WavFormat, 'from' | 'frames'>;

function samplesOf(bytes: Uint8Array): Samples | WavProblem {
  if (bytes.length < 16) return 'unreadable';
  const view = viewOf(bytes);
  const said = view.getUint16(0, true);
  const code = said === EXTENSIBLE && bytes.length >= 26 ? view.getUint16(24, true) : said;
  const [channels, rate, bits] = [view.getUint16(2, true), view.getUint32(4, true), view.getUint16(14, true)];
  const isFloat = code === FLOAT;
  const known = isFloat ? [32, 64].includes(bits) : code === PCM && [8, 16, 24, 32].includes(bits);
  if (!known) return 'not_wav';
  if (channels < 1 || channels > 32 || rate < 4_000 || rate > 384_000) return 'unreadable';
  return { channels, rate, bits, isFloat, frameBytes: (channels * bits) / 8 };
}

/** The head of a WAV file. A recorder that ran out of power leaves a wrong length: what is there counts. */
export function readWavFormat(read: ReadAt, size: number): WavFormat | WavProblem {
  if (size === 0) return 'empty';
  const head = read(0, HEAD);
  if (head.length < HEAD || signOf(head, 0) !== 'RIFF' || signOf(head, 8) !== 'WAVE') return 'not_wav';
  let samples: Samples | null = null;
  for (const { id, from, length } of chunksOf(read)) {
    if (id === 'fmt ') {
      const found = samplesOf(read(from, Math.min(length, 40)));
      if (typeof found === 'string') return found;
      samples = found;
    }
    if (id !== 'data') continue;
    if (!samples) return 'unreadable';
    const told = length === 0 ? Number.POSITIVE_INFINITY : length;
    const frames = Math.floor(Math.min(told, size - from) / samples.frameBytes);
    return frames > 0 ? { ...samples, from, frames } : 'empty';
  }
  return 'unreadable';
}

type SampleAt = (view: DataView, at: number) => number;

function sampleReader({ bits, isFloat }: WavFormat): SampleAt {
  if (isFloat) return bits === 32 ? (view, at) => view.getFloat32(at, true) : (view, at) => view.getFloat64(at, true);
  if (bits === 8) return (view, at) => (view.getUint8(at) - 128) / 128;
  if (bits === 16) return (view, at) => view.getInt16(at, true) / 32_768;
  if (bits === 32) return (view, at) => view.getInt32(at, true) / 2_147_483_648;
  return (view, at) => (view.getUint16(at, true) / 256 + view.getInt8(at + 2) * 256) / 32_768;
}

/** Between -1 and 1; what a damaged file holds instead is silence. */
const sound = (value: number): number => (Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : 0);

/** All channels as one, piece by piece: a meeting of hours does not fit into memory twice. */
export function* monoPieces(read: ReadAt, format: WavFormat, framesAtOnce = 65_536): Generator<Float32Array> {
  const { channels, frameBytes, from, frames, bits } = format;
  const sampleAt = sampleReader(format);
  for (let done = 0; done < frames; done += framesAtOnce) {
    const bytes = read(from + done * frameBytes, Math.min(framesAtOnce, frames - done) * frameBytes);
    const view = viewOf(bytes);
    const piece = new Float32Array(Math.floor(bytes.length / frameBytes));
    for (let at = 0; at < piece.length; at += 1) {
      let sum = 0;
      for (let channel = 0; channel < channels; channel += 1)
        sum += sound(sampleAt(view, at * frameBytes + (channel * bits) / 8));
      piece[at] = sum / channels;
    }
    yield piece;
  }
}
