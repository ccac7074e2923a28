import { describe, expect, it } from '@jest/globals';
import { chooseSettings } from './settings.ts';

describe('the look of the windows', () => {
  it('is light and Japanese when nothing was chosen', () => {
    expect(chooseSettings('', null)).toEqual({ theme: 'default', locale: 'ja' });
  });

  it('is what was chosen last time', () => {
    expect(chooseSettings('', '{"theme":"contrast","locale":"en"}')).toEqual({ theme: 'contrast', locale: 'en' });
  });

  it('follows the address before anything kept', () => {
    expect(chooseSettings('?theme=dark&lang=ja', '{"theme":"contrast","locale":"en"}')).toEqual({
      theme: 'dark',
      locale: 'ja',
    });
  });

  it('ignores what it does not know', () => {
    expect(chooseSettings('?theme=pink&lang=fr', 'not json')).toEqual({ theme: 'default', locale: 'ja' });
    expect(chooseSettings('', '{"theme":1,"locale":[]}')).toEqual({ theme: 'default', locale: 'ja' });
  });
});
