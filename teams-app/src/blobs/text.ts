import type { Texts } from '@kaigi/core/shared';

export const blobsTexts: Texts = {
  'blobs.unreachable': {
    ja: '文書の置き場（Azure Blob Storage）が応答しません。何も登録されていません。しばらくしてから、もう一度お試しください。',
    en: 'The store of documents (Azure Blob Storage) does not answer. Nothing was saved. Try again in a while.',
  },
  'blobs.refused': {
    ja: '文書の置き場（Azure Blob Storage）に入れません。何も登録されていません。システム管理者に知らせてください。',
    en: 'The store of documents (Azure Blob Storage) refuses this service. Nothing was saved. Tell the administrator.',
  },
  'blobs.container_missing': {
    ja: '文書の置き場（Azure Blob Storage）に、指定されたコンテナーがありません。何も登録されていません。システム管理者に知らせてください。',
    en: 'The container named for documents is not there (Azure Blob Storage). Nothing was saved. Tell the administrator.',
  },
  'blobs.locked': {
    ja: '文書の置き場（Azure Blob Storage）のきまり（不変ポリシー、訴訟ホールドなど）が、削除を許しません。削除していません。システム管理者に知らせてください。',
    en: 'A rule of the store of documents (Azure Blob Storage: immutability, legal hold) forbids deletion. Nothing was deleted. Tell the administrator.',
  },
  'blobs.no_room': {
    ja: 'サービスの機械に、ファイルを一時的に置く空きがありません。システム管理者に知らせてください。',
    en: 'There is no room on the service machine to hold the file for a while. Tell the administrator.',
  },
};
