export { wordingTexts } from './text.ts';
export {
  type Prompt,
  type Worded,
  type Wording,
  type WordingCode,
  type WordingRefusal,
  wordingRefused,
} from './wording.ts';
