import type { Texts } from '../../shared/index.ts';

export const templateTexts: Texts = {
  'records.template_not_found': { ja: 'その様式は見つかりません。', en: 'There is no such template.' },
  'records.template_not_yours': {
    ja: '様式を登録・変更できるのは、主管課の文書主任と総括文書管理者です。',
    en: 'Templates are added and changed by the records officer of their section and the chief records manager.',
  },
  'records.template_not_word': {
    ja: '様式にできるのは Word 文書（.docx）だけです。',
    en: 'Only a Word document (.docx) can be a template.',
  },
  'records.template_stale': {
    ja: 'ほかの人が先にこの様式を変更しました。いまの内容を確かめてください。',
    en: 'Somebody else changed this template first. Please look at it as it is now.',
  },
  'records.template_altered': {
    ja: '様式 {template} の第{edition}版のファイルが、登録時のものと一致しないか、保存先にありません。',
    en: 'The file of edition {edition} of template {template} is missing or not what was added.',
  },
};
