import { join } from 'node:path';
import { readEnvironment } from './environment.ts';
import { createSandbox } from './server.ts';
import { toSettings } from './settings.ts';
import { pagesBuilt } from './windows/pages.ts';

const environment = readEnvironment(process.env);
if ('problems' in environment) {
  for (const problem of environment.problems) console.error(problem);
  process.exitCode = 1;
} else {
  await run(environment.options);
}

async function run(options: Parameters<typeof createSandbox>[0]): Promise<void> {
  const sandbox = createSandbox(options);
  try {
    await sandbox.listen();
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
    return;
  }
  console.log(`サンドボックス(演習用の Microsoft 365)が動いています: ${sandbox.url}/`);
  const { pagesFolder } = toSettings(options ?? {});
  if (!pagesBuilt(pagesFolder)) {
    console.log(`画面がまだ作られていません(${join(pagesFolder)})。npm run build を実行してください。`);
  }
  const stop = async () => {
    await sandbox.close();
    if (process.connected) process.disconnect();
  };
  // The channel to whoever started us closes when they end, however they end.
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => void stop());
}

function explain(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'サンドボックスを始められません。そのポートは使われています。KAIGI_SANDBOX_PORT で別の番号を指定してください。';
  }
  return `サンドボックスを始められません。${error instanceof Error ? error.message : String(error)}`;
}
