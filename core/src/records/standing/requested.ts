import type { Tx } from '../../platform/index.ts';
import { type Derived, differing } from './derived.ts';
import type { Fields, Standing } from './standing.ts';
import type { Line } from './store.ts';

const CORRECTION = { correctionAskedOn: null, correctionDays: 0, correctionWanted: null, correctionUntil: null };
const BOARD = { referredOn: null, referralNumber: '', advisedOn: null, adviceNumber: '' };
const APPEAL = { ...BOARD, ruledOn: null, ruling: null, rulingNote: '' };
const AT_FIRST: Fields = {
  ...{ state: 'OPEN', ...CORRECTION, extendedOn: null, extensionReason: null, appealedOn: null, ...APPEAL },
  ...{ decidedOn: null, decisionRegisterId: null, decisionLabel: null, withdrawnOn: null, withdrawalNote: '' },
  ...{ dismissedOn: null, dismissalRegisterId: null, dismissalLabel: null },
  ...{ dismissalArticle: null, dismissalReason: null },
};

/** What each line makes of the row; what a line from before did not say is `undefined`. */
const BECOMES: Readonly<Record<string, (line: Line, row: Fields) => Fields>> = {
  OPENED: ({ fact, actor }) => ({
    ...{ ...AT_FIRST, registerId: fact.registerId, numberLabel: fact.number, subject: fact.subject, openedBy: actor },
    ...{ receivedOn: fact.receivedOn, unitPath: fact.unitPath, scheme: fact.rules },
  }),
  EXTENDED: ({ fact }) => ({ extendedOn: fact.on, extensionReason: fact.reason }),
  CORRECTION_ASKED: ({ fact: { on, wanted = null, until = null } }) => ({
    ...{ correctionAskedOn: on, correctionWanted: wanted, correctionUntil: until },
  }),
  CORRECTED: ({ fact }, row) => ({
    ...{ correctionAskedOn: null, correctionUntil: null },
    correctionDays: Number(row.correctionDays) + Number(fact.days),
  }),
  DECIDED: ({ fact: { decidedOn, registerId, number } }) => ({
    ...{ state: 'DECIDED', decidedOn, decisionRegisterId: registerId, decisionLabel: number },
  }),
  WITHDRAWN: ({ fact: { on, note } }) => ({ state: 'WITHDRAWN', withdrawnOn: on, withdrawalNote: note }),
  DISMISSED: ({ fact: { on, registerId = null, number = null, article, reason } }) => ({
    ...{ state: 'DISMISSED', dismissedOn: on, dismissalRegisterId: registerId, dismissalLabel: number },
    ...{ dismissalArticle: article, dismissalReason: reason },
  }),
  APPEALED: ({ fact }) => ({ state: 'APPEALED', appealedOn: fact.on, ...APPEAL }),
  REFERRED: ({ fact: { on, number = '' } }) => ({ referredOn: on, referralNumber: number }),
  ADVISED: ({ fact: { on, number } }) => ({ advisedOn: on, adviceNumber: number }),
  RULED: ({ fact: { on, ruling = null, note = '' } }, row) => ({
    ...{ state: row.decidedOn === null ? 'DISMISSED' : 'DECIDED', ruledOn: on, ruling, rulingNote: note },
  }),
};

/** 開示請求: from its line of opening on, as each act left it. */
const requests: Standing = {
  ...{ history: 'kaigi.records_fact', leafKind: 'records/fact' },
  ...{ kind: 'disclosure', table: 'kaigi.records_disclosure', id: 'id' },
  columns: {
    ...{ state: 't.state', registerId: 't.register_id', numberLabel: 't.number_label', receivedOn: 't.received_on' },
    ...{ subject: 't.subject', openedBy: 't.opened_by', unitPath: 't.unit_path', scheme: 't.scheme' },
    ...{ correctionAskedOn: 't.correction_asked_on', correctionDays: 't.correction_days' },
    ...{ correctionWanted: 't.correction_wanted', correctionUntil: 't.correction_until' },
    ...{ extendedOn: 't.extended_on', extensionReason: 't.extension_reason', decidedOn: 't.decided_on' },
    ...{ decisionRegisterId: 't.decision_register_id', decisionLabel: 't.decision_label' },
    ...{ withdrawnOn: 't.withdrawn_on', withdrawalNote: 't.withdrawal_note', dismissedOn: 't.dismissed_on' },
    ...{ dismissalRegisterId: 't.dismissal_register_id', dismissalLabel: 't.dismissal_label' },
    ...{ dismissalArticle: 't.dismissal_article', dismissalReason: 't.dismissal_reason' },
    ...{ appealedOn: 't.appealed_on', referredOn: 't.referred_on', ruledOn: 't.ruled_on', ruling: 't.ruling' },
    ...{ referralNumber: 't.referral_number', advisedOn: 't.advised_on', adviceNumber: 't.advice_number' },
    ...{ rulingNote: 't.ruling_note', version: 't.version' },
  },
  name: { ja: '開示請求 {id}', en: 'request for disclosure {id}' },
  told(lines) {
    let row: Fields = { version: lines.length };
    for (const line of lines) row = { ...row, ...BECOMES[line.act]?.(line, row) };
    return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
  },
};

