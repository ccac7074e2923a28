import { describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import { docx } from '../../records/docx.fixture.ts';
import { defaultTemplate } from './default-templates.ts';
import { MINUTED } from './minuted.fixture.ts';
import { paperData } from './paper-data.ts';
import { createPaperMaker } from './paper-maker.ts';

const data = paperData(MINUTED, 'SUMMARY');

describe('papers made in threads of their own', () => {
  it('M-17: a paper comes back, and one template after the other is looked over', async () => {
    const { check, make } = createPaperMaker();
    await check(defaultTemplate('REPORT'));
    await expect(check(docx(['{印影}']))).rejects.toMatchObject({
      ...{ kind: 'bad-input', code: 'minutes.template_unknown_tags', params: { tags: '印影' } },
    });
    const paper = await make(defaultTemplate('SUMMARY'), data);
    expect((await mammoth.extractRawText({ buffer: Buffer.from(paper) })).value).toContain('会議概要');
  });

  it('M-17: a template that is no Word file is refused and harms nobody', async () => {
    const { check } = createPaperMaker();
    await expect(check(new Uint8Array([1, 2, 3]))).rejects.toMatchObject({
      ...{ kind: 'bad-input', code: 'minutes.template_broken' },
    });
    await expect(check(defaultTemplate('SUMMARY'))).resolves.toBeUndefined();
  });

  it('M-16: a copy that would still tell what is hidden is not made', async () => {
    const { make } = createPaperMaker();
    await expect(make(defaultTemplate('SUMMARY'), data, ['図書館協議会', '霧島次郎'])).rejects.toMatchObject({
      ...{ kind: 'bad-input', code: 'minutes.copy_still_tells', params: { count: 1 } },
    });
  });
});
