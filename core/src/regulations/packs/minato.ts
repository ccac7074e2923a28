import type { LocalDate } from '../../shared/index.ts';
import type { RegulationPack } from '../pack.ts';
import { commonPlan } from './common-plan.ts';

// みなと市 is invented, and so are its regulations: 事務決裁規程 and 文書取扱規程 as a city of its size has them.
export const MINATO: readonly [RegulationPack] = [
  {
    version: 'minato/2026-04-01',
    effectiveFrom: '2026-04-01' as LocalDate,
    decisions: [
      {
        ruleId: 'minato.general',
        matter: 'GENERAL',
        decisionClass: 'SECTION_HEAD',
        article: 'みなと市事務決裁規程 別表第1 共通事項の部 第1項',
        sentence: {
          ja: '軽易な事務は課長専決です（みなと市事務決裁規程 別表第1 共通事項の部 第1項）。',
          en: 'Minor matters are decided by the section head (みなと市事務決裁規程, table 1, common matters, item 1).',
        },
      },
    ],
    classifications: commonPlan('みなと市文書取扱規程'),
    symbols: [
      { unitCode: 'minato', symbol: '市' },
      { unitCode: 'kikaku-bu', symbol: '企' },
      { unitCode: 'seisaku', symbol: '政' },
      { unitCode: 'joho', symbol: '情' },
      { unitCode: 'somu-bu', symbol: '総部' },
      { unitCode: 'somu', symbol: '総' },
      { unitCode: 'zaisei', symbol: '財' },
      { unitCode: 'jinji', symbol: '人' },
      { unitCode: 'hisho', symbol: '秘' },
      { unitCode: 'shimin-bu', symbol: '市民' },
      { unitCode: 'shimin', symbol: '民' },
      { unitCode: 'zeimu', symbol: '税' },
      { unitCode: 'hama-shisho', symbol: '浜' },
      { unitCode: 'kansa', symbol: '監' },
    ],
    numberingArticle: 'みなと市文書取扱規程 第12条（文書の記号及び番号）',
  },
];
