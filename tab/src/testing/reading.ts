import { type PackDiff, PackDiffSchema, ReadingPackSchema, type ReadingPackView } from '@kaigi/core/contract';

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A document and two attachments as they are read. */
export const PACK: ReadingPackView = ReadingPackSchema.parse({
  parts: [
    {
      key: 'document',
      title: '起案文書',
      fileName: '補助金交付決定_起案文書.docx',
      sha256: 'a'.repeat(64),
      size: 48_231,
      kind: 'WORD',
      html: `<h1>補助金の交付決定について</h1><p>次のとおり交付してよろしいか。</p><table><tbody><tr><th>団体</th><th>金額</th></tr><tr><td>みなと市民活動センター</td><td>450,000円</td></tr></tbody></table><p><img src="${PIXEL}" alt="位置図"></p>`,
      pageCount: 2,
      counted: 'WORD',
      notes: ['TRACKED_CHANGES'],
    },
    {
      key: 'attachment-1',
      title: '交付申請書',
      fileName: '交付申請書.pdf',
      sha256: 'b'.repeat(64),
      size: 820_100,
      kind: 'PDF',
      html: '<p>交付を申請します。</p>',
      pageCount: 6,
      counted: 'FILE',
      notes: ['TEXT_ONLY'],
    },
    {
      key: 'attachment-2',
      title: '収支予算書',
      fileName: '収支予算書.xlsx',
      sha256: 'c'.repeat(64),
      size: 21_400,
      kind: 'OTHER',
      html: null,
      pageCount: null,
      counted: null,
      notes: ['OPEN_ORIGINAL'],
    },
  ],
  totalPages: 8,
  uncountedParts: 1,
  estimated: false,
});

export function thePackDiff(): PackDiff {
  return PackDiffSchema.parse({
    parts: [
      {
        key: 'document',
        title: '起案文書',
        change: 'CHANGED',
        pagesBefore: 2,
        pagesAfter: 2,
        blocks: [
          { kind: 'GAP', count: 3 },
          {
            kind: 'CHANGED',
            pieces: [
              { kind: 'SAME', text: '交付額は金' },
              { kind: 'REMOVED', text: '500,000' },
              { kind: 'ADDED', text: '450,000' },
              { kind: 'SAME', text: '円とする。' },
            ],
          },
          { kind: 'ADDED', text: 'なお、実績報告は年度末までに求める。' },
        ],
      },
      { key: 'attachment-1', title: '交付申請書', change: 'SAME', pagesBefore: 6, pagesAfter: 6, blocks: [] },
    ],
    changedParts: 1,
  });
}
