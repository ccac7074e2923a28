import type { Texts } from '../../shared/index.ts';

export const mirrorTexts: Texts = {
  'records.mirror_not_permitted': {
    ja: 'このアプリは SharePoint のライブラリに書き込めません。権限（Sites.ReadWrite.All）を確かめてください。',
    en: 'This app may not write into the SharePoint library. Check its permission (Sites.ReadWrite.All).',
  },
  'records.mirror_library_gone': {
    ja: 'SharePoint のライブラリが見つかりません。設定のドライブ ID を確かめてください。',
    en: 'The SharePoint library is not there. Check the drive id in the configuration.',
  },
  'records.mirror_full': {
    ja: 'SharePoint のライブラリに空きがありません。',
    en: 'The SharePoint library is full.',
  },
  'records.mirror_name_taken': {
    ja: 'SharePoint のライブラリに、同じ名前の別のファイルがあります。名前を変えるか移してください。',
    en: 'The SharePoint library holds another file of this name. Rename or move it.',
  },
  'records.mirror_label_refused': {
    ja: '写しに保持ラベルを付けられませんでした。ラベルの名前と権限を確かめてください。',
    en: 'The copy could not be given its retention label. Check the name of the label and the permission.',
  },
  'records.mirror_deletion_refused': {
    ja: '保持ラベルかチェックアウトのため、SharePoint の写しを削除できません。ラベルを外してから、あらためて削除されます（毎日試みます）。',
    en: 'The copy in SharePoint cannot be deleted: a retention label or a checkout forbids it. It is tried again every day.',
  },
  'records.mirror_in_recycle_bin': {
    ja: '写しは SharePoint から削除しましたが、SharePoint がごみ箱を通さない削除に応じなかったため、ごみ箱に最長93日残ります。急ぐときは、サイトの管理者がごみ箱から消してください。',
    en: 'The copy was deleted from SharePoint, which would not delete it past its recycle bin: it stays there for up to 93 days. An administrator of the site can empty the bin sooner.',
  },
  'records.mirror_gone_before': {
    ja: '写しは、消そうとしたときには SharePoint にもうありませんでした。人が先に削除していたときは、ごみ箱に最長93日残ります。急ぐときは、サイトの管理者がごみ箱から消してください。',
    en: 'The copy was not in SharePoint any more when it was to be removed. Where somebody had deleted it, the recycle bin keeps it for up to 93 days. An administrator of the site can empty the bin sooner.',
  },
  'records.mirror_content_missing': {
    ja: '文書の置き場にファイルがないため、写しを作れません。',
    en: 'The file is missing from the store, so that no copy can be made.',
  },
  'records.mirror_left_elsewhere': {
    ja: '写しは、いまは設定されていない SharePoint のライブラリ（{place}）に残っています。このアプリからは消せません。サイトの管理者がそこで削除してください。削除したら、総括文書管理者が「手で削除した」を登録します。そのライブラリをもう一度設定すれば、アプリが消して確かめます（毎日試みます）。',
    en: 'The copy stays in a SharePoint library that is not configured any more ({place}), where this app cannot remove it. An administrator of that site has to delete it, and then the chief records manager registers that it was deleted by hand. Once the library is configured again, the app removes it and makes sure (tried every day).',
  },
  'records.mirror_deleted_by_hand': {
    ja: '写しは、設定されていない SharePoint のライブラリ（{place}）から{day}に手で削除したと、{by}が登録しました{note}。このアプリは確かめていません。そのライブラリをもう一度設定すると、アプリが確かめます。',
    en: 'The copy was deleted by hand on {day} from a SharePoint library that is not configured ({place}), as {by} registered{note}. This app has not verified it, and does once that library is configured again.',
  },
  'records.mirror_by_hand_confirmed': {
    ja: '写しは、SharePoint のライブラリ（{place}）から{day}に手で削除したと、{by}が登録しました{note}。このアプリが確かめたところ、ライブラリにはありませんでした（ごみ箱は確かめられません。ごみ箱には最長93日残ります）。',
    en: 'The copy was deleted by hand on {day} from a SharePoint library ({place}), as {by} registered{note}. This app has looked: it is not in the library (its recycle bin, which keeps it for up to 93 days, cannot be looked into).',
  },
  'records.mirror_still_there': {
    ja: '写しは、SharePoint のライブラリ（{place}）に残っています。このアプリが消します。',
    en: 'The copy is in the SharePoint library ({place}) still. This app removes it.',
  },
  'records.mirror_found_and_removed': {
    ja: '写しを SharePoint のライブラリ（{place}）から消しました（ごみ箱にも残っていません）。',
    en: 'The copy was removed from the SharePoint library ({place}), and is not in its recycle bin either.',
  },
  'records.mirror_deletion_not_yours': {
    ja: '写しを手で削除したことは、総括文書管理者だけが登録できます。',
    en: 'Only the chief records manager registers that a copy was deleted by hand.',
  },
  'records.mirror_copy_not_found': {
    ja: 'その文書の写しは、SharePoint に置かれていません。',
    en: 'There is no copy of that record in SharePoint.',
  },
  'records.mirror_not_left': {
    ja: 'この写しは、手で削除するものではありません（アプリが扱うか、もう削除されています）。表示を新しくして確かめてください。',
    en: 'This copy is not one to be deleted by hand: the app takes care of it, or it is gone already. Refresh the page and look again.',
  },
  'records.mirror_told_already': {
    ja: 'この写しを手で削除したことは、もう登録されています。',
    en: 'That this copy was deleted by hand is registered already.',
  },
  'records.mirror_library_back': {
    ja: 'このライブラリ（{place}）は、また設定されています。写しはアプリが消して確かめるので、手で削除したことは登録できません。',
    en: 'This library ({place}) is configured again. The app removes the copy and makes sure: it cannot be registered as deleted by hand.',
  },
  'records.mirror_strange_answer': {
    ja: 'SharePoint から思いがけない応答がありました。',
    en: 'SharePoint gave an unexpected answer.',
  },
  'records.mirror_not_yours': {
    ja: '写しの状態は、総括文書管理者・監査・システム管理者だけが見られます。',
    en: 'Only the chief records manager, auditors and administrators see the state of the copies.',
  },
};

/** What stands for a place inside a sentence, and what is said behind one. */
export const mirrorPartTexts = {
  'records.mirror_place_unknown': { ja: '記録なし', en: 'not noted' },
  'records.mirror_found_after_all': {
    ja: '{day}に手で削除したと、{by}が登録していました{note}が、{found}にこのアプリが確かめたところ、残っていました。',
    en: ' {by} had registered that it was deleted by hand on {day}{note}; on {found} this app looked, and it was there.',
  },
} as const satisfies Texts;
