import type { LocalDate } from '../../shared/index.ts';
import type { RegulationPack } from '../pack.ts';
import { commonPlan } from './common-plan.ts';

// やまと町 is invented: a small town without departments, whose 課長 stand directly below the mayor.
export const YAMATO: readonly [RegulationPack] = [
  {
    version: 'yamato/2026-04-01',
    effectiveFrom: '2026-04-01' as LocalDate,
    decisions: [
      {
        ruleId: 'yamato.general',
        matter: 'GENERAL',
        decisionClass: 'SECTION_HEAD',
        article: 'やまと町事務決裁規程 別表第1 共通事項の部 第1項',
        sentence: {
          ja: '軽易な事務は課長専決です（やまと町事務決裁規程 別表第1 共通事項の部 第1項）。',
          en: 'Minor matters are decided by the section head (やまと町事務決裁規程, table 1, common matters, item 1).',
        },
      },
    ],
    classifications: commonPlan('やまと町文書取扱規程'),
    symbols: [
      { unitCode: 'yamato', symbol: '町' },
      { unitCode: 'somu', symbol: '総' },
      { unitCode: 'jumin', symbol: '住' },
    ],
    numberingArticle: 'やまと町文書取扱規程 第12条（文書の記号及び番号）',
  },
];
