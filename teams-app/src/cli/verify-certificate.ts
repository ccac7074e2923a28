import { readFile } from 'node:fs/promises';
import { type CertificateCheck, checkCertificate, pagesOf } from '@kaigi/core/certificate';
import { badInput, invariant } from '@kaigi/core/shared';
import { type Command, type Context, EXIT } from './context.ts';

/** Needs neither database nor network: only the file, and better a key that came from the city by another way. */
export const verifyCertificateCommand: Command = {
  name: 'verify-certificate',
  argument: true,
  options: { key: { type: 'string', multiple: true }, file: { type: 'string', multiple: true } },
  async run(context) {
    const { argument } = context;
    invariant(argument !== null, 'the command line has checked that the file is named');
    const keys = listed(context, 'key');
    const files = await Promise.all(
      listed(context, 'file').map(async (name) => ({ name, bytes: await bytesOf(name) })),
    );
    const check = await checkCertificate(await bytesOf(argument), {
      ...(keys.length > 0 ? { vkeys: keys } : {}),
      files,
    });
    tell(context, check, keys.length > 0);
    const findings = check.findings.map(({ code, params }) => ({ code, detail: context.sentence(code, params) }));
    context.answer({ sound: findings.length === 0, keyGiven: keys.length > 0, ...check, findings });
    return findings.length > 0 ? EXIT.found : EXIT.ok;
  },
};

function listed({ options }: Context, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

const bytesOf = (file: string): Promise<Buffer> =>
  readFile(file).catch(() => {
    throw badInput('verifyCertificate.unreadable', { file });
  });

/** The findings first, then what the record says: the pages may show something else. */
function tell(context: Context, { findings, certificate, tree }: CertificateCheck, keyGiven: boolean): void {
  for (const { code, params } of findings) context.line(`✗ ${context.sentence(code, params)}`);
  if (certificate) tellFacts(context, certificate);
  if (findings.length > 0) context.say('verifyCertificate.found', { count: findings.length });
  else if (certificate && tree)
    context.say('verifyCertificate.fine', { size: tree.size, lines: certificate.log.entries.length });
  if (certificate && !keyGiven) context.say('verifyCertificate.key_inside', { vkey: certificate.log.vkeys.join('  ') });
}

function tellFacts(context: Context, certificate: NonNullable<CertificateCheck['certificate']>): void {
  const { facts, tables } = pagesOf({ ...certificate, locale: context.locale });
  const line = (cells: readonly string[]) =>
    context.line(`  ${cells.map((cell) => cell.replaceAll('\n', ' / ')).join('　')}`);
  for (const { label, value } of facts) line([label, value]);
  for (const { heading, rows } of tables) {
    context.line(heading);
    for (const cells of rows) line(cells);
  }
}
