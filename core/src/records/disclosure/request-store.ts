import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { DisclosureScheme, Ruling } from '../../regulations/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { cut } from '../cut.ts';
import type { RequestState } from './rules.ts';

export interface RequestRow {
  readonly id: string;
  readonly registerId: string;
  readonly numberLabel: string;
  readonly receivedOn: LocalDate;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly scheme: DisclosureScheme;
  readonly regulationVersion: string;
  readonly subject: string;
  readonly state: RequestState;
  readonly correctionAskedOn: LocalDate | null;
  readonly correctionDays: number;
  /** 補正: what is to be put right, and by when. */
  readonly correctionWanted: string | null;
  readonly correctionUntil: LocalDate | null;
  readonly extendedOn: LocalDate | null;
  readonly extensionReason: string | null;
  readonly decidedOn: LocalDate | null;
  readonly decisionRegisterId: string | null;
  readonly decisionLabel: string | null;
  readonly withdrawnOn: LocalDate | null;
  readonly withdrawalNote: string;
  readonly dismissedOn: LocalDate | null;
  /** The 起案 that decided it, by its number; null of what was dismissed before it was asked for. */
  readonly dismissalRegisterId: string | null;
  readonly dismissalLabel: string | null;
  readonly dismissalArticle: string | null;
  readonly dismissalReason: string | null;
  readonly appealedOn: LocalDate | null;
  /** 審査会への諮問 */
  readonly referredOn: LocalDate | null;
  readonly referralNumber: string;
  /** 答申 */
  readonly advisedOn: LocalDate | null;
  readonly adviceNumber: string;
  readonly ruledOn: LocalDate | null;
  readonly ruling: Ruling | null;
  readonly rulingNote: string;
  readonly openedBy: Person;
  readonly openedAt: Date;
  readonly version: number;
}

const NAMES = {
  ...{ id: 'id', registerId: 'register_id', numberLabel: 'number_label', receivedOn: 'received_on', unitId: 'unit_id' },
  ...{ unitName: 'unit_name', unitPath: 'unit_path', scheme: 'scheme', regulationVersion: 'regulation_version' },
  ...{ subject: 'subject', state: 'state', correctionAskedOn: 'correction_asked_on', extendedOn: 'extended_on' },
  ...{ correctionDays: 'correction_days', extensionReason: 'extension_reason', decidedOn: 'decided_on' },
  ...{ decisionRegisterId: 'decision_register_id', decisionLabel: 'decision_label', appealedOn: 'appealed_on' },
  ...{ correctionWanted: 'correction_wanted', correctionUntil: 'correction_until', withdrawnOn: 'withdrawn_on' },
  ...{ withdrawalNote: 'withdrawal_note', dismissedOn: 'dismissed_on', dismissalArticle: 'dismissal_article' },
  ...{ dismissalRegisterId: 'dismissal_register_id', dismissalLabel: 'dismissal_label' },
  ...{ dismissalReason: 'dismissal_reason', referredOn: 'referred_on', ruling: 'ruling', rulingNote: 'ruling_note' },
  ...{ referralNumber: 'referral_number', advisedOn: 'advised_on', adviceNumber: 'advice_number' },
  ...{ ruledOn: 'ruled_on', openedBy: 'opened_by', openedAt: 'opened_at', version: 'version' },
} as const satisfies { readonly [name in keyof RequestRow]: string };
const FIELDS = Object.keys(NAMES) as (keyof RequestRow)[];
const COLUMNS = FIELDS.map((name) => `d.${NAMES[name]} as "${name}"`).join(', ');
const AS_JSON: ReadonlySet<keyof RequestRow> = new Set<keyof RequestRow>(['scheme', 'openedBy']);
const valuesOf = (row: RequestRow) => FIELDS.map((name) => (AS_JSON.has(name) ? JSON.stringify(row[name]) : row[name]));

export async function insertRequest(tx: Tx, row: RequestRow): Promise<boolean> {
  const made = await tx.query(
    `insert into kaigi.records_disclosure (municipality_id, ${FIELDS.map((name) => NAMES[name]).join(', ')})
     values ($1, ${FIELDS.map((_, at) => `$${at + 2}`).join(', ')}) on conflict do nothing returning id`,
    [tx.municipalityId, ...valuesOf(row)],
  );
  return made.length > 0;
}

/** On top of the version before; false where somebody was faster. */
export async function updateRequest(tx: Tx, row: RequestRow): Promise<boolean> {
  const at = (name: keyof RequestRow) => `$${FIELDS.indexOf(name) + 2}`;
  const touched = await tx.query(
    `update kaigi.records_disclosure d set ${FIELDS.map((name) => `${NAMES[name]} = ${at(name)}`).join(', ')}
     where d.municipality_id = $1 and d.id = ${at('id')} and d.version = ${at('version')} - 1 returning d.id`,
    [tx.municipalityId, ...valuesOf(row)],
  );
  return touched.length > 0;
}

export async function requestOf(tx: Tx, id: string, { locked = false } = {}): Promise<RequestRow | null> {
  const [row] = await tx.query<RequestRow>(
    `select ${COLUMNS} from kaigi.records_disclosure d where d.municipality_id = $1 and d.id = $2
     ${locked ? 'for no key update' : ''}`,
    [tx.municipalityId, id],
  );
  return row ?? null;
}

const MOST = 500;

/** The undecided first, then the newest; so many at most. */
export const requestsOf = async (tx: Tx, within: { own: readonly string[]; sections: readonly string[] } | null) => {
  const rows = await tx.query<RequestRow>(
    `select ${COLUMNS} from kaigi.records_disclosure d
     where d.municipality_id = $1 and ($2::uuid[] is null or d.unit_id = any($3::uuid[]) or d.unit_path && $2
       or exists (select from kaigi.records_disclosure_ask a where a.municipality_id = $1 and a.request_id = d.id
         and a.unit_id = any($3::uuid[])))
     order by d.state <> 'OPEN', d.received_on desc, d.id limit ${MOST + 1}`,
    [tx.municipalityId, within?.own ?? null, within?.sections ?? null],
  );
  return cut(rows, MOST);
};
