import { describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../approvals/contract.ts';
import { takingBack } from '../../approvals/disposals/take-back.ts';
import type { InstructionView } from '../../approvals/instructions/contract.ts';
import { entryOf } from '../../approvals/instructions/witness.ts';
import { append } from '../../ledger/index.ts';
import { newId } from '../../platform/index.ts';
import { aDocument, MINATO } from '../../testing/test-city.ts';
import { until } from '../../testing/until.ts';
import {
  CHIEF,
  destructionDecided,
  findings,
  hall,
  listed,
  OFFICER,
  sql,
  step,
  withDisposals,
} from './disposal.fixture.ts';

withDisposals();

const PURPOSE = '鹿威しの説明会';
const SAID = [PURPOSE, '苔庭への異論', '飛石の事情'];

/** Drafted from a 作成指示 that is taken back when the draft is there, and decided. */
async function drafted(title: string): Promise<{ view: CaseView; instruction: InstructionView }> {
  const { approvals } = hall.city.suite;
  const staffId = await hall.staffId('drafter');
  const given = await hall.call<InstructionView>('section-head', 'POST /instructions', {
    body: { staffId, purpose: PURPOSE, reader: '市民', length: 'A4 1枚' },
  });
  const input = { title, proposalText: '伺います', classificationCode: 'A-04-02', instructionId: given.id };
  let view = await approvals.draft(hall.city.as('drafter'), input, aDocument(title));
  const instruction = await hall.call<InstructionView>('section-head', 'POST /instructions/{id}/cancel', {
    params: { id: given.id },
    body: { version: 2, reason: SAID[2] },
  });
  view = await approvals.submit(hall.city.as('drafter'), view.id, view.version);
  const approve = { act: 'approve', version: view.version, comment: SAID[1] ?? '' } as const;
  view = await approvals.act(hall.city.as('subsection-head'), view.id, approve);
  view = await approvals.act(hall.city.as('section-head'), view.id, { act: 'approve', version: view.version });
  await hall.run('');
  return { view, instruction };
}

async function disposedOf({ document: { recordId } }: CaseView): Promise<void> {
  await sql(
    `update kaigi.records_keeping set ends_on = '2020-03-31', starts_on = '2019-04-01', version = 1 where record_id = $1`,
    [recordId],
  );
  await carriedOut();
}

async function carriedOut(): Promise<void> {
  const list = await listed();
  await destructionDecided(list);
  await step(OFFICER, list.id, 'BEGIN');
  await step(CHIEF, list.id, 'CONFIRM');
  await hall.run('');
}

const instructionOf = (id: string, who = 'drafter') =>
  hall.call<InstructionView>(who, 'GET /instructions/{id}', { params: { id } });

/** In which tables, the log among them, any of these words stands. */
async function tracesOf(words: readonly string[], about: readonly string[] = []): Promise<string[]> {
  const tables = await sql(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'kaigi' and c.relkind = 'r' and c.relname !~ '^(platform_|ledger_t)'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const text = name.startsWith('ledger_')
      ? `convert_from((to_jsonb(t) ->> 'entry')::bytea, 'UTF8')`
      : 'to_jsonb(t)::text';
    const [row] = await sql(
      `select exists (select from kaigi.${name} t where ${text} ~ $1 and ($2 = '' or ${text} ~ $2)) as there`,
      [words.join('|'), about.join('|')],
    );
    if (row.there) found.push(name);
  }
  return found.toSorted();
}

/** As it was before words went with the document: nobody says that they go. */
async function withoutForgetting(work: () => Promise<void>): Promise<void> {
  await sql(`create function kaigi.test_nothing() returns trigger language plpgsql as 'begin return null; end'`);
  await sql(`create trigger test_nothing before insert on kaigi.approvals_words_gone
    for each row execute function kaigi.test_nothing()`);
  await work();
  await sql('drop trigger test_nothing on kaigi.approvals_words_gone');
  await sql('drop function kaigi.test_nothing()');
}

/** A 作成指示 as it was written before: its words stand in the log itself. */
async function oldInstruction(purpose: string): Promise<string> {
  const { db } = hall.city.test;
  const instructionId = newId();
  const person = async (name: string) => ({
    ...{ staffId: await hall.staffId(name), name: `見本 ${name}`, postTitle: '課長', unitName: '政策課' },
  });
  const [givenBy, addressee] = [await person('section-head'), await person('drafter')];
  const given = {
    ...{ givenBy, addressee, purpose, reader: '', length: '', dueOn: null, sample: null },
    ...{ confidentiality: 'C2' as const },
  };
  const nothing = { said: null, saidSha256: null };
  const line = { seq: 1, at: new Date(), act: 'GIVEN', actor: givenBy, caseId: null, reason: null } as const;
  const leaf = { ...line, ...nothing, via: 'api', leafId: newId() } as const;
  await db.inMunicipality(MINATO, async (tx) => {
    const [post] = await tx.query<{ id: string }>('select post_id as id from kaigi.directory_post limit 1');
    const giverPostId = post?.id ?? '';
    await tx.query(`insert into kaigi.approvals_instruction values ($1, $2, $3, $4, $5, $6)`, [
      ...[MINATO, instructionId, givenBy.staffId, giverPostId, addressee.staffId, JSON.stringify(given)],
    ]);
    await tx.query(
      `insert into kaigi.approvals_instruction_line (municipality_id, instruction_id, seq, at, act, actor, via, leaf_id)
       values ($1, $2, 1, $3, 'GIVEN', $4, 'api', $5)`,
      [MINATO, instructionId, leaf.at, JSON.stringify(givenBy), leaf.leafId],
    );
    await append(tx, [entryOf({ instructionId, giverPostId, given, ...nothing }, leaf)]);
  });
  return instructionId;
}

describe('R-15: what was written in a 作成指示', () => {
  it('goes with the document that was drafted from it; who asked whom when stays, proved, and no other change is let', async () => {
    const { view, instruction } = await drafted('庭園の公開');
    expect(instruction).toMatchObject({ purpose: PURPOSE, cancelled: { reason: SAID[2] }, wordsGone: false });
    expect(await findings()).toEqual([]);
    // The log never has the words themselves.
    expect(await tracesOf([PURPOSE, SAID[2] ?? ''])).not.toContain('ledger_leaf');
    await disposedOf(view);
    expect(await tracesOf(SAID)).toEqual([]);
    const gone = await instructionOf(instruction.id);
    expect(gone).toMatchObject({
      ...{ id: instruction.id, wordsGone: true, purpose: '', reader: '', length: '', state: 'CANCELLED' },
      ...{ givenBy: instruction.givenBy, addressee: instruction.addressee, history: instruction.history },
    });
    expect(gone.cancelled).toMatchObject({ reason: '' });
    expect(await findings()).toEqual([]);
    for (const [table, change] of [
      ['approvals_instruction', `said = '{"salt":"","purpose":"別のこと"}'`],
      ['approvals_instruction', 'said_sha256 = null'],
      ['approvals_instruction', `given = '{}'`],
      ['approvals_instruction_line', `said = '{"salt":"","reason":"別の事情"}', said_sha256 = null`],
      ['approvals_instruction_line', `act = 'DONE'`],
    ])
      await expect(
        sql(`update kaigi.${table} set ${change} where instruction_id = $1`, [instruction.id]),
      ).rejects.toThrow('cannot be altered');
  });
});

describe('R-15: what disposals left behind that were carried out before words went with the document', () => {
  const takeBack = () => hall.run('approvals/take-back-words');
  const title = '藤棚の手入れ';

  it('is taken back once, case by case, also where it is broken off in the middle; verify agrees at every point', async () => {
    const { db } = hall.city.test;
    const old = await oldInstruction('藤の花の見頃');
    const both = [await drafted(`${title}（一）`), await drafted(`${title}（二）`)];
    const { approvals } = hall.city.suite;
    const input = {
      title: `${title}（三）`,
      proposalText: '伺います',
      classificationCode: 'A-04-02',
      instructionId: old,
    };
    const third = await approvals.draft(hall.city.as('drafter'), input, aDocument('三'));
    const sent = await approvals.submit(hall.city.as('drafter'), third.id, third.version);
    const seen = await approvals.act(hall.city.as('subsection-head'), sent.id, {
      act: 'approve',
      version: sent.version,
    });
    const last = await approvals.act(hall.city.as('section-head'), seen.id, { act: 'approve', version: seen.version });
    const views = [...both.map(({ view }) => view), last];
    await hall.run('');
    await withoutForgetting(async () => {
      await sql(
        `update kaigi.records_keeping set ends_on = '2020-03-31', starts_on = '2019-04-01', version = 1
         where record_id = any($1)`,
        [views.map(({ document: { recordId } }) => recordId)],
      );
      await carriedOut();
    });
    const left = () =>
      sql(
        `select case_id from kaigi.approvals_case c where c.state->>'disposed' is null
      and c.case_id = any($1)`,
        [views.map(({ id }) => id)],
      );
    expect([(await left()).length, await tracesOf(SAID)]).toEqual([3, expect.arrayContaining(['approvals_case'])]);
    expect(await findings()).toEqual([]);

    const [first] = views.map(({ document: { recordId } }) => recordId).toSorted();
    await sql(`create function kaigi.test_cut() returns trigger language plpgsql as
      'begin if new.record_id <> ''${first}'' then raise exception ''cut off''; end if; return new; end'`);
    await sql(`create trigger test_cut before insert on kaigi.approvals_words_gone
      for each row execute function kaigi.test_cut()`);
    const { directory } = hall.city.suite;
    const { tasks } = takingBack({ db, directory, enqueue: async () => undefined });
    await expect(tasks['approvals/take-back-words-city']?.({ municipalityId: MINATO })).rejects.toThrow('cut off');
    await sql('drop trigger test_cut on kaigi.approvals_words_gone');
    await hall.run('');
    expect((await left()).length).toBe(2);
    expect(await findings()).toEqual([]);
    await takeBack();
    await until(async () => (await left()).length === 0);
    await hall.run('');
    expect(await tracesOf(SAID)).toEqual([]);
    expect(await findings()).toEqual([]);
    for (const view of views)
      expect(
        (await approvals.history(hall.city.as('drafter'), view.id)).filter(({ act }) => act === 'WORDS_GONE'),
      ).toHaveLength(1);

    // Of before, the log has the words themselves: they stay there and in the row, and nobody is shown them.
    expect(await tracesOf(['藤の花の見頃'])).toEqual(['approvals_instruction', 'ledger_leaf']);
    expect(await instructionOf(old)).toMatchObject({ wordsGone: true, purpose: '' });
    const lines = await sql('select count(*) from kaigi.approvals_history');
    await takeBack();
    expect(await sql('select count(*) from kaigi.approvals_history')).toEqual(lines);
  });
});

describe('R-15: what was written in a 作成指示 whose document is kept', () => {
  it('stays where the document stays, whoever tries; and words that are there, or are not, against that are found', async () => {
    const { instruction } = await drafted('庭園の清掃');
    const [id] = [instruction.id];
    const losing = `said_sha256 = encode(sha256(convert_to(said::text, 'UTF8')), 'hex'), said = null`;
    for (const table of ['approvals_instruction', 'approvals_instruction_line'])
      await expect(
        sql(`update kaigi.${table} set ${losing} where instruction_id = $1 and said is not null`, [id]),
      ).rejects.toThrow('cannot be altered');
    const client = await hall.city.test.owner.connect();
    try {
      await client.query(`set session_replication_role = 'replica'`);
      const said = await sql('select said::text from kaigi.approvals_instruction where instruction_id = $1', [id]);
      await client.query(`update kaigi.approvals_instruction set ${losing} where instruction_id = $1`, [id]);
      expect(await findings()).toEqual([`approvals.instruction_words_taken ${id}`]);
      const back = 'update kaigi.approvals_instruction set said = $2, said_sha256 = null where instruction_id = $1';
      await client.query(back, [id, said[0].said]);
      expect(await findings()).toEqual([]);
    } finally {
      client.release(true);
    }
  });
});
