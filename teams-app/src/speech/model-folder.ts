import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type RecognitionRefusal, refusedTo } from '@kaigi/core/recogniser';

/** Files of a model that recognises speech, by its kind. */
export type RecognitionModel =
  | {
      readonly kind: 'TRANSDUCER';
      readonly encoder: string;
      readonly decoder: string;
      readonly joiner: string;
      readonly tokens: string;
    }
  | { readonly kind: 'WHISPER'; readonly encoder: string; readonly decoder: string; readonly tokens: string }
  /** One file; whether it is SenseVoice or a CTC model of NeMo, its tokens tell. */
  | { readonly kind: 'SINGLE'; readonly model: string; readonly tokens: string };

export interface Models {
  readonly recognition: RecognitionModel;
  /** Where somebody speaks at all. */
  readonly vad: string;
  /** What tells voices apart; null where nothing does. */
  readonly voices: { readonly segmentation: string; readonly embedding: string } | null;
}

type Found =
  | { readonly models: Models; readonly refusal?: undefined }
  | { readonly refusal: RecognitionRefusal; readonly models?: undefined };

/** The folders within the folder of models. Archives may be unpacked into them as they are. */
export type ModelPlace = 'recognition' | 'vad' | 'segmentation' | 'embedding';

/** The refusal stops the search from anywhere in it. */
class Refused {
  readonly refusal: RecognitionRefusal;
  constructor(refusal: RecognitionRefusal) {
    this.refusal = refusal;
  }
}

interface Place {
  readonly folder: string;
  readonly files: readonly string[];
}

const MODEL = /\.onnx$/i;

/** Models come whole and in a smaller writing; the smaller one is faster and nearly as good. */
function smallest(files: readonly string[]): readonly string[] {
  const small = files.filter((file) => /int8/i.test(path.basename(file)));
  return small.length > 0 ? small : files;
}

const named = (files: readonly string[], pattern: RegExp) => files.filter((file) => pattern.test(path.basename(file)));

/** The one file of this kind; null where there is none. */
function only({ folder, files }: Place, pattern: RegExp, called: string): string | null {
  const [file = null, ...others] = smallest(named(files, pattern));
  if (others.length > 0)
    throw new Refused(refusedTo('minutes.recogniser_model_ambiguous', { folder, files: called }).refusal);
  return file;
}

function needed(place: Place, wanted: readonly (readonly [called: string, pattern: RegExp])[]): string[] {
  const found = wanted.map(([called, pattern]) => only(place, pattern, called));
  const missing = wanted.filter((_, at) => found[at] === null).map(([called]) => called);
  if (missing.length > 0)
    throw new Refused(
      refusedTo('minutes.recogniser_model_missing', { folder: place.folder, files: missing.join(', ') }).refusal,
    );
  return found.map((file) => file ?? '');
}

const ENCODER = ['encoder.onnx', /encoder.*\.onnx$/i] as const;
const DECODER = ['decoder.onnx', /decoder.*\.onnx$/i] as const;
const JOINER = ['joiner.onnx', /joiner.*\.onnx$/i] as const;
const TOKENS = ['tokens.txt', /tokens\.txt$/i] as const;
const SINGLE = ['model.onnx', MODEL] as const;

function recognitionIn(place: Place): RecognitionModel {
  const has = ([, pattern]: readonly [string, RegExp]) => named(place.files, pattern).length > 0;
  if (has(JOINER)) {
    const [encoder = '', decoder = '', joiner = '', tokens = ''] = needed(place, [ENCODER, DECODER, JOINER, TOKENS]);
    return { kind: 'TRANSDUCER', encoder, decoder, joiner, tokens };
  }
  if (has(ENCODER) || has(DECODER)) {
    const [encoder = '', decoder = '', tokens = ''] = needed(place, [ENCODER, DECODER, TOKENS]);
    return { kind: 'WHISPER', encoder, decoder, tokens };
  }
  const [model = '', tokens = ''] = needed(place, [SINGLE, TOKENS]);
  return { kind: 'SINGLE', model, tokens };
}

async function placeIn(folder: string, name: ModelPlace): Promise<Place> {
  const whole = path.join(folder, name);
  const entries = await readdir(whole, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'));
  return { folder: whole, files: files.map((entry) => path.join(entry.parentPath, entry.name)).toSorted() };
}

const exists = (folder: string) =>
  readdir(folder).then(
    () => true,
    () => false,
  );

async function modelsIn(folder: string): Promise<Models> {
  if (!(await exists(folder))) throw new Refused(refusedTo('minutes.recogniser_folder_missing', { folder }).refusal);
  const place = (name: ModelPlace) => placeIn(folder, name);
  const recognition = recognitionIn(await place('recognition'));
  const [vad = ''] = needed(await place('vad'), [['silero_vad.onnx', MODEL]]);
  const [voices, prints] = [await place('segmentation'), await place('embedding')];
  if (named([...voices.files, ...prints.files], MODEL).length === 0) return { recognition, vad, voices: null };
  const [segmentation = ''] = needed(voices, [SINGLE]);
  const [embedding = ''] = needed(prints, [SINGLE]);
  return { recognition, vad, voices: { segmentation, embedding } };
}

/** The models in the administrator's folder, or which file is missing where. */
export async function findModels(folder: string): Promise<Found> {
  try {
    return { models: await modelsIn(path.resolve(folder)) };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    throw error;
  }
}
