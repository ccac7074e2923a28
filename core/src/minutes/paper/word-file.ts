import type { PaperForm } from './contract.ts';

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const NAMES: Readonly<Record<PaperForm, string>> = {
  REPORT: '会議結果報告書',
  VERBATIM: '会議録（逐語）',
  CLEAN: '会議録',
  KEY_POINTS: '会議録（要点）',
  SUMMARY: '会議概要',
  DECISIONS: '決定事項一覧',
};

const LONGEST = 80;

/** 「会議録_第3回図書館協議会.docx」, as every file system takes it. */
export function fileNameOf(form: PaperForm, about: string, mark = ''): string {
  const name = `${NAMES[form]}_${about}`.replaceAll(/[\\/:*?"<>|\s\p{Cc}]/gu, '_');
  return `${Array.from(name).slice(0, LONGEST).join('')}${mark}.docx`;
}
