import { describe, expect, it } from '@jest/globals';
import { noticesIn } from './news.ts';

const TENANT = '6d696e61-746f-4000-8000-000000000001';
const ORGANIZER = '11111111-2222-4333-8444-555555555555';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const MEETING = base64(`1*${ORGANIZER}*0**19:meeting_made-up@thread.v2`);

const item = (more: object = {}) => ({
  ...{ subscriptionId: 'sub', tenantId: TENANT, clientState: 'secret', changeType: 'created' },
  ...{ resource: `communications/onlineMeetings('${MEETING}')/transcripts('t/1=')` },
  ...more,
});
const one = (more: object = {}) => noticesIn({ value: [item(more)] })?.notices[0];

describe('M-02: what news say', () => {
  it('M-02: whose meeting it was stands in the address or in the key of the meeting', () => {
    const key = { organizerOid: ORGANIZER, meetingKey: MEETING, transcriptKey: 't/1=' };
    expect(one()).toEqual({
      ...{ municipalityId: TENANT, subscriptionId: 'sub', secret: 'secret' },
      ...{ kind: 'TRANSCRIPT', key },
    });
    for (const resource of [
      `users('${ORGANIZER.toUpperCase()}')/onlineMeetings('${MEETING}')/transcripts('t/1=')`,
      `/users/${ORGANIZER}/onlineMeetings('${MEETING}')/transcripts('t/1=')`,
      `Communications/OnlineMeetings('${MEETING}')/Transcripts('t/1=')`,
    ])
      expect(one({ resource })).toMatchObject({ key });
  });

  it.each([
    "communications/onlineMeetings('opaque')/transcripts('t')",
    `communications/onlineMeetings('${base64('1*not-an-id-of-anybody-at-all-0000000*')}')/transcripts('t')`,
    `communications/onlineMeetings('${MEETING}')/recordings('t')`,
    `communications/onlineMeetings('${'x'.repeat(1_001)}')/transcripts('t')`,
    'communications/calls',
    '',
  ])('M-02: of «%s» it cannot be told, and it is asked for', (resource) => {
    expect(one({ resource })).toMatchObject({ kind: 'TRANSCRIPT', key: null });
  });

  it.each([
    ['missed', 'MISSED'],
    ['subscriptionRemoved', 'REMOVED'],
    ['reauthorizationRequired', 'REAUTHORIZE'],
  ])('M-02: %s', (lifecycleEvent, kind) => {
    expect(one({ lifecycleEvent, changeType: undefined, resource: undefined })).toMatchObject({ kind });
  });

  it('M-02: what is no news is counted, and takes nothing along', () => {
    const value = [
      null,
      1,
      {},
      item({ tenantId: 'x' }),
      item({ clientState: 1 }),
      item({ changeType: 'deleted' }),
      item(),
    ];
    expect(noticesIn({ value })).toMatchObject({ unread: 6, notices: [{ kind: 'TRANSCRIPT' }] });
    for (const body of [null, undefined, 'x', [], {}, { value: 'x' }, { value: Array(1_001).fill(null) }])
      expect(noticesIn(body)).toBeNull();
  });
});

describe('S-14: what news of calendars say', () => {
  const ME = '11111111-2222-4333-8444-555555555555';

  it.each([`Users/${ME}/Events/AAMk=`, `users('${ME}')/events('AAMk=')`, `/users/drafter%40minato.example/events`])(
    'S-14: «%s» is a calendar, whatever happened to the event',
    (resource) => {
      for (const changeType of ['created', 'updated', 'deleted']) {
        const read = noticesIn({ value: [item({ resource, changeType })] });
        const told = { municipalityId: TENANT, subscriptionId: 'sub', secret: 'secret', kind: 'CHANGED' };
        expect(read).toEqual({ notices: [], calendars: [told], read: 1, unread: 0 });
      }
    },
  );

  it('S-14: what became of a subscription is told to both, and is one', () => {
    const read = noticesIn({ value: [item({ lifecycleEvent: 'missed', resource: null })] });
    expect([read?.notices.length, read?.calendars.length, read?.read]).toEqual([1, 1, 1]);
  });

  it('S-14: of anything else of a mailbox there is nothing to read', () => {
    const resource = `Users/${ME}/Messages/AAMk=`;
    expect(noticesIn({ value: [item({ resource, changeType: 'updated' })] })).toMatchObject({
      calendars: [],
      unread: 1,
    });
  });
});
