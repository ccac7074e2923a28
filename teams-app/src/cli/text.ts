import type { Texts } from '@kaigi/core/shared';

export const cliTexts: Texts = {
  'cli.usage': {
    ja: '使い方: npm run kaigi -- <命令> [オプション]',
    en: 'Usage: npm run kaigi -- <command> [options]',
  },
  'cli.commands': { ja: '命令:', en: 'Commands:' },
  'cli.common_options': {
    ja: '共通のオプション: --json（機械向けに 1 つの JSON で答える）  --lang ja|en（言葉）  --municipality <テナントID>（その団体だけ）',
    en: 'Options of every command: --json (one JSON for machines)  --lang ja|en  --municipality <tenant id> (that one only)',
  },
  'cli.unknown_command': { ja: '「{name}」という命令はありません。', en: 'There is no command "{name}".' },
  'cli.bad_options': {
    ja: 'オプション「{reason}」を読めません（この命令にないか、値がないか、値が余っています）。',
    en: 'The option "{reason}" cannot be read (unknown to this command, or its value is missing or too much).',
  },
  'cli.bad_config': { ja: '設定に誤りがあります。', en: 'The configuration has errors.' },
  'cli.unknown_municipality': {
    ja: '団体 {id} は登録されていません。登録されている団体：{known}',
    en: 'The municipality {id} is not registered. Registered: {known}',
  },
  'cli.no_data': {
    ja: '{home} にデータがありません。サービスを一度起動したか、KAIGI_HOME が正しいかを確かめてください。',
    en: 'There is no data in {home}. Was the service ever started, and is KAIGI_HOME right?',
  },
  'cli.failed': { ja: '実行できませんでした：{reason}', en: 'It failed: {reason}' },

  'cli.about.doctor': { ja: '動くための条件を 1 つずつ確かめる', en: 'checks one by one what the service needs' },
  'cli.about.migrate': { ja: 'データベースの形を最新にする', en: 'brings the database up to date' },
  'cli.about.import-org': {
    ja: '職員と職の一覧を取り込む（--csv ファイル で職の一覧を指定）',
    en: 'imports people and posts (--csv <file> names the list of posts)',
  },
  'cli.about.export': {
    ja: '改ざん検知ログと文書をファイルに書き出す（--out フォルダー。--only 案件か文書の ID --out 名前.zip で、それだけを証明つきのパッケージに）',
    en: 'writes the log and the documents to files (--out <folder>; --only <id of a case or record> --out <name>.zip packs those with their proofs)',
  },
  'cli.about.move-files': {
    ja: 'フォルダーにある文書を Azure Blob Storage へ写し、1 件ずつハッシュを照合する',
    en: 'copies the documents from the folder into Azure Blob Storage and compares every hash',
  },
  'move_files.no_store': {
    ja: '写す先がありません。KAIGI_BLOBS_AZURE_URL と KAIGI_BLOBS_AZURE_KEY を指定してください。',
    en: 'There is nowhere to copy to. Set KAIGI_BLOBS_AZURE_URL and KAIGI_BLOBS_AZURE_KEY.',
  },
  'move_files.altered': {
    ja: '写していません（フォルダーのファイルが書き換えられています）：{sha256}',
    en: 'not copied (the file in the folder was altered): {sha256}',
  },
  'move_files.not_kept': {
    ja: '写した先の内容が一致しません。もう一度実行してください：{sha256}',
    en: 'what was copied is not the same there; run this again: {sha256}',
  },
  'move_files.done': {
    ja: '{copied} 件を写し、照合しました（写せなかったもの {left} 件）。フォルダーはそのまま残しています。',
    en: '{copied} files copied and compared ({left} could not be). The folder is left as it was.',
  },
  'cli.about.backup': {
    ja: '同梱のデータベースと文書の控えを取る。サービスは動いたままでよい（--out フォルダー）',
    en: 'backs up the embedded database and the documents while the service works (--out <folder>)',
  },
  'cli.about.restore': {
    ja: '控えを、データベースのないデータの置き場に戻す（--from フォルダー）',
    en: 'puts a backup into a data folder that has no database (--from <folder>)',
  },
  'cli.about.verify': {
    ja: '文書・履歴・文書収発簿が改ざんされていないことを確かめる（--checkpoint ファイル で控えと照合。--export 書き出したもの で、データベースなしに確かめる）',
    en: 'proves that documents, history and register are unaltered (--checkpoint <file> compares with a kept one; --export <what was handed out> needs no database)',
  },
  'cli.about.verify-certificate': {
    ja: '決裁証明書（PDF）を、データベースなしで確かめる（証明書.pdf  --key 公表されている鍵  --file 原本）',
    en: 'checks a certificate of decision (PDF) without any database (certificate.pdf  --key <published key>  --file <original>)',
  },
  'cli.about.seed': {
    ja: 'サンドボックスに練習用の案件を作る（--cases 件数）',
    en: 'makes cases to practise with, in the sandbox only (--cases <number>)',
  },

  'migrate.done': {
    ja: 'データベースを最新にしました（{count} 件を適用）。',
    en: 'The database is up to date ({count} applied).',
  },
  'migrate.nothing': { ja: 'データベースはすでに最新です。', en: 'The database was up to date already.' },

  'import.done': {
    ja: '{name}：職員 {people} 人、職 {posts} 件を取り込みました。',
    en: '{name}: imported {people} people and {posts} posts.',
  },
  'import.unknown': {
    ja: '  Microsoft 365 に見つからないサインイン名が {count} 件あります（職は空席になります）：{names}',
    en: '  {count} sign-in names are unknown to Microsoft 365 (their posts stay vacant): {names}',
  },
  'import.which': {
    ja: '--csv を使うときは、--municipality で団体を 1 つ指定してください。',
    en: 'With --csv name one municipality by --municipality.',
  },

  'backup.done': {
    ja: '控えを {folder} に取りました。署名の鍵も入っています。人に見られない所に置いてください。',
    en: 'The backup is in {folder}. It holds the signing key: keep it where nobody may look.',
  },
  'backup.which_folder': { ja: '{option} でフォルダーを指定してください。', en: 'Name a folder by {option}.' },
  'backup.other_server': {
    ja: 'DATABASE_URL のデータベースの控えは、その PostgreSQL の道具（pg_dump や自動の控え）で取ってください。手順は docs/administrators/backup.md にあります。',
    en: 'Back up the database of DATABASE_URL with the tools of that PostgreSQL. docs/administrators/backup.md says how.',
  },
  'backup.other_store': {
    ja: '文書が Azure Blob Storage にあるため、この命令では控えを取れません。手順は docs/administrators/backup.md にあります。',
    en: 'The documents lie in Azure Blob Storage, which this command does not back up. docs/administrators/backup.md says how.',
  },
  'restore.no_backup': {
    ja: '{folder} に、最後まで取れた控えがありません。',
    en: 'There is no whole backup in {folder}.',
  },
  'restore.there_already': {
    ja: '{home} にはデータベースがあります。先にほかへ移してください（消しません）。',
    en: 'There is a database in {home}. Move it away first; nothing is deleted.',
  },
  'restore.done': {
    ja: '{takenAt} の控えを {home} に戻しました。verify で、外に置いたチェックポイント（--checkpoint）と照合してください。',
    en: 'The backup of {takenAt} is in {home}. Compare it with a checkpoint kept outside: verify --checkpoint.',
  },
  'export.done': {
    ja: '{name}：記録 {entries} 件、文書 {files} 件を {folder} に書き出しました。',
    en: '{name}: wrote {entries} entries and {files} documents to {folder}.',
  },
  'export.package_done': {
    ja: '文書 {count} 件を、証明つきのパッケージ {file} にしました。',
    en: 'Packed {count} records with their proofs in {file}.',
  },
  'export.not_an_id': {
    ja: '「{id}」は、案件や文書の ID ではありません。',
    en: '"{id}" is no id of a case or a record.',
  },
  'export.unknown_id': {
    ja: 'その ID の案件も文書もありません：{ids}',
    en: 'There is no case and no record with this id: {ids}',
  },
  'export.missing': { ja: '  見つからない文書：{sha256}', en: '  Missing document: {sha256}' },
  'export.nothing': { ja: '{name}：書き出す記録がまだありません。', en: '{name}: there is nothing to write yet.' },
  'export.not_empty': {
    ja: '書き出し先 {folder} が空ではありません。新しいフォルダーを指定してください。',
    en: 'The folder {folder} is not empty. Name a new one.',
  },

  'verify.fine': {
    ja: '{name}：改ざんは見つかりませんでした。記録 {leaves} 件、チェックポイント {checkpoints} 件、行 {rows} 件を確かめました。',
    en: '{name}: nothing was altered. Checked {leaves} entries, {checkpoints} checkpoints and {rows} rows.',
  },
  'verify.altered': { ja: '{name}：{count} 件の異常があります。', en: '{name}: {count} findings.' },
  'verify.pending': {
    ja: '  まだログに並んでいない新しい記録が {count} 件あります（異常ではありません）。',
    en: '  {count} new entries have no place in the log yet (this is normal).',
  },
  'timestamps.no_certificates': {
    ja: 'KAIGI_TIMESTAMP_CA のファイル {file} に、証明書（PEM）がありません。',
    en: 'The file of KAIGI_TIMESTAMP_CA, {file}, has no certificates (PEM).',
  },
  'verify.stamps': {
    ja: '  時刻認証 {count} 件を確かめました。最も新しいものは、{size} 件時点のログが {at} にはすでにこの内容で存在したことを、{authority} が証明しています。',
    en: '  Checked {count} time stamps. By the newest, {authority} says that the log was as it is, up to entry {size}, at {at} already.',
  },
  'verify.export_fine': {
    ja: '{name}：改ざんは見つかりませんでした。署名されたログ（{size} 件時点）の記録 {entries} 件とファイル {files} 件を確かめました。',
    en: '{name}: nothing was altered. Checked {entries} entries of the log signed at size {size}, and {files} files.',
  },
  'verify.key_inside': {
    ja: '署名は、書き出しの中に書かれた鍵で確かめました。市が公表している鍵と同じか見比べるか、--key で渡してください：{vkey}',
    en: 'The signature was checked with the key found inside. Compare it with the one the city publishes, or pass that by --key: {vkey}',
  },
  'verify.bad_checkpoint': {
    ja: 'チェックポイントのファイルを読めません：{file}',
    en: 'The checkpoint file cannot be read: {file}',
  },
  'verify.checkpoint_of': {
    ja: 'チェックポイント {file} は、{name}のログのものです。{name}のログと照合します。',
    en: 'The checkpoint {file} is of the log of {name}, and is compared with that of {name}.',
  },
  'verify.checkpoint_of_another': {
    ja: 'チェックポイント {file} は、{name}のログのものです。--municipality に{name}を指定するか、--municipality を付けずに実行してください。',
    en: 'The checkpoint {file} is of the log of {name}. Name {name} with --municipality, or leave that out.',
  },
  'verify.checkpoint_of_nobody': {
    ja: 'チェックポイント {file} は、ここにはない自治体（{id}）のログのものです。',
    en: 'The checkpoint {file} is of the log of a municipality that is not here ({id}).',
  },

  'verifyCertificate.unreadable': { ja: 'ファイルを読めません：{file}', en: 'The file cannot be read: {file}' },
  'verifyCertificate.fine': {
    ja: '確かめました。改ざんは見つかりませんでした（ログの {size} 件時点、{lines} 行の履歴）。',
    en: 'Checked: nothing was altered ({lines} lines of history, at size {size} of the log).',
  },
  'verifyCertificate.found': { ja: '{count} 件の異常があります。', en: '{count} findings.' },
  'verifyCertificate.key_inside': {
    ja: '署名は、証明書の中に書かれた鍵で確かめました。市が公表している鍵と同じか見比べてください：{vkey}',
    en: 'The signature was checked with the key inside the certificate. Compare it with the one the city publishes: {vkey}',
  },

  'seed.done': { ja: '練習用の案件を {count} 件作りました。', en: 'Made {count} cases to practise with.' },
  'seed.sandbox_only': {
    ja: 'seed はサンドボックスでだけ使えます。本物のデータには何もしませんでした。',
    en: 'seed is for the sandbox only. Nothing was done to real data.',
  },
  'seed.count': {
    ja: '--cases は 1 から 1000 までの整数で指定してください。',
    en: '--cases must be a whole number from 1 to 1000.',
  },
};
