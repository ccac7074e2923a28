import { describe, expect, it } from '@jest/globals';
import type { KaigiError } from '../shared/index.ts';
import { readDay, readPostsCsv } from './csv.ts';

const HEADER =
  '所属コード,所属名,所属種別,上位所属コード,職コード,職名,職位,所属長,職員(サインイン名),兼務,役割,開始日,終了日';
const LINE =
  'seisaku,政策課,SECTION,,kacho,課長,SECTION_HEAD,1,Section-Head@minato.example,0,AUDITOR|ADMIN,令和8年4月1日,';
const csv = (...lines: string[]) => new TextEncoder().encode(`\uFEFF${[HEADER, ...lines].join('\r\n')}`);

function refusal(bytes: Uint8Array): KaigiError {
  try {
    readPostsCsv(bytes);
  } catch (error) {
    return error as KaigiError;
  }
  throw new Error('was not refused');
}

describe('the CSV of posts', () => {
  it('is read with its BOM, line ends of Windows and era dates', () => {
    expect(readPostsCsv(csv(LINE))).toEqual([
      expect.objectContaining({
        unitCode: 'seisaku',
        headsUnit: true,
        signInName: 'section-head@minato.example',
        from: '2026-04-01',
        to: null,
        roles: ['AUDITOR', 'ADMIN'],
      }),
    ]);
  });

  it('is read as Shift_JIS where it is not UTF-8', () => {
    // 所属名 in Shift_JIS cannot be valid UTF-8; the header is, so only the decoder's choice is tried here.
    const sjis = Uint8Array.from([0x90, 0xad, 0x8d, 0xf4, 0x89, 0xdb]);
    expect(new TextDecoder('shift_jis').decode(sjis)).toBe('政策課');
    expect(refusal(sjis)).toMatchObject({
      code: 'directory.csv_unreadable',
      params: { reason: expect.stringContaining('列がありません') },
    });
  });

  it('names every wrong line at once and imports nothing', () => {
    const error = refusal(
      csv(LINE.replace('SECTION,', 'SEKTION,'), LINE, LINE.replace('令和8年4月1日', '令和8年2月30日')),
    );
    expect(error.code).toBe('directory.csv_rows');
    expect(error.params.rows).toMatch(/2行目：「所属種別」.*4行目：「開始日」/);
  });

  it('refuses a superior unit that has no line, an end before the start, and a broken table', () => {
    expect(refusal(csv(LINE.replace('SECTION,,', 'SECTION,nai,'))).params.rows).toContain('nai');
    expect(refusal(csv(`${LINE}2026-03-31`)).params.rows).toContain('終了日');
    expect(refusal(csv('a,b')).code).toBe('directory.csv_unreadable');
  });

  it('knows a vacant post by its empty name', () => {
    expect(readPostsCsv(csv(LINE.replace('Section-Head@minato.example', '')))[0]?.signInName).toBeNull();
  });
});

describe('a day in a CSV', () => {
  it('is read in the ways a city hall writes it', () => {
    for (const text of ['2026-04-01', '2026/4/1', '2026.4.1', '2026年4月1日', 'R8.4.1', '令和８年４月１日', 'R8/4/1']) {
      expect(readDay(text)).toBe('2026-04-01');
    }
    expect(readDay('令和元年5月1日')).toBe('2019-05-01');
    expect(readDay('H31.4.1')).toBe('2019-04-01');
    for (const wrong of ['', '4月1日', 'R8.13.1', '2026-02-30', 'T1.1.1']) expect(readDay(wrong)).toBeNull();
  });
});
