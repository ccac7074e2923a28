import type { Texts } from '../../shared/index.ts';
import type { SuggestedBy } from './contract.ts';

export const reasonCode = (by: SuggestedBy): string => `records.suggested_by_${by.toLowerCase()}`;

export const suggestionTexts: Texts = {
  'records.suggested_by_title': { ja: '件名の「{words}」から', en: 'From “{words}” in the title' },
  'records.suggested_by_heading': { ja: '見出しの「{words}」から', en: 'From “{words}” in a heading' },
  'records.suggested_by_earlier': {
    ja: '前に登録した「{words}」と同じ分類',
    en: 'The class of “{words}”, which you filed before',
  },
  'records.suggested_by_own': {
    ja: 'あなたが最近{count}件登録した分類',
    en: 'You filed {count|document|documents} here lately',
  },
  'records.suggested_by_section': {
    ja: '所属が最近{count}件登録した分類',
    en: 'Your section filed {count|document|documents} here lately',
  },
};
