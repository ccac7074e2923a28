import type { Texts } from '../../shared/index.ts';

export const takingInTexts = {
  'minutes.transcript_too_much': {
    ja: 'このファイルは読み込みに時間か容量がかかりすぎます。文字起こしを出したソフトから、VTTかテキストで出し直してください。',
    en: 'This file takes too much time or memory to read. Please export it again as VTT or text.',
  },
  'minutes.transcript_busy': {
    ja: 'いま、ほかの文字起こしを読み込んでいます。少し待ってからもう一度お試しください。',
    en: 'Other transcripts are being read just now. Please try again in a moment.',
  },
  'minutes.transcript_doubtful': {
    ja: '別の会議の文字起こしかもしれません：{doubts}　この会議のものであれば、「それでも取り込む」を選んでください。',
    en: 'This may be the transcript of another meeting: {doubts} If it is of this one, choose to take it in all the same.',
  },
} as const satisfies Texts;
