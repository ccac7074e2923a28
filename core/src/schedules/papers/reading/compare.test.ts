import { describe, expect, it } from '@jest/globals';
import { changesBetween, compared } from './compare.ts';
import type { PaperPage } from './pdf-pages.ts';

/** Each with its number below, as papers have it. */
const paper = (...says: string[]): PaperPage[] =>
  says.map((text, at) => ({ lines: ['令和9年度予算', ...text.split('/'), `- ${at + 1} -`], look: 'plain' }));
const marks = (before: readonly PaperPage[], after: readonly PaperPage[]) =>
  compared(before, after).marks.map(({ change, was }) => `${change} ${was ?? ''}`.trim());

describe('S-16: which pages of an edition are not as they were', () => {
  it('a page whose words changed, and no other one', () => {
    expect(marks(paper('一', '二', '三'), paper('一', '二の修正', '三'))).toEqual(['SAME 1', 'CHANGED 2', 'SAME 3']);
  });

  it('an inserted page is new; those after it have other numbers and are the same', () => {
    expect(marks(paper('一', '二', '三'), paper('一', '追加', '二', '三'))).toEqual([
      ...['SAME 1', 'NEW', 'SAME 2', 'SAME 3'],
    ]);
  });

  it('a page that is no more is said, and changes none', () => {
    expect(compared(paper('一', '二', '三'), paper('一', '三'))).toEqual({
      marks: [
        { change: 'SAME', was: 1 },
        { change: 'SAME', was: 3 },
      ],
      gone: [2],
    });
  });

  it('one page that became two is one that changed and a new one', () => {
    const before = paper('一', '歳入は百億円/市税は五十億円/国庫は二十億円', '三');
    const after = paper('一', '歳入は百億円/市税は五十一億円/国庫は二十億円', '別の表/別の数字/別の注', '三');
    expect(marks(before, after)).toEqual(['SAME 1', 'CHANGED 2', 'NEW', 'SAME 3']);
  });

  it('a page whose picture or drawing alone is another is changed', () => {
    const [page] = paper('図のとおり');
    expect(marks([{ lines: [], look: 'a' }], [{ lines: [], look: 'b' }])).toEqual(['CHANGED 1']);
    expect(marks(page ? [page] : [], page ? [{ ...page, look: 'other' }] : [])).toEqual(['CHANGED 1']);
  });

  it('a number that is what the page says is not taken for its page number', () => {
    const said = (number: string): PaperPage => ({ lines: ['議員定数', number, '以上'], look: '' });
    expect(marks([said('24')], [said('22')])).toEqual(['CHANGED 1']);
  });

  it('two long papers with nothing in common keep nobody waiting', () => {
    // given: as many pages as are read, each full, one fewer in the new edition, and no two pages alike
    const page = (from: number): PaperPage => ({
      lines: [
        Array.from({ length: 3_000 }, (_, at) =>
          String.fromCharCode(0x4e00 + ((from * 7_919 + at * at) % 20_000)),
        ).join(''),
      ],
      look: `${from}`,
    });
    const [before, after] = [200, 199].map((pages, of) =>
      Array.from({ length: pages }, (_, at) => page(of * 1_000 + at)),
    );

    // when
    const began = performance.now();
    const { marks, gone } = compared(before ?? [], after ?? []);

    // then: it was minutes, in which the service answered nobody
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(marks.every(({ change }) => change === 'NEW')).toBe(true);
    expect(gone).toHaveLength(200);
  }, 120_000);

  it('is kept as stretches, with how much was read', () => {
    const [before, after] = [paper('一', '二', '三', '四'), paper('一', '二改', '三改', '四', '五')];
    expect(changesBetween({ pageCount: 4, pages: before }, { pageCount: 900, pages: after })).toEqual({
      ...{ changed: [{ from: 2, to: 3 }], added: [{ from: 5, to: 5 }], gone: 0, pageCount: 900, compared: 5 },
    });
  });
});
