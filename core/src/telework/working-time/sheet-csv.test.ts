import { describe, expect, it } from '@jest/globals';
import { say } from '../../shared/index.ts';
import { checkLimits } from './limits.ts';
import { monthSheet } from './sheet.ts';
import { sheetsCsv } from './sheet-csv.ts';
import { oddityTexts, workingTimeTexts } from './text.ts';
import { plan, plans, punches, recordOf, span } from './working-time.fixture.ts';

const leave = [{ leaveId: 'l', kind: 'ANNUAL', span: span('16:15', '17:15') }];
const record = recordOf(punches('2026-07-01', 'START 8:30', 'END 26:00'), {
  plans: plans(plan('2026-07-01', { leave, reported: { plan: true, result: false } })),
});
const sheets = [
  { staffNumber: '000123', name: '𠮷田 梅', sheet: monthSheet('2026-07', record), closing: 'CLOSED' as const },
];
const leaves = new Map([['ANNUAL', '年次有給休暇']]);

describe('the CSV of the month', () => {
  it('T-15: has one row a day under a fixed header, times beyond midnight as 26:00', () => {
    const { bytes, unmappable } = sheetsCsv(sheets, { encoding: 'utf-8', locale: 'ja', leaves });
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(unmappable).toEqual([]);
    expect(lines).toHaveLength(32);
    expect(lines[0]?.split(',')).toHaveLength(32);
    expect(lines[1]).toBe(
      '"000123","𠮷田 梅","2026-07-01","水","勤務日","登庁（一部）・年次有給休暇（一部）","ENDED","8:30","26:00",465,60,0,930,0,60,' +
        '405,75,450,0,0,0,240,0,525,0,0,0,0,1,0,"命令なし時間外（要確認）","済"',
    );
    const english = sheetsCsv(sheets, { encoding: 'utf-8', locale: 'en', leaves: new Map() });
    expect(new TextDecoder().decode(english.bytes).split('\r\n')[0]?.split(',')).toHaveLength(32);
  });

  it('T-15: in Shift_JIS names every line in which a name cannot be written', () => {
    const { unmappable } = sheetsCsv(sheets, { encoding: 'shift_jis', locale: 'ja', leaves });
    expect(unmappable).toHaveLength(31);
    expect(unmappable[0]).toMatchObject({ line: 2, character: '𠮷' });
  });
});

describe('the sentences', () => {
  it('say a limit and an odd punch in both languages', () => {
    const months = [{ month: '2026-07', overtime: 46 * 60, dayOff: 0, statutoryDayOff: 0 }];
    const [found] = checkLimits('2026-07', months, record.rules.limits);
    const params = { value: 46, limit: 45 };
    expect(say(workingTimeTexts, found?.code ?? '', 'ja', params)).toBe('月の時間外勤務が46時間です（上限45時間）。');
    expect(say(workingTimeTexts, found?.code ?? '', 'en', params)).toBe('Overtime this month: 46 of 45 hours.');
    expect(say(oddityTexts, 'DOUBLE_END', 'ja', { time: '18:15' })).toBe('18:15の終了は、二度目の終了です。');
  });
});
