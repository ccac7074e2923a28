import type { PrunableList, VersionsView } from '@kaigi/core/contract';

export const DRAFT_ID = '0192d5a0-0000-7000-8000-000000000701';

type Version = VersionsView['items'][number];

const TOLD = {
  FILED: '登録した版',
  DECIDED: '決裁・承認などで見られた版',
  WORKING: '作業版',
  PRUNED: '整理済み（ファイルはありません）',
} as const;

const aVersion = (fileVersion: number, standing: Version['standing']): Version => ({
  ...{ fileVersion, fileName: '後援伺い.docx', size: fileVersion * 400_000, sha256: String(fileVersion).repeat(64) },
  addedAt: `2026-11-1${fileVersion}T01:00:00.000Z`,
  addedBy: { staffId: 's', name: '起案 一郎', postTitle: '主事', unitName: '政策課' },
  ...{ standing, told: TOLD[standing] },
  pruned:
    standing === 'PRUNED'
      ? { at: '2026-11-20T02:00:00.000Z', by: '文書 主任', reason: '決裁後の作業版のため', article: null }
      : null,
});

/** Five versions of a decided draft: one is gone, two may go, one was acted on, the last was filed. */
export const someVersions = (more: Partial<VersionsView> = {}): VersionsView => ({
  recordId: DRAFT_ID,
  items: [
    aVersion(1, 'PRUNED'),
    aVersion(2, 'WORKING'),
    aVersion(3, 'DECIDED'),
    aVersion(4, 'WORKING'),
    aVersion(5, 'FILED'),
  ],
  mayPrune: true,
  sentence:
    '決裁・承認・合議で見られた版と登録された版は残ります。その間の作業版だけを整理できます。消したファイルは戻せません。',
  ...more,
});

export const aPrunable = (more: Partial<PrunableList['items'][number]> = {}): PrunableList['items'][number] => ({
  ...{ recordId: DRAFT_ID, number: '政第12号', title: '後援の承認について', unitName: '政策課' },
  ...{ decidedOn: '2026-11-20', bytes: 2_400_000 },
  versions: [2, 4].map((fileVersion) => {
    const { fileName, size, addedAt } = aVersion(fileVersion, 'WORKING');
    return { fileVersion, fileName, size, addedAt };
  }),
  ...more,
});
