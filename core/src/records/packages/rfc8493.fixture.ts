// RFC 8493 rule by rule, written from the RFC: shares no code with the writer, nor with the check of the product.
import { createHash } from 'node:crypto';

/** What is wrong with the files of one bag, by section of the RFC. Names as they stand in the zip, below its folder. */
export function faultsByRfc(files: ReadonlyMap<string, Uint8Array>): string[] {
  const faults: string[] = [];
  const text = (name: string) => Buffer.from(files.get(name) ?? []).toString('utf8');
  // 2.1.1: exactly two lines, UTF-8 without a byte order mark.
  if (!/^BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(text('bagit.txt')))
    faults.push('2.1.1');
  const payload = [...files.keys()].filter((name) => name.startsWith('data/'));
  const lists = [...files.keys()].filter((name) => /^(tag)?manifest-\w+\.txt$/.test(name));
  // 2.1.3: at least one payload manifest; each names every payload file once and nothing else.
  if (!lists.some((name) => name.startsWith('manifest-'))) faults.push('2.1.3 none');
  for (const list of lists) faults.push(...faultsOfList(files, list, payload));
  // 2.2.1: a tag manifest lists the payload manifests and never a tag manifest.
  for (const list of lists.filter((name) => name.startsWith('tag'))) {
    const named = namedIn(text(list)).map(([, name]) => name);
    if (lists.some((name) => name.startsWith('manifest-') && !named.includes(name))) faults.push(`2.2.1 ${list}`);
    if (named.some((name) => name.startsWith('tagmanifest-'))) faults.push(`2.2.1 itself ${list}`);
  }
  // 2.2.2: Payload-Oxum counts octets and files.
  const octets = payload.reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0);
  const oxum = /^Payload-Oxum: (\S+)$/m.exec(text('bag-info.txt'))?.[1];
  if (oxum !== `${octets}.${payload.length}`) faults.push('2.2.2 oxum');
  if (files.has('fetch.txt')) faults.push('2.2.3');
  return faults;
}

const namedIn = (text: string): (readonly [string, string])[] =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.length > 0)
    .map((line) => {
      const gap = line.search(/[ \t]/);
      const name = line.slice(gap).replace(/^[ \t]+/, '');
      // Percent-encoding of CR, LF and % only.
      const plain = name.split('%0D').join('\r').split('%0A').join('\n').split('%25').join('%');
      return [line.slice(0, gap), plain] as const;
    });

function faultsOfList(files: ReadonlyMap<string, Uint8Array>, list: string, payload: readonly string[]): string[] {
  const algorithm = list.replace(/^(tag)?manifest-|\.txt$/g, '');
  const named = namedIn(Buffer.from(files.get(list) ?? []).toString('utf8'));
  const faults = named.flatMap(([hash, name]) => {
    const bytes = files.get(name);
    if (!bytes) return [`2.1.3 missing ${name}`];
    return createHash(algorithm).update(bytes).digest('hex') === hash.toLowerCase() ? [] : [`3 hash ${name}`];
  });
  if (new Set(named.map(([, name]) => name)).size !== named.length) faults.push(`2.1.3 twice ${list}`);
  if (list.startsWith('manifest-')) {
    const names = new Set(named.map(([, name]) => name));
    for (const name of payload) if (!names.has(name)) faults.push(`2.1.3 unlisted ${name}`);
    for (const name of names) if (!name.startsWith('data/')) faults.push(`2.1.3 not payload ${name}`);
  }
  return faults;
}
