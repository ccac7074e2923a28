import type { Sentence } from '../../shared/index.ts';
import type { RecognitionCode } from './recogniser.ts';

const setUp: Readonly<
  Record<Extract<RecognitionCode, `${string}_${'missing' | 'ambiguous' | 'unreadable'}`>, Sentence>
> = {
  'minutes.recogniser_missing': {
    ja: '録音を文字にする仕組み（音声認識）が設定されていません。文字起こしのファイルを読み込むか、管理者に設定を依頼してください。',
    en: 'No speech recogniser is configured. Read in a transcript file, or ask the administrator to set one up.',
  },
  'minutes.recogniser_package_missing': {
    ja: '音声認識の部品「{package}」がこのサーバーに入っていないか、このサーバーの種類では動きません。npm install --include=optional を実行し直してください。',
    en: 'The package “{package}” is not installed, or does not run on this kind of server. Run npm install --include=optional again.',
  },
  'minutes.recogniser_folder_missing': {
    ja: '音声認識のモデルの置き場「{folder}」がありません。KAIGI_SPEECH_MODELS を確かめてください。',
    en: 'There is no folder of speech models at “{folder}”. Check KAIGI_SPEECH_MODELS.',
  },
  'minutes.recogniser_model_missing': {
    ja: '音声認識のモデルの置き場に {files} がありません。フォルダー「{folder}」に置いてください。',
    en: 'The speech models lack {files}. Put it into the folder “{folder}”.',
  },
  'minutes.recogniser_model_ambiguous': {
    ja: 'フォルダー「{folder}」に {files} が二つ以上あり、どれを使うか決められません。使うものだけを残してください。',
    en: 'The folder “{folder}” holds more than one {files}. Leave only the one to be used.',
  },
  'minutes.recogniser_model_unreadable': {
    ja: 'フォルダー「{folder}」のモデルを読み込めません。ファイルが壊れているか、種類が違います。置き直してください。',
    en: 'The model in the folder “{folder}” cannot be loaded: it is damaged or of another kind. Put it there again.',
  },
  'minutes.recogniser_answer_unreadable': {
    ja: '音声認識のサーバーの返事を読めません。音声認識のアドレスとモデルを、管理者に確かめてもらってください。',
    en: 'The answer of the speech server cannot be read. Ask the administrator to check its address and model.',
  },
  'minutes.recording_missing': {
    ja: '録音「{name}」の中身が見つかりません。もう一度登録してください。',
    en: 'The recording “{name}” is not there any more. Please hand it in again.',
  },
  'minutes.recording_unreadable': {
    ja: '録音「{name}」を読めません。ファイルが壊れているか、途中で切れています。',
    en: 'The recording “{name}” cannot be read: it is damaged or cut short.',
  },
};

const atWork: Readonly<Record<Exclude<RecognitionCode, keyof typeof setUp>, Sentence>> = {
  'minutes.recogniser_out_of_memory': {
    ja: '音声認識が、使ってよいメモリー（{most} MB）を超えたので止めました。録音を分けるか、小さいモデルにしてください。',
    en: 'The recogniser was stopped: it needed more memory than it may use ({most} MB). Split the recording, or use a smaller model.',
  },
  'minutes.recogniser_too_slow': {
    ja: '音声認識が {minutes} 分たっても終わらないので止めました。録音を分けるか、小さいモデルにしてください。',
    en: 'The recogniser was stopped after {minutes} minutes. Split the recording, or use a smaller model.',
  },
  'minutes.recogniser_failed': {
    ja: '音声認識が途中で止まりました。もう一度試し、続くようなら管理者に知らせてください。',
    en: 'The recogniser stopped on the way. Try again; if it happens again tell the administrator.',
  },
  'minutes.recogniser_unreachable': {
    ja: '音声認識のサーバー（{host}）につながりません。あとでもう一度試します。',
    en: 'The speech server ({host}) cannot be reached. It is tried again later.',
  },
  'minutes.recogniser_not_admitted': {
    ja: '音声認識のサーバー（{host}）に断られました（{status}）。管理者に KAIGI_SPEECH_KEY を確かめてもらってください。',
    en: 'The speech server ({host}) does not admit us ({status}). Ask the administrator to check KAIGI_SPEECH_KEY.',
  },
  'minutes.recogniser_not_found': {
    ja: '音声認識のサーバー（{host}）に、その入口かモデル「{model}」がありません。管理者に KAIGI_SPEECH_URL と KAIGI_SPEECH_MODEL を確かめてもらってください。',
    en: 'The speech server ({host}) has no such address or no model “{model}”. Ask the administrator to check KAIGI_SPEECH_URL and KAIGI_SPEECH_MODEL.',
  },
  'minutes.recogniser_busy': {
    ja: '音声認識のサーバー（{host}）が混んでいます。あとでもう一度試します。',
    en: 'The speech server ({host}) is busy. It is tried again later.',
  },
  'minutes.recogniser_quota': {
    ja: '音声認識のサーバー（{host}）の利用枠を使い切りました。管理者に契約を確かめてもらってください。',
    en: 'The quota of the speech server ({host}) is used up. Ask the administrator to look at the contract.',
  },
  'minutes.recogniser_refused': {
    ja: '音声認識のサーバー（{host}）がこの録音を受け付けません（{status} {reason}）。録音の形式か、KAIGI_SPEECH_MODEL を確かめてください。',
    en: 'The speech server ({host}) does not take this recording ({status} {reason}). Check its format, or KAIGI_SPEECH_MODEL.',
  },
  'minutes.recogniser_untimed': {
    ja: 'モデル「{model}」は発言の時刻を返さないので、会議録に使えません。管理者に、時刻を返すモデル（whisper-1 など）を KAIGI_SPEECH_MODEL に指定してもらってください。',
    en: 'The model “{model}” gives no times, so minutes cannot rest on it. Ask the administrator to set one that does (such as whisper-1) in KAIGI_SPEECH_MODEL.',
  },
  'minutes.recording_empty': { ja: '録音「{name}」が空です。', en: 'The recording “{name}” is empty.' },
  'minutes.recording_not_wav': {
    ja: '録音「{name}」は WAV（PCM）ではありません。庁内の音声認識は WAV だけを読みます。次からは、IC レコーダーや Windows の「サウンド レコーダー」の録音形式を WAV（リニアPCM）にしてください。この録音は、Audacity などの無料のソフトで WAV に書き出せます。',
    en: 'The recording “{name}” is not WAV (PCM), which is all that the local recogniser reads. Next time set the recorder (or Windows Sound Recorder) to WAV, linear PCM. This one can be exported as WAV by Audacity or another free program.',
  },
  'minutes.recording_too_long': {
    ja: '録音「{name}」は {minutes} 分あり、一度に文字にできる {most} 分を超えています。分けてください。',
    en: 'The recording “{name}” lasts {minutes} minutes, more than {most} at a time. Please split it.',
  },
  'minutes.recording_too_large': {
    ja: '録音「{name}」は {megabytes} MB あり、音声認識のサーバーが一度に受け取る {most} MB を超えています。録音を分けるか、MP3 や M4A など小さい形式にしてください。',
    en: 'The recording “{name}” has {megabytes} MB, more than the {most} MB that the speech server takes at a time. Split it, or use a smaller format such as MP3 or M4A.',
  },
  'minutes.recording_no_speech': {
    ja: '録音「{name}」に発言が聞き取れませんでした。',
    en: 'No speech was heard in the recording “{name}”.',
  },
};

/** Sentences about recordings that were not turned into text. */
export const recognisingTexts = { ...setUp, ...atWork };
