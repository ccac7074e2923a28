import { parseArgs } from 'node:util';
import { directorySentences } from '@kaigi/core';
import { KaigiError, type Locale } from '@kaigi/core/shared';
import { toConfig } from '../config/config.ts';
import { type Env, readEnv } from '../config/env.ts';
import { toSecrets } from '../config/secrets.ts';
import { describeError } from '../log.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { type Command, type Context, EXIT, type ExitCode, sentenceIn } from './context.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { importOrgCommand } from './import-org.ts';
import { migrateCommand } from './migrate.ts';
import { moveFilesCommand } from './move-files.ts';
import { seedCommand } from './seed.ts';
import { verifyCommand } from './verify.ts';
import { verifyCertificateCommand } from './verify-certificate.ts';

const COMMANDS: readonly Command[] = [
  doctorCommand,
  migrateCommand,
  importOrgCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  moveFilesCommand,
  verifyCommand,
  verifyCertificateCommand,
  seedCommand,
];

const COMMON = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  municipality: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

function usage(locale: Locale): string[] {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const listed = COMMANDS.map(({ name }) => `  ${name.padEnd(width)}  ${sentenceIn(locale, `cli.about.${name}`)}`);
  const sentence = (code: string) => sentenceIn(locale, code);
  return [sentence('cli.usage'), '', sentence('cli.commands'), ...listed, '', sentence('cli.common_options')];
}

/** Runs one command and returns its exit code: 0 fine, 1 something was found, 2 wrong use, 3 it could not be done. */
export async function runCli(args: readonly string[], env: Env, output: Output): Promise<ExitCode> {
  const wanted = localeOf(args);
  const wrong = (...lines: string[]) => {
    for (const line of [...lines, '', ...usage(wanted)]) output.err(line);
    return EXIT.usage;
  };
  const [name, ...rest] = args;
  if (name === undefined) return wrong();
  if (name === '--help' || name === '-h' || name === 'help') {
    for (const line of usage(wanted)) output.out(line);
    return EXIT.ok;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) return wrong(sentenceIn(wanted, 'cli.unknown_command', { name }));
  const given = readOptions(command, rest);
  if (typeof given === 'string') return wrong(sentenceIn(wanted, 'cli.bad_options', { reason: given }));
  if (given.options.help === true) {
    for (const line of usage(wanted)) output.out(line);
    return EXIT.ok;
  }
  return run(command, given, { env, output, locale: wanted });
}

const localeOf = (args: readonly string[]): Locale => {
  const at = args.indexOf('--lang');
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'ja';
};

type Given = Pick<Context, 'options' | 'argument'>;

function readOptions(command: Command, args: readonly string[]): Given | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...COMMON, ...command.options },
      allowPositionals: command.argument === true,
      strict: true,
    });
    const { lang } = values;
    if (lang !== undefined && lang !== 'ja' && lang !== 'en') return `--lang ${String(lang)}`;
    const [argument = null, ...more] = positionals;
    const asked = command.argument === true && values.help !== true;
    return asked && (argument === null || more.length > 0) ? positionals.join(' ') : { options: values, argument };
  } catch (error) {
    // Node explains in English; the option it names is enough to find the mistake.
    return /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
  }
}

async function run(
  command: Command,
  { options, argument }: Given,
  { env, output, locale }: { env: Env; output: Output; locale: Locale },
): Promise<ExitCode> {
  const result = toConfig(env);
  if (!result.ok) {
    output.err(sentenceIn(locale, 'cli.bad_config'));
    for (const problem of result.problems) output.err(`・${problem[locale]}`);
    return EXIT.usage;
  }
  const json = options.json === true;
  const sentence: Context['sentence'] = (code, params) => sentenceIn(locale, code, params);
  const line = (text: string) => (json ? undefined : output.out(text));
  const context: Context = {
    config: result.config,
    secrets: toSecrets(env),
    options,
    argument,
    locale,
    json,
    sentence,
    line,
    say: (code, params) => line(sentence(code, params)),
    answer: (value) => (json ? output.out(JSON.stringify({ command: command.name, ...(value as object) })) : undefined),
  };
  try {
    return await command.run(context);
  } catch (error) {
    return explain(error, context, output);
  }
}

function explain(error: unknown, context: Context, output: Output): ExitCode {
  const refusal = error instanceof KaigiError ? error : null;
  const reason = refusal ? context.sentence(refusal.code, refusal.params) : describeError(error).message;
  output.err(refusal ? reason : context.sentence('cli.failed', { reason }));
  for (const line of directorySentences(refusal?.present, context.locale)) output.err(`・${line}`);
  const present = refusal?.present === undefined ? {} : { present: refusal.present };
  if (context.json) context.answer({ error: { code: refusal?.code ?? 'cli.failed', detail: reason, ...present } });
  return refusal?.kind === 'bad-input' ? EXIT.usage : EXIT.failed;
}

if (import.meta.main) {
  process.exitCode = await runCli(process.argv.slice(2), readEnv(), {
    out: (line) => console.log(line),
    err: (line) => console.error(line),
  });
}
