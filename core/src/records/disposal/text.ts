import type { Sentence, Texts } from '../../shared/index.ts';

export const disposalTexts = {
  'records.disposal_not_found': {
    ja: '廃棄・移管目録が見つかりません。一覧から開き直してください。',
    en: 'This disposal list cannot be found. Please open it from the list.',
  },
  'records.disposal_not_yours': {
    ja: 'この目録でこの操作ができるのは、課の文書主任・課長と総括文書管理者のうち、その段階の担当だけです。',
    en: 'Only whoever is in charge of this step may do this: the section’s records officer or head, or the chief records manager.',
  },
  'records.disposal_make_not_yours': {
    ja: '目録を作れるのは、総括文書管理者と文書主任（自分の課の分）です。',
    en: 'Disposal lists are made by the chief records manager, and by records officers for their own section.',
  },
  'records.disposal_stale': {
    ja: '目録がほかの人の操作で変わりました。いまの内容を確かめて、もう一度操作してください。',
    en: 'Somebody has changed the list meanwhile. Look at it as it is now, then do this again.',
  },
  'records.disposal_state': {
    ja: '目録はもうこの段階にありません。いまの内容を確かめてください。',
    en: 'The list is not at this step any more. Please look at it as it is now.',
  },
  'records.disposal_held': {
    ja: '廃棄が止められている文書です。停止が解かれるまで、廃棄も移管もできません。',
    en: 'This record is on hold. It can be neither destroyed nor transferred before the hold is lifted.',
  },
  'records.disposal_permanent': {
    ja: '永年保存の文書は廃棄できません。見直しの結果は「移管」か「延長（次の見直しの日）」です。',
    en: 'A permanent record is not destroyed. After its review it is transferred, or kept until the next review.',
  },
  'records.disposal_historical': {
    ja: '歴史公文書に選ばれた文書は廃棄できません。「移管」か「延長」を選んでください。',
    en: 'What is selected as a historical record is not destroyed. Choose transfer or a longer period.',
  },
  'records.disposal_reason': {
    ja: '保存期間表の定めと違う扱いには、理由が要ります。理由を入力してください。',
    en: 'Anything but what the schedule says needs a reason. Please give it.',
  },
  'records.disposal_until': {
    ja: '延長には新しい満了日が要ります。{from} 以後、{years}年以内の日を選んでください。',
    en: 'A longer period needs its new last day: {from} or later, within {years} years.',
  },
  'records.disposal_until_only_longer': {
    ja: '新しい満了日は「延長」のときだけ入力します。',
    en: 'A new last day belongs only to a longer period.',
  },
  'records.disposal_undecided': {
    ja: '扱いが決まっていない文書が{count}件あります。すべて決めてから進めてください。',
    en: '{count} records are not decided upon. Decide upon each before going on.',
  },
  'records.disposal_unselected': {
    ja: '「協議」と永年の文書のうち{count}件で、歴史公文書かどうかが選ばれていません。',
    en: 'For {count} records to be consulted upon or reviewed it is not said whether they are historical.',
  },
  'records.disposal_nothing': {
    ja: 'この目録には、廃棄・移管・延長するものがありません。',
    en: 'There is nothing on this list to be destroyed, transferred or kept longer.',
  },
  'records.disposal_no_choice': {
    ja: '扱い（廃棄・移管・延長）か、歴史公文書かどうかを選んでください。',
    en: 'Choose what is to become of it, or whether it is historical.',
  },
  'records.disposal_select_not_yours': {
    ja: '歴史公文書の選別は、総括文書管理者が確認の段階で行います。',
    en: 'Historical records are selected by the chief records manager, while the list is with the records section.',
  },
  'records.disposal_item_not_found': {
    ja: 'この目録にない文書が含まれています。開き直してください。',
    en: 'One of these records is not on this list. Please open the list again.',
  },
  'records.disposal_back_reason': {
    ja: '課に戻すときは、理由を入力してください。',
    en: 'Give a reason when a list goes back to its section.',
  },
  'records.disposal_same_person': {
    ja: '実行は二人で行います。はじめた人とは別の人が確認してください。',
    en: 'Two people carry it out. Somebody other than whoever began has to confirm.',
  },
  'records.disposal_no_chief': {
    ja: '実行する二人のうち一人は、総括文書管理者でなければなりません。',
    en: 'One of the two who carry it out has to be the chief records manager.',
  },
  'records.disposal_too_late': {
    ja: 'はじめてから{days}日を過ぎました。「実行をやめる」を押し、内容を確かめてはじめからやり直してください。',
    en: 'It was begun more than {days} days ago. Give it up, look at the list again, and begin anew.',
  },
  'records.disposal_altered': {
    ja: '目録の内容が決裁されたものと一致しません。実行せず、監査の担当に知らせてください。',
    en: 'The list is not as it was decided upon. Do not carry it out, and tell the auditors.',
  },
  'records.disposal_receipt_early': {
    ja: '移管を待っている文書がありません。',
    en: 'No record waits to be transferred.',
  },
  'records.disposal_receipt_not_packed': {
    ja: '先に移管パッケージを受け取ってください。渡したものの控えが要ります。',
    en: 'Download the transfer package first: what was handed over has to be on record.',
  },
  'records.disposal_no_package': {
    ja: '移管パッケージがありません。まだ作られていないか、移管が済んで消去されています。',
    en: 'There is no transfer package: it is not made yet, or gone since the transfer is done.',
  },
  'records.disposal_receipt_day': {
    ja: '受領日は、決裁の日から今日までの日を入力してください。',
    en: 'The day of receipt lies between the decision and today.',
  },
  'records.destroyed': {
    ja: 'この文書は{day}に廃棄されました。内容は残っていません。何があったかは廃棄記録で確かめられます。',
    en: 'This record was destroyed on {day}. Its content is gone; its disposal record says what it was.',
  },
  'records.transferred': {
    ja: 'この文書は{day}に移管されました。内容は移管先にあります。廃棄・移管の記録で確かめられます。',
    en: 'This record was transferred on {day}. The archives have its content; see its disposal record.',
  },
  'records.tombstone_not_found': {
    ja: '廃棄記録が見つかりません。',
    en: 'There is no such disposal record.',
  },
  'records.disposal_note_SENT_BACK': { ja: '差し戻し（{by}）：{reason}', en: 'Sent back by {by}: {reason}' },
  'records.disposal_note_TAKEN_BACK': { ja: '伺いを取り下げました（{by}）。', en: 'Taken back by {by}.' },
  'records.disposal_note_GIVEN_UP': { ja: '実行をやめました（{by}）。', en: 'The execution was given up by {by}.' },
  'records.disposal_note_CASE_OVER': {
    ja: '伺いの案件が決裁されずに終わりました。確かめて、もう一度伺ってください。',
    en: 'The case ended without a decision. Look at the list and propose it again.',
  },
  'records.disposal_note_CASE_UNFIT': {
    ja: '決裁された案件に、この目録の名前と照合番号がありません。もう一度伺ってください。',
    en: 'The case that was decided does not name this list and its fingerprint. Propose it again.',
  },
  'records.disposal_refused_HELD': { ja: '廃棄が止められたため残しました', en: 'kept: it is on hold' },
  'records.disposal_refused_NOT_KEPT': { ja: 'すでに廃棄・移管されています', en: 'gone already' },
  'records.disposal_refused_NOT_EXPIRED': {
    ja: '保存期間が満了していないため残しました',
    en: 'kept: its period is not over',
  },
  'records.disposal_refused_CHANGED': {
    ja: '目録を作ったあとにファイルが変わったため残しました',
    en: 'kept: its files have changed since it was listed',
  },
  'records.disposal_refused_PERMANENT': { ja: '永年保存のため残しました', en: 'kept: it is permanent' },
  'records.disposal_backups': {
    ja: '廃棄した内容は、バックアップには実行の日から最長{days}日残り、その後は戻せません。',
    en: 'What is gone stays in backups for at most {days} days after the execution.',
  },
  'records.disposal_backups_unknown': {
    ja: 'バックアップの保存日数が設定されていません（KAIGI_BACKUP_DAYS）。廃棄した内容がバックアップにいつまで残るかは、管理者に確かめてください。',
    en: 'How long backups are kept is not configured (KAIGI_BACKUP_DAYS). Ask the administrator how long they still hold what is gone.',
  },
  'records.disposal_remains_BYTES': {
    ja: 'ファイルの消去を待っています。',
    en: 'Its files are still to be removed.',
  },
  'records.disposal_remains_COPY': {
    ja: 'SharePoint の写しがまだ消えていません。SharePoint が応答し次第、消します。',
    en: 'Its copy in SharePoint is not removed yet. It goes as soon as SharePoint answers.',
  },
  'records.disposal_remains_COPY_HELD': {
    ja: 'SharePoint の写しの削除を、保持ラベルかチェックアウトが止めています。ラベルを外すと消えます（毎日試みます）。',
    en: 'A retention label or a checkout forbids the deletion of its copy in SharePoint. It goes once that is lifted; it is tried every day.',
  },
  'records.disposal_remains_COPY_REFUSED': {
    ja: 'SharePoint の写しを削除できませんでした。理由は、システム管理者が「お知らせと不在」の「SharePoint の写し」で確かめられます（毎日試みます）。',
    en: 'Its copy in SharePoint could not be deleted. Administrators see why below “Copies in SharePoint” on the page of notices; it is tried every day.',
  },
  'records.disposal_remains_COPY_ELSEWHERE': {
    ja: 'SharePoint の写しが、いまは設定されていないライブラリ（{place}）に残っています。サイトの管理者が人の手で削除し、総括文書管理者が「お知らせと不在」の「SharePoint の写し」で「手で削除した」を登録すると完了します。そのライブラリをもう一度設定したときは、消えたことを確かめて完了します。',
    en: 'Its copy stays in a SharePoint library that is not configured any more ({place}): an administrator of that site has to delete it by hand, and the chief records manager to register it below “Copies in SharePoint” on the page of notices. Where that library is configured again, it is made sure that it is gone.',
  },
  'records.tombstone_copy_elsewhere': {
    ja: 'SharePoint の写しは、いまは設定されていないライブラリ（{place}）に残っています。人の手で削除する必要があります。',
    en: 'The copy in SharePoint stays in a library that is not configured any more ({place}). It has to be deleted by hand.',
  },
  'records.tombstone_copy_by_hand': {
    ja: 'SharePoint の写しは、設定から外れたライブラリ（{place}）から{day}に手で削除したと、{by}が登録しました{note}。このアプリは確かめていません。',
    en: 'The copy in SharePoint was deleted by hand on {day} from a library that is not configured any more ({place}), as {by} registered{note}. This app has not verified it.',
  },
  'records.tombstone_copy_by_hand_confirmed': {
    ja: 'SharePoint の写しは、ライブラリ（{place}）から{day}に手で削除したと、{by}が登録しました{note}。このアプリが確かめたところ、ライブラリにはありませんでした。SharePoint のごみ箱に、最も長くて{until}まで残ります。',
    en: 'The copy in SharePoint was deleted by hand on {day} from its library ({place}), as {by} registered{note}. This app has looked, and it is not there. The recycle bin keeps it until {until} at the latest.',
  },
  'records.tombstone_copy_gone': {
    ja: 'SharePoint の写しは、{day}に消しました（ごみ箱にも残っていません）。SharePoint の側に保持ポリシーがあるときは、その保管場所に残ることがあります。',
    en: 'The copy in SharePoint was removed on {day}, and is not in its recycle bin either. A retention policy of SharePoint may still preserve it.',
  },
  'records.tombstone_copy_recycled': {
    ja: 'SharePoint の写しは、{day}に削除しました。SharePoint のごみ箱に、最も長くて{until}まで残ります。',
    en: 'The copy in SharePoint was deleted on {day}. Its recycle bin keeps it until {until} at the latest.',
  },
  'records.tombstone_copy_not_found': {
    ja: 'SharePoint の写しは、{day}に消そうとしたときには、もうありませんでした。人が先に削除していたときは、SharePoint のごみ箱に、最も長くて{until}まで残ります。',
    en: 'The copy in SharePoint was not there any more when it was to be removed on {day}. Where somebody had deleted it, the recycle bin keeps it until {until} at the latest.',
  },
  'records.tombstone_copy_waits': {
    ja: 'SharePoint の写しは、まだ消えていません。消えるまで繰り返し試みます。',
    en: 'The copy in SharePoint is not removed yet. It is tried until it is.',
  },
  'records.tombstone_backups': {
    ja: 'バックアップには、最も長くて{day}まで残ります。',
    en: 'Backups hold it until {day} at the latest.',
  },
  'records.tombstone_backups_unknown': {
    ja: 'バックアップにいつまで残るかは、廃棄したときに設定されていませんでした。',
    en: 'How long backups hold it was not configured when it was disposed of.',
  },
  'records.disposal_case_text': {
    ja: '次の廃棄・移管目録のとおり処理してよろしいか、伺います。\n・目録：{name}\n・廃棄：{destroy}件、移管：{transfer}件、延長：{extend}件（停止中などで除いたもの{left}件）\n・照合番号：{fingerprint}\n・実行：決裁の後、二人で行い、廃棄記録を残します。',
    en: 'May the records of this list be dealt with as it says?\nList: {name}\nTo be destroyed: {destroy}, transferred: {transfer}, kept longer: {extend} (left out: {left})\nFingerprint: {fingerprint}',
  },
} as const satisfies Texts;

export const tombstoneSentences = {
  'records.disposed_without_tombstone': {
    ja: '{kind} {id} は廃棄・移管されたことになっていますが、廃棄記録がありません。',
    en: '{kind} {id} is said to be gone, but there is no disposal record.',
  },
  'records.tombstone_of_kept': {
    ja: '{kind} {id} の廃棄記録がありますが、文書は保存中です。',
    en: 'There is a disposal record of {kind} {id}, which is still kept.',
  },
  'records.tombstone_files': {
    ja: '{kind} {id} の廃棄記録にないファイルがあります。',
    en: '{kind} {id} has files that its disposal record does not name.',
  },
} as const satisfies Record<string, Sentence>;
