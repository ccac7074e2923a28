import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MINATO } from '../../testing/test-city.ts';
import type { MeetingView } from '../contract.ts';
import { type DecidingRoom, openDecidingRoom, partsOf } from './deciding.fixture.ts';
import { carryOn } from './filing.ts';

let room: DecidingRoom;
beforeAll(async () => {
  room = await openDecidingRoom();
});
afterAll(() => room.city.close());

/** A door that somebody stands before until it is opened. */
function gate() {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  const through = () => {
    reached.resolve();
    return opened.promise;
  };
  return { through, reached: reached.promise, open: () => opened.resolve() };
}

const toFile = ({ id: meetingId }: Pick<MeetingView, 'id'>) => ({ municipalityId: MINATO, meetingId });
/** As if whoever filed it had been killed before anything was noted; nobody is at work on it. */
const unnoted = ({ id }: Pick<MeetingView, 'id'>) =>
  room.sql(`update kaigi.minutes_deciding set state = 'FILING' where meeting_id = $1 and state = 'FILED'`, [id]);
const pullBack = async (meeting: MeetingView) => {
  const { id, version } = await room.caseOf(meeting);
  await room.city.suite.approvals.act(room.city.as('drafter'), id, { act: 'pullBack', version });
};
const stands = async (meeting: MeetingView) => {
  await room.run('');
  return [(await room.read('drafter', meeting.id)).state, (await room.caseOf(meeting)).status];
};

/** One process stands before this step; another does all of it, and the drafter pulls it back. Answers how to go on. */
async function overtaken(meeting: MeetingView, step: 'draft' | 'read') {
  await unnoted(meeting);
  const door = gate();
  const real = room.city.suite.approvals[step] as (...asked: unknown[]) => unknown;
  const slow = async (...asked: unknown[]) => {
    await door.through();
    return real(...asked);
  };
  const late = carryOn(partsOf(room, { [step]: slow }), toFile(meeting));
  await door.reached;
  await carryOn(partsOf(room, {}), toFile(meeting));
  await pullBack(meeting);
  await room.run('');
  return async () => {
    door.open();
    await late;
  };
}

describe('M-17: two processes put the same minutes forward', () => {
  it.each(['draft', 'read'] as const)(
    'what its drafter pulled back is not put forward again by the one that came late to %s',
    async (step) => {
      const meeting = await room.decide('drafter', await room.ready(`遅れた${step}`));
      await room.run('');
      const goOn = await overtaken(meeting, step);
      expect(await stands(meeting)).toEqual(['WRITING', 'DRAFT']);
      await goOn();
      expect(await stands(meeting)).toEqual(['WRITING', 'DRAFT']);
      await room.decide('drafter', await room.read('drafter', meeting.id));
      expect((await room.approved(meeting)).state).toBe('FINAL');
    },
  );

  it('nor is what was sent back, corrected and pulled back', async () => {
    const put = await room.decide('drafter', await room.ready('訂正の引戻し'));
    const back = await room.act('subsection-head', put, { act: 'sendBack', reason: '確認' });
    const again = await room.decide('drafter', back);
    await room.run('');
    const goOn = await overtaken(again, 'read');
    await goOn();
    expect(await stands(again)).toEqual(['WRITING', 'DRAFT']);
    const { version } = await room.caseOf(again);
    await room.decide('drafter', await room.read('drafter', again.id));
    expect(await stands(again)).toEqual(['DECIDING', 'IN_REVIEW']);
    expect((await room.caseOf(again)).version).toBe(version + 1);
  });

  it('nor by one that goes on after whoever submitted it was killed', async () => {
    const meeting = await room.decide('drafter', await room.ready('止まった後の引戻し'));
    await room.run('');
    await unnoted(meeting);
    await pullBack(meeting);
    await room.run('');
    await carryOn(partsOf(room, {}), toFile(meeting));
    expect(await stands(meeting)).toEqual(['WRITING', 'DRAFT']);
    const newest = await room.sql(
      'select act from kaigi.minutes_fact where subject_id = $1 order by at desc, seq desc',
      [meeting.id],
    );
    expect(newest[0]?.act).toBe('PULLED_BACK');
  });
});
