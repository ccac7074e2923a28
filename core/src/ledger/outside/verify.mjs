// Checks what Kaigi has handed out, without Kaigi: an export, a package (BagIt) or the proof of one record.
// One file, nothing but Node.js 20 or later; no network, no database. It shares no code with the product.
//   node verify.mjs FOLDER|PROOF.json [--key VKEY]… [--checkpoint KEPT]… [--file ORIGINAL]… [--tsa-ca CA.pem]… [--json] [--lang en]
// Formats: RFC 6962 (tree and proofs), c2sp.org/tlog-tiles, tlog-checkpoint, signed-note, RFC 8493 (BagIt), RFC 3161 (stamps).
import { constants, createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SENTENCES = {
  unreadable: ['読めません（{what}）。', 'Cannot be read: {what}.'],
  zipped: [
    'zip のままでは確かめられません。ほどいてできたフォルダーを渡してください（{what}）。',
    'This is a zip: unpack it and give the folder that comes out of it ({what}).',
  ],
  nothing: ['確かめられるものがありません（{what}）。', 'There is nothing to check in {what}.'],
  bad_key: ['鍵の形が違います（{what}）。', 'This is no verifier key: {what}.'],
  bad_signature: [
    'チェックポイントの署名が正しくありません（{what}）。',
    'The signature of a checkpoint is wrong: {what}.',
  ],
  wrong_root: [
    'ログの記録から計算した値が、署名された値と違います（{what} 件時点）。',
    'The entries do not give the signed root at size {what}.',
  ],
  wrong_tile: [
    'ログのタイルが、記録から計算したものと違うか、ありません（{what}）。',
    'A tile is missing or not what its entries give: {what}.',
  ],
  wrong_entries: ['entries.jsonl が、ログの記録と違います（{what}）。', 'entries.jsonl differs from the log: {what}.'],
  not_in_log: [
    '署名されたログに含まれていない記録があります（{what}）。',
    'An entry is not part of the signed log: {what}.',
  ],
  not_about: ['ほかの文書の証明です（{what}）。', 'The proof is about another record: {what}.'],
  file_altered: [
    'ファイルが、記録された内容と違います（{what}）。',
    'A file is not the one that was recorded: {what}.',
  ],
  file_missing: ['記録されたファイルがありません（{what}）。', 'A recorded file is not there: {what}.'],
  file_unlisted: ['一覧にないファイルがあります（{what}）。', 'A file is on no list: {what}.'],
  stamp_unreadable: ['時刻認証を読めません（{what}）。', 'A time stamp cannot be read: {what}.'],
  stamp_other: [
    '時刻認証が、このチェックポイントのものではありません（{what}）。',
    'A time stamp is not of this checkpoint: {what}.',
  ],
  stamp_signature: ['時刻認証の署名が正しくありません（{what}）。', 'The signature of a time stamp is wrong: {what}.'],
  stamp_purpose: [
    '時刻認証の証明書が、時刻認証のためのものでないか、その時刻に期限の外でした（{what}）。',
    'The certificate of a time stamp is not for time stamps, or was not valid then: {what}.',
  ],
  stamp_untrusted: [
    '時刻認証の証明書が、渡された認証局につながりません（{what}）。',
    'The certificate of a time stamp does not lead to the given authorities: {what}.',
  ],
  not_plain: [
    'ファイルでもフォルダーでもないもの（リンクなど）があります。たどりません（{what}）。',
    'Neither a file nor a folder, but a link or the like, which is not followed: {what}.',
  ],
  too_large: ['大きすぎて、正しいものではありません（{what}）。', 'Far too large to be what it should be: {what}.'],
  unsafe: ['外へ出るおそれのある名前があります（{what}）。', 'A name could lead out of the package: {what}.'],
};

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (entry) => sha256(Buffer.of(0), entry);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

const [MEGABYTE, NOTE_BYTES] = [1024 * 1024, 1024 * 1024];
/** What should be small is read whole, what is not small is not read at all. */
function readSmall(file, most = NOTE_BYTES) {
  const found = lstatSync(file);
  if (!found.isFile()) throw Object.assign(new Error(file), { told: 'not_plain' });
  if (found.size > most) throw Object.assign(new Error(file), { told: 'too_large' });
  return readFileSync(file);
}

async function hashOfFile(file, algorithm = 'sha256') {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** The root to which a proof leads (RFC 9162, 2.1.3.2); null where its length does not fit. */
function rootOf(index, size, leaf, proof) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  let [at, last, hash] = [BigInt(index), BigInt(size) - 1n, leaf];
  for (const sibling of proof) {
    if (last === 0n || sibling.length !== 32) return null;
    if (at % 2n === 1n || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2n === 0n && at !== 0n) [at, last] = [at / 2n, last / 2n];
    } else hash = nodeHash(hash, sibling);
    [at, last] = [at / 2n, last / 2n];
  }
  return last === 0n ? hash : null;
}

