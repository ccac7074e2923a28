import { describe, expect, it } from '@jest/globals';
import type { ZodType } from 'zod';
import { WhereaboutsInputSchema } from '../whereabouts/contract.ts';
import { PunchInputSchema } from './contract.ts';

const WHERE = [
  { latitude: 35.6, longitude: 139.7 },
  { coords: { latitude: 35.6 } },
  { gps: '35.6,139.7' },
  { ip: '192.0.2.1' },
];

describe('T-21: where a device is', () => {
  it.each<[string, ZodType, object]>([
    ['a punch', PunchInputSchema, { punch: 'START', key: 'k' }],
    ['外出', WhereaboutsInputSchema, { said: '外出 17時' }],
  ])('is asked for nowhere, and refused with %s', (_, schema, input) => {
    expect(schema.safeParse(input).success).toBe(true);
    for (const where of WHERE) expect(schema.safeParse({ ...input, ...where }).success).toBe(false);
  });
});
