import type { Texts } from '../../shared/index.ts';

export const spaceTexts = {
  'records.todo_not_yours': {
    ja: 'この一覧は、文書主任と総括文書管理者のものです。',
    en: 'This list is for records officers and the chief records manager.',
  },
  'records.space_not_yours': {
    ja: 'この文書を残すか手放すかを答えられるのは、主管課の課長と文書主任、総括文書管理者です。',
    en: 'Only the head and the records officer of its section, and the chief records manager, may say this.',
  },
} as const satisfies Texts;
