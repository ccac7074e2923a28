import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../platform/index.ts';
import { type Caller, Download, type Route } from '../shared/index.ts';
import { fromBase64 } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import { ConsistencySchema, InclusionSchema, LedgerKeySchema } from './contract.ts';
import { verifyEd25519 } from './ed25519.ts';
import {
  collect,
  HOST,
  type LedgerFixture,
  ledgerFixture,
  loudReport,
  MINATO,
  testNotes,
  YAMATO,
} from './ledger-fixture.ts';
import { leafHash, rootOf } from './merkle.ts';
import { openNote, parseVkey, verifierOf } from './note.ts';
import { extendsTree, includes } from './proofs.ts';
import { proveConsistency, proveInclusion } from './read-log.ts';
import { createLedger, type Ledger } from './service.ts';
import { entriesOf, hashesAtLevel, hashesOf, parseTilePath, TILE_WIDTH, tilePath, tilesOf } from './tiles.ts';

// Many processes may share the machine's cores.
const SIZE = 70_000;
let fixture: LedgerFixture;
let ledger: Ledger;

beforeAll(async () => {
  fixture = await ledgerFixture();
  // Written by the database: this is about the shape of a large log, made by many batches.
  await fixture.owner.query(
    `insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry)
     select $1::uuid, n.id, 'other/thing', n.at::text,
            convert_to(format('{"body":null,"kind":"other/thing","leafId":"%s","subject":"%s","v":1}', n.id, n.at), 'UTF8')
     from (select at, lpad(to_hex(at), 32, '0')::uuid as id from generate_series(0, $2::int - 1) at) n`,
    [MINATO, SIZE],
  );
  await fixture.sequenceAll(MINATO);
  const { db, keys, home } = fixture;
  const anchorFolder = `${home}/anchors`;
  ledger = createLedger({ db, keys, host: HOST, anchorFolder, clock: systemClock, report: loudReport });
});
afterAll(() => fixture.close());

const caller = (municipalityId: string): Caller => ({
  municipalityId,
  entraObjectId: 'x',
  via: 'api',
  locale: 'ja',
  idempotencyKey: null,
});

async function get(path: string, params: unknown = {}, roles = ['AUDITOR'], municipalityId = MINATO): Promise<unknown> {
  const found = ledger.routes(async () => roles).find((one: Route) => one.path === path);
  return found?.handle(caller(municipalityId), { params, query: params, body: undefined, file: null });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const answer = await get('/ledger/tile/{path+}', { path });
  return answer instanceof Download ? answer.bytes : new Uint8Array();
}

async function checkpoint() {
  const answer = await get('/ledger/checkpoint');
  const note = answer instanceof Download ? new TextDecoder().decode(answer.bytes) : '';
  const key = LedgerKeySchema.parse(await get('/ledger/key'));
  const verifier = parseVkey(key.vkey);
  const opened = verifier ? openCheckpoint(note, [verifier], verifyEd25519) : null;
  return { note, key, size: opened?.size ?? -1, root: opened?.root ?? new Uint8Array() };
}

