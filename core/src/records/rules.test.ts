import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safeFileName } from './rules.ts';

describe('a safe file name', () => {
  it.each([
    ['起案.docx', '起案.docx'],
    ['起案.DOCX', '起案.docx'],
    ['起案.doc', '起案.docx'],
    ['起案.docx ', '起案.docx'],
    ['起案.docx. .', '起案.docx'],
    ['起案', '起案.docx'],
    ['起案.pdf', '起案.pdf.docx'],
    ['a.exe', 'a.exe.docx'],
    ['起案.docx.exe', '起案.docx.exe.docx'],
    ['..\\..\\起案.docx', '起案.docx'],
    ['/etc/passwd', 'passwd.docx'],
    ['表 <1>: "案"?.docx', '表 _1__ _案__.docx'],
    ['invoice\u202Excod.exe', 'invoicexcod.exe.docx'],
    ['a\r\nSet-Cookie: x.docx', 'aSet-Cookie_ x.docx'],
    ['か\u3099.docx', 'が.docx'],
    ['con.docx', 'con_.docx'],
    ['...', '文書.docx'],
    ['', '文書.docx'],
    ['.docx', '文書.docx'],
  ])('of %j is %j', (given, name) => {
    expect(safeFileName(given)).toBe(name);
  });

  it('is one any file system takes, whatever was given, and stays the same when made safe again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeFileName(given);
        expect(name).toMatch(/^[^<>:"|?*/\\\p{Cc}\p{Cf}]+\.docx$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
        expect(name.isWellFormed()).toBe(true);
      }),
    );
  });
});
