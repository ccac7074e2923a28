import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anApproved, aSentBack, theTakeOuts } from '../testing/applications.ts';
import { barrierFinder, COLOURS, type FindBarriers, LOOKS, look, overflow } from '../testing/barriers.ts';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { EVERYTHING_ON } from '../testing/disaster.ts';
import type { World } from '../testing/stand-in-world.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;

beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

/** Something that opens only when it is asked for. */
interface Opened {
  readonly name: string;
  readonly route: string;
  readonly world?: (world: World) => void;
  /** The presses that lead there, and what must be seen at last. */
  readonly presses: readonly string[];
  readonly shown: string;
}

const EMERGENCY = (world: World) => {
  world.disaster.view = EVERYTHING_ON;
};
const APPROVED = (world: World) => {
  world.workday.applications = [anApproved()];
  world.workday.takeOuts = theTakeOuts();
};
const SENT_BACK = (world: World) => {
  world.workday.applications = [aSentBack()];
};
const APPLICATIONS = '#/workday/applications';

const OPENED: readonly Opened[] = [
  { name: 'order', route: '#/disaster', world: EMERGENCY, presses: ['order-open', 'order-send'], shown: 'order-form' },
  { name: 'prolonging', route: '#/disaster', world: EMERGENCY, presses: ['order-prolong'], shown: 'order-form' },
  { name: 'end of an order', route: '#/disaster', world: EMERGENCY, presses: ['order-end'], shown: 'end-form' },
  { name: 'call', route: '#/disaster', world: EMERGENCY, presses: ['call-open', 'call-send'], shown: 'call-form' },
  { name: 'changed answer', route: '#/disaster', world: EMERGENCY, presses: [], shown: 'answer-form' },
  {
    ...{ name: 'a day given up', route: APPLICATIONS, world: APPROVED, presses: ['cancel-day', 'give-up-confirm'] },
    shown: 'give-up-dialog',
  },
  {
    ...{ name: 'a registration given up', route: APPLICATIONS, presses: ['registration-cancel', 'give-up-confirm'] },
    shown: 'give-up-dialog',
  },
  { name: 'returns', route: APPLICATIONS, world: APPROVED, presses: [], shown: 'permitted-out' },
  { name: 'correction', route: APPLICATIONS, world: SENT_BACK, presses: ['correct-application'], shown: 'sent-back' },
  { name: 'change of a day', route: APPLICATIONS, world: APPROVED, presses: ['change-day'], shown: 'changes-day' },
  {
    ...{ name: 'correction of punches', route: '#/workday/sheet?month=2026-11' },
    ...{ presses: ['correct-punches', 'correction-send'], shown: 'correction-dialog' },
  },
];

async function openAt({ route, world, presses, shown }: Opened): Promise<Page> {
  world?.(desk.service.world);
  const { page } = await desk.open(route, { ...COLOURS.contrast, viewport: { width: 390, height: 760 } });
  for (const press of presses) await page.getByTestId(press).first().click();
  await page.getByTestId(shown).first().waitFor();
  return page;
}

describe.each(OPENED)('$name', (opened) => {
  it('is without serious barriers and fits on a phone and on a desk, in every colour', async () => {
    const page = await openAt(opened);
    const troubles: Record<string, readonly string[]> = {};
    for (const [colours, width] of LOOKS) {
      await look(page, colours, width);
      await shoot(page, `dialog-${opened.name.replaceAll(' ', '-')}-${colours}-${width}`);
      const wider = await overflow(page);
      const found = [...(await seriousTroubles(page)), ...(wider > 0 ? [`${wider} pixels wider than the window`] : [])];
      if (found.length > 0) troubles[`${colours} ${width}`] = found;
    }
    expect(troubles).toEqual({});
  });
});