describe('an outsider with the published formats', () => {
  it('gets the key and a checkpoint that it opens', async () => {
    const { key, size, note } = await checkpoint();
    expect(key).toMatchObject({ origin: `${HOST}/kaigi/${MINATO}`, formerVkeys: [] });
    expect(size).toBe(SIZE);
    expect(openNote(note, [verifierOf(key.origin, fixture.keys.signer.publicKey)], verifyEd25519)).not.toBeNull();
  });

  it('gets every tile and every bundle, each made of the level below, up to the signed root', async () => {
    const { root } = await checkpoint();
    const levels: Uint8Array[][] = [];
    for (const tile of tilesOf(SIZE)) {
      const hashes = hashesOf(await bytesOf(tilePath(tile)));
      expect(hashes).toHaveLength(tile.width);
      levels[tile.level] = [...(levels[tile.level] ?? []), ...hashes];
    }
    const [leaves = []] = levels;
    expect(rootOf(leaves)).toEqual(Uint8Array.from(root));
    for (const [level, hashes] of levels.entries()) expect(hashes).toHaveLength(hashesAtLevel(level, SIZE));
    expect(levels[1]?.[3]).toEqual(Buffer.from(rootOf(leaves.slice(3 * TILE_WIDTH, 4 * TILE_WIDTH))));
    for (const path of ['entries/000', 'entries/273.p/112', 'entries/100.p/5']) {
      const first = (parseTilePath(path)?.index ?? 0) * TILE_WIDTH;
      const entries = entriesOf(await bytesOf(path)) ?? [];
      expect(entries.map((entry) => leafHash(entry))).toEqual(leaves.slice(first, first + entries.length));
    }
  });

  it('gets proofs of inclusion that hold for the newest checkpoint', async () => {
    const { size, root } = await checkpoint();
    for (const index of [0, 255, 256, 65_535, 65_536, 69_887, 69_999]) {
      const leafId = index
        .toString(16)
        .padStart(32, '0')
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      const found = await fixture.db.inMunicipality(MINATO, (tx) => proveInclusion(tx, leafId));
      expect(found.index).toBe(index);
      expect(includes({ index, size, root, leafHash: leafHash(found.entry) }, found.proof)).toBe(true);
    }
  });

  it('gets proofs that earlier checkpoints only grew', async () => {
    const newest = await checkpoint();
    const { rows } = await fixture.owner.query<{ tree_size: number; root: Buffer }>(
      'select tree_size, root from kaigi.ledger_checkpoint where municipality_id = $1 order by tree_size',
      [MINATO],
    );
    expect(rows).toHaveLength(35);
    for (const { tree_size: older, root } of rows.filter((_, at) => at % 7 === 0)) {
      const proof = await fixture.db.inMunicipality(MINATO, (tx) => proveConsistency(tx, older, SIZE));
      expect(extendsTree({ size: older, root }, newest, proof)).toBe(true);
    }
  });
});

describe('the routes of the log', () => {
  it.each([
    ['a path that is none', '0/0'],
    ['a path that climbs', '0/../../x'],
    ['a full tile that is not full yet', '0/273'],
    ['more of a tile than there is', '0/273.p/113'],
    ['a tile beyond the end', '0/274.p/1'],
    ['a level beyond the top', '3/000.p/1'],
  ])('have no tile for %s', async (_, path) => {
    await expect(bytesOf(path)).rejects.toMatchObject({ kind: 'not-found', code: 'ledger.no_such_tile' });
  });

  it.each(['/ledger/checkpoint', '/ledger/tile/{path+}', '/ledger/key'])('%s is for auditors only', async (path) => {
    for (const roles of [[], ['RECORDS_OFFICER', 'PERSONNEL']]) {
      const asked = get(path, { path: '0/000' }, roles);
      await expect(asked).rejects.toMatchObject({ kind: 'not-allowed', code: 'ledger.not_an_auditor' });
    }
  });

  it('show an auditor of another municipality nothing of this one', async () => {
    await expect(get('/ledger/checkpoint', {}, ['AUDITOR'], YAMATO)).rejects.toMatchObject({
      code: 'ledger.no_checkpoint',
    });
    const tile = get('/ledger/tile/{path+}', { path: '0/000' }, ['AUDITOR'], YAMATO);
    await expect(tile).rejects.toMatchObject({ code: 'ledger.no_such_tile' });
    expect(await get('/ledger/key', {}, ['AUDITOR'], YAMATO)).toMatchObject({ origin: `${HOST}/kaigi/${YAMATO}` });
  });

  it('answer in the media types of the format', async () => {
    expect(await get('/ledger/checkpoint')).toMatchObject({ mediaType: 'text/plain; charset=utf-8' });
    expect(await get('/ledger/tile/{path+}', { path: '0/000' })).toMatchObject({
      mediaType: 'application/octet-stream',
    });
  });
});

