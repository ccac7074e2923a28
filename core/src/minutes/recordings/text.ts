import type { Texts } from '../../shared/index.ts';

/** Sentences about the recordings of a meeting. */
export const recordingTexts: Texts = {
  'minutes.recording_not_found': { ja: '録音が見つかりません。', en: 'There is no such recording.' },
  'minutes.recording_kind': {
    ja: '「{name}」は録音のファイルではありません。WAV、M4A、MP3、MP4、OGG、WebMのファイルを選んでください。',
    en: '“{name}” is no recording. Please choose a WAV, M4A, MP3, MP4, OGG or WebM file.',
  },
  'minutes.recording_over_limit': {
    ja: '「{name}」は大きすぎます。{most} MBまでです。録音を分けるか、MP3やM4Aなど小さい形式にしてください。',
    en: '“{name}” is too large: at most {most} MB. Split it, or use a smaller format such as MP3 or M4A.',
  },
  'minutes.recording_too_many': {
    ja: '録音は、1つの会議に{most}件までです。',
    en: 'A meeting may have {most} recordings at most.',
  },
  'minutes.recording_part_damaged': {
    ja: '録音の一部が、送る途中で壊れました。もう一度送ってください。',
    en: 'A part of the recording was damaged on its way. Please send it again.',
  },
  'minutes.recording_part_early': {
    ja: '録音のうち、まだ届いていない部分があります。続きから送り直してください。',
    en: 'An earlier part of the recording has not come yet. Please go on from there.',
  },
  'minutes.recording_part_unknown': {
    ja: '録音に、その番号の部分はありません。',
    en: 'The recording has no part of that number.',
  },
  'minutes.recording_incomplete': {
    ja: '録音がまだ全部届いていません。続きから送ってください。',
    en: 'Not all of the recording has come yet. Please send the rest.',
  },
  'minutes.recording_lost': {
    ja: '届いた録音が保存先に見つかりません。お手数ですが、はじめから送り直してください。',
    en: 'What had come of the recording is no longer there. Please send it again from the beginning.',
  },
  'minutes.recording_complete': {
    ja: 'この録音はもう全部届いているので、やめられません。',
    en: 'All of this recording has come already; it cannot be given up any more.',
  },
  'minutes.recording_not_ready': {
    ja: 'この録音は、いま文字にできません。',
    en: 'This recording cannot be turned into text now.',
  },
  'minutes.line_not_found': {
    ja: 'その発言は、もうありません。開き直してください。',
    en: 'That remark is no longer there. Please open the page again.',
  },
  'minutes.play_ticket_over': {
    ja: '再生できる時間が過ぎました。もう一度再生してください。',
    en: 'The time for playing it is over. Please press play again.',
  },
};
