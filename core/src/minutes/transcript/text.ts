import type { Sentence } from '../../shared/index.ts';
import type { DoubtCode } from './compare.ts';
import type { Refusal, WarningCode } from './transcript.ts';

const refusals: Readonly<Record<Refusal['code'], Sentence>> = {
  'minutes.transcript_empty': { ja: 'ファイルが空です。', en: 'The file is empty.' },
  'minutes.transcript_too_large': {
    ja: 'ファイルが大きすぎます。{most}MBまで読み込めます。',
    en: 'The file is too large: at most {most} MB.',
  },
  'minutes.transcript_too_many_cues': {
    ja: '発言の区切りが{count}個あり、上限の{most}個を超えています。ファイルを分けてください。',
    en: 'The file has {count} segments, more than {most}. Please split it.',
  },
  'minutes.transcript_unreadable': {
    ja: '「{name}」は文字起こしとして読めません。VTT、SRT、CSV、TSV、テキスト、Word（.docx）、JSONのいずれかを選んでください。',
    en: '“{name}” cannot be read as a transcript. Please choose VTT, SRT, CSV, TSV, text, Word (.docx) or JSON.',
  },
  'minutes.transcript_no_speech': {
    ja: '「{name}」に発言が見つかりません。',
    en: 'No speech was found in “{name}”.',
  },
};

const warnings: Readonly<Record<`minutes.warning_${WarningCode}`, Sentence>> = {
  'minutes.warning_damaged_characters': {
    ja: '読めない文字がありました。「�」の箇所を確かめてください。',
    en: 'Some characters could not be read. Please look at each “�”.',
  },
  'minutes.warning_no_signature': {
    ja: '1行目に「WEBVTT」がありません。WebVTTとして読みました。',
    en: 'The first line is not “WEBVTT”. It was read as WebVTT all the same.',
  },
  'minutes.warning_times_not_vtt': {
    ja: '時刻がWebVTTの書き方ではありません。SRTとして読みました。',
    en: 'The times are not written as in WebVTT. It was read as SRT.',
  },
  'minutes.warning_time_unreadable': {
    ja: '時刻を読めない区切りを{count}個とばしました（{lines}行目）。',
    en: '{count|segment|segments} with unreadable times passed over (line {lines}).',
  },
  'minutes.warning_text_outside_cue': {
    ja: 'どの発言にも属さない文字が{count}か所あり、読み込みませんでした（{lines}行目）。',
    en: 'Text outside of any segment, left out in {count|place|places} (line {lines}).',
  },
  'minutes.warning_end_before_start': {
    ja: '終わりが始まりより前の区切りが{count}個あり、終わりを不明としました（{lines}行目）。',
    en: '{count|segment|segments} ended before the beginning; the end is taken as unknown (line {lines}).',
  },
  'minutes.warning_out_of_order': {
    ja: '時刻の順でない区切りが{count}個あり、時刻の順に並べました（{lines}行目）。',
    en: '{count|segment|segments} out of order, put in the order of time (line {lines}).',
  },
  'minutes.warning_row_without_time': {
    ja: '時刻を読めない行が{count}行あり、直前の発言の時刻としました（{lines}行目）。',
    en: '{count|row|rows} without a readable time, placed with the row before (line {lines}).',
  },
  'minutes.warning_before_first_speech': {
    ja: '最初の発言より前の{count}行は、見出しとして読み込みませんでした（{lines}行目）。',
    en: '{count|line|lines} before the first speech taken as a heading and left out (line {lines}).',
  },
  'minutes.warning_segment_unreadable': {
    ja: '開始時刻のない区切りを{count}個とばしました。',
    en: '{count|segment|segments} without a start passed over.',
  },
};

const doubts: Readonly<Record<`minutes.doubt_${DoubtCode}`, Sentence>> = {
  'minutes.doubt_other_day': {
    ja: 'ファイルには{day}とあり、会議は{meeting}です。',
    en: 'The file says {day}; the meeting is on {meeting}.',
  },
  'minutes.doubt_much_longer': {
    ja: 'ファイルは{heard}分あり、会議の予定（{minutes}分）よりずっと長いものです。',
    en: 'The file lasts {heard} minutes, much longer than the meeting ({minutes} minutes).',
  },
  'minutes.doubt_much_shorter': {
    ja: 'ファイルは{heard}分しかなく、会議の予定（{minutes}分）よりずっと短いものです。',
    en: 'The file lasts only {heard} minutes, much shorter than the meeting ({minutes} minutes).',
  },
  'minutes.doubt_nobody_known': {
    ja: 'ファイルの発言者（{names}）は、誰もこの会議の出席者ではありません。',
    en: 'None of the speakers in the file ({names}) attends this meeting.',
  },
};

/** Sentences about files of transcripts: why one is not read, what was odd in it, why it may be of another meeting. */
export const transcriptTexts = { ...refusals, ...warnings, ...doubts };
