import {
  type PackDiff,
  PackDiffSchema,
  type ReadingAnswer,
  ReadingAnswerSchema,
  ReadingPackSchema,
  type ReadingPackView,
} from '@kaigi/core/contract';

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A document and two attachments as they are read. */
const PACK: ReadingPackView = ReadingPackSchema.parse({
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

function thePackDiff(): PackDiff {
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

/** Read before in another state, and drafted from last year's case. */
export function theReadingAnswer(): ReadingAnswer {
  return ReadingAnswerSchema.parse({
    pack: PACK,
    since: '2026-11-19T01:00:00Z',
    diff: thePackDiff(),
    cited: {
      caseId: 'case-last-year',
      title: '令和7年度 市民活動補助金の交付決定について',
      documentNumber: {
        label: '政第84号',
        symbol: '政',
        fiscalYear: 2025,
        number: 84,
        date: '2025-11-25',
        dateWareki: '令和7年11月25日',
      },
      diff: citedDiff(),
    },
  });
}

function citedDiff(): PackDiff {
  const piece = (kind: 'SAME' | 'ADDED' | 'REMOVED', text: string) => ({ kind, text });
  return PackDiffSchema.parse({
    parts: [
      {
        key: 'proposal',
        title: '令和8年度 市民活動補助金の交付決定について',
        change: 'CHANGED',
        pagesBefore: null,
        pagesAfter: null,
        blocks: [
          {
            kind: 'CHANGED',
            pieces: [
              piece('SAME', '令和'),
              piece('REMOVED', '7'),
              piece('ADDED', '8'),
              piece('SAME', '年度 市民活動補助金の交付決定について'),
            ],
          },
        ],
      },
      {
        key: 'document',
        title: '起案文書',
        change: 'CHANGED',
        pagesBefore: 2,
        pagesAfter: 2,
        blocks: [{ kind: 'REMOVED', text: '前年度の実績報告書を添えて提出すること。' }],
      },
    ],
    changedParts: 2,
  });
}
