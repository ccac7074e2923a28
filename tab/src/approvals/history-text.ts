import { coded, historyWords } from '@kaigi/core/contract';
import type { Texts } from '@kaigi/core/shared';

/** What has been done, and what has changed since. */
export const historyText = {
  'history.title': { ja: '履歴', en: 'History' },
  'history.revision': { ja: '第{revision}版', en: 'Revision {revision}' },
  'history.via.teams': { ja: 'Teams から', en: 'in Teams' },
  'history.via.word': { ja: 'Word から', en: 'in Word' },
  'history.via.rules': { ja: '規程により自動', en: 'by the regulations' },
  'history.via.api': { ja: 'ほかのシステムから', en: 'by another system' },
  'history.empty': { ja: '履歴はまだありません。', en: 'There is no history yet.' },
  'history.error': { ja: '履歴を表示できませんでした', en: 'The history could not be shown' },
  ...coded('history', historyWords),
  'changes.title': { ja: '前回あなたが処理してから変わったところ', en: 'What has changed since you last acted' },
  'changes.since': { ja: '{when} の内容と比べています。', en: 'Compared with what you saw on {when}.' },
  'changes.before': { ja: '前', en: 'Before' },
  'changes.after': { ja: '今', en: 'Now' },
  'changes.none': { ja: 'なし', en: 'none' },
  'changes.TITLE': { ja: '件名', en: 'Title' },
  'changes.PROPOSAL_TEXT': { ja: '伺い文', en: 'Proposal' },
  'changes.DOCUMENT': { ja: '文書', en: 'Document' },
  'changes.LEGAL_BASIS': { ja: '根拠法令', en: 'Legal basis' },
  'changes.MATTER': { ja: '事案', en: 'Matter' },
  'changes.EFFECTIVE_ON': { ja: '効力が生じる日', en: 'Effective day' },
  'changes.CLASSIFICATION': { ja: '分類', en: 'Classification' },
  'changes.DISCLOSURE': { ja: '公開区分', en: 'Disclosure' },
  'changes.ISSUANCE': { ja: '施行方法', en: 'Carried out by' },
  'changes.CONFIDENTIALITY': { ja: '機密性', en: 'Confidentiality' },
  'changes.PAPER': { ja: '紙の添付', en: 'Paper attachments' },
  'changes.ATTACHMENT_ADDED': { ja: '添付の追加', en: 'Attachment added' },
  'changes.ATTACHMENT_REPLACED': { ja: '添付の差替え', en: 'Attachment replaced' },
  'changes.ATTACHMENT_REMOVED': { ja: '添付の削除', en: 'Attachment removed' },
} as const satisfies Texts;
