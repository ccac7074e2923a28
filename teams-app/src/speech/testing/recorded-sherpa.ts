// Stands in for `sherpa-onnx-node` where there are no weights: the "models" hold what the real one answered, as JSON.
import { readFileSync, writeFileSync } from 'node:fs';

interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** What a model file holds. As the real one does, it ends the process where that cannot be read. */
function recorded<T>(file: string): T {
  const text = readFileSync(file, 'utf8');
  if (text === 'for ever') stay(file);
  if (text === 'hungry') hold();
  try {
    return JSON.parse(text) as T;
  } catch {
    return process.abort();
  }
}

/** Says beside the file that it has begun. */
function stay(file: string): never {
  writeFileSync(`${file}.begun`, '');
  for (;;) Math.random();
}

/** Takes up to a gigabyte, slowly enough to be seen. */
function hold(): never {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (const held: Buffer[] = []; ; Atomics.wait(clock, 0, 0, 10))
    if (held.length < 64) held.push(Buffer.alloc(16 * 1024 * 1024, held.length));
}

class Vad {
  readonly #stretches: Stretch[];

  constructor({ sileroVad }: { sileroVad: { model: string } }) {
    this.#stretches = recorded<Stretch[]>(sileroVad.model);
  }

  acceptWaveform(): void {}

  flush(): void {}

  isEmpty(): boolean {
    return this.#stretches.length === 0;
  }

  front() {
    const { start = 0, length = 0 } = this.#stretches[0] ?? {};
    return { start, samples: new Float32Array(length) };
  }

  pop(): void {
    this.#stretches.shift();
  }
}

interface RecognizerConfig {
  readonly modelConfig: {
    readonly senseVoice?: { readonly model: string };
    readonly transducer?: { readonly encoder: string };
  };
  readonly hotwordsFile?: string;
}

class OfflineRecognizer {
  readonly #results: { text: string }[];
  readonly #hotwords: string;

  constructor({ modelConfig, hotwordsFile }: RecognizerConfig) {
    this.#results = recorded(modelConfig.senseVoice?.model ?? modelConfig.transducer?.encoder ?? '');
    this.#hotwords = hotwordsFile ? readFileSync(hotwordsFile, 'utf8') : '';
  }

  createStream() {
    return { acceptWaveform: () => undefined };
  }

  decode(): void {}

  /** The next answer; 「(hotwords)」 in it is what it was told to expect. */
  getResult() {
    const { text = '', ...times } = this.#results.shift() ?? { text: '' };
    return { ...times, text: text.replace('(hotwords)', this.#hotwords.replaceAll('\n', '|')) };
  }
}

class OfflineSpeakerDiarization {
  readonly sampleRate = 16_000;
  readonly #turns: object[];

  constructor({
    segmentation,
    clustering,
  }: { segmentation: { pyannote: { model: string } }; clustering: { numClusters: number } }) {
    const all = recorded<{ speaker: number }[]>(segmentation.pyannote.model);
    this.#turns = all.filter(({ speaker }) => clustering.numClusters < 0 || speaker < clustering.numClusters);
  }

  process(): object[] {
    return this.#turns;
  }
}

class SpeakerEmbeddingExtractor {
  constructor({ model }: { model: string }) {
    recorded(model);
  }
}

class LinearResampler {
  resample(samples: Float32Array): Float32Array {
    return samples;
  }

  flush(samples: Float32Array): Float32Array {
    return samples;
  }
}

export default { Vad, OfflineRecognizer, OfflineSpeakerDiarization, SpeakerEmbeddingExtractor, LinearResampler };