describe('the ledger as a whole', () => {
  it('keeps the origin with which a log began when the host is renamed, and still verifies it', async () => {
    const { db, keys, home } = fixture;
    const anchorFolder = `${home}/anchors`;
    const options = { db, keys, host: 'new.example', anchorFolder, clock: systemClock, report: loudReport };
    const renamed = createLedger(options);
    await fixture.write(MINATO, ['after']);
    const sequencer = renamed.startSequencer();
    sequencer.wake();
    while ((await checkpoint()).size === SIZE) await new Promise((resolve) => setTimeout(resolve, 20));
    await sequencer.close();
    const key = await db.inMunicipality(MINATO, renamed.keyOf);
    expect(key.origin).toBe(`${HOST}/kaigi/${MINATO}`);
    const { codes, summary } = await collect(renamed.verify({ municipalityId: MINATO, witnesses: [testNotes] }));
    expect(codes).toEqual([]);
    const counts = { leaves: SIZE + 1, checkpoints: 36, tiles: 274, rows: { 'test/note': 1 }, unwitnessed: SIZE };
    expect(summary).toMatchObject(counts);
  });

  it('says that an entry has no proof while it waits', async () => {
    const unknown = fixture.db.inMunicipality(MINATO, (tx) => proveInclusion(tx, MINATO));
    await expect(unknown).rejects.toMatchObject({ kind: 'not-found', code: 'ledger.no_such_leaf' });
  });
});

describe('R-19: proofs asked of the API', () => {
  const leafId = (at: number) =>
    at
      .toString(16)
      .padStart(32, '0')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

  it('show that an entry is in the log, and that the log only grew', async () => {
    const { size, root, note } = await checkpoint();
    const proved = InclusionSchema.parse(await get('/ledger/proofs/inclusion', { leafId: leafId(54_321) }));
    const hashes = proved.proof.map((hash) => fromBase64(hash) ?? new Uint8Array());
    const hash = leafHash(new TextEncoder().encode(proved.entry));
    expect([proved.checkpoint, includes({ index: proved.index, size, leafHash: hash, root }, hashes)]).toEqual([
      note,
      true,
    ]);
    for (const from of [0, 1, 2_000, 65_536, SIZE]) {
      const grown = ConsistencySchema.parse(await get('/ledger/proofs/consistency', { from }));
      expect(grown).toMatchObject({ from, to: size, checkpoint: note });
      const { rows } = await fixture.owner.query<{ root: Buffer }>(
        'select root from kaigi.ledger_checkpoint where municipality_id = $1 and tree_size = $2',
        [MINATO, from],
      );
      const older = rows[0]?.root;
      const way = grown.proof.map((one) => fromBase64(one) ?? new Uint8Array());
      if (older) expect(extendsTree({ size: from, root: older }, { size, root }, way)).toBe(true);
    }
  });

  it('are refused to who is no auditor, beyond the log, for what is not in it, and across municipalities', async () => {
    const codeOf = (asked: Promise<unknown>) =>
      asked.then(
        () => 'answered',
        (error: { code: string }) => error.code,
      );
    const [inclusion, consistency] = ['/ledger/proofs/inclusion', '/ledger/proofs/consistency'];
    expect(await codeOf(get(inclusion, { leafId: leafId(1) }, ['STAFF']))).toBe('ledger.not_an_auditor');
    expect(await codeOf(get(consistency, { from: 1 }, []))).toBe('ledger.not_an_auditor');
    expect(await codeOf(get(consistency, { from: SIZE + 500 }))).toBe('ledger.beyond_the_log');
    expect(await codeOf(get(inclusion, { leafId: leafId(SIZE + 500) }))).toBe('ledger.no_such_leaf');
    expect(await codeOf(get(inclusion, { leafId: leafId(1) }, ['AUDITOR'], YAMATO))).toBe('ledger.no_such_leaf');
    expect(await codeOf(get(consistency, { from: 0 }, ['AUDITOR'], YAMATO))).toBe('ledger.no_checkpoint');
  });
});
