import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type RecognitionRefusal, refusedTo, type Spoken, type Turn } from '@kaigi/core/recogniser';
import { invariant } from '@kaigi/core/shared';
import type { RecognitionModel } from './model-folder.ts';
import {
  loadSherpa,
  type SherpaLibrary,
  type SherpaRecognizer,
  type SherpaVad,
  type SherpaVoices,
} from './sherpa-library.ts';
import { type SherpaAnswer, type SherpaStage, type SherpaTask, stageLine } from './sherpa-task.ts';
import { knownHotwords, singleKind, wordsOf } from './sherpa-tokens.ts';
import { monoPieces, type ReadAt, readWavFormat, type WavFormat, type WavProblem } from './wav.ts';

const RATE = 16_000;
const VAD_WINDOW = 512;
// Whisper hears 30 seconds at most; a cut in a long speech does less harm than words that are lost.
const VAD = { threshold: 0.5, minSilenceDuration: 0.5, minSpeechDuration: 0.25, maxSpeechDuration: 20 };
const VAD_BUFFER_SECONDS = 60;
// The higher, the fewer voices are told apart.
const CLUSTERING = { numClusters: -1, threshold: 0.5 };

const STDOUT = 1;
/** At once and before anything else happens: the next line may end the process. */
const stage = (next: SherpaStage) => writeSync(STDOUT, stageLine(next));

interface Sound {
  readonly samples: Float32Array;
}

/** The whole recording at the rate at which models hear. */
function soundOf(task: SherpaTask, library: SherpaLibrary): Sound {
  return opened(task, (read, format) => {
    invariant(typeof format !== 'string', 'was looked at before');
    const samples = new Float32Array(Math.ceil((format.frames * RATE) / format.rate) + RATE);
    const resampler = format.rate === RATE ? null : new library.LinearResampler(format.rate, RATE);
    let length = 0;
    const add = (piece: Float32Array) => {
      const fitting = piece.subarray(0, samples.length - length);
      samples.set(fitting, length);
      length += fitting.length;
    };
    for (const piece of monoPieces(read, format)) add(resampler ? resampler.resample(piece) : piece);
    if (resampler) add(resampler.flush(new Float32Array(0)));
    return { samples: samples.subarray(0, length) };
  });
}

function opened<T>({ recording }: SherpaTask, use: (read: ReadAt, format: WavFormat | WavProblem) => T): T {
  const file = openSync(recording.path, 'r');
  try {
    const read: ReadAt = (from, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, from));
    };
    return use(read, readWavFormat(read, fstatSync(file).size));
  } finally {
    closeSync(file);
  }
}

function refusalOf(task: SherpaTask): RecognitionRefusal | null {
  const { name } = task.recording;
  const format = opened(task, (_, found) => found);
  if (typeof format === 'string') return refusedTo(`minutes.recording_${format}`, { name }).refusal;
  const minutes = Math.ceil(format.frames / format.rate / 60);
  const params = { name, minutes, most: task.mostMinutes };
  return minutes > task.mostMinutes ? refusedTo('minutes.recording_too_long', params).refusal : null;
}

interface Stretch {
  /** The sample at which it begins. */
  readonly start: number;
  readonly samples: Float32Array;
}

interface Loaded {
  readonly recognizer: SherpaRecognizer;
  readonly vad: SherpaVad;
  readonly voices: SherpaVoices | null;
}

/** Where somebody speaks. */
function stretchesOf({ samples }: Sound, { vad }: Loaded): Stretch[] {
  const stretches: Stretch[] = [];
  const take = () => {
    for (; !vad.isEmpty(); vad.pop()) {
      const { start, samples: spoken } = vad.front(false);
      stretches.push({ start, samples: spoken });
    }
  };
  for (let at = 0; at + VAD_WINDOW <= samples.length; at += VAD_WINDOW) {
    vad.acceptWaveform(samples.slice(at, at + VAD_WINDOW));
    take();
  }
  vad.flush();
  take();
  return stretches;
}

