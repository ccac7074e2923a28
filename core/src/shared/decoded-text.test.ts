import { describe, expect, it } from '@jest/globals';
import { decodedText } from './decoded-text.ts';
import { encodeShiftJis } from './shift-jis.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const TEXT = '氏名,時刻\r\n髙橋,09:05\r\n'.repeat(9);

describe('bytes as text', () => {
  it('are UTF-8 with its mark or without', () => {
    for (const mark of ['', '\uFEFF'])
      expect(decodedText(utf8(mark + TEXT))).toEqual({ text: TEXT, encoding: 'utf-8', damaged: 0 });
  });

  it('are Shift_JIS as Windows writes it where they are not UTF-8', () => {
    expect(decodedText(encodeShiftJis(TEXT).bytes)).toEqual({ text: TEXT, encoding: 'shift_jis', damaged: 0 });
  });

  it('are UTF-16 of both orders, with its mark or without', () => {
    for (const mark of ['', '\uFEFF']) {
      expect(decodedText(utf16(mark + TEXT, true))).toEqual({ text: TEXT, encoding: 'utf-16le', damaged: 0 });
      expect(decodedText(utf16(mark + TEXT, false))).toEqual({ text: TEXT, encoding: 'utf-16be', damaged: 0 });
    }
  });

  it('stay UTF-8 where a few are damaged, and are counted', () => {
    const bytes = utf8(TEXT);
    bytes[1] = 0xff;
    const { text, encoding, damaged } = decodedText(bytes);
    expect({ encoding, damaged: damaged > 0 }).toEqual({ encoding: 'utf-8', damaged: true });
    expect(text.slice(-10)).toBe(TEXT.slice(-10));
  });

  it('keep a NUL, which is no sign of UTF-16 by itself', () => {
    expect(decodedText(utf8('氏名,\0\n')).text).toBe('氏名,\0\n');
  });

  it('are nothing where there are none', () => {
    expect(decodedText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', damaged: 0 });
  });
});
