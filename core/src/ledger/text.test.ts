import { describe, expect, it } from '@jest/globals';
import { ledgerTexts } from './text.ts';

const parameters = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('the sentences of the ledger', () => {
  it.each(Object.entries(ledgerTexts))('%s takes the same parameters in both languages', (_, { ja, en }) => {
    expect(parameters(ja)).toEqual(parameters(en));
    expect(ja).not.toBe('');
    expect(en).not.toBe('');
  });
});
