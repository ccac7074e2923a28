import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { type PackageOrder, readArguments, USAGE } from './arguments.ts';
import { fillJson, fillXml } from './fill.ts';
import { findingsOf } from './rules.ts';
import { ADDIN_XML, readSources, type Sources } from './sources.ts';

/** Fixed, so that the same order gives the same bytes. */
const ZIP_TIME = new Date(2026, 0, 1);

const text = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);

/** The zip that an administrator uploads to Teams. */
export function zipOf(sources: Sources, order: PackageOrder): Uint8Array {
  const files = {
    'manifest.json': text(fillJson(sources.manifest, order)),
    'en.json': text(sources.english),
    'color.png': new Uint8Array(sources.color),
    'outline.png': new Uint8Array(sources.outline),
  };
  return zipSync(files, { level: 9, mtime: ZIP_TIME });
}

function consentUrl({ tenant, clientId }: PackageOrder): string {
  return `https://login.microsoftonline.com/${tenant ?? 'organizations'}/adminconsent?client_id=${clientId}`;
}

async function write(sources: Sources, order: PackageOrder): Promise<readonly string[]> {
  const folder = resolve(order.out);
  const zipFile = join(folder, `kaigi-${order.version}.zip`);
  const xmlFile = join(folder, `kaigi-word-${order.version}.xml`);
  await mkdir(folder, { recursive: true });
  await writeFile(zipFile, zipOf(sources, order));
  const lines = [`Teams のパッケージ: ${zipFile}`];
  if (sources.addinXml !== null) {
    await writeFile(xmlFile, fillXml(sources.addinXml, order));
    lines.push(`Word アドイン（XML だけを読む Office 用）: ${xmlFile}`);
  }
  return [
    ...lines,
    '',
    '次にすること:',
    `1. 管理者の同意: ${consentUrl(order)}`,
    '2. Teams 管理センター →「アプリの管理」→「新しいアプリのアップロード」で zip を上げる。',
    '3. Microsoft 365 管理センター →「統合アプリ」→「カスタム アプリのアップロード」で XML を上げる。',
  ];
}

async function run(args: readonly string[]): Promise<number> {
  const sources = await readSources();
  const read = readArguments(args, sources.productVersion);
  if (read.kind === 'help') {
    console.log(USAGE);
    return 0;
  }
  if (read.kind === 'problems') {
    console.error([...read.problems, '', USAGE].join('\n'));
    return 2;
  }
  if (sources.addinXml === null) {
    console.error(
      `${ADDIN_XML} がないので、Word アドインの XML は作れません。このファイルを戻してから、もう一度実行してください。`,
    );
    return 1;
  }
  const findings = await findingsOf(sources, read.order);
  if (findings.length > 0) {
    console.error('パッケージに誤りがあるので、書き出しませんでした。');
    for (const { rule, why, fix } of findings) console.error(`${rule}\n  理由: ${why}\n  直し方: ${fix}`);
    return 1;
  }
  try {
    console.log((await write(sources, read.order)).join('\n'));
    return 0;
  } catch (error) {
    console.error(
      `書き出せませんでした（${(error as NodeJS.ErrnoException).code ?? '不明'}）。--out のフォルダーを確かめてください: ${read.order.out}`,
    );
    return 1;
  }
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
