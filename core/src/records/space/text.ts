import type { Texts } from '../../shared/index.ts';

export const spaceTexts = {
  'records.todo_not_yours': {
    ja: 'この一覧は、文書主任と総括文書管理者のものです。',
    en: 'This list is for records officers and the chief records manager.',
  },
} as const satisfies Texts;
