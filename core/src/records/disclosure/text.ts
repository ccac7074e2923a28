import type { Texts } from '../../shared/index.ts';

const t = (ja: string, en: string) => ({ ja, en });

export const disclosureTexts: Texts = {
  'records.disclosure_not_found': t('その開示請求は見つかりません。', 'There is no such request for disclosure.'),
  'records.disclosure_item_not_found': t('その文書は、この請求に入っていません。', 'It is not part of this request.'),
  'records.disclosure_not_yours': t(
    'この操作ができるのは、請求を担当する課の職員（決定・却下・延長は課長・文書主任）、総括文書管理者、照会を受けて文書を見られる職員だけです。',
    'Only staff of the section that handles the request (its head or records officer to decide, dismiss or extend), the chief records manager, and whoever was asked and may see the document can do this.',
  ),
  'records.disclosure_no_receipt': t(
    '収受した番号を選んでください。',
    'Choose the number under which it was received.',
  ),
  'records.disclosure_unknown_scheme': t(
    'その請求の種類は、市の規程にありません。',
    'The regulations know no such kind of request.',
  ),
  'records.disclosure_twice': t('この収受の開示請求は、すでに始めています。', 'This request is handled already.'),
  'records.disclosure_not_open': t('決定が済んだ請求は変更できません。', 'It is decided and cannot be changed.'),
  'records.disclosure_withdrawn': t('取り下げられた請求は変更できません。', 'It was withdrawn and cannot be changed.'),
  'records.disclosure_dismissed': t('却下した請求は変更できません。', 'It was dismissed and cannot be changed.'),
  'records.disclosure_not_decided': t(
    '審査請求を登録できるのは、決定か却下をした請求で、審査請求中でないものです。',
    'Only what is decided or dismissed, and not under appeal, can be appealed against.',
  ),
  'records.disclosure_not_appealed': t('審査請求が登録されていません。', 'No appeal is registered.'),
  'records.disclosure_extended': t('期間の延長は一度だけです。', 'A term is extended only once.'),
  'records.disclosure_correcting': t(
    '補正を待っています。先に補正の日を登録してください。',
    'A correction is waited for. Register it first.',
  ),
  'records.disclosure_not_correcting': t('補正を求めていません。', 'No correction is waited for.'),
  'records.disclosure_correction_until': t('補正の期限を選んでください。', 'Choose by when it is to be corrected.'),
  'records.disclosure_correction_over': t(
    '補正の期限（{day}）が過ぎています。今日以後の日を選んでください。',
    'The day for the correction, {day}, is over. Choose today or later.',
  ),
  'records.disclosure_correction_runs': t(
    '補正の期限（{day}）が過ぎるまでは却下できません。期限の後に決裁された起案の番号を選んでください。',
    'It cannot be dismissed before the day for its correction, {day}, is over. Choose a case that was decided after it.',
  ),
  'records.disclosure_referred': t(
    '審査会への諮問（{day}）は、すでに登録しています。',
    'That it went to the review board on {day} is registered already.',
  ),
  'records.disclosure_not_referred': t(
    '棄却・一部認容の前に、審査会への諮問が要ります。先に諮問の日を登録してください。',
    'An appeal is rejected, as a whole or in part, only after the review board was asked. Register that first.',
  ),
  'records.disclosure_not_advised': t(
    '審査会に諮問しています（{day}）。棄却・一部認容の前に、答申の日を登録してください。',
    'The review board was asked on {day}. Before the appeal is rejected, as a whole or in part, register its advice.',
  ),
  'records.disclosure_board_not_asked': t(
    '審査会への諮問が登録されていません。先に諮問の日を登録してください。',
    'That the review board was asked is not registered. Register that first.',
  ),
  'records.disclosure_advised': t(
    '審査会の答申（{day}）は、すでに登録しています。',
    'That the review board advised on {day} is registered already.',
  ),
  'records.disclosure_ruling_note': t('認容の内容を書いてください。', 'Say what was granted.'),
  'records.disclosure_overdue': t(
    '期限（{day}）を過ぎているため、延長できません。',
    'The term ended on {day} and cannot be extended.',
  ),
  'records.disclosure_corrected_late': t(
    '期限（{day}）を過ぎてから求めた補正の日数は、期限から除けません。',
    'The term ended on {day}; a correction asked for afterwards does not stop it.',
  ),
  'records.disclosure_day_before': t('{day}より前の日は登録できません。', 'A day before {day} cannot be registered.'),
  'records.disclosure_not_absent': t('集めた文書は不存在にできません。', 'What was collected is not absent.'),
  'records.disclosure_no_record': t(
    '文書のない行は、不存在か存否応答拒否にしてください。',
    'Without a document it is absent, or its existence is not confirmed.',
  ),
  'records.disclosure_ground': t(
    '不開示・部分開示には、根拠となる号が必要です。',
    'What is withheld needs its ground.',
  ),
  'records.disclosure_no_ground': t(
    '開示と不存在には、不開示の根拠を付けられません。',
    'What is disclosed or absent has no ground for withholding.',
  ),
  'records.disclosure_ground_unknown': t(
    '「{ground}」という根拠は、市の規程にありません。',
    'The regulations know no ground {ground}.',
  ),
  'records.disclosure_nothing': t(
    '対象の文書がありません。見つからないときは「不存在」の行を加えてください。',
    'There is nothing to decide on. Add what was looked for and is absent.',
  ),
  'records.disclosure_unjudged': t('判断していない文書が{count}件あります。', '{count} documents are not judged yet.'),
  'records.disclosure_no_decision': t(
    '決裁の済んだ起案の番号を選んでください。手で取った番号や予約した番号では、決裁されたことが確かめられません。',
    'Choose the number of a decided case. A number taken by hand or reserved does not show that anything was decided.',
  ),
  'records.disclosure_decided_before': t('請求より前の決裁は選べません。', 'It was decided before the request came.'),
  'records.disclosure_bars_unjudged': t(
    '{documents}番目の文書の墨消しした写しに、判断にない根拠（{grounds}）の墨があります。写しを作り直すか、判断を改めてもう一度決裁を受けてください。',
    'The redacted copy of document {documents} has bars by a ground that was not judged ({grounds}). Make the copy anew, or judge again and have it decided again.',
  ),
  'records.disclosure_grounds_unbarred': t(
    '{documents}番目の文書は、判断した根拠（{grounds}）の墨が写しにありません。隠し忘れがないかを見て写しを作り直すか、写真・図・印影など文字でない部分の根拠であること、又はほかの根拠の墨と重なることを確かめた、と示してください。',
    'In the copy of document {documents} no bar has a ground that was judged ({grounds}). Look whether something was forgotten and make the copy anew, or say that you made sure that it is about pictures, drawings or seals, or under the bar of another ground.',
  ),
  'records.disclosure_judged_after': t(
    '決裁の後に判断を変えた文書が{count}件あります。もう一度決裁を受けてください。',
    '{count} documents were judged anew after the decision. It has to be decided again.',
  ),
  'records.disclosure_dropped_after': t(
    '決裁の後に対象から外した文書が{count}件あります。もう一度決裁を受けてください。',
    '{count} documents were left out after the decision. It has to be decided again.',
  ),
  'records.redaction_none': t('墨消しした写しはありません。', 'There is no redacted copy.'),
  'records.redaction_nothing': t('墨消しする箇所を選んでください。', 'Choose what is hidden.'),
  'records.redaction_passages': t(
    '墨消しの箇所が正しくありません。選び直してください。',
    'What is to be hidden does not fit the text. Choose again.',
  ),
  'records.redaction_no_text': t(
    '文字を読み取れない文書です。印刷して墨塗りし、写しを登録してください。',
    'Its words cannot be read. Print it, black it out, and file the copy.',
  ),
  'records.redaction_partial': t(
    '文字をすべては読み取れない文書です。印刷して墨塗りしてください。',
    'Not all of its words can be read. Print it and black it out.',
  ),
  'records.redaction_long': t(
    '{max}字を超える文書は、ここでは墨消しできません。',
    'More than {max} characters cannot be redacted here.',
  ),
  'records.redaction_text_changed': t(
    '選んだときと文字が違います。もう一度開いて選び直してください。',
    'The words are not those you chose from. Open it again.',
  ),
};

