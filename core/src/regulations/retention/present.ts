import type { LocalDate, Locale } from '../../shared/index.ts';
import type { DataSetsView } from '../contract-retention.ts';
import type { Pack } from '../engine/pack.ts';
import type { DataSetRow } from '../file-plan.ts';
import { firstKeptDay } from './data-end.ts';
import { dataOf } from './of-pack.ts';
import { periodText, ruleText } from './words.ts';

const NOTES: { readonly [set in DataSetRow['set']]?: { readonly ja: string; readonly en: string } } = {
  READING_LOG: {
    ja: '期間が過ぎると、誰が開いたかを毎晩消します（廃棄が停止されている文書の分は残します）。開かれたという事実は台帳に残ります。',
    en: 'Once its period is over, who opened it goes every night (not of records on hold). That it was opened stays in the log.',
  },
  TELEWORK: {
    ja: 'PC の起動・終了、催促、対話の案内の記録は、期間が過ぎると毎晩消します（締めていない月の分は残します）。打刻・申請・報告は改ざんを防ぐ台帳の一部で、台帳がある限り残ります。',
    en: 'When PCs were on, reminders and prompts to talk go every night once their period is over (not those of months that are still open). Punches, applications and reports are part of the log and stay as long as it.',
  },
  PRESENCE: {
    ja: '行先と「応答お願いします」は、期間が過ぎると毎晩消します。そう入力したという履歴は改ざんを防ぐ台帳の一部で、台帳がある限り残ります。',
    en: 'Whereabouts and requests to answer go every night once their period is over. The history that they were entered is part of the log and stays as long as it.',
  },
};
/** Of these a job lets go every night. */
const GOES: readonly DataSetRow['set'][] = ['TELEWORK', 'PRESENCE', 'READING_LOG'];

/** 個人情報の利用目的と保有期間: what is kept besides documents, as everybody may read it. */
export function presentDataSets(pack: Pack, locale: Locale, today: LocalDate): DataSetsView {
  return {
    regulationVersion: pack.version,
    regulation: pack.file.filePlan.regulation,
    items: dataOf(pack.file).map((row) => ({
      ...{ set: row.set, name: row.name[locale], purpose: row.purpose[locale], article: row.article },
      ...{ period: periodText(row, locale), sentence: ruleText(row, locale), endAction: row.endAction },
      keptFrom: GOES.includes(row.set) ? firstKeptDay(row, today) : null,
      note: NOTES[row.set]?.[locale] ?? '',
    })),
  };
}
