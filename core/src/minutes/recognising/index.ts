export { heardIn } from './answer.ts';
export { merged, type Spoken, type Word } from './merged.ts';
export {
  type Heard,
  type Hints,
  type Recogniser,
  type Recognition,
  type RecognitionCode,
  type RecognitionRefusal,
  type Recording,
  refusedTo,
  type Segment,
} from './recogniser.ts';
export { recognisingTexts } from './text.ts';
export type { Turn } from './turns.ts';
