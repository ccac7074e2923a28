/** What is used of `sherpa-onnx-node`; the package has no types that cover it. Times are seconds, samples lie between -1 and 1. */
export interface SherpaLibrary {
  readonly Vad: new (config: object, bufferSeconds: number) => SherpaVad;
  readonly OfflineRecognizer: new (config: object) => SherpaRecognizer;
  readonly OfflineSpeakerDiarization: new (config: object) => SherpaVoices;
  readonly SpeakerEmbeddingExtractor: new (config: object) => object;
  readonly LinearResampler: new (from: number, to: number) => SherpaResampler;
}

export interface SherpaVad {
  acceptWaveform(samples: Float32Array): void;
  isEmpty(): boolean;
  /** `false`: memory that Node owns. */
  front(external: false): { readonly start: number; readonly samples: Float32Array };
  pop(): void;
  flush(): void;
}

export interface SherpaRecognizer {
  createStream(): { acceptWaveform(wave: { samples: Float32Array; sampleRate: number }): void };
  decode(stream: object): void;
  getResult(stream: object): SherpaResult;
}

export interface SherpaResult {
  readonly text: string;
  readonly tokens?: readonly string[];
  /** When each token begins; empty where the model does not tell. */
  readonly timestamps?: readonly number[];
}

export interface SherpaVoices {
  readonly sampleRate: number;
  process(samples: Float32Array): readonly { readonly start: number; readonly end: number; readonly speaker: number }[];
}

interface SherpaResampler {
  resample(samples: Float32Array): Float32Array;
  flush(samples: Float32Array): Float32Array;
}

/** The package, or whatever else is named; null where it is not installed or does not run on this machine. */
export async function loadSherpa(name: string): Promise<SherpaLibrary | null> {
  try {
    const loaded = (await import(name)) as { readonly default: SherpaLibrary };
    return loaded.default;
  } catch {
    return null;
  }
}
