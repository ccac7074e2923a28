import type { Texts } from '@kaigi/core/shared';

export const doctorTexts: Texts = {
  'doctor.mark.ok': { ja: '良好', en: 'ok  ' },
  'doctor.mark.warn': { ja: '注意', en: 'warn' },
  'doctor.mark.fail': { ja: '異常', en: 'fail' },
  'doctor.all_fine': { ja: 'すべて良好です。', en: 'Everything is fine.' },
  'doctor.some_failed': { ja: '{count} 件の異常があります。', en: '{count} checks failed.' },
  'doctor.only_warnings': { ja: '異常はありません（注意 {count} 件）。', en: 'Nothing failed ({count} warnings).' },

  'doctor.node.ok': { ja: 'Node.js {version} で動いています。', en: 'Node.js is {version}.' },
  'doctor.node.fail': {
    ja: 'Node.js が {version} です。24 以上が必要です。npm run kaigi から実行してください。',
    en: 'Node.js is {version}; 24 or later is needed. Run it by npm run kaigi.',
  },
  'doctor.mode.sandbox': {
    ja: 'サンドボックスとして動きます（Microsoft 365 の資格情報がありません）。',
    en: 'This is a sandbox (there are no Microsoft 365 credentials).',
  },
  'doctor.mode.microsoft': { ja: 'Microsoft 365 に接続する設定です。', en: 'Configured for Microsoft 365.' },
  'doctor.disk.ok': { ja: 'データの置き場 {home} の空きは {free} GB です。', en: '{home} has {free} GB free.' },
  'doctor.disk.warn': {
    ja: 'データの置き場 {home} の空きが {free} GB しかありません。5 GB 以上を空けてください。',
    en: '{home} has only {free} GB free. Keep 5 GB or more.',
  },
  'doctor.disk.fail': {
    ja: 'データの置き場 {home} に書き込めないか、空きがほとんどありません（{free} GB）。',
    en: '{home} cannot be written, or has hardly any space left ({free} GB).',
  },
  'doctor.database.ok': {
    ja: 'データベースは PostgreSQL {version}、形は最新です。',
    en: 'The database is PostgreSQL {version}, and up to date.',
  },
  'doctor.database.warn': {
    ja: 'データベースに未適用の変更が {count} 件あります。サービスの起動時か、npm run kaigi -- migrate で適用されます。',
    en: '{count} database changes are not applied yet. Starting the service or npm run kaigi -- migrate applies them.',
  },
  'doctor.database.absent': {
    ja: 'データベースはまだ作られていません。サービスを一度起動すると作られます。',
    en: 'There is no database yet. It is made when the service first starts.',
  },
  'doctor.database.old': {
    ja: 'データベースが PostgreSQL {version} です。15 以上が必要です。',
    en: 'The database is PostgreSQL {version}; 15 or later is needed.',
  },
  'doctor.database.fail': {
    ja: 'データベースにつながりません：{reason}',
    en: 'The database cannot be reached: {reason}',
  },
  'doctor.files.ok': {
    ja: '保存されているファイル {count} 個は、すべて登録と一致しています。',
    en: 'All {count} stored files are named by what is registered, and nothing is missing.',
  },
  'doctor.files.orphans': {
    ja: '保存されているファイル {count} 個のうち {orphans} 個は、どの登録にもありません（途中で切れた登録の残りです。一日たっても同じなら自動で消えます）。',
    en: 'Of {count} stored files {orphans} are named by nothing (left by filings that broke off; they go by themselves after a day).',
  },
  'doctor.files.missing': {
    ja: '登録されているのに、ファイルが保存先にないものが {count} 個あります。バックアップから戻してください。どれかは「kaigi verify」で分かります。',
    en: '{count} registered files are not in the store. Restore them from the backup; "kaigi verify" says which.',
  },
  'doctor.files.stale': {
    ja: '保存先のファイルの点検が {days} 日前から行われていません。サービスの仕事（ジョブ）が動いているか確かめてください。',
    en: 'The stored files were last looked through {days} days ago. See whether the jobs of the service run.',
  },
  'doctor.files.never': {
    ja: '保存先のファイルの点検は、サービスが動き始めた最初の夜に行います。',
    en: 'The stored files are looked through in the first night of the service.',
  },
  'doctor.blobs.ok': { ja: '文書の置き場に読み書きできます。', en: 'Documents can be stored and read.' },
  'doctor.blobs.azure': {
    ja: '文書の置き場（{where}）に読み書きできます。',
    en: 'Documents can be stored and read at {where}.',
  },
  'doctor.blobs.soft_delete': {
    ja: '文書の置き場（{where}）に読み書きできます。ただし、廃棄した文書の中身は、Azure の論理的な削除により {days} 日間、復元できる状態で残ります。',
    en: 'Documents can be stored and read at {where}. What is disposed of can be restored there for {days} days (soft delete of Azure).',
  },
  'doctor.blobs.unreachable': {
    ja: '文書の置き場（Azure Blob Storage）が応答しません。KAIGI_BLOBS_AZURE_URL と、ネットワークの許可を確かめてください。',
    en: 'The store of documents (Azure Blob Storage) does not answer. Look at KAIGI_BLOBS_AZURE_URL and the network rules.',
  },
  'doctor.blobs.refused': {
    ja: '文書の置き場（Azure Blob Storage）に入れません。KAIGI_BLOBS_AZURE_KEY と、キーによるアクセスの許可を確かめてください。',
    en: 'The store of documents (Azure Blob Storage) refuses. Look at KAIGI_BLOBS_AZURE_KEY and whether keys are allowed.',
  },
  'doctor.blobs.container_missing': {
    ja: '文書の置き場（Azure Blob Storage）にコンテナーがありません。作ってから、もう一度お試しください。',
    en: 'The container is not there (Azure Blob Storage). Make it, then try again.',
  },
  'doctor.blobs.fail': { ja: '文書の置き場に読み書きできません：{reason}', en: 'Documents cannot be stored: {reason}' },
  'doctor.graph.ok': {
    ja: '{name}：Microsoft Graph から職員を読めます。',
    en: '{name}: Microsoft Graph gives the people.',
  },
  'doctor.graph.fail': {
    ja: '{name}：Microsoft Graph から職員を読めません。{reason}',
    en: '{name}: Microsoft Graph does not give the people. {reason}',
  },
  'doctor.graph.sandbox_down': {
    ja: 'サンドボックス {url} が動いていません。npm start で起動してください。',
    en: 'The sandbox {url} is not running. Start it by npm start.',
  },
  'doctor.transcripts.off': {
    ja: 'Teams の文字起こしは読まない設定です（KAIGI_TEAMS_TRANSCRIPTS）。',
    en: 'Transcripts of Teams are not read (KAIGI_TEAMS_TRANSCRIPTS).',
  },
  'doctor.transcripts.ok': {
    ja: '{name}：Teams の文字起こしを読めます（確かめた{asked}人のうち{open}人の会議）。',
    en: '{name}: transcripts of Teams can be read (meetings of {open} of {asked} people looked at).',
  },
  'doctor.transcripts.unnamed': {
    ja: '{name}：Teams の文字起こしを読めますが、発言者の名前は渡されません。Set-CsTeamsMeetingConfiguration -EnableAttributedTranscripts $true -Identity Global で名前が付きます。',
    en: '{name}: transcripts of Teams can be read, but without the names of speakers. Set-CsTeamsMeetingConfiguration -EnableAttributedTranscripts $true -Identity Global adds them.',
  },
  'doctor.transcripts.fail': {
    ja: '{name}：Teams の文字起こしを読めません。{reason}',
    en: '{name}: transcripts of Teams cannot be read. {reason}',
  },
  'doctor.transcripts.unknown': {
    ja: '{name}：Teams の文字起こしを読めるか、いまは確かめられませんでした。',
    en: '{name}: whether transcripts of Teams can be read could not be seen now.',
  },
  'doctor.calendars.off': {
    ja: 'Outlook の予定表は読まない設定です（KAIGI_CALENDARS）。',
    en: 'Outlook calendars are not read (KAIGI_CALENDARS).',
  },
  'doctor.calendars.ok': {
    ja: '{name}：Outlook の予定表を読めます。',
    en: '{name}: Outlook calendars can be read.',
  },
  'doctor.calendars.fail': {
    ja: '{name}：Outlook の予定表を読めません。{reason}',
    en: '{name}: Outlook calendars cannot be read. {reason}',
  },
  'doctor.calendars.unknown': {
    ja: '{name}：Outlook の予定表を読めるか、いまは確かめられませんでした。',
    en: '{name}: whether Outlook calendars can be read could not be seen now.',
  },
  'doctor.bot.ok': { ja: 'ボットの資格情報は有効です。', en: "The bot's credentials are good." },
  'doctor.bot.fail': {
    ja: 'ボットの資格情報を確かめられません。{reason}',
    en: "The bot's credentials could not be checked. {reason}",
  },
  'doctor.clock.ok': { ja: '時計のずれは {seconds} 秒です。', en: 'The clock is off by {seconds} s.' },
  'doctor.clock.warn': {
    ja: '時計が {seconds} 秒ずれています。時刻合わせ（NTP）を確かめてください。',
    en: 'The clock is off by {seconds} s. Check its synchronisation (NTP).',
  },
  'doctor.clock.fail': {
    ja: '時計が {seconds} 秒ずれています。サインインが拒まれます。時刻合わせ（NTP）を直してください。',
    en: 'The clock is off by {seconds} s; sign-ins will be refused. Mend its synchronisation (NTP).',
  },
  'doctor.clock.unknown': {
    ja: '時計のずれを確かめられませんでした（相手が応答しません）。',
    en: 'The clock could not be compared (nobody answered).',
  },
  'doctor.pages.ok': { ja: 'タブと作業ウィンドウの画面は作られています。', en: 'The tab and the task pane are built.' },
  'doctor.pages.warn': {
    ja: '画面がまだ作られていません：{missing}。npm run build を実行してください。',
    en: 'Not built yet: {missing}. Run npm run build.',
  },
  'doctor.speech.none': {
    ja: '録音を文字にする仕組み（音声認識）は設定されていません。文字起こしのファイルは読み込めます。',
    en: 'No speech recogniser is configured. Transcript files can be read all the same.',
  },
  'doctor.speech.models': {
    ja: '音声認識：この機械の sherpa-onnx、モデルは {folder} です（{kind}）。',
    en: 'Speech: sherpa-onnx on this machine, with the models of {folder} ({kind}).',
  },
  'doctor.speech.models_fail': { ja: '音声認識が使えません。{reason}', en: 'Speech cannot be recognised. {reason}' },
  'doctor.speech.no_voices': {
    ja: '話者を分けるモデル（segmentation と embedding）がないので、発言者は分かれません。',
    en: 'Without models for it (segmentation and embedding) voices are not told apart.',
  },
  'doctor.speech.server': {
    ja: '音声認識：サーバー {host}、モデル {model} です。',
    en: 'Speech: the server {host}, model {model}.',
  },
  'doctor.speech.server_fail': {
    ja: '音声認識のサーバー {host} が使えません。{reason}',
    en: 'The speech server {host} cannot be used. {reason}',
  },
  'doctor.speech.in_clear': {
    ja: '音声認識のサーバー {host} へは暗号化せずに（http で）送ります。庁外へは https を使ってください。',
    en: 'Recordings travel to the speech server {host} unencrypted (http). Use https beyond your own network.',
  },
};
