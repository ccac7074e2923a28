// A thread that files documents past the product, batch after batch, each as one segment of the index.
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { plantIndexed } from '../../core/src/records/search/planted.fixture.ts';
import { holdingOf } from './records-search-holding.ts';
import { type Batch, filedAt, idOf, titleOf, type WorldSize, worldOf } from './records-search-world.ts';

export interface PlanterWork {
  readonly url: string;
  readonly municipalityId: string;
  readonly unitIds: readonly string[];
  readonly size: WorldSize;
  /** Pieces that are looked for in every document while it is at hand. */
  readonly sought: readonly string[];
}

/** Of each piece, the documents in which it stands. */
export interface PlantedBatch {
  readonly holding: number[][];
}

const { url, municipalityId, unitIds, size, sought } = workerData as PlanterWork;
// What is planted need not outlive the machine.
const owner = new pg.Pool({ connectionString: url, max: 1, options: '-c synchronous_commit=off' });
const world = worldOf(size);
const holdingIn = holdingOf(sought);

async function plantBatch({ from, to, level }: Batch): Promise<PlantedBatch> {
  const holding = sought.map((): number[] => []);
  const records = Array.from({ length: to - from }, (_, more) => {
    const nth = from + more;
    const unitId = unitIds[nth % unitIds.length] ?? '';
    const text = world.textOf(nth);
    if (sought.length > 0) for (const piece of holdingIn(world.foldedOf(nth, text))) holding[piece]?.push(nth);
    return { id: idOf(nth), title: titleOf(nth), text, at: filedAt(size, nth), unitId, unitPath: [unitId] };
  });
  await plantIndexed(owner, municipalityId, { records, level });
  return { holding };
}

parentPort?.on('message', (batch: Batch | null) => {
  if (batch) void plantBatch(batch).then((planted) => parentPort?.postMessage(planted));
  else void owner.end().then(() => parentPort?.close());
});
