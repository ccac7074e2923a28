import type { DataSetRow } from '../file-plan.ts';

const text = (ja: string, en: string) => ({ ja, en });

/** What is kept besides documents where a city says nothing else. `regulation` is whose 別表 it is. */
export function commonData(regulation: string): readonly DataSetRow[] {
  const article = (item: string) => `${regulation} 別表第3 ${item}`;
  return [
    {
      set: 'CASE',
      name: text('案件の履歴', 'History of cases'),
      purpose: text('意思決定の過程を後から確かめるため', 'To trace afterwards how a decision was made'),
      article: article('第1項'),
      ...{ retentionYears: 30, retentionBasis: 'COMPLETION', endAction: 'CONSULT' },
    },
    {
      set: 'READING_LOG',
      name: text('機密文書の閲覧の記録', 'Who opened confidential documents'),
      purpose: text(
        '機密性の高い文書が正しく扱われたことを確かめるため',
        'To check that confidential documents were handled rightly',
      ),
      article: article('第2項'),
      ...{ retentionYears: 5, retentionBasis: 'CREATION', endAction: 'DESTROY' },
    },
    {
      set: 'TELEWORK',
      name: text('勤務の申請・打刻・業務報告', 'Applications, punches and work reports'),
      purpose: text('勤務時間の管理と服務の確認のため', 'To manage working time'),
      article: article('第3項'),
      ...{ retentionYears: 5, retentionBasis: 'CREATION', endAction: 'DESTROY' },
    },
    {
      set: 'PRESENCE',
      name: text('在席・行先', 'Presence and whereabouts'),
      purpose: text('当日の連絡のため', 'To reach each other on the day'),
      article: article('第4項'),
      ...{ retentionYears: 0, keepDays: 30, retentionBasis: 'CREATION', endAction: 'DESTROY' },
    },
    {
      set: 'CALENDAR',
      name: text('予定・会議室の予約', 'Calendars and room bookings'),
      purpose: text('会議の調整と説明の記録のため', 'To arrange meetings and note explanations'),
      article: article('第5項'),
      ...{ retentionYears: 1, retentionBasis: 'CREATION', endAction: 'DESTROY' },
    },
    {
      set: 'MINUTES',
      name: text('会議録の作成の経過', 'How minutes were made'),
      purpose: text('会議録の正しさを確かめるため', 'To check that minutes are right'),
      article: article('第6項'),
      ...{ retentionYears: 10, retentionBasis: 'COMPLETION', endAction: 'CONSULT' },
    },
    {
      set: 'RECORDING',
      name: text('録音・録画', 'Recordings'),
      purpose: text('会議録を作成し、確定するまで確かめるため', 'To make minutes and check them until they are final'),
      article: article('第7項'),
      event: text('会議録の確定', 'The minutes became final'),
      ...{ retentionYears: 0, keepDays: 30, retentionBasis: 'EVENT', endAction: 'DESTROY' },
    },
    {
      set: 'TRANSCRIPT',
      name: text('文字起こし', 'Transcripts'),
      purpose: text('会議録を作成し、確定するまで確かめるため', 'To make minutes and check them until they are final'),
      article: article('第8項'),
      event: text('会議録の確定', 'The minutes became final'),
      ...{ retentionYears: 0, keepDays: 30, retentionBasis: 'EVENT', endAction: 'DESTROY' },
    },
  ];
}
