import type { Texts } from '../../shared/index.ts';

const FAULTS: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  unreadable: ['PDF として読めません。', 'It cannot be read as a PDF.'],
  encrypted: ['暗号化されています。', 'It is encrypted.'],
  no_pages: ['ページがありません。', 'It has no page.'],
  no_id: ['ファイルの識別子がありません。', 'It has no file identifier.'],
  no_metadata: ['読める形のメタデータ（XMP）がありません。', 'It has no readable metadata (XMP).'],
  not_pdfa: ['PDF/A-2 以降であると名乗っていません。', 'It does not say that it is PDF/A-2 or later.'],
  no_output_intent: ['色の基準（出力インテント）がありません。', 'It has no output intent for its colours.'],
  active_content: [
    '動くもの（スクリプトや外部の起動など）が入っています。',
    'It holds active content such as scripts.',
  ],
  embedded_files: ['ほかのファイルが埋め込まれています。', 'Other files are embedded in it.'],
  outside_streams: [
    '中身の一部が、ファイルの外か、認められない形にあります。',
    'Part of it lies elsewhere, or packed as is not allowed.',
  ],
  font_not_embedded: ['埋め込まれていない文字の形（フォント）があります。', 'A font is not embedded.'],
  font_program: [
    '多くの道具が受け付けない形のフォントが入っています。',
    'A font is embedded in a form that many readers refuse.',
  ],
  font_without_text: ['文字として読み出せないフォントがあります。', 'The text of a font cannot be read out.'],
  kind: ['この種類のファイルからは作れません。', 'It cannot be made from files of this kind.'],
  failed: ['LibreOffice が、この文書から PDF を作れませんでした。', 'LibreOffice made no PDF of this document.'],
  too_long: ['時間がかかりすぎたため、やめました。', 'It took too long and was ended.'],
};

export const renditionTexts: Texts = {
  'records.rendition_none': {
    ja: 'この文書の PDF/A は、まだ作られていません。',
    en: 'There is no PDF/A of this document yet.',
  },
  'records.rendition_state_none': { ja: 'PDF/A はまだ作っていません。', en: 'No PDF/A has been made yet.' },
  'records.rendition_state_waiting': { ja: 'PDF/A を作っています。', en: 'The PDF/A is being made.' },
  'records.rendition_state_made': {
    ja: 'PDF/A があります。作ったあとに、規格の要点を確かめました。',
    en: 'There is a PDF/A; it was checked against the main points of the standard.',
  },
  'records.rendition_state_absent': {
    ja: 'PDF/A を作る LibreOffice が、このサーバーに入っていません。システム管理の担当に頼んでください。',
    en: 'LibreOffice, which makes PDF/A, is not installed on this server. Ask the administrator.',
  },
  'records.rendition_state_refused': {
    ja: 'PDF/A を作れませんでした。原本はそのまま保存されています。',
    en: 'No PDF/A could be made. The original is kept as it is.',
  },
  ...Object.fromEntries(
    Object.entries(FAULTS).map(([fault, [ja, en]]) => [`records.rendition_fault_${fault}`, { ja, en }]),
  ),
};
