import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { badInput, isUuid } from '@kaigi/core/shared';
import { type Context, chosen, EXIT, type ExitCode, openExisting, using } from './context.ts';

/** One case, or some records, as a bag with files, history and proofs: also out of a backup that was restored elsewhere. */
export async function exportPackage(context: Context, ids: readonly string[]): Promise<ExitCode> {
  const wrong = ids.find((id) => !isUuid(id));
  if (wrong !== undefined) throw badInput('export.not_an_id', { id: wrong });
  const given = context.options.out;
  const out = path.resolve(typeof given === 'string' ? given : 'kaigi-package.zip');
  return using(openExisting(context), async ({ suite: { packages } }) => {
    for (const { id: municipalityId, name: city } of chosen(context)) {
      const recordIds = await packages.named(municipalityId, ids);
      if (recordIds.length === 0) continue;
      const info = [['Source-Organization', city]] as const;
      const name = path.basename(out, '.zip');
      const bag = await packages.write({ municipalityId, name, recordIds, info });
      await pipeline(bag, createWriteStream(out, { flags: 'wx', mode: 0o600 }));
      context.say('export.package_done', { count: recordIds.length, file: out });
      context.answer({ file: out, municipalityId, records: recordIds });
      return EXIT.ok;
    }
    throw badInput('export.unknown_id', { ids: ids.join('、') });
  });
}
