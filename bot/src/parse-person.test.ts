import { describe, expect, it } from '@jest/globals';
import { parsePerson } from './parse-person.ts';

const OID = '00000000-0000-0000-0000-0000000000ab';
const TENANT = '6d696e61-746f-4000-8000-000000000001';
const OTHER = '79616d61-746f-4000-8000-000000000002';
const activity = (over: object = {}) => ({
  from: { id: '29:1', name: '佐藤', aadObjectId: OID },
  conversation: { id: 'c', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  ...over,
});

describe('the person who sent an activity', () => {
  it('is the object id and the tenant that the channel names, in lower case', () => {
    const read = parsePerson(activity({ from: { id: '29:1', aadObjectId: OID.toUpperCase() } }));
    expect(read).toEqual({ municipalityId: TENANT, entraObjectId: OID });
  });

  it('has the tenant of channelData when the conversation names none', () => {
    expect(parsePerson(activity({ conversation: { id: 'c' } }))?.municipalityId).toBe(TENANT);
    expect(parsePerson(activity({ channelData: null }))?.municipalityId).toBe(TENANT);
  });

  it('is nobody when the two tenants differ', () => {
    expect(parsePerson(activity({ channelData: { tenant: { id: OTHER } } }))).toBeNull();
  });

  it.each([
    ['no sender', { from: undefined }],
    ['a sender without an object id', { from: { id: '29:1' } }],
    ['an object id that is no UUID', { from: { aadObjectId: 'section-head@minato.example' } }],
    ['an object id of a wrong type', { from: { aadObjectId: 7 } }],
    ['no tenant at all', { conversation: { id: 'c' }, channelData: undefined }],
    ['a tenant that is no UUID', { conversation: { tenantId: 'minato.example' } }],
    ['a tenant of a wrong type', { conversation: { tenantId: [TENANT] } }],
  ])('is nobody with %s', (_what, over) => {
    expect(parsePerson(activity(over))).toBeNull();
  });

  it.each([null, undefined, 'text', 7, []])('is nobody when the activity is %p', (value) => {
    expect(parsePerson(value)).toBeNull();
  });

  it('takes nothing from fields that it does not know', () => {
    const read = parsePerson(activity({ municipalityId: OTHER, roles: ['ADMIN'] }));
    expect(Object.keys(read ?? {})).toEqual(['municipalityId', 'entraObjectId']);
  });
});
