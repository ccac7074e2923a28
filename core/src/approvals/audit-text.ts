/** What `kaigi verify` says of a case that does not agree with its history; the case is named before it. */
export const alteredSentences = {
  case_missing: {
    ja: '履歴があるのに、案件の行がありません（削除されています）',
    en: 'its row is gone although its history is there (it was deleted)',
  },
  case_altered: {
    ja: '状態・起案者・決裁日時・文書番号のいずれかが履歴と合いません（案件の行か履歴が書き換えられています）',
    en: 'status, drafter, time of decision or number do not agree with its history (its row or its history was altered)',
  },
  mark_altered: {
    ja: '決裁ルートの承認が履歴と合いません（承認の行が書き換えられたか、加えられています）',
    en: 'a mark in its route has no matching line of history (it was altered or added)',
  },
  mark_missing: {
    ja: '履歴にある承認が、決裁ルートにありません（承認の行が削除されています）',
    en: 'a mark of its history is not in its route (it was deleted)',
  },
  question_altered: {
    ja: '質問または回答が履歴と合いません（書き換えられたか、削除されています）',
    en: 'a question or an answer does not agree with its history (it was altered or deleted)',
  },
  desk_altered: {
    ja: '受信箱の行が、案件の状態と合いません（加えられたか、削除されています）',
    en: 'its rows in the inboxes do not agree with the case (they were added or deleted)',
  },
  acted_version_pruned: {
    ja: '承認・合議・決裁などで見られた文書の版が、作業版として消されています',
    en: 'a version of its document on which somebody acted was let go of as a working version',
  },
  words_left: {
    ja: '文書は廃棄・移管されているのに、伺い文・意見などが残っています',
    en: 'its document was disposed of or transferred, and yet words of it are left',
  },
  words_taken: {
    ja: '文書は廃棄・移管されていないのに、履歴から意見・理由などが消されています',
    en: 'its document is kept, and yet words were taken out of its history',
  },
  content_altered: {
    ja: '件名・伺い文・分類・保存期間・文書のいずれかが、承認された内容と違います',
    en: 'title, proposal, classification, retention or document differ from what was approved',
  },
} as const;

/** The same of the stored bytes of an attachment, which is named before it. */
export const attachmentSentences = {
  attachment_missing: {
    ja: '保存されたファイルがありません（失われたか、削除されています）',
    en: 'its stored file is gone (it was lost or deleted)',
  },
  attachment_altered: {
    ja: '保存されたファイルの内容が、承認されたときのハッシュと違います（書き換えられています）',
    en: 'the bytes of its stored file no longer have the hash that was approved (they were altered)',
  },
} as const;
