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

// Every column comes with the template's row, so that a column added later is copied too; ids stand in the documents as
// text, and are exchanged there.
const CASES = `insert into kaigi.approvals_case
  select copied.* from unnest($2::uuid[], $3::uuid[], $4::text[]) as f(case_id, record_id, slot_ids), kaigi.approvals_case c,
    lateral (select coalesce(replaced, c.state::text) as state from (
      select kaigi_bench.exchanged(c.state::text, $5::text[], string_to_array(f.slot_ids, ',')) as replaced) x) s,
    lateral jsonb_populate_record(c, jsonb_build_object('case_id', f.case_id,
      'state', replace(s.state, c.case_id::text, f.case_id::text)::jsonb,
      'content', jsonb_set(c.content::jsonb, '{document,recordId}', to_jsonb(f.record_id::text)))) copied
  where c.case_id = $1`;
const DESKS = `insert into kaigi.approvals_desk
  select copied.* from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as f(case_id, template_slot_id, slot_id)
    join kaigi.approvals_desk d on d.case_id = $1 and d.about_id = f.template_slot_id,
    lateral jsonb_populate_record(d, jsonb_build_object('case_id', f.case_id, 'about_id', f.slot_id)) copied`;
const PARTS = `insert into kaigi.approvals_part
  select copied.* from unnest($2::uuid[]) as f(case_id), kaigi.approvals_part p,
    lateral jsonb_populate_record(p, jsonb_build_object('case_id', f.case_id)) copied
  where p.case_id = $1`;
// Where cases are copied by the thousand, their texts are rewritten where they lie.
const EXCHANGED = `create schema if not exists kaigi_bench;
  create or replace function kaigi_bench.exchanged(source text, old text[], new text[]) returns text language plpgsql immutable as $$
  declare result text := source;
  begin
    for i in 1 .. coalesce(array_length(old, 1), 0) loop result := replace(result, old[i], new[i]); end loop;
    return result;
  end $$`;
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
    const newSlots = made.map((one) => one.slotIds.join(','));
    await this.owner.query(CASES, [from, caseIds, recordIds, newSlots, templateSlots]);
    const caseOfSlot = made.flatMap(({ caseId, slotIds }) => slotIds.map(() => caseId));
    const slotIds = made.flatMap((one) => one.slotIds);
    await this.owner.query(DESKS, [from, caseOfSlot, made.flatMap(() => templateSlots), slotIds]);
    await this.owner.query(PARTS, [from, caseIds]);
    return made;
  }

  private async templateSlots(): Promise<string[]> {
    if (this.slots) return this.slots;
    await this.owner.query(EXCHANGED);
    const found = await this.owner.query<{ slots: string[] }>(
      `select array(select slot ->> 'slotId' from json_array_elements(c.state -> 'route') slot) as slots
       from kaigi.approvals_case c where c.case_id = $1`,
      [this.template.caseId],
    );
    this.slots = found.rows[0]?.slots ?? [];
    return this.slots;
  }
}
