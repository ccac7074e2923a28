import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDocument, type TestCity, testCity } from '../testing/test-city.ts';
import type { ActInput } from './contract.ts';

let city: TestCity;
beforeAll(async () => {
  city = await testCity();
});
afterAll(() => city.close());

describe('A-34: 振替', () => {
  it('takes the case from the desk of the post and puts it on that of the person named', async () => {
    const { approvals, regulations, directory } = city.suite;
    const classificationCode = (await regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
    const input = { title: '休職者の案件', proposalText: '', classificationCode };
    const draft = await approvals.draft(city.as('drafter'), input, aDocument());
    const view = await approvals.submit(city.as('drafter'), draft.id, draft.version);
    await city.test.owner.query(
      `insert into kaigi.directory_role (municipality_id, grant_id, staff_id, role, valid_from)
       select municipality_id, gen_random_uuid(), staff_id, 'ADMIN', '2026-04-01'
       from kaigi.directory_staff where sign_in_name = 'auditor'`,
    );
    const { staffId } = await directory.me(city.as('other-section'));
    const slotId = view.route[0]?.id ?? '';
    const moving = { act: 'reassign', version: view.version, slotId, toStaffId: staffId, reason: '休職のため' };
    await approvals.act(city.as('auditor'), view.id, moving as ActInput);
    const inbox = async (name: string) =>
      (await approvals.list(city.as(name), { box: 'inbox' })).items.map(({ id }) => id);
    expect(await inbox('other-section')).toEqual([view.id]);
    expect(await inbox('subsection-head')).toEqual([]);
  });
});
