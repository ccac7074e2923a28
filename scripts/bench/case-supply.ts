import { newId } from '@kaigi/core/platform';
import type pg from 'pg';

/** A case that waits for an approval. */
export interface WaitingCase {
  readonly caseId: string;
  readonly version: number;
  /** In the order of the route. */
  readonly slotIds: readonly string[];
}

export interface Template {
  readonly caseId: string;
  readonly version: number;
}

const BATCH = 4_000;

// Every column comes with the template's row, so that a column added later is copied too.
const CASES = `insert into kaigi.approvals_case
  select copied.* from unnest($2::uuid[], $3::uuid[]) as f(case_id, record_id), kaigi.approvals_case c,
    lateral jsonb_populate_record(c, jsonb_build_object('case_id', f.case_id,
      'document', c.document || jsonb_build_object('recordId', f.record_id))) copied
  where c.case_id = $1`;
const SLOTS = `insert into kaigi.approvals_slot
  select copied.* from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as f(case_id, template_slot_id, slot_id)
    join kaigi.approvals_slot s on s.case_id = $1 and s.slot_id = f.template_slot_id,
    lateral jsonb_populate_record(s, jsonb_build_object('case_id', f.case_id, 'slot_id', f.slot_id)) copied`;
const RECORDS = `insert into kaigi.records_record
  select copied.* from unnest($2::uuid[], $3::uuid[]) as f(case_id, record_id), kaigi.records_record r,
    lateral jsonb_populate_record(r, jsonb_build_object('case_id', f.case_id, 'id', f.record_id)) copied
  where r.case_id = $1`;
const FILES = `insert into kaigi.records_file_version
  select copied.* from unnest($2::uuid[]) as f(record_id),
    kaigi.records_record r join kaigi.records_file_version v on v.record_id = r.id and v.file_version = r.file_version,
    lateral jsonb_populate_record(v, jsonb_build_object('record_id', f.record_id, 'leaf_id', uuidv7())) copied
  where r.case_id = $1`;

/** Copies of one case that the service itself made, as many as are wanted, with their records. */
export class CaseSupply {
  private readonly waiting: WaitingCase[] = [];
  private slots: string[] | null = null;
  private readonly owner: pg.Pool;
  private readonly template: Template;

  constructor(owner: pg.Pool, template: Template) {
    this.owner = owner;
    this.template = template;
  }

  take(): WaitingCase | undefined {
    return this.waiting.pop();
  }

  async fill(count: number): Promise<void> {
    while (this.waiting.length < count) {
      const batch = await this.copy(Math.min(BATCH, count - this.waiting.length));
      this.waiting.push(...batch);
    }
  }

  private async copy(count: number): Promise<WaitingCase[]> {
    const { caseId: from, version } = this.template;
    const templateSlots = await this.templateSlots();
    const made = Array.from({ length: count }, () => ({
      caseId: newId(),
      recordId: newId(),
      version,
      slotIds: templateSlots.map(() => newId()),
    }));
    const caseIds = made.map(({ caseId }) => caseId);
    const recordIds = made.map(({ recordId }) => recordId);
    await this.owner.query(RECORDS, [from, caseIds, recordIds]);
    await this.owner.query(FILES, [from, recordIds]);
    await this.owner.query(CASES, [from, caseIds, recordIds]);
    const caseOfSlot = made.flatMap(({ caseId, slotIds }) => slotIds.map(() => caseId));
    const slotIds = made.flatMap((one) => one.slotIds);
    await this.owner.query(SLOTS, [from, caseOfSlot, made.flatMap(() => templateSlots), slotIds]);
    return made;
  }

  private async templateSlots(): Promise<string[]> {
    if (this.slots) return this.slots;
    const found = await this.owner.query<{ slot_id: string }>(
      'select slot_id from kaigi.approvals_slot where case_id = $1 order by stage',
      [this.template.caseId],
    );
    this.slots = found.rows.map((row) => row.slot_id);
    return this.slots;
  }
}
