import { vttTime } from '../../core/src/minutes/transcript/vtt-timing.ts';

const SENTENCES = [
  'それでは、定刻になりましたので会議を始めます。',
  'はい。',
  'お手元の資料の2ページ &amp; 3ページをご覧ください。来年度の予算案について、財政課と協議した結果を',
  'ご報告します。前回からの変更は3点です。一つ目は、窓口の時間を30分早めることです。',
  'ええと、それについては部長のほうから先日お話があったかと思いますが。',
  'ご異議ありませんか。では、原案のとおり決定いたします。',
] as const;

const CUE_MS = 3_600;
const SPEAKERS = 12;

/** A meeting of so many hours as Teams writes it: 1,000 cues an hour, nearly nine in ten by whoever spoke before. */
export function meetingFile(hours: number): Uint8Array {
  const cues = Array.from({ length: Math.round((hours * 3_600_000) / CUE_MS) }, (_, at) => {
    const speaker = `職員 ${Math.floor(at / 8) % SPEAKERS} | 政策課`;
    const [from, to] = [vttTime(at * CUE_MS), vttTime(at * CUE_MS + CUE_MS - (at % 7) * 100)];
    return `${from} --> ${to}\r\n<v ${speaker}>${SENTENCES[at % SENTENCES.length]}</v>\r\n`;
  });
  return new TextEncoder().encode(`WEBVTT\r\n\r\n${cues.join('\r\n')}`);
}
