import { describe, expect, it } from '@jest/globals';
import type { AttendeeInput } from '../meetings/contract.ts';
import { candidatesFor, certainOf } from './candidates.ts';

const attendee = (id: string, name: string): AttendeeInput => ({
  ...{ id, staffId: null, name, postTitle: '', unitName: '', role: 'MEMBER', attended: true },
});
const YAMADA = attendee('yamada', '山田 太郎');
const SATO = attendee('sato', '佐藤 花子');
const found = (label: string | null, attendees = [YAMADA, SATO]) =>
  candidatesFor({ label, kind: 'NAME' }, attendees).map(({ attendeeId, why }) => [attendeeId, why]);

describe('M-06: who a label may be', () => {
  it('is certain of a whole name that is one attendee alone, whatever title or section stands beside it', () => {
    for (const label of ['山田太郎', '山田 太郎 (政策課)', '山田太郎議長', '山田太郎副市長', '【政策課】山田太郎']) {
      const candidates = candidatesFor({ label, kind: 'NAME' }, [YAMADA, SATO]);
      expect([label, certainOf(candidates)]).toEqual([label, 'yamada']);
    }
    const two = candidatesFor({ label: '山田太郎', kind: 'NAME' }, [YAMADA, attendee('other', '山田太郎')]);
    expect([two.length, certainOf(two)]).toEqual([2, null]);
  });

  it('guesses at a family name with its post, and at a post with the name aside; a person decides', () => {
    for (const label of ['山田議長', '山田教育長', '山田課長'])
      expect([label, found(label)]).toEqual([label, [['yamada', 'FAMILY_NAME']]]);
    expect(found('議長（山田太郎君）')).toEqual([['yamada', 'NAME']]);
  });

  it('guesses at nobody by a post alone, in a room, or where there is no label', () => {
    expect(found('議長')).toEqual([]);
    expect(found(null)).toEqual([]);
    expect(candidatesFor({ label: '山田太郎', kind: 'ROOM' }, [YAMADA])).toEqual([]);
    expect(candidatesFor({ label: '山田太郎', kind: 'HIDDEN' }, [YAMADA])).toEqual([]);
  });
});
