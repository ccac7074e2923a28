import { said } from './paper.ts';
import type { Standing } from './standing.ts';

const RETURNED: ReadonlySet<string> = new Set(['RETURN', 'TAKE_BACK']);

/** 廃棄・移管目録: how far it is, who began and confirmed it, what was decided upon and packed. */
const lists: Standing = {
  ...{ history: 'kaigi.records_fact', leafKind: 'records/fact' },
  ...{ kind: 'disposal', table: 'kaigi.records_disposal_list', id: 'id' },
  columns: {
    ...{ fiscalYear: 't.fiscal_year', unitId: 't.unit_id', nth: 't.nth', endsBy: 't.ends_by', state: 't.state' },
    ...{ version: 't.version', madeBy: 't.made_by', fingerprint: 't.fingerprint', packageSha256: 't.package_sha256' },
    ...{ begunBy: `t.begun_by ->> 'staffId'`, confirmedBy: `t.confirmed_by ->> 'staffId'` },
    institution: `t.receipt ->> 'institution'`,
    ...{ reference: `t.receipt ->> 'reference'`, receivedOn: `t.receipt ->> 'receivedOn'` },
  },
  name: { ja: '廃棄・移管目録 {id}', en: 'disposal list {id}' },
  told(lines) {
    const last = (acts: readonly string[]) => lines.findLast(({ act }) => acts.includes(act));
    const [begun, confirmed] = [last(['BEGIN', 'GIVE_UP']), last(['CONFIRM'])];
    const back = last(['PROPOSE', ...RETURNED]);
    return {
      ...{ state: 'SECTION', packageSha256: null, institution: null, reference: null, receivedOn: null },
      ...said(lines, { fiscalYear: 'fiscalYear', unitId: 'unitId', nth: 'nth', endsBy: 'endsBy', state: 'state' }),
      ...said(lines, { packageSha256: 'package', institution: 'institution', reference: 'reference' }),
      ...said(lines, { receivedOn: 'receivedOn' }),
      ...{ version: lines.length, madeBy: lines[0]?.actor },
      fingerprint: back === undefined || RETURNED.has(back.act) ? null : back.fact.fingerprint,
      begunBy: begun?.act === 'BEGIN' ? begun.actor.staffId : null,
      confirmedBy: confirmed?.actor.staffId ?? null,
    };
  },
};

export const listStandings: readonly Standing[] = [lists];
