import type { Texts } from '../shared/index.ts';
import { captureTexts } from './captures/text.ts';
import { composeSentences } from './compose/text.ts';
import { importTexts } from './import/text.ts';
import { issueTexts } from './issue/text.ts';
import { keepingTexts } from './keeping/text.ts';
import { mirrorTexts } from './mirror/text.ts';
import { packagesTexts } from './packages/text.ts';
import { receiptTexts } from './receipts/text.ts';
import { registerTexts } from './register/text.ts';
import { renditionTexts } from './renditions/text.ts';
import { searchTexts } from './search/text.ts';

export const recordsTexts: Texts = {
  ...captureTexts,
  ...composeSentences,
  ...keepingTexts,
  ...mirrorTexts,
  ...registerTexts,
  ...searchTexts,
  ...receiptTexts,
  ...issueTexts,
  ...importTexts,
  ...packagesTexts,
  ...renditionTexts,
  'records.title_hidden': {
    ja: '（件名は、この文書を見られる人にだけ表示します）',
    en: '(The title is shown only to those who may see the document)',
  },
  'records.copy_not_yours': {
    ja: 'この文書の続きとして使えるのは、案件の関係者と主管課の職員だけです。「新しい文書として登録する」を選んでください。',
    en: 'Only those who take part in its case and staff of its section can go on with this document. File it as a new document.',
  },
  'records.file_missing': {
    ja: 'ファイルが添えられていません。文書を選んでください。',
    en: 'No file came with the request. Choose a document.',
  },
  'records.empty_file': {
    ja: 'ファイルが空です（0バイト）。保存し直してから登録してください。',
    en: 'The file is empty (0 bytes). Save it again and then file it.',
  },
  'records.too_large': {
    ja: 'ファイルが 50 MB を超えています。画像を圧縮するか、文書を分けてください。',
    en: 'The file is larger than 50 MB. Compress its pictures or split the document.',
  },
  'records.not_a_docx': {
    ja: '登録できる種類のファイルではありません。起案文書は Word 文書（.docx）、収受・参考・完成図書はそのほかに Excel（.xlsx）、PowerPoint（.pptx）、PDF、メール（.eml・.msg）、テキスト、CSV、画像（JPEG・PNG・TIFF）です。',
    en: 'This is not a file that can be filed here. Drafts are Word documents (.docx); what was received, is kept for reference or is final may also be Excel (.xlsx), PowerPoint (.pptx), PDF, mail (.eml, .msg), text, CSV or a picture (JPEG, PNG, TIFF).',
  },
  'records.old_word_format': {
    ja: '古い形式の Word 文書（.doc）です。Word で開き、.docx で保存し直してください。',
    en: 'This is a Word document of the old format (.doc). Open it in Word and save it as .docx.',
  },
  'records.encrypted': {
    ja: 'パスワードで保護（暗号化）された文書は登録できません。保護を外してから登録してください。',
    en: 'A document protected by a password (encrypted) cannot be filed. Remove the protection first.',
  },
  'records.macros': {
    ja: 'マクロを含む文書（.docm など）は登録できません。マクロのない .docx で保存し直してください。',
    en: 'A document with macros (such as .docm) cannot be filed. Save it as a .docx without macros.',
  },
  'records.external_template': {
    ja: '外部のテンプレートやファイルを読み込む文書は登録できません。Word の［開発］タブの［文書テンプレート］で添付を Normal に戻し、外部ファイルへのリンクを解除してから登録してください。',
    en: 'A document that loads a template or another file from outside cannot be filed. In Word, attach Normal again (Developer tab, Document Template) and break the links to other files first.',
  },
  'records.zip_bomb': {
    ja: '展開すると異常に大きくなるファイルのため、登録できません。',
    en: 'The file unpacks to an abnormal size and cannot be filed.',
  },
  'records.damaged': {
    ja: 'ファイルが壊れているか、途中で切れています。元のアプリで開いて保存し直してから登録してください。',
    en: 'The file is damaged or cut off. Open it in its own app, save it again and then file it.',
  },
  'records.unsafe_part_name': {
    ja: 'ファイルの中に不正な名前の部品があるため、登録できません。',
    en: 'The file contains a part with an unsafe name and cannot be filed.',
  },
  'records.duplicate_part': {
    ja: 'ファイルの中に同じ名前の部品が二つあるため、登録できません。',
    en: 'The file contains two parts of the same name and cannot be filed.',
  },
  'records.unsafe_xml': {
    ja: 'ファイルの中に、読み取れない部分か、文書に使えない宣言（DTD・実体宣言など）があるため、登録できません。Word で開いて保存し直してから登録してください。',
    en: 'The file holds a part that cannot be read, or declarations that a document may not have (DTD, entities), and cannot be filed. Open it in Word, save it again, and file that.',
  },
  'records.nested_too_deep': {
    ja: '表や枠の中に、また表や枠が何重にも入っています。Word でも開けないことがあるので、登録できません。入れ子を浅くして保存し直してください。',
    en: 'Tables or controls lie inside each other so deep that Word itself may not open the file. Make it less deep and save it again.',
  },
  'records.too_complex': {
    ja: 'ファイルが複雑すぎて、安全を確かめられませんでした。Word で保存し直すか、文書を分けてください。',
    en: 'The file is too complex to be checked. Save it again in Word or split the document.',
  },
  'records.old_office_format': {
    ja: '古い形式の Office 文書（.xls・.ppt）です。Excel や PowerPoint で開き、.xlsx・.pptx で保存し直してください。',
    en: 'This is an Office document of an old format (.xls, .ppt). Open it in Excel or PowerPoint and save it as .xlsx or .pptx.',
  },
  'records.external_links': {
    ja: 'ほかのファイルや外部のデータを読み込む文書は登録できません。リンクを解除するか（Excel は［データ］の［リンクの編集］）、PDF にしてから登録してください。',
    en: 'A document that loads other files or data from outside cannot be filed. Break the links (in Excel: Data, Edit Links) or make a PDF of it first.',
  },
  'records.pdf_scripts': {
    ja: 'プログラム（JavaScript）を含む PDF は登録できません。印刷の「PDF に出力」などで作り直してから登録してください。',
    en: 'A PDF with a program in it (JavaScript) cannot be filed. Print it to a new PDF and file that.',
  },
  'records.pdf_launches': {
    ja: '開くとほかのプログラムを起動する PDF は登録できません。印刷の「PDF に出力」などで作り直してから登録してください。',
    en: 'A PDF that starts other programs cannot be filed. Print it to a new PDF and file that.',
  },
  'records.pdf_embedded_files': {
    ja: 'ほかのファイルを埋め込んだ PDF は登録できません。中のファイルを取り出して、別々に登録してください。',
    en: 'A PDF with other files inside cannot be filed. Take the files out and file them by themselves.',
  },
  'records.capture_too_large': {
    ja: 'メッセージのファイルが多すぎます（50個・合わせて 25 MB まで）。ファイルは別に登録してください。',
    en: 'There are too many files with the messages (up to 50 files and 25 MB together). File them by themselves.',
  },
  'records.no_rendition': {
    ja: 'メールと Teams のメッセージだけを、ページとして表示できます。この文書はファイルを開いてください。',
    en: 'Only mail and messages of Teams can be shown as a page. Open the file of this document.',
  },
  'records.reading_stopped': {
    ja: 'ファイルを調べるプログラムが途中で止まりました。登録はされていません。もう一度登録してください。くり返すときは、管理者に知らせてください。',
    en: 'The program that reads files stopped in the middle. Nothing was filed. Please file it again, and tell the administrator if it happens again.',
  },
  'records.inspection_busy': {
    ja: 'いま多くのファイルを確かめています。少し待ってから、もう一度登録してください。',
    en: 'Many files are being checked right now. Please try again in a moment.',
  },
  'records.not_found': {
    ja: 'その文書は見つかりません。',
    en: 'There is no such document.',
  },
  'records.no_unit': {
    ja: '所属が登録されていないため、文書を登録できません。文書主任に相談してください。',
    en: 'You belong to no unit in the directory, so you cannot file documents. Ask your records officer.',
  },
  'records.frozen': {
    ja: '確定した文書は変更できません。',
    en: 'A frozen record cannot be changed.',
  },
  'records.discarded': {
    ja: '取りやめになった文書は変更できません。',
    en: 'A discarded record cannot be changed.',
  },
  'records.counterparty_not_a_receipt': {
    ja: '相手方を入力できるのは、収受のときだけです。',
    en: 'A counterparty can be given for a received document only.',
  },
  'records.bad_cursor': {
    ja: '続きの位置が正しくありません。一覧を開き直してください。',
    en: 'The position in the list is not valid. Open the list again.',
  },
  'records.content_altered': {
    ja: '保存されているファイルが登録時のものと一致しません。内容は渡さずに、管理者へ知らせました。',
    en: 'The stored file is not what was filed. It is not handed out, and the administrator has been told.',
  },
  'records.content_missing': {
    ja: '保存されているはずのファイルが見つかりません。管理者へ知らせました。',
    en: 'The stored file is missing. The administrator has been told.',
  },
  'records.stored_file_missing': {
    ja: '文書 {record} のファイル第{version}版（SHA-256 {sha256}）が保存先にありません。',
    en: 'Version {version} of the file of record {record} (SHA-256 {sha256}) is not in the store.',
  },
  'records.stored_file_altered': {
    ja: '文書 {record} のファイル第{version}版が書き換えられています。登録時の SHA-256 は {sha256} です。',
    en: 'Version {version} of the file of record {record} has been altered. When filed, its SHA-256 was {sha256}.',
  },
  'records.record_changed': {
    ja: '文書 {record}（{number}）の登録内容が、確定したときの記録と一致しません（{fields}）。',
    en: 'Record {record} ({number}) is not as it was recorded: {fields}.',
  },
  'records.record_gone': {
    ja: '文書 {record}（{number}）の行が消えています。残っているのは {fields} の行だけです。',
    en: 'The row of record {record} ({number}) is gone. Only rows of {fields} remain.',
  },
  'records.record_not_frozen': {
    ja: '文書 {record}（{number}）は番号を取っているのに確定していません。',
    en: 'Record {record} ({number}) has a number but is not frozen.',
  },
  'records.number_missing': {
    ja: '文書 {record}（{number}）は確定しているのに、文書収発簿に番号がありません。',
    en: 'Record {record} ({number}) is frozen but has no number in the register.',
  },
  'records.versions_disagree': {
    ja: '文書 {record}（{number}）のファイルの版がそろっていません。',
    en: 'The file versions of record {record} ({number}) are not complete.',
  },
  'records.number_gap': {
    ja: '文書収発簿の「{symbol}」{fiscalYear}年度の番号が続いていません（登録 {taken}件、最後の番号 {highest}、次の番号 {next}）。',
    en: 'The numbers of {symbol} in fiscal year {fiscalYear} do not follow on: {taken} rows, the last number is {highest}, the next {next}.',
  },
};
