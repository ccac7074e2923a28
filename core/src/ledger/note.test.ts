import { describe, expect, it } from '@jest/globals';
import { formatCheckpoint, openCheckpoint, originOf, parseCheckpoint } from './checkpoint.ts';
import { newSigningKey, signerOf, verifyEd25519 } from './ed25519.ts';
import { EMPTY_ROOT } from './merkle.ts';
import { formatVkey, openNote, parseNote, parseVkey, signNote, type Verifier, verifierOf } from './note.ts';

// The example of c2sp.org/signed-note.
const EXAMPLE_VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE_NOTE =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

const signer = signerOf(newSigningKey());
const origin = originOf('kaigi.example', '6d696e61-746f-4000-8000-000000000001');
const ours = verifierOf(origin, signer.publicKey);
const note = (text: string, as: Verifier = ours) => signNote(text, as, signer.sign);
const example = parseVkey(EXAMPLE_VKEY) ?? ours;

describe('signed notes', () => {
  it('of the published example are accepted with its key', () => {
    expect(openNote(EXAMPLE_NOTE, [example], verifyEd25519)).toBe('This is an example message.\n');
    expect(formatVkey(example)).toBe(EXAMPLE_VKEY);
  });

  it('that we sign are accepted with our verifier key as text', () => {
    const verifier = parseVkey(formatVkey(ours));
    expect(verifier).toEqual(ours);
    expect(openNote(note('一行目\n二行目\n'), [ours], verifyEd25519)).toBe('一行目\n二行目\n');
  });

  it('keep empty lines in their text', () => {
    expect(openNote(note('a\n\nb\n'), [ours], verifyEd25519)).toBe('a\n\nb\n');
  });

  it('are refused when one letter of the text or of the signature is another', () => {
    expect(openNote(EXAMPLE_NOTE.replace('This', 'Thus'), [example], verifyEd25519)).toBeNull();
    expect(openNote(EXAMPLE_NOTE.replace('Okn8', 'Okm8'), [example], verifyEd25519)).toBeNull();
  });

  it('are refused when no known key signed them, or a known one wrongly', () => {
    const other = verifierOf(origin, signerOf(newSigningKey()).publicKey);
    expect(openNote(note('x\n'), [other], verifyEd25519)).toBeNull();
    expect(openNote(note('x\n'), [], verifyEd25519)).toBeNull();
    const foreign = EXAMPLE_NOTE.slice(EXAMPLE_NOTE.indexOf('— '));
    expect(openNote(`${note('x\n')}${foreign}`, [ours, example], verifyEd25519)).toBeNull();
  });

  it('are accepted when unknown keys have signed beside ours', () => {
    const foreign = EXAMPLE_NOTE.slice(EXAMPLE_NOTE.indexOf('— '));
    expect(openNote(`${note('x\n')}${foreign}`, [ours], verifyEd25519)).toBe('x\n');
  });

  it.each([
    ['no signature', 'text\n\n'],
    ['no empty line', 'text\n— a b\n'],
    ['no text', '\n— a AAAAAAA=\n'],
    ['no newline at the end', EXAMPLE_NOTE.slice(0, -1)],
    ['a control character', EXAMPLE_NOTE.replace('This', '\tThis')],
    ['a carriage return', EXAMPLE_NOTE.replaceAll('\n', '\r\n')],
    ['half a surrogate pair', EXAMPLE_NOTE.replace('This', '\ud800')],
    ['a signature that is not base 64', 'text\n\n— a ????\n'],
    ['base 64 with bits left over', 'text\n\n— a AAAAAAB=\n'],
    ['a signature of four bytes', 'text\n\n— a AAAAAA==\n'],
    ['a plus in the name', 'text\n\n— a+b AAAAAAA=\n'],
    ['something after the signatures', `${EXAMPLE_NOTE}more\n`],
  ])('with %s are not notes', (_, text) => {
    expect(parseNote(text)).toBeNull();
  });

  it.each([
    '',
    'a+b',
    EXAMPLE_VKEY.replace('530d903a', '530d903b'),
    EXAMPLE_VKEY.replace('530d903a', '530D903A'),
    EXAMPLE_VKEY.replace('foo', 'bar'),
    `${EXAMPLE_VKEY}=`,
    EXAMPLE_VKEY.replace('+Aek', '+Bek'),
  ])('have no verifier key %j', (vkey) => {
    expect(parseVkey(vkey)).toBeNull();
  });
});

describe('checkpoints', () => {
  const checkpoint = { origin, size: 0, root: EMPTY_ROOT };

  it('are three lines: origin, size and root', () => {
    expect(formatCheckpoint(checkpoint)).toBe(
      'kaigi.example/kaigi/6d696e61-746f-4000-8000-000000000001\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    );
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
  });

  it('of the published example are read, extension lines passed over', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    expect(parseCheckpoint(text)).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(parseCheckpoint(`${text}more\n`)?.size).toBe(20_852_163);
  });

  it.each([
    ['a leading zero', 'o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
    ['a sign', 'o\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
    ['a size past counting', 'o\n99999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
    ['a short root', 'o\n1\nAAAA\n'],
    ['an empty origin', '\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
    ['an empty extension line', 'o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nx\n'],
    ['no root', 'o\n1\n'],
    ['no newline at the end', 'o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='],
  ])('with %s are refused', (_, text) => {
    expect(parseCheckpoint(text)).toBeNull();
  });

  it('of another municipality are refused, though the same key signed them', () => {
    const theirs = originOf('kaigi.example', '79616d61-746f-4000-8000-000000000002');
    const signed = note(formatCheckpoint({ ...checkpoint, origin: theirs }), verifierOf(theirs, signer.publicKey));
    expect(openCheckpoint(signed, [ours], verifyEd25519)).toBeNull();
    const relabelled = note(formatCheckpoint({ ...checkpoint, origin: theirs }));
    expect(openCheckpoint(relabelled, [ours], verifyEd25519)).toBeNull();
    expect(openCheckpoint(note(formatCheckpoint(checkpoint)), [ours], verifyEd25519)).toEqual(checkpoint);
  });
});
