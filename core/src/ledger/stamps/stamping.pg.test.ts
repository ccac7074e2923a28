import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type About, type Report, systemClock } from '../../platform/index.ts';
import type { Caller } from '../../shared/index.ts';
import { TimestampsSchema } from '../contract.ts';
import { collect, HOST, type LedgerFixture, ledgerFixture, MINATO, testNotes } from '../ledger-fixture.ts';
import { createLedger, type Ledger } from '../service.ts';
import { makeAuthority, type Told } from './authority.fixture.ts';
import { certificatesIn } from './stamp.ts';
import type { TimestampAuthority } from './stamping.ts';

let fixture: LedgerFixture;
let ledger: Ledger;
let authority: TimestampAuthority;
let told: Told | Error = {};
let asked = 0;
const reported: { what: string; about: About | undefined }[] = [];

beforeAll(async () => {
  fixture = await ledgerFixture();
  const made = makeAuthority();
  authority = {
    url: 'https://tsa.example/',
    roots: certificatesIn(made.rootPem),
    policy: null,
    ask: async (request) => {
      asked += 1;
      if (told instanceof Error) throw told;
      return made.answer(request, told);
    },
  };
  ledger = ledgerWith(authority);
});
afterAll(() => fixture.close());

function ledgerWith(timestamps: TimestampAuthority | null): Ledger {
  const { db, keys, home } = fixture;
  const report: Report = { failed: (what, _error, about) => reported.push({ what, about }) };
  return createLedger({
    db,
    keys,
    host: HOST,
    anchorFolder: `${home}/anchors`,
    clock: systemClock,
    report,
    timestamps,
  });
}

async function grow(comment: string): Promise<void> {
  await fixture.write(MINATO, [comment]);
  await fixture.sequenceAll(MINATO);
}
const stamp = () => ledger.jobs.tasks['ledger/stamp']?.({} as never);
const verified = (of = ledger) => collect(of.verify({ municipalityId: MINATO, witnesses: [testNotes] }));

const caller: Caller = { municipalityId: MINATO, entraObjectId: 'x', via: 'api', locale: 'ja', idempotencyKey: null };
async function kept(roles: readonly string[] = ['AUDITOR']) {
  const route = ledger.routes(async () => roles).find((one) => one.path === '/ledger/timestamps');
  const answer = await route?.handle(caller, { params: {}, query: {}, body: undefined, file: null });
  return TimestampsSchema.parse(answer).items;
}

describe('R-19: time stamps of checkpoints', () => {
  it('are asked for once a checkpoint, kept beside it, and verified with the log', async () => {
    await stamp();
    expect(asked).toBe(0);
    await grow('one');
    await stamp();
    await stamp();
    expect([asked, reported]).toEqual([1, []]);
    expect(await kept()).toMatchObject([{ size: 1, authority: 'https://tsa.example/' }]);
    await expect(kept([])).rejects.toMatchObject({ code: 'ledger.not_an_auditor' });
    const { codes, summary } = await verified();
    expect(codes).toEqual([]);
    expect(summary.stamps).toMatchObject([{ size: 1, authority: 'CN=みなと時刻認証' }]);
  });

  it.each<[string, Told | Error, string]>([
    ['cannot be reached', new Error('no way there'), 'stamp_unreachable'],
    ['answers what was not asked', { nonce: Buffer.from('x') }, 'stamp_other_nonce'],
    ['refuses', { status: 2 }, 'stamp_refused'],
  ])('never stop the log when the authority %s', async (_, answer, code) => {
    told = answer;
    const before = await kept();
    await grow('more');
    await stamp();
    const about = { municipalityId: expect.any(String), treeSize: expect.any(Number), why: `ledger.${code}` };
    expect(reported.splice(0)).toEqual([{ what: 'ledger/stamp', about }]);
    expect(await kept()).toEqual(before);
    told = {};
    await grow('and more');
    await stamp();
    expect(await kept()).toHaveLength(before.length + 1);
  });

  it('are only ever added', async () => {
    for (const change of ['update kaigi.ledger_timestamp set authority = $$x$$', 'delete from kaigi.ledger_timestamp'])
      await expect(fixture.owner.query(change)).rejects.toThrow('what happened cannot be altered');
  });

  it('tell which checkpoint was altered, or which stamp was put in the place of another', async () => {
    await fixture.tamper(
      `update kaigi.ledger_timestamp s set token = other.token from kaigi.ledger_timestamp other
       where s.tree_size = 1 and other.tree_size = (select max(tree_size) from kaigi.ledger_timestamp)`,
    );
    const { findings } = await verified();
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([['ledger.stamp_other_bytes', '1']]);
  });

  it('count for nothing from an authority that is not trusted; without any configured they are still read', async () => {
    const stranger = ledgerWith({ ...authority, roots: certificatesIn(makeAuthority().rootPem) });
    expect(new Set((await verified(stranger)).codes)).toEqual(
      new Set(['ledger.stamp_other_bytes', 'ledger.stamp_untrusted']),
    );
    const unconfigured = await verified(ledgerWith(null));
    expect([unconfigured.codes, unconfigured.summary.stamps.length]).toEqual([['ledger.stamp_other_bytes'], 3]);
  });
});
