import { recordOf, punches, plan, plans } from '../core/src/telework/working-time/working-time.fixture.ts';
import { monthSheet } from '../core/src/telework/working-time/sheet.ts';
import { fingerprintOf } from '../core/src/telework/working-time/fingerprint.ts';
import { reviewOf } from '../core/src/telework/sheets/review.ts';
import { isWorkingDay, addDays } from '../core/src/shared/index.ts';
const days = Array.from({length: 31}, (_, n) => addDays('2026-10-01' as never, n)).filter((d) => isWorkingDay(d, new Set()));
const make = () => recordOf(days.flatMap((d) => punches(d, 'START 8:30', 'END 17:15')), { now: new Date('2026-11-20T00:00:00Z'), plans: plans(...days.filter((_, n) => n % 5 === 0).map((d) => plan(d, { telework: [{ kind: 'HOME', span: null }] }))) });
const records = Array.from({length: 600}, make);
const t = (name: string, f: () => void) => { const c0 = process.cpuUsage(); f(); const c = process.cpuUsage(c0); console.log(name, ((c.user + c.system) / 1000 / records.length).toFixed(3), 'ms'); };
for (let i = 0; i < 3; i += 1) {
  t('monthSheet', () => { for (const r of records) monthSheet('2026-10', r); });
  const sheets = records.map((r) => monthSheet('2026-10', r));
  t('fingerprint', () => { for (const s of sheets) fingerprintOf(s); });
  t('clone', () => { structuredClone({ records: new Map(records.map((r, n) => [n, r])) }); });
  t('review', () => { for (const r of records) reviewOf('2026-10', r); });
}
