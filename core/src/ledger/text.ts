import type { Texts } from '../shared/index.ts';

export const ledgerTexts: Texts = {
  'ledger.not_an_auditor': {
    ja: '台帳（改ざん検知ログ）を見られるのは、監査・システム管理・総括文書管理の担当だけです。',
    en: 'Only auditors, administrators and the chief records manager may read the log.',
  },
  'ledger.no_checkpoint': {
    ja: 'ログにはまだ何も記録されていません。',
    en: 'Nothing has been recorded in the log yet.',
  },
  'ledger.beyond_the_log': {
    ja: 'ログはまだ {size} 件です。それより大きい時点とは比べられません。',
    en: 'The log has {size} entries so far and cannot be compared with a larger one.',
  },
  'ledger.no_such_tile': { ja: 'そのタイルは、このログにありません。', en: 'This log has no such tile.' },
  'ledger.no_such_leaf': {
    ja: 'その記録は、まだログに収められていません。',
    en: 'That entry has not been placed in the log yet.',
  },
  'ledger.foreign_checkpoint': {
    ja: '最後のチェックポイントの署名を確かめられないため、ログへの追記を止めています。別の鍵で署名されたか、書き換えられています。',
    en: 'The last checkpoint is not signed by a known key, so nothing more is placed in the log: another key signed it, or it was altered.',
  },
  'ledger.frontier_mismatch': {
    ja: '保存されている木の状態が、署名されたルートと一致しないため、ログへの追記を止めています。',
    en: 'The stored state of the tree does not lead to the signed root, so nothing more is placed in the log.',
  },
  'ledger.anchor_not_contained': {
    ja: 'データベースの外に控えたチェックポイント（{size} 件）が、データベースのログに含まれていないため、ログへの追記を止めています。データベースが巻き戻されたおそれがあります。',
    en: 'The checkpoint kept outside the database (size {size}) is not part of the database’s log, so nothing more is placed in it: the database may have been rolled back.',
  },
  'ledger.anchor_unreadable': {
    ja: 'データベースの外に控えたチェックポイントを読めないか、署名が正しくありません。',
    en: 'The checkpoint kept outside the database cannot be read, or its signature is wrong.',
  },
  'ledger.row_changed': {
    ja: '{thing}が、記録された内容と違います（項目: {fields}）。',
    en: '{thing} differs from what was recorded (fields: {fields}).',
  },
  'ledger.row_unrecorded': {
    ja: '{thing}は、ログに記録がありません。正規の手順によらず加えられたか、ログの記録が消されています。',
    en: '{thing} has no entry in the log: it was added outside the product, or its entry was removed.',
  },
  'ledger.row_missing': {
    ja: '{thing}は、ログに記録がありますが、元の行がありません（削除されたか、別の行に差し替えられています）。',
    en: '{thing} is recorded in the log, but the row is gone: it was deleted, or another row put in its place.',
  },
  'ledger.leaf_changed': {
    ja: 'ログの {index} 番目の記録（{thing}）が、書き換えられています。',
    en: 'Entry {index} of the log ({thing}) was altered.',
  },
  'ledger.leaf_mislabelled': {
    ja: 'ログの {index} 番目の記録（{thing}）の見出し（種別・対象・識別子）が、記録の中身と違います。',
    en: 'The labels (kind, subject, id) of entry {index} of the log ({thing}) differ from the entry itself.',
  },
  'ledger.leaves_missing': {
    ja: 'ログの {from} 番目から {to} 番目までの記録が、なくなっています。',
    en: 'Entries {from} to {to} of the log are gone.',
  },
  'ledger.tile_changed': {
    ja: 'ログのタイル {path} が、記録から計算したものと違います。',
    en: 'Tile {path} of the log differs from what its entries give.',
  },
  'ledger.tile_missing': { ja: 'ログのタイル {path} が、なくなっています。', en: 'Tile {path} of the log is gone.' },
  'ledger.tile_surplus': {
    ja: 'ログの大きさに合わないタイル {path} が、加えられています。',
    en: 'Tile {path} does not belong to a log of this size.',
  },
  'ledger.checkpoint_forged': {
    ja: '{place}（{size} 件時点）の署名が、正しくありません。',
    en: 'The signature of {place} (at size {size}) is wrong.',
  },
  'ledger.checkpoint_changed': {
    ja: '{place}（{size} 件時点）の列が、署名された内容と違います。',
    en: 'The columns of {place} (at size {size}) differ from what was signed.',
  },
  'ledger.checkpoint_mismatch': {
    ja: '{place}（{size} 件時点）のルートが、ログの記録から計算したものと違います。{from} 番目から {to} 番目までのどれかの記録、またはチェックポイントが書き換えられています。',
    en: 'The root in {place} (at size {size}) is not the one that the entries give: one of entries {from} to {to}, or the checkpoint, was altered.',
  },
  'ledger.checkpoints_unverifiable': {
    ja: '上の改ざんのため、それより後のチェックポイント {count} 件は確かめられません。',
    en: 'Because of the alteration above, {count} later checkpoints cannot be confirmed.',
  },
  'ledger.truncated': {
    ja: '{place}は {size} 件を示していますが、データベースのログには {present} 件しかありません。末尾が消されています。',
    en: '{place} covers {size} entries, but the database’s log has only {present}: its tail was removed.',
  },
  'ledger.checkpoints_missing': {
    ja: '{size} 件までのチェックポイントがデータベースの外に控えられていますが、データベースには {present} 件までのものしかありません。チェックポイントが消されています。',
    en: 'A checkpoint of {size} entries is kept outside the database, but the database has none beyond {present}: checkpoints were removed.',
  },
  'ledger.unsigned_tail': {
    ja: 'ログの末尾 {count} 件が、どのチェックポイントにも含まれていません。',
    en: 'The last {count} entries of the log are covered by no checkpoint.',
  },
  'ledger.anchor_missing': {
    ja: 'データベースの外の控え（アンカー）がありません。末尾の削除を見つけられません。',
    en: 'There is no checkpoint kept outside the database, so a removed tail cannot be noticed.',
  },
  'ledger.pending_stuck': {
    ja: '{minutes} 分以上ログに収められていない記録が {count} 件あります。',
    en: '{count} entries have been waiting for the log for more than {minutes} minutes.',
  },
  'ledger.stamp_refused': {
    ja: '時刻認証局が、{size} 件時点のチェックポイントの時刻認証を断りました。',
    en: 'The time-stamping authority refused to stamp the checkpoint at size {size}.',
  },
  'ledger.stamp_malformed': {
    ja: '{size} 件時点のチェックポイントの時刻認証を、読めません。',
    en: 'The time stamp of the checkpoint at size {size} cannot be read.',
  },
  'ledger.stamp_other_bytes': {
    ja: '{size} 件時点のチェックポイントの時刻認証が、別のものについての証明です。チェックポイントか時刻認証が書き換えられています。',
    en: 'The time stamp beside the checkpoint at size {size} is about something else: one of the two was altered.',
  },
  'ledger.stamp_other_nonce': {
    ja: '{size} 件時点のチェックポイントの時刻認証が、頼んだものへの返事ではありません。',
    en: 'The time stamp for the checkpoint at size {size} does not answer what was asked.',
  },
  'ledger.stamp_other_policy': {
    ja: '{size} 件時点のチェックポイントの時刻認証が、頼んだ方針によるものではありません。',
    en: 'The time stamp for the checkpoint at size {size} is under another policy than was asked.',
  },
  'ledger.stamp_bad_signature': {
    ja: '{size} 件時点のチェックポイントの時刻認証の署名が、正しくありません。',
    en: 'The signature of the time stamp at size {size} is wrong.',
  },
  'ledger.stamp_wrong_purpose': {
    ja: '{size} 件時点のチェックポイントの時刻認証が、時刻認証のための証明書で署名されていません。',
    en: 'The time stamp at size {size} was signed with a certificate that is not for time stamps.',
  },
  'ledger.stamp_not_valid_then': {
    ja: '{size} 件時点のチェックポイントの時刻認証の証明書が、その時刻には有効ではありませんでした。',
    en: 'The certificate of the time stamp at size {size} was not valid at that moment.',
  },
  'ledger.stamp_untrusted': {
    ja: '{size} 件時点のチェックポイントの時刻認証が、設定された認証局につながりません。',
    en: 'The time stamp at size {size} does not lead to an authority that is trusted.',
  },
  'ledger.guard_missing': {
    ja: '表 {table} の、変更と削除を拒む仕掛けが、外されているか止められています。',
    en: 'The guard that refuses changes to table {table} was removed or switched off.',
  },
};
