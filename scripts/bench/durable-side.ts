import { DBOS } from '@dbos-inc/dbos-sdk';
import pg from 'pg';
import { type Side, WORKERS } from './measure.ts';

interface Acted {
  readonly by: string;
  readonly postTitle: string;
  readonly act: 'APPROVED' | 'DECIDED';
  readonly at: string;
}

const LINE = [
  ['subsection-head', '係長', 'APPROVED'],
  ['section-head', '課長', 'APPROVED'],
  ['department-head', '部長', 'DECIDED'],
] as const;

/** 係長 → 課長 → 部長: what a step did is what is kept of it. */
async function threeSteps(): Promise<Acted[]> {
  const route: Acted[] = [];
  for (const [by, postTitle, act] of LINE) {
    const acted = async (): Promise<Acted> => ({ by, postTitle, act, at: new Date().toISOString() });
    route.push(await DBOS.runStep(acted, { name: by }));
  }
  return route;
}

export interface DurableSide {
  readonly side: Side;
  close(): Promise<void>;
}

async function emptyDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * The same three steps as a durable workflow of DBOS, on the same server: each step is committed before the next begins.
 * It keeps its own bookkeeping and nothing else: no rights, no rows of an application, no log.
 */
export async function durableSide(server: string): Promise<DurableSide> {
  const systemDatabaseUrl = await emptyDatabase(server, 'dbos_bench');
  DBOS.setConfig({ name: 'three-steps', systemDatabaseUrl, systemDatabasePoolSize: WORKERS, logLevel: 'error' });
  const workflow = DBOS.registerWorkflow(threeSteps, { name: 'threeSteps' });
  await DBOS.launch();
  const side: Side = {
    name: 'dbos_three_step_per_s',
    share: 0.5,
    prepare: async () => undefined,
    async step() {
      const route = await workflow();
      return route.length === LINE.length;
    },
  };
  return { side, close: () => DBOS.shutdown() };
}
