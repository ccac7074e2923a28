import type { Texts } from '../../shared/index.ts';

const t = (ja: string, en: string) => ({ ja, en });

export const keepingTexts: Texts = {
  'records.changed_meanwhile': t(
    'ほかの人が先に変更しました。表示を新しくしてから、もう一度操作してください。',
    'Somebody else changed it first. Look at it as it is now and try again.',
  ),
  'records.kept_no_more': t(
    '廃棄又は移管が済んだ文書は変更できません。',
    'What was destroyed or transferred cannot be changed.',
  ),
  'records.sealed': t('封をした文書の登録内容は変更できません。', 'What a sealed record is called cannot be changed.'),
  'records.cannot_manage': t(
    'この操作ができるのは、主管課の課長・文書主任と総括文書管理者だけです。',
    'Only the head and the records officer of its section, and the chief records manager, can do this.',
  ),
  'records.cannot_describe': t(
    '登録内容を訂正できるのは、主管課の職員だけです。',
    'Only staff of its section can correct what is registered.',
  ),
  'records.not_open_to_section': t(
    '引継ぎが済んだ簿冊です。変更は総括文書管理者に依頼してください。',
    'It was handed over to the records section. Ask the chief records manager.',
  ),
  'records.completes_with_case': t(
    '案件の文書は、案件の完結とともに完結します。',
    'The document of a case is completed with its case.',
  ),
  'records.day_to_come': t('まだ来ていない日は登録できません。', 'A day to come cannot be registered.'),
  'records.day_before_hold': t(
    'この廃棄停止は {day} からです。それより前に終わっていたことになる日は登録できません。日付を確かめてください（開示請求・審査請求では、決定・裁決の日から1年間止まります）。',
    'This hold was placed on {day} and cannot have been over before. Check the day (after a disclosure decision or a ruling it holds for a year).',
  ),
  'records.hold_over': t(
    '廃棄停止の期限には、過ぎた日を登録できません。',
    'A hold cannot be placed until a day that is past.',
  ),
  'records.hold_without_day': t(
    '開示請求・審査請求による廃棄停止に期限は付けられません。決定・裁決の日から1年間です。決まったら、その日を登録してください。',
    'A hold of a disclosure request or an appeal takes no day: it holds for a year after the decision. Register that day when it is decided.',
  ),
  'records.day_before_filing': t(
    '作成・取得の日（{day}）より前の日は登録できません。',
    'A day before it was made or received ({day}) cannot be registered.',
  ),
  'records.not_by_event': t(
    'この分類の保存期間は、事由の発生からは数えません。',
    'The period of this class is not counted from an event.',
  ),
  'records.not_under_one_year': t(
    '満了日を自分で決めるのは、保存期間が1年未満の文書だけです。',
    'Only what is kept less than one year has its last day named.',
  ),
  'records.until_too_late': t(
    '1年未満の満了日は、起算の日（{day}）から1年が過ぎる前の日にしてください。',
    'The last day must lie within a year of {day}.',
  ),
  'records.basis_unknown': t(
    '起算の日がまだ決まっていません。先に完結などを登録してください。',
    'The day that decides is not known yet. Register its completion first.',
  ),
  'records.unknown_reader': t(
    '選んだ職員の中に、いまは在籍していない人がいます。選び直してください。',
    'Somebody who was chosen is not of the staff any more. Please choose again.',
  ),
  'records.unit_no_section': t(
    '簿冊を持てるのは課・室・支所です。係や部ではなく、課を選んでください。',
    'Folders are kept by sections, offices and branches. Choose one, not a subsection or a department.',
  ),
  'records.folder_not_found': t('その簿冊は見つかりません。', 'There is no such folder.'),
  'records.folder_exists': t(
    '同じ年度・分類・題名の簿冊がすでにあります。',
    'There is a folder of that year, class and title already.',
  ),
  'records.folder_other_class': t(
    '簿冊の分類（{folder}）と文書の分類（{record}）が違います。先に文書の分類を直すか、ほかの簿冊を選んでください。',
    'The folder is of class {folder}, the record of {record}. Choose another folder.',
  ),
  'records.folder_other_unit': t(
    'ほかの課の簿冊には入れられません。',
    'It cannot go into a folder of another section.',
  ),
  'records.folder_other_year': t(
    '今年度の簿冊を選んでください。前年度以前の簿冊へは、登録したあとで理由を付けて移せます。',
    'Choose a folder of this year. Into one of an earlier year it can be moved afterwards, with a reason.',
  ),
  'records.late_needs_reason': t(
    '前年度以前の簿冊に入れると満了日が変わることがあります。理由を書いてください。',
    'Filing into a folder of an earlier year can move its end. Give the reason.',
  ),
  'records.unit_not_found': t('その課は見つかりません。', 'There is no such section.'),
  'records.hold_not_found': t('その廃棄停止は見つかりません。', 'There is no such hold.'),
  'records.hold_nothing': t('廃棄を停止する文書か簿冊を選んでください。', 'Choose what to hold.'),
  'records.hold_ended': t('すでに終わりの日が決まっています。', 'Its end is registered already.'),
  'records.folder_is_held': t(
    'いまの簿冊は廃棄が停止されているため、文書を出せません。停止が終わってから移してください。',
    'The folder that it lies in is on hold, so nothing can be moved out of it. Please wait until the hold has ended.',
  ),
  'records.hold_of_request': t(
    'この廃棄停止は、開示請求によるものです。請求のページで決定・却下・取下げか審査請求の結果を登録するか、対象から外すと終わります。',
    'This hold lies because of a request for disclosure. It ends on the page of the request: by its decision, dismissal or withdrawal, by the end of an appeal, or when the document is dropped from it.',
  ),
  'records.cannot_hold': t(
    '廃棄を停止できるのは、主管課の課長・文書主任、総括文書管理者と監査だけです。',
    'Only the head and the records officer of its section, the chief records manager and the auditors can place or end a hold.',
  ),
  'records.handover_chief_only': t(
    '引継ぎを受けるのは総括文書管理者です。',
    'The chief records manager takes folders over.',
  ),
  'records.handover_not_ready': t(
    '次の簿冊は、まだ引き継げません：{titles}。',
    'These folders cannot be handed over yet: {titles}.',
  ),
  'records.schedule_chief_only': t(
    '保存期間の改正を反映できるのは総括文書管理者です。',
    'The chief records manager applies a changed schedule.',
  ),
  'records.schedule_moved': t(
    '確認した後に内容が変わりました。もう一度確認してください。',
    'It has changed since it was looked at. Look at it again.',
  ),
};

