import { LAPSED } from '../register/present.ts';
import { said } from './paper.ts';
import type { Fields, Standing } from './standing.ts';
import type { Line } from './store.ts';

const FACTS = { history: 'kaigi.records_register_fact', leafKind: 'records/register-fact' } as const;
const CHANGEABLE = ['theirNumber', 'dueOn', 'handling', 'issuedOn', 'completedOn', 'note'] as const;
const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** What was said with the number itself, which its leaf has: of a document nothing, of older numbers nobody knows. */
const firstSaid = ({ origin, said: given }: Fields): Fields =>
  origin === 'DOCUMENT' ? { theirNumber: null, dueOn: null } : ((given ?? {}) as Fields);

/** A number that nobody has changed: what the lines of a later change would say is empty. */
function untouched(row: Fields): Fields {
  const nothing = { handling: null, issuedOn: null, completedOn: null, note: null };
  return {
    ...{ state: row.origin === 'RESERVED' ? 'RESERVED' : 'TAKEN', voidReason: null, laterTitle: null },
    ...{ laterCounterparty: null, isConfirmed: false },
    ...(row.origin === 'DOCUMENT' ? {} : { recordId: null, sha256: null }),
    ...(row.origin === 'IMPORTED' ? {} : nothing),
    ...firstSaid(row),
  };
}

function changed({ act, fact }: Line): Fields {
  switch (act) {
    case 'CONFIRMED': {
      const { title = null, counterparty = null, recordId = null, sha256 = null } = fact;
      return {
        state: 'TAKEN',
        isConfirmed: true,
        laterTitle: title,
        laterCounterparty: counterparty,
        recordId,
        sha256,
      };
    }
    case 'VOIDED':
      return { state: 'VOID', voidReason: fact.reason };
    case 'LAPSED':
      return { state: 'VOID', voidReason: LAPSED };
    default: {
      const { note, ...given } = said([{ act, fact, seq: 0, at: new Date(0), actor: NOBODY }], named(CHANGEABLE));
      return note === undefined ? given : { ...given, note: note || null };
    }
  }
}
const NOBODY = { staffId: '', name: '', postTitle: '', unitName: '' };

/** 番号: what became of it. What was said when it was taken is a leaf of its own. */
const numbers: Standing = {
  ...{ ...FACTS, kind: 'number', table: 'kaigi.records_register', id: 'id' },
  columns: {
    ...{ origin: 't.origin', state: 't.state', version: 't.version', recordId: 't.record_id', sha256: 't.sha256' },
    ...{ isConfirmed: 't.confirmed_at is not null', laterTitle: 't.later_title', voidReason: 't.void_reason' },
    ...{ laterCounterparty: 't.later_counterparty', theirNumber: 't.their_number', dueOn: 't.due_on' },
    ...{ handling: 't.handling', issuedOn: 't.issued_on', completedOn: 't.completed_on', note: 't.note' },
    said: 't.first_said',
  },
  name: { ja: '文書収発簿の番号 {id}', en: 'register number {id}' },
  told: (lines, row) => ({
    ...Object.assign({}, untouched(row), ...lines.map(changed)),
    version: lines.length + 1,
  }),
  mayBeSilent: () => true,
};

const STATE_AFTER: Readonly<Record<string, string>> = {
  ...{ DISTRIBUTED: 'DISTRIBUTED', ACCEPTED: 'ACCEPTED', RETURNED: 'RETURNED' },
  ...{ PREPARED: 'PREPARED', SEALED: 'SEALED', SENT: 'SENT', WITHDRAWN: 'WITHDRAWN' },
};
const stateOf = (lines: readonly Line[]): string | undefined =>
  STATE_AFTER[lines.findLast(({ act }) => act in STATE_AFTER)?.act ?? ''];

