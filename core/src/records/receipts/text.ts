import type { Texts } from '../../shared/index.ts';

export const receiptTexts = {
  'records.not_a_receipt': {
    ja: '収受した文書ではありません。',
    en: 'This is not a document that was received.',
  },
  'records.unknown_unit': { ja: 'この所属はありません。', en: 'There is no such unit.' },
  'records.not_the_distributor': {
    ja: '配布できるのは、収受した課と総括文書管理者です。',
    en: 'Only the section that took it in and the chief records manager may distribute it.',
  },
  'records.not_the_receiver': {
    ja: '受け取れるのは、配布先の課の職員です。',
    en: 'Only the section it was distributed to may do this.',
  },
  'records.not_distributed': {
    ja: 'この文書は配布を待っていません。最新の状態を確かめてください。',
    en: 'This document does not wait to be accepted. Look at it as it is now.',
  },
  'records.signature_not_lgwan': {
    ja: '電子署名の検証結果と受領・否認は、LGWAN で届いた文書にだけ記録できます。',
    en: 'The check of a signature and its acknowledgement are noted for what came by LGWAN only.',
  },
  'records.reply_without_day': {
    ja: '回答する文書には、回答期限を入れてください。',
    en: 'A document that is to be answered needs the day by which.',
  },
} as const satisfies Texts;