/** Parts of lists and histories: no sentences, and never an error. */
export const keepingWords: Texts = {
  'records.lacks_open': t('完結していない文書が{count}件あります', '{count} records are not completed'),
  'records.lacks_empty': t('文書が入っていません', 'It holds no record'),
  'records.lacks_year': t('年度が終わっていません', 'The fiscal year is not over'),
  'records.lacks_end': t('満了日が決まっていません', 'Its last day is not known'),
  'records.did_KEPT': t('保存を始めた', 'Keeping began'),
  'records.did_DESCRIBED': t('登録内容を改めた', 'Described anew'),
  'records.did_CORRECTED': t('登録内容を訂正した', 'Corrected what is registered'),
  'records.did_GIVEN_UP': t('起案を取りやめた', 'The draft was given up'),
  'records.did_ISSUED': t('施行を反映した', 'Followed the issuing'),
  'records.did_COMPLETED': t('完結を反映した', 'Followed the completion'),
  'records.did_FOLLOWED': t('案件の扱いを反映した', 'Followed its case'),
  'records.did_LEVEL': t('機密性を決めた', 'Decided the confidentiality'),
  'records.did_READERS': t('閲覧できる職員を決めた', 'Named who may read it'),
  'records.did_EVENT': t('起算の事由を登録した', 'Registered the event'),
  'records.did_KEEP_UNTIL': t('満了日を決めた', 'Named the last day'),
  'records.did_MOVED': t('簿冊を変えた', 'Moved to another folder'),
  'records.did_SEALED': t('封をした', 'Sealed'),
  'records.did_VERSIONS_PRUNED': t('作業版を整理した', 'Let go of working versions'),
  'records.did_HELD': t('廃棄を停止した', 'Placed a hold'),
  'records.did_HOLD_ENDED': t('廃棄停止の終わりを登録した', 'Registered the end of a hold'),
  'records.did_SCHEDULE': t('保存期間表の改正を反映した', 'Followed the changed schedule'),
  'records.did_MADE': t('簿冊を作った', 'Made the folder'),
  'records.did_PASSED_ON': t('別の課へ移した', 'Passed on to another section'),
  'records.did_DISPOSED': t('廃棄した', 'Destroyed'),
  'records.did_TRANSFERRED': t('移管した', 'Transferred'),
  'records.did_EXTENDED': t('保存を延長した', 'Kept longer'),
  'records.did_HANDED_OVER': t('引き継いだ', 'Handed over'),
  'records.did_RECORD': t('中の文書が変わり、期間を数え直した', 'Counted anew after a change within'),
  'records.did_OTHER': t('変更した', 'Changed'),
};