function vadOf({ models, threads }: SherpaTask, library: SherpaLibrary): SherpaVad {
  stage('vad');
  const sileroVad = { model: models.vad, windowSize: VAD_WINDOW, ...VAD };
  return new library.Vad({ sileroVad, sampleRate: RATE, numThreads: threads, debug: 0 }, VAD_BUFFER_SECONDS);
}

function voicesOf({ models, threads, hints }: SherpaTask, library: SherpaLibrary): SherpaVoices | null {
  if (!models.voices) return null;
  const shared = { numThreads: threads, debug: 0 };
  const embedding = { model: models.voices.embedding, ...shared };
  stage('embedding');
  new library.SpeakerEmbeddingExtractor(embedding);
  stage('segmentation');
  return new library.OfflineSpeakerDiarization({
    segmentation: { pyannote: { model: models.voices.segmentation }, ...shared },
    embedding,
    clustering: hints.speakers === null ? CLUSTERING : { ...CLUSTERING, numClusters: hints.speakers },
    minDurationOn: 0.3,
    minDurationOff: 0.5,
  });
}

const ms = (seconds: number) => Math.round(seconds * 1_000);

/** Who speaks when, by their voices. */
const turnsOf = ({ samples }: Sound, { voices }: Loaded): Turn[] =>
  voices?.process(samples).map(({ start, end, speaker }) => ({ from: ms(start), to: ms(end), voice: speaker })) ?? [];

function modelConfig(model: RecognitionModel, tokens: string, language: string): object {
  if (model.kind === 'TRANSDUCER') {
    const { encoder, decoder, joiner } = model;
    return { transducer: { encoder, decoder, joiner }, modelingUnit: 'cjkchar' };
  }
  if (model.kind === 'WHISPER')
    return { whisper: { encoder: model.encoder, decoder: model.decoder, language, task: 'transcribe' } };
  return singleKind(tokens) === 'SENSE_VOICE'
    ? { senseVoice: { model: model.model, language, useInverseTextNormalization: 1 } }
    : { nemoCtc: { model: model.model } };
}

function recognizerOf({ models, threads, hints, hotwordsFile }: SherpaTask, library: SherpaLibrary) {
  const { recognition } = models;
  const tokens = readFileSync(recognition.tokens, 'utf8');
  // Only this kind can be told words beforehand, and only such as it can write.
  const hotwords = recognition.kind === 'TRANSDUCER' ? knownHotwords(hints.hotwords, tokens) : '';
  if (hotwords !== '') writeFileSync(hotwordsFile, hotwords, { mode: 0o600 });
  stage('recognition');
  return new library.OfflineRecognizer({
    featConfig: { sampleRate: RATE, featureDim: 80 },
    modelConfig: {
      ...modelConfig(recognition, tokens, hints.language),
      ...{ tokens: recognition.tokens, numThreads: threads, debug: 0 },
    },
    ...(hotwords === ''
      ? { decodingMethod: 'greedy_search' }
      : { decodingMethod: 'modified_beam_search', maxActivePaths: 4, hotwordsFile, hotwordsScore: 1.5 }),
  });
}

function spokenOf(stretches: readonly Stretch[], { recognizer }: Loaded): Spoken[] {
  return stretches.map(({ start, samples }) => {
    const stream = recognizer.createStream();
    stream.acceptWaveform({ samples, sampleRate: RATE });
    recognizer.decode(stream);
    const span = { from: ms(start / RATE), to: ms((start + samples.length) / RATE) };
    return wordsOf(recognizer.getResult(stream), span);
  });
}

async function answer(task: SherpaTask): Promise<SherpaAnswer> {
  const library = await loadSherpa(task.library);
  if (!library) return refusedTo('minutes.recogniser_package_missing', { package: task.library });
  const refusal = refusalOf(task);
  if (refusal) return { refusal };
  // Every model before any listening: what is wrong is told in seconds, not after an hour.
  const recognizer = recognizerOf(task, library);
  const loaded = { recognizer, vad: vadOf(task, library), voices: voicesOf(task, library) };
  stage('LISTENING');
  const sound = soundOf(task, library);
  return { spoken: spokenOf(stretchesOf(sound, loaded), loaded), turns: turnsOf(sound, loaded) };
}

parentPort?.postMessage(await answer(workerData as SherpaTask));
