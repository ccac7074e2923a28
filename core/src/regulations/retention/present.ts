import type { Locale } from '../../shared/index.ts';
import type { DataSetsView } from '../contract-retention.ts';
import type { Pack } from '../engine/pack.ts';
import { dataOf } from './of-pack.ts';
import { periodText, ruleText } from './words.ts';

/** 個人情報の利用目的と保有期間: what is kept besides documents, as everybody may read it. */
export function presentDataSets(pack: Pack, locale: Locale): DataSetsView {
  return {
    regulationVersion: pack.version,
    regulation: pack.file.filePlan.regulation,
    items: dataOf(pack.file).map((row) => ({
      ...{ set: row.set, name: row.name[locale], purpose: row.purpose[locale], article: row.article },
      ...{ period: periodText(row, locale), sentence: ruleText(row, locale), endAction: row.endAction },
    })),
  };
}
