import { expect, it } from '@jest/globals';
import { legalBreak } from './index.ts';

it('The law asks for 45 minutes of break beyond six hours of work and for 60 beyond eight', () => {
  expect([0, 360, 361, 480, 481, 1440].map(legalBreak)).toEqual([0, 0, 45, 45, 60, 60]);
});
