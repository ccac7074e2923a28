import { describe, expect, it } from '@jest/globals';
import { mirrorName } from './names.ts';

const named = {
  ...{ recordId: '019a0000-0000-7000-8000-0123456789ab', title: '庁舎の改修について', fileName: '案.DOCX' },
  ...{ number: '政第12号', fiscalYear: 2026, unitName: '政策課', classificationCode: 'B-01-02' },
};

describe('R-08: the name of a copy outside', () => {
  it('says number and title, and stands in a folder of the year, the section and the class', () => {
    const folder = '2026年度/政策課/B-01-02';
    expect(mirrorName(named)).toEqual({ folder, name: '政第12号_庁舎の改修について_0123456789ab.docx' });
    expect(mirrorName({ ...named, number: null }).name).toBe('庁舎の改修について_0123456789ab.docx');
  });

  it.each([
    ['signs that SharePoint refuses', 'A/B:"C"*?<D>|\\', 'A＿B＿＿C＿＿＿＿D＿＿＿_0123456789ab.docx'],
    ['dots and blanks at its ends', ' ..~$件名.. ', '件名_0123456789ab.docx'],
    ['nothing that can be written', '...', '文書_0123456789ab.docx'],
    ['line breaks', '件名\n二行目', '件名＿二行目_0123456789ab.docx'],
  ])('has no %s', (_, title, name) => {
    expect(mirrorName({ ...named, number: null, title }).name).toBe(name);
  });

  it('is short, and cuts no character in two', () => {
    const { folder, name } = mirrorName({ ...named, title: '葛󠄀👨‍👩‍👧'.repeat(100) });
    expect(`${folder}/${name}`.length).toBeLessThan(140);
    // Each of the two whole, over and over: the sign with its variant, the family with all its members.
    expect(name).toMatch(/^政第12号_(?:葛󠄀👨‍👩‍👧)+(?:葛󠄀)?_0123456789ab\.docx$/u);
    expect(name.isWellFormed()).toBe(true);
  });

  it('cannot lead out of its folder', () => {
    expect(mirrorName({ ...named, unitName: '../..', classificationCode: '.' }).folder).toBe('2026年度/＿/＿');
  });
});