export const requestStandings: readonly Standing[] = [requests];

/** Lines of the request of such an act. */
const linesOf = (requestId: string, act: string): string =>
  `from kaigi.records_fact f where f.municipality_id = $1 and f.subject_kind = 'disclosure'
     and f.subject_id = ${requestId} and f.act = '${act}'`;
const OF_ITEM = `f.fact ->> 'itemId' = i.id::text`;
const COLLECTED = `exists (select ${linesOf('i.request_id', 'COLLECTED')}
  and (f.fact -> 'recordIds')::jsonb ? i.record_id::text)`;

const OF_LINES = differing([
  ['recordId', `i.record_id is not null and not ${COLLECTED}`],
  [
    'described',
    `i.described is distinct from (select f.fact ->> 'described' ${linesOf('i.request_id', 'DESCRIBED')} and ${OF_ITEM})`,
  ],
  ['decision', `i.decision is distinct from j.fact ->> 'decision'`],
  ['grounds', `to_jsonb(i.grounds) <> coalesce((j.fact -> 'grounds')::jsonb, '[]')`],
  ['note', `i.note <> coalesce(j.fact ->> 'note', '')`],
  ['judgedBy', `i.judged_by ->> 'staffId' is distinct from j.actor ->> 'staffId'`],
  ['isDropped', `i.is_dropped <> exists (select ${linesOf('i.request_id', 'DROPPED')} and ${OF_ITEM})`],
]);

const OF_COPY = differing([
  [
    'sha256',
    `not exists (select ${linesOf('i.request_id', 'REDACTED')} and ${OF_ITEM} and (f.fact ->> 'nth')::int = c.nth
       and f.fact ->> 'sha256' = c.sha256 and f.fact ->> 'sourceSha256' = c.source_sha256)`,
  ],
]);

/** Documents of requests, redacted copies and sections that were asked have no lines of their own: the request's tell. */
export const judgedWrongly = (tx: Tx): Promise<Derived[]> =>
  tx.query<Derived>(
    `select * from (
       select 'judged' as kind, i.id, ${OF_LINES} as fields from kaigi.records_disclosure_item i
       left join lateral (select f.fact, f.actor ${linesOf('i.request_id', 'JUDGED')} and ${OF_ITEM}
         order by f.seq desc limit 1) j on true
       where i.municipality_id = $1
       union all
       select 'redacted', i.id, ${OF_COPY} from kaigi.records_redaction c
       join kaigi.records_disclosure_item i on i.municipality_id = c.municipality_id and i.id = c.item_id
       where c.municipality_id = $1
       union all
       select distinct 'asked', a.request_id, array['unitId'] from kaigi.records_disclosure_ask a
       where a.municipality_id = $1 and not exists (
         select ${linesOf('a.request_id', 'ASKED')} and f.fact ->> 'unitId' = a.unit_id::text)
       union all
       select distinct 'collected', f.subject_id, array['recordId'] from kaigi.records_fact f
       cross join json_array_elements_text(f.fact -> 'recordIds') r(id)
       where f.municipality_id = $1 and f.subject_kind = 'disclosure' and f.act = 'COLLECTED' and not exists (
         select from kaigi.records_disclosure_item i where i.municipality_id = $1 and i.request_id = f.subject_id
           and i.record_id::text = r.id)
       union all
       select 'collected', f.subject_id, array['described'] from kaigi.records_fact f
       where f.municipality_id = $1 and f.subject_kind = 'disclosure' and f.act = 'DESCRIBED' and not exists (
         select from kaigi.records_disclosure_item i where i.municipality_id = $1 and i.id::text = f.fact ->> 'itemId')
     ) wrong where cardinality(wrong.fields) > 0 order by wrong.kind, wrong.id`,
    [tx.municipalityId],
  );
