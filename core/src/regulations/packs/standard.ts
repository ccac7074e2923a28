import type { LocalDate } from '../../shared/index.ts';
import type { RegulationPack } from '../pack.ts';
import { commonPlan } from './common-plan.ts';

// For a municipality that has not entered its own regulations yet: the commonest arrangement, under a plain name.
export const STANDARD: readonly [RegulationPack] = [
  {
    version: 'standard/2026-04-01',
    effectiveFrom: '2026-04-01' as LocalDate,
    decisions: [
      {
        ruleId: 'standard.general',
        matter: 'GENERAL',
        decisionClass: 'SECTION_HEAD',
        article: '標準事務決裁規程 別表第1 共通事項の部 第1項',
        sentence: {
          ja: '軽易な事務は課長専決です（標準事務決裁規程 別表第1 共通事項の部 第1項）。',
          en: 'Minor matters are decided by the section head (標準事務決裁規程, table 1, common matters, item 1).',
        },
      },
    ],
    classifications: commonPlan('標準文書取扱規程'),
    symbols: [],
    numberingArticle: '標準文書取扱規程 第12条（文書の記号及び番号）',
  },
];
