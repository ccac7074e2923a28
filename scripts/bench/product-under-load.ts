import path from 'node:path';
import { createSuite, loadLedgerKeys } from '@kaigi/core';
import { type Database, folderBlobs, openDatabase, silentReport, systemClock } from '@kaigi/core/platform';
import type { Caller } from '@kaigi/core/shared';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { aProduct, type Product } from '../e2e/product.ts';
import type { Office } from './city-hall.ts';
import { say } from './measure.ts';

/** The product as `npm start` starts it, with a hand in its database. */
export interface ProductUnderLoad {
  readonly product: Product;
  readonly db: Database;
  /** From the second start to ready. */
  readonly startSeconds: number;
  /** The product's own suite in this process, for what is made ready before a turn. */
  readonly office: Office;
  close(): Promise<void>;
}

async function secondsToReady({ serviceUrl, start }: Product): Promise<number> {
  const began = performance.now();
  let over = false;
  const starting = start().finally(() => {
    over = true;
  });
  while (!over && !(await fetch(`${serviceUrl}/readyz`).catch(() => null))?.ok) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const seconds = (performance.now() - began) / 1_000;
  await starting;
  return seconds;
}

async function callers(db: Database): Promise<(name: string) => Caller> {
  const { rows } = await db.owner.query<{ name: string; id: string }>(
    'select sign_in_name as name, entra_object_id as id from kaigi.directory_staff where municipality_id = $1',
    [MINATO],
  );
  const ids = new Map(rows.map(({ name, id }) => [name, id]));
  return (name) => ({
    municipalityId: MINATO,
    entraObjectId: ids.get(name.includes('@') ? name : `${name}@minato.example`) ?? '',
    via: 'teams',
    locale: 'ja',
    idempotencyKey: null,
  });
}

async function officeIn({ home }: Product, db: Database, url: string): Promise<Office> {
  const suite = createSuite({
    db,
    databaseUrl: url,
    blobs: folderBlobs(path.join(home, 'blobs')),
    clock: systemClock,
    report: silentReport,
    ledgerKeys: await loadLedgerKeys(home),
    anchorFolder: path.join(home, 'ledger', 'anchors'),
    host: 'localhost',
    caseUrl: (caseId) => caseId,
  });
  return { suite, owner: db.owner, as: await callers(db) };
}

/** Cards go to a stand-in that takes everything: the sandbox's chats are not what is measured. */
async function reachThrough(db: Database, connectorUrl: string): Promise<void> {
  await db.owner.query(`update kaigi.notifications_address set state = 'GONE'`);
  await db.owner.query(
    `insert into kaigi.notifications_address (municipality_id, staff_id, conversation_id, reference, state, kept_at)
     select s.municipality_id, s.staff_id, 'a:' || s.staff_id, jsonb_build_object('serviceUrl', $2::text,
         'channelId', 'msteams', 'bot', jsonb_build_object('id', '28:bot'), 'user', jsonb_build_object('id', '29:' || s.staff_id),
         'conversation', jsonb_build_object('id', 'a:' || s.staff_id, 'conversationType', 'personal')), 'LIVE', now()
     from kaigi.directory_staff s where s.municipality_id = $1`,
    [MINATO, connectorUrl],
  );
}

export async function startProduct(connectorUrl: string, env: Record<string, string> = {}): Promise<ProductUnderLoad> {
  const product = await aProduct({ KAIGI_LOG_LEVEL: 'error', ...env });
  let db: Database | null = null;
  const close = async () => {
    // The product takes its database with it, also from under a statement of ours that would go on for minutes.
    await product.stop();
    await db?.close();
    await product.remove();
  };
  try {
    say('製品を起動しています（1回目：画面と最初の取り込み）');
    await product.start();
    await product.stop();
    const startSeconds = await secondsToReady(product);
    say(`製品の2回目の起動：${startSeconds.toFixed(2)} 秒`);
    const url = await product.databaseUrl();
    db = openDatabase({ url, poolSize: 2 });
    const office = await officeIn(product, db, url);
    await reachThrough(db, connectorUrl);
    return { product, db, startSeconds, office, close };
  } catch (error) {
    await close();
    throw error;
  }
}
