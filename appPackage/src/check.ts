import { ADDIN_ID, APP_ID, type Deployment } from './arguments.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './rules.ts';
import { readSources } from './sources.ts';

export type { Finding };

/** A deployment that nobody runs: the check needs some names to fill in. */
const EXAMPLE: Omit<Deployment, 'version'> = {
  host: 'kaigi.example.jp',
  clientId: '4b616967-6900-4000-8000-000000000001',
  appId: APP_ID,
  addinId: ADDIN_ID,
  privacyUrl: 'https://kaigi.example.jp/',
  termsUrl: 'https://kaigi.example.jp/',
  tenant: null,
};

/** Checks the app package as it stands in the repository. Empty: it is sound. */
export async function checkAppPackage(): Promise<Finding[]> {
  const sources = await readSources();
  return findingsOf(sources, { ...EXAMPLE, version: sources.productVersion });
}

async function main(): Promise<void> {
  const findings = await checkAppPackage();
  for (const { rule, why, fix } of findings) console.error(`${rule}\n  理由: ${why}\n  直し方: ${fix}`);
  if (findings.length > 0) process.exitCode = 1;
  else console.log('アプリ パッケージに問題はありません。');
}

if (import.meta.main) await main();