/** A key as c2sp.org/signed-note writes it: name, four bytes of a hash, algorithm 1 and the Ed25519 key. */
function keyOf(vkey) {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(vkey) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  const derived = sha256(`${name}\n`, bytes).subarray(0, 4).toString('hex');
  if (bytes.length !== 33 || bytes[0] !== 1 || derived !== id) return null;
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return { name, id, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/** A checkpoint that one of the keys signed under its own name; null otherwise. */
function openCheckpoint(note, keys) {
  const split = note.lastIndexOf('\n\n');
  const text = note.slice(0, split + 1);
  const [origin, size, root] = text.split('\n');
  const signed = note
    .slice(split + 2)
    .split('\n')
    .some((line) => {
      const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      const bytes = Buffer.from(encoded ?? '', 'base64');
      const known = keys.find(
        (one) => one.name === name && one.name === origin && one.id === bytes.toString('hex', 0, 4),
      );
      return known !== undefined && verify(null, Buffer.from(text), known.key, bytes.subarray(4));
    });
  return split > 0 && signed && /^\d{1,15}$/.test(size)
    ? { origin, size: Number(size), root: Buffer.from(root, 'base64') }
    : null;
}

/** A tree that grows by leaves: the roots of its perfect subtrees. */
class Tree {
  size = 0;
  subtrees = [];
  push(leaf) {
    let hash = leaf;
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(this.subtrees.pop(), hash);
    this.subtrees.push(hash);
    this.size += 1;
  }
  root() {
    return this.subtrees.length === 0 ? sha256('') : this.subtrees.reduceRight((right, left) => nodeHash(left, right));
  }
}

const numbered = (n) => {
  const digits = String(n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g);
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
};
const tileName = (level, n, width) => `${level}/${numbered(n)}${width < 256 ? `.p/${width}` : ''}`;

/** What a version of a record's file was, in few bytes: an export may name millions. */
const versionMark = (recordId, version, hash) =>
  createHash('sha256').update(`${recordId}/${version}/${hash}`).digest('base64').slice(0, 20);

/**
 * What went lawfully: a disposal list that one person began and another confirmed, then its tombstone, then the entry that
 * the file is gone. Or a working version: recorded as such, older than the newest version of its record, let go of by
 * somebody with a reason or by a rule with its article, then the entry that the file is gone. One of these alone, or in
 * another order, excuses nothing.
 */
class Ends {
  steps = new Map();
  buried = new Set();
  versions = new Set();
  /** Of records with more than one version: the number and the hash of the newest. */
  newest = new Map();
  pruned = new Map();
  /** The file that is gone by this entry; undefined where it says nothing of the kind, or nobody decided it. */
  goneBy(text) {
    const { kind, subject, body } = JSON.parse(text);
    if (kind === 'records/fact' && body?.subject?.kind === 'disposal') {
      const { act, subject: list, actor } = body;
      if (act === 'APPROVE' || act === 'BEGIN' || act === 'CONFIRM')
        this.steps.set(list.id, { ...this.steps.get(list.id), [act]: `by ${actor.staffId}` });
    } else if (kind === 'records/tombstone' && body?.contentGoes === true) {
      const { APPROVE, BEGIN, CONFIRM } = this.steps.get(body.listId) ?? {};
      if (APPROVE && BEGIN && CONFIRM && BEGIN !== CONFIRM) this.buried.add(subject);
    } else if (kind === 'records/file') this.version(body ?? {});
    else if (kind === 'records/pruning') this.prune(subject, body ?? {});
    else if (kind === 'records/pruning-gone' && body?.of === subject && this.pruned.get(subject) === body.gone)
      return body.gone;
    else if (kind === 'records/disposal-gone' && this.buried.has(body?.of)) return body.gone;
    return undefined;
  }
  version({ recordId, fileVersion, sha256 }) {
    this.versions.add(versionMark(recordId, fileVersion, sha256));
    if (fileVersion > 1 && fileVersion > (this.newest.get(recordId)?.[0] ?? 1))
      this.newest.set(recordId, [fileVersion, sha256]);
  }
  prune(subject, { recordId, fileVersion, sha256, reason, rule, via, prunedBy }) {
    const [newest, filed] = this.newest.get(recordId) ?? [0, ''];
    const isSaid = reason && prunedBy?.staffId && (via === 'rules') === Boolean(rule?.article);
    const isWorking = fileVersion < newest && sha256 !== filed;
    if (isSaid && isWorking && subject === `${recordId}/${fileVersion}`)
      if (this.versions.has(versionMark(recordId, fileVersion, sha256))) this.pruned.set(subject, sha256);
  }
}

// Time stamps: RFC 3161 in a signed message (RFC 5652). A reader of DER, no more of it than they need.
function derAt(bytes, at = 0) {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  const more = first > 0x80 ? first - 0x80 : 0;
  if (tag === undefined || first === undefined || first === 0x80 || more > 4 || (tag & 31) === 31)
    throw new Error('DER');
  const length = more > 0 ? bytes.readUIntBE(at + 2, more) : first;
  const [from, to] = [at + 2 + more, at + 2 + more + length];
  if (to > bytes.length) throw new Error('DER');
  return { tag, value: bytes.subarray(from, to), raw: bytes.subarray(at, to) };
}
function within({ value }) {
  const items = [];
  for (let at = 0; at < value.length; at += items.at(-1).raw.length) items.push(derAt(value, at));
  return items;
}
function path(node, ...places) {
  let here = node;
  for (const place of places) {
    here = within(here)[place];
    if (!here) throw new Error('DER');
  }
  return here;
}
const hex = (text) => text.replaceAll(' ', '');
const OID = {
  signedData: hex('2a 86 48 86 f7 0d 01 07 02'),
  tstInfo: hex('2a 86 48 86 f7 0d 01 09 10 01 04'),
  contentType: hex('2a 86 48 86 f7 0d 01 09 03'),
  messageDigest: hex('2a 86 48 86 f7 0d 01 09 04'),
  certificateV1: hex('2a 86 48 86 f7 0d 01 09 10 02 0c'),
  certificateV2: hex('2a 86 48 86 f7 0d 01 09 10 02 2f'),
  pss: hex('2a 86 48 86 f7 0d 01 01 0a'),
};
const HASHES = { '608648016503040201': 'sha256', '608648016503040202': 'sha384', '608648016503040203': 'sha512' };
// Those that name their hash: RSA and ECDSA.
const SIGNED_WITH = {
  ...{ '2a864886f70d01010b': 'sha256', '2a864886f70d01010c': 'sha384', '2a864886f70d01010d': 'sha512' },
  ...{ '2a8648ce3d040302': 'sha256', '2a8648ce3d040303': 'sha384', '2a8648ce3d040304': 'sha512' },
};
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const hexOf = ({ value }) => value.toString('hex');
const stampFault = (code) => Object.assign(new Error(code), { stamp: code });
function mustHold(holds, code) {
  if (!holds) throw stampFault(code);
}

/** `20261122090000.123Z`, as RFC 3161 has it. */
function timeOf({ value }) {
  const [, year, month, day, hour, minute, second, more = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(value.toString('latin1')) ?? [];
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${more.slice(0, 4)}Z`);
  mustHold(!Number.isNaN(at.getTime()), 'stamp_unreadable');
  return at;
}

/** What was signed, who signed it and with which other certificates, out of a token. */
function openToken(token) {
  const content = derAt(token);
  mustHold(hexOf(path(content, 0)) === OID.signedData, 'stamp_unreadable');
  const signed = path(content, 1, 0);
  mustHold(hexOf(path(signed, 2, 0)) === OID.tstInfo, 'stamp_unreadable');
  const told = path(signed, 2, 1, 0).value;
  const certificates = within(within(signed).find(({ tag }) => tag === 0xa0) ?? { value: Buffer.alloc(0) });
  const infos = within(within(signed).at(-1));
  mustHold(infos.length === 1, 'stamp_unreadable');
  return { told, certificates, info: infos[0] };
}

/** The certificate that a signer names by issuer and serial number. */
function certificateOf(certificates, info) {
  const [issuer, serial] = within(path(info, 1));
  const found = certificates.find((one) => {
    const fields = within(path(one, 0));
    const from = fields[0].tag === 0xa0 ? 1 : 0;
    return fields[from].raw.equals(serial.raw) && fields[from + 2].raw.equals(issuer.raw);
  });
  mustHold(found, 'stamp_unreadable');
  return new X509Certificate(found.raw);
}

/** The signature over the signed attributes, which name what was said and the certificate. */
function checkSigned({ told, info }, certificate) {
  const parts = within(info);
  const digest = HASHES[hexOf(path(parts[2], 0))];
  const attributes = parts.find(({ tag }) => tag === 0xa0);
  mustHold(digest && attributes, 'stamp_unreadable');
  const attribute = (id) => within(attributes).find((one) => hexOf(path(one, 0)) === id);
  mustHold(hexOf(path(attribute(OID.contentType), 1, 0)) === OID.tstInfo, 'stamp_signature');
  const hash = createHash(digest).update(told).digest();
  mustHold(path(attribute(OID.messageDigest), 1, 0).value.equals(hash), 'stamp_signature');
  const [v2, v1] = [attribute(OID.certificateV2), attribute(OID.certificateV1)];
  mustHold(v2 ?? v1, 'stamp_signature');
  const [first, second] = within(path(v2 ?? v1, 1, 0, 0, 0));
  const said = first.tag === 0x04 ? (v2 ? 'sha256' : 'sha1') : HASHES[hexOf(path(first, 0))];
  mustHold(said, 'stamp_unreadable');
  const named = first.tag === 0x04 ? first : second;
  mustHold(named.value.equals(createHash(said).update(certificate.raw).digest()), 'stamp_signature');
  // What is signed is the set, not the optional field that it is sent as (RFC 5652, 5.4).
  const signed = Buffer.from(attributes.raw);
  signed[0] = 0x31;
  const after = parts.slice(parts.indexOf(attributes) + 1);
  const algorithm = hexOf(path(after[0], 0));
  const isEdwards = certificate.publicKey.asymmetricKeyType.startsWith('ed');
  const key = { key: certificate.publicKey };
  if (algorithm === OID.pss) key.padding = constants.RSA_PKCS1_PSS_PADDING;
  const holds = verify(isEdwards ? null : (SIGNED_WITH[algorithm] ?? digest), signed, key, after[1].value);
  mustHold(holds, 'stamp_signature');
}

const validAt = ({ validFrom, validTo }, at) => new Date(validFrom) <= at && at <= new Date(validTo);
function leadsTo(roots, certificate, others, at) {
  const issued = (by, one) => validAt(by, at) && one.checkIssued(by) && one.verify(by.publicKey);
  for (let here = certificate, length = 0; here && length < 8; length += 1) {
    const from = here;
    if (roots.some((root) => root.raw.equals(from.raw) || issued(root, from))) return true;
    here = others.find((one) => one.ca && !one.raw.equals(from.raw) && issued(one, from));
  }
  return false;
}

/** That these bytes existed at a moment, as an authority says. Without roots nothing is known of the authority. */
export function checkTimestamp(token, bytes, roots) {
  const opened = openToken(token);
  const info = derAt(opened.told);
  const [algorithm, imprint] = within(path(info, 2));
  const digest = HASHES[hexOf(path(algorithm, 0))];
  mustHold(digest, 'stamp_unreadable');
  mustHold(imprint.value.equals(createHash(digest).update(bytes).digest()), 'stamp_other');
  const at = timeOf(path(info, 4));
  const certificate = certificateOf(opened.certificates, opened.info);
  checkSigned(opened, certificate);
  const usages = certificate.keyUsage ?? [];
  mustHold(usages.length === 1 && usages[0] === TIME_STAMPING && validAt(certificate, at), 'stamp_purpose');
  const others = opened.certificates.map(({ raw }) => new X509Certificate(raw));
  if (roots) mustHold(leadsTo(roots, certificate, others, at), 'stamp_untrusted');
  return { at: at.toISOString(), authority: certificate.subject.replaceAll('\n', ', '), trusted: roots !== null };
}

const certificatesIn = (file) =>
  (readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []).map(
    (block) => new X509Certificate(block),
  );

class Checker {
  findings = [];
  /** What was checked, for the answer. */
  summary = { kind: '', entries: 0, files: 0, size: 0, origin: '', keyGiven: false, vkeys: [], stamps: [] };
  constructor(options) {
    this.options = options;
  }
  tell(code, what) {
    this.findings.push({ code, what: String(what) });
  }
  json(file) {
    try {
      return JSON.parse(readSmall(file, 256 * MEGABYTE).toString());
    } catch (error) {
      this.tell(error.told ?? 'unreadable', file);
      return null;
    }
  }
  keys(found) {
    const given = this.options.keys ?? [];
    const vkeys = given.length > 0 ? given : [found?.vkey, ...(found?.formerVkeys ?? [])].filter(Boolean);
    const keys = vkeys.map((vkey) => [vkey, keyOf(vkey)]);
    for (const [vkey, key] of keys) if (!key) this.tell('bad_key', vkey);
    Object.assign(this.summary, { keyGiven: given.length > 0, vkeys });
    return keys.flatMap(([, key]) => key ?? []);
  }
  checkpoint(note, keys, what) {
    const opened = openCheckpoint(note, keys);
    if (!opened) this.tell('bad_signature', what);
    return opened;
  }

  /** What is made of files and folders alone is looked into. */
  async plain(folder, look) {
    const odd = oddOnes(folder);
    for (const name of odd) this.tell('not_plain', name);
    if (odd.length === 0) await look(folder);
  }
  async log(folder) {
    this.summary.kind = 'export';
    const keys = this.keys(this.json(join(folder, 'key.json')));
    const head = this.checkpoint(readSmall(join(folder, 'checkpoint')).toString(), keys, 'checkpoint');
    if (!head) return;
    Object.assign(this.summary, { size: head.size, origin: head.origin });
    const kept = (this.options.kept ?? []).map((file) => this.checkpoint(readSmall(file).toString(), keys, file));
    const claims = [head, ...kept.filter(Boolean), ...this.stamps(join(folder, 'timestamps'), keys)];
    const named = this.entries(folder, head.size, claims);
    for (const { size } of claims) if (size > head.size) this.tell('wrong_root', size);
    if ((await hashOfFile(join(folder, 'entries.jsonl'))) !== this.lines) this.tell('wrong_entries', 'entries.jsonl');
    await this.files(join(folder, 'files'), named);
  }
  /** Every stamp against the checkpoint beside it; those checkpoints must be of this log like any other. */
  stamps(folder, keys) {
    const cas = this.options.tsaCas ?? [];
    const roots = cas.length > 0 ? cas.flatMap(certificatesIn) : null;
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{1,15}\.token$/.test(name)) : [];
    return names.flatMap((name) => {
      const beside = join(folder, name.replace(/token$/, 'checkpoint'));
      try {
        const note = readSmall(beside);
        const told = checkTimestamp(readSmall(join(folder, name)), note, roots);
        const claim = this.checkpoint(note.toString(), keys, beside);
        if (!claim) return [];
        this.summary.stamps.push({ size: claim.size, ...told });
        return [claim];
      } catch (error) {
        this.tell(error.stamp ?? 'stamp_unreadable', join('timestamps', name));
        return [];
      }
    });
  }
  /** Grows the tree from the entries and holds it against every tile and every signed root. */
  entries(folder, size, claims) {
    const [tree, levels, named, ends] = [new Tree(), [], new Set(), new Ends()];
    const lines = createHash('sha256');
    const judge = () => {
      for (const claim of claims)
        if (claim.size === tree.size && !tree.root().equals(claim.root)) this.tell('wrong_root', claim.size);
    };
    judge();
    for (let from = 0; from < size; from += 256) {
      const width = Math.min(256, size - from);
      const entries = this.bundle(join(folder, 'tile', tileName('entries', from / 256, width)), width);
      if (!entries) return named;
      for (const entry of entries) {
        lines.update(entry).update('\n');
        const text = entry.toString();
        for (const [, hash] of text.matchAll(/"sha256":"([0-9a-f]{64})"/g)) named.add(hash);
        // What is named again later has to be there again.
        if (text.includes('"kind":"records/')) named.delete(ends.goneBy(text));
        const hash = leafHash(entry);
        this.level(folder, levels, 0, hash);
        tree.push(hash);
        judge();
      }
    }
    for (const [level, tile] of levels.entries()) if (tile.hashes.length > 0) this.tile(folder, level, tile);
    this.summary.entries = tree.size;
    this.lines = lines.digest('hex');
    return named;
  }
  bundle(file, width) {
    const bytes = existsSync(file) ? readSmall(file, 256 * 65_537) : Buffer.alloc(0);
    const entries = [];
    for (let at = 0; at + 2 <= bytes.length; at += 2 + bytes.readUInt16BE(at))
      entries.push(bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)));
    if (entries.length === width) return entries;
    this.tell('wrong_tile', file);
    return null;
  }
  level(folder, levels, level, hash) {
    levels[level] ??= { count: 0, hashes: [] };
    const tile = levels[level];
    tile.hashes.push(hash);
    if (tile.hashes.length < 256) return;
    this.tile(folder, level, tile);
    const full = new Tree();
    for (const one of tile.hashes) full.push(one);
    levels[level] = { count: tile.count + 1, hashes: [] };
    this.level(folder, levels, level + 1, full.root());
  }
  tile(folder, level, { count, hashes }) {
    const name = tileName(level, count, hashes.length);
    const file = join(folder, 'tile', name);
    if (!existsSync(file) || !readSmall(file, 8_192).equals(Buffer.concat(hashes))) this.tell('wrong_tile', name);
  }
  async files(folder, named) {
    for (const hash of named) {
      const file = join(folder, hash);
      if (!existsSync(file)) this.tell('file_missing', hash);
      else if ((await hashOfFile(file)) !== hash) this.tell('file_altered', hash);
      this.summary.files += 1;
    }
  }

  /** A package: every list of files, then every proof in it. */
  async bag(folder) {
    this.summary.kind = 'package';
    const present = walk(folder);
    const there = new Set(present);
    for (const list of present.filter((name) => /^(tag)?manifest-sha(256|512)\.txt$/.test(name))) {
      const listed = new Set();
      for (const line of readSmall(join(folder, list), 256 * MEGABYTE)
        .toString()
        .split(/\r\n|\r|\n/)
        .filter(Boolean)) {
        const [, hash, written] = /^(\S+)[ \t]+\*?(.+)$/.exec(line) ?? [];
        const name = (written ?? '').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n').replaceAll('%25', '%');
        listed.add(name);
        if (name.split('/').some((part) => part === '..' || part === '') || /^(~|[a-zA-Z]:)|\\/.test(name))
          this.tell('unsafe', name);
        else if (!there.has(name)) this.tell('file_missing', name);
        else if ((await hashOfFile(join(folder, name), /sha\d+/.exec(list)[0])) !== hash.toLowerCase())
          this.tell('file_altered', name);
      }
      const must = list.startsWith('tag') ? [] : present.filter((name) => name.startsWith('data/'));
      for (const name of must) if (!listed.has(name)) this.tell('file_unlisted', name);
    }
    this.summary.files = present.filter((name) => name.startsWith('data/')).length;
    for (const name of present.filter((one) => /^data\/records\/[^/]+\/proof\.json$/.test(one))) {
      const here = join(folder, name, '..');
      const hashes = await Promise.all(readdirSync(here).map((file) => hashOfFile(join(here, file))));
      await this.proof(this.json(join(folder, name)), new Set(hashes));
    }
  }

  /** The proof of one record; `hashes` are those of the files at hand, all of which it names where it is in a package. */
  async proof(proof, hashes) {
    if (!Array.isArray(proof?.entries) || !Array.isArray(proof.files)) return this.tell('unreadable', 'proof.json');
    const head = this.checkpoint(proof.checkpoint ?? '', this.keys(proof.key), 'checkpoint');
    if (!head) return undefined;
    Object.assign(this.summary, { size: head.size, origin: head.origin });
    const recorded = new Set();
    for (const { index, entry, proof: path } of proof.entries) {
      const root = rootOf(
        index,
        head.size,
        leafHash(Buffer.from(entry)),
        path.map((hash) => Buffer.from(hash, 'base64')),
      );
      if (!root?.equals(head.root)) this.tell('not_in_log', index);
      const { kind, body } = JSON.parse(entry);
      if (/^records\//.test(kind) && body.recordId !== undefined && body.recordId !== proof.recordId)
        this.tell('not_about', index);
      if (kind === 'records/file') recorded.add(body.sha256);
      this.summary.entries += 1;
    }
    for (const { sha256: hash, fileName } of proof.files) {
      if (!recorded.has(hash)) this.tell('not_in_log', fileName);
      if (hashes && !hashes.has(hash)) this.tell('file_missing', fileName);
    }
    for (const file of this.options.files ?? []) {
      const hash = await hashOfFile(file);
      this.summary.files += 1;
      if (!proof.files.some((one) => one.sha256 === hash)) this.tell('file_altered', file);
    }
    return undefined;
  }
}

const below = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((one) => [
    join(relative(folder, one.parentPath ?? one.path), one.name)
      .split(sep)
      .join('/'),
    one,
  ]);
/** Every file below a folder. */
const walk = (folder) => below(folder).flatMap(([name, one]) => (one.isFile() ? [name] : []));
/** Links and the like below a folder: where they lead is nobody's business here. */
const oddOnes = (folder) => below(folder).flatMap(([name, one]) => (one.isFile() || one.isDirectory() ? [] : [name]));

const isZip = (file) => {
  if (!lstatSync(file).isFile()) return false;
  const begins = Buffer.alloc(4);
  const open = openSync(file, 'r');
  readSync(open, begins);
  closeSync(open);
  return begins.toString('latin1') === 'PK\x03\x04';
};

/** @returns findings (code and what), and what was checked */
export async function verifyOutside(target, options = {}) {
  const checker = new Checker(options);
  try {
    if (!existsSync(target)) checker.tell('unreadable', target);
    else if (isZip(target)) checker.tell('zipped', target);
    else if (!lstatSync(target).isDirectory()) {
      checker.summary.kind = 'proof';
      await checker.proof(checker.json(target), null);
    } else if (existsSync(join(target, 'bagit.txt'))) await checker.plain(target, (folder) => checker.bag(folder));
    else if (existsSync(join(target, 'checkpoint'))) await checker.plain(target, (folder) => checker.log(folder));
    else checker.tell('nothing', target);
  } catch (error) {
    checker.tell(error?.told ?? 'unreadable', error instanceof Error ? error.message : error);
  }
  return { findings: checker.findings, summary: checker.summary };
}

/** What stamps prove, and what of them nobody has checked. */
export function saidOfStamps(stamps) {
  const last = stamps.toSorted((a, b) => a.size - b.size).at(-1);
  if (!last) return [];
  const proves = [
    `時刻認証 ${stamps.length} 件を確かめました（ハッシュ、署名、証明書の用途と期限）。最も新しいものは、${last.size} 件までの記録が ${last.at} にあったことを示します（${last.authority}）。`,
    `${stamps.length} time stamps checked (hash, signature, purpose and validity of the certificate). The newest says that the first ${last.size} entries existed at ${last.at} (${last.authority}).`,
  ];
  const chain = last.trusted
    ? ['証明書は、渡された認証局につながっています。', 'Their certificates lead to the given authorities.']
    : [
        '証明書が信頼できる認証局のものかは、確かめていません（--tsa-ca 認証局.pem を渡してください）。',
        'Whether the authority can be trusted was not checked: give --tsa-ca CA.pem.',
      ];
  const left = [
    '証明書の失効（CRL、OCSP）は確かめていません。',
    'Whether a certificate was revoked (CRL, OCSP) was not checked.',
  ];
  return [proves, chain, left];
}

async function main(args) {
  const all = (name) => args.flatMap((arg, at) => (args[at - 1] === name ? [arg] : []));
  const taking = ['--key', '--checkpoint', '--file', '--lang', '--tsa-ca'];
  const targets = args.filter((arg, at) => !arg.startsWith('--') && !taking.includes(args[at - 1]));
  const answer = await verifyOutside(targets[0] ?? '.', {
    keys: all('--key'),
    kept: all('--checkpoint'),
    files: all('--file'),
    tsaCas: all('--tsa-ca'),
  });
  const language = all('--lang')[0] === 'en' ? 1 : 0;
  const { findings, summary } = answer;
  if (args.includes('--json')) console.log(JSON.stringify(answer));
  else {
    for (const { code, what } of findings) console.log(`✗ ${SENTENCES[code][language].replace('{what}', what)}`);
    const { entries, files, size } = summary;
    if (findings.length === 0)
      console.log(
        [
          `確かめました。改ざんは見つかりませんでした（記録 ${entries} 件、ファイル ${files} 件。ログの ${size} 件時点）。`,
          `Checked: nothing was altered (${entries} entries, ${files} files; the log at size ${size}).`,
        ][language],
      );
    for (const line of saidOfStamps(summary.stamps)) console.log(line[language]);
    if (!summary.keyGiven && summary.vkeys.length > 0)
      console.log(
        [
          '署名は、この中に書かれた鍵で確かめました。市が公表している鍵と見比べてください：',
          'Signed by the key found inside; compare it with the one the city publishes: ',
        ][language] + summary.vkeys.join(' '),
      );
  }
  process.exitCode = findings.length > 0 ? 1 : 0;
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url)))
  await main(process.argv.slice(2));