/** Lines of a history: no sentences, and never an error. */
export const disclosureWords: Texts = {
  'records.disclosure_did_OPENED': t('処理を始めた', 'Began'),
  'records.disclosure_did_COLLECTED': t('文書を集め、廃棄を停止した', 'Collected documents and placed holds'),
  'records.disclosure_did_DESCRIBED': t('探した文書を書いた', 'Described what was looked for'),
  'records.disclosure_did_DROPPED': t('対象から外した', 'Left out a document'),
  'records.disclosure_did_ASKED': t('課に照会した', 'Asked a section'),
  'records.disclosure_did_JUDGED': t('判断した', 'Judged a document'),
  'records.disclosure_did_REDACTED': t('墨消しした写しを作った', 'Made a redacted copy'),
  'records.disclosure_did_EXTENDED': t('期間を延長した', 'Extended the term'),
  'records.disclosure_did_CORRECTION_ASKED': t('補正を求めた', 'Asked for a correction'),
  'records.disclosure_did_CORRECTED': t('補正された', 'It was corrected'),
  'records.disclosure_did_DECIDED': t('決定した', 'Decided'),
  'records.disclosure_did_APPEALED': t('審査請求を登録し、廃棄を停止した', 'Registered an appeal and placed holds'),
  'records.disclosure_did_WITHDRAWN': t('請求が取り下げられた', 'The request was withdrawn'),
  'records.disclosure_did_DISMISSED': t('請求を却下した', 'Dismissed the request'),
  'records.disclosure_did_REFERRED': t('審査会に諮問した', 'Referred it to the review board'),
  'records.disclosure_did_ADVISED': t('審査会の答申があった', 'The review board advised'),
  'records.disclosure_did_RULED': t('審査請求の結果を登録した', 'Registered the end of the appeal'),
  'records.disclosure_about_UNTIL': t('期限{day}', 'due {day}'),
  'records.disclosure_ruling_INADMISSIBLE': t('却下', 'inadmissible'),
  'records.disclosure_ruling_REJECTED': t('棄却', 'rejected'),
  'records.disclosure_ruling_PARTLY_UPHELD': t('一部認容', 'granted in part'),
  'records.disclosure_ruling_UPHELD': t('認容', 'granted'),
  'records.disclosure_ruling_WITHDRAWN': t('取下げ', 'withdrawn'),
  'records.disclosure_about_COLLECTED': t('{count}件', '{count}'),
  'records.disclosure_about_DROPPED': t('「{title}」、理由：{reason}', '“{title}”, because: {reason}'),
  'records.disclosure_about_JUDGED': t('「{title}」を{decision}', '“{title}”: {decision}'),
  'records.disclosure_decision_DISCLOSE': t('開示', 'disclose'),
  'records.disclosure_decision_PARTLY': t('部分開示', 'disclose in part'),
  'records.disclosure_decision_WITHHOLD': t('不開示', 'withhold'),
  'records.disclosure_decision_ABSENT': t('不存在', 'not there'),
  'records.disclosure_decision_UNCONFIRMED': t('存否応答拒否', 'neither confirm nor deny'),
};
