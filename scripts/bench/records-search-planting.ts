import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { say } from './measure.ts';
import type { ProductUnderLoad } from './product-under-load.ts';
import type { PlantedBatch, PlanterWork } from './records-search-planter.ts';
import { type Batch, idOf, type WorldSize } from './records-search-world.ts';

/** One makes lists while the database takes those of the other. */
const PLANTERS = 2;
const HEAP_MB = 3_000;

/** The documents in which a piece stands. */
export type Holding = ReadonlyMap<string, ReadonlySet<string>>;

async function unitIds({ office: { owner } }: ProductUnderLoad): Promise<string[]> {
  const { rows } = await owner.query<{ unitId: string }>(
    'select unit_id as "unitId" from kaigi.directory_unit where municipality_id = $1 order by unit_id',
    [MINATO],
  );
  return rows.map(({ unitId }) => unitId);
}

/** Takes batches from the list until there is none. */
function planter(work: PlanterWork, batches: Batch[], planted: (one: PlantedBatch) => void): Promise<void> {
  const worker = new Worker(new URL('./records-search-planter.ts', import.meta.url), {
    ...{ workerData: work, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } },
  });
  return new Promise((resolve, reject) => {
    const next = () => worker.postMessage(batches.shift() ?? null);
    worker.on('message', (one: PlantedBatch) => {
      planted(one);
      next();
    });
    worker.on('error', reject).on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a planter ended with ${code}`));
    });
    next();
  });
}

export interface Planting {
  readonly batches: readonly Batch[];
  readonly size: WorldSize;
  readonly sought?: readonly string[];
}

/** Files them over ten years, and says of each piece in which of them it stands. */
export async function plantAll(
  under: ProductUnderLoad,
  { batches, size, sought = [] }: Planting,
): Promise<Map<string, Set<string>>> {
  const holding = new Map(sought.map((piece) => [piece, new Set<string>()]));
  const url = await under.product.databaseUrl();
  // A world has functions, which no thread takes.
  const { samples, documents, newest } = size;
  const plain = { samples, documents, newest };
  const work = { url, municipalityId: MINATO, unitIds: await unitIds(under), size: plain, sought };
  const left = [...batches].sort((a, b) => b.to - b.from - (a.to - a.from));
  const planted = (one: PlantedBatch) => {
    for (const [nth, piece] of sought.entries())
      for (const doc of one.holding[nth] ?? []) holding.get(piece)?.add(idOf(doc));
    say(`  残り ${left.length} 組`);
  };
  await Promise.all(Array.from({ length: PLANTERS }, () => planter(work, left, planted)));
  await tidy(url);
  return holding;
}

const PLANTED = [
  'kaigi.records_search_doc',
  'kaigi.records_search_block',
  'kaigi.records_search_segment, kaigi.records_record, kaigi.records_keeping, kaigi.records_file_version',
];

/** As the database does by itself in time. */
async function tidy(url: string): Promise<void> {
  const owner = new pg.Pool({ connectionString: url, max: PLANTED.length });
  try {
    await Promise.all(PLANTED.map((tables) => owner.query(`vacuum analyze ${tables}`)));
  } finally {
    await owner.end();
  }
}
