import type { Texts } from '../../shared/index.ts';

/** `history_{of}_{act}` says what was done; `history_what_…` names what a change is of. */
export const historyTexts = {
  'minutes.history_other': {
    ja: '会議録に関する操作を記録しました（{of}／{act}）。',
    en: 'Something was done about the minutes ({of}/{act}).',
  },
  'minutes.history_meeting_MADE': { ja: '会議を作りました。', en: 'The meeting was made.' },
  'minutes.history_meeting_CHANGED': {
    ja: '会議の内容を変更しました（{parts}）。',
    en: 'The meeting was changed ({parts}).',
  },
  'minutes.history_meeting_CHANGED_NOTHING': {
    ja: '会議の内容を保存しました（変わった項目はありません）。',
    en: 'The meeting was saved with nothing changed.',
  },
  'minutes.history_meeting_MET_IN_TEAMS': {
    ja: 'Teamsで開かれた会議と結び付けました。',
    en: 'It was found to be a meeting held in Teams.',
  },
  'minutes.history_meeting_CANCELLED': { ja: '会議を取りやめました。', en: 'The meeting was cancelled.' },
  'minutes.history_meeting_PUT_FORWARD': {
    ja: '会議録を決裁に回しました（{nth}回目）。',
    en: 'The minutes were put forward for decision (no. {nth}).',
  },
  'minutes.history_meeting_LAID_BEFORE': { ja: '会議録の伺いを提出しました。', en: 'The case was submitted.' },
  'minutes.history_meeting_NOT_PUT_FORWARD': {
    ja: '会議録を決裁に回せませんでした。',
    en: 'The minutes could not be put forward for decision.',
  },
  'minutes.history_meeting_SENT_BACK': { ja: '会議録が差し戻されました。', en: 'The minutes were sent back.' },
  'minutes.history_meeting_PULLED_BACK': {
    ja: '会議録の伺いを起案者が引き戻しました。',
    en: 'The drafter pulled the case of the minutes back.',
  },
  'minutes.history_meeting_GIVEN_UP': {
    ja: '会議録の伺いは取り下げ、却下または廃案になりました。',
    en: 'The case of the minutes was withdrawn, rejected or abandoned.',
  },
  'minutes.history_meeting_OTHERWISE': {
    ja: '伺いの内容が会議録と違うため、確定しませんでした。',
    en: 'Not final: the case was about something else than these minutes.',
  },
  'minutes.history_meeting_PUT_AGAIN': {
    ja: '差し戻された会議録の伺いがもう一度提出されました。',
    en: 'The case that was sent back was submitted again.',
  },
  'minutes.history_meeting_FINAL': {
    ja: '会議録が確定しました（{count}文）。',
    en: 'The minutes became final ({count|sentence|sentences}).',
  },
  'minutes.history_meeting_FILED': {
    ja: '会議録を文書として登録しました。',
    en: 'The minutes were filed as a record.',
  },
  'minutes.history_meeting_NOT_FILED': {
    ja: '会議録を文書として登録できませんでした。',
    en: 'The minutes could not be filed as a record.',
  },
  'minutes.history_meeting_ROUND_BEGUN': {
    ja: '出席者に会議録の確認を頼みました（{nth}回目）。',
    en: 'Those who attended were asked to confirm the minutes (no. {nth}).',
  },
  'minutes.history_meeting_ROUND_CLOSED': { ja: '会議録の確認を終えました。', en: 'The confirmation was closed.' },
  'minutes.history_meeting_REOPENED': {
    ja: '会議録を作成に戻しました。',
    en: 'The minutes were taken back to writing.',
  },
  'minutes.history_meeting_SIGNING_BEGUN': {
    ja: '議長と署名委員に署名を頼みました。',
    en: 'The chair and the signers were asked to sign.',
  },
  'minutes.history_meeting_SIGNING_REFUSED': {
    ja: '署名されず、会議録が作成に戻りました。',
    en: 'A signature was refused: the minutes went back to writing.',
  },
  'minutes.history_round_AGREED': { ja: '会議録に同意しました。', en: 'Agreed with the minutes.' },
  'minutes.history_round_ENTERED': {
    ja: 'ほかの手段で届いた回答を入れました。',
    en: 'An answer that came by other means was written down.',
  },
  'minutes.history_told_ENTERED': {
    ja: 'ほかの手段で{toldOn}に届いた回答を入れました。',
    en: 'An answer that came by other means on {toldOn} was written down.',
  },
  'minutes.history_told_SUGGESTED': {
    ja: '{toldOn}に聞いた修正の希望を、本人に代わって入れました。',
    en: 'Other words were suggested for somebody who told them on {toldOn}.',
  },
  'minutes.history_round_SUGGESTED': { ja: '修正を提案しました。', en: 'Other words were suggested.' },
  'minutes.history_round_WITHDRAWN': { ja: '修正の提案を取り下げました。', en: 'A suggestion was withdrawn.' },
  'minutes.history_round_SETTLED': { ja: '修正の提案について決めました。', en: 'A suggestion was settled.' },
  'minutes.history_round_REMINDED': {
    ja: '回答していない人に期限を知らせました。',
    en: 'Whoever had not answered was reminded.',
  },
  'minutes.history_round_DEADLINE_PASSED': {
    ja: '確認の期限が過ぎ、規程のとおりに扱いました。',
    en: 'The deadline passed; silence counts as the rules have it.',
  },
  'minutes.history_signing_SIGNED': { ja: '会議録に署名しました。', en: 'Signed the minutes.' },
  'minutes.history_signing_SIGNED_ON_PAPER': {
    ja: '紙の署名を入れました。',
    en: 'A signature on paper was written down.',
  },
  'minutes.history_keeping_HELD': {
    ja: '録音と文字起こしの廃棄を止めました。',
    en: 'Recordings and transcripts were put on hold.',
  },
  'minutes.history_keeping_LIFTED': {
    ja: '録音と文字起こしの廃棄の停止を解きました。',
    en: 'The hold on recordings and transcripts was lifted.',
  },
  'minutes.history_keeping_DISPOSED': {
    ja: '録音または文字起こしを、廃棄・移管目録により廃棄しました。',
    en: 'A recording or transcript was disposed of by a disposal list.',
  },
  'minutes.history_keeping_SUMMARY_MADE': { ja: '会議概要を作りました。', en: 'The summary was made.' },
  'minutes.history_transcript_TAKEN_IN': {
    ja: '文字起こしを取り込みました（{count}発言）。',
    en: 'A transcript was taken in ({count|remark|remarks}).',
  },
  'minutes.history_transcript_EDITED': {
    ja: '文字起こしの発言{count}件を直しました。',
    en: '{count|remark|remarks} of the transcript edited.',
  },
  'minutes.history_minutes_DRAFTED': {
    ja: '会議録の案を規則により作りました（{count}文）。',
    en: 'The minutes were drafted by rules ({count|sentence|sentences}).',
  },
  'minutes.history_minutes_EDITED': {
    ja: '会議録の文{count}件を直しました。',
    en: '{count|sentence|sentences} of the minutes edited.',
  },
  'minutes.history_minutes_WORDING_ASKED': {
    ja: '言語モデル（{host}）に{count}発言を送り、文案を求めました。',
    en: '{count|remark|remarks} were sent to the language model at {host} for proposals.',
  },
  'minutes.history_recording_STORED': { ja: '録音を保管しました。', en: 'A recording was kept.' },
  'minutes.history_recording_ALIGNED': {
    ja: '録音と発言の時刻を合わせました。',
    en: 'The times of a recording and the remarks were brought together.',
  },
  'minutes.history_publication_REDACTED': {
    ja: '公表用の写しの墨塗りを{added}件付け、{removed}件取り消しました。',
    en: '{added|redaction|redactions} made for the publication copy, {removed} removed.',
  },
  'minutes.history_what_fromMs': { ja: '録音の始まり', en: 'Beginning of the recording' },
  'minutes.history_what_title': { ja: '会議名', en: 'Title' },
  'minutes.history_what_bodyId': { ja: '会議体', en: 'Body' },
  'minutes.history_what_heldOn': { ja: '開催日', en: 'Day' },
  'minutes.history_what_startsAt': { ja: '開始時刻', en: 'Beginning' },
  'minutes.history_what_endsAt': { ja: '終了時刻', en: 'End' },
  'minutes.history_what_place': { ja: '場所', en: 'Place' },
  'minutes.history_what_isOpen': { ja: '公開・非公開', en: 'Open or closed' },
  'minutes.history_what_closedGround': { ja: '非公開の根拠', en: 'Ground for closing' },
  'minutes.history_what_closedReason': { ja: '非公開の理由', en: 'Reason for closing' },
  'minutes.history_what_agenda': { ja: '議題', en: 'Agenda' },
  'minutes.history_what_attendees': { ja: '出席者', en: 'Attendees' },
  'minutes.history_what_observers': { ja: '傍聴者数', en: 'Observers' },
  'minutes.history_what_papers': { ja: '資料', en: 'Papers' },
  'minutes.history_what_suggestion': { ja: '提案した文', en: 'Suggested words' },
  'minutes.history_what_comment': { ja: 'コメント', en: 'Comment' },
  'minutes.history_what_absence': { ja: '議長に代わって決めた理由', en: 'Why in the chair’s place' },
  'minutes.history_what_note': { ja: 'メモ', en: 'Note' },
  'minutes.history_what_paper': { ja: '署名のある紙', en: 'Paper with the signature' },
  'minutes.history_what_reason': { ja: '理由', en: 'Reason' },
  'minutes.history_what_fileName': { ja: 'ファイル名', en: 'File name' },
  'minutes.history_what_line': { ja: '発言', en: 'Remark' },
  'minutes.history_what_SUMMARY': { ja: '概要', en: 'Summary' },
  'minutes.history_what_ITEM': { ja: '議題', en: 'Agenda item' },
  'minutes.history_what_KEY_POINT': { ja: '要点', en: 'Key point' },
  'minutes.history_what_DECISION': { ja: '会議結果', en: 'Decision' },
  'minutes.history_what_ACTION': { ja: '対応事項', en: 'Action' },
  'minutes.history_what_QUESTION': { ja: '質疑', en: 'Question' },
  'minutes.history_what_ANSWER': { ja: '答弁', en: 'Answer' },
  'minutes.history_what_WORDS': { ja: '墨塗りした言葉', en: 'Redacted words' },
  'minutes.history_what_PERSON': { ja: '名を伏せた人', en: 'Person not named' },
  'minutes.history_what_CLOSED_ITEM': { ja: '非公開とした議題', en: 'Closed agenda item' },
  'minutes.history_yes_open': { ja: '公開', en: 'Open' },
  'minutes.history_no_open': { ja: '非公開', en: 'Closed' },
  'minutes.history_absent': { ja: '{name}（欠席）', en: '{name} (absent)' },
} as const satisfies Texts;
