// Small sound files of every kind, and files made of them by chance: the same for the same seed and number.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compoundFile, docx, docxParts, type ZipEntry, zipOf } from '../docx.fixture.ts';
import * as made from './kinds.fixture.ts';

/** Numbers from 0 up to 1 (mulberry32); one row of them for each seed. */
function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Chance = () => number;
const below = (random: Chance, most: number) => Math.floor(random() * most);
const oneOf = <T>(random: Chance, all: readonly T[]): T => all[below(random, all.length)] as T;

/** What formats are made of, and what they stumble over. */
const WORDS: readonly Buffer[] = [
  ...[
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml version="1.0"?>',
    '&#x10ffff;',
    '&b;',
  ],
  ...[
    '</w:p>',
    '<w:tbl><w:tr><w:tc>',
    '<c t="s"><v>4294967295</v></c>',
    '<c t="s"><v>-1</v></c>',
    'TargetMode="External"',
  ],
  ...['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07', '../', '\0', '\xff\xfe', '\xfe\xff'],
  ...['endstream', 'stream\n', 'endobj', '1 0 obj', '/Kids[2 0 R]', '/Parent 3 0 R', '/Length 2147483647', '/Count -1'],
  ...[
    '/Filter[/FlateDecode/FlateDecode/LZWDecode]',
    '<<',
    '>>',
    '[',
    '(',
    'startxref\n0',
    '%%EOF',
    '/Prev 9',
    '/ObjStm',
  ],
  ...[
    '\r\n\r\n',
    '--b',
    '--b--',
    '=?UTF-8?B?////?=',
    "filename*0*=x''%ff",
    'Content-Type: multipart/mixed; boundary=b\r\n',
  ],
  ...['\x1b$B', '\x82', '"', ',', '\t'],
].map((word) => Buffer.from(word, 'latin1'));
const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

type Change = (bytes: Buffer, random: Chance) => Buffer;
const spliced = (bytes: Buffer, at: number, out: number, put: Uint8Array) =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + out)]);
const pieceOf = (bytes: Buffer, random: Chance) => {
  const from = below(random, bytes.length);
  return bytes.subarray(from, from + 1 + below(random, Math.min(bytes.length, 400)));
};

const CHANGES: readonly Change[] = [
  function flipped(bytes, random) {
    const changed = Buffer.from(bytes);
    for (let times = 1 + below(random, 8); times > 0 && changed.length > 0; times -= 1) {
      const at = below(random, changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << below(random, 8));
    }
    return changed;
  },
  function numbered(bytes, random) {
    if (bytes.length < 4) return bytes;
    const changed = Buffer.from(bytes);
    const at = below(random, changed.length - 3);
    const number = oneOf(random, NUMBERS);
    if (random() < 0.5) changed.writeUInt32LE(number, at);
    else changed.writeUInt32BE(number, at);
    return changed;
  },
  (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  (bytes, random) => spliced(bytes, below(random, bytes.length), 1 + below(random, 200), Buffer.alloc(0)),
  (bytes, random) => spliced(bytes, below(random, bytes.length), 0, pieceOf(bytes, random)),
  function repeated(bytes, random) {
    const piece = pieceOf(bytes, random);
    return spliced(bytes, below(random, bytes.length), 0, Buffer.concat(Array(1 + below(random, 2_000)).fill(piece)));
  },
  (bytes, random) => spliced(bytes, below(random, bytes.length), below(random, 40), oneOf(random, WORDS)),
  (bytes, random) =>
    spliced(bytes, below(random, bytes.length), below(random, 400), pieceOf(oneOf(random, SOUND)(), random)),
];

function changed(bytes: Buffer, random: Chance): Buffer {
  let result = bytes;
  for (let times = 1 + below(random, 4); times > 0; times -= 1) result = oneOf(random, CHANGES)(result, random);
  return result;
}

/** A package one of whose parts is changed inside, so that its checksums hold and readers look at it. */
const packed = (parts: readonly ZipEntry[]) => (random: Chance) => {
  const at = below(random, parts.length);
  return zipOf(
    parts.map((one, index) => (index === at ? { ...one, content: changed(Buffer.from(one.content), random) } : one)),
  );
};

const ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1200000</v></c></row><row><c t="inlineStr"><is><t>備考</t></is></c></row>';
const MULTIPART = [
  '--b',
  'Content-Type: text/plain; charset=iso-2022-jp',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '=1B$BF|K\\=1B(B',
  '--b',
  `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent('様式.docx')}`,
  'Content-Transfer-Encoding: base64',
  '',
  docx().toString('base64'),
  '--b--',
].join('\r\n');
const SUBJECT = `Subject: =?UTF-8?B?${Buffer.from('照会の件').toString('base64')}?=`;

const PDF = () =>
  made.pdf('Budget 2026', {
    catalogue: '/Names 6 0 R',
    more: ['<</Dests<</Names[(a) 3 0 R]>>>>', made.objectStream('<</A 1>>')],
  });
const MAIL = () => made.mail([SUBJECT, 'Content-Type: multipart/mixed; boundary=b'], MULTIPART);

const SOUND: readonly (() => Buffer)[] = [
  () => docx(['地域計画の策定について', '第１条']),
  () => made.xlsx(ROWS, ['庁舎改修費']),
  () => made.pptx(['題', '第２面'], [made.part('ppt/notesSlides/notesSlide1.xml', '<a:t>ノート</a:t>')]),
  PDF,
  MAIL,
  () => compoundFile(['Root Entry', '__properties_version1.0']),
  () => Buffer.from('番号,件名\r\n1,"庁舎, 改修"\r\n2,道路\r\n'),
  () => Buffer.from('97df9861208354836883450d0a', 'hex'),
  () => made.png(),
  () => made.jpeg(),
  () => made.tiff(3),
];

/** Genuine documents of other programs, where a machine has them. */
function samples(): (() => Buffer)[] {
  const folder = path.join(process.env.KAIGI_SAMPLES ?? '', 'docx');
  const names = process.env.KAIGI_SAMPLES ? readdirSync(folder).filter((name) => name.endsWith('.docx')) : [];
  return names.map((name) => () => readFileSync(path.join(folder, name)));
}

/** Most of the reading is in packages, PDF and mail. */
const OFTEN = 4;

/** `genuine`: of documents of other programs, too, which not every machine has. */
export function mutants(seed: number, genuine: boolean): (number: number) => Buffer {
  const parts = [docxParts(['題', '本文']), made.xlsxParts(ROWS, ['庁舎改修費']), made.pptxParts(['題'])];
  const often = [...parts.map(packed), ...[PDF, MAIL].map((make) => (random: Chance) => changed(make(), random))];
  const whole = [...SOUND, ...(genuine ? samples() : [])].map((make) => (random: Chance) => changed(make(), random));
  const all = [...Array.from({ length: OFTEN }, () => often).flat(), ...whole];
  return (number) => {
    const random = chance(Math.imul(seed, 1_000_003) + number);
    return oneOf(random, all)(random);
  };
}