/** 収受の配布: whose it is, how it came, and what the section said. */
const receipts: Standing = {
  ...{ ...FACTS, kind: 'receipt', table: 'kaigi.records_receipt', id: 'register_id' },
  columns: {
    ...{ state: 't.state', unitId: 't.unit_id', cameBy: 't.came_by', signature: 't.signature', version: 't.version' },
    ...{ acknowledged: 't.acknowledged', acceptedBy: 't.accepted_by', returnReason: 't.return_reason' },
  },
  name: { ja: '収受 {id}', en: 'receipt {id}' },
  told(lines) {
    const last = lines.at(-1);
    return {
      ...said(lines, named(['unitId', 'cameBy', 'signature', 'acknowledged'])),
      ...{ state: stateOf(lines), version: lines.length },
      acceptedBy: last?.act === 'ACCEPTED' ? last.actor.name : null,
      returnReason: last?.act === 'RETURNED' ? last.fact.reason : null,
    };
  },
};

/** 施行: to whom, how, sealed and sent by whom, and what a signature was found to be. */
const issues: Standing = {
  ...{ ...FACTS, kind: 'issue', table: 'kaigi.records_issue', id: 'id' },
  columns: {
    ...{ registerId: 't.register_id', state: 't.state', sender: 't.sender', addressee: 't.addressee', seal: 't.seal' },
    ...{ method: 't.method', sentOn: 't.sent_on', sealedBy: 't.sealed_by', sentBy: 't.sent_by', version: 't.version' },
    ...{ signatureStatus: 't.signature_status', signatureBy: 't.signature_by', signatureUntil: 't.signature_until' },
    signatureSource: 't.signature_source',
  },
  name: { ja: '施行 {id}', en: 'issue {id}' },
  told(lines) {
    const by = (act: string) => lines.findLast((line) => line.act === act)?.actor ?? null;
    return {
      ...{ signatureStatus: null, signatureBy: null, signatureUntil: null, signatureSource: null, sentOn: null },
      ...said(lines, named(['registerId', 'sender', 'addressee', 'seal', 'method', 'sentOn'])),
      ...said(lines, {
        signatureStatus: 'status',
        signatureBy: 'by',
        signatureUntil: 'until',
        signatureSource: 'source',
      }),
      ...{ state: stateOf(lines), sealedBy: by('SEALED'), sentBy: by('SENT'), version: lines.length },
    };
  },
};

const POSTED = ['addressee', 'chargeId', 'chargeName', 'unitYen', 'pieces', 'issueId', 'sentOn', 'article'] as const;

/** 郵便発送簿: what was entered, and whether it was made void. */
const postage: Standing = {
  ...{ ...FACTS, kind: 'postage', table: 'kaigi.records_postage', id: 'id' },
  columns: {
    ...{ addressee: 't.addressee', chargeId: 't.charge_id', chargeName: 't.charge_name', unitYen: 't.unit_yen' },
    ...{ pieces: 't.pieces', issueId: 't.issue_id', sentOn: 't.sent_on', article: 't.article', version: 't.version' },
    ...{ enteredBy: 't.entered_by', voidReason: 't.void_reason' },
  },
  name: { ja: '郵便発送簿の行 {id}', en: 'postage entry {id}' },
  told: (lines) => ({
    ...said(lines, named(POSTED)),
    ...{ enteredBy: lines[0]?.actor, version: lines.length },
    voidReason: lines.find(({ act }) => act === 'VOIDED')?.fact.reason ?? null,
  }),
};

/** 移行: which old ledger was read, by whom. */
const imports: Standing = {
  ...{ ...FACTS, kind: 'import', table: 'kaigi.records_import', id: 'id' },
  columns: { sha256: 't.sha256', fileName: 't.file_name', rowCount: 't.row_count', importedBy: 't.imported_by' },
  name: { ja: '台帳の移行 {id}', en: 'import {id}' },
  told: (lines) => ({ ...said(lines, named(['sha256', 'fileName', 'rowCount'])), importedBy: lines[0]?.actor }),
};

export const registerStandings: readonly Standing[] = [numbers, receipts, issues, postage, imports];
